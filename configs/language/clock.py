"""The ``clock`` section of a language file: how a text says whose time it gives."""

from __future__ import annotations

from configs.load import Strict

__all__ = ["ClockSection"]


class ClockSection(Strict):
    """Every field has a default."""

    zones: tuple[str, ...] = ()
    """Stems of the words beside a time that name a zone: "local time", «за київським часом»."""
