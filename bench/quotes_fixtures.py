"""Quote fixtures: news-like sentences with the expected quotes marked in place, one file a language.

``[d words|Name]`` is a direct quote with its speaker, ``[p ...]`` a partial one, ``[i ...]`` reported speech; ``-`` is
an unknown speaker. A line without brackets holds no quote. ``¶`` ends a paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import regex

from bench.quotes_spans import Tally, bare
from claims.quotes import find_quotes
from configs.load import Strict, load_yaml
from records.claim import QuoteMode
from records.errors import InputError

__all__ = ["Case", "Expected", "FixtureFile", "load_cases", "measure_cases", "measure_fixtures"]

_MARKUP = regex.compile(r"\[([dpi]) |\|([^\[\]|]+)\]")
_MODES: dict[str, QuoteMode] = {"d": "direct", "p": "partial", "i": "indirect"}


class FixtureFile(Strict):
    """One language's cases, one a line."""

    language: str
    cases: str


@dataclass(frozen=True, slots=True)
class Expected:
    """A quote that a person marked; ``speaker`` None for unknown."""

    start: int
    end: int
    mode: QuoteMode
    speaker: str | None


@dataclass(frozen=True, slots=True)
class Case:
    """One text and its quotes."""

    text: str
    quotes: tuple[Expected, ...] = field(default=())


def load_cases(path: Path) -> tuple[str, list[Case]]:
    """The language and the cases of the fixture at ``path``.

    Raises:
        InputError: a missing or malformed file, an unbalanced bracket, or a file without cases.
    """
    file = load_yaml(path, FixtureFile)
    cases = [_parse(line.strip(), path) for line in file.cases.splitlines() if line.strip()]
    if not cases:
        raise InputError(f"{path}: cases: no lines; write one text a line.")
    return file.language, cases


def _parse(line: str, path: Path) -> Case:
    text = ""
    at = 0
    opened: list[tuple[int, QuoteMode]] = []
    quotes: list[Expected] = []
    for match in _MARKUP.finditer(line):
        text += line[at : match.start()]
        at = match.end()
        if match.group(1) is not None:
            opened.append((len(text), _MODES[match.group(1)]))
            continue
        if not opened:
            raise InputError(f"{path}: {line!r}: a bracket closes that was not opened.")
        start, mode = opened.pop()
        speaker = match.group(2)
        quotes.append(Expected(start, len(text), mode, None if speaker == "-" else speaker))
    text += line[at:]
    if opened or "[" in text or "|" in text:
        raise InputError(f"{path}: {line!r}: a bracket is not closed; write [d words|Name].")
    return Case(text.replace("¶", "\n"), tuple(sorted(quotes, key=lambda q: (q.start, -q.end))))


def measure_cases(language: str, cases: list[Case]) -> Tally:
    """Spans exactly equal, edge punctuation aside, and speakers equal, capitals aside, of the spans that are."""
    tally = Tally()
    for case in cases:
        found = find_quotes(case.text, language)
        mine = {bare(case.text, q.start, q.end): q for q in found}
        theirs = {bare(case.text, q.start, q.end): q for q in case.quotes}
        mine = {s: q for s, q in mine.items() if s in theirs or not _is_other_cut(s, q.mode, theirs)}
        tally.found += len(mine)
        tally.gold += len(theirs)
        for span, wanted in theirs.items():
            got = mine.get(span)
            if got is None or (got.mode == "indirect") != (wanted.mode == "indirect"):
                tally.misses.append(f"MISSED {wanted.mode} {case.text[span[0] : span[1]]!r} in {case.text!r}")
                continue
            tally.hit += 1
            tally.judged += 1
            right = (got.speaker or "").casefold() == (wanted.speaker or "").casefold()
            tally.right += right
            if not right:
                tally.misses.append(f"SPEAKER {got.speaker!r} for {wanted.speaker!r} in {case.text!r}")
        tally.misses += [
            f"EXTRA {q.mode} {q.text!r} cue {q.cue!r} in {case.text!r}" for s, q in mine.items() if s not in theirs
        ]
    return tally


def _is_other_cut(span: tuple[int, int], mode: QuoteMode, theirs: dict[tuple[int, int], Expected]) -> bool:
    """Whether a find is the clause round a marked partial quote, or words in marks within marked reported speech."""
    for (start, end), wanted in theirs.items():
        if mode == "indirect" and wanted.mode == "partial" and span[0] <= start and end <= span[1]:
            return True
        if mode == "partial" and wanted.mode == "indirect" and start <= span[0] and span[1] <= end:
            return True
    return False


def measure_fixtures(folder: Path) -> Iterator[tuple[str, Tally]]:
    """(language, tally) of every fixture file in ``folder``, by name."""
    for path in sorted(folder.glob("*.yml")):
        language, cases = load_cases(path)
        yield language, measure_cases(language, cases)
