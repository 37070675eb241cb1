"""Models as the Hugging Face hub lays them out: found in a folder or the hub's cache, loaded without remote code."""

from __future__ import annotations

import hashlib
import threading
import warnings
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from records.errors import UnavailableError
from translate.places import models_folder

__all__ = [
    "HubModel",
    "broken_file_errors",
    "cannot_load",
    "hub_folder",
    "length_batches",
    "load_model",
    "load_tokenizer",
    "longest_input",
    "pick_device",
    "split_revision",
    "weights_digest",
]

_EXTRA = "the extra 'hub' is not installed; run in Synoptic's folder: pip install -e '.[hub]'"


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

    Raises:
        UnavailableError: the folder is broken or no such model, or the extra ``hub`` is missing.
    """

    def __init__(self, folder: Path, device: str, beams: int, batch_tokens: int) -> None:
        self.device = pick_device(device)
        self.tokenizer, self.model = load_tokenizer(folder), load_model(folder)
        self.model.to(self.device).eval()
        self._beams, self._batch_tokens = beams, batch_tokens
        self._lock = threading.Lock()

    @property
    def longest(self) -> int:
        """Tokens that the model reads at once."""
        return longest_input(self.model.config)

    def count_tokens(self, text: str) -> int:
        """Tokens of ``text`` with the special ones."""
        return len(self.tokenizer(text, verbose=False)["input_ids"])

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


def longest_input(config: Any) -> int:
    """Tokens that a model with this configuration of transformers reads at once, 512 at most."""
    known = (getattr(config, "max_position_embeddings", None), getattr(config, "n_positions", None))
    return min([int(n) for n in known if n] + [512])


def load_tokenizer(folder: Path) -> Any:
    """The tokenizer of the model of ``folder``.

    Raises:
        UnavailableError: its files are missing or broken, or the extra ``hub`` is not installed.
    """
    try:
        from transformers import AutoTokenizer
    except ImportError:
        raise UnavailableError(f"model {folder.name!r}: {_EXTRA}") from None
    try:
        with warnings.catch_warnings():
            # Marian's tokenizer does without: sacremoses would only even out quotation marks
            warnings.filterwarnings("ignore", "Recommended: pip install sacremoses", UserWarning)
            return AutoTokenizer.from_pretrained(folder, local_files_only=True, trust_remote_code=False)
    except broken_file_errors() as error:
        raise cannot_load(folder, error) from None


def load_model(folder: Path) -> Any:
    """The sequence-to-sequence model of ``folder``, of safetensors only, with all its weights there.

    Raises:
        UnavailableError: a file is missing or broken, weights are missing, or the model is of another kind.
    """
    from transformers import AutoModelForSeq2SeqLM
    from transformers.utils import logging

    logging.disable_progress_bar()
    try:
        model, told = AutoModelForSeq2SeqLM.from_pretrained(
            folder, local_files_only=True, trust_remote_code=False, use_safetensors=True, output_loading_info=True
        )
    except broken_file_errors() as error:
        raise cannot_load(folder, error) from None
    if told["missing_keys"]:  # transformers would go on with random numbers
        raise cannot_load(folder, ValueError(f"no weights for {min(told['missing_keys'])}"))
    return model


def cannot_load(folder: Path, error: BaseException) -> UnavailableError:
    """What a user reads when the model of ``folder`` is broken or of another kind."""
    first = next((line.strip() for line in str(error).splitlines() if line.strip()), type(error).__name__)
    return UnavailableError(
        f"model folder {str(folder)!r} can't be loaded ({first:.200}); put a whole copy of a translation model of the "
        "hub there, or remove it"
    )


def broken_file_errors() -> tuple[type[BaseException], ...]:
    """What loaders of broken files raise."""
    broken: type[BaseException] = import_module("safetensors").SafetensorError
    return (OSError, ValueError, KeyError, TypeError, RuntimeError, AttributeError, ImportError, AssertionError, broken)
