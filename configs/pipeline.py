"""``configs/pipeline.yml``: engines and thresholds, each with how it was measured."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import Field, field_validator

from configs.load import Strict, load_yaml
from configs.pipeline_align import AlignSettings, UtteranceSettings
from configs.pipeline_flag import FlagSettings

__all__ = [
    "PIPELINE_FILE",
    "AlignSettings",
    "FetchSettings",
    "FlagSettings",
    "MatchSettings",
    "PipelineConfig",
    "ReviewSettings",
    "TranslateSettings",
    "UtteranceSettings",
    "load_pipeline",
]

PIPELINE_FILE = Path(__file__).resolve().parent / "pipeline.yml"


class FetchSettings(Strict):
    """Limits of a download and of what counts as an article."""

    user_agent: str = "Synoptic/0.1 (compares news versions; +https://pypi.org/project/synoptic/)"
    """Names the project and where to read about it, so that an outlet can tell who reads it."""
    connect_seconds: float = Field(default=10.0, gt=0)
    """Longest wait for a connection."""
    read_seconds: float = Field(default=20.0, gt=0)
    """Longest silence while a page arrives."""
    total_seconds: float = Field(default=60.0, gt=0)
    """Longest time for one page, redirects included."""
    largest_page_bytes: int = Field(default=10_000_000, gt=0)
    """A page is refused from this size on, unpacked; the download stops there."""
    most_redirects: int = Field(default=5, ge=0)
    """Redirects that are followed for one page."""
    pause_seconds: float = Field(default=1.0, ge=0)
    """Between two requests to one host, where the outlet's file does not say."""
    robots: bool = True
    """Whether robots.txt is obeyed, where the outlet's file does not say."""
    tries: int = Field(default=3, ge=1)
    """Requests for one page, where a fault may pass."""
    longest_wait_seconds: float = Field(default=60.0, ge=0)
    """A host that asks for more (Retry-After) is left for a later run."""
    hosts_at_once: int = Field(default=8, ge=1)
    """Hosts that are read at the same time; each of them sees one request at a time."""
    archive_days: int | None = Field(default=None, ge=1)
    """Days after which archived answers are removed that no version was read from; never when absent."""
    archive_megabytes: int | None = Field(default=None, ge=1)
    """Size over which the oldest of them are removed."""
    fewest_words: int = Field(default=8, ge=1)
    """Words of the body under which a text is no article; scripts without spaces count two letters as a word."""
    sure_language: float = Field(default=0.9, ge=0, le=1)
    """Confidence from which a detected language is believed against the one that was given."""


class TranslateSettings(Strict):
    """Which engines are tried, in which order, and where their models come from."""

    order: tuple[str, ...] = ("firefox", "ctranslate2", "marian", "nllb")
    """Engines of ``translate.engine.ENGINES`` that ``auto`` tries; the first with a model of the language counts."""
    languages: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """The order for single languages (primary subtag)."""
    fetch: Literal["first-use", "never"] = "first-use"
    """Whether the small Firefox model of a language is fetched when no engine has one."""
    mirror: str | None = None
    """A folder with ``<source>-en/`` folders of Firefox models, or the url of a web server that has them with their
    ``SHA256SUMS``: asked instead of Mozilla's service."""

    @field_validator("mirror")
    @classmethod
    def _mirror_is_a_folder_or_on_the_web(cls, mirror: str | None) -> str | None:
        if mirror is not None and "://" in mirror and not mirror.startswith(("http://", "https://")):
            raise ValueError(f"{mirror!r} is neither a folder nor a url that begins with https:// or http://")
        return mirror

    give_up_seconds: float = Field(default=4.0, gt=0)
    """Longest wait for the first answer of the place that models come from."""
    firefox_codes: dict[str, str] = Field(default_factory=lambda: {"no": "nb"})
    """Languages that Mozilla's models call otherwise."""
    marian_model: str = "Helsinki-NLP/opus-mt-{source}-en"
    """Hub id or folder; ``{source}`` is the language. ``id@revision`` pins a revision."""
    marian_models: dict[str, str] = Field(default_factory=dict)
    """The model for single languages, where there is no model of that name or a better one."""
    nllb_model: str = "facebook/nllb-200-distilled-600M"
    """One model for many languages: NLLB, M2M-100 or MADLAD, a hub id or folder."""
    ctranslate2_of: Literal["marian", "nllb"] = "marian"
    """Whose checkpoint CTranslate2 runs."""
    device: Literal["auto", "cpu", "cuda", "mps"] = "auto"
    """Where models of the hub run."""
    beams: int = Field(default=1, ge=1, le=16)
    """Beams of models of the hub."""
    retry_beams: int = Field(default=4, ge=1, le=16)
    """Beams with which a sentence is translated again whose English lost something, when no other engine can."""
    batch_tokens: int = Field(default=2048, ge=64)
    """Tokens of one batch, padding included."""
    workers: int = Field(default=0, ge=0)
    """Processes of the engine ``firefox``; 0 for one a core."""
    parallel_from: int = Field(default=48, ge=2)
    """Sentences from which starting more processes pays."""


class MatchSettings(Strict):
    """How pages are brought together that tell of one event."""

    centring: float = 1.0
    """Share of a language's mean vector that is taken off its pages, 0..1."""
    shrinkage: float = 3.0
    """How far the pages' covariance is drawn to a round one before vectors are whitened with it."""
    names_weight: float = 0.1
    """Weight of shared rare names beside the cosine."""
    day_weight: float = 0.01
    """Taken off for each day between two pages beyond ``free_days``."""
    most_days_weight: float = 0.05
    """The most that is taken off for days."""
    free_days: float = 5.0
    """Days apart that count for nothing."""
    same_language: float = 0.15
    """Taken off for two pages of one language before they are grouped: those are alike whatever they tell."""
    cluster_likeness: float = 0.17
    """Mean likeness from which two groups of pages are one event."""
    join_likeness: float = 0.35
    """Likeness from which a page that names something of a story belongs to it."""
    unsure_likeness: float = 0.15
    """Likeness from which a page that names enough of a story belongs to it; under it a reviewer decides."""
    recheck_minutes: tuple[int, ...] = (30, 120, 480, 1440)
    """When a page is asked for again after it was last seen: the wait grows with each time that nothing changed."""
    watched_days: int = Field(default=7, ge=1)
    """Days after publication in which a page is asked for."""
    most_pages_a_run: int = Field(default=200, ge=1)
    """Pages of one outlet that one run asks for; the others wait for the next run."""
    fewest_outlets: int = Field(default=3, ge=2)
    """Outlets that must tell of an event before it is suggested as a story."""


class ReviewSettings(Strict):
    """Who may open the review pages from other machines."""

    user_header: str | None = Field(default=None, pattern=r"^[A-Za-z][A-Za-z0-9-]+$")
    """The header in which a reverse proxy names the user that it let in; whoever reaches the port past the proxy can
    write it too, so bind to the address that only the proxy reaches."""
    hosts: tuple[str, ...] = ()
    """Host names under which the pages are reached besides this machine's own; empty: any, with a token or header."""


class PipelineConfig(Strict):
    """The whole file; in one of your own, every section and every key may be left out."""

    fetch: FetchSettings = FetchSettings()
    translate: TranslateSettings = TranslateSettings()
    match: MatchSettings = MatchSettings()
    align: AlignSettings = AlignSettings()
    flag: FlagSettings = FlagSettings()
    review: ReviewSettings = ReviewSettings()


def load_pipeline(path: Path = PIPELINE_FILE) -> PipelineConfig:
    """The pipeline file at ``path``; what it leaves out is as in the one that Synoptic comes with.

    Raises:
        InputError: as ``configs.load.load_yaml``.
    """
    return load_yaml(path, PipelineConfig, over=None if path == PIPELINE_FILE else PIPELINE_FILE)
