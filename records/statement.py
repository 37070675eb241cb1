"""What several versions say alike."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Member", "Statement", "Utterance", "UtteranceMember"]


@dataclass(frozen=True, slots=True)
class Member:
    """The sentences (ids, in reading order) with which one version makes a statement.

    ``score`` is how well they fit the other members, 0..1.
    """

    version: str
    sentences: tuple[str, ...]
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement: at least two versions say it. A version has at most one member in it."""

    id: str
    members: tuple[Member, ...]

    def member_of(self, version: str) -> Member | None:
        """The member of ``version``, or None when that version does not say it."""
        return next((m for m in self.members if m.version == version), None)


@dataclass(frozen=True, slots=True)
class UtteranceMember:
    """The quotes (ids, in reading order) with which one version gives an utterance."""

    version: str
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Utterance:
    """One thing that one person said, as at least two versions quote it, whole or in part.

    ``statement`` is the id of the statement that its sentences belong to, None when they belong to none.
    """

    id: str
    members: tuple[UtteranceMember, ...]
    statement: str | None = None
