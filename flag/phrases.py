"""Lists of words and phrases of a language file, looked for in texts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

import regex

__all__ = ["LETTER", "Phrases"]

LETTER = r"[\p{L}\p{M}\p{N}]"
_STEM = r"[\p{L}\p{M}']{2,}"
_GAP = r"((?:[^\p{L}]+[\p{L}\p{M}'’-]+){0,4}?[^\p{L}]+)"

_WRITTEN_ONTO = 4
"""Letters of a word that others are written onto: Hebrew ש and בת (daughter) would be שבת, Saturday."""


class Phrases:
    """Words and phrases as a language file writes them: ``entries`` with ``*`` for any ending, ``~`` for a stem of two
    letters or more, ``#`` for a number and `` ... `` for up to four words, of a language that parts words by spaces
    (``spaced``) or not. ``clitics`` is a regular expression of what may be written onto a word.

    A language has some hundred lists and a text few of their words: a pattern is compiled, a hundredth of a second,
    when one of their beginnings is in a text.

    >>> [match.group() for match in Phrases(["no longer", "deni*"], spaced=True).finditer("he denies it")]
    ['denies']
    """

    def __init__(self, entries: Sequence[str], *, spaced: bool, clitics: str = "") -> None:
        self._entries = sorted((entry.replace("’", "'") for entry in entries), key=lambda e: (-len(e), e))
        self._spaced = spaced
        self._clitics = clitics
        beginnings = {regex.split(r"[\s*#~]", entry, maxsplit=1)[0] for entry in self._entries}
        self._beginnings = ("",) if "" in beginnings else tuple(sorted(beginnings))

    def finditer(self, plain: str) -> Iterator[regex.Match[str]]:
        """Their matches, none overlapping, in a text that ``plain_text`` made."""
        if any(beginning in plain for beginning in self._beginnings):
            yield from self._pattern.finditer(plain)

    def blanked(self, plain: str, fits: Callable[[str], bool] = lambda gap: True) -> str:
        """``plain`` with NULs in the place of each match whose words between (`` ... ``) ``fits``; itself where there
        is none."""
        for match in self.finditer(plain):
            if not all(fits(gap) for gap in match.groups() if gap is not None):
                continue
            plain = plain[: match.start()] + "\0" * len(match.group()) + plain[match.end() :]
        return plain

    @cached_property
    def _pattern(self) -> regex.Pattern[str]:
        body = "|".join(self._written(entry) for entry in self._entries)
        return regex.compile(rf"(?<!{LETTER})(?:{body})" if self._spaced else f"(?:{body})")

    def _written(self, entry: str) -> str:
        gap = _GAP if self._spaced else "(.{0,8}?)"
        pieces = []
        for piece in entry.split(" ... "):
            words = [
                regex.escape(word).replace(r"\*", r"[\p{L}\p{M}']*").replace(r"\#", r"\s*\d+").replace(r"\~", _STEM)
                for word in piece.split()
            ]
            pieces.append((r"\s+" if self._spaced else r"\s*").join(words))
        ended = not self._spaced or entry.endswith("'")  # "au lieu d'argent"
        before = self._clitics if len(entry) >= _WRITTEN_ONTO else ""
        return before + gap.join(pieces) + ("" if ended else f"(?!{LETTER})")
