"""One id for one person over all versions of a story."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import regex
from anyascii import anyascii

from claims.names import SAME, same_person
from claims.names_parts import parse_name
from claims.speakers_bodies import is_body, is_office, is_titled
from claims.speakers_offices import is_other_office
from configs.language.schema import load_language
from records.claim import Quote

__all__ = ["ROLE_PREFIX", "resolve_names", "resolve_speakers"]

ROLE_PREFIX = "role--"
"""Begins the id of a speaker who is no named person: an office ("the minister"), one of its own in every version, or a
body ("the company Norvik Line"), one in all versions."""

_CASED_WORD = r"[\p{Lu}\p{Lt}][\p{L}\p{M}'’-]+"


@dataclass(slots=True)
class _Person:
    """Mentions that are one person's. ``full`` is the fullest form and its language."""

    full: str
    language: str
    version: str
    mentions: set[tuple[str, str]] = field(default_factory=set)
    body: int = 0
    office: int = 0
    """Mentions that tell a body, or a person by the office beside the name."""
    spellings: dict[str, tuple[str, str]] = field(default_factory=dict)
    """The first full name in each further script, with its language: Майкл sounds as 마이클 does, Michael does not."""

    @property
    def words(self) -> int:
        name = parse_name(self.full, self.language)
        return 2 if name.unspaced else len(name.parts)

    @property
    def versions(self) -> set[str]:
        return {version for version, _ in self.mentions}


def resolve_speakers(
    quotes_by_version: Mapping[str, Sequence[Quote]], texts: Mapping[str, str], languages: Mapping[str, str]
) -> dict[str, str]:
    """Quote id to speaker id, an ASCII slug that is one for one person over all versions.

    Quotes without a speaker are left out. A family name alone is the fuller name of its own version first, also where
    only the running text has that. The ids of roles and bodies begin with ``ROLE_PREFIX``.
    """
    mentions = [
        (version, quote.speaker) for version, quotes in quotes_by_version.items() for quote in quotes if quote.speaker
    ]
    ids = _resolve(mentions, texts, languages, bodies=True)
    return {
        quote.id: ids[version, quote.speaker]
        for version, quotes in quotes_by_version.items()
        for quote in quotes
        if quote.speaker
    }


def resolve_names(
    mentions: Sequence[tuple[str, str]], languages: Mapping[str, str], texts: Mapping[str, str] | None = None
) -> dict[tuple[str, str], str]:
    """(version id, name as written) to person id, as ``resolve_speakers`` does it."""
    return _resolve(mentions, texts or {}, languages)


def _resolve(
    mentions: Iterable[tuple[str, str]], texts: Mapping[str, str], languages: Mapping[str, str], bodies: bool = False
) -> dict[tuple[str, str], str]:
    """The ids of ``mentions``; ``bodies`` tells bodies and their officers from people."""
    by_version: dict[str, dict[str, None]] = defaultdict(dict)
    for version, name in mentions:
        by_version[version][name] = None
    people: list[_Person] = []
    ids: dict[tuple[str, str], str] = {}
    for version, names in by_version.items():
        language = languages[version]
        offices = {name for name in names if bodies and is_office(name, language)}
        named = [name for name in names if parse_name(name, language).parts and name not in offices]
        ids.update({(version, name): _role_id(version, name) for name in names if name not in named})
        people.extend(_within(version, named, texts.get(version, ""), language))
    joined = _across(people)
    for person, slug in zip(joined, _slugs(joined), strict=True):
        ids.update(
            dict.fromkeys(
                person.mentions, f"{ROLE_PREFIX}body--{slug}" if bodies and person.body > person.office else slug
            )
        )
    return ids


def _within(version: str, names: Sequence[str], text: str, language: str) -> list[_Person]:
    """The people of one version: fullest names first, so that a name alone finds the fuller one."""
    people: list[_Person] = []
    fullest = sorted(names, key=lambda name: (-len(parse_name(name, language).parts), names.index(name)))
    for name in fullest:
        person = _best_of(name, language, people)
        if person is not None and _is_another(name, person, text, language):
            people.append(person := _Person(name, language, version))
        if person is None:
            person = _Person(_fuller(name, text, language), language, version)
            known = _best_of(person.full, language, people)
            if known is None:
                people.append(person)
            else:
                person = known
        person.mentions.add((version, name))
        person.body += is_body(name, text, language)
        person.office += is_titled(name, text, language)
    return people


def _is_another(name: str, person: _Person, text: str, language: str) -> bool:
    """Whether ``name``, a family name alone, has another office in ``text`` than ``person``, named in full."""
    lone = len(parse_name(name, language).parts) == 1 and person.words > 1
    return lone and is_other_office(name, person.full, text, language)


def _best_of(name: str, language: str, people: Sequence[_Person]) -> _Person | None:
    """The only person whom ``name`` fits, None for nobody or for two alike."""
    floor = 0.55 if len(parse_name(name, language).parts) == 1 else SAME
    scores = sorted(((same_person(name, p.full, language, p.language), -i) for i, p in enumerate(people)), reverse=True)
    if not scores or scores[0][0] < floor:
        return None
    if len(scores) > 1 and scores[1][0] > scores[0][0] - 0.03:
        return None
    return people[-scores[0][1]]


def _fuller(name: str, text: str, language: str) -> str:
    """A family name with the given name that the text puts before it, when it always is the same one."""
    parsed = parse_name(name, language)
    if len(parsed.parts) != 1 or parsed.unspaced or parsed.script not in {"", "Cyrl", "Grek"}:
        return name
    stem = regex.escape(parsed.parts[0].word[: max(4, len(parsed.parts[0].word) - 2)])
    pattern = rf"(?<![\p{{L}}-])({_CASED_WORD}(?: \p{{Ll}}{{2,3}})?) ({stem}\p{{Ll}}{{0,4}})(?![\p{{L}}-])"
    found: Counter[str] = Counter()
    for match in regex.finditer(pattern, text):
        full = match.group(0)
        if len(parse_name(full, language).parts) == 2 and same_person(name, full, language, language) >= SAME:
            found[full] += 1
    forms = list(found)
    alike = all(same_person(forms[0], other, language, language) >= SAME for other in forms[1:])
    return min(forms, key=lambda form: (-found[form], form)) if forms and alike else name


def _across(people: Sequence[_Person]) -> list[_Person]:
    """The people of all versions joined: full names by their score, best first, then names alone where only one fits.

    Two people of one version are never joined: that version knows them apart.
    """
    order = sorted(range(len(people)), key=lambda i: (-min(people[i].words, 2), i))
    joined: list[_Person] = []
    for index in order:
        person = people[index]
        candidates = [p for p in joined if person.version not in p.versions]
        best = _best_across(person, candidates)
        if best is None:
            joined.append(person)
            continue
        best.mentions |= person.mentions
        if person.words > 1:
            best.spellings.setdefault(parse_name(person.full, person.language).script, (person.full, person.language))
        best.body += person.body
        best.office += person.office
        if (person.words, _plainness(person)) > (best.words, _plainness(best)):
            if best.words > 1:
                best.spellings.setdefault(parse_name(best.full, best.language).script, (best.full, best.language))
            best.full, best.language = person.full, person.language
    return joined


def _plainness(person: _Person) -> int:
    """How well the fullest form serves as an id: Latin letters, in a language that does not inflect names."""
    config = load_language(person.language)
    inflected = config is not None and bool(config.names.case_endings)
    return 2 * person.full.isascii() + (not inflected)


def _best_across(person: _Person, candidates: Sequence[_Person]) -> _Person | None:
    scored = sorted(
        ((_likeness(person, p), -i) for i, p in enumerate(candidates)),
        reverse=True,
    )
    if not scored or scored[0][0] < SAME:
        return None
    if len(scored) > 1 and person.words == 1 and scored[1][0] >= SAME and scored[1][0] > scored[0][0] - 0.1:
        return None
    return candidates[-scored[0][1]]


def _likeness(person: _Person, known: _Person) -> float:
    """The best score of ``person`` with any script's spelling of ``known``."""
    forms = [(known.full, known.language), *(known.spellings.values() if person.words > 1 else ())]
    return max(same_person(person.full, full, person.language, language) for full, language in forms)


def _slug(name: str) -> str:
    """An apostrophe parts no words: O'Brien, and what stands for an aspirate in other scripts."""
    plain = anyascii(name).lower().replace("'", "")
    return str(regex.sub(r"[^a-z0-9]+", "-", plain).strip("-")) or "unknown"


def _role_id(version: str, name: str) -> str:
    return f"{ROLE_PREFIX}{_slug(name)}--{_slug(version)}"


def _slugs(people: Sequence[_Person]) -> list[str]:
    """One slug each, numbered where two people would share one."""
    taken: Counter[str] = Counter()
    slugs = []
    for person in people:
        words = [part.word for part in parse_name(person.full, person.language).parts]
        slug = _slug(" ".join(words))
        taken[slug] += 1
        slugs.append(slug if taken[slug] == 1 else f"{slug}-{taken[slug]}")
    return slugs
