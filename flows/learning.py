"""``synoptic calibrate`` and ``synoptic export``: what verdicts teach, and what was found, for other programs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from configs.pipeline import PIPELINE_FILE, load_pipeline
from flows.review import open_reviewed
from report.calibrate import Proposal, proposal_yaml, propose_thresholds
from report.dataset import export_dataset
from report.record import Share, precision_by, precision_over_time
from report.shelf import Shelf

__all__ = ["print_calibration", "run_export"]


def print_calibration(out: Path, target: float, most_lost: float, fewest: int, config: Path | None) -> None:
    """Prints precision by kind, outlet, language and month, then proposals; writes nothing.

    Raises:
        InputError: nothing was compared into ``out``.
    """
    console = Console(soft_wrap=True)
    now = load_pipeline(config or PIPELINE_FILE).flag.least_confidence
    with open_reviewed(out) as store:
        shelf = Shelf(store)
        decided, waiting = shelf.decided(), shelf.waiting()
    if not decided:
        console.print("Nobody has confirmed or dismissed anything yet; decide in the pages of: synoptic review")
        return
    for field, shares in precision_by(decided).items():
        console.print(_shares(field, shares))
    console.print(_shares("month", [month.share for month in precision_over_time(decided)]))
    proposals = propose_thresholds(decided, now, waiting, target, most_lost, fewest)
    for proposal in proposals:
        _print_proposal(console, proposal)
    lines = proposal_yaml(proposals)
    if lines:
        console.print("\nTo take them, put these lines into configs/pipeline.yml; nothing was changed:\n")
        console.print(lines, markup=False, highlight=False)
    else:
        console.print("\nNo threshold is proposed.")


def run_export(out: Path, folder: Path) -> None:
    """Writes the dataset and says what is in it.

    Raises:
        InputError: nothing was compared into ``out``, or ``folder`` is not empty.
        UnavailableError: pyarrow is missing.
    """
    console = Console(soft_wrap=True)
    with open_reviewed(out) as store:
        counts = export_dataset(Shelf(store), folder)
    table = Table("config", "rows", "splits")
    for config, splits in counts.items():
        table.add_row(config, f"{sum(splits.values()):,}", ", ".join(f"{name} {n:,}" for name, n in splits.items()))
    console.print(table)
    console.print(f'read it with: datasets.load_dataset({str(folder)!r}, "pairs")', markup=False)


def _shares(field: str, shares: Sequence[Share]) -> Table:
    table = Table(field, "real", "95 % certain", "confirmed", "dismissed")
    for share in shares:
        between = f"{share.low:.0%} to {share.high:.0%}"
        table.add_row(share.name, f"{share.precision:.0%}", between, str(share.confirmed), str(share.dismissed))
    return table


def _print_proposal(console: Console, proposal: Proposal) -> None:
    if proposal.least is None or proposal.after is None:
        console.print(f"{proposal.kind}: {proposal.why}", markup=False)
        return
    console.print(
        f"{proposal.kind}: a least confidence of {proposal.least:.2f} (now {proposal.now:.2f}) {proposal.why} "
        f"Real: {proposal.share.precision:.0%} as it was, {proposal.after.precision:.0%} with it. Hidden: "
        f"{len(proposal.hidden_dismissed)} dismissed, {len(proposal.hidden_confirmed)} confirmed, "
        f"{proposal.hidden_waiting} not decided.",
        markup=False,
    )
    for word, ids in (("dismissed", proposal.hidden_dismissed), ("confirmed", proposal.hidden_confirmed)):
        for identity in ids[:10]:
            console.print(f"  would hide {identity} ({word})", markup=False)
        if len(ids) > 10:
            console.print(f"  and {len(ids) - 10} more {word}", markup=False)
