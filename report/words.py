"""Word-level difference of two English texts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

__all__ = ["Run", "word_difference"]

_TOKEN = re.compile(r"\w+(?:['’.,]\w+)*|\s+|[^\w\s]")
_LIMIT = 400


@dataclass(frozen=True, slots=True)
class Run:
    """Words that are in both texts, or in one of them."""

    text: str
    change: Literal["same", "gone", "new"]


def word_difference(old: str, new: str) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """``old`` and ``new`` as runs: each side joined is the text again. Case and quotation marks do not count.

    Texts longer than 400 tokens are compared up to there, the rest is shown as the same.

    >>> [r.text for r in word_difference("we warned them", "we never warned them")[1] if r.change == "new"]
    [' never']
    """
    left, right = _tokens(old), _tokens(new)
    matcher = SequenceMatcher(None, [_key(t) for t in left], [_key(t) for t in right], autojunk=False)
    olds: list[Run] = []
    news: list[Run] = []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        same = tag == "equal"
        _add(olds, "".join(left[i1:i2]), "same" if same else "gone")
        _add(news, "".join(right[j1:j2]), "same" if same else "new")
    return tuple(olds), tuple(news)


def _tokens(text: str) -> list[str]:
    tokens = _TOKEN.findall(text)
    return [*tokens[:_LIMIT], "".join(tokens[_LIMIT:])] if len(tokens) > _LIMIT else tokens


def _key(token: str) -> str:
    return re.sub(r"[’‘]", "'", re.sub(r"[“”„«»]", '"', token)).casefold() if token.strip() else " "


def _add(runs: list[Run], text: str, change: Literal["same", "gone", "new"]) -> None:
    if text:
        runs.append(Run(text, change if text.strip() else "same"))
