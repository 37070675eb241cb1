"""Finds the cue that goes with a quote and the speaker that goes with a cue."""

from __future__ import annotations

from collections.abc import Sequence

from claims.attribution_agencies import agency_at, agency_before
from claims.attribution_ends import clause_end, source_end
from claims.attribution_lead import comma_pieces, is_lead, opens_document, past_body, past_document, past_object
from claims.attribution_names import governed_name, read_after, read_before
from claims.attribution_phrases import Mention
from claims.attribution_uncased import read_uncased, subject_before
from claims.attribution_uncased_names import name_behind_clause
from claims.cues import ARTICLE, BODY, HE, LINK, ROLE, SHE, SKIP, STOP, THAT, TITLE, TO, Cue, Lexicon
from claims.quotes_words import POINT, QUOTE, WORD, Row, Token
from claims.sources import names_itself

__all__ = ["mention_before", "mention_of"]

_COMMAS = frozenset(",،、，՝")
_RELATIVE = 24
"""How many tokens a speaker may take up with a relative clause, before the comma that leads to the verb."""
_OPENING = 5
"""Within how many tokens of its start a sentence names the subject that opens it."""
_PASSIVE = 14
"""How many tokens may part the auxiliary of a passive verb, the verb and who did it."""
_SURE = 3
"""The score of a name beside an office or title."""
_REACH = 40
"""How many tokens from a cue its speaker may be named."""


def mention_of(row: Row, cue: Cue, first: int, last: int, lexicon: Lexicon, after_quote: bool) -> Mention | None:
    """The speaker of ``cue`` within tokens ``first`` .. ``last``, None when it names none.

    ``after_quote`` says that a quote ends right before ``first``: there "…", said X
    is as common as "…", X said.
    """
    if cue.kind == "known":
        return None
    if cue.kind == "like":
        return _of_clause(row, cue, lexicon)
    if cue.kind in {"before", "tail"}:
        return _of_source(row, cue, max(first, cue.first - _REACH), min(last, cue.last + _REACH), lexicon)
    if lexicon.impersonal and tuple(t.low for t in row.tokens[cue.first : cue.last]) in lexicon.impersonal:
        return _of_document(row, cue, first, last, lexicon)
    agent = _agent(row, cue, first, last, lexicon) if cue.kind == "verb" and lexicon.agents else None
    if agent is not None:
        return agent
    found = _of_verb(row, cue, first, last, lexicon, after_quote)
    oblique = found is not None and cue.kind != "after" and found.kind == "role"
    return None if oblique and found and row.tokens[found.first].low in lexicon.section.oblique_articles else found


def _of_source(row: Row, cue: Cue, first: int, last: int, lexicon: Lexicon) -> Mention | None:
    if names_itself(row, cue, lexicon):
        return Mention(cue.first + 1, cue.last, "role")
    agency = agency_at(row, cue.last, last)
    if agency is not None:
        return agency
    start = cue.last
    if start + 1 < last and row.tokens[start].low in lexicon.section.oblique_articles:
        start += 1
    if start < last and row.tokens[start].kind == QUOTE and cue.kind == "before":
        return Mention(start, start + 1, "role")  # laut „Spiegel“
    if start + 1 < last and row.tokens[start].tag & STOP and not row.tokens[start].tag & (ARTICLE | ROLE):
        start += 1
    pronoun = row.tokens[start] if start + 1 < last else None
    owned = any(t.tag & (ROLE | BODY) for t in row.tokens[start + 1 : start + 3])
    if pronoun is not None and pronoun.tag & (HE | SHE) and not pronoun.tag & LINK and not owned:
        return Mention(start, start + 1, "pronoun")  # "volgens haar komt er", but "volgens haar advocaat"
    return _after(row, start, source_end(row, start, last, lexicon.section.cased), lexicon)


def _of_verb(row: Row, cue: Cue, first: int, last: int, lexicon: Lexicon, after_quote: bool) -> Mention | None:
    first, last = max(first, cue.first - _REACH), min(last, cue.last + _REACH)
    if cue.kind == "after":
        return agency_before(row, first, cue.first) or _before(row, first, cue.first, lexicon)
    last = cue.last if cue.kind == "object" else clause_end(row, cue.last, last)
    owner = _owner(row, cue, first, lexicon) if cue.kind == "weak" else None
    if owner is not None:
        return owner
    if not lexicon.section.subject_first and not after_quote and lexicon.section.cased:
        inserted = _inserted(row, cue, first, last, lexicon)
        if inserted is not None:
            return inserted
    described = name_behind_clause(row.tokens, cue.first, lexicon)
    if described is not None:
        return described
    if after_quote:
        first = _past_points(row, first, cue.first)
        near = cue.first - first <= (_RELATIVE if row.tokens[cue.first - 1].text in _COMMAS else 12)
        found = _before(row, first, cue.first, lexicon) if first < cue.first and near else None
        found = found or _after(row, cue.last, last, lexicon)
    elif lexicon.section.verb_first:
        found = _after(row, cue.last, last, lexicon) or _before(row, first, cue.first, lexicon)
    else:
        found = _before(row, first, cue.first, lexicon)
        if found is None and (not lexicon.section.subject_first or _is_inverted(row, cue, first)):
            found = _after(row, cue.last, last, lexicon)
        if found is None and lexicon.section.subject_first:
            found = _opening(row, first, cue.first, lexicon)
    return found or _governed(row, cue, first, last, lexicon)


def _owner(row: Row, cue: Cue, first: int, lexicon: Lexicon) -> Mention | None:
    """Whose the claim or warning is: "Trump's claim that", an adjective or two between."""
    for i in range(cue.first - 1, max(first - 1, cue.first - 4), -1):
        token = row.tokens[i]
        if token.kind != WORD:
            return None
        if token.text.endswith(("'s", "’s", "s'", "s’")):
            return read_before(row.tokens, first, i + 1, lexicon) or Mention(i, i + 1, "name")
    return None


def _inserted(row: Row, cue: Cue, first: int, last: int, lexicon: Lexicon) -> Mention | None:
    """The subject of a verb between two commas, behind it: "La réforme, a jugé Jeanne Rollet, n'est qu'…"."""
    tokens = row.tokens
    start = cue.first
    while start > first and tokens[start - 1].kind == WORD and tokens[start - 1].tag & SKIP:
        start -= 1  # "La réforme, a jugé Jeanne Rollet, n'est qu'…"
    if start <= first or tokens[start - 1].text not in _COMMAS or cue.last >= last:
        return None
    comma = next((i for i in range(cue.last, min(last, cue.last + _PASSIVE)) if tokens[i].text in _COMMAS), None)
    if comma is None or comma == cue.last or tokens[cue.last].tag & (THAT | TO):
        return None
    return read_after(tokens, cue.last, comma, lexicon)


def _is_inverted(row: Row, cue: Cue, first: int) -> bool:
    """Whether the verb opens its sentence or stands right behind a comma or quote, so that its subject may follow."""
    return cue.first == first or row.tokens[cue.first - 1].kind != WORD


def _opening(row: Row, first: int, last: int, lexicon: Lexicon) -> Mention | None:
    """The subject that opens the sentence, far before one of its later verbs: "She started off by stressing"."""
    while first < last and (row.tokens[first].low in lexicon.conjunctions or row.tokens[first].kind == POINT):
        first += 1
    if first >= last or (row.tokens[first].tag & (STOP | THAT) and not row.tokens[first].tag & ARTICLE):
        return None
    found = read_after(row.tokens, first, last, lexicon)
    return found if found is not None and found.first - first <= _OPENING else None


def mention_before(row: Row, first: int, last: int, lexicon: Lexicon) -> Mention | None:
    """The speaker named in the telling, tokens ``first`` .. ``last``, that leads to a quote or cue."""
    return _before(row, first, last, lexicon)


def _of_clause(row: Row, cue: Cue, lexicon: Lexicon) -> Mention | None:
    """Who speaks in "as X said": named after the verb where that opens the clause, else before it."""
    if cue.inner is None:
        return None
    verb, end = cue.inner
    agency = agency_at(row, end, cue.last) or agency_before(row, cue.first + 1, verb)
    if agency is not None:
        return agency
    if lexicon.section.verb_second:
        found = _after(row, cue.first + 1, verb, lexicon)
        if found is not None:
            return found
    if verb - cue.first <= 3:
        found = _after(row, end, cue.last, lexicon)
        if found is not None:
            return found
    found = _before(row, cue.first + 1, verb, lexicon) or _after(row, end, cue.last, lexicon)
    return found or (governed_name(row.tokens, cue.first + 1, verb, lexicon) if lexicon.section.cased else None)


def _governed(row: Row, cue: Cue, first: int, last: int, lexicon: Lexicon) -> Mention | None:
    found = governed_name(row.tokens, cue.last, last, lexicon) or governed_name(row.tokens, first, cue.first, lexicon)
    if found is None or lexicon.section.oblique_subjects:
        return found
    return found if any(t.tag & BODY for t in row.tokens[found.first : found.last]) else None


def _agent(row: Row, cue: Cue, first: int, last: int, lexicon: Lexicon) -> Mention | None:
    """Who did it where the verb is passive: "wird von Kennern ... genannt", "was called ... by critics"."""
    tokens = row.tokens
    if tokens[cue.first].low in lexicon.citing:
        return None
    start = max(first, cue.first - _PASSIVE)
    passive = next((i for i in range(cue.first - 1, start - 1, -1) if tokens[i].low in lexicon.passives), None)
    if passive is None:
        return None
    if any(token.text in _COMMAS for token in tokens[passive : cue.first]):
        return None
    for i in (*range(passive + 1, cue.first), *range(cue.last, min(last, cue.last + _PASSIVE))):
        if tokens[i].low in lexicon.agents:
            return read_after(tokens, i + 1, cue.first if i < cue.first else last, lexicon)
    return None


def _of_document(row: Row, cue: Cue, first: int, last: int, lexicon: Lexicon) -> Mention | None:
    """What a preposition rules before or after a verb without a subject: "In dem Antrag heißt es"."""
    first = _past_points(row, first, cue.first)
    if first < cue.first and row.tokens[first].tag & STOP:
        found = governed_name(row.tokens, first, cue.first, lexicon)
        if found is not None:
            return found
    return governed_name(row.tokens, cue.last, clause_end(row, cue.last, last), lexicon)


def _past_points(row: Row, first: int, last: int) -> int:
    while first < last and row.tokens[first].kind == POINT:
        first += 1
    return first


def _after(row: Row, first: int, last: int, lexicon: Lexicon) -> Mention | None:
    if lexicon.section.cased:
        return read_after(row.tokens, first, last, lexicon)
    if first < last and row.tokens[first].text in _COMMAS:
        return None
    if first < last and opens_document(row, first, lexicon):
        first += 1
        while first < last and row.tokens[first].text.startswith(lexicon.section.adjuncts) and _is_plain(row, first):
            first += 1
    return read_uncased(row.tokens, first, last, lexicon)


def _is_plain(row: Row, at: int) -> bool:
    return row.tokens[at].kind == WORD and not row.tokens[at].tag & ROLE


def _before(row: Row, first: int, last: int, lexicon: Lexicon) -> Mention | None:
    found = _find_before(row, first, last, lexicon)
    if found is not None and found.last - found.first == 1 and (row.tokens[found.first].low,) in lexicon.backward:
        return None  # "Dies sagte X": the word stands for what was said
    return found


def _find_before(row: Row, first: int, last: int, lexicon: Lexicon) -> Mention | None:
    tokens = row.tokens
    for i in range(last - 1, first - 1, -1):
        if tokens[i].text in {";", ":", "；", "："} and i < last - 1:
            first = i + 1
            break
    while first < last - 1 and lexicon.section.cased and is_lead(tokens[first], lexicon):
        first += 1
    first = past_document(row, first, last, lexicon)
    if lexicon.section.cased:
        commas = [i for i in range(first + 1, last) if tokens[i].text in _COMMAS]
        if lexicon.section.verb_final:
            body = past_body(row, first, last, lexicon)
            last = commas[0] if commas else (body if body > first else last)
        return read_before(tokens, first, last, lexicon)
    marked = subject_before(tokens, first, last, lexicon)
    if marked is not None:
        return read_uncased(tokens, marked[0], marked[1], lexicon)
    pieces = comma_pieces(row, first, last)
    if pieces and opens_document(row, pieces[0][0], lexicon):
        pieces = pieces[1:]
    if not lexicon.section.verb_final:
        pieces.reverse()
    if not lexicon.section.verb_final and any(tokens[piece[0]].tag & STOP for piece in pieces[1:-1]):
        pieces.sort(key=lambda piece: not _has_office(tokens, *piece))
    pieces.sort(key=lambda piece: any(t.low in lexicon.section.clause_objects for t in tokens[slice(*piece)]))
    for first, hi in pieces:
        lo = past_object(row, first, hi, lexicon)
        if tokens[lo].tag & (STOP | SKIP) and hi < last and lexicon.section.verb_final:
            continue
        found = read_uncased(tokens, lo, last if lexicon.section.verb_final else hi, lexicon)
        if found is not None:
            sure = found.score >= _SURE or found.kind == "pronoun" or lexicon.section.spaced
            return found if sure else _last_officer(tokens, first, hi, lexicon) or found
    return None


def _last_officer(tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon) -> Mention | None:
    """The person of the last stretch between words such as "in" or "which" that has an office or title."""
    starts = [first, *(i + 1 for i in range(first, last) if tokens[i].tag & (STOP | THAT))]
    for lo, hi in zip(reversed(starts), [last, *reversed(starts)], strict=False):
        if any(t.tag & (ROLE | TITLE) for t in tokens[lo:hi]):
            found = read_uncased(tokens, lo, last, lexicon)
            return found if found is not None and found.kind == "name" and found.score >= _SURE else None
    return None


def _has_office(tokens: Sequence[Token], lo: int, hi: int) -> bool:
    """Whether a person's office stands in the stretch and no relative clause opens it."""
    return not tokens[lo].tag & STOP and any(t.tag & (ROLE | TITLE) for t in tokens[lo:hi])
