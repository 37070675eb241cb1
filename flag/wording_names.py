"""Names that one wording has and another of the same language has not, where they stand in the same place."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import regex
from anyascii import anyascii
from rapidfuzz import fuzz

from configs.language.schema import load_language
from records.span import Span

__all__ = ["NameChange", "changed_names", "name_words"]

_WORD = regex.compile(r"[\p{L}\p{M}][\p{L}\p{M}'’.-]*")
_ALIKE = 70.0


@dataclass(frozen=True, slots=True)
class NameChange:
    """Names of one text and those that stand for them in the other; ``score`` 0..1, how sure the change is."""

    left: str
    right: str
    score: float


@dataclass(frozen=True, slots=True)
class _Name:
    word: str
    span: Span
    opens: bool


@lru_cache(maxsize=8192)
def name_words(text: str, language: str = "en") -> tuple[tuple[str, Span], ...]:
    """The capitalised words of ``text`` and their places, but for the first word of a sentence that is no name."""
    return tuple((name.word, name.span) for name in _names(text, language) if not name.opens)


@lru_cache(maxsize=8192)
def _names(text: str, language: str) -> tuple[_Name, ...]:
    found = []
    for match in _WORD.finditer(text):
        word = match.group().rstrip(".").removesuffix("'s").removesuffix("’s")
        if len(word) < 2 or not word[0].isupper() or word.casefold() in _function_words(language):
            continue
        before = text[: match.start()].rstrip(" \"'“”„«»‘’([")
        opens = not before or before[-1] in ".!?:…"
        opens = opens and not regex.match(r"\s+\p{Lu}", text[match.end() :]) and not word.isupper()
        found.append(_Name(word, Span(match.start(), match.start() + len(word)), opens))
    return tuple(found)


@lru_cache(maxsize=64)
def _function_words(language: str) -> frozenset[str]:
    """What a sentence begins with and is no name, and days and months, which are read as dates."""
    from babel import Locale

    config = load_language(language)
    if config is None:
        return frozenset()
    section = config.quotes
    words = {*section.articles, *section.stops, *section.skips, *section.that, *section.pronouns_he}
    words |= {*section.pronouns_she, *section.pronouns_they, *config.polarity.negators, *config.polarity.conjunctions}
    locale = Locale.parse(config.locale or config.code)
    for width in ("wide", "abbreviated"):
        for names in (locale.days["format"][width], locale.months["format"][width]):
            words |= {str(name).rstrip(".") for name in names.values()}
    return frozenset(word.casefold() for word in words)


@lru_cache(maxsize=65536)
def _folded(word: str) -> str:
    return str(regex.sub(r"[^a-z0-9]", "", anyascii(word).lower()))


@lru_cache(maxsize=8192)
def _all_words(text: str) -> tuple[str, ...]:
    return tuple(match.group() for match in _WORD.finditer(text))


def _known(word: str, text: str) -> bool:
    """Whether ``text`` has ``word`` in some form: alike, begun alike, or as initials of a capitalised run."""
    folded = _folded(word)
    written = _all_words(text)
    words = [_folded(other) for other in written]
    if any(fuzz.ratio(folded, other) >= _ALIKE or _begins_alike(folded, other) for other in words):
        return True
    if word.isupper() and len(folded) <= 6:
        initials = "".join(w[:1] for w in words)
        return folded in initials or folded[:2] in {other[:2] for other in words if len(other) <= 6}
    initials_here = {_folded(other) for other in written if other.isupper()}
    return any(folded[:1] in other for other in initials_here if 1 < len(other) <= 6)


def _begins_alike(one: str, other: str) -> bool:
    shared = min(len(one), len(other), 5)
    return (shared >= 4 and one[:shared] == other[:shared]) or (
        2 <= len(one) <= 3 < len(other) and other.startswith(one)
    )


def changed_names(a: str, b: str, language: str = "en") -> tuple[NameChange, ...]:
    """Names of ``a`` that ``b`` has in no form while ``b`` has names that ``a`` has not: exchanged, not left out.

    A word that opens a sentence is a name only where it stands for one. Surer are names that stand alone on their side,
    between the same words, and unlike each other.
    """
    lost = [name for name in _names(a, language) if not _known(name.word, b)]
    new = [name for name in _names(b, language) if not _known(name.word, a)]
    if not lost or not new or all(name.opens for name in (*lost, *new)):
        return ()
    likeness = max(fuzz.ratio(_folded(one.word), _folded(other.word)) for one in lost for other in new) / 100
    runs = max(_runs(lost, a), _runs(new, b))
    score = (0.8 if runs == 1 else 0.6) - 0.4 * likeness
    if any(_between_same(a, one.span, b, other.span) for one in lost for other in new):
        score += 0.15
    if all(name.opens for name in lost) or all(name.opens for name in new):
        score -= 0.1
    left, right = (" ".join(name.word for name in side) for side in (lost, new))
    return (NameChange(left, right, round(min(score, 1.0), 3)),)


def _runs(names: list[_Name], text: str) -> int:
    """How many names of one or more words follow one another."""
    runs = 1
    for one, other in pairwise(names):
        if regex.search(r"\p{Ll}{3}", text[one.span.end : other.span.start]):
            runs += 1
    return runs


def _between_same(a: str, one: Span, b: str, other: Span) -> bool:
    """Whether the word before or after both places is the same."""
    before = [regex.findall(r"\p{L}+", text[: span.start])[-1:] for text, span in ((a, one), (b, other))]
    after = [regex.findall(r"\p{L}+", text[span.end :])[:1] for text, span in ((a, one), (b, other))]
    return (before[0] == before[1] and bool(before[0])) or (after[0] == after[1] and bool(after[0]))
