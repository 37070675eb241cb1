"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from store.schema import Moment

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes every table."""
    op.create_table(
        "embeddings",
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("signature", sa.String(length=300), nullable=False),
        sa.Column("vector", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("digest", "signature", name=op.f("pk_embeddings")),
    )
    op.create_table(
        "findings",
        sa.Column("id", sa.String(length=300), nullable=False),
        sa.Column("story", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("severity", sa.String(length=16), nullable=False),
        sa.Column("grade", sa.Integer(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("first_seen", Moment(), nullable=False),
        sa.Column("last_seen", Moment(), nullable=False),
        sa.Column("present", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("verdict", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_findings")),
    )
    op.create_index("ix_findings_inbox", "findings", ["state", "first_seen", "grade", "id"], unique=False)
    op.create_index("ix_findings_kind", "findings", ["kind", "severity", "state"], unique=False)
    op.create_index("ix_findings_newest", "findings", ["first_seen", "grade", "id"], unique=False)
    op.create_index("ix_findings_story", "findings", ["story", "kind", "state"], unique=False)
    op.create_table(
        "pages",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("status", sa.Integer(), nullable=False),
        sa.Column("content_type", sa.Text(), nullable=True),
        sa.Column("etag", sa.Text(), nullable=True),
        sa.Column("last_modified", sa.Text(), nullable=True),
        sa.Column("archive", sa.Text(), nullable=True),
        sa.Column("first_seen", Moment(), nullable=False),
        sa.Column("last_seen", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pages")),
        sa.UniqueConstraint("url", "sha256", name=op.f("uq_pages_url_sha256")),
    )
    op.create_index(op.f("ix_pages_last_seen"), "pages", ["last_seen"], unique=False)
    op.create_table(
        "runs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("story", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("signature", sa.String(length=64), nullable=False),
        sa.Column("versions", sa.Integer(), nullable=False),
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("first_seen", Moment(), nullable=False),
        sa.Column("last_seen", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_runs")),
        sa.UniqueConstraint("story", "signature", name=op.f("uq_runs_story_signature")),
    )
    op.create_index("ix_runs_story_last_seen", "runs", ["story", "last_seen"], unique=False)
    op.create_table(
        "translations",
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("source", sa.String(length=16), nullable=False),
        sa.Column("target", sa.String(length=16), nullable=False),
        sa.Column("engine", sa.String(length=300), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("translated", sa.Text(), nullable=False),
        sa.Column("created", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("digest", "source", "target", "engine", name=op.f("pk_translations")),
    )
    op.create_table(
        "versions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("outlet", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("published", Moment(), nullable=True),
        sa.Column("headline", sa.Text(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("first_seen", Moment(), nullable=False),
        sa.Column("last_seen", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_versions")),
        sa.UniqueConstraint("url", "revision", name=op.f("uq_versions_url_revision")),
        sa.UniqueConstraint("url", "sha256", name=op.f("uq_versions_url_sha256")),
    )
    op.create_index(op.f("ix_versions_outlet"), "versions", ["outlet"], unique=False)
    op.create_table(
        "finding_tags",
        sa.Column("finding", sa.String(length=300), nullable=False),
        sa.Column("field", sa.String(length=16), nullable=False),
        sa.Column("value", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(["finding"], ["findings.id"], name=op.f("fk_finding_tags_finding"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("finding", "field", "value", name=op.f("pk_finding_tags")),
    )
    op.create_index("ix_finding_tags_field_value", "finding_tags", ["field", "value", "finding"], unique=False)
    op.create_table(
        "verdicts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("finding", sa.String(length=300), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["finding"], ["findings.id"], name=op.f("fk_verdicts_finding"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_verdicts")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_verdicts_finding"), "verdicts", ["finding"], unique=False)


def downgrade() -> None:
    """Drops every table, with what is in it."""
    op.drop_index(op.f("ix_verdicts_finding"), table_name="verdicts")
    op.drop_table("verdicts")
    op.drop_index("ix_finding_tags_field_value", table_name="finding_tags")
    op.drop_table("finding_tags")
    op.drop_index(op.f("ix_versions_outlet"), table_name="versions")
    op.drop_table("versions")
    op.drop_table("translations")
    op.drop_index("ix_runs_story_last_seen", table_name="runs")
    op.drop_table("runs")
    op.drop_index(op.f("ix_pages_last_seen"), table_name="pages")
    op.drop_table("pages")
    op.drop_index("ix_findings_story", table_name="findings")
    op.drop_index("ix_findings_newest", table_name="findings")
    op.drop_index("ix_findings_kind", table_name="findings")
    op.drop_index("ix_findings_inbox", table_name="findings")
    op.drop_table("findings")
    op.drop_table("embeddings")
