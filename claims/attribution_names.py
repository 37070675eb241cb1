"""Reads who speaks out of the words beside a cue: a name, else an office or body, else a pronoun."""

from __future__ import annotations

from collections.abc import Sequence

from claims.attribution_phrases import (
    Mention,
    MentionKind,
    is_common,
    is_governed,
    is_name_word,
    is_territory,
    phrase_after,
    phrase_before,
)
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
    TITLE,
    TO,
    Lexicon,
)
from claims.media import past_medium
from claims.quotes_words import POINT, WORD, Token

__all__ = ["Mention", "MentionKind", "first_name", "governed_name", "last_name", "read_after", "read_before"]


def read_after(tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon) -> Mention | None:
    """The speaker among tokens ``first`` up to ``last``, which follow a cue; None when nobody is named there."""
    first = past_medium(tokens, _skip(tokens, first, last), last)
    first = _past_complement(tokens, first, last, lexicon)
    pieces = _pieces(tokens, first, last)
    if not pieces:
        return None
    lo, hi = pieces[0]
    if lo >= hi:
        return None
    name = _best_name(tokens, lo, hi, lexicon)
    pronoun = _is_pronoun(tokens, lo, hi)
    if name is not None and name.score >= 2 and not pronoun:
        return _full_after_office(tokens, name, pieces, lexicon) or name
    if pronoun:
        return Mention(lo, lo + 1, "pronoun")
    phrase = phrase_after(tokens, lo, hi, lexicon)
    if phrase is not None and len(pieces) > 1:
        apposed = _best_name(tokens, *pieces[1], lexicon)
        if apposed is not None and apposed.score >= 3 and apposed.first - pieces[1][0] <= 4:
            return apposed
    return phrase if phrase is not None else (name if name is not None and name.score > 0 else None)


def read_before(tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon) -> Mention | None:
    """The speaker among tokens ``first`` up to ``last``, which precede a cue; None when nobody is named there."""
    while last > first and tokens[last - 1].tag & SKIP and not is_name_word(tokens[last - 1], lexicon):
        last -= 1
    pieces = _pieces(tokens, first, last)
    if last > first and tokens[last - 1].text in {",", "،", "、", "，"} and len(pieces) >= 2:
        apposed = _apposed(tokens, pieces, lexicon)
        if apposed is not None:
            return apposed
    for lo, hi in reversed(pieces[-3:]):
        found = _subject(tokens, lo, hi, lexicon)
        if found is not None:
            return found
    return None


def first_name(tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon) -> Mention | None:
    """The full name, of two words or more, that a sentence begins with; None when it begins otherwise."""
    pieces = _pieces(tokens, first, last)
    if not pieces or not lexicon.section.cased:
        return None
    lo, hi = pieces[0]
    name = _best_name(tokens, lo, min(hi, lo + 8), lexicon)
    return name if name is not None and name.score >= 3 else None


def last_name(tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon) -> Mention | None:
    """Whoever is surest named among the stretches of a telling, of equals the last; a governed full name at worst."""
    found = [_best_name(tokens, lo, hi, lexicon) for lo, hi in _pieces(tokens, first, last)]
    named = [mention for mention in found if mention is not None]
    sure = [m for m in named if m.score >= 2]
    full = [m for m in named if m.last - m.first >= 2]
    return max(reversed(sure), key=lambda m: m.score) if sure else (full[-1] if full else None)


def governed_name(tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon) -> Mention | None:
    """The body that a preposition rules: the ministry of "in the ministry they said"."""
    for i in range(first, last):
        if tokens[i].tag & STOP and i + 1 < last and tokens[i + 1].kind == WORD:
            return phrase_after(tokens, i + 1, last, lexicon)
    return None


def _apposed(tokens: Sequence[Token], pieces: list[tuple[int, int]], lexicon: Lexicon) -> Mention | None:
    """The name of "Marta Lindqvist, the commander, said" and of "the commander, Marta Lindqvist, said"."""
    inner = _best_name(tokens, *pieces[-1], lexicon)
    if len(pieces) < 2:
        return inner
    lo, hi = pieces[-2]
    outer = _best_name(tokens, lo, hi, lexicon)
    if outer is not None and outer.score >= 2 and outer.last == hi:
        return outer
    if inner is not None and inner.score >= 3:
        return inner
    return outer if outer is not None and outer.score >= 2 else _subject(tokens, lo, hi, lexicon)


def _subject(tokens: Sequence[Token], lo: int, hi: int, lexicon: Lexicon) -> Mention | None:
    who = next((i for i in range(lo + 1, hi) if tokens[i].low in lexicon.section.relative_persons), None)
    if who is not None:
        hi = who  # "a diplomat who attended the dinner"
    name = _best_name(tokens, lo, hi, lexicon)
    if name is not None and name.score >= 2:
        return _with_rest(tokens, name, lo, hi)
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


def _with_rest(tokens: Sequence[Token], name: Mention, lo: int, hi: int) -> Mention:
    """``name``, or the whole phrase where only the capital that begins a sentence made a name of its first word."""
    opens = lo == 0 or tokens[lo - 1].kind != WORD
    if name.first != lo or name.last != lo + 1 or not opens or not 0 < hi - name.last <= 3:
        return name
    rest = tokens[name.last : hi]
    plain = all(t.kind == WORD and t.text[0].islower() and not t.tag & ~(LINK | ROLE | BODY | PARTICLE) for t in rest)
    return Mention(lo, hi, "role") if plain and not rest[-1].tag & LINK else name


def _full_after_office(
    tokens: Sequence[Token], name: Mention, pieces: list[tuple[int, int]], lexicon: Lexicon
) -> Mention | None:
    """The full name behind the comma where ``name`` is only what an office is of: "minister of Defence, Ann Roe"."""
    if name.last - name.first > 1 or name.last != pieces[0][1] or len(pieces) < 2:
        return None
    if not any(t.tag & ROLE for t in tokens[max(pieces[0][0], name.first - 2) : name.first]):
        return None
    apposed = _best_name(tokens, *pieces[1], lexicon)
    return apposed if apposed is not None and apposed.score >= 3 and apposed.first == pieces[1][0] else None


def _skip(tokens: Sequence[Token], first: int, last: int) -> int:
    """Past adverbs, auxiliaries and times, the article or preposition before a time included ("el jueves")."""
    while first < last:
        token = tokens[first]
        if (token.tag & SKIP and not token.tag & (ROLE | PRONOUN)) or token.text in "–—-":
            first += 1
        elif token.tag & (ARTICLE | STOP) and first + 1 < last and _is_time(tokens[first + 1]):
            first += 2
        else:
            break
    return first


def _past_complement(tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon) -> int:
    """Past what stands between a verb and its subject: "contó en el juicio la viuda", "řekl novinářům mluvčí"."""
    if first >= last or tokens[first].kind != WORD:
        return first
    opening, at = tokens[first], first
    if opening.tag & STOP and not opening.tag & (SKIP | PRONOUN):
        at = first + 1
        while at < last and tokens[at].tag & ARTICLE and not tokens[at].tag & ROLE:
            at += 1
        at += 1
        while at < last and tokens[at].tag & (SKIP | STOP) == SKIP:
            at += 1
    elif lexicon.section.datives and opening.low.endswith(lexicon.section.datives) and opening.text[0].islower():
        at = first + 1
    else:
        return first
    if at >= last or tokens[at].kind != WORD or tokens[at].tag & (STOP | THAT | TO | SKIP) & ~ARTICLE:
        return first
    subject = tokens[at].tag & (ARTICLE | ROLE | TITLE) or tokens[at].text[0].isupper()
    return at if subject or not lexicon.section.articles else first


def _is_time(token: Token) -> bool:
    return bool(token.tag & SKIP) and len(token.text) > 3 and not token.tag & (ARTICLE | STOP | LINK | PRONOUN)


def _pieces(tokens: Sequence[Token], first: int, last: int) -> list[tuple[int, int]]:
    """The stretches between commas and brackets; brackets and what they hold are left out."""
    pieces: list[tuple[int, int]] = []
    lo = first
    depth = 0
    for i in range(first, last):
        text = tokens[i].text
        if text in "([（" and tokens[i].kind == POINT:
            if depth == 0 and lo < i:
                pieces.append((lo, i))
            depth += 1
        elif text in ")]）" and tokens[i].kind == POINT:
            depth = max(0, depth - 1)
            lo = i + 1
        elif depth == 0 and text in {",", "،", "、", "，", "–", "—", ":", ";", "：", "；", "|", "/"}:
            if lo < i:
                pieces.append((lo, i))
            lo = i + 1
    if depth == 0 and lo < last:
        pieces.append((lo, last))
    return pieces


def _best_name(tokens: Sequence[Token], lo: int, hi: int, lexicon: Lexicon) -> Mention | None:
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
    if lexicon.section.place_before_name and start > lo and tokens[start - 1].tag & ROLE:
        start = _past_place(tokens, start, last, lexicon)
    short = last - start == 1 and len(tokens[start].text) > 1 and tokens[start].text.isupper()
    if short and start > lo and tokens[start - 1].tag & ROLE and not lexicon.section.noun_capitals:
        return Mention(start - 1, last, "name", 2)  # "Представитель МИД": the office with its body
    governed = is_governed(tokens, lo, start, lexicon.section.noun_capitals, lexicon.conjunctions)
    while last - start >= 3 and tokens[start].text.isupper() and len(tokens[start].text) > 1:
        start += 1
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
