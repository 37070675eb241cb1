"""Words of the ``figures`` section for what a number is of: money, measures, counters."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from configs.load import Strict

__all__ = ["UnitWords"]


class UnitWords(Strict):
    """Names of currencies, units and counters, and what tells them from words that look alike."""

    half_after_unit: tuple[str, ...] = ()
    """What adds half a unit behind the unit: (zh) 两米半."""
    tenths_of_money: Mapping[str, str] = {}
    """Tenths of a currency -> its code: 角: CNY."""
    cents_after_tenths: tuple[str, ...] = ()
    """Words for hundredths that are so only behind tenths (zh 6角3分; 分 alone is a minute or a point)."""
    currencies: Mapping[str, str] = {}
    """Everyday names and signs -> ISO 4217: dollar: USD, грн: UAH."""
    cents: Mapping[str, str] = {}
    """Hundredths of a currency -> its code: cent: USD."""
    units: Mapping[str, str] = {}
    """Everyday names -> CLDR unit of ``claims.units``."""
    unit_strangers: Mapping[str, tuple[str, ...]] = {}
    """Names of units -> words near which they are none: (ar) درجة, a degree, of an earthquake."""
    doubtful_units: Mapping[str, tuple[str, ...]] = {}
    """Names of units that count times too -> words that tell the unit: a small whole number without one is a count."""
    piece_money: tuple[str, ...] = ()
    """Names of currencies that count pieces too: money only where no noun follows (zh 块)."""
    weights: Mapping[str, str] = {}
    """Names of currencies that are units of weight near a word of ``weight_cues``: pound -> mass-pound."""
    weight_cues: tuple[str, ...] = ()
    """Words that tell of weight: weigh, heavy, kilograms."""
    heat_cues: tuple[str, ...] = ()
    """Words that tell of heat, so that 2C is degrees: temperature, warming."""
    below_zero: tuple[str, ...] = ()
    """What stands beside degrees of frost: nine degrees below zero, sıfırın altında dokuz derece."""
    frost_before: tuple[str, ...] = ()
    """What stands only before degrees of frost: (ru) мороз до 14 градусов."""
    frost_around: tuple[tuple[str, str], ...] = ()
    """Zero before degrees of frost and "below" behind them: (hi) शून्य से 14 डिग्री नीचे."""
    frost_degrees: tuple[str, ...] = ()
    """Words for degrees that are always of frost: (de) Minusgrade, (fi) pakkasastetta."""
    frost_verbs: tuple[str, ...] = ()
    """Verbs that make the degrees behind them in their clause ones of frost: (nl) het vroor 14 graden."""
    degree_nouns: tuple[str, ...] = ()
    """Words for degrees that are points of a match more often: degrees only where the text speaks of heat or frost."""
    not_units: tuple[str, ...] = ()
    """Names of units in CLDR that mean something else more often (bg "ч." is an hour, not a cup), and words that only
    look like the inflected name of a unit (it "volte", times)."""
    measure_words: tuple[str, ...] = ()
    """Classifiers between number and noun (zh 名, ja 人, ko 명 is both)."""
    counters: bool = False
    """Whether a number that counts always has a counter behind it, so that one without is part of a name."""
    links: tuple[str, ...] = ()
    """What may stand between a number and its unit: de, d', of."""
    money_scales: Mapping[str, Decimal] = {}
    """Letters that scale an amount of money, of a unit or of ``scaled_nouns``: m, b, k."""
    scaled_nouns: tuple[str, ...] = ()
    """What is counted in millions, so that a letter before it is no unit: 3m people, not 3m waves."""
    short_counters: tuple[str, ...] = ()
    """Counters of one sign that may be written onto a number of one sign (ko 두명)."""
    units_before: bool = False
    """Names of units and currencies stand before the number: (sw) kilomita 300, dola milioni 2."""
    unit_cues: Mapping[str, str] = {}
    """Words before a number that say which unit is meant: 摂氏 -> celsius, 时速 -> per-hour (``claims.units``)."""
