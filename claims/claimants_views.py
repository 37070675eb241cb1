"""The two sides that count a march: "85 000 manifestants pour la police, 240 000 pour les syndicats"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.claimants_bounds import Phrase
from claims.claimants_kinds import kinds_told
from claims.claimants_phrases import phrase_after
from claims.cues import ARTICLE, Lexicon
from claims.quotes_words import WORD, Token
from records.span import Span

__all__ = ["find_views"]

_AUTHORITIES = frozenset({"police", "interior", "governor", "mayor", "ministry", "government", "authorities"})
_MARCHERS = frozenset({"organisers", "union", "party", "association", "rights"})
_HEAD = 2
"""Words, articles aside, of which one tells the kind of a source behind a word for a view."""


def find_views(
    sentence: str, tokens: Sequence[Token], lexicon: Lexicon, figures: Sequence[Span], taken: set[int]
) -> list[tuple[Phrase, int]]:
    """The phrases behind words for a view ("pour", "per"), each with the token of that word, where authorities are
    among them and those who march: of a lone "40 millions pour la police" nobody tells whose number it is."""
    found: list[tuple[Phrase, int, frozenset[str]]] = []
    for n, token in enumerate(tokens):
        if token.low not in lexicon.views or n in taken:
            continue
        phrase = phrase_after(tokens, n + 1, lexicon, figures, taken)
        if phrase is None:
            continue
        words = [t for t in tokens[phrase[0] : phrase[1]] if t.kind == WORD and not t.tag & ARTICLE][:_HEAD]
        head = Span(tokens[phrase[0]].start, words[-1].end) if words else None
        kinds = kinds_told(head.of(sentence), lexicon.code) if head is not None else frozenset[str]()
        found.append((phrase, n, kinds))
    if not all(any(kinds & side for _, _, kinds in found) for side in (_AUTHORITIES, _MARCHERS)):
        return []
    return [(phrase, n) for phrase, n, kinds in found if kinds & (_AUTHORITIES | _MARCHERS)]
