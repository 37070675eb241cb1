"""What a second wording of a sentence in the same language changes: names and words of contrary meaning."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import regex
from anyascii import anyascii
from rapidfuzz import fuzz

from flag.polarity import contrary_words
from records.span import Span

__all__ = ["WordChange", "changed_names", "contrary_changes", "name_words"]

_WORD = regex.compile(r"[\p{L}\p{M}][\p{L}\p{M}'’.-]*")
_ALIKE = 70.0


@dataclass(frozen=True, slots=True)
class WordChange:
    """Words of one text and what stands for them in the other; ``score`` 0..1, how sure a change of meaning is."""

    left: str
    right: str
    score: float


@lru_cache(maxsize=8192)
def name_words(text: str) -> tuple[tuple[str, Span], ...]:
    """The capitalised words of ``text`` and their places, but for the first word of a sentence that is no name."""
    found = []
    for match in _WORD.finditer(text):
        word = match.group().rstrip(".").removesuffix("'s").removesuffix("’s")
        if not word or not word[0].isupper() or len(word) < 2:
            continue
        before = text[: match.start()].rstrip(" \"'“”„«»‘’([")
        opens = not before or before[-1] in ".!?:…"
        rest = text[match.end() :]
        if opens and not regex.match(r"\s+\p{Lu}", rest) and not word.isupper():
            continue
        found.append((word, Span(match.start(), match.start() + len(word))))
    return tuple(found)


@lru_cache(maxsize=65536)
def _folded(word: str) -> str:
    return str(regex.sub(r"[^a-z0-9]", "", anyascii(word).lower()))


def _known(word: str, text: str) -> bool:
    """Whether ``text`` has ``word`` in some form: alike, begun alike, or as initials of a capitalised run."""
    folded = _folded(word)
    words = [_folded(match.group()) for match in _WORD.finditer(text)]
    if any(fuzz.ratio(folded, other) >= _ALIKE or _begins_alike(folded, other) for other in words):
        return True
    if word.isupper() and len(folded) <= 6:
        initials = "".join(w[:1] for w in words)
        return folded in initials or folded[:2] in {other[:2] for other in words if len(other) <= 6}
    initials_here = {_folded(match.group()) for match in _WORD.finditer(text) if match.group().isupper()}
    return any(folded[:1] in other for other in initials_here if 1 < len(other) <= 6)


def _begins_alike(one: str, other: str) -> bool:
    shared = min(len(one), len(other), 5)
    return shared >= 4 and one[:shared] == other[:shared]


def changed_names(a: str, b: str) -> tuple[WordChange, ...]:
    """Names of ``a`` that ``b`` has in no form while ``b`` has names that ``a`` has not: exchanged, not left out."""
    lost = [word for word, _ in name_words(a) if not _known(word, b)]
    new = [word for word, _ in name_words(b) if not _known(word, a)]
    if not lost or not new:
        return ()
    alone = len(lost) == 1 and len(new) == 1
    likeness = max(fuzz.ratio(_folded(one), _folded(other)) for one in lost for other in new) / 100
    return (WordChange(" ".join(lost), " ".join(new), round((0.8 if alone else 0.7) - 0.4 * likeness, 3)),)


def contrary_changes(a: str, b: str, language: str) -> tuple[WordChange, ...]:
    """Words of contrary meaning that stand for one another in ``a`` and ``b``."""
    return tuple(WordChange(left.of(a), right.of(b), 0.6) for left, right in contrary_words(a, b, language))
