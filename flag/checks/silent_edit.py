"""The check ``silent-edit``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import regex
from rapidfuzz import fuzz
from rapidfuzz.distance import DamerauLevenshtein, LCSseq

from flag.cues import is_toll
from flag.describe import describe_value
from flag.evidence import StoryEvidence
from flag.identity import discrepancy_id
from flag.intervals import interval
from flag.values import compare_figures
from flag.wording_parts import snippet
from records.claim import Figure, Quote
from records.discrepancy import Discrepancy, Evidence, Severity, Side
from records.moment import written_time
from records.version import Sentence, Version

__all__ = ["check_silent_edits"]

_SAME_SENTENCE = 60.0
"""Likeness, 0..100, from which a sentence of the later text is an earlier one rewritten."""
_SAME_BUT_FIGURE = 85.0
"""The same where a figure was taken out: the rest must stand."""
_SAME_QUOTE = 65.0
_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+")
_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]")
_LARGE_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class _Edit:
    """What an earlier revision says and the later one says instead."""

    what: str
    before: tuple[str, Evidence]
    after: tuple[str, Evidence]
    severity: Severity
    confidence: float


def check_silent_edits(story: StoryEvidence, pairs: Iterable[tuple[Version, Version]]) -> Iterable[Discrepancy]:
    """A later revision of the same page changed a figure or a quote."""
    for earlier, later in pairs:
        rewritten = _rewritten(earlier, later)
        edits = [*_quote_edits(story, earlier, later), *_figure_edits(story, earlier, later, rewritten)]
        seen: list[_Edit] = []
        for edit in edits:
            if not any(_covers(other, edit) for other in seen):
                seen.append(edit)
                yield _discrepancy(story, earlier, later, edit)


def _covers(one: _Edit, other: _Edit) -> bool:
    """Whether ``other`` is a figure inside the quote ``one``, or the same values said again in the same text."""
    a, b = one.before[1], other.before[1]
    if a.start <= b.start and b.end <= a.end:
        return True
    return one.what == other.what and (one.before[0], one.after[0]) == (other.before[0], other.after[0])


def _rewritten(earlier: Version, later: Version) -> list[tuple[Sentence, Sentence]]:
    """Sentences of ``earlier`` that are gone from ``later``, each with the new sentence of ``later`` most like it."""
    before, after = _sentences(earlier), _sentences(later)
    gone = [one for one in earlier.sentences if before[one.id] not in set(after.values())]
    new = [one for one in later.sentences if after[one.id] not in set(before.values())]
    scored = sorted(((fuzz.ratio(before[a.id], after[b.id]), a, b) for a in gone for b in new), key=lambda row: -row[0])
    pairs, taken = [], set[str]()
    for score, a, b in scored:
        if score >= _SAME_SENTENCE and a.id not in taken and b.id not in taken:
            taken |= {a.id, b.id}
            pairs.append((a, b))
    return sorted(pairs, key=lambda pair: pair[0].start)


def _sentences(version: Version) -> dict[str, str]:
    return {one.id: " ".join(version.sentence_text(one).split()) for one in version.sentences}


def _figure_edits(
    story: StoryEvidence, earlier: Version, later: Version, rewritten: Sequence[tuple[Sentence, Sentence]]
) -> Iterator[_Edit]:
    for before, after in rewritten:
        old, new = list(story.figures_in(before.id)), list(story.figures_in(after.id))
        for figure in list(old):
            twin = next((other for other in new if compare_figures(figure, other) in ("equal", "compatible")), None)
            if twin is not None and (twin.low, twin.high) == (figure.low, figure.high):
                old.remove(figure)
                new.remove(twin)
        for one in old:
            answer = _answer(one, new, earlier.text, later.text)
            if answer is not None:
                new.remove(answer)
                yield _changed_figure(story, one, answer)
            elif _only_taken_out(one, earlier, before, later, after):
                yield _removed_figure(story, one, later, after)


def _answer(figure: Figure, others: Sequence[Figure], earlier: str, later: str) -> Figure | None:
    """The figure that stands in the place of ``figure``: of its kind, between words most like those around it."""
    alike = [other for other in others if other.kind == figure.kind and other.text != figure.text]
    if not alike:
        return None
    here = _around(earlier, figure)
    return max(alike, key=lambda other: fuzz.ratio(here, _around(later, other)))


def _around(text: str, figure: Figure) -> str:
    return f"{text[max(0, figure.start - 30) : figure.start]}#{text[figure.end : figure.end + 30]}"


def _only_taken_out(figure: Figure, earlier: Version, before: Sentence, later: Version, after: Sentence) -> bool:
    rest = earlier.text[before.start : figure.start] + earlier.text[figure.end : before.end]
    return fuzz.ratio(" ".join(rest.split()), later.sentence_text(after)) >= _SAME_BUT_FIGURE


def _changed_figure(story: StoryEvidence, one: Figure, other: Figure) -> _Edit:
    toll = is_toll(story, one) or is_toll(story, other)
    return _Edit(
        "figure",
        (describe_value(one, one.subject), story.evidence(one.version, one.start, one.end)),
        (describe_value(other, other.subject), story.evidence(other.version, other.start, other.end)),
        "high" if toll or _share_apart(one, other) >= _LARGE_SHARE else "medium",
        0.9,
    )


def _removed_figure(story: StoryEvidence, one: Figure, later: Version, after: Sentence) -> _Edit:
    return _Edit(
        "figure",
        (describe_value(one, one.subject), story.evidence(one.version, one.start, one.end)),
        ("no figure any more", story.evidence(later.id, after.start, after.end)),
        "medium",
        0.75,
    )


def _share_apart(one: Figure, other: Figure) -> float:
    a, b = interval(one.kind, one.low, one.high), interval(other.kind, other.low, other.high)
    if a is None or b is None or one.kind in ("date", "time"):
        return 0.0
    largest = max(abs(a.high), abs(b.high))
    return float(abs(a.high - b.high) / largest) if largest else 0.0


def _quote_edits(story: StoryEvidence, earlier: Version, later: Version) -> Iterator[_Edit]:
    old, new = _direct(story, earlier), _direct(story, later)
    kept = {_words(quote.text): quote for quote in new}
    for quote in old:
        twin = kept.get(_words(quote.text))
        if twin is not None:
            if quote.speaker_id and twin.speaker_id and quote.speaker_id != twin.speaker_id:
                yield _quote_edit(story, quote, twin, str(quote.speaker), str(twin.speaker), "speaker")
            continue
        before = {_words(one.text) for one in old}
        fresh = [other for other in new if _words(other.text) not in before]
        best = max(fresh, key=lambda other: fuzz.ratio(quote.text, other.text), default=None)
        if (
            best is not None
            and fuzz.ratio(quote.text, best.text) >= _SAME_QUOTE
            and not _is_typo(quote.text, best.text)
        ):
            yield _quote_edit(story, quote, best, f"“{snippet(quote.text)}”", f"“{snippet(best.text)}”", "quote")


def _direct(story: StoryEvidence, version: Version) -> list[Quote]:
    return [quote for quote in story.claims[version.id].quotes if quote.mode != "indirect"]


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.casefold() for word in _WORD.findall(text))


def _is_typo(before: str, after: str) -> bool:
    """Whether only the spelling of one or two long words was mended: no figure, no short word such as "not"."""
    if _UNSPACED.search(before):
        return False
    a, b = _words(before), _words(after)
    if len(a) != len(b):
        return False
    changed = [(one, other) for one, other in zip(a, b, strict=True) if one != other]
    return len(changed) <= 2 and all(
        min(len(one), len(other)) >= 6
        and DamerauLevenshtein.distance(one, other) <= 1
        and LCSseq.similarity(one, other) >= min(len(one), len(other)) - 1
        and one[:2] == other[:2]
        and not any(c.isdigit() for c in one + other)
        and one[-2:] == other[-2:]
        for one, other in changed
    )


def _quote_edit(story: StoryEvidence, one: Quote, other: Quote, before: str, after: str, what: str) -> _Edit:
    return _Edit(
        what,
        (before, story.evidence(one.version, one.start, one.end)),
        (after, story.evidence(other.version, other.start, other.end)),
        "high",
        0.85,
    )


def _discrepancy(story: StoryEvidence, earlier: Version, later: Version, edit: _Edit) -> Discrepancy:
    sides = (Side(edit.before[0], (edit.before[1],)), Side(edit.after[0], (edit.after[1],)))
    verb = {"figure": "a figure", "quote": "a quote", "speaker": "the speaker of a quote"}[edit.what]
    return Discrepancy(
        id=discrepancy_id("silent-edit", sides, story.versions),
        kind="silent-edit",
        severity=edit.severity,
        confidence=edit.confidence,
        summary=f"{later.outlet} changed {verb} on its page: {edit.before[0]} became {edit.after[0]}.",
        statement=None,
        outliers=(later.id,),
        sides=sides,
        why=f"Of {later.url} {_revision(earlier)} and {_revision(later)} differ in these words"
        + ("; both are archived." if earlier.archive and later.archive else "."),
    )


def _revision(version: Version) -> str:
    """Which it is, and when the page was first found to have this text: its own time often stays as it was."""
    read = "" if version.first_read is None else f" (first read on {written_time(version.first_read)})"
    return f"revision {version.revision}{read}"
