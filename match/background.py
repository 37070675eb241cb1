"""Everyday news that no story is about, as vectors."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

from match.sketch import Embeds, Sketch, sketch_texts

__all__ = ["load_background"]

BACKGROUND_FILE = Path(__file__).resolve().parent.parent / "configs" / "everyday.yml"


def load_background(encoder: Embeds) -> list[Sketch]:
    """A sketch for every three sentences of ``configs/everyday.yml``."""
    threes = [
        (language, sentences[n : n + 3])
        for language, sentences in _sentences().items()
        for n in range(0, len(sentences), 3)
    ]
    return sketch_texts([some for _, some in threes], encoder, [language for language, _ in threes])


@cache
def _sentences() -> dict[str, list[str]]:
    found: dict[str, list[str]] = yaml.safe_load(BACKGROUND_FILE.read_text("utf-8"))
    return found
