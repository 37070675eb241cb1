"""One version against many that agree, where two by two nothing could be told: a "not", a "may"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import regex

from flag.lengths import are_as_long
from flag.limits import find_limits
from flag.polarity import Polarity, denying_words
from flag.quote_change import READ, QuoteChange
from flag.wording_modality import Force, force_of
from flag.wording_parts import Place
from records.span import Span

__all__ = [
    "SAID",
    "LoneVoice",
    "asks",
    "denied_against_many",
    "force_against_many",
    "lone_denial",
    "lone_force",
    "twice_denied",
]


_QUESTION = regex.compile(r"[?？؟;՞]\W*$")
SAID: Mapping[Force, str] = {
    "possible": "said to be possible",
    "necessary": "said to be necessary",
    "plain": "said to be so",
    "mixed": "said in some way",
}
_MANY = 4
"""Versions that must agree."""
_BY_WORD = 2
"""Versions that must deny by a word such as "fail"."""
_MOST = 4
"""All but one of so many are most."""


@dataclass(frozen=True, slots=True)
class LoneVoice:
    """``version`` against ``others``; ``denied`` says whether it is the one that denies."""

    version: str
    others: tuple[str, ...]
    denied: bool = False


def lone_denial(part: Mapping[str, Place], reading: Mapping[str, Polarity]) -> LoneVoice | None:
    """The version that alone does not deny what all others deny, or alone denies it.

    A word such as "stop" or "until" may render a "not" in one translation, hardly in the face of four others that all
    say "not". Where it stands on both sides ("ready without conditions", "not ready without conditions") the "not" is
    told of by itself.
    """
    direct = [v for v, place in part.items() if place.direct and reading[v].known]
    denying = [v for v in direct if reading[v].negations]
    affirming = [v for v in direct if not (reading[v].negations or reading[v].idiom)]
    if len(denying) >= _MANY:  # a cut one affirms nothing of what it leaves out
        cut = [v for v in affirming if not _cut_alike(part, v, denying)]
        affirming, direct = [v for v in affirming if v not in cut], [v for v in direct if v not in cut]
    plain = [v for v in affirming if reading[v].value == "plain"]
    by_word = [v for v in affirming if v not in plain and reading[v].denies]
    if len(plain) == 1 and len(denying) >= _BY_WORD and len(plain) + len(by_word) == len(affirming):
        affirming, denying = plain, [*denying, *by_word]  # "without this money" against all who deny it
    for few, many in ((affirming, denying), (denying, affirming)):
        if (
            len(few) != 1
            or len(many) < _MANY
            or len(few) + len(many) < len(direct)
            or not _cut_alike(part, few[0], many)
        ):
            continue
        if few is affirming and reading[few[0]].denies and 3 * sum(reading[v].denies for v in many) < 2 * len(many):
            continue  # "without" may be the "not" of the others
        if few is denying and not _same_hedge(reading, few[0], many):
            continue
        return LoneVoice(few[0], tuple(many), few is denying)
    return None


def twice_denied(part: Mapping[str, Place], reading: Mapping[str, Polarity]) -> LoneVoice | None:
    """The version that alone denies a word that denies itself, "was not unsuccessful", where all others deny once."""
    direct = [v for v, place in part.items() if place.direct and reading[v].known]
    twice = [v for v in direct if _denies_the_denying(part[v], reading[v])]
    once = [v for v in direct if bool(reading[v].negations) != reading[v].denies]
    by_word = sum(reading[v].denies for v in once)
    if len(twice) != 1 or len(once) < _MANY or len(once) + 1 < len(direct) or by_word < _BY_WORD:
        return None
    return LoneVoice(twice[0], tuple(once)) if _cut_alike(part, twice[0], once) else None


def _denies_the_denying(place: Place, reading: Polarity) -> bool:
    """Whether a "not" and a word such as "fail", none such as "without" or "before", stand side by side."""
    limits = find_limits(place.text, place.language)
    return any(
        len(_between(place.text, no, word).split()) <= 1
        for word in denying_words(place.text, place.language)
        for no in reading.negations
        if not word.overlaps(no) and not any(word.overlaps(limit) for limit in limits)
    )


def _between(text: str, one: Span, other: Span) -> str:
    first, second = sorted((one, other))
    return text[first.end : second.start]


def _same_hedge(reading: Mapping[str, Polarity], version: str, others: list[str]) -> bool:
    """Whether the words that may stand for a "not" stand in this wording and in most others, or in none; a word that
    denies by itself ("could not be avoided") in more than half of them."""
    hedged = sum(bool(reading[other].implicit) for other in others)
    if reading[version].denies:  # "not without a judge" is "only with a judge"
        return 2 * sum(reading[other].denies for other in others) > len(others)
    return _MOST * hedged >= (_MOST - 1) * len(others) if reading[version].implicit else not hedged


def _cut_alike(part: Mapping[str, Place], version: str, others: list[str]) -> bool:
    """Whether the place of ``version`` is as long as most of the others, so that the same words are compared."""
    return 2 * sum(are_as_long(part[version], part[other]) for other in others) > len(others)


def lone_force(part: Mapping[str, Place], reading: Mapping[str, Polarity]) -> tuple[LoneVoice, Force, Force] | None:
    """The version that alone says "perhaps", or alone leaves out the "perhaps" or the "must" of all others, or says
    "certainly" where they say that it may be; its force and that of the others. Where a text says of one thing that it
    may and of another that it must be, each is compared.

    One "can", "will have to", "are to" or "has to" more tells nothing: it is as often a future, or left out.
    """
    direct = {v: reading[v] for v, place in part.items() if place.direct and reading[v].known}
    for version, mine in direct.items():
        others = [v for v in direct if v != version]
        if len(others) < _MANY or not _cut_alike(part, version, others):
            continue
        forces = _forces_apart(mine, [direct[v] for v in others])
        if forces is not None:
            return LoneVoice(version, tuple(others)), *forces
    return None


def _forces_apart(mine: Polarity, others: Sequence[Polarity]) -> tuple[Force, Force] | None:
    """The force of one and that of all others; None where they do not surely differ."""
    may, must = sum(bool(other.possible) for other in others), sum(bool(other.necessary) for other in others)
    if mine.perhaps and not may and must in (0, len(others)):
        return "possible", "necessary" if must else "plain"
    sure = mine.certain and not any(other.certain for other in others)
    if not mine.possible and may == len(others) and (sure or sum(other.perhaps for other in others) > 1):
        return "necessary" if mine.necessary else "plain", "possible"
    if not mine.necessary and must == len(others) and force_of(mine) != "mixed":
        return "possible" if mine.possible else "plain", "necessary"
    return None


def denied_against_many(part: Mapping[str, Place], reading: Mapping[str, Polarity]) -> QuoteChange | None:
    found = lone_denial({v: place for v, place in part.items() if not asks(place)}, reading)
    if found is None:
        return None
    alone, many = (found.version,), found.others
    sides = {"said to be so": many if found.denied else alone, "said not to be so": alone if found.denied else many}
    why = READ + "all others have a negation here, or have none, and this one reads the other way."
    return QuoteChange("negation", sides, part, "high", "denied_alone", why)


def force_against_many(part: Mapping[str, Place], reading: Mapping[str, Polarity]) -> QuoteChange | None:
    found = lone_force(part, reading)
    if found is None:
        return None
    voice, force, common = found
    why = READ + "all others agree on whether it may be, must be or is so, and this one does not."
    return QuoteChange(
        "modality", {SAID[common]: voice.others, SAID[force]: (voice.version,)}, part, "medium", "force_alone", why
    )


def asks(place: Place) -> bool:
    """Whether the words are a question: "won't he come?" asks what "will he come?" asks."""
    return bool(_QUESTION.search(place.text))
