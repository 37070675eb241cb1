"""Quotes as units of clauses: what an utterance is aligned by."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

import regex

from configs.language.schema import LanguageConfig, load_language
from records.claim import Quote
from records.span import Span
from records.version import Version

__all__ = ["Unit", "split_clauses", "turns"]

_STOPS = regex.compile(r"(?:(?<!(?<!\d)\d{1,2})[.]|[!?…;:])[.!?…;:]*(?=\s|$)|,(?=\s)|\s[–—-]\s|[。！？；，：、؛،।۔]")
"""Where clauses may part; the full stop of "1. Juni" is none."""
_SHORTEST_CLAUSE = 3
"""A clause has at least this many words: with fewer, "he said" would be one."""
_SURE = 5
_SHORTEST_TURNED = 1
"""Before a word that takes it back: "Спечелихме, но ..." is two clauses."""
_SHORT_SIGNS = 3
_SHORTEST_UNSPACED = 5
"""The same in signs, for scripts without spaces."""


@dataclass(slots=True, eq=False)
class Unit:
    """One quote with the parts that continue it."""

    version: int
    quotes: list[Quote]
    clauses: list[Span]
    statements: frozenset[str]
    row: int = 0
    rows: list[int] = field(default_factory=list)

    @property
    def speaker(self) -> str | None:
        return next((quote.speaker_id for quote in self.quotes if quote.speaker_id), None)

    @property
    def start(self) -> int:
        return self.quotes[0].start


@lru_cache(maxsize=64)
def _conjunction(language: str) -> regex.Pattern[str] | None:
    config = load_language(language)
    if config is None or not config.polarity.conjunctions or not config.polarity.spaced:
        return None
    words = "|".join(regex.escape(word) for word in config.polarity.conjunctions)
    return regex.compile(rf"(?<=\s){_not_denied(config)}(?:{words})(?=\s)", regex.IGNORECASE)


@lru_cache(maxsize=64)
def _turning_ends(language: str) -> regex.Pattern[str]:
    config = load_language(language)
    ends = () if config is None else config.polarity.turning_ends
    inner = "|".join(regex.escape(end) for end in ends) or "(?!)"
    return regex.compile(rf"(?:{inner})(?=\s|(?<=、))")


@lru_cache(maxsize=64)
def _sure_turning(language: str) -> regex.Pattern[str]:
    """Words that open a clause wherever they stand: long ones and phrases, not French "si" or Norwegian "om"; without
    blanks ("โครงข่ายไฟฟ้างอแต่ไม่หัก") where words that hold them by chance are known."""
    config = load_language(language)
    if config is None or not (config.polarity.spaced or config.polarity.turning_inside):
        return regex.compile("(?!)")
    if not config.polarity.spaced:
        holding = "|".join(map(regex.escape, config.polarity.turning_inside))
        opening = "|".join(regex.escape(word) for word in config.polarity.turning if len(word) >= _SHORT_SIGNS)
        return regex.compile(rf"(?:{holding})(*SKIP)(*FAIL)|(?<!^)(?:{opening})")
    words = [word for word in config.polarity.turning if " " in word or len(word) >= _SURE]
    inner = "|".join(regex.escape(word) for word in sorted(words, key=len, reverse=True)) or "(?!)"
    return regex.compile(rf"(?<=\s){_not_denied(config)}(?:{inner})(?=\s)", regex.IGNORECASE)


def _not_denied(config: LanguageConfig) -> str:
    """No cut right behind a negator: "όχι όμως" (not however) stays one."""
    plain = [regex.escape(word) for word in config.polarity.negators if word.isalpha()]
    return f"(?<!(?<!\\p{{L}})(?:{'|'.join(plain)})\\s)" if plain else ""


@lru_cache(maxsize=64)
def _turning(language: str) -> regex.Pattern[str]:
    config = load_language(language)
    words = () if config is None else config.polarity.turning
    inner = "|".join(regex.escape(word) for word in sorted(words, key=len, reverse=True)) or "(?!)"
    return regex.compile(rf"(?:{inner})(?![\p{{L}}\p{{M}}])" if _is_spaced(language) else rf"(?:{inner})", regex.I)


def _is_spaced(language: str) -> bool:
    config = load_language(language)
    return config is None or config.polarity.spaced


def turns(version: Version, clause: Span) -> bool:
    """Whether a clause begins with a word that takes back or limits what stands before it, or follows such an end."""
    before = version.text[max(0, clause.start - 8) : clause.start].rstrip()
    if _turning(version.language_code).match(clause.of(version.text).lstrip(" ,;–—-")):
        return True
    ends = _turning_ends(version.language_code)
    return any(match.end() == len(before) for match in ends.finditer(before + " "))


def split_clauses(version: Version, span: Span) -> list[Span]:
    """The clauses of a stretch of text: cut at punctuation and before conjunctions, none shorter than three words."""
    text = span.of(version.text)
    pattern = _conjunction(version.language_code)
    cuts = {match.end() for match in _STOPS.finditer(text)}
    if pattern is not None:
        cuts |= {match.start() for match in pattern.finditer(text)}
    cuts |= {match.start() for match in _sure_turning(version.language_code).finditer(text)}
    cuts |= {match.end() for match in _turning_ends(version.language_code).finditer(text)}
    pieces: list[tuple[int, int]] = []
    start = 0
    turned = {cut for cut in cuts if turns(version, _trimmed(version.text, Span(span.start + cut, span.end)))}
    for cut in [*sorted(cuts), len(text)]:
        enough = _SHORTEST_TURNED if cut in turned else _SHORTEST_CLAUSE
        if _long_enough(text[start:cut], enough) and (cut == len(text) or _long_enough(text[cut:])):
            pieces.append((start, cut))
            start = cut
    if start < len(text):
        if pieces:
            pieces[-1] = (pieces[-1][0], len(text))
        elif text.strip():
            pieces.append((0, len(text)))
    return [_trimmed(version.text, Span(span.start + a, span.start + b)) for a, b in pieces]


def _long_enough(piece: str, words: int = _SHORTEST_CLAUSE) -> bool:
    letters = sum(1 for c in piece if (c > "\u2e80" or "\u0e00" <= c < "\u0e80") and c.isalpha())
    return letters >= _SHORTEST_UNSPACED or len(regex.findall(r"\p{L}[\p{L}\p{M}'’]*", piece)) >= words


def _trimmed(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or text[start] in ",;:–—-"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:–—-"):
        end -= 1
    return Span(start, end)
