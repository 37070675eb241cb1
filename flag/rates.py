"""Amounts told of two bases: 6 grams in 100 millilitres are 60 in a litre, 12 cases per 100,000 are 120 per million."""

from __future__ import annotations

from decimal import Decimal

from flag.evidence import StoryEvidence
from records.claim import Figure

__all__ = ["are_one_rate"]

_BASES = frozenset({"count", "measure"})
_FARTHEST = 40
"""Letters between an amount and its base: "grams of sugar per"."""
_LEAST = 100
"""People of a base: per hundred, per 100,000."""
_WHOLE = {
    "m": (Decimal(1000), Decimal(1)),
    "m2": (Decimal(10**6), Decimal(10**4), Decimal(1)),
    "m3": (Decimal("0.001"), Decimal(1)),
    "kg": (Decimal(1), Decimal(1000)),
}
"""What is one of a unit and seldom has a number beside it: "in a litre", "per kilometre"."""


def are_one_rate(one: Figure, other: Figure, story: StoryEvidence) -> bool:
    """Whether two amounts are as many times one another as the bases that their sentences put beside them, or as one
    such base is of the litre, the kilogram or the kilometre of a sentence that puts none there."""
    if one.kind != other.kind or not all(isinstance(f.low, Decimal) and f.low > 0 for f in (one, other)):
        return False
    a, b = Decimal(one.low), Decimal(other.low)
    if a == b:
        return False
    mine, theirs = _bases(one, story), _bases(other, story)
    if mine & theirs:
        return False
    told = any(unit == own and base * b == second * a for unit, base in mine for own, second in theirs)
    return told or _of_one_unit(mine, theirs, b / a) or _of_one_unit(theirs, mine, a / b)


def _of_one_unit(told: set[tuple[str, Decimal]], other: set[tuple[str, Decimal]], times: Decimal) -> bool:
    """Whether a base, so many times, is one of its unit, where the other sentence has no base of it."""
    units = {unit for unit, _ in other}
    return any(base * times in _WHOLE.get(unit, ()) for unit, base in told if unit not in units)


def _bases(figure: Figure, story: StoryEvidence) -> set[tuple[str, Decimal]]:
    """(unit, amount) of what stands beside an amount and is of another unit, or a round number of people."""
    beside = sorted(story.figures_in(figure.sentence), key=lambda f: f.start)
    at = next((n for n, f in enumerate(beside) if f.id == figure.id), None)
    if at is None:
        return set()
    near = [f for n, f in enumerate(beside) if abs(n - at) == 1]
    return {
        (f.unit or "", Decimal(f.low))
        for f in near
        if max(f.start - figure.end, figure.start - f.end) <= _FARTHEST and _may_be_base(f, figure)
    }


def _may_be_base(base: Figure, figure: Figure) -> bool:
    if base.kind not in _BASES or base.low != base.high or not isinstance(base.low, Decimal) or base.low <= 0:
        return False
    if base.kind == "measure":
        return base.unit != figure.unit
    digits = f"{base.low.normalize():f}"
    return base.low >= _LEAST and digits.rstrip("0") == "1" and figure.low != base.low
