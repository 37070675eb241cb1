"""The pipeline file that is shipped loads, and names a value for every threshold of quotes."""

from __future__ import annotations

from configs.media import media_names
from configs.pipeline import PIPELINE_FILE, UtteranceSettings, load_pipeline


def test_the_shipped_file_loads_and_holds_every_threshold_of_utterances() -> None:
    settings = load_pipeline()
    text = PIPELINE_FILE.read_text(encoding="utf-8")
    assert settings.align.utterances == UtteranceSettings()
    for name in UtteranceSettings.model_fields:
        assert f"    {name}: " in text, name


def test_media_are_names_without_blanks() -> None:
    assert "Telegram" in media_names()
    assert all(name and " " not in name for name in media_names())
