"""One file of a model over HTTP: gone on with after a broken connection, and right or not there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import httpx

from records.errors import UnavailableError

__all__ = ["Tell", "fetch_file", "open_client"]

_SECONDS = 30.0

Tell = Callable[[str], None]
"""Told how the work goes on, in one short line."""


def open_client(connect_seconds: float) -> httpx.Client:
    """A client that gives up on a silent server."""
    return httpx.Client(
        timeout=httpx.Timeout(_SECONDS, connect=connect_seconds),
        follow_redirects=True,
        headers={"Accept-Encoding": "identity", "User-Agent": "Synoptic (models)"},
    )


def fetch_file(client: httpx.Client, url: str, path: Path, is_right: Callable[[Path], bool]) -> None:
    """Fetches ``url`` to ``path``; what is there of it is gone on with, and what is not right is fetched once more.

    Raises:
        UnavailableError: the file is not right the second time either.
        httpx.HTTPError: the server does not answer, or with an error; what came stays for the next time.
    """
    part = path.with_name(f"{path.name}.part")
    if path.is_file() and is_right(path):
        return
    for _ in range(2):
        there = part.stat().st_size if part.is_file() else 0
        with client.stream("GET", url, headers={"Range": f"bytes={there}-"} if there else {}) as answer:
            if answer.status_code != httpx.codes.REQUESTED_RANGE_NOT_SATISFIABLE:
                answer.raise_for_status()
                with part.open("ab" if answer.status_code == httpx.codes.PARTIAL_CONTENT else "wb") as out:
                    for piece in answer.iter_raw():
                        out.write(piece)
        if part.is_file() and is_right(part):
            part.replace(path)
            return
        part.unlink(missing_ok=True)
    raise UnavailableError(
        f"{url} is not the file that was promised: its checksum is another; run the same command again, or copy the "
        "model from a machine that has it"
    )
