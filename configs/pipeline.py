"""``configs/pipeline.yml``: engines and thresholds, each with how it was measured."""

from __future__ import annotations

from pathlib import Path

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


class TranslateSettings(Strict):
    """Which engines are tried, in which order."""


class AlignSettings(Strict):
    """The encoder and the thresholds of matching sentences."""


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
