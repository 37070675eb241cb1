"""Who gave a figure by a passive verb: "was put at 12,000 by police", "wird von der Küstenwache mit 18 angegeben"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from claims.claimants_bounds import Phrase
from claims.claimants_phrases import phrase_after, phrase_before
from claims.cues import SKIP, Cue, Lexicon
from claims.cues_forms import all_forms
from claims.lexicon import number_grammar
from claims.quotes_words import POINT, Token
from records.span import Span

__all__ = ["Agents", "agents_of", "passive_phrases"]

_PARTING = frozenset(",;:.!?()–—،؛")
_REACH = 14
"""How many tokens may part the auxiliary, the participle and who did it."""


@dataclass(frozen=True, slots=True)
class Agents:
    """The auxiliaries of a language's passive, and what stands before whoever did it."""

    auxiliaries: frozenset[str]
    leads: tuple[tuple[str, ...], ...]
    behind: frozenset[str]


@cache
def agents_of(code: str) -> Agents:
    """The words of the passive of the language ``code``, the longest leads first."""
    section = number_grammar(code).section
    leads = {tuple(form.lower().split()) for form in all_forms(section.claim_agents)}
    return Agents(
        frozenset(form.lower() for form in all_forms(section.claim_passives)),
        tuple(sorted(leads, key=lambda lead: (-len(lead), lead))),
        frozenset(section.claim_agents_behind),
    )


def passive_phrases(
    tokens: Sequence[Token], cue: Cue, lexicon: Lexicon, figures: Sequence[Span], taken: set[int], agents: Agents
) -> list[Phrase] | None:
    """Who did it, where the verb at ``cue`` is passive: nobody where that is not said. None where it is active.

    A participle alone, of kind "passive", needs no auxiliary: "losses, put by the union at 4 million".
    """
    if agents.behind and cue.kind == "passive":
        mark = next((n for n in range(cue.first - 1, -1, -1) if tokens[n].low in agents.behind), None)
        phrase = phrase_before(tokens, mark, lexicon, figures, taken) if mark is not None else None
        return [phrase] if phrase is not None else []
    if not agents.leads:
        return None
    start = _auxiliary(tokens, cue.first, agents)
    near = start is not None and all(token.tag & SKIP for token in tokens[start + 1 : cue.first])
    between = _lead(tokens, start + 1, cue.first, agents) if start is not None else None
    beside = cue.kind == "verb" and () not in agents.leads and _starts(tokens, cue.last, agents) is not None
    if not near and between is None and not beside and cue.kind != "passive":
        return None
    at = between if between is not None else _lead(tokens, cue.last, min(len(tokens), cue.last + _REACH), agents)
    phrase = phrase_after(tokens, at, lexicon, figures, taken) if at is not None else None
    return [phrase] if phrase is not None else []


def _auxiliary(tokens: Sequence[Token], last: int, agents: Agents) -> int | None:
    for n in range(last - 1, max(-1, last - _REACH), -1):
        if _parts(tokens, n):
            return None
        if tokens[n].low in agents.auxiliaries:
            return n
    return None


def _lead(tokens: Sequence[Token], first: int, last: int, agents: Agents) -> int | None:
    """The token behind the first words among tokens ``first`` .. ``last`` that say who did it."""
    for n in range(first, last):
        if _parts(tokens, n):
            return None
        found = _starts(tokens, n, agents)
        if found is not None:
            return found
    return None


def _starts(tokens: Sequence[Token], at: int, agents: Agents) -> int | None:
    """Where the words at token ``at`` end that say who did it."""
    ends = (at + len(lead) for lead in agents.leads if tuple(t.low for t in tokens[at : at + len(lead)]) == lead)
    return next(ends, None)


def _parts(tokens: Sequence[Token], at: int) -> bool:
    """Whether token ``at`` is a sign that parts clauses, none within a number or a word."""
    if tokens[at].kind != POINT or tokens[at].text not in _PARTING:
        return False
    glued = 0 < at < len(tokens) - 1 and tokens[at - 1].end == tokens[at].start
    return not glued or tokens[at].end != tokens[at + 1].start
