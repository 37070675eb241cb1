"""Values of one thing that cannot both be true."""

from __future__ import annotations

from collections.abc import Iterable

from flag.figure_findings import figure_discrepancy
from flag.figures import FigureJudgement, disputes_of
from records.discrepancy import Discrepancy

__all__ = ["check_figure_conflict"]


def check_figure_conflict(judgement: FigureJudgement) -> Iterable[Discrepancy]:
    """The same thing, the same claimant, and values that cannot both be true."""
    return [figure_discrepancy(judgement, dispute) for dispute in disputes_of(judgement, "figure-conflict")]
