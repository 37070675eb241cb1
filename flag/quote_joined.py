"""Two parts of an utterance that one version gives in one: "we had been warned that it was dangerous" beside "nobody
ever warned us" and "that it was dangerous"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from flag.lengths import are_both_whole
from flag.wording_parts import Place
from records.span import Span

__all__ = ["joined_parts"]

_MANY = 4
"""Versions that must have both parts."""


def joined_parts(parts: Sequence[Mapping[str, Place]]) -> Iterator[Mapping[str, Place]]:
    """Each two parts side by side, as one, of which a single version has but one, and all others both.

    Whether that version has the words of both in its one part is told by its length.
    """
    for first, second in pairwise(parts):
        both = first.keys() & second.keys()
        alone = first.keys() ^ second.keys()
        if len(alone) == 1 and len(both) >= _MANY:
            lone = next(iter(alone))
            given = {**first, **second}[lone]
            whole = {v: _joined(first[v], second[v]) for v in first if v in both}
            if 2 * sum(are_both_whole(given, place) for place in whole.values()) > len(whole):
                yield whole | {lone: given}


def _joined(one: Place, other: Place) -> Place:
    """Two places of one version as one, in the order of its text."""
    first, last = sorted((one, other), key=lambda place: place.span.start)
    english = None if first.english is None or last.english is None else f"{first.english} {last.english}"
    return replace(
        first,
        span=Span(first.span.start, max(first.span.end, last.span.end)),
        text=f"{first.text} {last.text}",
        english=english,
        direct=first.direct and last.direct,
        figures=tuple(dict.fromkeys((*first.figures, *last.figures))),
        around="",
    )
