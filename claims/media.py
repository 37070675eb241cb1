"""Where people write: "on X", "in his Telegram channel" stand between a cue and its speaker."""

from __future__ import annotations

from collections.abc import Sequence

from claims.cues import STOP
from claims.quotes_words import WORD, Token
from configs.media import media_names

__all__ = ["past_medium"]

_REACH = 5


def past_medium(tokens: Sequence[Token], first: int, last: int) -> int:
    """Past a preposition and the medium that it rules; ``first`` where nothing such stands."""
    if first >= last or not tokens[first].tag & STOP:
        return first
    for i in range(first + 1, min(last, first + _REACH)):
        if tokens[i].kind != WORD:
            return first
        if tokens[i].text in media_names():
            return i + 1
        if tokens[i].text[0].isupper():
            return first
    return first
