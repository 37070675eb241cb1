"""A watch run in a process of its own, to be killed."""

from __future__ import annotations

from datetime import timedelta
from multiprocessing.synchronize import Event
from pathlib import Path

from flows.watch import watch_once
from tests.flows.internet import NOW, make_internet
from tests.flows.watching import STORY, Clock, workplace

__all__ = ["LANGUAGES", "OUTLETS", "PAGES", "watch"]

OUTLETS, PAGES, LANGUAGES = 5, 20, ("de", "en")


def watch(folder: str, database: str, port: int, minutes: int, started: Event) -> None:
    """One run over the small internet that another process serves on ``port``, ``minutes`` after its beginning."""
    net = make_internet(OUTLETS, PAGES, languages=LANGUAGES)
    net.port = port
    place = workplace(Path(folder) / "work", Clock(NOW + timedelta(minutes=minutes)), database)
    started.set()
    watch_once(net.outlets(), [STORY], place, Path(folder) / "out")
    place.close()
