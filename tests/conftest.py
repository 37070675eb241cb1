"""What every test runs under: no model is fetched, none of the user's own settings is read, long tests come first."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from align.bundled import BundledEncoder
from flows.workplace import CachedEncoder
from store.database import open_store
from store.embeddings import EmbeddingCache
from tests.order import dealt
from tests.session import common_folder

os.environ["SYNOPTIC_OFFLINE"] = "1"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Puts those marked ``heavy(seconds)`` where they begin first."""
    workers: dict[str, int] = getattr(config, "workerinput", {})
    marks = [item.get_closest_marker("heavy") for item in items]
    items[:] = dealt(
        items, [0.0 if mark is None else float(mark.args[0]) for mark in marks], workers.get("workercount", 1)
    )


@pytest.fixture(scope="session")
def encoder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CachedEncoder]:
    """The bundled encoder, which embeds a text once for all processes of the session: nouns alone take six seconds."""
    with open_store(common_folder(tmp_path_factory) / "embeddings.sqlite") as store:
        yield CachedEncoder(BundledEncoder(), EmbeddingCache(store))
