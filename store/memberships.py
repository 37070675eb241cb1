"""Which pages belong to which story, who said so and why; what a person said stays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import select, update

from store.database import Store, insert_new
from store.schema import memberships

__all__ = [
    "MACHINE",
    "Membership",
    "decide_membership",
    "member_urls",
    "members_of",
    "save_memberships",
    "unsure_memberships",
]

MACHINE = "synoptic"
State = Literal["in", "unsure", "out"]


@dataclass(frozen=True, slots=True)
class Membership:
    """A page and a story: ``score`` is 0..1, ``why`` a sentence for the reviewer, ``by`` who decided."""

    story: str
    url: str
    outlet: str
    state: State
    score: float
    why: str
    by: str = MACHINE


_FIELDS = ("story", "url", "outlet", "state", "score", "why", "by")


def save_memberships(store: Store, found: Sequence[Membership]) -> tuple[Membership, ...]:
    """Keeps what matching found; those that are new or say something else than before.

    A decision of a person is left alone.
    """
    changed = []
    with store.write() as connection:
        now = store.clock()
        for one in found:
            same = (memberships.c.story == one.story) & (memberships.c.url == one.url)
            known = connection.execute(select(memberships.c.state, memberships.c.by).where(same)).one_or_none()
            if known is None:
                insert_new(connection, memberships, [_values(one) | {"at": now}])
            elif known.by != MACHINE or known.state == one.state:
                continue
            else:
                still = same & (memberships.c.by == MACHINE)
                connection.execute(update(memberships).where(still).values(**_values(one), at=now))
            changed.append(one)
    return tuple(changed)


def decide_membership(store: Store, story: str, url: str, state: State, by: str) -> bool:
    """Keeps what a person decided on a page; False when the page was never held against the story."""
    same = (memberships.c.story == story) & (memberships.c.url == url)
    with store.write() as connection:
        values = {"state": state, "by": by, "at": store.clock()}
        return connection.execute(update(memberships).where(same).values(**values)).rowcount > 0


def members_of(store: Store, story: str) -> tuple[Membership, ...]:
    """The pages that are in ``story``, by outlet and address."""
    return _found(store, (memberships.c.story == story) & (memberships.c.state == "in"))


def member_urls(store: Store) -> frozenset[str]:
    """The pages that are in any story."""
    with store.read() as connection:
        found = connection.execute(select(memberships.c.url).where(memberships.c.state == "in")).scalars()
        return frozenset(found)


def unsure_memberships(store: Store) -> tuple[Membership, ...]:
    """The pages that a person should look at, of all stories."""
    return _found(store, memberships.c.state == "unsure")


def _found(store: Store, condition: object) -> tuple[Membership, ...]:
    query = (
        select(*(memberships.c[name] for name in _FIELDS))
        .where(condition)  # type: ignore[arg-type]  # SQLAlchemy types comparisons of columns as bool
        .order_by(memberships.c.story, memberships.c.outlet, memberships.c.url)
    )
    with store.read() as connection:
        return tuple(Membership(*row) for row in connection.execute(query))


def _values(one: Membership) -> dict[str, object]:
    return {name: getattr(one, name) for name in _FIELDS}
