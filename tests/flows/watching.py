"""What the tests of watching share: a story, an encoder without a model, a clock and a workplace."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import numpy as np
import regex

from align.encoder import Rows
from configs.pipeline import PipelineConfig
from configs.watch import WatchedStory
from fetch.download import Downloader
from flows.workplace import Workplace, make_workplace
from store.database import Store
from tests.flows.internet import NOW

__all__ = ["STORY", "Clock", "Words", "workplace"]

STORY = WatchedStory.model_validate(
    {
        "id": "ferry-fire",
        "title": "Fire on the ferry Aurora",
        "about": ["A fire on the ferry Aurora off Cape Sorel killed people."],
        "keywords": [
            ["Sorel", "Сорел", "سوريل", "索雷尔", "ソレル", "सोरेल"],
            ["Aurora", "Аврор", "أورورا", "奥罗拉", "オーロラ", "औरोरा"],
        ],
    }
)


@dataclass
class Words:
    """An encoder without a model: a text is the sum of its words, each a direction of its own."""

    signature: str = "words"

    def encode(self, texts: Sequence[str]) -> Rows:
        rows = np.zeros((len(texts), 64), dtype=np.float32)
        for n, text in enumerate(texts):
            for word in regex.findall(r"\p{L}+", text.casefold()):
                rows[n, sum(map(ord, word)) % 64] += 1.0
        unit: Rows = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
        return unit


@dataclass
class Clock:
    """A clock that a test moves."""

    now: datetime = field(default=NOW)

    def __call__(self) -> datetime:
        return self.now


def workplace(folder: Path, clock: Clock, database: str | None = None, **fetch: float) -> Workplace:
    """A workplace with the encoder of words, on ``database`` or on a file of its own."""
    limits = {"read_seconds": 5.0, "total_seconds": 60, "longest_wait_seconds": 5, "tries": 3, "hosts_at_once": 16}
    settings = PipelineConfig.model_validate(
        {
            "fetch": limits | fetch,
            "translate": {"fetch": "never", "order": []},
            "match": {"recheck_minutes": [60], "unsure_likeness": -1.0, "join_likeness": 2.0},
        }
    )
    place = make_workplace(folder, settings, database, downloader=Downloader(settings.fetch), encoder=Words())
    place.store = Store(place.store.engine, clock)
    return place
