"""Marian checkpoints of the hub converted once and run by CTranslate2: int8 on a CPU, float16 on a GPU."""

from __future__ import annotations

import os
import shutil
import tempfile
import threading
import warnings
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from configs.pipeline import TranslateSettings
from records.errors import UnavailableError
from translate.hub import (
    broken_file_errors,
    cannot_load,
    hub_folder,
    load_model,
    load_tokenizer,
    longest_input,
    weights_digest,
)
from translate.marian import marian_name
from translate.nllb import asked_texts, language_token, model_code
from translate.pieces import translate_in_pieces
from translate.places import models_folder

__all__ = ["CTranslate2Translator", "convert_model", "hub_name", "load_ctranslate2"]

_EXTRA = "the extra 'hub' is not installed; run in Synoptic's folder: pip install -e '.[hub]'"


def convert_model(folder: Path, quantization: str) -> Path:
    """The converted copy of the model of ``folder``, made on first use beside the other models.

    Raises:
        UnavailableError: the extra ``hub`` is missing, the model can't be converted, or its copy not be written.
    """
    target = models_folder() / "ctranslate2" / f"{folder.name}-{weights_digest(folder)}-{quantization}"
    if (target / "model.bin").is_file():
        return target
    try:
        from ctranslate2.converters import TransformersConverter
    except ImportError:
        raise UnavailableError(f"engine 'ctranslate2': {_EXTRA}") from None
    load_model(folder)  # the converter would take random numbers for weights that are missing
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(prefix=".converting-", dir=target.parent))
    except OSError as error:
        raise UnavailableError(
            f"the converted model can't be written to {str(target.parent)!r} ({error.strerror}); name a folder of "
            "your own in SYNOPTIC_MODELS"
        ) from None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # advice for who converts by hand
            TransformersConverter(str(folder)).convert(str(made), quantization=quantization, force=True)
        made.rename(target)
    except broken_file_errors() as error:
        if not (target / "model.bin").is_file():  # else another process was quicker
            raise cannot_load(folder, error) from None
    finally:
        shutil.rmtree(made, ignore_errors=True)
    return target


class CTranslate2Translator:
    """Translates with a converted model of one pair, or of many languages when the tokenizer knows them.

    Threads may share it: each text says its own language.
    """

    def __init__(self, folder: Path, device: str = "auto", beams: int = 1, batch_tokens: int = 2048) -> None:
        try:
            import ctranslate2
            from transformers import AutoConfig
        except ImportError:
            raise UnavailableError(f"engine 'ctranslate2': {_EXTRA}") from None
        gpu = device in {"auto", "cuda"} and ctranslate2.get_cuda_device_count() > 0
        if device not in {"auto", "cpu"} and not gpu:
            raise UnavailableError(f"translate.device: engine 'ctranslate2' has no {device!r} here; write auto")
        self._folder = folder
        self._tokenizer = load_tokenizer(folder)
        converted = convert_model(folder, "float16" if gpu else "int8")
        self._longest = longest_input(AutoConfig.from_pretrained(folder, local_files_only=True))
        self._engine = _open(converted, gpu)
        self._lock = threading.Lock()
        self._beams, self._batch_tokens = beams, batch_tokens
        self._signature = f"ctranslate2/{converted.name}/beams-{beams}/ctranslate2-{ctranslate2.__version__}"

    @property
    def signature(self) -> str:
        return self._signature

    def knows(self, language: str) -> bool:
        """Whether the model reads ``language`` (primary subtag); a model of one pair is believed to."""
        return model_code(self._tokenizer, "en") is None or model_code(self._tokenizer, language) is not None

    def fits(self, text: str) -> bool:
        """Whether ``text`` is translated at once."""
        return len(self._tokenizer(text, verbose=False)["input_ids"]) <= self._longest - 2

    def translate(self, texts: Sequence[str], source: str) -> list[str]:
        """One English text for each of ``texts``; long ones are translated in pieces."""
        code, target = model_code(self._tokenizer, source), model_code(self._tokenizer, "en")
        prefix = language_token(self._tokenizer, target) if code and target else None
        with self._lock:
            if code:
                self._tokenizer.src_lang = code
            return translate_in_pieces(texts, self.fits, lambda pieces: self._run(asked_texts(pieces, code), prefix))

    def _run(self, texts: Sequence[str], prefix: str | None) -> list[str]:
        tokenizer = self._tokenizer
        tokens = [tokenizer.convert_ids_to_tokens(tokenizer(text)["input_ids"]) for text in texts]
        results = self._engine.translate_batch(
            tokens,
            target_prefix=[[prefix]] * len(tokens) if prefix else None,
            beam_size=self._beams,
            max_batch_size=self._batch_tokens,
            batch_type="tokens",
            max_input_length=0,
            max_decoding_length=self._longest,
        )
        found = [[token for token in result.hypotheses[0] if token != prefix] for result in results]
        return [
            tokenizer.decode(tokenizer.convert_tokens_to_ids(tokens), skip_special_tokens=True).strip()
            for tokens in found
        ]


def _open(converted: Path, gpu: bool) -> Any:
    import ctranslate2

    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    try:
        return ctranslate2.Translator(
            str(converted), device="cuda" if gpu else "cpu", inter_threads=1 if gpu else cores, intra_threads=1
        )
    except (RuntimeError, ValueError) as error:
        first = str(error).splitlines()[0]
        raise UnavailableError(
            f"the converted model {str(converted)!r} is broken ({first:.200}); remove it, and it is made again"
        ) from None


def hub_name(engine: str, language: str, settings: TranslateSettings) -> str:
    """The hub id or folder of the model that ``engine`` (``ctranslate2``, ``marian``, ``nllb``) has for a language."""
    of = settings.ctranslate2_of if engine == "ctranslate2" else engine
    return marian_name(language, settings) if of == "marian" else settings.nllb_model


def load_ctranslate2(language: str, settings: TranslateSettings) -> CTranslate2Translator:
    """The installed checkpoint of ``language`` (primary subtag), converted on first use.

    Raises:
        UnavailableError: it is not installed or broken, or the extra ``hub`` is not.
    """
    name = hub_name("ctranslate2", language, settings)
    found = _translator(hub_folder(name, language), settings.device, settings.beams, settings.batch_tokens)
    if not found.knows(language):
        raise UnavailableError(f"model {name!r} does not read {language!r}; run: synoptic models add {language}")
    return found


@lru_cache(maxsize=8)
def _translator(folder: Path, device: str, beams: int, batch_tokens: int) -> CTranslate2Translator:
    return CTranslate2Translator(folder, device, beams, batch_tokens)
