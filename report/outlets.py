"""The outlets as the review pages show them: what is configured, what was read of each, what could not be."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from configs.outlet import OutletConfig, load_outlet, outlet_names
from records.errors import InputError
from store.outlets import OutletTotals

__all__ = ["CheckedPage", "OutletCheck", "OutletChecker", "OutletForm", "OutletLine", "outlet_lines"]


@dataclass(frozen=True, slots=True)
class OutletForm:
    """What somebody writes to check an outlet; ``languages`` and ``feeds`` are lists with spaces between."""

    name: str = ""
    home: str = ""
    feeds: str = ""
    languages: str = ""
    country: str = ""
    kind: str = "private"
    allow_private: bool = False

    @staticmethod
    def of(form: Mapping[str, str]) -> OutletForm:
        """The fields of a form, without spaces around them, of bounded length."""
        names = ("name", "home", "feeds", "languages", "country", "kind")
        given = {name: form[name].strip()[:1000] for name in names if name in form}
        return OutletForm(**given, allow_private="allow_private" in form)


@dataclass(frozen=True, slots=True)
class CheckedPage:
    """An article as it would be kept; ``why`` instead when it could not be used."""

    url: str
    headline: str = ""
    published: datetime | None = None
    language: str | None = None
    first: str = ""
    end: str = ""
    words: int = 0
    why: str = ""
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OutletCheck:
    """What came of a check: ``faults`` to mend, the file to commit when there are none, and articles as extracted."""

    file: str = ""
    yaml: str = ""
    faults: tuple[str, ...] = ()
    pages: tuple[CheckedPage, ...] = ()


OutletChecker = Callable[[OutletForm], OutletCheck]
"""Fetches; so it is passed in by whoever may (``flows``)."""


@dataclass(frozen=True, slots=True)
class OutletLine:
    """An outlet in the list; ``config`` is None for one that stories name and no file describes."""

    id: str
    config: OutletConfig | None
    totals: OutletTotals
    trouble: str = ""
    """What is wrong with its file."""

    @property
    def name(self) -> str:
        return self.config.name if self.config is not None else self.id


def outlet_lines(totals: Mapping[str, OutletTotals]) -> list[OutletLine]:
    """Every outlet that is configured or was read, by id: those that were read first."""
    configured = set(outlet_names())
    lines = [_line(id, id in configured, totals.get(id, OutletTotals())) for id in sorted({*configured, *totals})]
    return sorted(lines, key=lambda line: line.totals.last is None)


def _line(id: str, is_configured: bool, totals: OutletTotals) -> OutletLine:
    if not is_configured:
        return OutletLine(id, None, totals)
    try:
        return OutletLine(id, load_outlet(id), totals)
    except InputError as error:
        return OutletLine(id, None, totals, str(error))
