"""Reads the surest name in a stretch of words: a run of capitals without the office or country before it."""

from __future__ import annotations

from collections.abc import Sequence

from claims.attribution_phrases import Mention, is_common, is_governed, is_name_word, is_territory
from claims.cues import ARTICLE, LINK, PARTICLE, ROLE, STOP, TITLE, Lexicon
from claims.quotes_words import POINT, WORD, Token

__all__ = ["best_name"]


def best_name(tokens: Sequence[Token], lo: int, hi: int, lexicon: Lexicon) -> Mention | None:
    if not lexicon.section.cased:
        return None
    best: Mention | None = None
    i = lo
    while i < hi:
        if not is_name_word(tokens[i], lexicon):
            i += 1
            continue
        end = _name_end(tokens, i, hi, lexicon)
        found = _rate(tokens, lo, i, end, hi, lexicon)
        if found is not None and (best is None or found.score > best.score or _is_of_office(tokens, best, found)):
            best = found
        i = end
    return best


def _past_place(tokens: Sequence[Token], start: int, last: int, lexicon: Lexicon) -> int:
    """Past the place between an office and a name of two words: "президент Велькии Данило Корнат"."""
    words = tokens[start:last]
    if len(words) != 3 or any(t.kind != WORD or t.tag & PARTICLE for t in words):
        return start
    return start if words[1].low.endswith(lexicon.section.patronymics) else start + 1


def _is_place(tokens: Sequence[Token], lo: int, at: int) -> bool:
    """Whether the first of three capitals behind an office is a place that the text names elsewhere, in any case.

    "министр обороны Корвении Марек Тавиан": "Корвения" stands elsewhere without him.
    """
    if not any(t.tag & ROLE for t in tokens[max(lo, at - 3) : at]):
        return False
    word, name = tokens[at], tokens[at + 1].low
    stem = word.low[: max(4, len(word.low) - 2)]
    return any(
        t.low.startswith(stem) and len(t.low) <= len(word.low) + 2 and t.text[0].isupper() and tokens[i].low != name
        for i, t in enumerate(tokens[:-1], start=1)
        if t is not word
    )


def _is_bare_office(tokens: Sequence[Token], lo: int, first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether the word with which a sentence opens is an office that no list has: "Imker Lotte van Zanten opent".

    Its capital says nothing, and two more words behind it are the name. Not where it stands with a capital inside
    another sentence, nor before a father's name; behind an article it is one wherever nouns have capitals.
    """
    if sum(t.kind == WORD and not t.tag & PARTICLE for t in tokens[first:last]) != 3:
        return False
    if tokens[first].kind != WORD or tokens[first + 1].kind != WORD or tokens[first + 1].text[0].islower():
        return False
    before = tokens[first - 1] if first else None
    if lexicon.section.noun_capitals:
        return before is not None and bool(before.tag & ARTICLE) and not tokens[first].low.endswith(("e", "en", "er"))
    if not lexicon.section.bare_offices or (before is not None and before.kind == WORD) or first > lo:
        return False
    if tokens[first + 1].low.endswith(lexicon.section.patronymics):
        return False
    word = tokens[first].text
    return not any(t.text == word and tokens[i - 1].kind == WORD for i, t in enumerate(tokens) if i)


def _is_of_office(tokens: Sequence[Token], earlier: Mention, later: Mention) -> bool:
    """Whether ``earlier`` only says what office ``later`` holds: "Porto Alvo coach Marcos Teixeira"."""
    between = tokens[earlier.last : later.first]
    return later.score >= 2 and 0 < len(between) <= 3 and all(t.tag & (ROLE | TITLE) for t in between)


def _name_end(tokens: Sequence[Token], i: int, hi: int, lexicon: Lexicon) -> int:
    end = i + 1
    while end < hi:
        token = tokens[end]
        previous = tokens[end - 1]
        if is_name_word(token, lexicon):
            if previous.text.endswith(("'s", "’s", "s'", "s’")):
                break
            if end - i >= 2 and lexicon.name_ends is not None and lexicon.name_ends.fullmatch(token.text):
                break
            end += 1
        elif (
            token.text == "." and token.start == previous.end and (len(previous.text) == 1 or previous.tag & TITLE)
        ) or (token.tag & PARTICLE and end + 1 < hi and _joins(tokens, end, hi, lexicon)):
            if lexicon.section.noun_capitals and end - i >= 2 and token.tag & STOP:
                break  # "Gerda Scharf von der Gewerkschaft"; but "Ursula von der Leyen"
            end += 1
        else:
            break
    while end > i + 1 and tokens[end - 1].kind != WORD and len(tokens[end - 2].text) > 1:
        end -= 1
    return end


def _joins(tokens: Sequence[Token], at: int, hi: int, lexicon: Lexicon) -> bool:
    """Whether the particle at ``at`` leads, maybe over another one, to a further word of the name."""
    for i in range(at + 1, min(at + 3, hi)):
        if is_name_word(tokens[i], lexicon):
            return True
        if not tokens[i].tag & PARTICLE:
            return False
    return False


def _apposition_between(tokens: Sequence[Token], lo: int, at: int) -> bool:
    """Whether two plain words part a full name from the preposition: "в съда вдовицата Елза Грозева"."""
    between = tokens[max(lo, at - 2) : at]
    return len(between) == 2 and all(t.kind == WORD and t.text[0].islower() and not t.tag & ~ROLE for t in between)


def _rate(  # noqa: PLR0912 - one rule a branch
    tokens: Sequence[Token], lo: int, first: int, last: int, hi: int, lexicon: Lexicon
) -> Mention | None:
    """The capitalised run ``first`` .. ``last`` without office and country, and how surely it names a speaker."""
    start = first
    for i in range(first, last):
        if i == last - 1 and i > first and not tokens[i - 1].tag & (ROLE | TITLE) and tokens[i - 1].kind == WORD:
            break  # a surname that is also an office: Thomas King
        if tokens[i].tag & (ROLE | TITLE) or (tokens[i].text == "." and tokens[i - 1].tag & TITLE):
            start = i + 1
    while start < last and (tokens[start].kind == POINT or tokens[start].tag & (PARTICLE | LINK)) and start > first:
        start += 1
    if start >= last:
        return None
    article = start > lo and bool(tokens[start - 1].tag & ARTICLE)
    if lexicon.section.noun_capitals and start == first and is_common(tokens, lo, start):
        if last - start >= 2 and article and tokens[start].low.endswith(("e", "er", "en")):
            oblique = tokens[start - 1].low in lexicon.section.oblique_articles
            return Mention(start - 1, last, "name", 0 if oblique else 2)  # "Der Deutsche Wetterdienst"
        start += 1
        article = False
        if start < last and tokens[start].tag & PARTICLE:
            return Mention(start, last, "name", 0)
    while last - start >= 3 and start == first and is_territory(tokens[start], lexicon):
        start += 1
    if start >= last:
        return None
    if last - start == 3 and start == first and _is_place(tokens, lo, start):
        start += 1
    if start == first and _is_bare_office(tokens, lo, start, last, lexicon):
        start += 1
    if lexicon.section.place_before_name and start > lo and tokens[start - 1].tag & ROLE:
        start = _past_place(tokens, start, last, lexicon)
    short = last - start == 1 and len(tokens[start].text) > 1 and tokens[start].text.isupper()
    if short and start > lo and tokens[start - 1].tag & ROLE and not lexicon.section.noun_capitals:
        return Mention(start - 1, last, "name", 2)  # "Представитель МИД": the office with its body
    governed = is_governed(tokens, lo, start, lexicon.section.noun_capitals, lexicon.conjunctions)
    while last - start >= 3 and tokens[start].text.isupper() and len(tokens[start].text) > 1:
        start += 1
        governed = governed and not any(t.tag & ROLE for t in tokens[max(lo, first - 4) : first])
    if start == first and last - start >= 3 and start > lo and tokens[start - 1].tag & LINK:
        # the body of an office, then a name: "minister of Defence John Smith"
        if any(t.tag & ROLE for t in tokens[max(lo, start - 4) : start]):
            start = start + 1 if last - start == 3 else last - 2
            governed = False
    elif last - start >= 5:
        start = last - 2
    if governed and last - start >= 2 and _apposition_between(tokens, lo, start):
        governed = False
    possessive = tokens[last - 1].text.endswith(("'s", "’s", "s'", "s’")) and last < hi
    words = sum(t.kind == WORD and t.tag & PARTICLE == 0 for t in tokens[start:last])
    if possessive or governed:
        score = 0
    elif article and start == first:
        score = 1
    else:
        score = 3 if words >= 2 else 2
    return Mention(start, last, "name", score)
