"""What the store knows of outlets: what was read of each, and what could not be."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Integer, func, select

from store.database import Store
from store.schema import listings, runs, versions

__all__ = ["OutletFault", "OutletSample", "OutletTotals", "outlet_faults", "outlet_samples", "outlet_totals"]


@dataclass(frozen=True, slots=True)
class OutletTotals:
    """Texts kept of an outlet, how many are later revisions, when one was last seen; pages listed, pages faulty."""

    texts: int = 0
    revisions: int = 0
    last: datetime | None = None
    listed: int = 0
    faults: int = 0


@dataclass(frozen=True, slots=True)
class OutletSample:
    """A text as it was extracted: its first and last paragraph, and how long it is."""

    url: str
    headline: str
    language: str
    published: datetime | None
    seen: datetime
    first: str
    end: str
    characters: int
    sentences: int


@dataclass(frozen=True, slots=True)
class OutletFault:
    """A page that could not be used, and why."""

    outlet: str
    url: str
    stage: str
    why: str
    seen: datetime


def outlet_totals(store: Store) -> dict[str, OutletTotals]:
    """By outlet, for all that the store has met."""
    later = func.sum((versions.c.revision > 1).cast(Integer))
    texts = select(versions.c.outlet, func.count(), later, func.max(versions.c.last_seen)).group_by(versions.c.outlet)
    pages = select(listings.c.outlet, func.count()).group_by(listings.c.outlet)
    faults = Counter(fault.outlet for fault in outlet_faults(store))
    with store.read() as connection:
        kept = {outlet: (texts, later, last) for outlet, texts, later, last in connection.execute(texts)}
        listed = {row.outlet: int(row[1]) for row in connection.execute(pages)}
    return {
        outlet: OutletTotals(*kept.get(outlet, (0, 0, None)), listed.get(outlet, 0), faults[outlet])
        for outlet in sorted({*kept, *listed, *faults})
    }


def outlet_samples(store: Store, outlet: str, limit: int = 3) -> tuple[OutletSample, ...]:
    """The texts of an outlet that were last seen."""
    query = select(versions).where(versions.c.outlet == outlet).order_by(versions.c.last_seen.desc(), versions.c.id)
    with store.read() as connection:
        rows = connection.execute(query.limit(limit)).mappings().all()
    samples = []
    for row in rows:
        record = json.loads(row["record"])
        paragraphs = [line for line in record["text"].split("\n")[1:] if line.strip()] or [""]
        samples.append(
            OutletSample(
                row["url"],
                row["headline"],
                row["language"],
                row["published"],
                row["last_seen"],
                paragraphs[0],
                paragraphs[-1],
                len(record["text"]),
                len(record["sentences"]),
            )
        )
    return tuple(samples)


def outlet_faults(store: Store, outlet: str | None = None) -> tuple[OutletFault, ...]:
    """Pages that could not be used, of the stories' last comparisons and of watched feeds; newest first."""
    rank = func.row_number().over(partition_by=runs.c.story, order_by=(runs.c.last_seen.desc(), runs.c.id.desc()))
    ranked = select(runs.c.unusable, runs.c.last_seen, rank.label("rank")).subquery()
    last = select(ranked.c.unusable, ranked.c.last_seen).where(ranked.c.rank == 1, ranked.c.unusable != "[]")
    pages = select(listings).where(listings.c.why != "")
    with store.read() as connection:
        found = [
            OutletFault(entry["outlet"], entry["url"], entry["stage"], entry["why"], seen)
            for unusable, seen in connection.execute(last)
            for entry in json.loads(unusable)
        ]
        found += [
            OutletFault(row.outlet, row.url, row.stage, row.why, row.first_seen) for row in connection.execute(pages)
        ]
    unique = {(fault.outlet, fault.url): fault for fault in sorted(found, key=lambda fault: fault.seen)}
    wanted = [fault for fault in unique.values() if outlet in (None, fault.outlet)]
    return tuple(sorted(wanted, key=lambda fault: fault.seen, reverse=True))
