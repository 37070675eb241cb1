"""Versions and their claims to a report: speakers named, sentences aligned, differences judged. No Prefect here."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from importlib.metadata import version as package_version
from typing import Protocol

from align.copies import find_copies
from align.statements import group_statements
from align.utterances import find_utterances
from claims.figures import find_figures
from claims.names import name_likeness
from claims.speakers import resolve_names, resolve_speakers
from configs.pipeline import FlagSettings
from flag.contested import contested_figures
from flag.entailment import weigh_contradictions
from flag.evidence import gather_evidence
from flag.figures import FigureJudgement
from flag.story import gravest_first, judge_revisions, judge_story
from flows.reading import ReadVersion
from flows.translating import quotes_in_english
from flows.workplace import Workplace
from records.claim import Claims, Figure
from records.discrepancy import Discrepancy
from records.report import Report, Run
from records.translation import Translation
from records.version import Version, revision_pairs
from store.findings import save_findings

__all__ = ["Clock", "Named", "Progress", "judge_versions", "name_speakers", "sure_enough"]

Progress = Callable[[str, str], None]
"""Told (stage, what) as the work goes on."""


@dataclass(slots=True)
class Clock:
    """Seconds spent by stage."""

    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        started = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - started


def name_speakers(versions: Sequence[Version], claims: Sequence[Claims]) -> tuple[Claims, ...]:
    """The claims with one id for one speaker or claimant over all versions."""
    languages = {version.id: version.language for version in versions}
    texts = {version.id: version.text for version in versions}
    speakers = resolve_speakers({claim.version: claim.quotes for claim in claims}, texts, languages)
    named = [(claim.version, f.claimant) for claim in claims for f in claim.figures if f.claimant is not None]
    claimants = resolve_names(named, languages)
    return tuple(
        replace(
            claim,
            quotes=tuple(replace(quote, speaker_id=speakers.get(quote.id)) for quote in claim.quotes),
            figures=tuple(_with_claimant(figure, claimants) for figure in claim.figures),
        )
        for claim in claims
    )


def _with_claimant(figure: Figure, ids: dict[tuple[str, str], str]) -> Figure:
    if figure.claimant is None:
        return figure
    return replace(figure, claimant_id=ids.get((figure.version, figure.claimant)))


class Named(Protocol):
    """What a report needs of a story."""

    @property
    def id(self) -> str: ...

    @property
    def title(self) -> str: ...


def judge_versions(
    story: Named,
    read: Sequence[ReadVersion],
    translations: Sequence[Translation],
    claims: Sequence[Claims],
    place: Workplace,
    progress: Progress = lambda stage, what: None,
    seconds: dict[str, float] | None = None,
    now: datetime | None = None,
) -> Report:
    """Aligns and judges versions whose translations and claims are given, in their order; keeps the findings."""
    clock = Clock(dict(seconds or {}))
    versions = [r.version for r in read if r.version is not None]
    pairs = revision_pairs(versions)
    superseded = {earlier.id for earlier, _ in pairs}
    current = [version for version in versions if version.id not in superseded]
    hits, calls = place.encoder.hits, place.encoder.calls
    with clock.stage("claims"):
        named = name_speakers(versions, claims)
    with clock.stage("translate"):
        by_id = {t.version: t for t in translations}
        quoted = [quotes_in_english(v, by_id[v.id], c, place) for v, c in zip(versions, named, strict=True)]
        named = tuple(one.claims for one in quoted)
    with clock.stage("align"):
        progress("align", "sentences")
        copies = find_copies(current, place.settings.align)
        statements = group_statements(current, place.encoder, place.settings.align)
        progress("align", "quotes")
        spoken = [claim for claim in named if claim.version not in superseded]
        utterances = find_utterances(current, spoken, statements, place.encoder, place.settings.align)
    with clock.stage("flag"):
        progress("flag", "discrepancies")
        english = [by_id[version.id] for version in current]
        evidence = gather_evidence(
            current, english, spoken, statements, utterances, place.settings.flag, copies, name_likeness
        )
        judgement = FigureJudgement(evidence, place.encoder)
        found = judge_story(evidence, place.encoder, lambda text: find_figures(text, "en"), judgement)
        contested = contested_figures(judgement)
        if pairs:
            revised = gather_evidence(versions, translations, named, (), (), place.settings.flag)
            found = gravest_first([*found, *judge_revisions(revised, pairs)])
        discrepancies = sure_enough(_weighed(found, versions, place), place.settings.flag)
        save_findings(place.store, story.id, story.title, versions, discrepancies)
    counts = {
        "versions": len(versions),
        "sentences": sum(len(version.sentences) for version in versions),
        "figures": sum(len(claim.figures) for claim in named),
        "quotes": sum(len(claim.quotes) for claim in named),
        "statements": len(statements),
        "copies": len(copies),
        "embeddings computed": place.encoder.calls - calls,
        "embeddings from store": place.encoder.hits - hits,
        "translations computed": sum(t.model_calls for t in translations) + sum(q.calls for q in quoted),
        "translations from memory": sum(t.memory_hits for t in translations) + sum(q.hits for q in quoted),
    }
    return Report(
        story_id=story.id,
        title=story.title,
        versions=tuple(versions),
        translations=tuple(translations),
        claims=named,
        statements=statements,
        discrepancies=discrepancies,
        unusable=tuple(r.unusable for r in read if r.unusable is not None),
        issues=tuple(issue for r in read for issue in r.issues),
        run=Run(
            started=now or datetime.now(UTC),
            seconds={stage: round(spent, 3) for stage, spent in clock.seconds.items()},
            engines=_engines(versions, translations, place),
            counts=counts,
        ),
        copies=copies,
        contested=contested,
    )


def _weighed(found: Sequence[Discrepancy], versions: Sequence[Version], place: Workplace) -> Sequence[Discrepancy]:
    """As they were found, unless a model of entailment weighs altered quotes."""
    if place.entailment is None:
        return found
    return gravest_first(weigh_contradictions(found, versions, place.entailment, place.settings.flag.nli_weight))


def sure_enough(found: Sequence[Discrepancy], settings: FlagSettings) -> tuple[Discrepancy, ...]:
    """What is found, without those under the least confidence of their kind."""
    return tuple(one for one in found if one.confidence >= settings.least_confidence.get(one.kind, 0.0))


def _engines(versions: Sequence[Version], translations: Sequence[Translation], place: Workplace) -> dict[str, str]:
    """What made the report, with versions."""
    pairs = zip(versions, translations, strict=True)
    return {
        "synoptic": package_version("synoptic"),
        "encoder": place.encoder.signature,
        **({"nli": place.entailment.signature} if place.entailment is not None else {}),
        **{f"translate {version.language_code}": done.engine for version, done in pairs if done.engine},
    }
