"""Whether a clause denies, hedges or demands, read in the language it was written in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import regex

from configs.language.polarity import PolaritySection
from configs.language.schema import load_language
from flag.phrases import LETTER, Phrases
from records.span import Span

__all__ = [
    "Polarity",
    "PolarityValue",
    "denying_words",
    "not_inside",
    "phrases_of",
    "places_of",
    "plain_text",
    "read_polarity",
    "standing_for_not",
]

PolarityValue = Literal["plain", "negated", "unsure"]
_MIXED = regex.compile(r"(?=\p{L}*\p{Cyrillic})(?=\p{L}*\p{Latin})\p{L}+")
_LOOKALIKES = str.maketrans("aeopcxyjiku", "аеорсхујіки")


@dataclass(frozen=True, slots=True)
class Polarity:
    """What was read in a clause: the places of each kind of word. ``known`` is False for a language without data.

    ``idiom`` says that a negation stands in a phrase that as a rule denies nothing ("no less", "not until"), ``denies``
    that a word does that is no negation ("without"), ``perhaps`` that a word says no more than that it may be so,
    ``certain`` that one says that it surely is.
    """

    negations: tuple[Span, ...] = ()
    implicit: tuple[Span, ...] = ()
    possible: tuple[Span, ...] = ()
    necessary: tuple[Span, ...] = ()
    known: bool = True
    idiom: bool = False
    denies: bool = False
    perhaps: bool = False
    certain: bool = False

    @property
    def value(self) -> PolarityValue:
        """``unsure`` where a word such as "fail" or "without" may stand for a negation, or the language is unknown."""
        if not self.known:
            return "unsure"
        if self.negations:
            return "negated"
        return "unsure" if self.implicit or self.idiom else "plain"


@dataclass(frozen=True, slots=True)
class _Patterns:
    spaced: bool
    negators: Phrases | None
    affixes: regex.Pattern[str] | None
    last: regex.Pattern[str] | None
    neutral: Phrases | None
    implicit: Phrases | None
    possible: Phrases | None
    necessary: Phrases | None
    denying: Phrases | None
    perhaps: Phrases | None
    certain: Phrases | None
    ever: Phrases | None
    superlatives: Phrases | None


@lru_cache(maxsize=32768)
def read_polarity(text: str, language: str) -> Polarity:
    """The polarity words of ``text`` (a clause or a few) in ``language`` (BCP 47)."""
    patterns = _patterns(language.replace("_", "-").split("-")[0].lower())
    if patterns is None:
        return Polarity(known=False)
    lower = plain_text(text)
    masked = lower
    if patterns.neutral is not None:
        # "ce n'est pas ce que" holds a "not" of its own, "il n'y a plus que" (there is only) does not
        masked = patterns.neutral.blanked(lower, lambda gap: not _has(patterns.negators, gap))
    negations = set(places_of(patterns.negators, masked))
    idiom = masked is not lower and len(places_of(patterns.negators, lower)) > len(negations)
    if patterns.affixes is not None:  # no name inside a sentence is a denied verb: "Չելսի", "Nelsonas"
        negations |= {
            Span(*word.span())
            for word in regex.finditer(r"[\p{L}\p{M}']+", masked)
            if patterns.affixes.fullmatch(word.group())
            and (word.group().upper() == Span(*word.span()).of(text) or not _is_name(text, Span(*word.span())))
        }
    negations |= {Span(*word.span()) for word in (patterns.last.finditer(masked) if patterns.last else ())}
    ever = _only_ever(negations, masked, patterns)
    negations -= ever
    held = [] if patterns.spaced else places_of(patterns.neutral, lower)  # 无论 (whatever) holds 无 (without)
    implicit = places_of(patterns.implicit, lower)
    necessary = places_of(patterns.necessary, lower)
    # Polish "chyba" in "chyba że" (unless), Czech "třeba" in "je třeba"
    possible, perhaps = (
        not_inside(places_of(words, lower), [*implicit, *necessary]) for words in (patterns.possible, patterns.perhaps)
    )
    return Polarity(
        tuple(sorted(negations)),
        tuple(implicit),
        tuple(span for span in possible if not _is_name(text, span)),
        tuple(
            span
            for span in not_inside(necessary, possible)  # Danish "må gerne" is "may", "må" is "must"
            if not _is_name(text, span) and not any(denial.covers(span) for denial in negations)
        ),
        idiom=idiom or bool(ever),
        denies=any(
            not any(span.overlaps(no) for no in negations) and not any(phrase.covers(span) for phrase in held)
            for span in places_of(patterns.denying, lower)
        ),
        perhaps=any(not _is_name(text, span) for span in perhaps),
        certain=bool(not_inside(places_of(patterns.certain, lower), implicit)),
    )


def _only_ever(negations: set[Span], text: str, patterns: _Patterns) -> set[Span]:
    """The "never" that means "ever", behind a superlative and with no other negation: "la pire crise jamais vue"."""
    if not negations <= set(places_of(patterns.ever, text)):
        return set()
    behind = min((span.end for span in places_of(patterns.superlatives, text)), default=len(text))
    return {span for span in negations if span.start > behind}


def _has(negators: Phrases | None, text: str) -> bool:
    return negators is not None and any(negators.finditer(text))


def denying_words(text: str, language: str) -> tuple[Span, ...]:
    """The words that deny by themselves ("without", "refuse"), and are no negations."""
    patterns = _patterns(language.replace("_", "-").split("-")[0].lower())
    return () if patterns is None else tuple(places_of(patterns.denying, plain_text(text)))


def _is_name(text: str, span: Span) -> bool:
    """Whether a capital inside a sentence makes another word of it: the month of May."""
    before = text[: span.start].rstrip()
    return text[span.start].isupper() and bool(before) and before[-1] not in ".!?:…“”„«»\"'‘’("


def plain_text(text: str) -> str:
    """Lower case of the same length, one kind of apostrophe; Latin letters inside Cyrillic words as what they look
    like (ниje)."""
    lower = "".join(c.lower()[0] for c in text)
    lower = _MIXED.sub(lambda match: match.group().translate(_LOOKALIKES), lower)
    return lower.replace("’", "'").replace("ʼ", "'")


def places_of(pattern: Phrases | regex.Pattern[str] | None, text: str) -> list[Span]:
    return [] if pattern is None else [Span(*match.span()) for match in pattern.finditer(text)]


def not_inside(places: Sequence[Span], phrases: Sequence[Span]) -> list[Span]:
    """The ``places`` that are no part of a longer one of the ``phrases``."""
    return [place for place in places if not any(other.covers(place) and other != place for other in phrases)]


@lru_cache(maxsize=64)
def _patterns(language: str) -> _Patterns | None:
    config = load_language(language)
    if config is None or not config.polarity.negators:
        return None
    section = config.polarity
    affixes = "|".join(f"(?:{pattern})" for pattern in (*section.negator_patterns, *_denied_verbs(section)))
    last = "|".join(section.last_negator_patterns)
    return _Patterns(
        section.spaced,
        phrases_of(section.negators, section),
        regex.compile(affixes) if affixes else None,
        regex.compile(rf"(?<!{LETTER})(?:{last})(?=\s*(?:$|[.,;:!?…\"”»)]))") if last else None,
        phrases_of((*section.neutral, *section.unexcluded), section),
        phrases_of((*section.implicit, *standing_for_not(section)), section),
        phrases_of((*section.possible, *section.perhaps), section, clitics=True),
        phrases_of(section.necessary, section, clitics=True),
        phrases_of(section.denying, section),
        phrases_of(section.perhaps, section, clitics=True),
        phrases_of(section.certain, section, clitics=True),
        phrases_of(section.ever, section),
        phrases_of(section.superlatives, section),
    )


def standing_for_not(section: PolaritySection) -> tuple[str, ...]:
    """The words between the denied and the affirmed of two things that hold no negation and say what one says: "rather
    than", "instead of"."""
    negators = phrases_of(section.negators, section)
    affixes = [regex.compile(pattern) for pattern in section.negator_patterns]
    return tuple(
        entry
        for entry in (*section.denies_next, *section.denies_last)
        if not _has(negators, plain_text(entry))
        and not any(affix.fullmatch(word) for affix in affixes for word in entry.split())
    )


def _denied_verbs(section: PolaritySection) -> tuple[str, ...]:
    """The pattern of a verb with the prefix that denies it; none where the language has no such prefix."""
    if not section.verb_prefix:
        return ()
    exceptions = "|".join(regex.escape(word).replace(r"\*", r"\p{L}*") for word in section.verb_exceptions)
    not_these = rf"(?!(?:{exceptions})$)" if exceptions else ""
    return (rf"{not_these}{regex.escape(section.verb_prefix)}\p{{L}}*(?:{'|'.join(section.verb_endings)})",)


def phrases_of(entries: Sequence[str], section: PolaritySection, *, clitics: bool = False) -> Phrases | None:
    """Words and phrases to look for in what ``plain_text`` gives, with ``clitics`` also where a preposition, an article
    or an "and" is written onto them (Arabic, Hebrew); None of none."""
    if not entries:
        return None
    return Phrases(entries, spaced=section.spaced, clitics=section.clitics if clitics else "")
