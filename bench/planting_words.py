"""How the words of a quote are changed, language by language: a "not" dropped, "must" to "may", a condition cut off.

The words are data of their own (``planting_words.yml``), not those with which quotes are read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import regex
import yaml

__all__ = ["KINDS_OF_WORDS", "Changed", "changed_words"]

_DATA = Path(__file__).parent / "planting_words.yml"
KINDS_OF_WORDS = ("negation", "force", "antonym", "turned", "truncated")
_UNSPACED = frozenset({"zh", "ja", "th"})
_VERB_LAST = frozenset({"fa", "hi", "ur", "tr", "az", "kk", "bn", "ta", "ka"})
"""Where a clause without a stop before it may stand in the middle of another, whose verb comes behind it."""
_SHORTEST = 3
"""Words that a quote keeps; signs, in scripts without blanks, twice as many."""
_WORD = r"[\p{L}\p{M}\p{N}'’\u200c-]+"
_MOST = 6
"""Words of one of the two halves that are turned round."""
_PARTICLE = 3
_END = r"(?=[.!?,;:。，！？؟،।”\"»“」]|$)"


@dataclass(frozen=True, slots=True)
class Changed:
    """What words become, and for a cut what is left out of them, at their end or before their first word."""

    words: str
    left_out: str = ""


def changed_words(kind: str, words: str, language: str) -> list[Changed]:
    """Every fair change of ``kind`` to ``words``, in their order.

    Empty where the language has no rule for it, where nothing in the words answers one, or, for a "not", where another
    negator or an "unless" stands beside it.
    """
    if kind not in KINDS_OF_WORDS:
        message = f"no kind of change is called {kind!r}; known are {', '.join(KINDS_OF_WORDS)}"
        raise ValueError(message)
    if kind == "turned":
        found = _turned(words, language)
    elif kind == "truncated":
        found = _truncated(words, language)
    else:
        found = _exchanged(kind, words, language)
    return [one for one in found if one.words != words and _is_long(one.words, language)]


@cache
def _words() -> Mapping[str, Mapping[str, Sequence[str]]]:
    found: Mapping[str, Mapping[str, Sequence[str]]] = yaml.safe_load(_DATA.read_text(encoding="utf-8"))
    return found


def _whole(pattern: str, language: str, *, inside: bool = False) -> regex.Pattern[str]:
    """``pattern`` between the ends of words, where a language has blanks."""
    if language in _UNSPACED:
        return regex.compile(pattern)
    after = "" if inside else r"(?![\p{L}\p{M}])"
    before = "" if inside else r"(?<![\p{L}\p{M}'’-])"
    return regex.compile(f"{before}(?:{pattern}){after}", regex.IGNORECASE)


@cache
def _rules(kind: str, language: str) -> tuple[tuple[regex.Pattern[str], str], ...]:
    """Patterns with what stands for each."""
    rules = []
    for line in _words()[kind].get(language, ()):
        if "<>" in line:
            one, other = line.split("<>")
            rules += [(_whole(regex.escape(a), language), b) for a, b in ((one, other), (other, one))]
        else:
            pattern, _, told = (part.strip(" ") for part in line.partition("=>"))
            rules.append((_whole(pattern.removesuffix("~"), language, inside=pattern.endswith("~")), told))
    return tuple(rules)


def _exchanged(kind: str, words: str, language: str) -> list[Changed]:
    found = [(match, told) for pattern, told in _rules(kind, language) for match in pattern.finditer(words)]
    places: dict[tuple[int, int], tuple[regex.Match[str], str]] = {}
    for match, told in found:
        if not any(a <= match.start() and match.end() <= b for a, b in places):
            places[match.span()] = match, told
    if kind == "negation" and (len(places) != 1 or _is_unfair(words, language)):
        return []  # of two denials either may be the one that others leave out
    if kind == "force" and (len(places) != 1 or _exchanged("negation", words, language)):
        return []  # "need not" is no "may not"
    return [Changed(_put(words, match, match.expand(told))) for match, told in places.values()]


def _put(words: str, match: regex.Match[str], told: str) -> str:
    if match.group()[:1].isupper():
        told = told[:1].upper() + told[1:]
    rest = words[match.end() :]
    if not told and match.start() == 0:
        rest = rest.lstrip()
        return rest[:1].upper() + rest[1:]
    return regex.sub(r" +(?=[ ,.;:!?])", "", words[: match.start()] + told + rest).strip()


def _is_unfair(words: str, language: str) -> bool:
    unfair = _words()["unfair"].get(language, ())
    return bool(unfair) and _whole("|".join(unfair), language).search(words) is not None


@cache
def _halves(language: str) -> tuple[regex.Pattern[str], ...]:
    """Patterns of "not {a} but {b}", each half of up to six words."""
    run = rf"{_WORD}(?: {_WORD}){{0,{_MOST - 1}}}?"
    start = "" if language in _UNSPACED else r"(?<![\p{L}\p{M}'’-])"
    patterns = []
    for line in _words()["turned"].get(language, ()):
        halves = {"{a}": f"(?P<a>{run})", "{b}": f"(?P<b>{run})"}
        pieces = [halves.get(piece, regex.escape(piece)) for piece in regex.split(r"(\{[ab]\})", line)]
        patterns.append(regex.compile(start + "".join(pieces) + _END, regex.IGNORECASE))
    return tuple(patterns)


def _turned(words: str, language: str) -> list[Changed]:
    """What is denied and what is affirmed change places, where both are as long and have no word in common."""
    for pattern in _halves(language):
        for match in pattern.finditer(words, overlapped=True):
            one, other = match.group("a"), match.group("b")
            shared = {*one.casefold().split()} & {*other.casefold().split()}
            if len(one.split()) != len(other.split()) or shared or _is_particle(one) != _is_particle(other):
                continue
            (a, a_end), (b, b_end) = match.span("a"), match.span("b")
            told = words[:a] + _cased(other, one) + words[a_end:b] + _cased(one, other) + words[b_end:]
            return [Changed(told)]
    return []


def _is_particle(half: str) -> bool:
    """Whether a half begins with a short word, an article or a preposition: both must, or the sentence breaks."""
    return " " in half and len(half.split(maxsplit=1)[0]) <= _PARTICLE


def _cased(text: str, model: str) -> str:
    """``text`` with a capital where ``model`` begins a sentence with one, as German nouns always have."""
    return text[:1].upper() + text[1:] if model[:1].isupper() else text


def _openings(language: str) -> Iterator[regex.Pattern[str]]:
    for word in sorted(_words()["truncated"].get(language, ()), key=len, reverse=True):
        yield _whole(regex.escape(word), language)


def _truncated(words: str, language: str) -> list[Changed]:
    """The words up to a clause that takes them back, or behind such a clause that stands first."""
    found: dict[tuple[int, int], Changed] = {}
    for match in (match for pattern in _openings(language) for match in pattern.finditer(words)):
        if any(start < match.end() and match.start() < end for start, end in found):
            continue  # "khi" in "cho đến khi"
        if match.start() == 0:
            comma = regex.search(r"[,،，] ?", words)
            rest = "" if comma is None else words[comma.end() :]
            if rest:
                found[match.span()] = Changed(rest[:1].upper() + rest[1:], words[: len(words) - len(rest)])
            continue
        kept = words[: match.start()].rstrip(" ,;:–—،，；-")
        stopped = regex.search(r"[,;:–—،，；]", words[len(kept) : match.start()])
        if kept and (stopped or language not in _VERB_LAST):
            found[match.span()] = Changed(kept, words[len(kept) :])
    return [found[place] for place in sorted(found)]


def _is_long(text: str, language: str) -> bool:
    return len(text) >= 2 * _SHORTEST if language in _UNSPACED else len(text.split()) >= _SHORTEST
