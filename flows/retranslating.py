"""A sentence whose English lost a figure, a negation or a name is translated once more another way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from claims.article import read_figures
from claims.article_quotes import read_quotes
from claims.figures import find_figures
from claims.names import name_likeness
from configs.pipeline import TranslateSettings
from flag.checks.translation_fault import persons_of, sentence_faults
from flows.workplace import Workplace
from records.claim import Claims, Figure
from records.errors import UnavailableError
from records.translation import Translation
from records.version import Version
from translate.article import Memory, english_of
from translate.engine import Translator, other_engine, pick_engine

__all__ = ["mend_translation", "second_engine", "translate_checked"]


def translate_checked(version: Version, place: Workplace) -> Translation:
    """``version`` in English; sentences that the guard finds fault with are translated once more, by the next engine
    that has a model or with more beams, and the second English counts where the guard finds fewer faults in it.

    What was tried is remembered like any translation, so a second run calls no model.
    """
    settings = place.settings.translate
    first = english_of(version, settings, place.memory)
    other = second_engine(version.language, settings) if first.status == "translated" else None
    return first if other is None else mend_translation(version, first, other, place.memory)


def second_engine(language: str, settings: TranslateSettings) -> Translator | None:
    """Who translates what the guard finds fault with, None when nobody else can."""
    try:
        return other_engine(language, settings, pick_engine(language, settings))
    except UnavailableError:
        return None


def mend_translation(version: Version, first: Translation, other: Translator, memory: Memory) -> Translation:
    """``first`` with the English of ``other`` where that has fewer faults; people's translations stay."""
    texts = {s.id: " ".join(version.sentence_text(s).split()) for s in version.sentences}
    people = memory.people_of(list(texts.values()), version.language_code)
    before = _faults(version, first.english)
    asked = {id: texts[id] for id in before if texts[id] not in people}
    if not asked:
        return first
    wanted = list(dict.fromkeys(asked.values()))
    known = dict(memory.get_many(wanted, version.language_code, other.signature))
    missing = [text for text in wanted if text not in known]
    if missing:
        fresh = dict(zip(missing, other.translate(missing, version.language_code), strict=True))
        memory.put_many(fresh, version.language_code, other.signature)
        known |= fresh
    after = _faults(version, {id: known[text] for id, text in asked.items()})
    better = {id: known[text] for id, text in asked.items() if after[id] < before[id]}
    note = f"translated again by {other.signature}: {', '.join(better)}" if better else None
    return replace(
        first,
        english={**first.english, **better},
        why="; ".join(filter(None, (first.why, note))) or None,
        model_calls=first.model_calls + len(missing),
        memory_hits=first.memory_hits + len(wanted) - len(missing),
    )


def _faults(version: Version, english: Mapping[str, str]) -> Counter[str]:
    """How many faults the guard finds in each sentence of ``english`` that has any."""
    claims = Claims(version.id, read_figures(version), read_quotes(version))
    figures: dict[str, list[Figure]] = {}
    for figure in claims.figures:
        figures.setdefault(figure.sentence, []).append(figure)
    found: Counter[str] = Counter()
    persons = persons_of(claims)
    for sentence in version.sentences:
        said = english.get(sentence.id)
        if said:
            text, own = version.sentence_text(sentence), figures.get(sentence.id, [])
            faults = sentence_faults(
                text, version.language, own, sentence.start, said, _read_english, persons, name_likeness
            )
            count = sum(1 for _ in faults)
            if count:
                found[sentence.id] = count
    return found


def _read_english(text: str) -> tuple[Figure, ...]:
    return find_figures(text, "en")
