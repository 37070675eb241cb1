"""Who says so: the source that a sentence names for what it claims ("according to X", за даними X, X teilte mit)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from claims.lexicon import number_grammar, primary_code
from claims.tokens import Token, tokenize
from records.span import Span

__all__ = ["find_claimant"]

_LONGEST = 8
_ENDS = frozenset(',.;:()«»"“”—–!?')
_OPENERS = re.compile(r"[,;:]\s|[—–]\s")


@dataclass(frozen=True, slots=True)
class _Cues:
    """Phrases before, phrases after, and verbs, each as tuples of words."""

    before: tuple[tuple[str, ...], ...]
    after: tuple[tuple[str, ...], ...]
    verbs: tuple[tuple[str, ...], ...]


@cache
def _cues(code: str) -> _Cues:
    grammar = number_grammar(code)

    def phrases(words: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
        split = (tuple(t.word for t in tokenize(w, grammar.pattern, grammar.fold)) for w in words)
        return tuple(sorted(split, key=len, reverse=True))

    section = grammar.section
    return _Cues(phrases(section.claim_before), phrases(section.claim_after), phrases(section.claim_verbs))


def find_claimant(sentence: str, language: str) -> Span | None:
    """The words that name the source of what ``sentence`` says, as a span of it; None when it is the outlet's own."""
    code = primary_code(language)
    grammar, cues = number_grammar(code), _cues(code)
    if not (cues.before or cues.after or cues.verbs):
        return None
    tokens = tokenize(sentence, grammar.pattern, grammar.fold)
    return (
        _after_cue(tokens, cues.before, sentence)
        or _before_cue(tokens, cues.after, sentence, named=False)
        or _before_cue(tokens, cues.verbs, sentence, named=True)
        or _after_cue(tokens, cues.verbs, sentence, named=True)
    )


def _find(tokens: list[Token], phrases: tuple[tuple[str, ...], ...]) -> tuple[int, int] | None:
    firsts = {phrase[0] for phrase in phrases if phrase}
    for at, token in enumerate(tokens):
        if token.word in firsts:
            for phrase in phrases:
                if tuple(t.word for t in tokens[at : at + len(phrase)]) == phrase:
                    return at, at + len(phrase)
    return None


def _after_cue(
    tokens: list[Token], phrases: tuple[tuple[str, ...], ...], sentence: str, named: bool = False
) -> Span | None:
    found = _find(tokens, phrases)
    if found is None:
        return None
    names: list[Token] = []
    for token in tokens[found[1] : found[1] + _LONGEST]:
        if token.word in _ENDS or token.digits:
            break
        names.append(token)
    return _span(names, sentence, named)


def _before_cue(tokens: list[Token], phrases: tuple[tuple[str, ...], ...], sentence: str, named: bool) -> Span | None:
    found = _find(tokens, phrases)
    if found is None:
        return None
    names: list[Token] = []
    for token in reversed(tokens[max(0, found[0] - _LONGEST) : found[0]]):
        if token.word in _ENDS or token.digits:
            break
        names.append(token)
    return _span(names[::-1], sentence, named)


def _span(names: list[Token], sentence: str, named: bool) -> Span | None:
    """A source beside a verb must look like a name or an office: a capital, or a script without capitals."""
    if not names:
        return None
    span = Span(names[0].start, names[-1].end)
    words = span.of(sentence)
    cased = words.lower() != words.upper()
    if named and cased and not any(sentence[name.start].isupper() for name in names):
        return None
    return span
