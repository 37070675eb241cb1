"""Which figures a translation left out: amounts in digits of which the English says nothing, in digits or in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

import regex

from flag.faulty_figures import Words, is_month, unanswered_figures
from records.claim import Figure

__all__ = ["lost_figures"]

_AMOUNTS = frozenset({"count", "money", "percent", "percentage-point", "measure"})
_SCALE = regex.compile(r"\b(?:dozen|hundred|thousand|million|billion|trillion)s?\b", regex.IGNORECASE)
_DIGIT = regex.compile(r"\d")
_ONE = Decimal(1)


def lost_figures(figures: Sequence[Figure], english: str, translated: Sequence[Figure]) -> Iterator[Words]:
    """Amounts of an original that its English has in no form.

    Only what is written in digits counts: a number in words is as often one that was read into an idiom. A single one
    ("1人の") becomes an article, and where the English says a scale ("a hundred-run partnership") the number may be
    inside. On the human references of flores-test (uk fr ar zh tr, 200 sentences each) this tells of none.
    """
    if _SCALE.search(english):
        return
    for figure in unanswered_figures(figures, translated, english):
        written = figure.kind in _AMOUNTS and _DIGIT.search(figure.text) and not is_month(figure.text, english)
        if written and not figure.low == figure.high == _ONE:
            yield Words(figure.text, figure.start, figure.end)
