"""The report for people: one self-contained HTML page, and Markdown for a ticket."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping

from records.report import Report
from report.page import view_page
from report.templating import environment, static_text

__all__ = ["render_html", "render_markdown"]


def render_html(report: Report, archive: Mapping[str, str] | None = None) -> str:
    """``report`` as one page that loads nothing: styles and a small script stand inside, and the policy allows only
    those two by their hashes. It reads well without the script.

    ``archive`` maps version ids to where their archived record can be opened, relative to the page.
    """
    style, script = static_text("style.css"), static_text("report.js")
    policy = (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; base-uri 'none'; form-action 'none'"
    )
    page = environment().get_template("report.html")
    return page.render(page=view_page(report), style=style, script=script, policy=policy, archive=dict(archive or {}))


def render_markdown(report: Report) -> str:
    """``report`` as Markdown that reads well as plain text too; what texts say can't become markup."""
    from report.markdown import markdown

    return markdown(view_page(report))


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
