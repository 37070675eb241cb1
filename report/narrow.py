"""The inbox as SQL: which findings the filters let through, and in which order."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, UnaryExpression, and_, func, or_, select

from report.inbox import Filters
from store.schema import finding_tags, findings

__all__ = ["after", "before", "conditions", "newest_first"]


def newest_first(filters: Filters, turned: bool = False) -> list[UnaryExpression[Any]]:
    """The order of the inbox: newest, gravest, surest, by id; ``turned`` is the other way round."""
    c = findings.c
    # a story has few findings: sorting them beats walking an index of all, which SQLite would take for its order
    first_seen = c.first_seen if filters.story is None else func.coalesce(c.first_seen, c.first_seen)
    if turned:
        return [first_seen.asc(), c.grade.desc(), c.confidence.asc(), c.id.desc()]
    return [first_seen.desc(), c.grade.asc(), c.confidence.desc(), c.id.asc()]


def conditions(filters: Filters) -> list[ColumnElement[bool]]:
    """What a row of ``findings`` must fulfil; findings that the last run of their story did not find stay out."""
    exact = {"story": filters.story, "kind": filters.kind, "severity": filters.severity, "state": filters.state}
    found = [findings.c.present, *(findings.c[name] == value for name, value in exact.items() if value is not None)]
    for name, value in (("outlet", filters.outlet), ("language", filters.language)):
        if value is not None:
            tags = finding_tags.alias()  # its own, because the query around it may join the same table
            tagged = select(tags.c.finding).where(tags.c.field == name, tags.c.value == value)
            found.append(findings.c.id.in_(tagged))
    if filters.first is not None:
        found.append(findings.c.first_seen >= datetime.combine(filters.first, time.min, UTC))
    if filters.last is not None:
        found.append(findings.c.first_seen < datetime.combine(filters.last, time.min, UTC) + timedelta(days=1))
    if filters.words is not None:
        found.append(findings.c.words.contains(filters.words.casefold(), autoescape=True))
    return found


def before(row: RowMapping) -> ColumnElement[bool]:
    """Rows that stand before ``row`` in the order of ``newest_first``."""
    return _beyond(row, -1)


def after(row: RowMapping) -> ColumnElement[bool]:
    """Rows that stand after ``row`` in the order of ``newest_first``."""
    return _beyond(row, 1)


def _beyond(row: RowMapping, step: int) -> ColumnElement[bool]:
    """Lexicographic comparison over columns of which some descend; ``step`` 1 is after, -1 before."""
    c = findings.c
    columns = [(c.first_seen, -step), (c.grade, step), (c.confidence, -step), (c.id, step)]
    cases = []
    for number, (column, way) in enumerate(columns):
        equal = [earlier == row[earlier.name] for earlier, _ in columns[:number]]
        cases.append(and_(*equal, column > row[column.name] if way > 0 else column < row[column.name]))
    return or_(*cases)
