"""English that may be compared: what the guard finds fault with is left out, so that no outlet answers for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from flag.checks.translation_fault import persons_of, sentence_faults
from flag.evidence import StoryEvidence
from records.claim import Claims, Figure, Quote
from records.translation import Translation
from records.version import Version

__all__ = ["with_trusted_english"]

ReadEnglish = Callable[[str], tuple[Figure, ...]]


def with_trusted_english(story: StoryEvidence, read_english: ReadEnglish) -> StoryEvidence:
    """``story`` without the English of sentences and quotes that lost a figure, a negation or a name of their source.

    What is compared then is the source: its figures and negations always are, its words where languages are the same.
    """
    translations, claims = dict(story.translations), dict(story.claims)
    for version in story.versions.values():
        translation = translations.get(version.id)
        if translation is not None and translation.status == "translated":
            translations[version.id] = _sentences(story, version, translation, read_english)
            if version.id in claims:
                claims[version.id] = _quotes(version, claims[version.id], read_english)
    return replace(story, translations=translations, claims=claims)


def _sentences(
    story: StoryEvidence, version: Version, translation: Translation, read_english: ReadEnglish
) -> Translation:
    kept, persons = dict(translation.english), persons_of(story.claims.get(version.id))
    for sentence in version.sentences:
        english = kept.get(sentence.id)
        figures = story.figures_in(sentence.id)
        text = version.sentence_text(sentence)
        if not english:
            continue
        if any(
            sentence_faults(
                text, version.language, figures, sentence.start, english, read_english, persons, story.name_likeness
            )
        ):
            del kept[sentence.id]
    return replace(translation, english=kept)


def _quotes(version: Version, claims: Claims, read_english: ReadEnglish) -> Claims:
    return replace(claims, quotes=tuple(_quote(version, quote, claims, read_english) for quote in claims.quotes))


def _quote(version: Version, quote: Quote, claims: Claims, read_english: ReadEnglish) -> Quote:
    if not quote.english:
        return quote
    figures = [figure for figure in claims.figures if quote.start <= figure.start < quote.end]
    faults = sentence_faults(quote.text, version.language, figures, quote.start, quote.english, read_english)
    return replace(quote, english=None) if any(faults) else quote
