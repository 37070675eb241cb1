"""Splits a text into sentences that lose nothing but white space."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import accumulate

import regex

from configs.language.schema import load_language
from configs.language.sentences import SentencesSection
from records.span import Span

__all__ = ["split_sentences"]

_LINE = regex.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_INITIAL = regex.compile(r"(?<![\p{L}\p{N}.'’])(?:\p{Lu}\.\s?)*\p{Lu}\.$")
_CLOSERS = regex.compile(r"[\p{Pe}\p{Pf}\p{Pi}\"'”“’‘.,;:!?…]+")
_LOWER_NEXT = regex.compile(r"[\p{Ps}\p{Pd}\s]*[\p{Ll}]")
_DASH_NEXT = regex.compile(r"\p{Pd}\s")
_ORDINAL = regex.compile(r"(?<![\p{L}\p{N}.,])\p{Nd}{1,3}\.$")
_MISSED = regex.compile(
    r"(?:[.!?…][)\]»”\"“]*(?=\s+[(«“„\"‘][\xa0\u202f ]?[\p{Lu}\p{Lt}])|[.!?…][)\]](?=\s+\p{Lu})|\.(?=\s+\p{Lu}))\s+"
)
_POINT = regex.compile(r"(?<=\p{Nd})\.(?=\p{Nd})")
_OPENS = regex.compile(r"[«“„‘]\s?[\p{Lu}\p{Lt}]")
_MARKS = {"«": "»", "“": "”", "„": "“", "‘": "’", "「": "」", "『": "』", "(": ")", "[": "]"}
_EXCLAIMED = regex.compile(r"[!?…]\s?[\"”’»“]$")
_AFTER_QUOTE = regex.compile(r"[.!?…。！？]\s?[\"”’»“«」』]$")
_LAST_WORD = regex.compile(r"(?:[\p{L}\p{M}]+\.(?:[\p{Zs}]?(?=[\p{L}\p{M}]))?)+$")
_WORD = regex.compile(r"[\p{L}\p{N}]+")
_CAPITAL = regex.compile(r"[\p{Ps}\p{Pi}\"'\s—–-]*[\p{Lu}\p{Lt}]")
_STRONG_END = regex.compile(r"[.!?…。！？](?=\s+[\p{Lu}\p{Lo}])|[。！？](?=[^\s\p{Pe}\p{Pf}\"'”’」』])")
_OPENING_WORDS = 3
_LONG_SENTENCE = 420


def split_sentences(text: str, language: str) -> tuple[Span, ...]:
    """The sentences of ``text`` in reading order, without the white space around them.

    Every code point that is not white space lies in exactly one span. A line break always ends a sentence. Direct
    speech stays whole with its "he said"; a quotation longer than 420 characters is split inside. The first cut is
    by sentencex; the ``sentences`` section of the language file mends it.
    """
    rules = _rules(language.replace("_", "-").split("-")[0].lower())
    spans: list[Span] = []
    for line in _LINE.finditer(text):
        spans.extend(_trimmed(text, piece) for piece in _sentences_of_line(text, line.start(), line.end(), rules))
    return tuple(span for span in spans if span.start < span.end)


class _Rules:
    """The section of a language, ready to be asked."""

    def __init__(self, code: str, section: SentencesSection, verbs: tuple[str, ...]) -> None:
        self.code = code
        self.never = frozenset(_key(word) for word in section.abbreviations)
        self.final = frozenset(_key(word) for word in section.final_abbreviations)
        self.after = frozenset(word.casefold() for word in section.after_abbreviation)
        self.continuations = section.continuations
        self.ordinal_dot = section.ordinal_dot
        stems = "|".join(verb.split()[0] for verb in verbs)
        self._verb = regex.compile(rf"(?:{stems})\Z", regex.IGNORECASE) if stems else None

    def says(self, right: str) -> bool:
        """Whether the first words of ``right`` say who speaks."""
        if self._verb is None:
            return False
        return any(self._verb.match(word) for word in _WORD.findall(right[:80])[:4])


@cache
def _rules(code: str) -> _Rules:
    config = load_language(code)
    return (
        _Rules(code, SentencesSection(), ()) if config is None else _Rules(code, config.sentences, config.quotes.verbs)
    )


def _key(word: str) -> str:
    return word.casefold().replace(" ", "").replace("\u00a0", "").replace("\u202f", "")


def _sentences_of_line(text: str, start: int, end: int, rules: _Rules) -> Iterator[Span]:
    begin = start
    for cut in _candidates(text[start:end], rules):
        if not _goes_on(text[begin : start + cut], text[start + cut : end], rules):
            yield from _split_long(text, Span(begin, start + cut))
            begin = start + cut
    yield from _split_long(text, Span(begin, end))


def _candidates(line: str, rules: _Rules) -> list[int]:
    """Offsets where ``line`` may be cut: where sentencex cuts it, and the kinds of places that it passes over."""
    from sentencex import segment

    pieces = [str(piece) for piece in segment(rules.code, line)]
    cuts = set(accumulate(len(piece) for piece in pieces)) if "".join(pieces) == line else set()
    for found in _MISSED.finditer(line):
        mark = found.group().rstrip()
        after_abbreviation = mark != "." or not _tails(line[: found.start() + 1]).isdisjoint(rules.final)
        opens_or_closes = mark != "." or not line[found.end()].isalpha()
        if (after_abbreviation or opens_or_closes) and not _inside(line, found.start() + len(mark)):
            cuts.add(found.end())
    in_numbers = {found.end() for found in _POINT.finditer(line)}  # sentencex cuts ۲.۳ and २.३
    return sorted(cuts - in_numbers - {len(line), 0})


def _inside(line: str, place: int) -> bool:
    """Whether the marks opened before ``place`` are still open there."""
    awaited: list[str] = []
    straight = False
    for mark in line[:place]:
        if awaited and mark == awaited[-1]:
            awaited.pop()
        elif mark in _MARKS:
            awaited.append(_MARKS[mark])
        elif mark == '"':
            straight = not straight
    return straight or any(mark != "’" and line.find(mark, place) >= 0 for mark in awaited)


def _goes_on(left: str, right: str, rules: _Rules) -> bool:
    """Whether a cut between ``left`` and ``right`` is none."""
    left, right = left.rstrip(), right.lstrip()
    if not left or not right or _only_closes(right):
        return True
    if _LOWER_NEXT.match(right) is not None or _DASH_NEXT.match(right) is not None:
        return True
    if _AFTER_QUOTE.search(left) is not None and right.startswith(rules.continuations):
        return True
    if _EXCLAIMED.search(left) is not None and rules.says(right):
        return True
    if rules.ordinal_dot and _ORDINAL.search(left) is not None:
        return True
    return _ends_in_abbreviation(left, right, rules)


def _only_closes(right: str) -> bool:
    """Whether ``right`` begins with marks that close what is before: no opening mark is followed by a word."""
    if _OPENS.match(right) is not None:
        return False
    closers = _CLOSERS.match(right)
    return closers is not None and (closers.end() == len(right) or right[closers.end()].isspace())


def _ends_in_abbreviation(left: str, right: str, rules: _Rules) -> bool:
    if not left.endswith("."):
        return False
    if _INITIAL.search(left) is not None and right[0].isalpha():
        return True
    tails = _tails(left)
    if not tails.isdisjoint(rules.never):
        return True
    if tails.isdisjoint(rules.final):
        return False
    word = _WORD.search(right)
    if word is not None and word.group().casefold() in rules.after:
        return True
    return _CAPITAL.match(right) is None or len(_WORD.findall(left)) <= _OPENING_WORDS


def _tails(left: str) -> set[str]:
    """The last word of ``left`` with its period, alone and with the abbreviated words before it ("z. B.")."""
    found = _LAST_WORD.search(left)
    if found is None:
        return set()
    parts = [part for part in regex.split(r"(?<=\.)\s*", found.group()) if part]
    return {_key("".join(parts[n:])) for n in range(len(parts))}


def _split_long(text: str, span: Span) -> Iterator[Span]:
    """``span`` itself, or the sentences inside it when it is a very long quotation."""
    begin = span.start
    if span.end - span.start > _LONG_SENTENCE:
        for stop in _STRONG_END.finditer(text, span.start, span.end):
            if stop.end() - begin >= _LONG_SENTENCE // 4 and span.end - stop.end() >= _LONG_SENTENCE // 4:
                yield Span(begin, stop.end())
                begin = stop.end()
    yield Span(begin, span.end)


def _trimmed(text: str, span: Span) -> Span:
    piece = span.of(text)
    start = span.start + len(piece) - len(piece.lstrip())
    return Span(start, max(start, span.start + len(piece.rstrip())))
