"""The English of a version, sentence by sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

__all__ = ["Translation", "TranslationStatus"]

TranslationStatus = Literal["source", "translated", "unavailable"]


@dataclass(frozen=True, slots=True)
class Translation:
    """What became of one version in English.

    ``source``: the text is English already. ``translated``: ``english`` maps sentence ids to English by ``engine``
    (its signature). ``unavailable``: no engine had a model; ``why`` says so and which command gets one.
    """

    version: str
    status: TranslationStatus
    engine: str | None = None
    why: str | None = None
    english: Mapping[str, str] = field(default_factory=dict)
    memory_hits: int = 0
    model_calls: int = 0
