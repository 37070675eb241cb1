"""The pipeline file that is shipped loads, and names a value for every threshold of quotes."""

from __future__ import annotations

from pathlib import Path

import pytest

from configs.media import media_names
from configs.pipeline import PIPELINE_FILE, UtteranceSettings, load_pipeline
from records.errors import InputError


def test_the_shipped_file_loads_and_holds_every_threshold_of_utterances() -> None:
    settings = load_pipeline()
    text = PIPELINE_FILE.read_text(encoding="utf-8")
    assert settings.align.utterances == UtteranceSettings()
    for name in UtteranceSettings.model_fields:
        assert f"    {name}: " in text, name


def test_a_file_of_a_few_lines_leaves_the_rest_as_it_is(tmp_path: Path) -> None:
    own = tmp_path / "own.yml"
    own.write_text("flag:\n  least_confidence: {figure-conflict: 0.7}\n", encoding="utf-8")
    shipped, mine = load_pipeline(), load_pipeline(own)
    assert mine.flag.least_confidence == {**shipped.flag.least_confidence, "figure-conflict": 0.7}
    assert mine.flag.model_dump(exclude={"least_confidence"}) == shipped.flag.model_dump(exclude={"least_confidence"})
    assert (mine.align, mine.translate) == (shipped.align, shipped.translate)
    own.write_text("flag:\n  least_confidense: {figure-conflict: 0.7}\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"own.yml:2: flag.least_confidense: unknown key"):
        load_pipeline(own)


def test_media_are_names_without_blanks() -> None:
    assert "Telegram" in media_names()
    assert all(name and " " not in name for name in media_names())
