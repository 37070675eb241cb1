"""Keeps every answer as it came, before anything is read from it: the evidence behind a version."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
import time
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from fetch.response import Exchange, Response
from fetch.unpack import PackingError, unpack
from fetch.warc import read_exchanges, warc_bytes
from records.errors import UnusableError

__all__ = ["Archive", "Latest"]

_END = ".warc.gz"
_STRAY_SECONDS = 600.0


@dataclass(frozen=True, slots=True)
class Latest:
    """The newest record of a url, and what a server wants to be asked with next time."""

    record: str
    etag: str | None
    last_modified: str | None


class Archive:
    """A folder: ``records/`` holds one WARC file for each content of a url, ``urls/`` which is the newest.

    Files are written under a temporary name and renamed, so that a killed run leaves no half file and no two writers
    need a lock. ``cat records/*/*.warc.gz`` is one WARC file of everything.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def keep(self, url: str, response: Response) -> str:
        """Stores ``response`` and returns its record id; the same content again is the same record, kept once."""
        record = f"{hashlib.sha256(response.body).hexdigest()[:24]}-{_url_key(url)[:12]}"
        path = self.path_of(record)
        if not path.is_file():
            _write(path, warc_bytes(record, response.exchanges or (_as_exchange(url, response),)))
        marks = {"url": url, "record": record, "etag": response.etag, "last_modified": response.last_modified}
        _write_json(self._url_path(url), marks)
        return record

    def read(self, record: str) -> Response:
        """The answer stored as ``record``.

        Raises:
            UnusableError: there is no such record, or its bytes are not those that were stored.
        """
        try:
            exchanges = read_exchanges(self.path_of(record))
            last = exchanges[-1]
            headers = {name.lower(): value for name, value in last.headers}
            body = unpack(last.raw, headers.get("content-encoding", ""))
        except (OSError, ValueError, IndexError, PackingError) as error:
            raise UnusableError(
                "fetch", f"{self.folder}: record {record!r} can't be read ({error}); fetch the page again."
            ) from None
        if not record.startswith(hashlib.sha256(body).hexdigest()[:24]):
            raise UnusableError(
                "fetch", f"{self.folder}: the bytes of record {record!r} have changed on disk; fetch the page again."
            )
        return Response(exchanges[0].url, last.url, last.status, body, last.at, headers, exchanges=exchanges)

    def latest(self, url: str) -> Latest | None:
        """The newest record of ``url`` whose bytes are still there, None when it was never fetched."""
        try:
            fields: dict[str, Any] = json.loads(self._url_path(url).read_text("utf-8"))
            known = Latest(fields["record"], fields["etag"], fields["last_modified"])
        except (OSError, ValueError, KeyError):
            return None
        return known if self.path_of(known.record).is_file() else None

    def path_of(self, record: str) -> Path:
        """Where the record's WARC file lies, for a link."""
        return self.folder / "records" / record[:2] / f"{record}{_END}"

    def record_of(self, path: str) -> str:
        """The record whose file is at ``path``, as versions name it."""
        return Path(path).name.removesuffix(_END)

    def records(self) -> Iterator[Path]:
        """The WARC files, in no order."""
        return (self.folder / "records").glob(f"*/*{_END}")

    def prune(self, needed: Collection[str], before: datetime | None, most_bytes: int | None) -> int:
        """Removes records that no version ``needed`` (record ids): those of ``before``, then the oldest over the size.

        The number of files removed. What a version was read from is evidence and stays, whatever the limits say.
        """
        kept = set(needed)
        files = sorted((path.stat().st_mtime, path) for path in self.records())
        size = sum(path.stat().st_size for _, path in files)
        removed = 0
        for moment, path in files:
            old = before is not None and moment < before.timestamp()
            large = most_bytes is not None and size > most_bytes
            if (old or large) and self.record_of(str(path)) not in kept:
                size -= path.stat().st_size
                path.unlink()
                removed += 1
        return removed

    def sweep(self) -> int:
        """Removes what writers that were killed left under temporary names; the number of files."""
        stray = [*self.folder.glob("records/*/.*"), *self.folder.glob("urls/*/.*")]
        return sum(remove_stray(path) for path in stray)

    def _url_path(self, url: str) -> Path:
        key = _url_key(url)
        return self.folder / "urls" / key[:2] / f"{key}.json"


def remove_stray(path: Path) -> bool:
    """Removes a temporary file, unless a writer at work may have it: those live for less than a second."""
    try:
        if time.time() - path.stat().st_mtime < _STRAY_SECONDS:
            return False
        path.unlink()
    except FileNotFoundError:  # another run was quicker
        return False
    return True


def _url_key(url: str) -> str:
    return hashlib.sha256(url.encode("utf-8", "surrogatepass")).hexdigest()


def _as_exchange(url: str, response: Response) -> Exchange:
    """A response that no downloader made, unpacked as it is."""
    headers = tuple((n, v) for n, v in response.headers.items() if n not in ("content-encoding", "content-length"))
    return Exchange(url, (), response.status, "", headers, response.body, response.fetched)


def _write_json(path: Path, fields: dict[str, Any]) -> None:
    content = (json.dumps(fields, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()
    try:
        if path.read_bytes() == content:
            return
    except OSError:
        pass
    _write(path, content)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
