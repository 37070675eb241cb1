"""What a row of the inbox says of its finding: made once for each, since a page has fifty of them."""

from __future__ import annotations

from functools import lru_cache

from markupsafe import Markup

from records.discrepancy import Discrepancy
from report.templating import environment

__all__ = ["row_words"]

_KEPT = 4_096
"""Rows of about 1.5 kB."""


@lru_cache(maxsize=_KEPT)
def row_words(found: Discrepancy, story: str) -> Markup:
    """Kind, story, values of the sides and summary, as HTML; nothing in it depends on who looks."""
    return Markup(environment().get_template("row.html").render(record=found, story=story))
