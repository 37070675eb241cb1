"""The ``dates`` section of a language file: what CLDR has not of dates, times, durations and ages."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from pydantic import Field

from configs.load import Strict

__all__ = ["DatesSection"]

_Words = tuple[str, ...]


class DatesSection(Strict):
    """Words in lower case, forms parted by spaces, ``_`` for a space inside a form, ``*`` for any ending ("грудн*").

    Every field has a default, so that a language without the section still loads.
    """

    spaced: bool = True
    """Whether spaces part the words."""
    prefixes: str = ""
    """Letters written with the word after them (و, ב)."""
    order: Literal["dmy", "mdy", "ymd"] = "dmy"
    """The order of a date written in digits."""
    month_first: bool = False
    """Whether the day may follow the name of its month ("March 10")."""
    months: dict[int, str] = Field(default_factory=dict)
    """Forms of the months 1..12 beyond those of CLDR."""
    short_months: dict[int, str] = Field(default_factory=dict)
    """Abbreviations beyond those of CLDR; read only beside a day or a year."""
    weekdays: dict[int, str] = Field(default_factory=dict)
    """Forms of the weekdays, 1 is Monday, beyond the full names of CLDR."""
    plain_weekdays: bool = True
    """Whether the name of a weekday stands for a day by itself; otherwise only in a template."""
    not_words: str = ""
    """Names of CLDR that are left out, for they mean something else more often."""
    decades: dict[int, str] = Field(default_factory=dict)
    """Words for decades by their tens (80: "الثمانينيات")."""
    others: str = ""
    """Words that hold a word of time, or a number and one, and mean something else (ja 十分, zh 年级)."""
    capital: str = ""
    """Names of months and days that are other words too: read only with a capital, alone only after ``in``."""
    doubtful: str = ""
    """Names of months and days that are other words too, whatever their first letter: alone only after ``in``."""
    planned: str = ""
    """Words beside which a weekday alone is the next one, "planned for Friday"; ``*`` stands for any ending."""
    planned_before: str = ""
    """Words that say so only in front of it, "talks will go on on Friday": behind it they tell of something else."""
    from_day: str = ""
    """Words right before a weekday from which on something is to be: ab, vanaf, à_partir_de."""
    from_day_on: str = ""
    """Pairs around such a weekday: von|an."""
    from_or_since: str = ""
    """Words for "from" that mean "since" too, or whose day is somebody's: only with a word of ``must`` or
    ``planned_before`` on either side (da Fra torsdag skal, pl od czwartku musi)."""
    must: str = ""
    """Verbs of what must or may be, which tell of the future with such a "from" only."""
    of_one: str = ""
    """Forms of units (or of ``shifts``) that speak of one: in "40 last year" the number counts something else."""
    duals: dict[str, str] = Field(default_factory=dict)
    """Words that say two of a unit (يومين), by unit; ``day3`` those that say three days (사흘)."""
    units: dict[str, str] = Field(default_factory=dict)
    """second, minute, hour, day, week, fortnight, month, quarter, half (of a year), year, decade, century, weekend."""
    days: dict[int, str] = Field(default_factory=dict)
    """Words for days by their distance from today: -1 yesterday."""
    shifts: dict[int, str] = Field(default_factory=dict)
    """-1 last, 0 this, 1 next, in all forms."""
    spans: dict[str, str] = Field(default_factory=dict)
    """Words that say shift and unit at once ("торік"): ``year-1``, ``week+1``, ``month+0``."""
    eras: dict[str, int] = Field(default_factory=dict)
    """Names of eras -> the year before their first (ja 令和: 2018)."""
    solar_years: tuple[int, int] | None = None
    """First and last year that a text may mean of Iran's calendar, whose years begin on 21 March, 621 years after ours
    (fa ۱۳۷۳ is 1994)."""
    solar_months: dict[int, str] = Field(default_factory=dict)
    """Names of the months 1..12 of that calendar, the first of which begins with spring; those that are ``doubtful``
    only beside a day, a year or a word for "month"."""
    seasons: dict[int, str] = Field(default_factory=dict)
    """1 spring, 2 summer, 3 autumn, 4 winter."""
    edges: dict[str, str] = Field(default_factory=dict)
    """early, mid, late: which part of a month or year."""
    parts: dict[str, str] = Field(default_factory=dict)
    """am, pm, night, morning, noon, afternoon, evening, midnight, as said beside an hour."""
    ordinals: str = ""
    """What follows the digits of an ordinal ("st nd rd th")."""
    ordinal_units: str = ""
    """Forms of units that make a number before them an ordinal (ru "в 5 веке", "в 833 году"), never a length."""
    few_units: str = ""
    """Forms that do so unless the number ends in two to four (ru "19 века", but "два века")."""
    length_units: str = ""
    """Forms of a word for years that name none, so that four digits before them are a length too (pl "1000 lat")."""
    decade_marks: str = ""
    """Endings of the plural ordinals that name decades, where other ordinals look alike (ru "-е х ые ых ым ыми")."""
    words: dict[str, _Words] = Field(default_factory=dict)
    """Named alternatives that the templates of claims/dates_grammar.py ask for: ``of``, ``to``, ``ago``, ``at`` ..."""
    templates: dict[str, _Words] = Field(default_factory=dict)
    """Templates of this language, by group, beside those of every language (claims/dates_grammar.py)."""
    numbers: dict[Decimal, str] = Field(default_factory=dict)
    """Numbers as the first part of a compound word ("дво", "zwei")."""
    compounds: dict[str, str] = Field(default_factory=dict)
    """Second parts of such words, by unit ("day": "денн*"); ``age`` says how old somebody is,
    ``year`` does so only before a word of ``persons`` or a name."""
    not_compounds: str = ""
    """Words that only look like such compounds, ``*`` for any ending (uk "південн*", southern, is no half day)."""
    plain_hours: bool = False
    """Whether no ordinal names an hour (es "a la sexta" is a place; pl "o szóstej" is six o'clock)."""
    hours_from_dawn: bool = False
    """Whether the hours are counted from six (sw saa 3 usiku is 21:00); hours over twelve are not."""
    half_alone: bool = True
    """Whether the word for half a year says so without a year beside it ("the second half" is one of a match too)."""
    noun_capitals: bool = False
    """Whether every noun has a capital, so that a capital after "9-jährige" tells nothing."""
    bare_ages: bool = False
    """Whether a number between commas behind a name is an age ("Vasko, 52, said")."""
    persons: str = ""
    """Words for people of an age: boy, girl, man, woman."""
    lasting: str = ""
    """Words for what years are the length of (contract, prison, war) or the age of a thing: where a language has them,
    an adjective of 16 to 99 years is anybody's age beside any other word (ru 25-летний курьер)."""
    somebody: str = ""
    """Articles whose noun, when nothing lasts by it, has the age behind ``personlink`` (fr un coursier de 22 ans)."""
    somebody_ends: str = ""
    """Articles at the end of such a noun (ro actorul de 31 de ani)."""
