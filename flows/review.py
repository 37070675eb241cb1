"""``synoptic review``: the review pages over the store that the comparisons filled."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from configs.pipeline import PIPELINE_FILE, load_pipeline
from flows.commands import WORKPLACE
from flows.review_outlets import outlet_checker
from records.errors import InputError
from report.access import Access, check_binding, is_loopback
from report.app import create_app, serve
from report.shelf import Shelf
from store.database import Store, open_store

__all__ = ["open_reviewed", "run_review"]

DATABASE = "synoptic.sqlite"


@contextmanager
def open_reviewed(out: Path) -> Iterator[Store]:
    """The store of what was compared into ``out``, or of ``SYNOPTIC_DATABASE_URL``.

    Raises:
        InputError: nothing was compared into ``out``.
    """
    where: str | Path = os.environ.get("SYNOPTIC_DATABASE_URL") or out / WORKPLACE / DATABASE
    if isinstance(where, Path) and not where.is_file():
        raise InputError(f"{where}: no such database; compare a story first: synoptic compare STORY.yaml --out {out}")
    with open_store(where) as store:
        yield store


def _check_free(host: str, port: int) -> None:
    try:
        with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
    except (OSError, OverflowError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise InputError(f"--port: {host}:{port} can't be served at ({why}); name another --port.") from None


def run_review(
    out: Path,
    host: str,
    port: int,
    token: str | None,
    reviewer: str,
    config: Path | None = None,
    tell: Callable[[str], None] = lambda line: None,
) -> None:
    """Serves until Ctrl-C; ``tell`` is told where.

    Raises:
        InputError: nothing was compared into ``out``, or the address may not be served so, or is taken.
    """
    settings = load_pipeline(config or PIPELINE_FILE)
    access = Access(reviewer=reviewer, token=token, user_header=settings.review.user_header)
    check_binding(host, access.token, access.user_header)
    _check_free(host, port)
    names = frozenset(settings.review.hosts)
    hosts = names if names or is_loopback(host) else frozenset({"*"})
    with open_reviewed(out) as store:
        shelf = Shelf(store)
        archive = out / WORKPLACE / "archive"
        tell(f"review pages: http://{f'[{host}]' if ':' in host else host}:{port} (Ctrl-C stops)")
        alone = is_loopback(host) and access.is_open  # nobody else can send the form that fetches from here
        app = create_app(shelf, access, hosts, archive, outlet_checker(settings.fetch, alone), alone)
        serve(app, shelf, access, host, port)
