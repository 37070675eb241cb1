"""Lines of an article that tell nothing of the story: whose text it is, what else there is to read."""

from __future__ import annotations

import re
from functools import cache

from configs.language.schema import load_language

__all__ = ["is_boiler"]

_RIGHTS = re.compile(r"©|\(c\)\s*\d{4}|\ball rights reserved\b", re.IGNORECASE)
_ADDRESS = re.compile(r"\W*(?:https?://\S+|www\.\S+|\S+@\S+\.\w+)\W*", re.IGNORECASE)


def is_boiler(text: str, language: str) -> bool:
    """Whether a sentence is a copyright line, an address, or points to another article ("Read also: …").

    ``language`` is a primary subtag; of a language without a file the words of pointers are not known.
    """
    line = text.strip()
    if _RIGHTS.search(line) or _ADDRESS.fullmatch(line):
        return True
    pointers = _pointers(language)
    return pointers is not None and pointers.match(line.lower()) is not None


@cache
def _pointers(language: str) -> re.Pattern[str] | None:
    config = load_language(language)
    words = config.pages.pointers if config is not None else ()
    return re.compile(rf"\W*(?:{'|'.join(map(re.escape, words))})") if words else None
