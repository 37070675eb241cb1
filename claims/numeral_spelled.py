"""Numbers spelled in syllables (さんぜんにひゃくじゅうなな): written in their signs, then read."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache

from claims.lexicon import NumberGrammar
from claims.numeral import Numeral
from claims.tokens import Token

__all__ = ["spelled_runs"]

_SIGNS = frozenset("十百千万億兆")


@cache
def _pattern(syllables: tuple[str, ...]) -> re.Pattern[str]:
    """Two or more of ``syllables`` that no other syllable touches."""
    one = "|".join(sorted(syllables, key=len, reverse=True))
    return re.compile(f"(?<![ぁ-ん])(?:{one}){{2,}}(?![ぁ-ん])")


def spelled_runs(text: str, tokens: Sequence[Token], grammar: NumberGrammar) -> list[tuple[str, Numeral]]:
    """Every run of syllables that may be a number: in its signs, and where it lies (value still 0).

    A number begins with a digit and holds a scale, for short runs are particles more often (じゅうに, にし).
    """
    spelled = grammar.section.spelled
    found: list[tuple[str, Numeral]] = []
    for match in _pattern(tuple(spelled)).finditer(text):
        written = _signs(match[0], spelled)
        if written[0] in _SIGNS or not _SIGNS.intersection(written):
            continue
        first = bisect_left(tokens, match.start(), key=lambda token: token.start)
        last = bisect_right(tokens, match.end() - 1, key=lambda token: token.start)
        found.append((written, replace(_PLACE, start=match.start(), end=match.end(), first=first, last=last)))
    return found


def _signs(run: str, spelled: Mapping[str, str]) -> str:
    pattern = re.compile("|".join(sorted(spelled, key=len, reverse=True)))
    return pattern.sub(lambda match: spelled[match[0]], run)


_PLACE = Numeral(0, 0, Decimal(0), Decimal(1), words=True)
