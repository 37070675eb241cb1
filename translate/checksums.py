"""Digests beside a model's files, in the format of ``sha256sum``: a copy on another machine can be checked."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

import regex

from records.errors import UnavailableError

__all__ = ["SUMS", "file_digest", "parse_sums", "verify_sums", "write_sums"]

SUMS = "SHA256SUMS"
_LINE = regex.compile(r"([0-9a-f]{64}) [ *]([\w.+-]+)")


def file_digest(path: Path) -> str:
    """The sha256 of a file, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_sums(folder: Path) -> None:
    """Writes ``SHA256SUMS`` for the files of ``folder``."""
    files = sorted(path for path in folder.iterdir() if path.is_file() and path.name != SUMS)
    lines = [f"{file_digest(path)}  {path.name}\n" for path in files]
    (folder / SUMS).write_text("".join(lines), encoding="utf-8")


def parse_sums(text: str, where: str) -> Mapping[str, str]:
    """Name to digest of a ``SHA256SUMS``.

    Raises:
        UnavailableError: a line is no digest and plain file name.
    """
    found = {}
    for number, line in enumerate(text.splitlines(), 1):
        match = _LINE.fullmatch(line.strip())
        if match is None or match[2].startswith("."):
            raise UnavailableError(f"{where}, line {number}: {line[:80]!r} is no digest and file name; make it anew")
        found[match[2]] = match[1]
    return found


def verify_sums(folder: Path) -> int | None:
    """How many files of ``folder`` are as ``SHA256SUMS`` says; None when it has none.

    Raises:
        UnavailableError: a file is missing or another.
    """
    sums = folder / SUMS
    if not sums.is_file():
        return None
    expected = parse_sums(sums.read_text(encoding="utf-8", errors="replace"), str(sums))
    for name, digest in expected.items():
        path = folder / name
        if not path.is_file() or file_digest(path) != digest:
            what = "has another checksum" if path.is_file() else "is missing"
            raise UnavailableError(f"model file {str(path)!r} {what}; remove the folder and add the model again")
    return len(expected)
