"""Words of the ``figures`` section that credit a figure to somebody."""

from __future__ import annotations

from collections.abc import Mapping

from configs.load import Strict

__all__ = ["SourceWords"]


class SourceWords(Strict):
    """Words beside the name of a source, and the kinds of sources."""

    claim_before: tuple[str, ...] = ()
    """Phrases before the name of a source of a figure: according to, laut, за даними; with those of ``quotes``."""
    claim_after: tuple[str, ...] = ()
    """Phrases after the name of a source: によると, göre."""
    claim_verbs: tuple[str, ...] = ()
    """Verbs by which somebody gives a figure, written as those of ``quotes``: counted, put(s|) ... at, оцін(ив|ила)."""
    claim_accounts: tuple[str, ...] = ()
    """Words for figures themselves, written as those of ``polarity``: numbers, toll, estimate*."""
    claim_giving: tuple[str, ...] = ()
    """Verbs by which somebody brings them out, so that the next sentence's figures are theirs: published, gave."""
    claim_kinds: Mapping[str, tuple[str, ...]] = {}
    """``police: [police*, constabulary]``: the words by which a source is told to be of a kind, under names that all
    languages share; written as those of ``polarity``."""
