"""Reads who says each figure of a story: the source that its sentence names, or the speaker of the quote around it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

import numpy as np
import regex

from configs.language.schema import load_language
from flag.claimant_kinds import is_of_no_kind, kinds_of
from flag.claimants import Claimant, Claimants
from flag.context import Embeds
from flag.evidence import StoryEvidence
from records.claim import Figure

__all__ = ["office_of", "read_claimants"]

_NAMES = regex.compile(r"\p{L}\p{M}*\p{L}|\p{Han}")
"""A sign or a letter is nobody."""
_AMOUNT = regex.compile(r"\p{Nd}")
"""Who begins with a number is an amount: "318 cases"."""
_MEAN_OFF = 0.9
_BACK = 2
"""Sentences before a figure in which the source may be named that its own sentence only points at."""
_POLLS = frozenset({"pollster"})
"""Kinds that the word before a lone name tells: "a survey by Datrix"; of another kind a country may be told."""
_OFFICE, _OFFICE_WORDS = 60, 3
"""Letters, and words before a name, in which its office is looked for."""


def read_claimants(story: StoryEvidence, encoder: Embeds) -> Claimants:
    """The claimants of all figures: the source that its sentence names or the speaker of the quote it stands in.

    Names and offices are compared by their vectors, since an office is worded in as many ways as there are languages:
    over 7 stories of 7 languages each, the wordings of one office have a mean likeness of 0.17 to 0.6, those of two
    offices -0.1 to 0.1 (bundled encoder, 2026-11). Of two readings of one figure the one that is more like a source
    holds, and less like a thing that has none to say; of two that are like none, the speaker of the quote.
    """
    offices = _offices(story)
    readings = {f.id: found for f in story.figures.values() if (found := _readings(story, f, offices))}
    phrases = {(f.version, read.words) for f in story.figures.values() for read in readings.get(f.id, ())}
    phrases |= {(q.version, q.speaker) for q in story.quotes.values() if q.speaker}
    ordered = sorted(phrases)
    if not ordered:
        return Claimants({}, {}, {}, {})
    settings = story.settings
    rows = encoder.encode([*(words for _, words in ordered), *settings.source_words, *settings.other_words])
    moved = rows - _MEAN_OFF * rows.mean(axis=0)
    moved /= np.maximum(np.linalg.norm(moved, axis=1, keepdims=True), 1e-9)
    own, sources, others = np.split(moved, [len(ordered), len(ordered) + len(settings.source_words)])
    like = (own @ sources.T).max(axis=1)
    unlike = (own @ others.T).max(axis=1)
    scores = dict(zip(ordered, np.where(like > unlike, like, -1.0).tolist(), strict=True))
    by_figure = {
        f.id: max(reversed(readings[f.id]), key=lambda read: scores[f.version, read.words])
        for f in story.figures.values()
        if f.id in readings
    }
    told = by_figure
    by_figure = {id: _meant(story, story.figures[id], found, told) for id, found in told.items()}
    pointed = {
        id
        for id, found in by_figure.items()
        if (found != told[id] and not _is_lone(story, story.figures[id], found, told))
        or _is_before(story, story.figures[id], found)
    }
    bare = [f for f in story.figures.values() if f.id in by_figure and by_figure[f.id].is_bare]
    before = {f.id: _named_before(story, f) for f in bare}
    spoken = {(q.version, q.speaker) for q in story.quotes.values() if q.speaker}
    return Claimants(by_figure, dict(zip(ordered, own, strict=True)), scores, before, spoken, pointed)


def _is_before(story: StoryEvidence, figure: Figure, claimant: Claimant) -> bool:
    """Whether the words of its claimant stand in the sentences right before its own, and its own has neither these nor
    another word of that kind: "the governor" is no pointer."""
    version = story.versions[figure.version]
    start, end = _sentences_before(story, figure)
    own = version.sentence_text(story.sentences[figure.sentence])
    if figure.claimant is None or figure.claimant in own or figure.claimant not in version.text[start:end]:
        return False
    return not claimant.kinds & kinds_of(own, version.language_code)


def _meant(story: StoryEvidence, figure: Figure, claimant: Claimant, by_figure: Mapping[str, Claimant]) -> Claimant:
    """Whom a wide word alone ("the agency", Ведомство) points at: the body credited last in the two sentences before;
    itself where there is none."""
    if not claimant.is_bare or not claimant.kinds or not is_of_no_kind(claimant.kinds):
        return claimant
    start, end = _sentences_before(story, figure)
    told = _told(story, figure.version, by_figure)
    named = [(at, found) for at, found in told if start <= at < end and not is_of_no_kind(found.kinds)]
    return max(named, key=lambda entry: entry[0])[1] if named else claimant


def _is_lone(story: StoryEvidence, figure: Figure, claimant: Claimant, by_figure: Mapping[str, Claimant]) -> bool:
    """Whether the text before ``figure`` credits nothing to anybody but ``claimant``: at whom else can it point?"""
    told = _told(story, figure.version, by_figure)
    kinds = [found.kinds for at, found in told if at < figure.start and not is_of_no_kind(found.kinds)]
    named = [found for at, found in told if at < figure.start and not found.kinds]
    return not named and all(found & claimant.kinds for found in kinds)


def _told(story: StoryEvidence, version: str, by_figure: Mapping[str, Claimant]) -> list[tuple[int, Claimant]]:
    """Everybody whom a version credits a figure or a quote to, with the place of these."""
    language = story.versions[version].language_code
    claims = story.claims[version]
    told = [(f.start, found) for f in claims.figures if (found := by_figure.get(f.id)) is not None]
    return told + [
        (q.start, Claimant(q.speaker, q.speaker_id, kinds_of(q.speaker, language))) for q in claims.quotes if q.speaker
    ]


def _sentences_before(story: StoryEvidence, figure: Figure) -> tuple[int, int]:
    """Where the sentences right before a figure's begin and end."""
    sentences = story.versions[figure.version].sentences
    at = next(n for n, sentence in enumerate(sentences) if sentence.id == figure.sentence)
    return sentences[max(0, at - _BACK)].start, sentences[at].start


def _named_before(story: StoryEvidence, figure: Figure) -> tuple[str, ...]:
    """The speakers of the sentences right before a figure's."""
    start, end = _sentences_before(story, figure)
    quotes = story.claims[figure.version].quotes
    return tuple(q.speaker for q in quotes if q.speaker and start <= q.start < end)


def _is_pronoun(story: StoryEvidence, figure: Figure) -> bool:
    config = load_language(story.versions[figure.version].language_code)
    if config is None or figure.claimant is None:
        return False
    section = config.quotes
    return figure.claimant.casefold() in (*section.pronouns_he, *section.pronouns_she, *section.pronouns_they)


def _offices(story: StoryEvidence) -> Mapping[str, frozenset[str]]:
    """The kinds that any version tells of whom quotes are credited to, by the speaker's id: the director who is one of
    a museum in one text is so in all."""
    found: dict[str, frozenset[str]] = {}
    for quote in story.quotes.values():
        if quote.speaker and quote.speaker_id:
            version = story.versions[quote.version]
            kinds = kinds_of(quote.speaker, version.language_code)
            kinds = kinds or office_of(quote.speaker, version.text, version.language_code)
            found[quote.speaker_id] = found.get(quote.speaker_id, frozenset()) | kinds
    return found


def _readings(story: StoryEvidence, figure: Figure, offices: Mapping[str, frozenset[str]]) -> tuple[Claimant, ...]:
    claimant = figure.claimant
    named = claimant is not None and _NAMES.search(claimant) and not _is_pronoun(story, figure)
    named = named and not _AMOUNT.match(claimant or "")
    language = story.versions[figure.version].language_code
    found = []
    if claimant is not None and named:
        kinds = kinds_of(claimant, language)
        lone = " " not in claimant
        if (
            bool(kinds) == lone
        ):  # "the aid organisation Health Alliance" is not the health service; a country is no army
            kinds |= office_of(claimant, story.versions[figure.version].text, language)
        elif lone:
            kinds |= office_of(claimant, story.versions[figure.version].text, language) & _POLLS
        found.append(Claimant(claimant, figure.claimant_id, kinds))
    around = [
        quote
        for quote in story.claims[figure.version].quotes
        if quote.speaker
        and _NAMES.search(quote.speaker)
        and not _AMOUNT.match(quote.speaker)
        and quote.start <= figure.start
        and figure.end <= quote.end
    ]
    if around:
        quote = min(around, key=lambda q: q.end - q.start)
        known = offices.get(quote.speaker_id or "", frozenset[str]())
        if found and not found[0].kinds and found[0].is_bare:
            found[0] = replace(found[0], kinds=known)
        if found and quote.mode == "indirect":
            return tuple(found)  # the source of the figure's own clause is nearer than that of the sentence
        if quote.mode == "indirect" and any(other.claimant for other in story.figures_in(figure.sentence)):
            return ()  # the source that the sentence names is that of another clause's figures
        speaker = quote.speaker or ""
        kinds = kinds_of(speaker, language) or office_of(speaker, story.versions[figure.version].text, language)
        kinds = kinds or known
        found.append(Claimant(speaker, quote.speaker_id, kinds))
    return tuple(found)


@lru_cache(maxsize=4096)
def office_of(name: str, text: str, language: str) -> frozenset[str]:
    """The kinds that the words right before a name, or right behind its comma, tell at some place of ``text``: "finance
    minister Ann Roe", "Jan Novak, the police chief"; of a lone word only the word before it."""
    if not name[:1].isupper():
        return frozenset()
    reach = _OFFICE_WORDS if " " in name else 1
    for match in regex.finditer(rf"{regex.escape(name)}(?!\p{{L}})", text):
        before = regex.split(r"[.!?,;:\n«»„“”\"]", text[max(0, match.start() - _OFFICE) : match.start()])[-1]
        after = regex.match(r", ([^.!?,;:\n«»„“”\"]*)", text[match.end() : match.end() + _OFFICE])
        told = [" ".join(before.split()[-reach:])]
        if after is not None and " " in name:
            told.append(" ".join(after.group(1).split()[: _OFFICE_WORDS + 2]))
        for words in told:
            kinds = kinds_of(words, language)
            if kinds:
                return kinds
    return frozenset()
