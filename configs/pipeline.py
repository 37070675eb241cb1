"""``configs/pipeline.yml``: engines and thresholds, each with how it was measured."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field

from configs.load import Strict, load_yaml

__all__ = [
    "PIPELINE_FILE",
    "AlignSettings",
    "FetchSettings",
    "FlagSettings",
    "PipelineConfig",
    "TranslateSettings",
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
    fewest_words: int = Field(default=8, ge=1)
    """Words of the body under which a text is no article; scripts without spaces count two letters as a word."""
    sure_language: float = Field(default=0.9, ge=0, le=1)
    """Confidence from which a detected language is believed against the one that was given."""


class TranslateSettings(Strict):
    """Which engines are tried, in which order."""


class AlignSettings(Strict):
    """The encoder and the thresholds of matching sentences."""

    encoder: str = "bundled"
    """An engine of ``align.encoder.ENCODERS``."""
    model: str | None = None
    """Hub id or folder, for engines that take one."""
    centring: float = 0.9
    """Share of a version's mean vector that is taken off its sentences, 0..1."""
    anchor_weight: float = 0.2
    """Weight of shared numbers and names beside the cosine."""
    neighbours: int = 4
    """Best neighbours that a margin is taken over."""
    match_margin: float = 0.1
    """A mutual best pair counts from this margin on."""
    join_margin: float = 0.0
    """A sentence left over may join a partner from this margin on."""
    join_gain: float = 0.06
    """How much better two sentences together must fit than one, in cosine."""
    group_cosine: float = 0.15
    """Groups of sentences join when their centres are at least so alike."""
    longest_member: int = 3
    """Sentences with which one version may make one statement."""


class FlagSettings(Strict):
    """The thresholds of the checks."""


class PipelineConfig(Strict):
    """The whole file; every section may be left out."""

    fetch: FetchSettings = FetchSettings()
    translate: TranslateSettings = TranslateSettings()
    align: AlignSettings = AlignSettings()
    flag: FlagSettings = FlagSettings()


def load_pipeline(path: Path = PIPELINE_FILE) -> PipelineConfig:
    """The pipeline file at ``path``.

    Raises:
        InputError: as ``configs.load.load_yaml``.
    """
    return load_yaml(path, PipelineConfig)
