"""What a result depends on besides its texts: our code and data files, the settings, the engines."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from configs.pipeline import PipelineConfig, TranslateSettings
from flows.retranslating import second_engine
from records.errors import UnavailableError
from translate.engine import pick_engine

__all__ = ["engine_of", "own_digest", "settings_digest"]

_ROOMS = ("configs", "records", "fetch", "translate", "claims", "align", "flag")
_WATCHED = ("outlets", "stories")
"""Folders of ``configs/`` that say what is watched, not how it is read: a new outlet is no reason to compare again."""


@cache
def own_digest() -> str:
    """A digest of our code and data files: what they read of a text is computed again when one of them changes."""
    root = Path(__file__).resolve().parent.parent
    files = sorted(
        f for room in _ROOMS for pattern in ("*.py", "*.yml", "*.json") for f in (root / room).rglob(pattern)
    )
    kept = (f for f in files if f.parent.name not in _WATCHED)
    return hashlib.sha256(b"".join(f.read_bytes() for f in kept)).hexdigest()


def settings_digest(settings: PipelineConfig) -> str:
    """A digest of the pipeline's settings."""
    return hashlib.sha256(settings.model_dump_json().encode()).hexdigest()


def engine_of(language: str, settings: TranslateSettings) -> str:
    """The signature of the engine that would translate ``language``, and of the one that mends what it got wrong.

    ``source`` for English, ``unavailable`` where there is no engine.
    """
    if language == "en":
        return "source"
    try:
        first = pick_engine(language, settings).signature
    except UnavailableError:
        return "unavailable"
    other = second_engine(language, settings)
    return first if other is None else f"{first}, then {other.signature}"
