"""What watching outlets needs: listed pages, stories' pages, notices, and what a text says without its labels."""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

from records.version import substance_digest
from store.schema import Moment

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the tables and the column, and fills the column for the texts that are there."""
    op.create_table(
        "listings",
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("outlet", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("published", Moment(), nullable=True),
        sa.Column("listed", sa.String(length=64), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("archive", sa.Text(), nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("matched", sa.String(length=64), nullable=False),
        sa.Column("first_seen", Moment(), nullable=False),
        sa.Column("next_check", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("url", name=op.f("pk_listings")),
    )
    op.create_index("ix_listings_outlet_next_check", "listings", ["outlet", "next_check"], unique=False)
    op.create_index("ix_listings_state", "listings", ["state"], unique=False)
    op.create_table(
        "memberships",
        sa.Column("story", sa.String(length=200), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("outlet", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("story", "url", name=op.f("pk_memberships")),
    )
    op.create_index("ix_memberships_state", "memberships", ["state", "at"], unique=False)
    op.create_table(
        "notices",
        sa.Column("finding", sa.String(length=300), nullable=False),
        sa.Column("told", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("finding", name=op.f("pk_notices")),
    )
    with op.batch_alter_table("versions") as batch:
        batch.add_column(sa.Column("substance", sa.String(length=64), nullable=False, server_default=""))
    _fill(op.get_bind())


def _fill(connection: sa.Connection) -> None:
    rows = connection.execute(sa.text("SELECT id, record FROM versions")).all()
    for key, record in rows:
        digest = substance_digest(json.loads(record)["text"])
        connection.execute(
            sa.text("UPDATE versions SET substance = :digest WHERE id = :id"), {"digest": digest, "id": key}
        )


def downgrade() -> None:
    """Takes them away again, with what is in them."""
    with op.batch_alter_table("versions") as batch:
        batch.drop_column("substance")
    op.drop_table("notices")
    op.drop_index("ix_memberships_state", table_name="memberships")
    op.drop_table("memberships")
    op.drop_index("ix_listings_state", table_name="listings")
    op.drop_index("ix_listings_outlet_next_check", table_name="listings")
    op.drop_table("listings")
