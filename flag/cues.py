"""What a figure's sentence says of its moving: that it replaces an earlier one, or counts what is counted anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from itertools import combinations, permutations
from typing import Literal

import regex

from configs.language.schema import load_language
from flag.evidence import StoryEvidence
from flag.things import counts_things
from records.claim import Figure

__all__ = [
    "Toll",
    "count_others",
    "has_cue",
    "is_added",
    "is_revised",
    "is_toll",
    "looks_back",
    "passed_over",
    "tells_then",
    "toll_of",
]

Toll = Literal["dead", "hurt", "missing"]
_TOLLS: tuple[Toll, ...] = ("dead", "hurt", "missing")
_PASSED: tuple[Toll, ...] = ("dead", "hurt")
_CLAUSE = regex.compile(r"[;:—–()«»„“”\"。；：（）؛]|,\s|،\s|，|、")
_END = regex.compile(r"[.!?]\s")
_BETWEEN = 40
"""How much farther, in letters, a word counts as standing when another figure stands between it and its own."""
_APART = 80
"""The same for another clause: in "14 people died, 52 were hurt" the 52 counts no dead."""

_BESIDE = 20
"""Letters beside a number in which a word for more of the same stands."""
_LETTERS = regex.compile(r"\p{L}*")
_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}]")
_MOST_COUNTS = 4
_MOST_WORDS = 6
"""A sentence with more counts or words is no plain list of tolls, and its words are not shared out."""


def is_toll(story: StoryEvidence, figure: Figure) -> bool:
    """Whether the sentence counts what news counts anew as an event goes on: the dead, the injured, the missing."""
    return figure.kind == "count" and any(_says(story, figure, field) for field in ("tolls", *_TOLLS))


def toll_of(story: StoryEvidence, figure: Figure) -> Toll | None:
    """Whom a count counts, by the nearest word that tells: the dead, the injured or the missing; None when there is no
    such word, or hospitals are counted.

    Where a sentence has words for both, each count takes a word of its own, so that all together stand nearest: in
    "12 people died and 34 were hurt" the 34 counts the hurt, though "died" stands nearer.
    """
    if figure.kind != "count" or counts_things(story, figure):
        return None
    version, sentence = story.versions[figure.version], story.sentences[figure.sentence]
    beside = story.figures_in(figure.sentence)
    spans = tuple((f.start - sentence.start, f.end - sentence.start, f.kind == "count") for f in beside)
    at = [f.id for f in beside].index(figure.id)
    return _tolls_of(version.language_code, version.sentence_text(sentence), spans)[at]


@lru_cache(maxsize=4096)
def _tolls_of(language: str, words: str, spans: tuple[tuple[int, int, bool], ...]) -> tuple[Toll | None, ...]:
    """What each figure of a sentence counts; ``spans`` are its figures (start, end, whether it is a count)."""
    found = [(match.start(), match.end(), toll) for toll in _TOLLS for match in _matches(language, toll, words)]
    if not found:
        return (None,) * len(spans)
    counts = [n for n, (_, _, is_count) in enumerate(spans) if is_count]
    far = {n: [_how_far(words, spans, n, start, end) for start, end, _ in found] for n in counts}
    given: dict[int, int] = {}
    if len({toll for _, _, toll in found}) > 1 and 1 < len(counts) <= _MOST_COUNTS and len(found) <= _MOST_WORDS:
        given = _shared_out(far)
    tolls = [_own_toll(words, spans, number, found, far, given) for number in range(len(spans))]
    return tuple(tolls)


def _own_toll(
    words: str,
    spans: Sequence[tuple[int, int, bool]],
    number: int,
    found: Sequence[tuple[int, int, Toll]],
    far: Mapping[int, Sequence[int]],
    given: Mapping[int, int],
) -> Toll | None:
    """What a count counts: by the word that it was given, else by the nearest, which is not its own where it stands in
    another clause, nearer to another count: "the dead are 14, 25 people are in hospital"."""
    if number not in far:
        return None
    if number in given:
        return found[given[number]][2]
    word = min(range(len(found)), key=lambda n: (far[number][n], found[n][2]))
    start, end, toll = found[word]
    own_start, own_end, _ = spans[number]
    first, last = (own_end, start) if start >= own_end else (end, own_start)
    apart = _CLAUSE.search(words, first, last) is not None
    nearer = any(others[word] < far[number][word] for n, others in far.items() if n != number)
    return None if apart and nearer else toll


def _matches(language: str, field: str, words: str) -> list[regex.Match[str]]:
    pattern = _pattern(language, field)
    return [] if pattern is None else list(pattern.finditer(words))


def _how_far(words: str, spans: Sequence[tuple[int, int, bool]], number: int, start: int, end: int) -> int:
    """How far a word from ``start`` to ``end`` stands from a figure, other figures and the end of a clause between them
    counted as more."""
    own_start, own_end, _ = spans[number]
    first, last = (own_end, start) if start >= own_end else (end, own_start)
    between = sum(first <= other < last for n, (other, _, _) in enumerate(spans) if n != number)
    return last - first + _BETWEEN * between + _APART * (_CLAUSE.search(words, first, last) is not None)


def _shared_out(far: Mapping[int, Sequence[int]]) -> dict[int, int]:
    """Figure -> the word that it is given, no word given twice, so that all stand as near as can be."""
    words = range(len(next(iter(far.values()))))
    taken = min(len(far), len(words))
    ways = (
        dict(zip(figures, chosen, strict=True))
        for figures in combinations(sorted(far), taken)
        for chosen in permutations(words, taken)
    )
    return min(ways, key=lambda way: sum(far[figure][word] for figure, word in way.items()))


def count_others(story: StoryEvidence, one: Figure, other: Figure) -> bool:
    """Whether one counts the dead and the other the injured or the missing."""
    tolls = toll_of(story, one), toll_of(story, other)
    return None not in tolls and tolls[0] != tolls[1]


def passed_over(story: StoryEvidence, figure: Figure) -> bool:
    """Whether a count is of those who were hurt and then died: "two of the injured died in hospital". It is the number
    neither of the dead nor of the injured."""
    version, sentence = story.versions[figure.version], story.sentences[figure.sentence]
    left, right = version.text[sentence.start : figure.start], version.text[figure.end : sentence.end]
    before, after = _CLAUSE.split(left)[-1], _CLAUSE.split(right)[0]
    start, end = figure.start - len(before), figure.end + len(after)
    beside = (f for f in story.figures_in(figure.sentence) if f.kind == "count" and f.id != figure.id)
    if figure.kind != "count" or any(start <= f.start < end for f in beside):
        return False
    return all(_matches(version.language_code, toll, f"{before} # {after}") for toll in _PASSED)


def has_cue(story: StoryEvidence, figure: Figure) -> bool:
    """Whether the figure's sentence says that it replaces an earlier one."""
    return _says(story, figure, "cues")


def looks_back(story: StoryEvidence, figure: Figure) -> bool:
    """Whether the figure's sentence speaks of what was told until then: an earlier count."""
    return _says(story, figure, "before")


def tells_then(story: StoryEvidence, figure: Figure, after: int) -> bool:
    """Whether the words of the figure's sentence from ``after`` on put it at an earlier hour: "still", "this morning",
    "until then"."""
    version, sentence = story.versions[figure.version], story.sentences[figure.sentence]
    words = version.text[max(after, sentence.start) : sentence.end]
    patterns = (_pattern(version.language_code, "before"), _word_pattern(version.language_code, "then"))
    return any(pattern is not None and pattern.search(words) is not None for pattern in patterns)


def is_added(story: StoryEvidence, figure: Figure) -> bool:
    """Whether a word right beside a count says that it comes on top of others: "two more", "another two people"."""
    version, sentence = story.versions[figure.version], story.sentences[figure.sentence]
    pattern = _pattern(version.language_code, "added")
    if figure.kind != "count" or pattern is None:
        return False
    left, right = version.text[sentence.start : figure.start].rstrip(), version.text[figure.end : sentence.end]
    near = left[-_BESIDE:]
    before = any(_LETTERS.fullmatch(near, match.end()) is not None for match in pattern.finditer(near))
    after = pattern.search(_END.split(_CLAUSE.split(right)[0][:_BESIDE])[0])
    return before or (after is not None and len(right[: after.start()].split()) <= 1)


def is_revised(story: StoryEvidence, figure: Figure) -> bool:
    """Whether the figure's clause says that the figure itself was changed; "prices were raised by 4.7 %" says that the
    prices were.

    Of a language without words for it any cue of the clause is taken, but not of a percentage: shares rise by so much.
    """
    version, sentence = story.versions[figure.version], story.sentences[figure.sentence]
    left, right = version.text[sentence.start : figure.start], version.text[figure.end : sentence.end]
    by = _pattern(version.language_code, "by")
    if by is not None and any(match.end() == len(left.rstrip()) for match in by.finditer(left)):
        return False
    pattern = _pattern(version.language_code, "revised")
    if pattern is None and figure.kind not in ("percent", "percentage-point"):
        pattern = _pattern(version.language_code, "cues")
    clause = f"{_CLAUSE.split(left)[-1]} # {_CLAUSE.split(right)[0]}"
    return pattern is not None and pattern.search(clause) is not None


def _says(story: StoryEvidence, figure: Figure, field: str) -> bool:
    version = story.versions[figure.version]
    pattern = _pattern(version.language_code, field)
    return pattern is not None and pattern.search(version.sentence_text(story.sentences[figure.sentence])) is not None


@cache
def _word_pattern(language: str, field: str) -> regex.Pattern[str] | None:
    """Whole words; Arabic and Hebrew ones may have a letter for "and" or "in" before them."""
    config = load_language(language)
    found: tuple[str, ...] = getattr(config.updates, field) if config is not None else ()
    if not found:
        return None
    words = "|".join(regex.escape(word) for word in sorted(found, key=len, reverse=True))
    if _UNSPACED.search(words):
        return regex.compile(words)
    return regex.compile(rf"(?<![\p{{L}}\p{{M}}])[והבשכلوفب]?(?:{words})(?![\p{{L}}\p{{M}}])", regex.IGNORECASE)


@cache
def _pattern(language: str, field: str) -> regex.Pattern[str] | None:
    config = load_language(language)
    stems: tuple[str, ...] = getattr(config.updates, field) if config is not None else ()
    if not stems:
        return None
    words = "|".join(regex.escape(stem) for stem in sorted(stems, key=len, reverse=True))
    unspaced = (
        regex.search(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Arabic}\p{Hebrew}\p{Thai}]", words) is not None
    )
    return regex.compile(words if unspaced else rf"\b(?:{words})", regex.IGNORECASE)
