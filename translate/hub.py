"""Models as the Hugging Face hub lays them out: found in a folder or the hub's cache, loaded without remote code."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from records.errors import UnavailableError
from translate.places import models_folder

__all__ = ["HubModel", "hub_folder", "length_batches", "pick_device", "split_revision", "weights_digest"]

_EXTRA = "the extra 'hub' is not installed; run: pip install 'synoptic[hub]'"


def split_revision(name: str) -> tuple[str, str | None]:
    """Hub id and revision of ``id@revision``.

    >>> split_revision("org/model@abc"), split_revision("org/model")
    (('org/model', 'abc'), ('org/model', None))
    """
    identity, _, revision = name.partition("@")
    return identity, revision or None


def hub_folder(name: str, code: str) -> Path:
    """The folder of the model ``name``: itself, its copy in the models folder, or the hub's cache; never the network.

    Raises:
        UnavailableError: the model is nowhere, or lacks configuration or safetensors.
    """
    identity, revision = split_revision(name)
    for folder in (Path(identity).expanduser(), models_folder() / identity.replace("/", "--")):
        if folder.is_dir():
            return _complete(folder, code)
    try:
        hub: Any = import_module("huggingface_hub")
        errors: Any = import_module("huggingface_hub.errors")
    except ImportError:
        raise UnavailableError(f"model {name!r}: {_EXTRA}") from None
    try:
        return _complete(Path(hub.snapshot_download(identity, revision=revision, local_files_only=True)), code)
    except (errors.LocalEntryNotFoundError, errors.HfHubHTTPError, errors.HFValidationError, OSError, ValueError):
        raise UnavailableError(f"model {name!r} is not installed; run: synoptic models add {code}") from None


def _complete(folder: Path, code: str) -> Path:
    for pattern, what in (("config.json", "config.json"), ("*.safetensors", "safetensors")):
        if not any(folder.glob(pattern)):
            raise UnavailableError(
                f"model folder {str(folder)!r} has no {what}; name a whole copy of a hub repository, or remove it "
                f"and run: synoptic models add {code}"
            )
    return folder


def weights_digest(folder: Path) -> str:
    """Twelve hex digits over the weights, the vocabulary and the configuration: names this model for ever."""
    digest = hashlib.sha256()
    for path in sorted(folder.iterdir()):
        if path.is_file() and path.suffix in {".safetensors", ".spm", ".model", ".json", ".bin"}:
            digest.update(path.name.encode())
            with path.open("rb") as file:
                digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()[:12]


def pick_device(wanted: str) -> str:
    """``cuda``, ``mps`` or ``cpu``: the one that is wanted, or with ``auto`` the best there is.

    Raises:
        UnavailableError: the device that is wanted is not there.
    """
    try:
        import torch
    except ImportError:
        raise UnavailableError(_EXTRA) from None
    there = {"cuda": torch.cuda.is_available(), "mps": torch.backends.mps.is_available(), "cpu": True}
    if wanted == "auto":
        return next(device for device, is_there in there.items() if is_there)
    if not there[wanted]:
        raise UnavailableError(f"translate.device: {wanted!r} is not there; write auto, or install its torch")
    return wanted


def length_batches(lengths: Sequence[int], most_tokens: int) -> Iterator[list[int]]:
    """Indices in batches of like length, the longest first, at most ``most_tokens`` with padding (but one at least).

    >>> list(length_batches([3, 9, 4, 1], 10))
    [[1], [2, 0], [3]]
    """
    batch: list[int] = []
    for n in sorted(range(len(lengths)), key=lambda n: (-lengths[n], n)):
        if batch and lengths[batch[0]] * (len(batch) + 1) > most_tokens:
            yield batch
            batch = []
        batch.append(n)
    if batch:
        yield batch


class HubModel:
    """A sequence-to-sequence model of transformers with its tokenizer; threads use it one after the other.

    ``languages`` gives the model's own codes of source and English, None for a model of one pair.
    """

    def __init__(self, folder: Path, device: str, beams: int, batch_tokens: int, languages: Any = None) -> None:
        self.device = pick_device(device)
        self.tokenizer, self.model = _load(folder)
        self.model.to(self.device).eval()
        self._beams, self._batch_tokens, self._languages = beams, batch_tokens, languages
        self._lock = threading.Lock()

    @property
    def longest(self) -> int:
        """Tokens that the model reads at once."""
        config = self.model.config
        known = (getattr(config, "max_position_embeddings", None), getattr(config, "n_positions", None))
        return min([int(n) for n in known if n] or [512])

    def count_tokens(self, text: str) -> int:
        """Tokens of ``text`` with the special ones."""
        return len(self.tokenizer(text)["input_ids"])

    def run(self, texts: Sequence[str], prepare: Callable[[Any], dict[str, Any]] | None = None) -> list[str]:
        """English of ``texts``, each within ``longest``, in batches of like length.

        ``prepare`` sets the tokenizer for the source language and gives further options of ``generate``.
        """
        import torch

        done = [""] * len(texts)
        with self._lock, torch.inference_mode():
            options = {} if prepare is None else prepare(self.tokenizer)
            lengths = [self.count_tokens(text) for text in texts]
            for batch in length_batches(lengths, self._batch_tokens):
                inputs = self.tokenizer([texts[n] for n in batch], return_tensors="pt", padding=True).to(self.device)
                most = min(self.longest, 2 * max(lengths[n] for n in batch) + 20)
                out = self.model.generate(
                    **inputs, num_beams=self._beams, do_sample=False, max_length=None, max_new_tokens=most, **options
                )
                for n, text in zip(batch, self.tokenizer.batch_decode(out, skip_special_tokens=True), strict=True):
                    done[n] = text.strip()
        return done


def _load(folder: Path) -> tuple[Any, Any]:
    try:
        from transformers import AutoModelForSeq2SeqLM, AutoTokenizer
    except ImportError:
        raise UnavailableError(f"model {folder.name!r}: {_EXTRA}") from None
    try:
        tokenizer = AutoTokenizer.from_pretrained(folder, local_files_only=True, trust_remote_code=False)
        model = AutoModelForSeq2SeqLM.from_pretrained(
            folder, local_files_only=True, trust_remote_code=False, use_safetensors=True
        )
    except _broken_file_errors() as error:
        first = (str(error).splitlines() or [type(error).__name__])[0]
        raise UnavailableError(
            f"model folder {str(folder)!r} can't be loaded ({first:.200}); remove it and fetch it again: "
            "synoptic models add LANG"
        ) from None
    return tokenizer, model


def _broken_file_errors() -> tuple[type[BaseException], ...]:
    """What loaders of broken files raise."""
    broken: type[BaseException] = import_module("safetensors").SafetensorError
    return (OSError, ValueError, KeyError, TypeError, RuntimeError, AttributeError, ImportError, broken)
