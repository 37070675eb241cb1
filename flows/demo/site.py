"""Renders the demo's pages and feeds, all of them once, as bytes by path."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from flows.demo.articles import DemoArticle, DemoOutlet, load_demo_outlets

__all__ = ["SitePage", "render_site"]

TEMPLATES_DIR = Path(__file__).resolve().parent / "templates"


@dataclass(frozen=True, slots=True)
class SitePage:
    """What the server sends for a path; ``modified`` is aware."""

    body: bytes
    content_type: str
    modified: datetime

    @property
    def etag(self) -> str:
        return f'"{hashlib.sha256(self.body).hexdigest()[:20]}"'


def render_site(base_url: str) -> dict[str, SitePage]:
    """Every page of every outlet, by path; ``base_url`` (no slash at its end) begins the links of the feeds."""
    outlets = load_demo_outlets()
    newest = max(article.published for outlet in outlets for article in outlet.articles)
    pages = {"/": _html(_render("index.html.j2", outlets=outlets), newest)}
    for outlet in outlets:
        latest = max(article.published for article in outlet.articles)
        front = _render("front.html.j2", outlet=outlet)
        feed = _render("feed.xml.j2", outlet=outlet, base=base_url, rfc822=format_datetime)
        pages[f"/{outlet.slug}/"] = _html(front, latest)
        pages[f"/{outlet.slug}/feed.xml"] = SitePage(feed.encode(), "application/rss+xml; charset=utf-8", latest)
        for article in outlet.articles:
            page = _render(f"{outlet.slug}.html.j2", outlet=outlet, article=article, base=base_url)
            pages[outlet.path_of(article)] = _html(page, article.published)
    return pages


def _html(text: str, modified: datetime) -> SitePage:
    return SitePage(text.encode(), "text/html; charset=utf-8", modified)


def _render(template: str, **values: Any) -> str:
    return _environment().get_template(template).render(**values)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES_DIR),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["json_ld"] = _json_ld
    return environment


def _json_ld(outlet: DemoOutlet, article: DemoArticle, base: str, kind: str = "NewsArticle") -> dict[str, Any]:
    return {
        "@context": "https://schema.org",
        "@type": kind,
        "headline": article.headline,
        "datePublished": article.published.isoformat(),
        "inLanguage": outlet.language,
        "author": [{"@type": "Person", "name": article.author}],
        "publisher": {"@type": "NewsMediaOrganization", "name": outlet.site},
        "mainEntityOfPage": base + outlet.path_of(article),
        "articleSection": article.section,
    }
