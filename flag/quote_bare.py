"""What of a word denies: the "n't" of "doesn't", the "ne" of Czech "nedostali", the "-me-" of Turkish "gelmedi".

A text is weighed with and without its "not"; where that is written onto a verb the verb must stay.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import regex

from configs.language.schema import load_language
from flag.polarity import plain_text
from flag.wording_parts import Place
from records.span import Span

__all__ = ["bare_negations", "without_negations"]

_LEFT = 2
"""Letters that a verb has without the prefix that denies it."""


def bare_negations(place: Place, negations: Sequence[Span]) -> tuple[Span, ...]:
    """The places of the parts of ``negations`` that deny; all of one of which no part is known."""
    cuts = _cuts(place.language)
    if cuts is None:
        return tuple(negations)
    return tuple(part for span in negations for part in (_parts(place.text, span, cuts) or (span,)))


def without_negations(place: Place, negations: Sequence[Span]) -> str:
    """The text of ``place`` without what denies in it."""
    text = place.text
    for span in sorted(bare_negations(place, negations), reverse=True):
        before, after = text[: span.start], text[span.end :]
        inside = before[-1:].isalpha() or after[:1].isalpha()
        text = f"{before}{after}" if inside else f"{before} {after}"
    return " ".join(text.split())


def _parts(text: str, span: Span, cuts: regex.Pattern[str]) -> list[Span]:
    """None where nothing of the word would be left."""
    plain = plain_text(span.of(text))
    found = [Span(span.start + m.start(), span.start + m.end()) for m in cuts.finditer(plain) if m.group().strip()]
    left = len(plain) - sum(part.end - part.start for part in found)
    return found if left >= 1 else []


@lru_cache(maxsize=64)
def _cuts(language: str) -> regex.Pattern[str] | None:
    config = load_language(language)
    if config is None:
        return None
    section = config.polarity
    patterns = list(section.negator_cuts)
    if section.verb_prefix:
        patterns.append(rf"^{regex.escape(section.verb_prefix)}(?=\p{{L}}{{{_LEFT},}}$)")
    return regex.compile("|".join(f"(?:{pattern})" for pattern in patterns)) if patterns else None
