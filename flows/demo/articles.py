"""The demo's outlets and their articles, as data."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from pathlib import Path

from pydantic import Field

from configs.load import Strict, load_yaml

__all__ = ["DemoArticle", "DemoOutlet", "load_demo_outlets"]

ARTICLES_DIR = Path(__file__).resolve().parent / "articles"


class Labels(Strict):
    """The small print around an article, in the outlet's language."""

    byline: str
    photo: str
    related: str
    consent: str
    accept: str
    reject: str
    newsletter: str
    fiction: str
    """Says that outlet, figures and quotes are invented."""
    front: str


class DemoArticle(Strict):
    """One article; ``body`` is its paragraphs."""

    slug: str = Field(pattern=r"^[a-z0-9/-]+$")
    section: str
    headline: str
    summary: str
    author: str
    published: datetime
    caption: str
    body: tuple[str, ...] = Field(min_length=1)


class DemoOutlet(Strict):
    """A fictional outlet; ``outlet`` names its file in ``configs/outlets/``."""

    outlet: str = Field(pattern=r"^demo-[a-z]+$")
    site: str
    tagline: str
    language: str
    menu: tuple[str, ...]
    labels: Labels
    related: tuple[str, ...]
    articles: tuple[DemoArticle, ...] = Field(min_length=1)

    @property
    def slug(self) -> str:
        """First part of its addresses on the demo's server."""
        return self.outlet.removeprefix("demo-")

    def path_of(self, article: DemoArticle) -> str:
        """Where the server shows ``article``."""
        return f"/{self.slug}/{article.slug}"


@cache
def load_demo_outlets() -> tuple[DemoOutlet, ...]:
    """All outlets of the demo, in the order of their files.

    Raises:
        InputError: a file does not fit.
    """
    return tuple(load_yaml(path, DemoOutlet) for path in sorted(ARTICLES_DIR.glob("*.yml")))
