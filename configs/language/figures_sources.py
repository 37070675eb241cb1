"""Words of the ``figures`` section that credit a figure to somebody."""

from __future__ import annotations

from collections.abc import Mapping

from configs.load import Strict

__all__ = ["WIDE_KINDS", "SourceWords"]

WIDE_KINDS = frozenset({"agency", "association"})
"""Kinds of ``claim_kinds`` whose words many bodies of another kind have in their name."""


class SourceWords(Strict):
    """Words beside the name of a source, and the kinds of sources."""

    claim_before: tuple[str, ...] = ()
    """Phrases before the name of a source of a figure: according to, laut, за даними; with those of ``quotes``."""
    claim_after: tuple[str, ...] = ()
    """Phrases after the name of a source: によると, göre."""
    claim_verbs: tuple[str, ...] = ()
    """Verbs by which somebody gives a figure, written as those of ``quotes``: counted, put(s|) ... at, оцін(ив|ила)."""
    claim_participles: tuple[str, ...] = ()
    """Those of such verbs that are passive only: estimés, geraamd; their source is behind one of ``claim_agents``."""
    claim_passives: tuple[str, ...] = ()
    """Auxiliaries of the passive: was, wird, a été."""
    claim_agents: tuple[str, ...] = ()
    """Words before whoever did what a passive verb says: by, von, de către; "" where a case alone says so (ru)."""
    claim_agents_behind: tuple[str, ...] = ()
    """Words behind it: tarafından."""
    claim_ties: tuple[str, ...] = ()
    """Prepositions that tie a second noun to the name of a body: National Institute *for* Health."""
    claim_accounts: tuple[str, ...] = ()
    """Words for figures themselves, written as those of ``polarity``: numbers, toll, estimate*."""
    claim_giving: tuple[str, ...] = ()
    """Verbs by which somebody brings them out, so that the next sentence's figures are theirs: published, gave."""
    claim_nobody: tuple[str, ...] = ()
    """Words that name no source where a phrase has nothing else ("preliminary", "data"); ``*`` any ending."""
    claim_measured: tuple[str, ...] = ()
    """Words for what is told in figures, in the cases of an object, and a pronoun for it: damage, number; beside a
    source they are none of its name: "the losses | the government puts at …" """
    claim_pointers: tuple[str, ...] = ()
    """Words by which a phrase points at a source named before: pronouns, possessives, demonstratives."""
    claim_known: tuple[str, ...] = ()
    """Phrases that credit a figure to whoever was named before: "selon lui", menurutnya; with those of ``quotes``."""
    claim_own: tuple[str, ...] = ()
    """Phrases that credit a figure to the subject of their clause: by its own count, nach eigenen Angaben."""
    claim_kinds: Mapping[str, tuple[str, ...]] = {}
    """``police: [police*, constabulary]``: the words by which a source is told to be of a kind, under names that all
    languages share; written as those of ``polarity``."""
