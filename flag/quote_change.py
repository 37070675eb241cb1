"""What may differ between the versions of one part of an utterance."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from configs.pipeline_flag import AlteredBy
from flag.wording_pairs import ChangeKind
from flag.wording_parts import Place
from records.discrepancy import Severity

__all__ = ["READ", "QuoteChange"]

READ = "Read in the original languages: "
"""How the reason begins of what was read at the source, not in the English."""


@dataclass(frozen=True, slots=True)
class QuoteChange:
    """One thing that differs in one part: value to versions, the versions' places, and how it was read."""

    what: ChangeKind
    sides: Mapping[str, tuple[str, ...]]
    places: Mapping[str, Place]
    severity: Severity
    confidence: AlteredBy | float
    """How sure it is: by how it was found (``flag.confidence.altered``), or by a score of the two wordings."""
    why: str
