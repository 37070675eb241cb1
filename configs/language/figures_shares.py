"""Words of the ``figures`` section that make a share of a whole: fractions, percentages, one in five."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from configs.load import Strict

__all__ = ["ShareWords"]


class ShareWords(Strict):
    """Words of fractions, percentages and ratios."""

    parts: Mapping[str, Decimal] = {}
    """Denominators: half: 2, thirds: 3."""
    not_parts: tuple[str, ...] = ()
    """Ordinals that are no denominators, for a share has a word of its own: fr troisième (tiers), quatrième."""
    ordinal_parts: tuple[str, ...] = ()
    """What makes an ordinal a denominator: (en) fifth + s, (sv) femte + delar."""
    cardinal_parts: tuple[str, ...] = ()
    """What makes a number over ten a denominator: (es) veinte + avos."""
    part_words: tuple[str, ...] = ()
    """Words that make the second of two numbers in a row the whole of a fraction: (pt) avos."""
    percent: tuple[str, ...] = ()
    """Words after the number: percent, per cent, pct."""
    percent_before: tuple[str, ...] = ()
    """Words before the number: yüzde, 百分之."""
    percent_of_ten: tuple[str, ...] = ()
    """成, 割: tenths."""
    points: tuple[str, ...] = ()
    """percentage points."""
    bare_points: tuple[str, ...] = ()
    """Words for points alone: of a percentage behind a decimal in a text with percentages (fr recule de 0,2 point)."""
    tenths_of_points: tuple[str, ...] = ()
    """Words for tenths that are tenths of a percentage point in such a text: (es) bajó dos décimas."""
    basis_points: tuple[str, ...] = ()
    every: tuple[str, ...] = ()
    """Words that make an ordinal a share: jeder dritte, каждый второй; no share before a length of time."""
    ratio: tuple[str, ...] = ()
    """Joiners of "one in five", "un Français sur deux", "54 із 61"."""
    ratio_noun: tuple[str, ...] = ()
    """Joiners of ``ratio`` that make a share with the noun before them too: quatre adultes sur dix."""
    whole_endings: tuple[str, ...] = ()
    """Endings of a number that make it the whole of a share: (tr) üçte bir."""
    whole_noun_endings: tuple[str, ...] = ()
    """Endings of the noun behind such a whole: (tr) on kişiden dokuzu."""
    whole_last_endings: tuple[str, ...] = ()
    """Endings of a number in words that make it the whole of the one before it: (fi) yksi viidestä, (et) üks viiest."""
    ratio_part: tuple[str, ...] = ()
    """Joiners that read whole first, part second: 3分の2, 三分之二 (the word after the first number)."""
    out_of: tuple[str, ...] = ()
    """Joiners that keep both numbers: 12 of 61, 54 із 61."""
    partitives: tuple[str, ...] = ()
    """Joiners of ``out_of`` that take one or some out of known things: einer von neun is no share."""
    mixed: tuple[str, ...] = ()
    """What joins a whole number and a fraction: 又, と."""
    ratio_of_one: tuple[str, ...] = ()
    """Joiners of a fraction after "one" only: (ar) واحد على عشرين."""
    ratio_same: tuple[str, ...] = ()
    """As ``ratio_back``, where the counter behind both numbers is one: (ja) 5人に1人."""
    ratio_back: tuple[str, ...] = ()
    """Joiners of "of ten, three": (ko) 10명 중 3명."""
    divided_by: tuple[str, ...] = ()
    """Joiners of any fraction, the upper part first: (hi) पांच बटा आठ."""
    ordinal_links: tuple[str, ...] = ()
    """Joiners of a fraction whose lower part is an ordinal in words: (hi) एक का पाँचवाँ भाग."""
    part_nouns: tuple[str, ...] = ()
    """Nouns that may follow the ordinal of such a fraction: भाग."""
    sure_parts: tuple[str, ...] = ()
    """Words for a share that need no word after them (id sepertiga, he ברבע)."""
    part_links: tuple[str, ...] = ()
    """Words that must follow a bare denominator (half of, третина): without one "half" is no figure."""
    part_places: frozenset[str] = frozenset()
    """Words before "half" and "third" that say which part is meant, not how large it is (top, final)."""
