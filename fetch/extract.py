"""Reads the article out of the bytes of a page: no network, no clock."""

from __future__ import annotations

import copy
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path

from lxml import html
from lxml.html import HtmlElement

from configs.outlet import Hints
from configs.pipeline import FetchSettings
from fetch.body import article_paragraphs
from fetch.charset import decode_page
from fetch.live import is_live_blog, live_entries
from fetch.metadata import Metadata, read_metadata
from fetch.version import count_words
from fetch.wall import why_no_article
from records.errors import UnusableError

__all__ = ["MOST_ENTRIES", "Page", "extract_page", "extract_pages", "page_fields"]

MOST_ENTRIES = 40
"""Entries of a live blog that are read; each new one was read when it was one of the last."""
_LONGEST_HEAD = 12
_SHORT_LINE = 8


@dataclass(frozen=True, slots=True)
class Page:
    """The article of a page. ``text`` is its body, one paragraph a line; ``language`` is what the page says it is."""

    headline: str
    published: datetime | None
    authors: tuple[str, ...]
    language: str | None
    text: str
    entry: str = ""
    """Of a live blog: which of its entries this is, fit for the fragment of an address."""


def extract_pages(
    body: bytes,
    url: str,
    content_type: str | None = None,
    settings: FetchSettings | None = None,
    hints: Hints | None = None,
) -> tuple[Page, ...]:
    """As ``extract_page``; a live blog is a page for each of its entries, the last ``MOST_ENTRIES`` of them.

    Raises:
        UnusableError: as ``extract_page``, or a live blog's entries can't be told apart.
    """
    settings = settings or FetchSettings()
    tree = _tree(body, url, content_type)
    about = read_metadata(tree)
    if not is_live_blog(tree, about.types):
        return (extract_page(body, url, content_type, settings, hints),)
    entries = [one for one in live_entries(tree) if count_words(one.text) >= settings.fewest_words]
    if not entries:
        raise UnusableError(
            "extract", f"{url}: a live blog whose entries can't be told apart; give the address of an article."
        )
    latest = sorted(entries, key=lambda one: "" if one.published is None else one.published.isoformat(), reverse=True)
    kept = {one.id for one in latest[:MOST_ENTRIES]}
    return tuple(
        Page(one.headline, one.published or about.published, about.authors, about.language, one.text, one.id)
        for one in entries
        if one.id in kept
    )


def extract_page(
    body: bytes,
    url: str,
    content_type: str | None = None,
    settings: FetchSettings | None = None,
    hints: Hints | None = None,
) -> Page:
    """The article in ``body``, the bytes that ``url`` gave.

    ``content_type`` is the server's header, for its charset; ``hints`` are those of the outlet's file.

    Raises:
        UnusableError: the bytes are no text or no page, or the page holds no article: a consent or paywall page, a
            gallery, a list of links, one word.
    """
    settings = settings or FetchSettings()
    tree = _tree(body, url, content_type)
    about = read_metadata(tree)
    if hints is not None:
        about, tree = _hinted(about, tree, hints)
    paragraphs = _without_repeats(article_paragraphs(copy.deepcopy(tree), url), about)
    if not paragraphs and about.article_body:
        paragraphs = [about.article_body]
    text = "\n".join(paragraphs)
    why = why_no_article(tree, about, text, count_words(text), settings.fewest_words)
    if why is not None:
        raise UnusableError("extract", f"{url}: {why}")
    return Page(about.headline or paragraphs[0], about.published, about.authors, about.language, text)


def _tree(body: bytes, url: str, content_type: str | None) -> HtmlElement:
    if not body.strip():
        raise UnusableError("extract", f"{url}: the page is empty (0 bytes); fetch it again or check the address.")
    text = decode_page(body, content_type)
    if text is None:
        raise UnusableError(
            "extract", f"{url}: {len(body)} bytes beginning {body[:8]!r} are no text in any known encoding; "
            "give a web page."
        )  # fmt: skip
    text = text.replace("\0", "")
    if "<" not in text:
        raise UnusableError("extract", f"{url}: plain text without markup, {text[:40]!r}; give it as a .txt file.")
    try:
        # bytes, not text: lxml refuses a text that names its encoding
        tree = html.document_fromstring(text.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8"))
    except (ValueError, html.etree.ParserError) as error:
        raise UnusableError("extract", f"{url}: no page ({error}); check the address in a browser.") from None
    return tree


def _hinted(about: Metadata, tree: HtmlElement, hints: Hints) -> tuple[Metadata, HtmlElement]:
    """Headline and body where the outlet's file says that they are; a hint that finds nothing is passed over."""
    for path in hints.remove:
        for element in tree.xpath(path):
            if element.getparent() is not None:
                element.drop_tree()
    shown = [
        " ".join(element.text_content().split()) for element in (tree.xpath(hints.headline) if hints.headline else ())
    ]
    bodies = tree.xpath(hints.body) if hints.body else []
    if bodies:
        page = html.document_fromstring("<html><body><article></article></body></html>")
        article = next(page.iter("article"))
        for element in bodies:
            article.append(copy.deepcopy(element))
        tree = page
    return (replace(about, headline=shown[0]) if any(shown[:1]) else about), tree


def _without_repeats(paragraphs: Sequence[str], about: Metadata) -> list[str]:
    """``paragraphs`` without what comes before the headline, the headline, the authors' line, and doubles in a row."""
    headline = about.headline.casefold()
    first = next((n for n, p in enumerate(paragraphs[:_LONGEST_HEAD]) if p.casefold() == headline), -1)
    if any(count_words(paragraph) > _SHORT_LINE for paragraph in paragraphs[: max(first, 0)]):
        first = -1
    kept: list[str] = []
    for paragraph in paragraphs[first + 1 :]:
        is_byline = len(paragraph.split()) <= _SHORT_LINE and any(name in paragraph for name in about.authors)
        if not (is_byline and len(kept) < 2) and (not kept or kept[-1] != paragraph):
            kept.append(paragraph)
    return kept


def page_fields(path: Path) -> dict[str, object]:
    """The article of the saved page at ``path``, its fields fit for JSON.

    Raises:
        OSError: the file can't be read.
        UnusableError: as ``extract_page``.
    """
    page = extract_page(path.read_bytes(), path.name)
    fields = {name: value for name, value in asdict(page).items() if name != "entry"}
    return {**fields, "published": None if page.published is None else page.published.isoformat()}


def main(arguments: Sequence[str]) -> int:
    """Prints the article of a saved page as JSON; status 1 when it holds none, 2 when there is no such file."""
    if len(arguments) != 1:
        sys.stderr.write("usage: python -m fetch.extract FILE.html\n")
        return 2
    path = Path(arguments[0])
    try:
        fields = page_fields(path)
    except OSError as error:
        sys.stderr.write(f"{path}: {error.strerror}; check the path.\n")
        return 2
    except UnusableError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write(json.dumps(fields, ensure_ascii=False, indent=1) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
