"""Keeps every answer as it came, before anything is read from it: the evidence behind a version."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from fetch.response import Response
from records.errors import UnusableError

__all__ = ["Archive", "Latest"]


@dataclass(frozen=True, slots=True)
class Latest:
    """The newest record of a url, and what a server wants to be asked with next time."""

    record: str
    etag: str | None
    last_modified: str | None


class Archive:
    """A folder: ``bodies/`` named by content (sha256), ``records/`` with url, headers and time, ``urls/`` the newest.

    Files are written under a temporary name and renamed, so that a killed run leaves no half file.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def keep(self, url: str, response: Response) -> str:
        """Stores ``response`` and returns its record id; the same answer again is the same record."""
        digest = hashlib.sha256(response.body).hexdigest()
        record = f"{digest[:24]}-{_url_key(url)[:12]}"
        body = self._body_path(digest)
        if not body.is_file():
            _write(body, response.body)
        path = self._record_path(record)
        if not path.is_file():
            _write_json(path, _record_fields(url, response, digest))
        marks = {"url": url, "record": record, "etag": response.etag, "last_modified": response.last_modified}
        _write_json(self._url_path(url), marks)
        return record

    def read(self, record: str) -> Response:
        """The answer stored as ``record``.

        Raises:
            UnusableError: there is no such record, or its bytes are not those that were stored.
        """
        try:
            fields: dict[str, Any] = json.loads(self._record_path(record).read_text("utf-8"))
            body = self._body_path(fields["sha256"]).read_bytes()
        except (OSError, ValueError, KeyError) as error:
            raise UnusableError(
                "fetch", f"{self.folder}: record {record!r} can't be read ({error}); fetch the page again."
            ) from None
        if hashlib.sha256(body).hexdigest() != fields["sha256"]:
            raise UnusableError(
                "fetch", f"{self.folder}: the bytes of record {record!r} have changed on disk; fetch the page again."
            )
        return Response(
            url=fields["url"],
            final_url=fields["final_url"],
            status=fields["status"],
            body=body,
            fetched=datetime.fromisoformat(fields["fetched"]),
            headers=fields["headers"],
        )

    def latest(self, url: str) -> Latest | None:
        """The newest record of ``url`` whose bytes are still there, None when it was never fetched."""
        try:
            fields: dict[str, Any] = json.loads(self._url_path(url).read_text("utf-8"))
            known = Latest(fields["record"], fields["etag"], fields["last_modified"])
        except (OSError, ValueError, KeyError):
            return None
        return known if self._record_path(known.record).is_file() else None

    def path_of(self, record: str) -> Path:
        """Where the record's JSON lies, for a link."""
        return self._record_path(record)

    def _body_path(self, digest: str) -> Path:
        return self.folder / "bodies" / digest[:2] / digest

    def _record_path(self, record: str) -> Path:
        return self.folder / "records" / record[:2] / f"{record}.json"

    def _url_path(self, url: str) -> Path:
        key = _url_key(url)
        return self.folder / "urls" / key[:2] / f"{key}.json"


def _url_key(url: str) -> str:
    return hashlib.sha256(url.encode("utf-8", "surrogatepass")).hexdigest()


def _record_fields(url: str, response: Response, digest: str) -> dict[str, Any]:
    return {
        "url": url,
        "final_url": response.final_url,
        "status": response.status,
        "fetched": response.fetched.isoformat(),
        "sha256": digest,
        "bytes": len(response.body),
        "headers": dict(response.headers),
    }


def _write_json(path: Path, fields: dict[str, Any]) -> None:
    _write(path, (json.dumps(fields, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode())


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
