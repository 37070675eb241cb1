"""The Jinja environment that the static report and the review app share: every value is escaped."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from records.moment import written_month
from report.links import anchor, safe_url
from report.wording import KINDS, direction, language_name, plural, short_value, show_time

__all__ = ["STATIC_DIR", "TEMPLATES_DIR", "environment", "static_text"]

TEMPLATES_DIR = Path(__file__).resolve().parent / "templates"
STATIC_DIR = Path(__file__).resolve().parent / "static"


@cache
def environment() -> Environment:
    """Templates of ``report/templates``; autoescape is on for every file, an unknown name is an error."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES_DIR),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(
        anchor=anchor,
        direction=direction,
        kinds=KINDS,
        language_name=language_name,
        plural=plural,
        safe_url=safe_url,
        short_value=short_value,
        show_time=show_time,
        written_month=written_month,
    )
    return made


@cache
def static_text(name: str) -> Markup:
    """A style sheet or script of ours, to stand inside ``<style>`` or ``<script>`` as it is."""
    return Markup((STATIC_DIR / name).read_text(encoding="utf-8"))
