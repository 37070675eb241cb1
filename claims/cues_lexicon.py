"""Builds the lexicon of a language out of its file's ``quotes`` section."""

from __future__ import annotations

from functools import cache

import regex

from claims.cues import (
    ARTICLE,
    BODY,
    COMPLEMENT,
    HE,
    LABEL,
    LINK,
    PARTICLE,
    PRONOUN,
    ROLE,
    SHE,
    SKIP,
    STOP,
    SUBJUNCTIVE,
    TERRITORY,
    THAT,
    THEY,
    TITLE,
    TO,
    CueKind,
    Lexicon,
)
from claims.cues_cldr import calendar_words, territory_names
from claims.cues_forms import all_forms, form_words, word_shapes
from claims.quotes_words import Ends, word_pattern
from configs.language.quotes import QuotesSection
from configs.language.schema import LanguageConfig, load_language

__all__ = ["cutting_words", "load_lexicon"]


@cache
def load_lexicon(language: str) -> Lexicon:
    """The lexicon of ``language`` (a BCP 47 tag); one without words for a language that has no file."""
    config = load_language(language)
    section = config.quotes if config is not None else QuotesSection()
    listed = _tagged(section)
    kinds = _kinds(section)
    pattern = word_pattern(section.spaced, section.elision, cutting_words(section))
    entries: dict[str, dict[tuple[str, ...], CueKind]] = {}
    for kind, forms in kinds:
        for form in forms:
            words = form_words(form, pattern)
            if words:
                entries.setdefault(words[0], {}).setdefault(words[1:], kind)
    tags: dict[str, int] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    endings: list[tuple[str, int]] = []
    for bit, forms in listed:
        for form in forms:
            words = form_words(form, pattern)
            if form.startswith("-") and (len(form) > 2 or not form.isascii()):
                endings.append((form.lower() if bit & PRONOUN else form[1:].lower(), bit))
            elif len(words) == 1:
                tags[words[0]] = tags.get(words[0], 0) | bit
            elif words:
                phrases.setdefault(words[0], []).append((words[1:], bit))
    if config is not None:
        for word in territory_names(config.locale or config.code) if section.spaced else ():
            tags[word] = tags.get(word, 0) | TERRITORY
    calendar = calendar_words(config.locale or config.code) if config is not None else frozenset()
    return Lexicon(
        section,
        pattern,
        {word: tuple(sorted(rest.items(), key=lambda r: -len(r[0]))) for word, rest in entries.items()},
        tags,
        {word: tuple(rest) for word, rest in phrases.items()},
        tuple(endings),
        _ends(config, section, calendar),
        calendar,
        frozenset(form.lower() for form in all_forms(section.source_nouns) if not form.startswith("-")),
        tuple(form[1:].lower() for form in all_forms(section.source_nouns) if form.startswith("-")),
        frozenset(form.lower() for form in all_forms(section.source_prepositions)),
        frozenset(form.lower() for form in all_forms(section.hearsay)),
        frozenset(form.lower() for form in all_forms(section.hearsay_ends)),
        frozenset(form.lower() for form in all_forms(section.sure_subjunctive)),
        frozenset(form.lower() for form in all_forms(section.words_he)),
        frozenset(form.lower() for form in all_forms(section.words_she) if not form.startswith("-")),
        tuple(form[1:].lower() for form in all_forms(section.words_she) if form.startswith("-")),
        frozenset(form.lower() for form in all_forms(section.first_person)),
        frozenset(form.lower() for form in all_forms(section.auxiliaries)),
        frozenset(config.polarity.conjunctions) if config is not None else frozenset(),
        frozenset(form.lower() for form in all_forms(section.speech_nouns) if not form.startswith("-")),
        tuple(form[1:].lower() for form in all_forms(section.speech_nouns) if form.startswith("-")),
        frozenset(form.lower() for form in all_forms(section.naming_verbs)),
        frozenset(form.lower() for form in all_forms(section.naming_leads)),
        tuple(tuple(form.lower().split()) for form in all_forms(section.backward)),
        frozenset(form_words(form, pattern) for form in all_forms(section.impersonal)),
        frozenset(form.lower() for form in all_forms(section.passives)),
        frozenset(form.lower() for form in all_forms(section.agents)),
        frozenset(form.lower() for form in all_forms(section.relatives)),
        frozenset(form.lower() for form in all_forms(section.views)),
        word_shapes(section.told),
        word_shapes(section.name_ends),
        frozenset(form.lower() for form in all_forms(section.formers) if not form.endswith("-")),
        tuple(form.lower() for form in all_forms(section.formers) if form.endswith("-")),
        frozenset(config.names.families if config is not None else ""),
        frozenset(config.names.foreign_letters if config is not None else ""),
        frozenset(form.lower() for form in all_forms(section.callings)),
        frozenset(form.lower() for form in all_forms(section.called_so)),
        frozenset(form.lower() for form in all_forms(section.selves)),
        frozenset(form.lower() for form in all_forms(section.citing)),
        frozenset(form.lower() for form in all_forms(section.noun_verbs)),
        frozenset(form.lower() for form in all_forms(section.stand_ins) if not form.startswith("-")),
        tuple(form[1:].lower() for form in all_forms(section.stand_ins) if form.startswith("-")),
        regex.compile("(?:" + "|".join(section.name_ends_cut) + ")$") if section.name_ends_cut else None,
        frozenset(form.lower() for form in all_forms(section.subordinators)),
        frozenset(form.lower() for form in all_forms(section.relative_pronouns)),
        frozenset(form.lower() for form in all_forms(section.possessives)),
    )


def cutting_words(section: QuotesSection) -> list[str]:
    """The words of ``section`` that part the text of a script without blanks."""
    told = [form for _, forms in _kinds(section) for form in forms]
    return [*told, *(form for _, forms in _tagged(section) for form in forms), *all_forms(section.callings)]


def _kinds(section: QuotesSection) -> list[tuple[CueKind, list[str]]]:
    return [
        ("verb", all_forms(section.verbs)),
        ("weak", all_forms(section.weak_verbs)),
        ("object", all_forms(section.object_verbs)),
        ("before", all_forms(section.sources_before)),
        ("after", all_forms(section.sources_after)),
        ("tail", all_forms(section.sources_tail)),
        ("like", all_forms(section.sources_clause)),
        ("known", all_forms(section.sources_known)),
    ]


def _ends(config: LanguageConfig | None, section: QuotesSection, calendar: frozenset[str]) -> Ends:
    leads = frozenset(form.lower() for form in all_forms([*section.articles, *section.stops]))
    titles = frozenset(form.lower() for form in all_forms(section.titles))
    if config is None:
        return Ends(section.cased, titles)
    short = frozenset(word.rstrip(".") for word in config.sentences.abbreviations)
    return Ends(section.cased, titles, short, calendar, config.sentences.ordinal_dot, leads)


def _tagged(section: QuotesSection) -> list[tuple[int, list[str]]]:
    return [
        (STOP, all_forms(section.stops)),
        (LINK, all_forms(section.links)),
        (SKIP, all_forms([*section.skips, *section.asides])),
        (ARTICLE, all_forms(section.articles)),
        (ROLE, all_forms(section.roles)),
        (ROLE, all_forms(section.trades)),
        (BODY, all_forms(section.bodies)),
        (TITLE, all_forms(section.titles)),
        (THAT, all_forms(section.that)),
        (TO, all_forms(section.to)),
        (PARTICLE, all_forms(section.particles)),
        (HE, all_forms(section.pronouns_he)),
        (SHE, all_forms(section.pronouns_she)),
        (THEY, all_forms(section.pronouns_they)),
        (LABEL, all_forms(section.labels)),
        (SUBJUNCTIVE, [*all_forms(section.subjunctive), *all_forms(section.sure_subjunctive)]),
        (COMPLEMENT, [*all_forms(section.complements), *all_forms(section.subject_marks)]),
    ]
