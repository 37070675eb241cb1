"""What the checks look at: all versions of one story with their claims, statements and utterances."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from configs.pipeline import FlagSettings
from flag.intervals import Interval, interval
from records.claim import Claims, Figure, Quote
from records.discrepancy import Evidence
from records.statement import Statement, Utterance
from records.translation import Translation
from records.version import Sentence, Version

__all__ = ["Embed", "NameLikeness", "StoryEvidence", "as_told", "gather_evidence"]

NameLikeness = Callable[[str, str, str | None, str | None], float]
"""How alike two written names are, 0..1, each with the language (BCP 47) that it stands in."""

Embed = Callable[[Sequence[str]], NDArray[np.float32]]
"""One unit row a text."""


def as_told(one: str, other: str, _language: str | None, _other_language: str | None) -> float:
    """Where nobody compares names, two speaker ids are two people."""
    return 0.0


@dataclass(frozen=True)
class StoryEvidence:
    """The mappings are keyed by version id, in the order of the story file."""

    versions: Mapping[str, Version]
    translations: Mapping[str, Translation]
    claims: Mapping[str, Claims]
    statements: tuple[Statement, ...]
    utterances: tuple[Utterance, ...]
    settings: FlagSettings
    copies: Mapping[str, str] = field(default_factory=dict)
    """Version id -> id of the version whose text it prints too."""
    name_likeness: NameLikeness = as_told
    embed: Embed | None = None
    """None where the wordings of quotes are compared without an encoder."""

    def witnesses(self, version_ids: Iterable[str]) -> int:
        """How many of the versions are texts of their own: outlets that print one agency are one witness."""
        return len({self.copies.get(version, version) for version in version_ids})

    @cached_property
    def figures(self) -> Mapping[str, Figure]:
        """All figures by id."""
        return {figure.id: figure for claims in self.claims.values() for figure in claims.figures}

    @cached_property
    def quotes(self) -> Mapping[str, Quote]:
        """All quotes by id."""
        return {quote.id: quote for claims in self.claims.values() for quote in claims.quotes}

    @cached_property
    def sentences(self) -> Mapping[str, Sentence]:
        """All sentences by id."""
        return {sentence.id: sentence for version in self.versions.values() for sentence in version.sentences}

    @cached_property
    def _figures_by_sentence(self) -> Mapping[str, tuple[Figure, ...]]:
        found: dict[str, list[Figure]] = {}
        for figure in self.figures.values():
            found.setdefault(figure.sentence, []).append(figure)
        return {sentence: tuple(figures) for sentence, figures in found.items()}

    @cached_property
    def statement_of(self) -> Mapping[str, str]:
        """Sentence id -> the id of the statement that it belongs to."""
        return {s: t.id for t in self.statements for member in t.members for s in member.sentences}

    def figures_in(self, sentence_id: str) -> tuple[Figure, ...]:
        """The figures of a sentence, in reading order."""
        return self._figures_by_sentence.get(sentence_id, ())

    @cached_property
    def _figures_by_value(self) -> Mapping[Interval, tuple[Figure, ...]]:
        found: dict[Interval, list[Figure]] = {}
        for figure in self.figures.values():
            value = interval(figure.kind, figure.low, figure.high)
            if value is not None:
                found.setdefault(value, []).append(figure)
        return {value: tuple(figures) for value, figures in found.items()}

    def figures_of_value(self, figure: Figure) -> tuple[Figure, ...]:
        """The figures of all versions, of whatever kind, that have the value of ``figure``, it among them."""
        value = interval(figure.kind, figure.low, figure.high)
        return () if value is None else self._figures_by_value.get(value, ())

    def english_of(self, sentence_id: str) -> str | None:
        """The English of a sentence: its own words when the version is English, None when there is no translation."""
        sentence = self.sentences[sentence_id]
        version = self.versions[sentence_id.rsplit(":", 1)[0]]
        translation = self.translations.get(version.id)
        if translation is None:
            return None
        if translation.status == "source":
            return version.sentence_text(sentence)
        return translation.english.get(sentence_id)

    def evidence(self, version_id: str, start: int, end: int) -> Evidence:
        """The words of a version at a place, as evidence."""
        return Evidence(version_id, start, end, self.versions[version_id].text[start:end])


def gather_evidence(
    versions: Sequence[Version],
    translations: Sequence[Translation],
    claims: Sequence[Claims],
    statements: Sequence[Statement],
    utterances: Sequence[Utterance],
    settings: FlagSettings,
    copies: Mapping[str, str] | None = None,
    name_likeness: NameLikeness = as_told,
) -> StoryEvidence:
    """The evidence of a story from what the stages gave."""
    return StoryEvidence(
        versions={version.id: version for version in versions},
        translations={translation.version: translation for translation in translations},
        claims={claim.version: claim for claim in claims},
        statements=tuple(statements),
        utterances=tuple(utterances),
        settings=settings,
        copies=copies or {},
        name_likeness=name_likeness,
    )
