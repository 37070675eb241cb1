"""``synoptic review``: the review pages over the store that the comparisons filled."""

from __future__ import annotations

from pathlib import Path

from flows.commands import WORKPLACE
from records.errors import InputError
from report.access import Access
from report.app import serve
from report.shelf import Shelf
from store.database import open_store

__all__ = ["run_review"]

DATABASE = "synoptic.sqlite"


def run_review(out: Path, host: str, port: int, token: str | None, reviewer: str) -> None:
    """Serves until Ctrl-C.

    Raises:
        InputError: nothing was compared into ``out``, or the address may not be served so.
    """
    database = out / WORKPLACE / DATABASE
    if not database.is_file():
        raise InputError(
            f"{database}: no such database; compare a story first: synoptic compare STORY.yaml --out {out}"
        )
    with open_store(database) as store:
        serve(Shelf(store), Access(reviewer=reviewer, token=token), host, port)
