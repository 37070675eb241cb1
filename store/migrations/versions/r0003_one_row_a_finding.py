"""All that the inbox narrows by in the finding's own row, numbered changes, faults of runs, an audit log."""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

from store.schema import Moment

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Moves the tags into their findings; reads the faults out of the reports."""
    for name in ("outlets", "languages"):
        op.add_column("findings", sa.Column(name, sa.Text(), nullable=False, server_default="[]"))
    op.add_column("findings", sa.Column("changed", sa.Integer(), nullable=False, server_default="1"))
    op.add_column("runs", sa.Column("unusable", sa.Text(), nullable=False, server_default="[]"))
    _move_tags()
    _read_faults()
    op.drop_index("ix_finding_tags_field_value", table_name="finding_tags")
    op.drop_table("finding_tags")
    for name in ("inbox", "newest", "kind"):
        op.drop_index(f"ix_findings_{name}", table_name="findings")
    op.create_index("ix_findings_changed", "findings", ["changed"], unique=False)
    op.create_table(
        "changes",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_changes")),
    )
    op.execute("INSERT INTO changes (number) VALUES (1)")
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("action", sa.String(length=32), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
        sqlite_autoincrement=True,
    )


def _move_tags() -> None:
    connection = op.get_bind()
    rows = connection.execute(sa.text("SELECT finding, field, value FROM finding_tags ORDER BY finding, field, value"))
    tags: dict[str, dict[str, list[str]]] = {}
    for finding, field, value in rows:
        tags.setdefault(finding, {"outlet": [], "language": []}).setdefault(field, []).append(value)
    moved = [
        {"id": finding, "outlets": _listed(fields["outlet"]), "languages": _listed(fields["language"])}
        for finding, fields in tags.items()
    ]
    if moved:
        update = sa.text("UPDATE findings SET outlets = :outlets, languages = :languages WHERE id = :id")
        connection.execute(update, moved)


def _read_faults() -> None:
    connection = op.get_bind()
    for key in list(connection.execute(sa.text("SELECT id FROM runs")).scalars()):
        report = connection.execute(sa.text("SELECT report FROM runs WHERE id = :id"), {"id": key}).scalar_one()
        unusable = _listed(json.loads(report).get("unusable", []))
        update = sa.text("UPDATE runs SET unusable = :unusable WHERE id = :id")
        connection.execute(update, {"id": key, "unusable": unusable})


def _listed(values: object) -> str:
    return json.dumps(values, ensure_ascii=False)


def downgrade() -> None:
    """Back to tags of their own; the audit log is lost."""
    connection = op.get_bind()
    op.create_table(
        "finding_tags",
        sa.Column("finding", sa.String(length=300), nullable=False),
        sa.Column("field", sa.String(length=16), nullable=False),
        sa.Column("value", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(["finding"], ["findings.id"], name=op.f("fk_finding_tags_finding"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("finding", "field", "value", name=op.f("pk_finding_tags")),
    )
    op.create_index("ix_finding_tags_field_value", "finding_tags", ["field", "value", "finding"], unique=False)
    tags = [
        {"finding": key, "field": field, "value": value}
        for key, outlets, languages in connection.execute(sa.text("SELECT id, outlets, languages FROM findings"))
        for field, values in (("outlet", outlets), ("language", languages))
        for value in json.loads(values)
    ]
    if tags:
        connection.execute(sa.text("INSERT INTO finding_tags VALUES (:finding, :field, :value)"), tags)
    op.drop_table("audit")
    op.drop_table("changes")
    op.drop_index("ix_findings_changed", table_name="findings")
    op.create_index("ix_findings_inbox", "findings", ["state", "first_seen", "grade", "id"], unique=False)
    op.create_index("ix_findings_newest", "findings", ["first_seen", "grade", "id"], unique=False)
    op.create_index("ix_findings_kind", "findings", ["kind", "severity", "state"], unique=False)
    op.drop_column("runs", "unusable")
    for name in ("changed", "languages", "outlets"):
        op.drop_column("findings", name)
