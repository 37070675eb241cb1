"""Builds stories out of texts in memory, for benchmarks whose texts lie in data sets."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from configs.story import StoryConfig, VersionEntry
from records.report import Report

__all__ = ["Compare", "Telling", "as_story"]

Compare = Callable[[StoryConfig], Report]
"""Runs the whole path over one story."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One version: its ``paragraphs``, of which the first is the headline."""

    outlet: str
    language: str
    published: datetime
    paragraphs: Sequence[str]


@contextmanager
def as_story(name: str, tellings: Sequence[Telling]) -> Iterator[StoryConfig]:
    """A story whose files live as long as the context."""
    with TemporaryDirectory(prefix="synoptic-bench-") as folder:
        entries = []
        for telling in tellings:
            file = Path(folder) / f"{telling.outlet}.txt"
            headline, *body = (paragraph.replace("\n", " ").strip() for paragraph in telling.paragraphs)
            file.write_text("\n".join([headline, "", *filter(None, body)]) + "\n", encoding="utf-8")
            url = f"https://{telling.outlet}.example/{name}"
            entries.append(
                VersionEntry(
                    outlet=telling.outlet, url=url, language=telling.language, published=telling.published, file=file
                )
            )
        yield StoryConfig(id=name, title=name, versions=entries)
