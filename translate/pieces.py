"""Sentences too long for a model are cut at clause marks, translated piece by piece and joined: nothing is lost."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import regex

__all__ = ["cut_text", "estimated_tokens", "is_looping", "translate_in_pieces"]

_MARKS = (
    r"(?<=[.!?…。！？؟।۔]['\"”’»)]*)\s*",
    r"(?<=[;:；：؛])\s*|\s+(?=[–—―])|(?<=[—―])",
    r"(?<=[,，、،])\s*",
    r"\s+",
)
"""Places to cut at, the best first: ends of sentences, clauses, phrases, words."""
_WIDE = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]")
_LOOP = regex.compile(r"(?<![\p{L}\p{N}])(\p{L}[^\n]{1,60}?)(?:[\s\p{P}]+\1){3,}(?![\p{L}\p{N}])|(\p{L}{1,4}?)\2{9,}")


def estimated_tokens(text: str) -> int:
    """About how many pieces of a vocabulary of 32,000 ``text`` makes, on the high side.

    One a character in scripts without blanks, else one for three characters (flores-test: 3.4 to 5.1 characters).
    """
    wide = len(_WIDE.findall(text))
    return wide + (len(text) - wide + 2) // 3


def is_looping(translated: str, text: str) -> bool:
    """Whether a model went round in circles: a phrase four times in a row, or letters ten times,
    that the source does not repeat."""
    return _LOOP.search(translated) is not None and _LOOP.search(text) is None


def cut_text(text: str, fits: Callable[[str], bool]) -> list[str]:
    """``text`` in pieces that fit, cut at the best marks there are, as even as these allow; blanks between are lost.

    A word that does not fit is cut inside; a piece of one character always counts as fitting.
    """
    stripped = text.strip()
    if fits(stripped) or len(stripped) < 2:
        return [stripped] if stripped else []
    middle = len(stripped) / 2
    for marks in _MARKS:
        places = [m for m in regex.finditer(marks, stripped) if m.start() > 0 and m.end() < len(stripped)]
        inner = [m for m in places if 0.15 < m.start() / len(stripped) < 0.85]
        if inner:
            best = min(inner, key=lambda m: abs(m.start() - middle))
            return cut_text(stripped[: best.start()], fits) + cut_text(stripped[best.end() :], fits)
    half = len(stripped) // 2
    return cut_text(stripped[:half], fits) + cut_text(stripped[half:], fits)


def translate_in_pieces(
    texts: Sequence[str], fits: Callable[[str], bool], run: Callable[[Sequence[str]], Sequence[str]]
) -> list[str]:
    """What ``run`` makes of ``texts``, those that don't fit in pieces joined by a blank; blank texts stay blank.

    A text that makes the model loop is tried once more in halves, and the attempt without a loop counts.
    """
    cut = [cut_text(text, fits) for text in texts]
    flat = [piece for pieces in cut for piece in pieces]
    done = list(run(flat))
    loops = [n for n, (piece, out) in enumerate(zip(flat, done, strict=True)) if is_looping(out, piece)]
    for n in loops:
        again = " ".join(run(_halves(flat[n])))
        done[n] = done[n] if is_looping(again, flat[n]) else again
    found = iter(done)
    return [" ".join(filter(None, (next(found).strip() for _ in pieces))) for pieces in cut]


def _halves(text: str) -> list[str]:
    most = len(text) // 2 + 1
    return cut_text(text, lambda piece: len(piece) <= most)
