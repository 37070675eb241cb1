"""``configs/background.yml``: sentences that stand for news in general."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pydantic import Field

from configs.load import Strict, load_yaml

__all__ = ["BACKGROUND_FILE", "load_background"]

BACKGROUND_FILE = Path(__file__).resolve().parent / "background.yml"


class _Background(Strict):
    sentences: tuple[str, ...] = Field(min_length=8)
    """On as many matters as possible, in several languages."""


@cache
def load_background() -> tuple[str, ...]:
    """The sentences whose mean vector is what all news has in common."""
    return load_yaml(BACKGROUND_FILE, _Background).sentences
