"""Checks an outlet that somebody writes into the review pages' form: the file it would have, and what would be kept."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import yaml
from pydantic import ValidationError

from configs.faults import faults_of
from configs.outlet import OutletConfig
from configs.pipeline import FetchSettings
from fetch.download import ALLOW_PRIVATE, Downloader
from flows.outlet_check import CheckedArticle, check_outlet
from report.outlets import CheckedPage, OutletCheck, OutletChecker, OutletForm

__all__ = ["outlet_checker"]


def outlet_checker(settings: FetchSettings, private: bool = False) -> OutletChecker:
    """A checker that fetches within ``settings``; from a private network only where ``private`` lets it and the form
    asks for it, and then from the outlet's own host alone.
    """

    def check(form: OutletForm) -> OutletCheck:
        if form.allow_private and not private:
            return OutletCheck(faults=("allow_private: not from here; run `synoptic outlets add --allow-private`",))
        outlet, faults = _read_form(form)
        if outlet is None:
            return OutletCheck(faults=faults)
        name = re.sub(r"[^a-z0-9]+", "-", (urlsplit(outlet.home).hostname or "outlet").removeprefix("www.")).strip("-")
        with tempfile.TemporaryDirectory() as kept, Downloader(settings) as downloader:
            checked = check_outlet(name, outlet, downloader, Path(kept), datetime.now(UTC), settings.tries)
        advice = "tick 'on a private network'" if private else "run `synoptic outlets add --allow-private`"
        troubles = tuple(f"feeds: {fault.replace(ALLOW_PRIVATE, advice)}" for fault in checked.faults)
        return OutletCheck(f"configs/outlets/{name}.yml", _yaml(outlet), troubles, tuple(map(_page, checked.articles)))

    return check


def _read_form(form: OutletForm) -> tuple[OutletConfig | None, tuple[str, ...]]:
    raw = {
        "name": form.name,
        "home": form.home,
        "languages": form.languages.replace(",", " ").split(),
        "country": form.country.upper(),
        "kind": form.kind,
        "feeds": form.feeds.split(),
        "allow_private": form.allow_private,
    }
    try:
        return OutletConfig.model_validate(raw), ()
    except ValidationError as error:
        return None, tuple(f"{place[0]}: {what}" for place, what in faults_of(error, OutletConfig))


def _page(article: CheckedArticle) -> CheckedPage:
    version = article.version
    if version is None:
        return CheckedPage(article.url, why=article.why)
    lines = [line for line in version.text.partition("\n\n")[2].split("\n") if line.strip()] or [""]
    return CheckedPage(
        article.url,
        version.headline,
        version.published,
        version.language,
        lines[0],
        lines[-1],
        len(version.text.split()),
        warnings=article.warnings,
    )


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
    if outlet.allow_private:
        yield "allow_private: true"
    yield "verified: never"


def _scalar(text: str) -> str:
    return yaml.safe_dump(text, allow_unicode=True, width=10_000).removesuffix("\n").removesuffix("\n...")
