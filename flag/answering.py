"""How surely two facts of different values tell of one thing: a logistic model of what is said of them and of the
values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from math import exp, log

import regex

from flag.apart import is_of_its_own_day
from flag.context import FigureContexts
from flag.cues import toll_of
from flag.distance import lost_digit, same_digits
from flag.evidence import StoryEvidence
from flag.facts import Fact, is_small, mean_of, of_one_kind
from flag.headlines import tell_a_slip
from flag.intervals import interval
from flag.kinds import kinds_meet
from flag.lateness import are_late
from flag.parts import has_risen
from flag.range_ends import share_an_end
from flag.slips import is_slip
from flag.values import compare_figures
from records.claim import Figure

__all__ = ["answer_chance", "answer_odds", "answer_signs", "may_be_weighed"]

_SELDOM = frozenset({"money", "percent", "percentage-point", "measure", "duration"})
"""Kinds of which a text has few."""
_AGREE = 2
"""Versions of one value against which another one is weighed."""
_MOST = 0.6
_MOST_CLEAR = 0.25
"""Margin from which nothing else could answer."""
_LEAST_CLEAR = -0.5
_LARGE = 100
_MOST_APART = 5.0
"""Times, as a natural logarithm, from which values are no farther apart."""
_LEAST = 1e-4
"""So that nothing has a logarithm too; a third of a second among hours."""
_NO_DIGIT = regex.compile(r"\P{Nd}")
Pair = tuple[Figure, Figure]


def answer_chance(
    one: Fact, other: Fact, contexts: FigureContexts, story: StoryEvidence, beside: Sequence[Fact]
) -> float:
    """Chance, 0..1, that two facts of different values tell of one thing; ``beside`` are those that either could answer
    instead. The weights are ``flag.answers`` of the pipeline's settings."""
    return 1.0 / (1.0 + exp(-answer_odds(one, other, contexts, story, beside)))


def answer_odds(
    one: Fact, other: Fact, contexts: FigureContexts, story: StoryEvidence, beside: Sequence[Fact]
) -> float:
    """The natural logarithm of the odds of it."""
    weights = story.settings.answers
    signs = answer_signs(one, other, contexts, story, beside)
    total: float = weights.bias + sum(getattr(weights, name) * value for name, value in signs.items())
    return total


def may_be_weighed(one: Fact, other: Fact, pairs: Sequence[Pair]) -> bool:
    """Whether two versions or more agree, and the other value is no vague range ("hundreds"; 41 to 78 years
    beside 41 to 88 may be), and no small number that is the other by a slip of the pen: such a pair stands in any two
    texts by chance."""
    few, many = sorted((one, other), key=lambda fact: len(fact.mentions))
    kind = few.figures[0].kind
    if len(many.mentions) < _AGREE:
        return False
    if kind != "date" and any(f.low != f.high for f in few.figures) and not all(share_an_end(a, b) for a, b in pairs):
        return False
    small = all(is_small(figure) for figure in few.figures)
    return not (small and _mean(is_slip(a, b) for a, b in pairs) > _MOST)


def answer_signs(
    one: Fact, other: Fact, contexts: FigureContexts, story: StoryEvidence, beside: Sequence[Fact]
) -> dict[str, float]:
    """What speaks for and against it, by the names of the weights. Likenesses are -1..1, shares of pairs 0..1."""
    few, many = sorted((one, other), key=lambda fact: len(fact.mentions))
    pairs = [(a, b) for a in few.figures for b in many.figures]
    around, joint = mean_of(few, many, contexts.around), mean_of(few, many, contexts.joint)
    risen = has_risen(one, other, story) or has_risen(other, one, story)
    late = are_late(story, few.mentions, many.mentions)
    kind = few.figures[0].kind
    return {
        "around": around,
        "sentence": 2 * joint - around,
        "subject": _mean(like for a, b in pairs if (like := contexts.subject(a, b)) is not None),
        **_margins(few, many, joint, contexts, beside),
        "stated": float(one.statement == other.statement != ""),
        "agree": log(len(many.mentions)),
        "share": len(many.mentions) / len(story.versions),
        "second": float(len(few.mentions) - 1),
        "untold": log(1 + _untold(one, other, story)),
        "likest": _mean(_is_likest(a, b, contexts, story) for a, b in pairs),
        "place": _mean(abs(_place(a, story) - _place(b, story)) for a, b in pairs),
        "times_apart": 0.0 if kind in ("date", "time") else _mean(_times_apart(a, b) for a, b in pairs),
        "slip": _mean(is_slip(a, b) for a, b in pairs),
        "wrong_digit": _mean(_is_wrong_digit(a, b) for a, b in pairs),
        "other_unit": _mean(same_digits(a, b) or lost_digit(a, b) for a, b in pairs),
        "digits": _mean(_count_digits(a) == _count_digits(b) for a, b in pairs),
        "large": float(kind == "count" and all(_size(figure) >= _LARGE for figure in (*few.figures, *many.figures))),
        "compatible": _mean(compare_figures(a, b) in ("equal", "compatible") for a, b in pairs),
        "two_kinds": float(not of_one_kind(few.figures[0], many.figures[0])),
        "seldom": float(kind in _SELDOM),
        "time": float(kind == "time"),
        "own_day": float(kind == "date" and is_of_its_own_day(few, many, story, contexts)),
        "headline": _mean(story.sentences[figure.sentence].paragraph == 0 for figure in few.figures),
        "toll": _mean(toll_of(story, a) is not None and toll_of(story, a) == toll_of(story, b) for a, b in pairs),
        "risen": float(risen),
        "late": float(late),
        "late_risen": float(late and risen),
        "elsewhere": 0.0 if risen else _says_elsewhere(few, many, contexts, story),
    }


def _untold(one: Fact, other: Fact, story: StoryEvidence) -> int:
    """How many versions say what both facts are said in, and give the figure of neither."""
    statement = next((s for s in story.statements if s.id == one.statement == other.statement), None)
    members = {member.version for member in statement.members} if statement is not None else set()
    return len(members - one.mentions.keys() - other.mentions.keys())


def _is_likest(own: Figure, theirs: Figure, contexts: FigureContexts, story: StoryEvidence) -> bool:
    """Whether no figure of another value that the version of ``theirs`` has is said more like ``own``."""
    likeness = contexts.joint(own, theirs)
    return all(
        contexts.joint(own, figure) <= likeness
        for figure in story.claims[theirs.version].figures
        if figure.id != theirs.id and kinds_meet(figure, own) and compare_figures(figure, theirs) != "equal"
    )


def _place(figure: Figure, story: StoryEvidence) -> float:
    """Where a figure stands in its text: 0 first, 1 last."""
    return figure.start / max(1, len(story.versions[figure.version].text))


def _count_digits(figure: Figure) -> int:
    """How many digits a value has before the point."""
    return len(_NO_DIGIT.sub("", str(figure.low).split(".", maxsplit=1)[0]))


def _size(figure: Figure) -> float:
    return abs(float(figure.low)) if isinstance(figure.low, Decimal) else 0.0


def _mean(values: Iterable[float]) -> float:
    given = list(values)
    return sum(given) / len(given) if given else 0.0


def _margins(few: Fact, many: Fact, joint: float, contexts: FigureContexts, beside: Sequence[Fact]) -> dict[str, float]:
    """How much more alike the two are than the likeliest other figure of the same versions, and than the likeliest
    other fact that these versions are silent on."""
    rivals = [f for f in beside if f is not few and f is not many and of_one_kind(f.figures[0], few.figures[0])]
    own = [mean_of(f, many, contexts.joint) for f in rivals if f.mentions.keys() <= few.mentions.keys()]
    silent = [f for f in rivals if len(f.mentions) > 1 and not f.mentions.keys() & few.mentions.keys()]
    others = [mean_of(few, f, contexts.joint) for f in silent]
    return {"own_margin": _margin(joint, own), "other_margin": _margin(joint, others)}


def _margin(joint: float, rivals: Sequence[float]) -> float:
    return max(_LEAST_CLEAR, min(_MOST_CLEAR, joint - max(rivals))) if rivals else _MOST_CLEAR


def _times_apart(one: Figure, other: Figure) -> float:
    """The natural logarithm of how many times one value is the other."""
    spans = [interval(figure.kind, figure.low, figure.high) for figure in (one, other)]
    sizes = [log(abs(float(span.low + span.high)) / 2 + _LEAST) for span in spans if span is not None]
    return min(abs(sizes[0] - sizes[1]), _MOST_APART) if len(sizes) == len(spans) else 0.0


def _is_wrong_digit(one: Figure, other: Figure) -> bool:
    """Whether the values differ in one digit of several."""
    a, b = (_NO_DIGIT.sub("", str(figure.low)) for figure in (one, other))
    return len(a) == len(b) > 1 and sum(x != y for x, y in zip(a, b, strict=True)) == 1


def _says_elsewhere(few: Fact, many: Fact, contexts: FigureContexts, story: StoryEvidence) -> float:
    """Likeness, 0..1, with which a version of ``few`` gives the value of ``many`` in another sentence."""
    found = [0.0]
    for version, (own, *_) in few.mentions.items():
        for figure in story.claims[version].figures:
            if figure.sentence == own.sentence or tell_a_slip(story, own, figure):
                continue
            equal = [f for f in many.figures if compare_figures(figure, f) == "equal"]
            if 2 * len(equal) > len(many.figures):
                found.append(_mean(contexts.around(figure, f) for f in equal))
    return max(found)
