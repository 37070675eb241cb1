"""A browser and a running review app, for tests marked ``browser``."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from report.access import Access
from report.app import create_app
from tests.report.memory import MemoryStore
from tests.report.story import load_report

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CHROMIUM = next((p for name in ("chromium", "chromium-browser") if (p := shutil.which(name))), None)
FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--no-first-run"),
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The machine's own Chromium, unable to resolve any name."""
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine; install the package chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()


class Running:
    """The app on a free port of 127.0.0.1, in a thread."""

    def __init__(self, store: MemoryStore, access: Access) -> None:
        import uvicorn

        self.store = store
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        self.url = f"http://127.0.0.1:{port}"
        self._server = uvicorn.Server(uvicorn.Config(create_app(store, access), port=port, log_level="error"))
        self._thread = threading.Thread(target=self._server.run, daemon=True)
        self._thread.start()
        while not self._server.started:
            time.sleep(0.02)

    def stop(self) -> None:
        """Stops and waits for it."""
        self._server.should_exit = True
        self._thread.join(timeout=10)


@pytest.fixture
def running() -> Iterator[Running]:
    """The app over the fixture story, a reviewer named ada."""
    made = Running(MemoryStore(load_report()), Access(reviewer="ada"))
    yield made
    made.stop()
