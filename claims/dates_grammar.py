"""The grammar of time of one language: its vocabulary and its templates, compiled on first use."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from claims.dates_choices import Choices
from claims.dates_digits import NUMERIC, RANGES
from claims.dates_patterns import TEMPLATES
from claims.dates_tags import LETTER, UNITS, Vocabulary, symbol
from claims.dates_templates import PARTS, Template, compile_template, expanded
from configs.calendar_names import calendar_names
from configs.language.dates import DatesSection
from configs.language.schema import load_language
from configs.language.scripts import with_composed, with_latin

__all__ = ["EDGES", "TimeGrammar", "time_grammar"]

EDGES = ("early", "mid", "late")
SHORT = 20
"""Added to the number of a month that is written short."""


@dataclass(frozen=True, slots=True)
class TimeGrammar:
    """All that reading times in one language needs."""

    section: DatesSection
    vocabulary: Vocabulary
    templates: Choices
    compounds: re.Pattern[str] | None
    compound_numbers: dict[str, Decimal]
    compound_units: tuple[tuple[str, str], ...]
    persons: re.Pattern[str] | None
    lasting: re.Pattern[str] | None
    """A word for what lasts for years, behind a space."""
    others: re.Pattern[str] | None
    """Two words at most, none of which lasts for years: whoever an adjective of years tells the age of."""
    somebody_before: re.Pattern[str] | None
    """A noun with its article, and a word more, by which nothing lasts, and what ties an age to it, up to the end."""
    persons_before: re.Pattern[str] | None
    """A word for a person, two words more at most, and what ties an age to it, up to the end: su nieto, de."""
    joiner: re.Pattern[str]
    between: re.Pattern[str] | None
    opens_range: re.Pattern[str]
    joiner_and: re.Pattern[str] | None
    months_in: re.Pattern[str]
    future: re.Pattern[str] | None
    near: re.Pattern[str] | None
    points: re.Pattern[str] | None
    """Noon and midnight, which need no number."""


@cache
def time_grammar(code: str) -> TimeGrammar | None:
    """The grammar of the language ``code``, None when there is no file for it."""
    config = load_language(code)
    if config is None:
        return None
    section = config.dates
    names = calendar_names(config.code)
    words = list(_vocabulary(section, with_latin(names) if config.latin_too else with_composed(names)))
    vocabulary = Vocabulary(
        words, spaced=section.spaced, prefixes=section.prefixes, capital=frozenset(_forms(section.capital))
    )
    numbers = {form: number for number, forms in section.numbers.items() for form in forms.split()}
    persons = section.persons.replace("*", f"{LETTER}*").split()
    return TimeGrammar(
        section,
        vocabulary,
        Choices(tuple(_templates(section, vocabulary)), spaced=section.spaced),
        _compounds(section, numbers),
        numbers,
        tuple((stem.rstrip("*"), unit) for unit, forms in section.compounds.items() for stem in forms.split()),
        re.compile(rf"\s*(?:{'|'.join(persons)})(?!{LETTER})") if persons else None,
        _lasting(section),
        _nobody_lasting(section),
        _somebody_before(section),
        _persons_before(section),
        _joiner(section),
        _before(section.words.get("between", ()), _the(section)),
        _phrases(section.words.get("between", ()), r"(?:to_words)\b"),
        _phrases(section.words.get("and", ()), rf"\s*(?:to_words)\s*{_the(section)}")
        if section.words.get("and")
        else None,
        _before_words(section.words.get("incue", ()) + section.words.get("since", ())),
        _anywhere(section.words.get("future", ())),
        _anywhere(section.words.get("near", ())),
        _anywhere(tuple(w for w in section.words.get("noon", ()) + section.words.get("midnight", ()))),
    )


def _lasting(section: DatesSection) -> re.Pattern[str] | None:
    lasting = section.lasting.replace("*", r"\w*").split()
    return re.compile(rf"\s+(?:{'|'.join(lasting)})(?!\w)") if lasting else None


def _nobody_lasting(section: DatesSection) -> re.Pattern[str] | None:
    lasting = section.lasting.replace("*", r"\w*").split()
    nothing = rf"(?!(?:{'|'.join(lasting)})(?!\w)){LETTER}"
    word = rf"{nothing}[\w'’-]+"
    stops = rf"(?=[^\w\s]|\s*$|\s{nothing}|\s\d)"
    return re.compile(rf"\s+{word}{stops}") if lasting else None


def _somebody_before(section: DatesSection) -> re.Pattern[str] | None:
    articles, ends = ("|".join(map(re.escape, words.split())) for words in (section.somebody, section.somebody_ends))
    if not articles:
        return None
    lasting = section.lasting.replace("*", r"\w*").split()
    noun = rf"(?!(?:{'|'.join(lasting)})(?!\w)){LETTER}[\w'’-]{{3,}}"
    ended = rf"|{noun}(?<={ends})" if ends else ""
    links = "|".join(map(re.escape, section.words.get("personlink", ())))
    return re.compile(rf"(?<!\w)(?:(?:{articles})(?:\s|(?<=['’])){noun}(?: {noun})?{ended}) (?:{links})\s$")


def _persons_before(section: DatesSection) -> re.Pattern[str] | None:
    named = (f"{re.escape(word)}(?:e?s)?" for word in section.words.get("person", ()))
    persons = [*section.persons.replace("*", r"\w*").split(), *named]
    links = "|".join(map(re.escape, section.words.get("personlink", ())))
    if not persons or not links:
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(persons)})(?: [^\W\d_]+){{0,2}},? (?:{links})\s$")


def _phrases(phrases: tuple[str, ...], frame: str) -> re.Pattern[str]:
    inner = "|".join(re.escape(p) for p in sorted(phrases, key=len, reverse=True)) or "(?!)"
    return re.compile(frame.replace("to_words", inner))


def _joiner(section: DatesSection) -> re.Pattern[str]:
    """What stands between the two ends of a range; an article only behind what is no "and": "the 2nd and the 30th" are
    two days."""
    to, both = section.words.get("to", ()), section.words.get("and", ())
    plain = _phrases(to, r"\s*(?:-|to_words)\s*").pattern
    with_article = _phrases(tuple(word for word in to if word not in both), r"\s*(?:to_words)\s*").pattern
    return re.compile(rf"{plain}|{with_article}{_the(section)}")


def _the(section: DatesSection) -> str:
    """An article that may stand before a day: zwischen dem 2. Februar und dem 30. März."""
    articles = "|".join(re.escape(word) for word in sorted(section.words.get("the", ()), key=len, reverse=True))
    return rf"(?:(?:{articles})\s*)?" if articles else ""


def _before(phrases: tuple[str, ...], article: str) -> re.Pattern[str] | None:
    return re.compile(rf"(?:{'|'.join(map(re.escape, phrases))})\s*{article}$") if phrases else None


def _anywhere(phrases: tuple[str, ...]) -> re.Pattern[str] | None:
    return re.compile(rf"(?<![^\W\d_])(?:{'|'.join(map(re.escape, phrases))})(?!{LETTER})") if phrases else None


def _before_words(phrases: tuple[str, ...]) -> re.Pattern[str]:
    inner = "|".join(re.escape(p) for p in phrases) or "(?!)"
    return re.compile(rf"(?<![^\W\d_])(?:{inner})\s*$")


def _vocabulary(  # noqa: PLR0912 - one loop a table of the section
    section: DatesSection, names: dict[str, dict[str, list[str]]]
) -> Iterator[tuple[str, str]]:
    """(word, private character); the first of a word counts, so the order is the order of preference."""
    skip = set(_forms(section.not_words))
    tables: list[tuple[str, str]] = []
    tables += [(f, symbol("other", 0)) for f in _forms(section.others)]
    for offset, forms in section.days.items():
        tables += [(f, symbol("day", offset)) for f in _forms(forms)]
    for name, forms in section.parts.items():
        tables += [(f, symbol("part", PARTS.index(name))) for f in _forms(forms)]
    for name, forms in section.edges.items():
        tables += [(f, symbol("edge", EDGES.index(name))) for f in _forms(forms)]
    for name, forms in section.spans.items():
        unit, distance = name[:-2], int(name[-2:])
        tables += [(f, symbol("span", UNITS.index(unit) * 4 + distance + 1 - 30)) for f in _forms(forms)]
    for name, forms in section.duals.items():
        unit, count = name.rstrip("0123456789"), name.lstrip("abcdefghijklmnopqrstuvwxyz")
        value = -int(count) if count else UNITS.index(unit)
        tables += [(f, symbol("dual", value)) for f in _forms(forms)]
    for index, name in enumerate(section.eras):
        tables.append((name, symbol("era", index)))
    for number, forms in section.decades.items():
        tables += [(f, symbol("tens", number // 10)) for f in _forms(forms)]
    for name, forms in section.units.items():
        tables += [(f, symbol("unit", UNITS.index(name))) for f in _forms(forms)]
    for offset, forms in section.shifts.items():
        tables += [(f, symbol("shift", offset)) for f in _forms(forms)]
    for number, forms in section.seasons.items():
        tables += [(f, symbol("season", number)) for f in _forms(forms)]
    for number, forms in section.months.items():
        tables += [(f, symbol("month", number)) for f in _forms(forms)]
    for number, forms in section.solar_months.items():
        tables += [(f, symbol("solar", number)) for f in _forms(forms)]
    for number, forms in section.weekdays.items():
        tables += [(f, symbol("weekday", number)) for f in _forms(forms)]
    for name, kind, extra in (("months", "month", 0), ("weekdays", "weekday", 0), ("short_months", "month", SHORT)):
        for key, listed in names.get(name, {}).items():
            for form in (f.replace("ʼ", "'") for f in listed if f not in skip):
                tables += [(f, symbol(kind, int(key) + extra)) for f in ((form, f"{form}.") if extra else (form,))]
    for number, forms in section.short_months.items():
        tables += [(f, symbol("month", number + SHORT)) for form in _forms(forms) for f in (form, f"{form}.")]
    yield from tables


def _forms(text: str) -> list[str]:
    return [form.replace("_", " ") for form in text.split()]


def _templates(section: DatesSection, vocabulary: Vocabulary) -> Iterator[Template]:
    groups = {
        name: [*section.templates.get(name, ()), *TEMPLATES.get(name, ())] for name in {*TEMPLATES, *section.templates}
    }
    words = {"to": (), **section.words}
    words["to"] = ("-", *words["to"])
    words["upto"] = tuple(word for word in words["to"] if word not in words.get("and", ()))
    words["zone"] = ("gmt", "utc", *words.get("zone", ()))
    if not section.month_first:
        groups["day_month_first"] = list(section.templates.get("day_month_first", ()))
    if not section.plain_weekdays:
        groups["weekday"] = [t for t in groups["weekday"] if t != "{weekday}"]
    groups["numeric"] = ["{y}-{mo}-{d}", "{y}/{mo}/{d}", *NUMERIC[section.order]]
    groups["day"] += groups.pop("day_month_first")
    if section.order == "dmy":
        groups["numericrange"] = [*section.templates.get("numericrange", ()), *RANGES]
        groups["day"] += [
            "{weekday}[,] {open}{d}/{mo}{nomore}{close}",
            "{weekday}[,] [{the}] {open}{dd}.{mo}.{nomore}{close}",
        ]
    groups["decade"] = [
        template if "{edge}" in template else f"[{{edge}}[-] [{{of}}]] {template}" for template in groups["decade"]
    ]
    for group in sorted(groups):
        for text in (one for whole in groups[group] for one in expanded(whole)):
            template = compile_template(group, text, words, vocabulary, section.ordinals, spaced=section.spaced)
            if template is not None:
                yield template


def _compounds(section: DatesSection, numbers: dict[str, Decimal]) -> re.Pattern[str] | None:
    """``дводенні``, ``3-річна``, ``zweitägige``: number and unit in one word."""
    endings = [f for forms in section.compounds.values() for f in forms.split()]
    if not endings:
        return None
    ends = "|".join(e.replace("*", f"{LETTER}*") for e in sorted(endings, key=len, reverse=True))
    stems = "|".join(sorted(map(re.escape, numbers), key=len, reverse=True)) or "(?!)"
    number = rf"(?P<n>(?:{stems})+?|\d+(?:[.,]\d+)?)"
    gap = "(?P<gap>[- '\u200c]{0,2}(?:х|ти|ми|и|мя|tych)?[- ]?)"
    others = "|".join(w.replace("*", f"{LETTER}*") + f"(?!{LETTER})" for w in section.not_compounds.split()) or "(?!)"
    return re.compile(rf"(?<![^\W\d_])(?<!-)(?!{others}){number}{gap}(?P<unit>{ends})(?!{LETTER})")
