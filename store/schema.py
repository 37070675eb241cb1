"""The tables that last. ``store/migrations/`` holds how a database gets them; a test holds the two together."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import (
    Boolean,
    Column,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.types import TypeDecorator

__all__ = [
    "REVISION",
    "Moment",
    "audit",
    "changes",
    "embeddings",
    "findings",
    "listings",
    "memberships",
    "metadata",
    "notices",
    "pages",
    "runs",
    "translations",
    "verdicts",
    "versions",
]

REVISION = "0003"
"""The migration that these tables are of."""


class Moment(TypeDecorator[datetime]):
    """An aware time, kept in UTC; SQLite has no zones of its own."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# One row for each content that a url ever gave; asking again and finding nothing new changes a row and adds none.
pages = Table(
    "pages",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("url", Text, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("status", Integer, nullable=False),
    Column("content_type", Text),
    Column("etag", Text),
    Column("last_modified", Text),
    Column("archive", Text),
    Column("first_seen", Moment, nullable=False),
    Column("last_seen", Moment, nullable=False, index=True),
    UniqueConstraint("url", "sha256"),
)

# One row for each address that a feed ever listed: what became of it, and when it is asked again. A row is changed only
# when something new is known of it, so that a run that finds nothing new writes nothing.
listings = Table(
    "listings",
    metadata,
    Column("url", Text, primary_key=True),
    Column("outlet", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("published", Moment),
    Column("listed", String(64), nullable=False),
    Column("state", String(16), nullable=False),
    Column("stage", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("archive", Text),
    Column("tries", Integer, nullable=False),
    Column("matched", String(64), nullable=False),
    Column("first_seen", Moment, nullable=False),
    Column("next_check", Moment, nullable=False),
    Index("ix_listings_outlet_next_check", "outlet", "next_check"),
    Index("ix_listings_state", "state"),
)

# Which pages a story has: ``state`` is ``in``, ``unsure`` (a reviewer decides) or ``out``; ``by`` is who said so.
memberships = Table(
    "memberships",
    metadata,
    Column("story", String(200), primary_key=True),
    Column("url", Text, primary_key=True),
    Column("outlet", Text, nullable=False),
    Column("state", String(16), nullable=False),
    Column("score", Float, nullable=False),
    Column("why", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Index("ix_memberships_state", "state", "at"),
)

# The discrepancies that somebody was told of, each once.
notices = Table(
    "notices",
    metadata,
    Column("finding", String(300), primary_key=True),
    Column("told", Moment, nullable=False),
)

# One row for each text that an article ever had; ``record`` is the whole version as JSON, ``substance`` a digest of
# what it says without its labels: a counter that ticks is no new revision.
versions = Table(
    "versions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("url", Text, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("substance", String(64), nullable=False, server_default=""),
    Column("revision", Integer, nullable=False),
    Column("outlet", Text, nullable=False, index=True),
    Column("language", Text, nullable=False),
    Column("published", Moment),
    Column("headline", Text, nullable=False),
    Column("record", Text, nullable=False),
    Column("first_seen", Moment, nullable=False),
    Column("last_seen", Moment, nullable=False),
    UniqueConstraint("url", "sha256"),
    UniqueConstraint("url", "revision"),
)

# Translation memory, shared by all stories. ``engine`` is a signature, or ``human`` for what people translated.
translations = Table(
    "translations",
    metadata,
    Column("digest", String(64), primary_key=True),
    Column("source", String(16), primary_key=True),
    Column("target", String(16), primary_key=True),
    Column("engine", String(300), primary_key=True),
    Column("text", Text, nullable=False),
    Column("translated", Text, nullable=False),
    Column("created", Moment, nullable=False),
)

embeddings = Table(
    "embeddings",
    metadata,
    Column("digest", String(64), primary_key=True),
    Column("signature", String(300), primary_key=True),
    Column("vector", LargeBinary, nullable=False),
)

# One row for each state that a story was compared in; the same comparison again adds none. ``unusable`` repeats that
# list of the report, so that faults by outlet are known without reading every report.
runs = Table(
    "runs",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("story", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("signature", String(64), nullable=False),
    Column("versions", Integer, nullable=False),
    Column("report", Text, nullable=False),
    Column("unusable", Text, nullable=False),
    Column("first_seen", Moment, nullable=False),
    Column("last_seen", Moment, nullable=False),
    UniqueConstraint("story", "signature"),
    Index("ix_runs_story_last_seen", "story", "last_seen"),
)

# ``state`` and ``verdict`` repeat the last row of ``verdicts``: they are what two reviewers at once race for.
# ``outlets`` and ``languages`` are JSON lists. ``changed`` is the number of the transaction that last touched the row:
# whoever has seen all rows up to a number is brought up to date by those above it.
findings = Table(
    "findings",
    metadata,
    Column("id", String(300), primary_key=True),
    Column("story", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("kind", String(32), nullable=False),
    Column("severity", String(16), nullable=False),
    Column("grade", Integer, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("fingerprint", String(64), nullable=False),
    Column("words", Text, nullable=False),
    Column("record", Text, nullable=False),
    Column("first_seen", Moment, nullable=False),
    Column("last_seen", Moment, nullable=False),
    Column("present", Boolean, nullable=False),
    Column("state", String(16), nullable=False),
    Column("verdict", Integer, nullable=False),
    Column("outlets", Text, nullable=False),
    Column("languages", Text, nullable=False),
    Column("changed", Integer, nullable=False),
    Index("ix_findings_story", "story", "kind", "state"),
    Index("ix_findings_changed", "changed"),
)

# One row: how many transactions have touched findings. It is locked until the end of each, so that numbers are
# seen in their order.
changes = Table("changes", metadata, Column("number", Integer, primary_key=True, autoincrement=False))

# Every decision ever made, never changed: the last one of a finding counts, an undo is a decision too.
verdicts = Table(
    "verdicts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("finding", String(300), ForeignKey("findings.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("state", String(16), nullable=False),
    Column("by", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("reason", Text),
    Column("note", Text, nullable=False),
    Column("fingerprint", String(64), nullable=False),
    sqlite_autoincrement=True,
)

# What reviewers and strangers did with the review pages, never changed: sign-ins, verdicts, exports, refusals.
audit = Table(
    "audit",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("by", Text, nullable=False),
    Column("address", Text, nullable=False),
    Column("action", String(32), nullable=False),
    Column("subject", Text, nullable=False),
    sqlite_autoincrement=True,
)
