"""Fetching without a network, or from a service that keeps silent: one line, soon, and once."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import ValidationError

from configs.pipeline import TranslateSettings
from records.errors import UnavailableError
from translate.engine import pick_engine
from translate.fetching import fetch_firefox, may_fetch
from translate.models import add_model, check_model, list_models


@pytest.fixture
def silent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A service that takes connections and never answers, and an empty folder of models."""
    with socket.create_server(("127.0.0.1", 0), backlog=16) as server:
        address = f"127.0.0.1:{server.getsockname()[1]}"
        monkeypatch.setenv("FXTRANSLATE_RECORDS_URL", f"http://{address}/records")
        monkeypatch.setenv("SYNOPTIC_MODELS", str(tmp_path / "models"))
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
        monkeypatch.delenv("SYNOPTIC_OFFLINE", raising=False)
        yield address


def test_a_silent_service_is_waited_for_once(silent: str) -> None:
    settings = TranslateSettings(order=("firefox",), give_up_seconds=0.5)
    started = time.monotonic()
    for code in ("fr", "de", "ru", "fr"):
        with pytest.raises(UnavailableError, match=r"127\.0\.0\.1 does not answer; copy a folder") as caught:
            pick_engine(code, settings)
        assert str(caught.value).endswith(f"run: synoptic models add {code}") and "\n" not in str(caught.value)
    assert time.monotonic() - started < 1.5


def test_offline_means_that_nobody_is_asked(silent: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SYNOPTIC_OFFLINE", "1")
    settings = TranslateSettings(order=("firefox",))
    started = time.monotonic()
    with pytest.raises(UnavailableError, match="SYNOPTIC_OFFLINE is set; copy a folder fr-en/"):
        add_model("fr", settings)
    with pytest.raises(UnavailableError, match="run: synoptic models add fr"):
        pick_engine("fr", settings)
    with pytest.raises(UnavailableError, match="firefox: the Firefox model for 'fr'"):
        check_model("fr", settings)
    assert list_models(settings, ("fr",)) == () and time.monotonic() - started < 0.4


def test_never_and_zero_are_understood(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SYNOPTIC_OFFLINE", "0")
    assert may_fetch(TranslateSettings()) and not may_fetch(TranslateSettings(fetch="never"))
    monkeypatch.setenv("SYNOPTIC_OFFLINE", "1")
    assert not may_fetch(TranslateSettings()) and may_fetch(TranslateSettings(mirror="/srv/models"))


def test_a_mirror_is_a_folder_or_on_the_web(tmp_path: Path, silent: str) -> None:
    with pytest.raises(ValidationError, match="neither a folder nor a url"):
        TranslateSettings(mirror="ftp://models.example/")
    with pytest.raises(UnavailableError, match="has no folder 'fr-en'"):
        fetch_firefox("fr", TranslateSettings(mirror=str(tmp_path)))
