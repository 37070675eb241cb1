"""The language file as a whole, and reading it on first use."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from pydantic import Field, model_validator

from configs.language.clock import ClockSection
from configs.language.dates import DatesSection
from configs.language.figures import FiguresSection
from configs.language.names import NamesSection
from configs.language.pages import PagesSection
from configs.language.polarity import PolaritySection
from configs.language.quotes import QuotesSection
from configs.language.scripts import with_composed, with_latin
from configs.language.sentences import SentencesSection
from configs.language.updates import UpdatesSection
from configs.load import Strict, load_yaml
from configs.once import once
from records.errors import InputError

__all__ = ["LANGUAGES_DIR", "LanguageConfig", "language_codes", "load_language"]

LANGUAGES_DIR = Path(__file__).resolve().parent.parent / "languages"


class LanguageConfig(Strict):
    """One language. What CLDR knows (through Babel) is not repeated here."""

    code: str = Field(pattern=r"^[a-z]{2,3}$")
    """Primary subtag of BCP 47; names the file."""
    name: str
    """English name, as the report prints it."""
    locale: str | None = None
    """The CLDR locale to read, when it is not ``code`` itself (``no`` reads ``nb``)."""
    relative_length: float = Field(default=1.0, gt=0)
    """Letters of a text as a share of those of its English (mt_ntrex, 1,316 lines; da, hr, no, sk and th estimated)."""
    figures: FiguresSection = FiguresSection()
    dates: DatesSection = DatesSection()
    quotes: QuotesSection = QuotesSection()
    names: NamesSection = NamesSection()
    sentences: SentencesSection = SentencesSection()
    polarity: PolaritySection = PolaritySection()
    updates: UpdatesSection = UpdatesSection()
    clock: ClockSection = ClockSection()
    pages: PagesSection = PagesSection()
    latin_too: bool = False
    """Whether the language is written in Latin letters as well; the file then gives its words in Cyrillic."""

    @model_validator(mode="before")
    @classmethod
    def _both_scripts(cls, raw: Any) -> Any:
        if not isinstance(raw, dict):
            return raw
        written = with_latin if raw.get("latin_too") is True else with_composed
        return {key: written(part) if isinstance(part, dict) else part for key, part in raw.items()}


@cache
def language_codes() -> tuple[str, ...]:
    """The codes of all languages that have a file, sorted."""
    return tuple(sorted(path.stem for path in LANGUAGES_DIR.glob("*.yml")))


@once
def load_language(code: str) -> LanguageConfig | None:
    """The file of the language ``code`` (a BCP 47 tag; only its primary subtag counts), None when there is none.

    Raises:
        InputError: the file does not fit the schema, or its ``code`` is not its name.
    """
    primary = code.replace("_", "-").split("-")[0].lower()
    primary = {"nb": "no", "nn": "no"}.get(primary, primary)
    if primary not in language_codes():
        return None
    path = LANGUAGES_DIR / f"{primary}.yml"
    config = load_yaml(path, LanguageConfig)
    if config.code != primary:
        raise InputError(f"{path}: code: {config.code!r} is not the name of the file; write {primary!r}.")
    return config
