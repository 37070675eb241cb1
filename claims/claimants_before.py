"""Whose figures a sentence tells that only points back: "The fire service worked all night. It put the loss at 40"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import regex

from claims.claimants_kinds import is_account, is_kind_word, is_nobody, kind_places, kinds_told
from claims.claimants_sources import claim_lexicon, find_sources
from claims.cues import ARTICLE, BODY, LINK, ROLE, SKIP, STOP, THAT, Lexicon, find_cues, tag_words
from claims.lexicon import number_grammar, primary_code
from claims.quotes_words import POINT, QUOTE, WORD, Token, read_row
from configs.language.figures_sources import WIDE_KINDS

__all__ = ["is_pointer", "named_before", "opening_source", "points_back"]

_WIDELY_CALLED = WIDE_KINDS | frozenset(
    [
        "health",
        "rescue",
        "statistics",
        "weather",
        "regulator",
        "un",
        "customs",
        "security",
        "commission",
        "scientists",
        "laboratory",
        "red_cross",
        "union",
        "insurers",
        "organisers",
        "rights",
        "business",
    ]
)
"""Kinds of bodies that are called an agency or an association: no government is."""
_OPENING = 3
"""Tokens within which a verb without a subject opens its sentence."""
_LEAD = 10
"""Tokens within which a sentence names its subject."""
_TIED = 3
"""Words that a link ties to a body, at most: the mayor of the old town."""


def is_pointer(claimant: str, language: str) -> bool:
    """Whether the words only point at a source named before: "it", "its figures"."""
    code = primary_code(language)
    words = [word for word in regex.findall(r"[\p{L}\p{M}\u200c'’-]+", claimant.lower()) if word]
    pointers = _pointers(code)
    if pointers is None or not words:
        return False
    articles = {form.lower() for form in claim_lexicon(code).section.articles}
    pointing = [pointers.fullmatch(word) is not None for word in words]
    rest = [word for word, points in zip(words, pointing, strict=True) if not points and word not in articles]
    return any(pointing) and all(is_nobody([word], code) or is_account(word, code) for word in rest)


def named_before(claimant: str | None, before: str, language: str) -> str | None:
    """The source named in the sentence ``before`` that ``claimant`` stands for: any for a pronoun, nobody or a wide
    word ("the agency"), a fuller name of its kind for a bare one ("the ministry"); None where there is none."""
    code = primary_code(language)
    pointer = claimant is None or is_pointer(claimant, language)
    kinds = frozenset[str]() if claimant is None or pointer else _bare_kinds(claimant, code)
    if not pointer and not kinds:
        return None
    source = opening_source(before, language)
    if source is None or pointer:
        return source
    told = kinds_told(source, code)
    return source if kinds <= told or (kinds <= WIDE_KINDS and told <= _WIDELY_CALLED) else None


def _bare_kinds(claimant: str, code: str) -> frozenset[str]:
    """The kinds that a lone word tells, pointers and articles aside; none of a phrase of more words."""
    articles = {form.lower() for form in claim_lexicon(code).section.articles}
    pointers = _pointers(code)
    words = claimant.lower().split()
    rest = [w for w in words if w not in articles and (pointers is None or pointers.fullmatch(w) is None)]
    lone = " ".join(rest)
    return kinds_told(lone, code) if is_kind_word(lone, code) else frozenset()


def points_back(sentence: str, language: str) -> bool:
    """Whether a sentence tells what somebody said who is named in none of its words: "Hanno detto che …", "Demnach"."""
    code = primary_code(language)
    lexicon = claim_lexicon(code)
    if not lexicon.entries:
        return False
    tokens = read_row(sentence, (), lexicon.pattern, lexicon.ends).tokens
    tag_words(tokens, lexicon)
    if any(token.kind == QUOTE for token in tokens):
        return False
    cues = find_cues(tokens, 0, len(tokens), lexicon)
    if any(source.span is not None for source in find_sources(sentence, tokens, code, lexicon, ())):
        return False
    return any(
        cue.kind in ("known", "own")
        or (cue.kind == "verb" and _is_subjectless(tokens, cue.first, cue.last, lexicon))
        or (cue.kind == "before" and cue.first <= 1 and tokens[min(cue.last, len(tokens) - 1)].kind == POINT)
        for cue in cues
    )


def _is_subjectless(tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether the verb of saying at tokens ``first`` .. ``last`` opens its sentence, or ends it where verbs do."""
    if lexicon.section.verb_final:
        behind = [token for token in tokens[last:] if token.kind == WORD and not token.tag & SKIP]
        return not behind
    words = [token for token in tokens[:first] if token.kind == WORD and not token.tag & (SKIP | STOP)]
    clause = last >= len(tokens) or tokens[last].kind == POINT or bool(tokens[last].tag & THAT)
    return first <= _OPENING and clause and all(w.low in lexicon.section.sources_clause for w in words)


def opening_source(sentence: str, language: str) -> str | None:
    """The body or office that is the subject of ``sentence``, told by the words for its kind; None where there is
    none among its first words."""
    code = primary_code(language)
    lexicon = claim_lexicon(code)
    tokens = read_row(sentence, (), lexicon.pattern, lexicon.ends).tokens
    tag_words(tokens, lexicon)
    for place in kind_places(sentence, code):
        inside = [n for n, token in enumerate(tokens) if token.start < place.end and place.start < token.end]
        if not inside:
            continue
        if inside[0] > _LEAD:
            return None
        start = inside[0] if lexicon.section.verb_first else _start(tokens, inside[0])
        ruled = start and _is_ruled(tokens[start - 1]) and not lexicon.section.oblique_subjects
        if ruled or tokens[start].low in lexicon.section.oblique_articles:
            continue
        told = sentence[tokens[start].start : tokens[_end(tokens, inside[-1] + 1)].end]
        if not told[:1].isdigit():  # "40 hospitals" are counted
            return told
    return None


def _start(tokens: Sequence[Token], at: int) -> int:
    """Where the phrase of the body at token ``at`` begins: at its article, or that of the office it belongs to."""
    while at and tokens[at - 1].kind == WORD:
        before = tokens[at - 1]
        if before.tag & ARTICLE:
            office = at > 1 and tokens[at - 2].tag & (BODY | ROLE)
            if not office:
                return at - 1
        elif before.tag & (STOP | LINK | SKIP | THAT) and not before.tag & (BODY | ROLE):
            return at
        at -= 1
    return at


def _is_ruled(before: Token) -> bool:
    """Whether the word before a phrase is a preposition: what it rules is no subject."""
    return before.kind == WORD and bool(before.tag & (STOP | LINK)) and not before.tag & (ARTICLE | SKIP | THAT)


def _end(tokens: Sequence[Token], at: int) -> int:
    """The last token of a body's name whose noun ends before token ``at``: further such nouns and what links tie."""
    last = at - 1
    for n in range(at, min(len(tokens), at + _TIED)):
        token = tokens[n]
        tied = token.tag & (LINK | ARTICLE) or (n > at and tokens[n - 1].tag & (LINK | ARTICLE))
        if token.kind != WORD or not (tied or token.tag & (BODY | ROLE)):
            break
        last = n if not token.tag & (LINK | ARTICLE) else last
    return last


@cache
def _pointers(code: str) -> regex.Pattern[str] | None:
    words = number_grammar(code).section.claim_pointers
    stems = "|".join(regex.escape(word.lower()).replace(r"\*", r"[\p{L}\p{M}]*") for word in words)
    return regex.compile(stems) if stems else None
