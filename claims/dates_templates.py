"""Short patterns for expressions of time: ``[{weekday},] {d} [{of}] {month} [{y}]`` as regular expressions.

``{slot}`` is a class of words or a number, ``{name}`` without such a slot the alternatives of the language's ``words``;
``[...]`` may be missing, ``(a|b)`` is a choice, a space any spaces or none, ``word*`` a word with any ending.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from claims.dates_leads import PIECE, LeadReader, Leads, leads_in_words, marks_of
from claims.dates_tags import CLASSES, LETTER, ORDINAL, UNITS, Vocabulary, class_range, symbol

__all__ = ["PARTS", "Template", "compile_template", "expanded"]

PARTS = ("am", "pm", "night", "morning", "noon", "afternoon", "evening", "midnight")
_NUMBERS = {
    "d": r"(?:3[01]|[12]\d|0?[1-9])",
    "dx": r"(?:3[01]|2\d|1[3-9])",  # a day that is no month
    "dd": r"(?:3[01]|[12]\d|0?[1-9])",  # a day that a mark and a month in digits follow
    "mo": r"(?:1[0-2]|0?[1-9])",
    "y": r"(?:1[0-9]{3}|20\d\d|2100)",
    "yy": r"\d\d",
    "n": r"\d+(?:[.,]\d+)*[½¼¾]?",
    "ey": r"\d{1,4}",
    "by": r"2[45]\d\d",
    "jy": r"\d{1,2}",  # a year of an era
    "o": r"\d{1,2}",
    "h": r"(?:2[0-4]|1\d|0?\d)",
    "hhmm": r"(?:[01]\d|2[0-3])[0-5]\d",
    "mi": r"[0-5]\d",
    "min": r"[0-5]?\d",
    "roman": r"[ivxх]+",
    "q": r"[1-4]",
    "wd": r"[一二三四五六日天1-7]",
    "cent": r"[12]?\d",
    "cty": r"(?:1[0-9]|20|[1-9])00",
    "dec": r"(?:\d\d)?\d0",
}


_PARTS_OF_ONE = frozenset("½¼¾")
"""Letters to a regular expression, which a word may be written onto: (bn) সাড়ে ৬টায় is read as 6½টায়."""
_LOOKS = {
    "nomore": r"(?![/.]?\d)",
    "nodigit": r"(?!\d)",
    "noword": rf"(?!\s*-?{LETTER}{{3}})",
    "nounit": r"(?!\s*-?\s*[\ue000-\uf8ff%‰$€£°])",
    "apart": rf"(?!{LETTER})",
}
_SLOTS = frozenset({*_NUMBERS, *_LOOKS, "mark", "open", "close", "ends", "unlinked"})
"""What must not follow."""


@dataclass(frozen=True)
class Template:
    """``needs`` are the first characters of the word classes without which it can't match; of each of ``literals``
    one has to occur in the text, beside what the template begins with."""

    group: str
    source: str
    needs: frozenset[str]
    needs_digit: bool
    literals: tuple[tuple[str, ...], ...] = ()
    leads: Leads = None

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """``source`` compiled, on first use: a language has some 300, a second of work, and a text needs a few."""
        return re.compile(self.source)


class _Compiler:
    def __init__(
        self, words: Mapping[str, tuple[str, ...]], vocabulary: Vocabulary, ordinals: str, spaced: bool
    ) -> None:
        self.words, self.vocabulary, self.spaced = words, vocabulary, spaced
        marks = "|".join(re.escape(mark) for mark in sorted(ordinals.split(), key=len, reverse=True))
        self.mark = rf"(?:{ORDINAL}|-?(?:{marks})(?!{LETTER}))" if marks else ORDINAL
        self.inner = False
        self.left = r"(?<![^\W\u0590-\u06ef])(?<![.,:/$€£#%+])" if spaced else r"(?<![\da-z$€£#%])(?<!\d[.,:/])"
        self.needs: set[str] = set()
        self.names: dict[str, int] = {}
        self.needs_digit = False
        self.known = True

    def compile(self, text: str, depth: int = 0) -> str:
        out: list[str] = []
        for match in PIECE.finditer(text):
            slot, bracket, space, word, digits, other = match.groups()
            self.inner = bool(out) and out[-1] in {r"/", r"\.", r"\-", ":"}
            if out and not self.spaced and (slot or word) and not self.inner:
                out.append(" ?")
            if slot:
                out.append(self.slot(slot, depth))
            elif bracket:
                depth += {"[": 1, "(": 1, "]": -1, ")": -1}.get(bracket, 0)
                out.append({"[": "(?:", "]": ")?", "(": "(?:"}.get(bracket, bracket))
            elif space:
                out.append(r"\s*")
            elif word:
                out.append(self.word(word))
            elif digits:
                out.append(rf"(?<!\d){digits}(?!\d)")
            else:
                out.append(re.escape(other))
        return "".join(out)

    def literals(self, text: str) -> Iterator[tuple[str, ...]]:
        """What a match of ``text`` must hold: of each tuple one. Nothing is asked of options and choices."""
        level = 0
        for match in PIECE.finditer(text):
            slot, bracket, space, word, digits, other = match.groups()
            if bracket == "|" and not level:
                return
            if bracket:
                level += {"[": 1, "(": 1, "]": -1, ")": -1}.get(bracket, 0)
            elif level or space:
                continue
            elif slot and "." in slot and slot.partition(".")[0].rstrip("2") in CLASSES:
                yield (self.fixed(slot),)
            elif slot:
                choices = [next(self.literals(fragment), ()) for fragment in self.words.get(slot.partition(".")[0], ())]
                if choices and all(choices):
                    yield tuple(dict.fromkeys(choice for group in choices for choice in group))
            elif word:
                yield (self.vocabulary.tag_word(word.rstrip("*")) or word.rstrip("*"),)
            else:
                yield (digits or other,)

    def word(self, word: str) -> str:
        tagged = self.vocabulary.tag_word(word.rstrip("*"))
        if tagged is not None:
            return tagged
        if not self.spaced:
            return re.escape(word.rstrip("*"))
        right = f"{LETTER}*" if word.endswith("*") else "" if word in _PARTS_OF_ONE else f"(?!{LETTER})"
        return rf"(?<![^\W\d_½¼¾]){re.escape(word.rstrip('*'))}{right}"

    def slot(self, name: str, depth: int) -> str:  # noqa: PLR0911 - one line a kind of slot
        base, _, value = name.partition(".")
        kind = base.rstrip("23")
        if kind in CLASSES:
            if not depth:
                self.needs.add(class_range(kind)[0])
            if value:
                return f"(?P<{self.group_name(base)}>{self.fixed(name)})"
            return f"(?P<{self.group_name(base)}>[{class_range(kind)}])"
        if kind in _NUMBERS:
            return self.number(base, kind, depth)
        if base == "mark":
            return self.mark
        if base in {"open", "close"}:
            return r"\(?" if base == "open" else r"\)?"
        if base in _LOOKS:
            return _LOOKS[base]
        if base == "ends":
            return rf"(?!\d|[.,:/'’-](?:\d|{LETTER})|\s*-?\s*(?:{LETTER}|[\ue000-\uf8ff%‰$€£]))"
        if base == "unlinked":
            links = "|".join(re.escape(word) for word in self.words.get("notage", ()))
            return rf"(?!\s*(?:{links})(?!{LETTER}))" if links else ""
        fragments = self.words.get(base)
        if not fragments:
            self.known = self.known and depth > 0
            return "(?!)"
        return f"(?:{'|'.join(self.compile(fragment, depth + 1) for fragment in fragments)})"

    def fixed(self, name: str) -> str:
        """The character of a slot that asks for one word of its class: ``unit.year``, ``weekday.5``."""
        base, _, value = name.partition(".")
        kind = base.rstrip("2")
        numbered = {"unit": UNITS, "part": PARTS}.get(kind, ())
        return symbol(kind, numbered.index(value) if numbered else int(value))

    def group_name(self, slot: str) -> str:
        """``slot``, or ``slot__2`` where the template names it again in another alternative."""
        self.names[slot] = self.names.get(slot, 0) + 1
        return slot if self.names[slot] == 1 else f"{slot}__{self.names[slot]}"

    def number(self, base: str, kind: str, depth: int) -> str:  # noqa: PLR0911 - one return a kind of number
        if kind not in {"roman", "wd"} and not depth:
            self.needs_digit = True
        pattern = f"(?P<{self.group_name(base)}>{_NUMBERS[kind]})"
        if kind == "roman":
            return rf"(?<!\w){pattern}(?:(?={self.mark})|(?!{LETTER}{{3}}))"
        if kind == "o":
            return rf"{self.left}{pattern}{self.mark}"
        right = r"(?!\d)"
        if kind == "h" and not self.inner:
            return rf"(?<!\d)(?<!\dh)(?<!\d[.,]){pattern}{right}"  # the 5 of "5,5 h" is no hour
        if self.inner or kind == "mo":
            return rf"{'' if self.inner else self.left}{pattern}{right}"
        if kind == "d":
            first = r"(?<!\d-)" if base == "d" else ""  # the 1 of 4-1 is no day
            return rf"{self.left}{first}{pattern}{right}(?![.,]\d\d?(?!\d))(?:{self.mark})?"
        if kind == "ey":
            right += f"(?!{ORDINAL})"
        if kind in {"n", "y", "dd", "ey"}:
            return rf"(?<!\d){pattern}{right}" if base[-1] in "23" else rf"{self.left}{pattern}{right}"
        return rf"(?<!\d){pattern}{right}"


def expanded(text: str) -> tuple[str, ...]:
    """``text`` with and without the option that it begins with: two patterns that can be told apart at once."""
    if not text.startswith("["):
        return (text,)
    level, at = 1, 0
    while level and at + 1 < len(text):
        at += 1
        level += {"[": 1, "]": -1}.get(text[at], 0)
    inner, rest = text[1:at], text[at + 1 :]
    apart = " " if inner[-1:].isalpha() and rest[:1].isalpha() else ""  # 年 and 下 stay two words
    with_option = f"({inner}){rest}" if "|" in inner else f"{inner}{apart}{rest}"
    return (with_option, *expanded(rest.lstrip()))


def compile_template(
    group: str,
    text: str,
    words: Mapping[str, tuple[str, ...]],
    vocabulary: Vocabulary,
    ordinals: str,
    *,
    spaced: bool,
) -> Template | None:
    """``text`` as a ``Template``; None when it asks for words that the language does not give."""
    compiler = _Compiler(words, vocabulary, ordinals, spaced)
    body = compiler.compile(text)
    if not compiler.known:
        return None
    leads = LeadReader(words, vocabulary, marks_of(ordinals), spaced, _SLOTS).read(text)
    known = text[leads_in_words(text) :] if leads is not None else text
    literals = () if "(?" in text else tuple(dict.fromkeys(compiler.literals(known)))
    return Template(group, body, frozenset(compiler.needs), compiler.needs_digit, literals, leads)
