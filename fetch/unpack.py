"""Unpacks what a server packed, never further than a limit: a gzip bomb stays small."""

from __future__ import annotations

import zlib
from collections.abc import Iterable

__all__ = ["ACCEPTED", "PackingError", "TooLargeError", "unpack"]

ACCEPTED = "gzip, deflate"
"""The header Accept-Encoding: what ``unpack`` can undo."""


class TooLargeError(Exception):
    """More bytes than the limit."""


class PackingError(Exception):
    """The bytes are not packed as their header says; its text is what is wrong with them."""


def unpack(raw: bytes, encoding: str, limit: int | None = None) -> bytes:
    """``raw`` without the packing that the header Content-Encoding names; several are undone from the last one on.

    Raises:
        TooLargeError: it is larger than ``limit`` bytes; no more than that was unpacked.
        PackingError: a packing that nobody asked for, or broken bytes.
    """
    for name in reversed(_names(encoding)):
        raw = _inflate(raw, name, limit)
    return raw


def _names(encoding: str) -> list[str]:
    names = [name.strip().lower() for name in encoding.split(",")]
    return [name.removeprefix("x-") for name in names if name not in ("", "identity", "utf-8", "none")]


def _inflate(raw: bytes, name: str, limit: int | None) -> bytes:
    if name not in ("gzip", "deflate"):
        raise PackingError(f"packed as {name!r}, which was not asked for")
    # 47: gzip or zlib by their headers; -15: deflate without one, as some servers send it
    for window in (47, -15) if name == "deflate" else (47,):
        try:
            return b"".join(_members(raw, window, limit))
        except zlib.error as error:
            why = str(error)
    raise PackingError(f"broken {name} ({why})")


def _members(raw: bytes, window: int, limit: int | None) -> Iterable[bytes]:
    """The unpacked members of ``raw``; zeros after the last one are padding."""
    size = 0
    while raw.rstrip(b"\0"):
        member = zlib.decompressobj(window)
        piece = member.decompress(raw, 0 if limit is None else limit - size + 1)
        size += len(piece)
        if limit is not None and size > limit:
            raise TooLargeError
        if not member.eof:
            raise PackingError("the packed bytes end early")
        yield piece
        raw = member.unused_data
