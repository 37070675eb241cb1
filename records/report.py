"""Everything that one comparison of one story found: what the report files are written from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from records.claim import Claims
from records.discrepancy import Contested, Discrepancy
from records.statement import Statement
from records.translation import Translation
from records.version import Version

__all__ = ["Issue", "Report", "Run", "Unusable"]


@dataclass(frozen=True, slots=True)
class Unusable:
    """A version that could not be used: at which ``stage`` and ``why``, with what to do next."""

    outlet: str
    url: str
    stage: str
    why: str


@dataclass(frozen=True, slots=True)
class Issue:
    """Something that a reader of the report must know and that stops nothing. ``where`` is file, version or span."""

    where: str
    what: str


@dataclass(frozen=True, slots=True)
class Run:
    """How a report was made: seconds per stage, engine signatures, counts (sentences, cache hits, model calls)."""

    started: datetime
    seconds: Mapping[str, float] = field(default_factory=dict)
    engines: Mapping[str, str] = field(default_factory=dict)
    counts: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Report:
    """One story compared. ``translations`` and ``claims`` are in the order of ``versions``.

    ``copies``: version id -> id of the version whose text it prints too, as outlets print one agency's.
    ``contested``: figures that two claimants give differently, which no outlet answers for.
    """

    story_id: str
    title: str
    versions: tuple[Version, ...]
    translations: tuple[Translation, ...]
    claims: tuple[Claims, ...]
    statements: tuple[Statement, ...]
    discrepancies: tuple[Discrepancy, ...]
    unusable: tuple[Unusable, ...]
    issues: tuple[Issue, ...]
    run: Run
    copies: Mapping[str, str] = field(default_factory=dict)
    contested: tuple[Contested, ...] = ()
