"""Marian checkpoints of the hub converted once and run by CTranslate2: int8 on a CPU, float16 on a GPU."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from configs.pipeline import TranslateSettings
from records.errors import UnavailableError
from translate.hub import hub_folder, weights_digest
from translate.marian import marian_name
from translate.nllb import model_code
from translate.pieces import translate_in_pieces
from translate.places import models_folder

__all__ = ["CTranslate2Translator", "convert_model", "load_ctranslate2"]

_EXTRA = "the extra 'hub' is not installed; run: pip install 'synoptic[hub]'"


def convert_model(folder: Path, quantization: str) -> Path:
    """The converted copy of the model of ``folder``, made on first use beside the other models.

    Raises:
        UnavailableError: the extra ``hub`` is missing, or the model can't be converted.
    """
    target = models_folder() / "ctranslate2" / f"{folder.name}-{weights_digest(folder)}-{quantization}"
    if (target / "model.bin").is_file():
        return target
    try:
        from ctranslate2.converters import TransformersConverter
    except ImportError:
        raise UnavailableError(f"engine 'ctranslate2': {_EXTRA}") from None
    target.parent.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix=".converting-", dir=target.parent))
    try:
        TransformersConverter(str(folder)).convert(str(made), quantization=quantization, force=True)
        made.rename(target)
    except (OSError, ValueError, KeyError, RuntimeError, AttributeError, NotImplementedError) as error:
        if not (target / "model.bin").is_file():
            first = (str(error).splitlines() or [type(error).__name__])[0]
            raise UnavailableError(
                f"model folder {str(folder)!r} can't be converted ({first:.200}); use the engine marian or nllb"
            ) from None
    finally:
        shutil.rmtree(made, ignore_errors=True)
    return target


class CTranslate2Translator:
    """Translates with a converted model of one pair, or of many languages when the tokenizer knows them."""

    def __init__(self, folder: Path, device: str = "auto", beams: int = 1, batch_tokens: int = 2048) -> None:
        try:
            import ctranslate2
            from transformers import AutoTokenizer
        except ImportError:
            raise UnavailableError(f"engine 'ctranslate2': {_EXTRA}") from None
        gpu = device in {"auto", "cuda"} and ctranslate2.get_cuda_device_count() > 0
        if device == "cuda" and not gpu:
            raise UnavailableError("translate.device: 'cuda' is not there; write auto")
        self._folder = folder
        converted = convert_model(folder, "float16" if gpu else "int8")
        self._tokenizer = AutoTokenizer.from_pretrained(folder, local_files_only=True, trust_remote_code=False)
        cores = os.cpu_count() or 1
        self._engine: Any = ctranslate2.Translator(
            str(converted), device="cuda" if gpu else "cpu", inter_threads=1 if gpu else cores, intra_threads=1
        )
        self._beams, self._batch_tokens = beams, batch_tokens
        self._signature = f"ctranslate2/{converted.name}/beams-{beams}/ctranslate2-{ctranslate2.__version__}"
        self._longest = min(int(getattr(self._tokenizer, "model_max_length", 512) or 512), 512)

    @property
    def signature(self) -> str:
        return self._signature

    def fits(self, text: str) -> bool:
        """Whether ``text`` is translated at once."""
        return len(self._tokenizer(text)["input_ids"]) <= self._longest - 2

    def translate(self, texts: Sequence[str], source: str) -> list[str]:
        """One English text for each of ``texts``; long ones are translated in pieces."""
        code, target = model_code(self._tokenizer, source), model_code(self._tokenizer, "en")
        if code:
            self._tokenizer.src_lang = code
        return translate_in_pieces(texts, self.fits, lambda pieces: self._run(pieces, target if code else None))

    def _run(self, texts: Sequence[str], target: str | None) -> list[str]:
        tokenizer = self._tokenizer
        tokens = [tokenizer.convert_ids_to_tokens(tokenizer(text)["input_ids"]) for text in texts]
        results = self._engine.translate_batch(
            tokens,
            target_prefix=[[target]] * len(tokens) if target else None,
            beam_size=self._beams,
            max_batch_size=self._batch_tokens,
            batch_type="tokens",
            max_input_length=0,
            max_decoding_length=self._longest,
        )
        found = [[t for t in result.hypotheses[0] if t != target] for result in results]
        return [
            tokenizer.decode(tokenizer.convert_tokens_to_ids(tokens), skip_special_tokens=True).strip()
            for tokens in found
        ]


def load_ctranslate2(language: str, settings: TranslateSettings) -> CTranslate2Translator:
    """The installed checkpoint of ``language`` (primary subtag), converted on first use.

    Raises:
        UnavailableError: it is not installed or broken, or the extra ``hub`` is not.
    """
    name = marian_name(language, settings) if settings.ctranslate2_of == "marian" else settings.nllb_model
    return _translator(hub_folder(name, language), settings.device, settings.beams, settings.batch_tokens)


@lru_cache(maxsize=8)
def _translator(folder: Path, device: str, beams: int, batch_tokens: int) -> CTranslate2Translator:
    return CTranslate2Translator(folder, device, beams, batch_tokens)
