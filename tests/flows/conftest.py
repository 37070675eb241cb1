"""No test of a command fetches a model."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SYNOPTIC_OFFLINE", "1")
    monkeypatch.delenv("SYNOPTIC_ALLOW_PRIVATE", raising=False)
