"""Where on a road or a course something was, by its kilometre: (et) 28. kilomeetril, al kilómetro 28, the 28th mile."""

from __future__ import annotations

from collections.abc import Sequence

from claims.context_reading import Reading
from claims.grammar import FigureGrammar
from claims.tokens import Token

__all__ = ["name_kilometres"]

_LONG = frozenset({"length-kilometer", "length-mile"})
_KILOMETRE = frozenset({"length-kilometer"})


def name_kilometres(text: str, tokens: Sequence[Token], readings: Sequence[Reading], grammar: FigureGrammar) -> None:
    """Reads ordinals of kilometres and miles as about so far: in the 28th kilometre one is past 27 and 28 at most."""
    taken = {at for reading in readings for at in range(reading.left, reading.right)}
    for reading in readings:
        if reading.role or reading.numeral.fraction or reading.ranged or reading.score:
            continue
        at = reading.numeral.last
        dotted = at < len(tokens) and tokens[at].word == "." and tokens[at].start == reading.numeral.end
        found = grammar.after.find(text, tokens, at + dotted)
        if (reading.numeral.ordinal or dotted) and found is not None and found[1].code in _LONG:
            reading.right = max(reading.right, at + dotted + found[0])
            reading.end = tokens[reading.right - 1].end
        else:
            before = reading.numeral.first - 1
            found = (
                None if before in taken or not _is_digits(tokens, reading) else grammar.after.find(text, tokens, before)
            )
            if found is None or found[0] > 1 or found[1].code not in _KILOMETRE:
                continue
            reading.start = tokens[before].start
        reading.role, reading.code = "unit", found[1].code
        reading.modifier = "about" if reading.modifier == "exact" else reading.modifier


def _is_digits(tokens: Sequence[Token], reading: Reading) -> bool:
    return tokens[reading.numeral.first].digits
