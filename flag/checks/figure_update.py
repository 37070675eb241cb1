"""Figures that moved between publications."""

from __future__ import annotations

from collections.abc import Iterable

from flag.figure_findings import figure_discrepancy
from flag.figures import FigureJudgement, disputes_of
from records.discrepancy import Discrepancy

__all__ = ["check_figure_update"]


def check_figure_update(judgement: FigureJudgement) -> Iterable[Discrepancy]:
    """A later version supersedes an earlier figure: a toll that rises, an estimate that is revised."""
    return [figure_discrepancy(judgement, dispute) for dispute in disputes_of(judgement, "figure-update")]
