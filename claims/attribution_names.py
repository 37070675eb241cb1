"""Reads who speaks out of the words beside a cue: a name, else an office or body, else a pronoun."""

from __future__ import annotations

from collections.abc import Sequence

from claims.attribution_between import past_complement, pieces_of, skip_leads, told_agency
from claims.attribution_bodies import as_body
from claims.attribution_phrases import Mention, is_name_word, phrase_after, phrase_before
from claims.attribution_runs import best_name
from claims.cues import (
    ARTICLE,
    BODY,
    LINK,
    PARTICLE,
    PRONOUN,
    ROLE,
    SKIP,
    STOP,
    THAT,
    THEY,
    Lexicon,
)
from claims.media import past_medium
from claims.quotes_words import POINT, WORD, Token

__all__ = ["governed_name", "read_after", "read_before"]


def read_after(tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon) -> Mention | None:
    """The speaker among tokens ``first`` up to ``last``, which follow a cue; None when nobody is named there."""
    found = _read_after(tokens, first, last, lexicon)
    return (
        as_body(tokens, first, _piece_end(tokens, found.last, last), found, lexicon.section.adjective_ends)
        if found is not None
        else None
    )


def _piece_end(tokens: Sequence[Token], at: int, last: int) -> int:
    return next((i for i in range(at, last) if tokens[i].kind == POINT), last)


def _read_after(tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon) -> Mention | None:
    first = past_medium(tokens, skip_leads(tokens, first, last), last)
    first = past_complement(tokens, first, last, lexicon)
    pieces = pieces_of(tokens, first, last)
    if not pieces:
        return None
    lo, hi = pieces[0]
    if lo >= hi:
        return None
    if lo + 1 < hi and _is_pronoun(tokens, lo, hi) and tokens[lo].tag & PRONOUN == THEY:
        following = tokens[lo + 1]  # "so formulierte es die Anklägerin"
        lo += bool(following.tag & (ROLE | ARTICLE) or is_name_word(following, lexicon))
    hi = told_agency(tokens, lo, hi)
    name = best_name(tokens, lo, hi, lexicon)
    pronoun = _is_pronoun(tokens, lo, hi)
    if name is not None and name.score >= 2 and not pronoun:
        return _full_after_office(tokens, name, pieces, lexicon) or name
    if pronoun:
        return Mention(lo, lo + 1, "pronoun")
    phrase = phrase_after(tokens, lo, hi, lexicon)
    if phrase is not None and len(pieces) > 1:
        apposed = best_name(tokens, *pieces[1], lexicon)
        if apposed is not None and apposed.score >= 3 and apposed.first - pieces[1][0] <= 4:
            return apposed
    return phrase if phrase is not None else (name if name is not None and name.score > 0 else None)


def read_before(tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon) -> Mention | None:
    """The speaker among tokens ``first`` up to ``last``, which precede a cue; None when nobody is named there."""
    found = _read_before(tokens, first, last, lexicon)
    return (
        as_body(tokens, first, _piece_end(tokens, found.last, last), found, lexicon.section.adjective_ends)
        if found is not None
        else None
    )


def _read_before(tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon) -> Mention | None:
    while last > first and tokens[last - 1].tag & SKIP and not is_name_word(tokens[last - 1], lexicon):
        last -= 1
    pieces = pieces_of(tokens, first, last)
    if last > first and tokens[last - 1].text in {",", "،", "、", "，"} and len(pieces) >= 2:
        apposed = _apposed(tokens, pieces, lexicon)
        if apposed is not None:
            return apposed
    for lo, hi in reversed(pieces[-3:]):
        found = _subject(tokens, lo, hi, lexicon)
        if found is not None:
            return found
    return None


def governed_name(tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon) -> Mention | None:
    """The body that a preposition rules: the ministry of "in the ministry they said"."""
    for i in range(first, last):
        if tokens[i].tag & STOP and i + 1 < last and tokens[i + 1].kind == WORD:
            return phrase_after(tokens, i + 1, last, lexicon)
    return None


def _apposed(tokens: Sequence[Token], pieces: list[tuple[int, int]], lexicon: Lexicon) -> Mention | None:
    """The name of "Marta Lindqvist, the commander, said" and of "the commander, Marta Lindqvist, said"."""
    inner = best_name(tokens, *pieces[-1], lexicon)
    if len(pieces) < 2:
        return inner
    lo, hi = pieces[-2]
    outer = best_name(tokens, lo, hi, lexicon)
    held = outer is not None and outer.last - outer.first == 1 and outer.first > lo
    if held and outer is not None and tokens[outer.first - 1].tag & ROLE and inner is not None and inner.score >= 3:
        return inner  # "ministrul Transporturilor, Lukas Derrin,": the name only says what the office is of
    lone = outer is not None and outer.last - outer.first == 1 and any(t.tag & ROLE for t in tokens[lo:hi])
    if lone and inner is not None and inner.score >= 3 and inner.first == pieces[-1][0]:
        return inner  # "the head of the group in the Bundestag, Ann Roe,"
    if outer is not None and outer.score >= 2 and outer.last == hi:
        return outer
    if inner is not None and inner.score >= 3:
        return inner
    return outer if outer is not None and outer.score >= 2 else _subject(tokens, lo, hi, lexicon)


def _subject(tokens: Sequence[Token], lo: int, hi: int, lexicon: Lexicon) -> Mention | None:
    while lo < hi - 1 and tokens[lo].low in lexicon.conjunctions and tokens[lo].tag & STOP:
        lo += 1
    who = next((i for i in range(lo + 1, hi) if tokens[i].low in lexicon.section.relative_persons), None)
    if who is not None:
        hi = who  # "a diplomat who attended the dinner"
    name = best_name(tokens, lo, hi, lexicon)
    if name is not None and name.score >= 2:
        return _with_rest(tokens, name, lo, hi, lexicon)
    for i in range(hi - 1, max(lo - 1, hi - 4), -1):
        if _is_pronoun(tokens, i, hi) and not (i > lo and tokens[i - 1].tag & STOP):
            return Mention(i, i + 1, "pronoun")
    phrase = phrase_before(tokens, lo, hi, lexicon)
    return name if phrase is None and name is not None and name.score > 0 else phrase


def _is_pronoun(tokens: Sequence[Token], at: int, hi: int) -> bool:
    """Whether the word at ``at`` is a pronoun, and no article before its noun where one word is both ("az", "het")."""
    token = tokens[at]
    if not token.tag & PRONOUN:
        return False
    following = tokens[at + 1] if at + 1 < hi else None
    article = token.tag & ARTICLE and following is not None and following.kind == WORD
    return not (article and following is not None and not following.tag & (SKIP | STOP | THAT))


def _with_rest(tokens: Sequence[Token], name: Mention, lo: int, hi: int, lexicon: Lexicon) -> Mention:
    """``name``, or the whole phrase where only the capital that begins a sentence made a name of its first word."""
    opens = lo == 0 or tokens[lo - 1].kind != WORD
    objects = lexicon.section.datives
    if objects:  # "Opozicija | biudžetą pavadino"
        hi = next((i for i in range(name.last, hi) if not tokens[i].tag and tokens[i].low.endswith(objects)), hi)
    if name.first != lo or name.last != lo + 1 or not opens or not 0 < hi - name.last <= 5:
        return name
    rest = tokens[name.last : hi]
    plain = all(t.kind == WORD and t.text[0].islower() and not t.tag & ~(LINK | ROLE | BODY | PARTICLE) for t in rest)
    if plain and not rest[-1].tag & LINK:
        return Mention(lo, hi, "role")
    tied = rest[0].kind == WORD and rest[0].text[0].islower() and not rest[0].tag and _ties(rest)
    return Mention(lo, hi, "role") if tied else name


def _ties(rest: Sequence[Token]) -> bool:
    """Whether an adjective and a preposition tie further words to the noun: "Fuentes cercanas a la negociación"."""
    words = all(t.kind == WORD and not t.tag & (THAT | PRONOUN) for t in rest)
    return words and len(rest) >= 3 and bool(rest[1].tag & STOP) and not rest[-1].tag


def _full_after_office(
    tokens: Sequence[Token], name: Mention, pieces: list[tuple[int, int]], lexicon: Lexicon
) -> Mention | None:
    """The full name behind the comma where ``name`` is only what an office is of: "minister of Defence, Ann Roe",
    "director of Ada Central Hospital, Ann Roe", Danish "Nordmarks forsvarsminister, Ann Roe"."""
    if len(pieces) < 2:
        return None
    office = next((i for i in range(name.first - 1, pieces[0][0] - 1, -1) if tokens[i].tag & ROLE), None)
    behind = tokens[name.last : pieces[0][1]]
    owning = name.last - name.first == 1 and len(behind) == 1 and bool(behind[0].tag & ROLE)
    if not owning and (office is None or not _is_what_an_office_is_of(tokens, office, name)):
        return None
    apposed = best_name(tokens, *pieces[1], lexicon)
    named = apposed is not None and apposed.score >= 3 and apposed.first == pieces[1][0]
    if apposed is None or not named or any(token.tag & BODY for token in tokens[apposed.first : apposed.last]):
        return None
    return apposed


def _is_what_an_office_is_of(tokens: Sequence[Token], office: int, name: Mention) -> bool:
    """Whether the name behind an office is a ministry's, a hospital's or a town's, no person's: one word ("minister of
    Defence"), three or more, one of them "ministry" or the like, or with words before it ("director of | the Ada
    Hospital")."""
    words = name.last - name.first
    bodied = any(token.tag & BODY for token in tokens[office + 1 : name.last])
    return bodied or words != 2 or name.first - office > 1
