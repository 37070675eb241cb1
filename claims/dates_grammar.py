"""The grammar of time of one language: its vocabulary and its templates, compiled on first use."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from claims.calendar_names import calendar_names
from claims.dates_choices import Choices
from claims.dates_tags import LETTER, UNITS, Vocabulary, symbol
from claims.dates_templates import PARTS, Template, compile_template, expanded
from configs.language.dates import DatesSection
from configs.language.schema import load_language
from configs.language.scripts import with_latin

__all__ = ["EDGES", "TimeGrammar", "time_grammar"]

EDGES = ("early", "mid", "late")
SHORT = 20
"""Added to the number of a month that is written short."""
TEMPLATES: dict[str, tuple[str, ...]] = {
    "day": (
        "[{weekday}[,] [{the}]] {d} [{of}] {month} [[{of}|,] {y} [{yearword}]]",
        "[{weekday}[,] [{the}]] {d} [{of}] {month} [{of}] ({shift} {unit.year}|{unit.year} {shift}|{span})",
        "{d}-{month}-{y}",
        "{d}/{month}/{y}",
        "{d} [{of}] {to} {d2} [{of}] {month} [[{of}|,] {y} [{yearword}]]",
        "{between} {d} {and} {d2} [{of}] {month} [[{of}|,] {y} [{yearword}]]",
        "{y}[.] {month} {d}",
    ),
    "day_month_first": (
        "[{weekday}[,]] {month} [{the}] {d} [[,] {y}]",
        "{month} {d} {to} {d2} [[,] {y}]",
        "{y}[.] {month} {d} {to} {d2}",
    ),
    "dayonly": (
        "{the} {d} [{of}] {shift} {unit.month}",
        "{the} {d} [{of}] {unit.month} {shift}",
        "{d} {to} {d2} [{of}] {shift} {unit.month}",
        "{d} {to} {d2} [{of}] {unit.month} {shift}",
        "{between} {d} {and} {d2} [{of}] {shift} {unit.month}",
        "{between} {d} {and} {d2} [{of}] {unit.month} {shift}",
    ),
    "dayweekday": ("{weekday}[,] {d}{ends}", "{weekday}[,] {the} {d}{ends}", "{weekday}[,] [{the}] {o}{ends}"),
    "monthrange": (
        "{month} {to} {month2} [[{of}|,] {y}]",
        "{between} {month} {and} {month2} [[{of}|,] {y}]",
    ),
    "rest": ("{rest} {unit}", "{rest} {shift} {unit}"),
    "dayshift": ("{d} [{of}] {month} {shift}",),
    "month": (
        "[{edge} [{of}]] {month} [[{of}|,|-] {y} [{yearword}]]",
        "{mo}/{y}",
        "{y}[.] [{yearword}] {month}",
        "{shift} {month}",
        "{month} {shift}",
    ),
    "monthyear": (
        "[{edge} [{of}]] {month} [{of}] {shift} {unit.year}",
        "[{edge} [{of}]] {month} [{of}] {unit.year} {shift}",
        "[{edge} [{of}]] {month} [{of}] {span}",
        "{shift} {unit.year} [{of}] {month}",
    ),
    "quarter": (
        "{o} {unit.quarter} [[{of}|,] ({y} [{yearword}]|{shift} {unit.year}|{unit.year} {shift}|{span})]",
        "{unit.quarter} {o} [[{of}|,] {y}]",
        "q[-]{q} [[{of}|/] {y}]",
        "{roman} {unit.quarter} [[{of}] {y} [{yearword}]]",
        "{y} {o} {unit.quarter}",
    ),
    "halfyear": (
        "h{q} {y}",
        "{o} {unit.half} [[{of}|,] ({y} [{yearword}]|{shift} {unit.year}|{unit.year} {shift}|{span})]",
        "{unit.half} {o} [[{of}|,] ({y} [{yearword}]|{shift} {unit.year}|{unit.year} {shift}|{span})]",
    ),
    "year": (
        "({incue}|{since}) {y} [{yearword}]",
        "{y} {yearword}",
        "{yearname} {y}",
        "{edge} [{of}] {y}",
        "{y}-{y2}",
        "{y}-{yy} [{yearword}]",
        "{y} {to} {y2} [{yearword}]",
        "{between} {y} {and} {y2} [{yearword}]",
        "{y}",
    ),
    "decade": ("{tens}", "{tens} {unit.century} [{the}] {o}", "{tens} {unit.century} {n}", "{tens} {unit.century}"),
    "century": (
        "[{edge} [{of}] [{the}]] {o}[-] {unit.century}",
        "[{edge} [{of}]] {o}[,] {and} {o2}[-] {unit.century}",
        "[{edge} [{of}]] {unit.century} {o}",
        "[{edge} [{of}]] {roman} {unit.century}",
        "[{edge} [{of}]] {roman}{mark} {unit.century}",
        "[{edge} [{of}]] {unit.century} {roman}",
        "[{edge} [{of}]] {o} {to} {o2} {unit.century}",
        "[{edge} [{of}]] {unit.century} {nth}[-] {cent}",
    ),
    "yearofera": (
        "{ey} {to} {ey2} [{yearword}|{unit.year}] {ce}",
        "{ce} {ey} {to} {ey2}",
        "{ey} [{yearword}|{unit.year}] {ce}",
        "{ce} {ey} [{yearword}|{unit.year}]",
    ),
    "yearbeforeera": ("{ey} [{yearword}|{unit.year}] {bce}", "{bce} {ey} [{yearword}|{unit.year}]"),
    "agetens": ("{own} {dec}{tensmark}", "{own} {edge}[-] [{own}] {dec}{tensmark}"),
    "season": (
        "{season} [{of}] {y} [{yearword}]",
        "{shift} {season}",
        "{season} {shift}",
        "{season} {of} {shift} {unit.year}",
    ),
    "weekof": (
        "{o} {unit.week} [{of}] {month} [[{of}|,] {y} [{yearword}]]",
        "{o} {unit.week} [{of}] {shift} {unit.month}",
        "{o} {unit.week} [{of}] {unit.month} {shift}",
        "{shift} {unit.week} [{of}] {month} [[{of}|,] {y} [{yearword}]]",
    ),
    "weekdayof": ("{o} {weekday} [{of}] {month} [[{of}|,] {y} [{yearword}]]",),
    "relative": (
        "{edge} [{of}] {shift} {unit}",
        "{edge} [{of}] {unit} {shift}",
        "{edge} [{of}] {span}",
        "{day}",
        "{shift} {unit}",
        "{unit} {shift}",
        "{span}",
    ),
    "weekday": (
        "{weekday}",
        "{shift} {weekday}",
        "{weekday} {shift}",
    ),
    "weekdayweek": (
        "{weekday} [{of}] {shift} {unit.week}",
        "{weekday} [{of}] {unit.week} {shift}",
        "{shift} {unit.week} [{of}] {weekday}",
        "{weekday} [{of}] {span}",
    ),
    "ago": (
        "{n} {unit} [{and}|,] {n2} {unit2} {ago}",
        "{agobefore} {n} {unit} [{and}|,] {n2} {unit2}",
        "{n} [{gap}] {unit} {ago}",
        "{agobefore} {n} [{gap}] {unit}",
        "{one} {unit} {ago}",
        "{agobefore} {one} {unit}",
    ),
    "agounit": ("{agobefore} {unit}",),
    "days": (),
    "months": (),
    "daysago": (),
    "dual": ("{dual}",),
    "dualago": ("{agobefore} {dual}", "{dual} {ago}"),
    "ahead": ("{ahead} {n} {unit}", "{n} {unit} {aheadafter}", "{ahead} {one} {unit}", "{one} {unit} {aheadafter}"),
    "aheadunit": ("{aheadonly} {unit}",),
    "time": (
        "[{at}] {h}:{mi} [{oclock}] [{part}]",
        "{at} {h}(.|:){mi} [{oclock}] [{part}]",
        "{h}.{mi} ({oclock}|{part})",
        "{h}.{mi} {part}",
        "{h}.{mi} {zone}",
        "[{at}] {h} [{oclock}] [{of}] {part}",
        "{h} {oclock}",
        "{h} {oclock} {min} [{minuteword}] [{part}]",
        "{oclock} {h}",
        "{at} {h} {hourword} [{part}]",
        "{at} {h} {hourword} [{and}] {min} [{minuteword}] [{part}]",
        "{h} {hourword} [{and}] {min} {minuteword} {part}",
        "{h} {hourword} {part}",
        "[{at}] {h}h{mi}",
        "{at} {h} h [{mi}]",
        "{part} {h}(.|:){mi}",
        "{athour} {h} [{part}]",
    ),
    "clockspan": (
        "{h}:{mi}:{mi2}",
        "{h}h{mi}:{mi2}",
        "{h} h {mi} (min|mn|m) [{mi2} [s|sec|seg]]",
    ),
    "clocktime": ("{at} {h}(:|.){mi}:{mi2}", "{h}:{mi}:{mi2} ({zone}|{part})"),
    "time4": ("[{at}] {hhmm} {zone}",),
    "timerange": (
        "[{between}] {h}[(.|:){mi}] ({to}|{and}) {h2}[(.|:){mi2}] [{oclock}|{hourword}] {part}",
        "{h}h[{mi}] ({to}|{and}) [{at}] {h2}h[{mi2}]",
        "{h} h [{mi}] ({to}|{and}) {h2} h [{mi2}]",
        "[{between}] {h}[(.|:){mi}] ({to}|{and}) {at} {h2}[(.|:){mi2}] [{oclock}|{hourword}] {part}",
        "{h}[(.|:){mi}] {to} {h2}[(.|:){mi2}] ({oclock}|{hourword})",
        "{between} {h}[(.|:){mi}] {and} {h2}[(.|:){mi2}] ({oclock}|{hourword})",
        "{athour} {h}[(.|:){mi}] {to} {h2}[(.|:){mi2}]",
        "[{between}] {part} {h}(.|:){mi} ({to}|{and}) {h2}(.|:){mi2}",
    ),
    "future": ("{aheadin} {n} {unit}",),
    "couple": ("{couple} {unit}",),
    "ampm": ("[{at}] {h}[(.|:){mi}] {part}",),
    "halfpast": (
        "[{at}] {h}½ [{oclock}] {part}",
        "{at} {h}½ [{oclock}]",
        "{h}½ {oclock}",
        "{halfpast} {h} [{oclock}] [{part}]",
        "[{at}] {h} {andhalf} [{part}]",
        "{at} {h} {hourword} {andhalf} [{part}]",
        "{h} {hourword} {andhalf} {part}",
    ),
    "halfto": ("{halfto} {h} [{oclock}] [{part}]",),
    "quarterpast": (
        "[{at}] {h}¼ [{oclock}] {part}",
        "{at} {h}¼ [{oclock}]",
        "{quarterpast} {h} [{oclock}] [{part}]",
        "[{at}] {h} [{hourword}] {andquarter} [{part}]",
    ),
    "quarterto": ("{quarterto} {h} [{oclock}] [{part}]", "[{at}] {h} [{hourword}] {lessquarter} [{part}]"),
    "minutespast": ("{min} [{minuteword}] {past} {h} [{part}]",),
    "minutesto": ("{min} [{minuteword}] {before} {h} [{part}]", "[{at}] {h} [{hourword}] {less} {min} [{part}]"),
    "noon": ("{noon}",),
    "midnight": ("{midnight}",),
    "duration": (
        "{n}[-] [{gap}] {unit}",
        "{n} 1{mark} {unit}",
        "{n} {upto} {n2}[-] [{gap}] {unit}",
        "{between} {n} {and} {n2} {unit}",
        "{n} {unit}[.] [{and}|,] {n2} {unit2}",
        "{n} {unit}[.] [{and}|,] {n2} {unit2}[.] [{and}|,] {n3} {unit3}",
        "{n} {shift} {unit}",
        "{shift} {n} {unit}",
    ),
    "onehalf": ("{n} {andhalf} {unit}", "{n} {unit} {andhalf}"),
    "unithalf": ("{one} {unit} {andhalf}",),
    "half": ("{half} {unit}",),
    "one": ("{oneunit} {unit}",),
    "dozen": (),
    "age": (
        "{hasage} {n} {unit.year}{unlinked}",
        "{n} [[-] {upto} {n2}] [-] {unit} [-] {old}",
        "{aged} {n} [{unit.year}]",
        "{aged} {n} {upto} {n2} [{unit.year}]",
        "{n}-{unit.year} [-] {person}",
    ),
    "aboutday": ("{around} {d}[-{tensof}] {of} {month}",),
}
_NUMERIC = {
    "dmy": ("{dd}.{mo}.{y}", "{d}/{mo}/{y}", "{d}-{mo}-{y}", "{d}. {mo}. {y}"),
    "mdy": ("{mo}/{d}/{y}", "{mo}-{d}-{y}", "{dd}.{mo}.{y}", "{dx}/{mo}/{y}", "{dx}-{mo}-{y}"),
    "ymd": ("{y}.{mo}.{d}", "{y}. {mo}. {d}"),
}


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
    words = list(_vocabulary(section, with_latin(names) if config.latin_too else names))
    vocabulary = Vocabulary(
        words, spaced=section.spaced, prefixes=section.prefixes, capital=frozenset(_forms(section.capital))
    )
    numbers = {form: number for number, forms in section.numbers.items() for form in forms.split()}
    persons = section.persons.replace("*", f"{LETTER}*").split()
    return TimeGrammar(
        section,
        vocabulary,
        Choices(tuple(_templates(section, vocabulary))),
        _compounds(section, numbers),
        numbers,
        tuple((stem.rstrip("*"), unit) for unit, forms in section.compounds.items() for stem in forms.split()),
        re.compile(rf"\s*(?:{'|'.join(persons)})(?!{LETTER})") if persons else None,
        _phrases(section.words.get("to", ()), r"\s*(?:-|to_words)\s*"),
        _before(section.words.get("between", ())),
        _phrases(section.words.get("between", ()), r"(?:to_words)\b"),
        _phrases(section.words.get("and", ()), r"\s*(?:to_words)\s*") if section.words.get("and") else None,
        _before_words(section.words.get("incue", ()) + section.words.get("since", ())),
        _anywhere(section.words.get("future", ())),
        _anywhere(section.words.get("near", ())),
        _anywhere(tuple(w for w in section.words.get("noon", ()) + section.words.get("midnight", ()))),
    )


def _phrases(phrases: tuple[str, ...], frame: str) -> re.Pattern[str]:
    inner = "|".join(re.escape(p) for p in sorted(phrases, key=len, reverse=True)) or "(?!)"
    return re.compile(frame.replace("to_words", inner))


def _before(phrases: tuple[str, ...]) -> re.Pattern[str] | None:
    return re.compile(rf"(?:{'|'.join(map(re.escape, phrases))})\s*$") if phrases else None


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
    groups["numeric"] = ["{y}-{mo}-{d}", "{y}/{mo}/{d}", *_NUMERIC[section.order]]
    groups["day"] += groups.pop("day_month_first")
    if section.order == "dmy":
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
    gap = "(?P<gap>[- ']{0,2}(?:х|ти|ми|и|мя|tych)?[- ]?)"
    others = "|".join(w.replace("*", f"{LETTER}*") + f"(?!{LETTER})" for w in section.not_compounds.split()) or "(?!)"
    return re.compile(rf"(?<![^\W\d_])(?<!-)(?!{others}){number}{gap}(?P<unit>{ends})(?!{LETTER})")
