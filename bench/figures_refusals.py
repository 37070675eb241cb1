"""Expected values of figures_recognizers that are not tried, each with its reason."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

from claims.digits import read_digits
from claims.lexicon import number_grammar
from claims.near_misses import masked_spans
from claims.numerals import Numeral, read_numerals
from claims.tokens import UNSPACED

__all__ = ["Case", "numerals_at", "refusal"]

_UNSPACED = re.compile(f"[{UNSPACED}]")
_SHARE_OF = re.compile(r"(?:per ?cent(?:age)?s? of [\d.,]+|[\d.,]+['’]\w+ yüzdesi)", re.IGNORECASE)
_DIGIT_RUN = re.compile(r"\d[\d.,]*\d")


@dataclass(frozen=True, slots=True)
class Case:
    """One expected value of ``figures_recognizers``: its place in ``text``, value and unit as the set writes them."""

    language: str
    model: str
    text: str
    start: int
    end: int
    value: Decimal
    unit: str | None
    iso: str | None


def refusal(case: Case) -> str | None:
    """Why a case is not tried; each reason is one of what is no figure of news, or of a slip of the set."""
    if any(start < case.end and case.start < end for start, end in masked_spans(case.text)):
        return "part of an address, a phone number or a code"
    written = case.text[case.start : case.end].strip()
    if case.value < 0 and re.match(r"[-−]\s", written):
        return "a minus apart from its number is a dash or the mark of a list"
    if _is_cut(case):
        return "the expected span begins or ends inside a word or a number"
    if re.fullmatch(r"[\d.,]+", written) and not _digits_of(written) & _digits_of(f"{case.value:f}"):
        return "the expected value is not the one that the digits write"
    return _refusal_of_kind(case, written)


def _refusal_of_kind(case: Case, written: str) -> str | None:
    """Why a case is not tried as the kind of figure that the set says it is."""
    if case.model == "PercentModel" and _SHARE_OF.fullmatch(written):
        return "a percentage of a number is not that many per cent"
    if case.model == "NumberModel" and re.match(r"[\d.,]+ cents?\b", written):
        return "digits and cents are a sum of money"
    grammar = number_grammar(case.language)
    article = case.value == 1 and not grammar.section.one_counts and written.lower().startswith(grammar.section.ones)
    return "one before a unit is an article" if case.model == "DimensionModel" and article else None


def numerals_at(case: Case) -> list[Numeral]:
    """The numbers read that overlap the expected expression."""
    return [n for n in read_numerals(case.text, case.language) if n.start < case.end and case.start < n.end]


def _is_cut(case: Case) -> bool:
    """Whether a span ends inside a word, or holds only a part of a number in digits."""
    for at in (case.start, case.end):
        before, after = case.text[at - 1 : at], case.text[at : at + 1]
        letters = before.isalpha() and after.isalpha()
        if letters and not _UNSPACED.match(before) and not _UNSPACED.match(after):
            return True
    marks = number_grammar(case.language).marks
    for run in _DIGIT_RUN.finditer(case.text):
        inside = run.start() <= case.start and case.end <= run.end() and len(run[0]) > case.end - case.start
        if inside and read_digits(run[0], marks) is not None:
            return True
    return False


def _digits_of(written: str) -> set[str]:
    """The digits that count, with and without those behind the last mark."""
    plain = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else "." for c in written)
    return {plain.replace(".", "").strip("0"), plain.rpartition(".")[0].replace(".", "").strip("0")}
