"""What the review app needs of a store: findings by filter, verdicts with their history."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from typing import Literal, Protocol, get_args
from urllib.parse import urlencode

from records.discrepancy import Discrepancy, DiscrepancyKind, Severity
from records.errors import SynopticError
from records.report import Report
from store.audit import AuditEntry
from store.outlets import OutletFault, OutletSample, OutletTotals
from store.unsure import UnsurePage

__all__ = [
    "PAGE_SIZE",
    "REASONS",
    "Conflict",
    "Decided",
    "Filters",
    "Finding",
    "Inbox",
    "ReviewStore",
    "State",
    "StoryLine",
    "Verdict",
]

State = Literal["new", "confirmed", "dismissed", "unsure"]
PAGE_SIZE = 50
REASONS: dict[str, str] = {
    "same": "The values say the same",
    "other-thing": "Not about the same thing",
    "misread": "A figure or quote was misread",
    "translation": "The translation misled",
    "old": "Only older, since corrected",
    "unimportant": "True, but it does not matter",
}
"""Why a finding is dismissed, by key; the first is offered first."""


class Conflict(SynopticError):
    """Somebody else decided meanwhile; ``verdict`` is theirs. Nothing was overwritten."""

    def __init__(self, verdict: Verdict) -> None:
        super().__init__(f"{verdict.by} decided {verdict.state!r} meanwhile; look at it and decide again.")
        self.verdict = verdict


@dataclass(frozen=True, slots=True)
class Verdict:
    """One decision on a finding; the last one counts, an undo is a decision back to ``state``.

    ``id`` grows with every decision; ``reason`` is a key of ``REASONS``, for dismissals.
    """

    id: int
    finding: str
    state: State
    by: str
    at: datetime
    reason: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A discrepancy of a story as the inbox lists it. ``id`` is unique over stories; ``found`` is when it was new."""

    id: str
    story_id: str
    story_title: str
    discrepancy: Discrepancy
    outlets: tuple[str, ...]
    languages: tuple[str, ...]
    found: datetime
    state: State = "new"
    verdict: Verdict | None = None
    present: bool = True
    """Whether the last run of its story still found it."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What the inbox shows; every field narrows it. ``first`` and ``last`` are days on which findings were new."""

    story: str | None = None
    kind: DiscrepancyKind | None = None
    severity: Severity | None = None
    outlet: str | None = None
    language: str | None = None
    state: State | None = "new"
    first: date | None = None
    last: date | None = None
    words: str | None = None

    @staticmethod
    def of(query: Mapping[str, str]) -> Filters:
        """The filters of a url's query; what is not understood does not narrow. No ``state`` means new ones."""
        state = query.get("state", "new")
        return Filters(
            story=query.get("story") or None,
            kind=_one_of(query.get("kind"), get_args(DiscrepancyKind)),
            severity=_one_of(query.get("severity"), get_args(Severity)),
            outlet=query.get("outlet") or None,
            language=query.get("language") or None,
            state=_one_of(state, get_args(State)),
            first=_day(query.get("first")),
            last=_day(query.get("last")),
            words=(query.get("words") or "").strip()[:200] or None,
        )

    def query(self, **changed: object) -> str:
        """These filters as a url's query, so that a link keeps them; ``changed`` fields are replaced."""
        pairs = {f.name: changed.get(f.name, getattr(self, f.name)) for f in fields(self)}
        pairs["state"] = pairs["state"] or "all"
        if pairs["state"] == "new":
            del pairs["state"]
        return urlencode({**{k: str(v) for k, v in pairs.items() if v}, **_page(changed.get("page"))})


@dataclass(frozen=True, slots=True)
class Inbox:
    """One page of findings. ``total`` counts all that the filters let through; ``counts`` is by field and value.

    ``counts["state"]`` ignores the state filter, so that the tabs show what else there is.
    """

    findings: tuple[Finding, ...]
    total: int
    counts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)
    """Of the stories, by id; those of one title told apart."""


@dataclass(frozen=True, slots=True)
class Decided:
    """A finding that was confirmed or dismissed: what is learned from."""

    id: str
    kind: DiscrepancyKind
    confidence: float
    outlets: tuple[str, ...]
    languages: tuple[str, ...]
    at: datetime
    confirmed: bool
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A story as the list of stories shows it."""

    id: str
    title: str
    versions: int
    findings: int
    new: int
    last: datetime


class ReviewStore(Protocol):
    """Findings and verdicts that last. Every method is safe to call from several threads."""

    def inbox(self, filters: Filters, page: int = 1) -> Inbox:
        """Page ``page`` (from 1, of ``PAGE_SIZE``) of the findings: of the newest day first, there the gravest."""
        ...

    def finding(self, identity: str) -> Finding | None:
        """The finding of this id."""
        ...

    def key(self, story_id: str, discrepancy: str) -> str:
        """The id of the finding that a discrepancy of a story's report is."""
        ...

    def around(self, identity: str, filters: Filters) -> tuple[str | None, str | None]:
        """The ids before and after a finding in the inbox of ``filters``."""
        ...

    def report(self, story_id: str) -> Report | None:
        """The last report of a story."""
        ...

    def stories(self) -> Sequence[StoryLine]:
        """All stories, the latest first."""
        ...

    def history(self, identity: str) -> Sequence[Verdict]:
        """The decisions on a finding, oldest first."""
        ...

    def decide(
        self, identity: str, state: State, by: str, seen: int, reason: str | None = None, note: str = ""
    ) -> Verdict:
        """Adds a decision, on disk when this returns. ``seen`` is the id of the last decision that ``by`` saw, or 0.

        Raises:
            Conflict: another decision came after ``seen``; nothing is written.
        """
        ...

    def dismiss_kind(self, story_id: str, kind: DiscrepancyKind, by: str, reason: str) -> int:
        """Dismisses every new finding of a kind in a story; how many."""
        ...

    def note(self, by: str, address: str, action: str, subject: str = "") -> None:
        """Adds to the audit log; verdicts are in it by themselves."""
        ...

    def audit(self, before: datetime | None = None) -> Sequence[AuditEntry]:
        """The last entries of the audit log, or the last ones before a time; newest first."""
        ...

    def outlets(self) -> Mapping[str, OutletTotals]:
        """What was read of each outlet that the store has met."""
        ...

    def outlet_samples(self, outlet: str) -> Sequence[OutletSample]:
        """The last texts of an outlet, as they were extracted."""
        ...

    def outlet_faults(self, outlet: str | None = None) -> Sequence[OutletFault]:
        """Pages that could not be used, newest first."""
        ...

    def unsure(self) -> Sequence[UnsurePage]:
        """Pages of which a reviewer must say whether they belong to a story."""
        ...

    def place(self, story_id: str, url: str, belongs: bool, by: str) -> bool:
        """Says so; False when somebody else has said it already."""
        ...

    def decided(self) -> Sequence[Decided]:
        """The findings that the last decision confirmed or dismissed, oldest decision first."""
        ...

    def waiting(self) -> Mapping[str, Sequence[float]]:
        """The confidences of the findings that nobody has decided on, by kind."""
        ...


def _one_of(value: str | None, allowed: tuple[str, ...]):  # type: ignore[no-untyped-def]  # the literal of ``allowed``
    return value if value in allowed else None


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def _page(page: object) -> dict[str, str]:
    return {"page": str(page)} if isinstance(page, int) and page > 1 else {}
