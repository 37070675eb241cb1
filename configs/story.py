"""``story.yaml``: one story, its versions given (the contract that other programs write)."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

from pydantic import Field, ValidationInfo, field_validator, model_validator

from configs.load import Strict, load_yaml
from configs.tags import LANGUAGE_TAG, StoryName

__all__ = ["StoryConfig", "VersionEntry", "load_story"]


class VersionEntry(Strict):
    """One version of the story: a file, or a url to fetch."""

    outlet: str
    """An outlet of ``configs/outlets/``, or any new name for a file input."""
    url: str = Field(min_length=1)
    """Where the text was published; fetched when there is no ``file``."""
    language: str | None = None
    """BCP 47; detected when absent."""
    published: datetime | None = None
    """Required for .txt; for pages it is read from the page when absent. Without a zone it is UTC."""
    file: Path | None = None
    """``.txt`` (headline, blank line, body, one paragraph a line) or a saved ``.html``, beside the story file."""

    @field_validator("outlet")
    @classmethod
    def _a_name(cls, value: str) -> str:
        if not re.fullmatch(r"[\w.-]+", value):
            raise ValueError("expected an outlet's name without spaces, such as packet-en")
        return value

    @field_validator("language")
    @classmethod
    def _a_tag(cls, value: str | None) -> str | None:
        """Written as one; whether anything is known of the language is told with its version."""
        if value is not None and not LANGUAGE_TAG.fullmatch(value):
            raise ValueError("expected a language's code (BCP 47) such as en, pt-BR")
        return value

    @field_validator("published", mode="before")
    @classmethod
    def _no_bare_number(cls, value: object) -> object:
        if isinstance(value, int | float):  # pydantic would count seconds from 1970
            raise ValueError("expected a time such as 2026-06-10T09:00:00Z")
        return value

    @field_validator("published")
    @classmethod
    def _aware(cls, value: datetime | None) -> datetime | None:
        return value.replace(tzinfo=UTC) if value is not None and value.tzinfo is None else value

    @field_validator("file")
    @classmethod
    def _readable(cls, value: Path | None, info: ValidationInfo) -> Path | None:
        """The file, found from ``folder`` of the context; without a context it is not looked for."""
        if value is None:
            return None
        if value.suffix.lower() not in {".txt", ".html", ".htm"}:
            raise ValueError("expected a .txt or .html file")
        if info.context is None:
            return value
        path = Path(info.context["folder"]) / value
        if not _is_file(path):
            raise ValueError(f"no such file in {str(path.parent)!r:.200}; check the path")
        return path

    @model_validator(mode="after")
    def _text_needs_a_date(self) -> VersionEntry:
        if self.file is not None and self.file.suffix.lower() == ".txt" and self.published is None:
            raise ValueError("published: required for a .txt file, such as 2026-06-10T09:00:00Z")
        return self


class StoryConfig(Strict):
    """A story to compare."""

    id: StoryName
    """Names the report folder."""
    title: str = Field(min_length=1)
    versions: list[VersionEntry] = Field(min_length=2)


def load_story(path: Path) -> StoryConfig:
    """The story file at ``path``; paths of its files are made relative to its folder.

    Raises:
        InputError: as ``load_yaml``; also when a file that it names is not there.
    """
    return load_yaml(path, StoryConfig, {"folder": path.resolve().parent})


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name that no disk can hold
        return False
