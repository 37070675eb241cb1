"""``configs/outlets/<name>.yml``: one news outlet, where its feeds are and what to expect of it."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import regex
from pydantic import Field, field_validator, model_validator

from configs.load import Strict, load_yaml
from configs.place import outlets_dir
from configs.tags import UNKNOWN_LANGUAGE, Country, Language
from records.errors import InputError

__all__ = [
    "ExpectedRanges",
    "Feed",
    "Hints",
    "OutletConfig",
    "Politeness",
    "is_web_address",
    "load_outlet",
    "load_outlets",
    "outlet_names",
    "outlet_schema",
]


class Feed(Strict):
    """Where new articles are listed."""

    url: str = Field(min_length=1)
    """Absolute, or a path below ``home``'s host."""
    kind: Literal["feed", "sitemap", "section"] = "feed"
    """``feed`` is RSS, Atom or JSON Feed; ``section`` is a page of links."""
    links: str | None = None
    """For a section: a regular expression that the path of an article matches."""

    @field_validator("url")
    @classmethod
    def _an_address(cls, value: str) -> str:
        has_scheme = re.match("[A-Za-z][A-Za-z0-9+.-]*:", value) is not None
        if re.search(r"\s", value) or (has_scheme and not is_web_address(value)):
            raise ValueError("expected an address such as https://packet.example/rss.xml, or a path such as /rss.xml")
        return value

    @field_validator("links")
    @classmethod
    def _an_expression(cls, value: str | None) -> str | None:
        try:
            regex.compile(value or "")
        except regex.error as error:
            raise ValueError(f"expected a regular expression such as ^/news/[0-9]+, {error}") from None
        return value

    @model_validator(mode="after")
    def _a_section_has_links(self) -> Feed:
        if self.kind == "section" and self.links is None:
            raise ValueError("links: it is missing, a section needs a regular expression such as ^/news/[0-9]+")
        return self


class Hints(Strict):
    """What extraction can't see by itself; rarely needed."""

    headline: str | None = None
    """XPath of the headline."""
    body: str | None = None
    """XPath of the element that holds the article."""
    remove: tuple[str, ...] = ()
    """XPaths of elements inside it that are no part of the article."""

    @field_validator("headline", "body", "remove")
    @classmethod
    def _are_paths(cls, value: str | tuple[str, ...] | None) -> str | tuple[str, ...] | None:
        from lxml import etree

        for path in (value,) if isinstance(value, str) else value or ():
            try:
                etree.XPath(path)
            except etree.XPathError as error:
                raise ValueError(f"{path!r} is no XPath ({error}), expected e.g. //div[@class='story']") from None
        return value


class Politeness(Strict):
    """How the outlet's host is treated."""

    pause_seconds: float = Field(default=1.0, ge=0)
    """Wait between two requests."""
    robots: bool = True
    """Whether robots.txt is obeyed."""


class ExpectedRanges(Strict):
    """What is normal; too few is an error, too many a warning."""

    articles_a_day: tuple[int, int] | None = None
    """New pages in its feeds in a day; counted from the second day on."""
    sentences: tuple[int, int] = (3, 400)
    """Sentences of one article."""

    @field_validator("articles_a_day", "sentences")
    @classmethod
    def _least_first(cls, value: tuple[int, int] | None) -> tuple[int, int] | None:
        if value is not None and not 0 <= value[0] <= value[1]:
            raise ValueError("expected [fewest, most], such as [3, 400]")
        return value


class OutletConfig(Strict):
    """An outlet. Adding one changes no Python."""

    name: str = Field(min_length=1)
    """As the report prints it."""
    home: str = Field(min_length=1)
    """Its address; a path only for outlets of the demo's own server."""
    languages: tuple[Language, ...] = Field(min_length=1)
    """BCP 47, the main one first; ``und`` where the language is to be told from each text."""
    country: Country
    """ISO 3166-1 alpha-2; ``XX`` where nobody has said yet."""
    kind: Literal["agency", "public", "private", "state"] = "private"
    feeds: tuple[Feed, ...] = ()
    hints: Hints = Hints()
    politeness: Politeness = Politeness()
    expected: ExpectedRanges = ExpectedRanges()
    allow_private: bool = False
    """Whether its pages may lie on a private or loopback network."""
    verified: str = "never"
    """The day (YYYY-MM-DD) when somebody last checked feeds and extraction, or ``never``."""
    notes: str = ""
    """What a reader of its articles should know."""

    @field_validator("feeds", mode="before")
    @classmethod
    def _plain_urls(cls, feeds: object) -> object:
        return (
            [{"url": feed} if isinstance(feed, str) else feed for feed in feeds] if isinstance(feeds, list) else feeds
        )

    @field_validator("home")
    @classmethod
    def _an_address(cls, value: str) -> str:
        if not is_web_address(value) and not value.startswith("/"):
            raise ValueError("expected a web address such as https://packet.example/")
        return value

    @field_validator("verified")
    @classmethod
    def _a_day(cls, value: str) -> str:
        try:
            is_day = value == "never" or date.fromisoformat(value).isoformat() == value
        except ValueError:
            is_day = False
        if not is_day:
            raise ValueError("expected never, or a day such as 2026-03-04")
        return value

    @model_validator(mode="after")
    def _public_unless_allowed(self) -> OutletConfig:
        if not self.allow_private and not is_web_address(self.home):
            raise ValueError(f"home: expected a web address such as https://packet.example/ (found {self.home!r})")
        return self

    @property
    def only_language(self) -> str | None:
        """The language of every article, None where there are several or it is to be told from each."""
        known = [tag for tag in self.languages if tag != UNKNOWN_LANGUAGE]
        return known[0] if len(self.languages) == len(known) == 1 else None


def is_web_address(url: str) -> bool:
    """Whether ``url`` is http or https with a host, and no more than one word."""
    try:
        parts = urlsplit(url)
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and not re.search(r"\s", url)
    except ValueError:  # a host in brackets that is none
        return False


def outlet_names(folder: Path | None = None) -> tuple[str, ...]:
    """The names of all outlets that have a file in ``folder``, sorted."""
    return tuple(sorted(path.stem for path in (folder or outlets_dir()).glob("*.yml")))


def load_outlet(name: str, folder: Path | None = None) -> OutletConfig:
    """The outlet ``name``, read from ``<folder>/<name>.yml``.

    Raises:
        InputError: there is no such file, or it does not fit; every fault is named.
    """
    path = (folder or outlets_dir()) / f"{name}.yml"
    if not path.is_file():
        near = [known for known in outlet_names(folder) if known[:3] == name[:3]]
        hint = f" did you mean {', '.join(near)}?" if near else " 'synoptic outlets list' shows those that there are."
        raise InputError(f"{path}: no outlet {name!r};{hint}")
    return load_yaml(path, OutletConfig)


def load_outlets(names: Sequence[str] = (), folder: Path | None = None) -> dict[str, OutletConfig]:
    """The outlets ``names`` by name, all of ``folder`` without any.

    Raises:
        InputError: one or more files do not fit; the faults of all of them.
    """
    found, faults = dict[str, OutletConfig](), list[str]()
    for name in names or outlet_names(folder):
        try:
            found[name] = load_outlet(name, folder)
        except InputError as error:
            faults.append(str(error))
    if faults:
        raise InputError("; ".join(faults))
    return found


def outlet_schema() -> str:
    """The JSON schema of an outlet's file, made from the model, for completion in editors."""
    schema = OutletConfig.model_json_schema()
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = "An outlet of Synoptic"
    feed = schema["properties"]["feeds"]["items"]
    schema["properties"]["feeds"]["items"] = {"anyOf": [{"type": "string"}, feed]}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
