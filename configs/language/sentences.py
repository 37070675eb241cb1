"""The ``sentences`` section of a language file."""

from __future__ import annotations

from configs.load import Strict

__all__ = ["SentencesSection"]


class SentencesSection(Strict):
    """Every field has a default, so that a language without the section still loads."""
