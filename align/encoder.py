"""The protocol of sentence encoders, and the table of engines."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from align.rows import Rows
from records.errors import InputError

__all__ = ["ENCODERS", "Encoder", "Rows", "load_encoder"]


class Encoder(Protocol):
    """Turns texts of any language into vectors that lie close together when the texts mean the same."""

    @property
    def signature(self) -> str:
        """Names engine, model and revision: equal signatures give equal vectors."""

    def encode(self, texts: Sequence[str]) -> Rows:
        """One unit row a text; ``(0, d)`` for no texts."""


def _bundled(model: str | None) -> Encoder:
    from align.bundled import BundledEncoder

    return BundledEncoder()


def _sentence_transformers(model: str | None) -> Encoder:
    from align.sentence_transformer import SentenceTransformerEncoder

    return SentenceTransformerEncoder(model)


ENCODERS: Mapping[str, Callable[[str | None], Encoder]] = {
    "bundled": _bundled,
    "sentence-transformers": _sentence_transformers,
}


def load_encoder(engine: str, model: str | None = None) -> Encoder:
    """The encoder ``engine`` of the table, with ``model`` (a hub id or folder) where the engine takes one.

    Raises:
        InputError: there is no such engine.
        UnavailableError: its packages or model are not installed.
    """
    if engine not in ENCODERS:
        raise InputError(f"align.encoder: no engine {engine!r}; write one of {', '.join(ENCODERS)}.")
    return ENCODERS[engine](model)
