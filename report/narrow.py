"""The inbox as SQL: which findings the filters let through, in which order, how many of each sort."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, and_, func, or_, select

from report.inbox import Filters
from store.schema import finding_tags, findings

__all__ = ["NEWEST_FIRST", "OLDEST_FIRST", "OPTIONS", "after", "before", "conditions", "count_by", "count_states"]

OPTIONS = 60
"""How many values of a field are offered to choose from, the most frequent first."""
NEWEST_FIRST = (findings.c.first_seen.desc(), findings.c.grade, findings.c.confidence.desc(), findings.c.id)
OLDEST_FIRST = (findings.c.first_seen, findings.c.grade.desc(), findings.c.confidence, findings.c.id.desc())


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


def count_states(connection: Connection, filters: Filters) -> dict[str, int]:
    """How many findings of each state the other filters let through."""
    wide = replace(filters, state=None)
    query = select(findings.c.state, func.count()).where(*conditions(wide)).group_by(findings.c.state)
    return {str(state): int(number) for state, number in connection.execute(query)}


def count_by(connection: Connection, filters: Filters) -> dict[str, dict[str, int]]:
    """For each field that has choices, its most frequent values under ``filters``, by name."""
    where = conditions(filters)
    counts: dict[str, dict[str, int]] = {}
    for name in ("story", "kind", "severity"):
        column = findings.c[name]
        counts[name] = _counted(connection, select(column, func.count()).where(*where).group_by(column))
    joined = select(finding_tags.c.value, func.count()).join(findings, findings.c.id == finding_tags.c.finding)
    for name in ("outlet", "language"):
        query = joined.where(finding_tags.c.field == name, *where).group_by(finding_tags.c.value)
        counts[name] = _counted(connection, query)
    return counts


def before(row: RowMapping) -> ColumnElement[bool]:
    """Rows that stand before ``row`` in ``NEWEST_FIRST``."""
    return _beyond(row, -1)


def after(row: RowMapping) -> ColumnElement[bool]:
    """Rows that stand after ``row`` in ``NEWEST_FIRST``."""
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


def _counted(connection: Connection, query: Any) -> dict[str, int]:
    limited = query.order_by(func.count().desc()).limit(OPTIONS)
    return dict(sorted((str(value), int(number)) for value, number in connection.execute(limited)))
