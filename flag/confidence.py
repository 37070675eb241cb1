"""How sure a finding about a figure is: a logistic model of what its sides are."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, log

from flag.answering import answer_odds
from flag.evidence import StoryEvidence
from flag.facts import Fact
from flag.figures import Dispute, FigureJudgement
from flag.sides import FigureSide
from flag.slips import is_slip

__all__ = ["figure_confidence"]

_MOST_ODDS = 3.0
"""Natural logarithm beyond which odds tell nothing more: what rules found (a toll that rose) has any odds at all."""
_LEAST = 0.05


def figure_confidence(judgement: FigureJudgement, dispute: Dispute) -> float:
    """Chance, 0..1, that readers call ``dispute`` a difference, with two decimals.

    The surer, the more its sides tell of one thing (``flag.answering``), the more witnesses the larger one has, and
    where the values differ by a slip of the pen. The weights: ``flag.confidence.figures`` of the settings.
    """
    story, settings = judgement.story, judgement.story.settings.confidence
    weights = settings.figures
    witnesses = [story.witnesses(side.figures) for side in dispute.sides]
    slip = dispute.kind != "figure-update" and is_slip(*(side.spokesman for side in dispute.sides[:2]))
    odds = (
        weights.bias
        + weights.answers * max(-_MOST_ODDS, min(_MOST_ODDS, _odds(judgement, dispute.sides)))
        + weights.majority * log(max(witnesses[0], 1))
        + weights.slip * slip
    )
    sure = 1.0 / (1.0 + exp(-odds))
    if 2 * witnesses[0] <= sum(witnesses):
        sure -= settings.no_majority
    return round(max(_LEAST, min(settings.most_figures, sure)), 2)


def _odds(judgement: FigureJudgement, sides: Sequence[FigureSide]) -> float:
    """Natural logarithm of the odds that the first two of ``sides`` tell of one thing."""
    one, other = (_fact_of(judgement.story, side) for side in sides[:2])
    return answer_odds(one, other, judgement.contexts, judgement.story, judgement.facts)


def _fact_of(story: StoryEvidence, side: FigureSide) -> Fact:
    statement = story.statement_of.get(side.spokesman.sentence, "")
    return Fact(statement, {version: [figure] for version, figure in side.figures.items()})
