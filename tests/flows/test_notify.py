"""Somebody is told of each grave discrepancy once; by Prefect's blocks: ``test_prefect_flow``."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from flows.notify import NOTICE_BLOCK, WEBHOOK, configured_sender, notify, webhook
from records.errors import UnavailableError
from store.database import open_store
from tests.report.story import load_report


def test_each_is_told_once_and_again_when_it_could_not_be_sent(tmp_path: Path) -> None:
    report = load_report()
    high = [one for one in report.discrepancies if one.severity == "high"]
    sent: list[dict[str, Any]] = []

    def broken(notice: dict[str, Any]) -> None:
        raise UnavailableError("the webhook is away")

    with open_store(tmp_path / "a.sqlite") as store:
        with pytest.raises(UnavailableError):
            notify(report, store, broken)
        assert notify(replace(report, discrepancies=tuple(high[:1])), store, sent.append) == 1
        assert notify(report, store, sent.append) == len(high) - 1
        assert notify(report, store, sent.append) == 0
    told = [summary for notice in sent for summary in notice["discrepancies"]]
    assert sorted(told) == sorted(one.summary for one in high)
    assert report.title in sent[0]["text"]


def test_a_webhook_that_is_away_is_one_line() -> None:
    with pytest.raises(UnavailableError, match=r"'127\.0\.0\.1:9' did not take a notice"):
        webhook("http://127.0.0.1:9/secret-token")({"text": "x"})


def test_nothing_named_is_nobody_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in (WEBHOOK, NOTICE_BLOCK):
        monkeypatch.delenv(name, raising=False)
    assert configured_sender(tmp_path) is None
