"""The check ``translation-fault``: what the machine's English changed of its own source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

import regex

from flag.evidence import StoryEvidence
from flag.identity import discrepancy_id
from flag.polarity import read_polarity
from flag.values import compare_figures
from records.claim import Figure
from records.discrepancy import Discrepancy, Side

__all__ = ["SentenceFault", "check_translation_faults", "sentence_faults"]

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
"""How English months begin: what is translated is always English, and many languages write months as numbers."""
_DIGITS = regex.compile(r"\d+(?:[.,\u00a0\u202f'’٬٫ ]\d+)*")


@dataclass(frozen=True, slots=True)
class SentenceFault:
    """One thing that a translation changed: the words on each side (``source`` with its place in the sentence)."""

    what: str
    source: str
    english: str
    start: int
    end: int


def check_translation_faults(
    evidence: StoryEvidence, read_english: Callable[[str], tuple[Figure, ...]]
) -> tuple[Discrepancy, ...]:
    """The English translation lost or changed a figure or a negation of its own source: no outlet is to blame."""
    found = []
    for version in evidence.versions.values():
        translation = evidence.translations.get(version.id)
        if translation is None or translation.status != "translated":
            continue
        for sentence in version.sentences:
            english = translation.english.get(sentence.id)
            if not english:
                continue
            figures = [f for f in evidence.figures_in(sentence.id) if sentence.start <= f.start < sentence.end]
            text = version.sentence_text(sentence)
            for fault in sentence_faults(text, version.language, figures, sentence.start, english, read_english):
                found.append(_discrepancy(evidence, version.id, fault))
    return tuple(found)


def sentence_faults(
    text: str,
    language: str,
    figures: Sequence[Figure],
    offset: int,
    english: str,
    read_english: Callable[[str], tuple[Figure, ...]],
) -> Iterator[SentenceFault]:
    """What ``english`` changed of ``text``, which starts at code point ``offset`` of the places of its ``figures``.

    A figure counts as changed when the source has one that the English has not, and the English one that the source
    has not: what only one side has is as often a figure that was not read as one that was lost. Digits that are part of
    no figure (days, numbers of roads and models) count like figures.
    """
    translated = read_english(english)
    ours_alone = _unanswered(figures, translated, english) + _loose_runs(text, figures, offset, english, translated)
    ours_alone = [words for words in ours_alone if not _is_month(words.text, english)]
    theirs_alone = _unanswered(translated, figures, text) + _loose_runs(english, translated, 0, text, figures)
    for one, other in zip(ours_alone, theirs_alone, strict=False):
        yield SentenceFault("figure", one.text, other.text, one.start, one.end)
    ours, theirs = read_polarity(text, language), read_polarity(english, "en")
    if {ours.value, theirs.value} == {"negated", "plain"}:
        places = ours.negations or ()
        start = places[0].start if places else 0
        end = places[0].end if places else len(text)
        yield SentenceFault("negation", text[start:end], english, offset + start, offset + end)


@dataclass(frozen=True, slots=True)
class _Words:
    """What one side says, with its place."""

    text: str
    start: int
    end: int


def _unanswered(figures: Sequence[Figure], others: Sequence[Figure], other_text: str) -> list[_Words]:
    """Figures that nothing of the other text answers: no value that may be the same, nor the same digits.

    Each figure of the other side answers one; what is left over may be answered by the same number of another kind.
    """
    free, left, digits = list(others), [], Counter(_digit_runs(other_text))
    for figure in figures:
        answer = next((other for other in free if _answers(figure, other)), None)
        if answer is None:
            left.append(figure)
        else:
            free.remove(answer)
            digits -= Counter(_digit_runs(answer.text))
    return [
        _Words(figure.text, figure.start, figure.end)
        for figure in left
        if not (set(_digit_runs(figure.text)) and set(_digit_runs(figure.text)) <= set(digits))
        and not any(figure.kind != other.kind and _numbers(figure) == _numbers(other) for other in free)
    ]


def _loose_runs(
    text: str, figures: Sequence[Figure], offset: int, other_text: str, others: Sequence[Figure]
) -> list[_Words]:
    """Numbers in digits outside all ``figures`` that the other text has neither in digits nor as a value."""
    digits = set(_digit_runs(other_text)).union(*map(_numbers, others))
    digits |= {run.rstrip("0") for run in digits}  # "1.7" that is followed by a word for ten thousand
    return [
        _Words(match.group(), match.start() + offset, match.end() + offset)
        for match in _DIGITS.finditer(text)
        if not any(f.start - offset < match.end() and match.start() < f.end - offset for f in figures)
        and not any({run, run.rstrip("0")} & digits for run in _digit_runs(match.group()))
    ]


def _is_month(text: str, english: str) -> bool:
    """Whether ``text`` is a number that ``english`` says as the name of a month."""
    runs = _digit_runs(text)
    if len(runs) != 1 or not runs[0].isdigit() or not 1 <= int(runs[0]) <= 12:
        return False
    return regex.search(rf"\b{_MONTHS[int(runs[0]) - 1]}(?:\p{{Ll}}*\b|\.)", english) is not None


def _digit_runs(text: str) -> list[str]:
    """Numbers in digits, in ASCII and without separators, so that "1.200" and "1,200" are alike."""
    runs = [regex.sub(r"\D", "", run) for run in _DIGITS.findall(text)]
    return ["".join(str(int(digit)) for digit in run) for run in runs]


def _answers(one: Figure, other: Figure) -> bool:
    """Whether a translation of ``one`` may be ``other``: the same number, whatever is said of its exactness."""
    if one.low != one.high and other.low != other.high:
        return (one.low, one.high) == (other.low, other.high)
    if one.low == other.low or one.high == other.high:
        return True
    verdict = compare_figures(one, other)
    return verdict == "equal" or (verdict == "compatible" and not _is_number(one))


def _numbers(figure: Figure) -> set[str]:
    """Numbers that a figure says or measures, its unit aside: "2年" is two years or the second year."""
    return {run for said in (figure.text, str(figure.low), str(figure.high)) for run in _digit_runs(said)}


def _is_number(figure: Figure) -> bool:
    return isinstance(figure.low, Decimal)


def _discrepancy(evidence: StoryEvidence, version_id: str, fault: SentenceFault) -> Discrepancy:
    sides = (
        Side(fault.source, (evidence.evidence(version_id, fault.start, fault.end),)),
        Side(fault.english, (evidence.evidence(version_id, fault.start, fault.end),)),
    )
    outlet = evidence.versions[version_id].outlet
    return Discrepancy(
        id=discrepancy_id("translation-fault", sides, evidence.versions),
        kind="translation-fault",
        severity="low",
        confidence=0.8 if fault.what == "figure" else 0.6,
        summary=f"The machine's English of {outlet} has “{fault.english}” where the source has “{fault.source}”: "
        f"trust the source ({fault.what}).",
        statement=None,
        outliers=(),
        sides=sides,
        why="Figures and negations of the sentence were read in the original and in its English, and they do not meet.",
    )
