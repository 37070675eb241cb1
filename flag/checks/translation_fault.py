"""The check ``translation-fault``: what the machine's English changed of its own source."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from flag.evidence import NameLikeness, StoryEvidence, as_told
from flag.faulty_figures import changed_figures
from flag.faulty_names import changed_name
from flag.identity import discrepancy_id
from flag.lost_figures import lost_figures
from flag.polarity import read_polarity
from records.claim import Claims, Figure
from records.discrepancy import Discrepancy, Side

__all__ = ["SentenceFault", "check_translation_faults", "persons_of", "sentence_faults"]


@dataclass(frozen=True, slots=True)
class SentenceFault:
    """One thing that a translation changed: the words on each side (``source`` with its place in the sentence)."""

    what: str
    source: str
    english: str
    start: int
    end: int


def check_translation_faults(
    evidence: StoryEvidence, read_english: Callable[[str], tuple[Figure, ...]]
) -> tuple[Discrepancy, ...]:
    """The English translation lost or changed a figure, negation or name of its own source: no outlet is to blame."""
    found = []
    for version in evidence.versions.values():
        translation = evidence.translations.get(version.id)
        if translation is None or translation.status != "translated":
            continue
        persons = persons_of(evidence.claims.get(version.id))
        for sentence in version.sentences:
            english = translation.english.get(sentence.id)
            if not english:
                continue
            figures = [f for f in evidence.figures_in(sentence.id) if sentence.start <= f.start < sentence.end]
            text = version.sentence_text(sentence)
            faults = sentence_faults(
                text, version.language, figures, sentence.start, english, read_english, persons, evidence.name_likeness
            )
            for fault in faults:
                found.append(_discrepancy(evidence, version.id, fault))
    return tuple(found)


def persons_of(claims: Claims | None) -> tuple[str, ...]:
    """The persons who are quoted or credited in a version, as it writes them."""
    if claims is None:
        return ()
    names = [quote.speaker for quote in claims.quotes] + [figure.claimant for figure in claims.figures]
    return tuple(dict.fromkeys(name for name in names if name))


def sentence_faults(
    text: str,
    language: str,
    figures: Sequence[Figure],
    offset: int,
    english: str,
    read_english: Callable[[str], tuple[Figure, ...]],
    persons: Sequence[str] = (),
    likeness: NameLikeness = as_told,
) -> Iterator[SentenceFault]:
    """What ``english`` changed of ``text``, which starts at code point ``offset`` of the places of its ``figures``.

    A figure counts as changed when the source has one that the English has not, and the English one that the source
    has not. Digits that are part of no figure (days, numbers of roads and models) count like figures. Where nothing was
    changed, an amount in digits that the English has in no form is lost (``english`` of the fault is empty then).
    """
    translated = read_english(english)
    changed = changed_figures(text, figures, offset, english, translated)
    for one, other in changed:
        yield SentenceFault("figure", one.text, other.text, one.start, one.end)
    for one in () if changed else lost_figures(figures, english, translated):
        yield SentenceFault("figure", one.text, "", one.start, one.end)
    ours, theirs = read_polarity(text, language), read_polarity(english, "en")
    if {ours.value, theirs.value} == {"negated", "plain"}:
        places = ours.negations or ()
        start = places[0].start if places else 0
        end = places[0].end if places else len(text)
        yield SentenceFault("negation", text[start:end], english, offset + start, offset + end)
    name = changed_name(text, language, english, persons, likeness)
    if name is not None:
        place, instead = name
        yield SentenceFault("name", place.of(text), instead, offset + place.start, offset + place.end)


def _discrepancy(evidence: StoryEvidence, version_id: str, fault: SentenceFault) -> Discrepancy:
    sides = (
        Side(fault.source, (evidence.evidence(version_id, fault.start, fault.end),)),
        Side(fault.english or "left out", (evidence.evidence(version_id, fault.start, fault.end),)),
    )
    return Discrepancy(
        id=discrepancy_id("translation-fault", sides, evidence.versions),
        kind="translation-fault",
        severity="low",
        confidence=0.8 if fault.what == "figure" else 0.6,
        summary=_summary(evidence.versions[version_id].outlet, fault),
        statement=None,
        outliers=(),
        sides=sides,
        why="Figures, negations and names were read in the original and in its English, and they do not meet.",
    )


def _summary(outlet: str, fault: SentenceFault) -> str:
    if not fault.english:
        return f"The machine's English of {outlet} leaves out “{fault.source}”: trust the source ({fault.what})."
    return (
        f"The machine's English of {outlet} has “{fault.english}” where the source has “{fault.source}”: "
        f"trust the source ({fault.what})."
    )
