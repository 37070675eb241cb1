"""Checks an outlet that somebody writes into the review pages' form: the file it would have, and what would be kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

import yaml
from pydantic import ValidationError

from configs.outlet import OutletConfig
from configs.pipeline import FetchSettings
from fetch.download import Downloader
from fetch.extract import extract_page
from fetch.feeds import read_feed
from records.errors import UnusableError
from report.outlets import CheckedPage, OutletCheck, OutletChecker, OutletForm

__all__ = ["outlet_checker"]

ARTICLES = 3
"""Articles that are read for a check."""


def outlet_checker(settings: FetchSettings) -> OutletChecker:
    """A checker that fetches within ``settings``; never from a private network."""

    def check(form: OutletForm) -> OutletCheck:
        outlet, faults = _read_form(form)
        if outlet is None:
            return OutletCheck(faults=faults)
        with Downloader(settings) as downloader:
            pages, troubles = _articles(outlet, downloader)
        name = re.sub(r"[^a-z0-9]+", "-", (urlsplit(outlet.home).hostname or "outlet").removeprefix("www.")).strip("-")
        return OutletCheck(f"configs/outlets/{name}.yml", _yaml(outlet), troubles, pages)

    return check


def _read_form(form: OutletForm) -> tuple[OutletConfig | None, tuple[str, ...]]:
    raw = {
        "name": form.name,
        "home": form.home,
        "languages": form.languages.split(),
        "country": form.country.upper(),
        "kind": form.kind,
        "feeds": form.feeds.split(),
    }
    try:
        return OutletConfig.model_validate(raw), ()
    except ValidationError as error:
        return None, tuple(dict.fromkeys(_fault(e["loc"], str(e["msg"])) for e in error.errors()))


_EXPECTED = {
    "name": "write it as the report should print it",
    "languages": "write codes with spaces between, such as: en cy",
    "country": "write two letters (ISO 3166-1), such as: GB",
}


def _fault(location: tuple[int | str, ...], message: str) -> str:
    field = str(location[0]) if location else ""
    if field in _EXPECTED:
        return f"{field}: {_EXPECTED[field]}"
    return f"{field}: {message}" if field else message.removeprefix("Value error, ")


def _articles(outlet: OutletConfig, downloader: Downloader) -> tuple[tuple[CheckedPage, ...], tuple[str, ...]]:
    if not outlet.feeds:
        return (), ("feeds: none is given, so there is nothing to read; write the address of a feed.",)
    feed = urljoin(outlet.home, outlet.feeds[0].url)
    try:
        items = read_feed(downloader.get(feed).body, feed)
    except UnusableError as error:
        return (), (f"feeds: {error.why}",)
    if not items:
        return (), (f"feeds: {feed} lists nothing.",)
    return tuple(_page(item.url, downloader) for item in items[:ARTICLES]), ()


def _page(url: str, downloader: Downloader) -> CheckedPage:
    try:
        answer = downloader.get(url)
        page = extract_page(answer.body, url, answer.headers.get("content-type"), downloader.settings)
    except UnusableError as error:
        return CheckedPage(url, why=error.why)
    lines = [line for line in page.text.split("\n") if line.strip()] or [""]
    return CheckedPage(url, page.headline, page.published, page.language, lines[0], lines[-1], len(page.text.split()))


def _yaml(outlet: OutletConfig) -> str:
    return "\n".join(_lines(outlet)) + "\n"


def _lines(outlet: OutletConfig) -> Iterator[str]:
    yield f"name: {_scalar(outlet.name)}"
    yield f"home: {_scalar(outlet.home)}"
    yield f"languages: [{', '.join(map(_scalar, outlet.languages))}]"
    yield f"country: {outlet.country}"
    yield f"kind: {outlet.kind}"
    yield "feeds:"
    yield from (f"  - {_scalar(feed.url)}" for feed in outlet.feeds)
    yield "verified: never"


def _scalar(text: str) -> str:
    return yaml.safe_dump(text, allow_unicode=True, width=10_000).removesuffix("\n").removesuffix("\n...")
