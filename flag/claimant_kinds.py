"""Of what kind a source is, in whatever language it is named: a ministry, the police, a trade union."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from configs.language.figures_sources import WIDE_KINDS
from configs.language.schema import load_language
from flag.phrases import Phrases
from flag.polarity import phrases_of, plain_text
from records.span import Span

__all__ = ["are_of_kinds", "is_of_no_kind", "kinds_of"]

Kinship = Literal["same", "other", "unknown"]
_PUBLIC = (
    *("ministry", "government", "police", "interior", "prosecutor", "court", "army", "rescue", "mayor", "governor"),
    *("health", "hospital", "customs", "security", "regulator", "statistics", "commission", "weather", "central_bank"),
    *("auditors", "school", "parliament"),
)
"""Kinds whom "the authorities" may mean."""
_NEAR = (
    {"ministry", "government"},
    {"interior", "ministry"},
    {"interior", "government"},
    {"laboratory", "scientists"},
    {"laboratory", "hospital"},
    {"school", "scientists"},
    {"analysts", "scientists"},
    {"hospital", "scientists"},
    {"weather", "scientists"},
    {"customs", "police"},
    {"security", "police"},
    {"rights", "observers"},
    {"media", "company"},
    {"health", "government"},
    {"health", "scientists"},
    {"health", "hospital"},
    {"health", "rescue"},
    {"health", "rights"},
    {"pollster", "scientists"},
    {"pollster", "analysts"},
    {"pollster", "media"},
    {"pollster", "company"},
    {"club", "company"},
    {"organisers", "union"},
    {"organisers", "party"},
    {"organisers", "rights"},
    {"victims", "residents"},
    {"victims", "lawyers"},
    {"victims", "rights"},
    {"accused", "lawyers"},
    {"agents", "lawyers"},
    {"shareholders", "company"},
    {"shareholders", "analysts"},
    {"port", "agency"},
    {"port", "customs"},
    {"port", "rescue"},
    {"embassy", "ministry"},
    {"embassy", "government"},
    *({"authorities", kind} for kind in _PUBLIC),
    *({"occupation", kind} for kind in ("authorities", "government", "governor", "mayor", "army", "rebels", "police")),
    *({side, kind} for side in ("seller", "buyer", "port") for kind in ("company", "government", "ministry", "mayor")),
    *({side, "shareholders"} for side in ("seller", "buyer")),
    *({trade, kind} for trade in ("farmers", "fishermen") for kind in ("residents", "union", "organisers", "business")),
    *({"workers", kind} for kind in ("union", "organisers", "residents", "farmers", "fishermen")),
)
"""Kinds of which either may name a body of the other: a laboratory of scientists, border police."""
_STATE = frozenset({"ministry", "government", "interior", "health", "army"}) | WIDE_KINDS
"""Kinds that a government has beside it: the prime minister, the president's general staff."""
_MATTERS = frozenset({"army", "interior", "health", "police"})
"""Kinds whose bodies a ministry for them may speak for."""
_DEFENCES = frozenset({"ministry", "rescue"})
"""Kinds in whose names a word for the defence is none for a lawyer."""
_OFFICES = frozenset({"ministry", "government"})
"""Kinds that have bodies for all sorts of matters."""


@lru_cache(maxsize=8192)
def kinds_of(words: str, language: str) -> frozenset[str]:
    """The kinds that ``words`` (a source as written in ``language``) tell; wide ones only where there is no other."""
    text = plain_text(words)
    told = [(kind, Span(*m.span())) for kind, pattern in _patterns(language) for m in pattern.finditer(text)]
    found = frozenset(kind for kind, place in told if not any(_is_within(place, other) for _, other in told))
    found = found - {"authorities"} or found
    found = found - WIDE_KINDS or found
    found = found - {"lawyers"} if found & _DEFENCES else found  # the ministry of defence, civil defence
    return found - {"government"} if found - _STATE else found  # the president of a union


def _is_within(place: Span, other: Span) -> bool:
    """Whether a word is part of a longer name of another kind: the court of a court of auditors."""
    return other.covers(place) and other != place


def are_of_kinds(one: frozenset[str], other: frozenset[str]) -> Kinship:
    """Whether two sources are of one kind; ``unknown`` where a word tells no kind, or only a wide one."""
    if not one or not other or bool(one & WIDE_KINDS) != bool(other & WIDE_KINDS):
        return "unknown"
    if one & other:
        return "same" if one & other - _OFFICES or not _are_of_two_matters(one, other) else "other"
    if _may_be_for(one, other) or _may_be_for(other, one):
        return "unknown"
    if "ministry" in one | other and "health" in one | other:
        one, other = one - {"health"}, other - {"health"}  # a ministry of health is neither doctors nor an ambulance
    return "unknown" if any({a, b} in _NEAR for a in one for b in other) else "other"


def _may_be_for(bare: frozenset[str], other: frozenset[str]) -> bool:
    """Whether a minister of no matter may be the one for the matter of ``other``: the army's, health."""
    return "ministry" in bare and bare <= _OFFICES and bool(other & _MATTERS)


def _are_of_two_matters(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two offices are for two matters: the ministry of health and that of the interior."""
    matters = one - _OFFICES, other - _OFFICES
    return all(matters) and not any({a, b} in _NEAR for a in matters[0] for b in matters[1])


def is_of_no_kind(kinds: frozenset[str]) -> bool:
    """Whether nothing, or only a wide word ("the agency"), tells who it is."""
    return not kinds - WIDE_KINDS


@lru_cache(maxsize=64)
def _patterns(language: str) -> tuple[tuple[str, Phrases], ...]:
    config = load_language(language)
    if config is None:
        return ()
    listed = config.figures.claim_kinds.items()
    found = ((kind, phrases_of(words, config.polarity)) for kind, words in listed)
    return tuple((kind, pattern) for kind, pattern in found if pattern is not None)
