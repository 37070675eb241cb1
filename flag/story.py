"""All checks over one story."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from flag.checks.claimant_conflict import check_claimant_conflict
from flag.checks.figure_conflict import check_figure_conflict
from flag.checks.figure_update import check_figure_update
from flag.checks.quote_altered import check_quote_altered
from flag.checks.quote_misattributed import check_quote_misattributed
from flag.checks.quote_truncated import check_quote_truncated
from flag.checks.silent_edit import check_silent_edits
from flag.checks.translation_fault import check_translation_faults
from flag.context import Embeds
from flag.evidence import StoryEvidence
from flag.figures import FigureJudgement
from flag.quoted import goes_with_figure
from flag.trusted import with_trusted_english
from records.claim import Figure
from records.discrepancy import Discrepancy
from records.statement import Utterance
from records.version import Version

__all__ = ["FIGURE_CHECKS", "QUOTE_CHECKS", "gravest_first", "judge_revisions", "judge_story"]

FIGURE_CHECKS: tuple[Callable[[FigureJudgement], Iterable[Discrepancy]], ...] = (
    check_figure_conflict,
    check_figure_update,
    check_claimant_conflict,
)
QUOTE_CHECKS: tuple[Callable[[StoryEvidence, Iterable[Utterance]], Iterable[Discrepancy]], ...] = (
    check_quote_altered,
    check_quote_misattributed,
    check_quote_truncated,
)
_GRADE = {"high": 0, "medium": 1, "low": 2}


def judge_story(
    story: StoryEvidence,
    encoder: Embeds,
    read_english: Callable[[str], tuple[Figure, ...]],
    judgement: FigureJudgement | None = None,
) -> tuple[Discrepancy, ...]:
    """Every discrepancy of ``story``, gravest and surest first; each id once.

    ``read_english`` gives the figures of an English text: what the translation is checked with. ``judgement``: the
    figures of ``story`` where the caller judged them already.
    """
    judgement = judgement or FigureJudgement(story, encoder)
    found: dict[str, Discrepancy] = {}
    for figure_check in FIGURE_CHECKS:
        for discrepancy in figure_check(judgement):
            found.setdefault(discrepancy.id, discrepancy)
    told = tuple(found.values())
    trusted = replace(with_trusted_english(story, read_english), embed=encoder.encode)
    for quote_check in QUOTE_CHECKS:
        for discrepancy in quote_check(trusted, story.utterances):
            if goes_with_figure(discrepancy, told):
                continue
            found.setdefault(discrepancy.id, discrepancy)
    for discrepancy in check_translation_faults(story, read_english):
        found.setdefault(discrepancy.id, discrepancy)
    return gravest_first(found.values())


def judge_revisions(story: StoryEvidence, pairs: Iterable[tuple[Version, Version]]) -> tuple[Discrepancy, ...]:
    """What later revisions of a page changed; ``story`` holds both of each pair. Each id once."""
    found = {discrepancy.id: discrepancy for discrepancy in check_silent_edits(story, pairs)}
    return gravest_first(found.values())


def gravest_first(found: Iterable[Discrepancy]) -> tuple[Discrepancy, ...]:
    """The order in which reports list them: the gravest and surest first."""
    return tuple(sorted(found, key=lambda d: (_GRADE[d.severity], -d.confidence, d.id)))
