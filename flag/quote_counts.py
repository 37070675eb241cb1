"""A quote that denies one thing less than all others: "we cannot spend money we have", against "we don't have".

Where two clauses stand in one part, both sides deny something; how often tells them apart.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

import regex

from configs.language.schema import load_language
from configs.pipeline import FlagSettings
from flag.evidence import Embed
from flag.lengths import are_as_long
from flag.phrases import Phrases
from flag.polarity import Polarity, denying_words, phrases_of, plain_text
from flag.quote_change import READ, QuoteChange
from flag.quote_cut import alternative_word, joining_word
from flag.quote_excuses import stands_for
from flag.quote_gain import denial_gain
from flag.quote_halves import STOPS
from flag.quote_majority import asks
from flag.wording_parts import Place
from records.span import Span

__all__ = ["denied_at_most", "denied_less", "denied_more", "denied_times", "negated_times", "not_without"]

_MANY = 4
"""Versions that must deny more."""
_SURELY = 3
"""Versions that must surely deny more; where two negators stand side by side it is known of none whether they deny once
or twice."""
_BESIDE = 3
"""Words between two negators up to which they deny once: "nikt nie", "nu ... niciodată"."""
_BESIDE_SIGNS = 6


def denied_less(
    part: Mapping[str, Place], reading: Mapping[str, Polarity], embed: Embed | None, settings: FlagSettings
) -> QuoteChange | None:
    """The version that denies, but less often than each of four others or more, and has no word for what it lacks."""
    direct = [v for v, place in part.items() if place.direct and reading[v].known and not asks(place)]
    if len(direct) <= _MANY or embed is None:
        return None
    times = {v: (denied_times(part[v], reading[v]), denied_at_most(part[v], reading[v])) for v in direct}
    for version in (v for v in direct if times[v][1] == min(most for _, most in times.values())):
        others = [v for v in direct if v != version and are_as_long(part[version], part[v])]
        enough = len(others) >= max(_MANY, len(direct) // 2 + 1) and _more_often(times, others, times[version][1])
        if not enough or not reading[version].negations or reading[version].idiom:
            continue
        deniers = [(part[v], reading[v].negations) for v in others if reading[v].negations]
        words = [*reading[version].implicit, *denying_words(part[version].text, part[version].language)]
        words = [word for word in words if not any(word.overlaps(no) for no in reading[version].negations)]
        if stands_for(part[version], list(dict.fromkeys(words)), deniers, embed) >= settings.excuse_likeness:
            continue
        why = READ + "all others deny one thing more, by a “not” or a word such as “without”."
        sides = {"said not to be so": tuple(others), "said to be so": (version,)}
        return QuoteChange("negation", sides, part, "high", "denied_less", why)
    return None


def _more_often(times: Mapping[str, tuple[int, int]], others: Sequence[str], than: int) -> bool:
    """Whether all ``others`` may deny more often ``than`` so, and most surely do, three at least."""
    surely = sum(times[v][0] > than for v in others)
    return all(times[v][1] > than for v in others) and surely >= max(_SURELY, len(others) // 2 + 1)


def denied_more(
    part: Mapping[str, Place], reading: Mapping[str, Polarity], embed: Embed | None, settings: FlagSettings
) -> QuoteChange | None:
    """The version that denies one thing more than each of four others or more, who all deny as often: "the sensors did
    not work and raised no alarm", and they have no word for it.

    A second negator in a language with concord, or one behind a word such as "fail" in the others, adds nothing.
    """
    direct = [v for v, place in part.items() if place.direct and reading[v].known and not asks(place)]
    if len(direct) <= _MANY or embed is None or any(reading[v].idiom for v in direct):
        return None
    times = {v: denied_times(part[v], reading[v]) for v in direct}
    version = max(direct, key=lambda v: times[v])
    others = [v for v in direct if v != version]
    least = {times[v] for v in others}
    if len(least) != 1 or not 0 < min(least) < times[version] or not all(reading[v].negations for v in others):
        return None
    if any(denied_at_most(part[v], reading[v]) >= times[version] for v in others):
        return None
    if not all(are_as_long(part[version], part[v]) for v in others):
        return None
    words = [*reading[version].negations, *denying_words(part[version].text, part[version].language)]
    mine = [(part[version], words)]
    hedged = {v: [w for w in reading[v].implicit if w not in reading[v].negations] for v in others}
    answered = [stands_for(part[v], hedged[v], mine, embed) >= settings.excuse_likeness for v in others if hedged[v]]
    spare = (denial_gain([(part[version], replace(reading[version], negations=(word,)))],
             [part[v] for v in others], embed) for word in words)  # fmt: skip
    borne_out = any(gain is not None and gain.others >= settings.sure_denial_gain for gain in spare)
    if 2 * sum(answered) >= len(others) or not borne_out:
        return None
    why = READ + "this one denies one thing more than all others, by a “not” or a word such as “without”."
    sides = {"said to be so": tuple(others), "said not to be so": (version,)}
    return QuoteChange("negation", sides, part, "high", "denied_less", why)


def not_without(part: Mapping[str, Place], reading: Mapping[str, Polarity]) -> QuoteChange | None:
    """The version that says "without" where all others, four at least, say "not without" or deny it plainly."""
    direct = [v for v, place in part.items() if place.direct and reading[v].known and not asks(place)]
    plain = [v for v in direct if reading[v].denies and not reading[v].negations and not reading[v].idiom]
    others = [v for v in direct if v not in plain]
    twice = [v for v in others if reading[v].denies and reading[v].idiom]
    if len(plain) != 1 or len(others) < _MANY or len(twice) < 2:
        return None
    if not all(v in twice or reading[v].negations for v in others):
        return None
    sides = {"said not to be so": tuple(others), "said to be so": (plain[0],)}
    why = READ + "the others deny a word such as “without”, and this one does not."
    return QuoteChange("negation", sides, part, "high", "denied_less", why)


def denied_times(place: Place, reading: Polarity) -> int:
    """How many things the words deny; two negators side by side deny once where a language has concord."""
    return negated_times(place, reading)[0] + len(_denying(place, reading))


def denied_at_most(place: Place, reading: Polarity) -> int:
    """``denied_times`` where all deny twice that may: two negators side by side, and one before an "or"."""
    return negated_times(place, reading)[1] + len(_denying(place, reading))


def negated_times(place: Place, reading: Polarity) -> tuple[int, int]:
    """How many things negators deny, at least and at most.

    Two side by side may deny twice where both are one word ("не ... не") or one of them opens or closes a clause
    ("ούτε", Arabic "ولم", Korean "않으며"); one denies two things where an "or" joins them.
    """
    joining = _joining(place.language)
    negations = sorted(reading.negations)
    once, twice = 0, 0
    for one, other in pairwise(negations):
        if not _once(place, one, other):
            continue
        once += 1
        words = [plain_text(span.of(place.text)) for span in (one, other)]
        joined = joining is not None and any(True for word in words for _ in joining.finditer(word))
        twice += other.start > one.end and (joined or words[0] == words[1])
    or_ = alternative_word(place.language)
    either = bool(or_ and negations) and regex.search(rf"\b{or_}\b", place.text[negations[0].end :]) is not None
    return len(negations) - once, len(negations) - once + twice + either


@lru_cache(maxsize=64)
def _joining(language: str) -> Phrases | None:
    config = load_language(language)
    return phrases_of(config.polarity.joining_negators, config.polarity) if config is not None else None


def _denying(place: Place, reading: Polarity) -> list[Span]:
    words = denying_words(place.text, place.language)
    return [word for word in words if not any(word.overlaps(no) for no in reading.negations)]


def _once(place: Place, one: Span, other: Span) -> bool:
    config = load_language(place.language)
    if other.start <= one.end:
        return True
    if config is None or not config.polarity.concord:
        return False
    between = place.text[one.end : other.start]
    if STOPS.search(between):
        return False
    joining = joining_word(place.language)
    words = (*config.polarity.conjunctions, *config.polarity.turning, *((joining,) if joining is not None else ()))
    opening = phrases_of(words, config.polarity)
    if config.polarity.spaced:
        if opening is not None and next(opening.finditer(plain_text(between)), None) is not None:
            return False
        return len(regex.findall(r"[\p{L}\p{M}]+", between)) <= _BESIDE
    return len(between) <= _BESIDE_SIGNS
