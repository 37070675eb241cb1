"""How sentences end: where one writer comes to a stop, the other seldom goes on."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import regex
from numpy.typing import NDArray

__all__ = ["stops", "unlike_endings"]

_STOP = regex.compile(r"(?:[\p{STerm}…]|\p{Greek}\s?;)(?:[\p{Pe}\p{Pf}\p{Pi}\"'’”]|\s)*$")
_MOSTLY = 0.5


def stops(text: str) -> bool:
    """Whether ``text`` ends with the mark of a whole sentence, before quotes and brackets that close.

    A comma, a colon, a semicolon (but in Greek, where it asks) or no mark at all says that the sentence goes on, or
    that it is a headline.
    """
    return _STOP.search(text) is not None


def unlike_endings(left: Sequence[bool], right: Sequence[bool]) -> NDArray[np.bool_]:
    """Shape (n, m): whether of two sentences one stops and the other goes on.

    Nowhere where the sentences of a text mostly do without marks, as in Thai, in verse and in lists.
    """
    if any(sum(ends) <= _MOSTLY * len(ends) for ends in (left, right)):
        return np.zeros((len(left), len(right)), dtype=bool)
    unlike: NDArray[np.bool_] = np.array(left, dtype=bool)[:, None] != np.array(right, dtype=bool)[None, :]
    return unlike
