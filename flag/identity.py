"""Ids of discrepancies that stay the same when the same difference is found again in a later run."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

from records.discrepancy import DiscrepancyKind, Side
from records.version import Version

__all__ = ["discrepancy_id"]


def discrepancy_id(kind: DiscrepancyKind, sides: Iterable[Side], versions: Mapping[str, Version]) -> str:
    """``<kind>-<12 hex digits>``: a digest of the kind and, for each evidence, outlet, url and words, sorted.

    Offsets and values are left out, so that a paragraph added above, or a better reading of the same words, gives the
    same id.
    """
    places = sorted(
        "\x1f".join((versions[e.version].outlet, versions[e.version].url, e.text))
        for side in sides
        for e in side.evidence
    )
    digest = hashlib.sha256("\x1e".join([kind, *places]).encode("utf-8", "surrogatepass")).hexdigest()
    return f"{kind}-{digest[:12]}"
