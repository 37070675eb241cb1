"""Reads the name in a noun phrase without capitals: past the office before it, up to what the verb takes."""

from __future__ import annotations

from collections.abc import Sequence

from claims.attribution_phrases import Mention
from claims.cues import ARTICLE, BODY, COMPLEMENT, LINK, PARTICLE, ROLE, TERRITORY, TITLE, Lexicon
from claims.quotes_words import POINT, Token

__all__ = ["name_behind_clause", "name_in"]

_LONGEST_NAME = 5
_OPENING = frozenset("(（")
_CHINESE_NAME = 3
_SHORT = 2
"""Letters that hardly are a name beside a body and an office: "재난 당국 책임자"."""
_FULL_NAME = 2


def name_behind_clause(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> Mention | None:
    """The Chinese name of three signs that a clause describes right before the verb at ``at``: "开店的李建国"."""
    endings = lexicon.section.attributives
    if not lexicon.families or lexicon.section.spaced or at < 2 or tokens[at - 1].tag:
        return None
    name = tokens[at - 1].text
    described = bool(endings) and tokens[at - 2].text.endswith(endings)
    return Mention(at - 1, at, "name", 3) if described and _is_short_chinese(name, lexicon.families) else None


def _is_short_chinese(name: str, families: frozenset[str]) -> bool:
    """Whether ``name`` is a family's sign and two more."""
    return len(name) == _CHINESE_NAME and name[0] in families


def name_in(  # noqa: PLR0911 - one rule a line
    tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon
) -> Mention:
    """The last run of words that are neither office, country nor link; the whole phrase when there is none."""
    adjuncts = lexicon.section.adjuncts
    heads = [i for i in range(first, last) if tokens[i].tag & (ROLE | TITLE | BODY)]
    if not heads:
        start = _past_office(tokens, first, last, adjuncts)
        if lexicon.section.name_words and last - start == lexicon.section.name_words + 1:
            start += 1
        last = _name_end(tokens, start, last, lexicon)
        return Mention(start, last, "name", 2)
    if _is_body(tokens, heads, last, adjuncts):
        return Mention(first, _body_end(tokens, heads[0], last, lexicon), "role")
    runs = _runs(tokens, first, last, adjuncts)
    if runs and runs[-1][1] - runs[-1][0] > _LONGEST_NAME and tokens[runs[-1][0] - 1].tag & (ROLE | TITLE):
        runs = [(runs[-1][0], runs[-1][0] + _FULL_NAME)]  # what the verb reports follows the name at once
    if not runs or runs[-1][1] - runs[-1][0] > _LONGEST_NAME:
        return Mention(first, last, "role")
    leading = _before_office(tokens, runs, first, clauses=lexicon.section.verb_final)
    if leading is not None:
        return Mention(*leading, "name", 3)
    if len(runs) > 1 and _names_body(tokens, runs[-1], first):
        runs.pop()  # "Julia Ross, a nurse at hospital | central"
    lo, hi = runs[-1]
    if lo > first:
        hi = _name_end(tokens, lo, hi, lexicon)
    if _is_officer(tokens, lo, hi, last) or _names_body(tokens, runs[-1], first):
        return Mention(first, last, "role")
    if hi - lo == 1 and lo > first and adjuncts and tokens[lo].text.startswith(adjuncts):
        return Mention(first, last, "role")  # "the company of the aviation": a body, not a name
    return Mention(_past_office(tokens, lo, hi, adjuncts), hi, "name", 3)


def _before_office(
    tokens: Sequence[Token], runs: Sequence[tuple[int, int]], first: int, *, clauses: bool
) -> tuple[int, int] | None:
    """The full name behind a title, or at the start, where the office and its place follow it: "Mr Anton Reyal governor
    of-the-province".

    None where another title or a full name comes later, or a clause may stand before the office (``clauses``).
    """
    lo, hi = runs[0]
    if len(runs) < 2 or hi - lo < _FULL_NAME or not tokens[hi].tag & ROLE or tokens[hi].tag & BODY:
        return None
    titled = lo > first and bool(tokens[lo - 1].tag & TITLE)
    later = any(tokens[a - 1].tag & TITLE or (b - a >= _FULL_NAME and not titled) for a, b in runs[1:])
    return (lo, hi) if (titled or (lo == first and not clauses)) and not later else None


def _name_end(tokens: Sequence[Token], lo: int, hi: int, lexicon: Lexicon) -> int:
    """Where a name ends whose second word or a later one has the article: the verb's object follows it.

    "the envoy Hussein al-Shawi | the elders", in a language whose verb stands first; not "Abd al-Fattah | al-Sisi".
    """
    if not lexicon.section.verb_first or not lexicon.section.adjuncts:
        return hi
    for i in range(lo + 1, hi - 1):
        if tokens[i].text.startswith(lexicon.section.adjuncts) and not tokens[i - 1].tag & PARTICLE:
            return i + 1 if not tokens[i + 1].tag & PARTICLE else hi
    return hi


def _is_officer(tokens: Sequence[Token], lo: int, hi: int, last: int) -> bool:
    """Whether the words beside an office only say whose or how many it is: "市の担当者", "시 관계자", 医生们."""
    if hi - lo == 1 and len(tokens[lo].text) == 1:
        return True
    if hi >= last or not tokens[last - 1].tag & ROLE:
        return False
    linked = any(token.tag & LINK for token in tokens[hi:last]) or (hi - lo == 1 and len(tokens[lo].text) <= _SHORT)
    return linked and bool(tokens[hi].tag & (LINK | BODY))


def _names_body(tokens: Sequence[Token], run: tuple[int, int], first: int) -> bool:
    """Whether the one word of ``run`` only names the body of an office before it: "head of-the-service Rescue"."""
    lo, hi = run
    if hi - lo != 1 or lo <= first + 1 or not tokens[lo - 1].tag & BODY:
        return False
    return any(token.tag & ROLE and not token.tag & BODY for token in tokens[first : lo - 1])


def _runs(tokens: Sequence[Token], first: int, last: int, adjuncts: tuple[str, ...]) -> list[tuple[int, int]]:
    """The stretches of words that are no office, body, country or link, nor an adjective right behind one."""
    parting = ROLE | TITLE | BODY | LINK | TERRITORY | COMPLEMENT
    runs: list[tuple[int, int]] = []
    start = first
    for i in range(first, last + 1):
        token = tokens[i] if i < last else None
        if token is not None and adjuncts and i - start == 1 and start > first and token.tag & ROLE:
            continue  # a surname that is also a trade, behind a given name
        if token is None or (token.kind == POINT and token.text not in {"·", "・"}) or token.tag & parting:
            if start < i:
                runs.append((start, i))
            start = i + 1
        elif adjuncts and i - start >= 2 and start > first and token.text.startswith(adjuncts):
            return [*runs, (start, i)]  # a full name, then the verb's object with its article
        elif start == i and adjuncts and token.text.startswith(adjuncts) and i + 1 < last and i > first:
            start = i + 1
    bare = [(lo, hi) for lo, hi in runs if not (lo > first and tokens[lo - 1].text in _OPENING)]
    return [(lo, hi) for lo, hi in bare if not all(t.tag & ARTICLE for t in tokens[lo:hi])]


def _past_office(tokens: Sequence[Token], lo: int, hi: int, adjuncts: tuple[str, ...]) -> int:
    """Past an office that no list has, where its article tells: "the welder Yossi Azulay"."""
    if not adjuncts:
        return lo
    defined = [i for i in range(lo, min(hi - 2, lo + 4)) if len(tokens[i].text) > 3 and _defined(tokens[i], adjuncts)]
    return defined[-1] + 1 if defined and not _defined(tokens[defined[-1] + 1], adjuncts) else lo


def _defined(token: Token, adjuncts: tuple[str, ...]) -> bool:
    return token.text.startswith(adjuncts)


def _is_body(tokens: Sequence[Token], heads: Sequence[int], last: int, adjuncts: tuple[str, ...]) -> bool:
    """Whether the phrase is a body's: its noun stands first and no person's office after it, or ends the phrase."""
    first = tokens[heads[0]]
    persons = [
        i
        for i in heads
        if not tokens[i].tag & BODY and not (i > heads[0] and adjuncts and tokens[i].text.startswith(adjuncts))
    ]
    if first.tag & BODY and not persons:
        return True
    return heads[-1] == last - 1 and bool(tokens[last - 1].tag & BODY) and not persons


def _body_end(tokens: Sequence[Token], head: int, last: int, lexicon: Lexicon) -> int:
    """Where a body's name ends when its verb stood before it and an object may follow: after its adjectives."""
    if not lexicon.section.verb_first:
        return last
    end = head + 1
    while end < last:
        token = tokens[end]
        belongs = token.tag & (ROLE | BODY | TERRITORY | LINK) or token.text.startswith(lexicon.section.adjuncts)
        if not belongs and not (end == head + 1 or tokens[end - 1].tag & LINK):
            break
        end += 1
    return end
