"""The quotes of an utterance laid side by side: who says it where, and which of their parts answer each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol, runtime_checkable

import regex

from flag.evidence import StoryEvidence
from records.claim import Figure, Quote
from records.span import Span
from records.statement import Utterance
from records.version import Version

__all__ = ["Place", "clear_outliers", "named_speaker", "outlets", "parts_of", "place_of", "quotes_of", "snippet"]

_ROLE = "role--"
_STOP = regex.compile(r"[,;:.!?…—–،؛。，、；：]+")


@dataclass(frozen=True, slots=True)
class Place:
    """The words with which one version gives one part of an utterance; ``span`` is of the version's text.

    ``around`` are the words right before and after a quote that is a piece of the outlet's own clause, else empty: of
    "is not “happy”" the "not" is the speaker's too.
    """

    version: str
    language: str
    span: Span
    text: str
    english: str | None
    direct: bool
    figures: tuple[Figure, ...]
    around: str = ""
    published: date | None = None


@runtime_checkable
class _Part(Protocol):
    @property
    def places(self) -> tuple[tuple[str, Span], ...]: ...


@runtime_checkable
class _HasParts(Protocol):
    @property
    def parts(self) -> tuple[_Part, ...]: ...


def quotes_of(story: StoryEvidence, utterance: Utterance) -> Mapping[str, tuple[Quote, ...]]:
    """The quotes of each version of an utterance, in reading order."""
    return {
        member.version: tuple(story.quotes[name] for name in member.quotes if name in story.quotes)
        for member in utterance.members
    }


def parts_of(story: StoryEvidence, utterance: Utterance, *, apart: bool = False) -> tuple[Mapping[str, Place], ...]:
    """Version to place, for each part of an utterance; the whole is one part where nothing aligned it.

    Parts that some version says in one clause are one part, unless they are asked for ``apart``: what such a clause
    denies, nobody knows of which.
    """
    quotes = quotes_of(story, utterance)
    if isinstance(utterance, _HasParts) and utterance.parts:
        columns = [part.places for part in utterance.parts]
    else:
        columns = [tuple((version, quote.span) for version, found in quotes.items() for quote in found)]
    parts = []
    for column in columns if apart else _joined(columns):
        spans: dict[str, list[Span]] = {}
        for version, span in column:
            spans.setdefault(version, []).append(span)
        parts.append(
            {
                version: _place(story, version, _said(f, quotes[version]), quotes[version])
                for version, f in spans.items()
            }
        )
    return tuple(parts)


def _said(spans: Sequence[Span], quotes: Sequence[Quote]) -> Sequence[Span]:
    """The ``spans`` in the speaker's own words, where there are such: what the outlet reports in its own words beside
    them is another sentence."""
    own = [q.span for q in quotes if q.mode != "indirect"]
    return [span for span in spans if any(quote.overlaps(span) for quote in own)] or spans


def _joined(columns: Sequence[Sequence[tuple[str, Span]]]) -> list[list[tuple[str, Span]]]:
    """Columns that some version says in one clause are one; who says but some of them is left out of it."""
    joined: list[list[Sequence[tuple[str, Span]]]] = []
    for column in columns:
        shared = [group for group in joined if any(not set(column).isdisjoint(one) for one in group)]
        joined = [group for group in joined if group not in shared]
        joined.append([*(one for group in shared for one in group), column])
    found = []
    for group in joined:
        whole = set.intersection(*({version for version, _ in one} for one in _common(group)))
        found.append(list(dict.fromkeys(place for one in group for place in one if place[0] in whole)))
    return [column for column in found if column]


def place_of(story: StoryEvidence, version: str, quote: Quote) -> Place:
    """A quote as one place."""
    return _place(story, version, [quote.span], [quote])


def _common(columns: Sequence[Sequence[tuple[str, Span]]]) -> list[Sequence[tuple[str, Span]]]:
    """The columns that more than half of the versions of all of them have: what is left is a clause too many of one."""
    everyone = {version for column in columns for version, _ in column}
    having = [len({version for version, _ in column}) for column in columns]
    return [column for column, number in zip(columns, having, strict=True) if 2 * number > len(everyone)] or [*columns]


def _place(story: StoryEvidence, version: str, spans: Sequence[Span], quotes: Sequence[Quote]) -> Place:
    """The place of one or more clauses; several are read together, and shown from the first to the last."""
    record = story.versions[version]
    ordered = sorted(span for span in spans if not any(o != span and o.covers(span) for o in spans))
    inside = [q for q in quotes if any(q.span.overlaps(span) for span in ordered)]
    same_quote = [span for span in ordered if inside and inside[0].span.covers(span)] or ordered[:1]
    shown = Span(same_quote[0].start, same_quote[-1].end)
    whole = [q for q in inside if any(span.covers(q.span) for span in ordered)]
    english = _english(story, version, ordered, whole)
    figures = tuple(
        figure
        for figure in story.claims[version].figures
        if any(span.covers(figure.span) or span.overlaps(figure.span) for span in ordered)
    )
    return Place(
        version,
        record.language_code,
        shown,
        " ".join(span.of(record.text) for span in ordered),
        english,
        any(q.mode != "indirect" for q in inside),
        figures,
        _around(record, inside[0].span) if inside and all(q.mode == "partial" for q in inside) else "",
        record.published.date() if record.published is not None else None,
    )


def _around(version: Version, span: Span) -> str:
    """The rest of the clause in which a quote stands."""
    sentence = version.sentence_at(span.start)
    if sentence is None:
        return ""
    before = _STOP.split(version.text[sentence.start : span.start])[-1]
    after = _STOP.split(version.text[span.end : max(sentence.end, span.end)])[0]
    return f"{before} {after}"


def _english(story: StoryEvidence, version: str, spans: Sequence[Span], whole: Sequence[Quote]) -> str | None:
    """English of these words: their own where the version is English, else of the quotes that they are all of."""
    record = story.versions[version]
    if record.language_code == "en":
        return " ".join(span.of(record.text) for span in spans)
    texts = [quote.english for quote in whole]
    if len(whole) == len(spans) and all(texts):
        return " ".join(text for text in texts if text)
    sentences = [s for s in record.sentences if any(s.start >= span.start and s.end <= span.end + 3 for span in spans)]
    if sentences and sum(s.end - s.start for s in sentences) >= 0.9 * sum(p.end - p.start for p in spans):
        found = [story.english_of(sentence.id) for sentence in sentences]
        if all(found):
            return " ".join(text for text in found if text)
    return None


def named_speaker(quotes: Sequence[Quote]) -> tuple[str, str] | None:
    """Id and written form of the person credited with the first of ``quotes`` that names one."""
    for quote in quotes:
        if quote.speaker_id and quote.speaker and not quote.speaker_id.startswith(_ROLE):
            return quote.speaker_id, quote.speaker
    return None


def clear_outliers(sides: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The versions outside the largest side, when it has at least two and twice as many as all others together."""
    largest = max(sides, key=len)
    rest = [version for side in sides if side is not largest for version in side]
    return tuple(rest) if len(largest) >= 2 and len(largest) >= 2 * len(rest) else ()


def outlets(story: StoryEvidence, versions: Sequence[str]) -> str:
    """The outlets of ``versions`` as words: "a", "a and b", "a, b and c"."""
    names = list(dict.fromkeys(story.versions[version].outlet for version in versions))
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def snippet(text: str, limit: int = 90) -> str:
    """``text`` on one line, cut at a word when it is longer than ``limit`` characters."""
    line = " ".join(text.split())
    return line if len(line) <= limit else line[:limit].rsplit(" ", 1)[0].rstrip(",;:") + " …"
