"""What verdicts say of the thresholds: which least confidence a kind would need, and what that would have changed.

Nothing here changes anything: people put a proposal into ``configs/pipeline.yml`` or leave it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from records.discrepancy import DiscrepancyKind
from report.inbox import Decided
from report.record import Share, interval
from report.wording import plural

__all__ = ["Proposal", "proposal_yaml", "propose_thresholds"]


@dataclass(frozen=True, slots=True)
class Proposal:
    """For one kind: precision as it was, and with findings under ``least`` hidden. ``least`` is None for no change.

    ``hidden_dismissed`` are the ids that nobody would have had to dismiss, ``hidden_confirmed`` the price: real ones
    that nobody would have seen; ``hidden_waiting`` is how many of those not decided yet would not be shown. ``why``
    says how it came to that.
    """

    kind: DiscrepancyKind
    now: float
    share: Share
    least: float | None
    after: Share | None
    hidden_dismissed: tuple[str, ...]
    hidden_confirmed: tuple[str, ...]
    hidden_waiting: int
    why: str


def propose_thresholds(
    decided: Sequence[Decided],
    now: Mapping[DiscrepancyKind, float],
    waiting: Mapping[str, Sequence[float]] | None = None,
    target: float = 0.9,
    most_lost: float = 0.05,
    fewest: int = 20,
) -> list[Proposal]:
    """For each kind with verdicts, the lowest least confidence from which ``target`` of what is shown was confirmed.

    A threshold may hide at most ``most_lost`` of the confirmed findings: when none reaches the target at that price,
    the one with the best precision is proposed. Kinds with fewer than ``fewest`` verdicts get none, since
    chance would choose.
    ``now`` are the thresholds in force, ``waiting`` the confidences of findings without a verdict, by kind.
    """
    kinds = sorted({one.kind for one in decided})
    return [
        _propose(
            kind,
            [one for one in decided if one.kind == kind],
            now.get(kind, 0.0),
            (waiting or {}).get(kind, ()),
            target,
            most_lost,
            fewest,
        )
        for kind in kinds
    ]


def proposal_yaml(proposals: Sequence[Proposal]) -> str:
    """The lines for ``configs/pipeline.yml``; empty when nothing is proposed."""
    lines = [f"    {p.kind}: {p.least:.2f}" for p in proposals if p.least is not None]
    return "\n".join(["flag:", "  least_confidence:", *lines]) + "\n" if lines else ""


def _propose(
    kind: DiscrepancyKind,
    ones: list[Decided],
    now: float,
    waiting: Sequence[float],
    target: float,
    most_lost: float,
    fewest: int,
) -> Proposal:
    share = _share(kind, ones)
    if len(ones) < fewest:
        why = f"{plural(len(ones), 'verdict is', 'verdicts are')} too few to choose by; {fewest} are needed."
        return Proposal(kind, now, share, None, None, (), (), 0, why)
    if share.precision >= target:
        why = f"{share.precision:.0%} were real, which is what is wanted."
        return Proposal(kind, now, share, None, None, (), (), 0, why)
    affordable = [step for step in _steps(ones) if _lost(ones, step) <= most_lost * share.confirmed]
    good = [step for step in affordable if _share(kind, _shown(ones, step)).precision >= target]
    least = min(good, default=None) or max(
        affordable, key=lambda step: _share(kind, _shown(ones, step)).precision, default=None
    )
    if least is None or _share(kind, _shown(ones, least)).precision <= share.precision:
        why = "No threshold would do better without hiding too many real ones: confidence does not tell them apart."
        return Proposal(kind, now, share, None, None, (), (), 0, why)
    hidden = [one for one in ones if one.confidence < least]
    after = _share(kind, _shown(ones, least))
    reached = "reaches" if after.precision >= target else "comes nearest to"
    return Proposal(
        kind,
        now,
        share,
        least,
        after,
        tuple(one.id for one in hidden if not one.confirmed),
        tuple(one.id for one in hidden if one.confirmed),
        sum(confidence < least for confidence in waiting),
        f"{reached} {target:.0%} at the price of at most {most_lost:.0%} of the real ones.",
    )


def _steps(ones: Sequence[Decided]) -> list[float]:
    """Thresholds worth trying, in hundredths, as far as something would still be shown."""
    highest = max(one.confidence for one in ones)
    return [step / 100 for step in range(1, 101) if step / 100 <= highest]


def _shown(ones: Sequence[Decided], least: float) -> list[Decided]:
    return [one for one in ones if one.confidence >= least]


def _lost(ones: Sequence[Decided], least: float) -> int:
    return sum(one.confirmed and one.confidence < least for one in ones)


def _share(kind: DiscrepancyKind, ones: Sequence[Decided]) -> Share:
    yes = sum(one.confirmed for one in ones)
    return Share(kind, yes, len(ones) - yes, *interval(yes, len(ones)))
