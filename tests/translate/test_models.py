"""Models listed, checked, and copied from a mirror."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from configs.pipeline import TranslateSettings
from records.errors import UnavailableError
from translate.models import add_model, check_model, list_models, model_path
from translate.places import find_firefox


def test_the_carried_model_is_listed_and_works() -> None:
    settings = TranslateSettings(fetch="never", workers=1)
    (model,) = list_models(settings, ("pt",))
    assert model.bytes > 10_000_000 and add_model("pt", settings) == model.folder
    assert check_model("pt", settings).startswith("firefox/")


def test_a_mirror_gives_a_model_and_says_when_it_has_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    carried = find_firefox("pt")
    assert carried is not None
    shutil.copytree(carried.folder, tmp_path / "mirror" / "qq-en")
    monkeypatch.setenv("SYNOPTIC_MODELS", str(tmp_path / "models"))
    settings = TranslateSettings(mirror=str(tmp_path / "mirror"), workers=1)
    assert add_model("qq", settings, progress=False) == model_path() / "qq-en"
    assert check_model("qq", settings).startswith("firefox/qq-en/")
    with pytest.raises(UnavailableError, match=r"has no folder 'ww-en'.*synoptic models add ww"):
        add_model("ww", settings, progress=False)
