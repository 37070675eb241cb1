"""One page's exchanges as a WARC file (ISO 28500), which any web-archive tool opens."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from threading import Lock
from typing import Any
from urllib.parse import urlsplit

from fetch.response import Exchange

__all__ = ["read_exchanges", "warc_bytes"]

_SOFTWARE = "Synoptic (https://pypi.org/project/synoptic/), warcio"
_IMPORTING = Lock()
_HOP = frozenset({"transfer-encoding", "connection", "keep-alive"})
"""Headers of the connection, undone before the body is kept: a reader must not undo them again."""


def warc_bytes(name: str, exchanges: Sequence[Exchange]) -> bytes:
    """The file's bytes: what wrote it, then each answer with its request, each record a gzip member of its own.

    Files may be put one after another: the result is a WARC file again. ``name`` makes the record ids, so that the
    same exchanges give the same ids.
    """
    _load_warcio()
    from warcio.warcwriter import WARCWriter

    out = BytesIO()
    writer = WARCWriter(out, gzip=True, warc_version="1.1")
    info = {"software": _SOFTWARE, "format": "WARC File Format 1.1", "conformsTo": "ISO 28500:2017"}
    writer.write_record(writer.create_warcinfo_record(f"{name}.warc.gz", info))
    for number, exchange in enumerate(exchanges):
        identity = _urn(f"{name}#{number}")
        writer.write_record(_answer(writer, exchange, identity))
        writer.write_record(_request(writer, exchange, identity, _urn(f"{name}#{number}?")))
    return out.getvalue()


def read_exchanges(path: Path) -> tuple[Exchange, ...]:
    """The exchanges of a file that ``warc_bytes`` made, in their order.

    Raises:
        OSError: the file can't be read.
        ValueError: it is no WARC file, or its bytes are not those that were written.
    """
    _load_warcio()
    from warcio.exceptions import ArchiveLoadFailed

    try:
        with path.open("rb") as file:
            return tuple(_exchanges(file))
    except ArchiveLoadFailed as error:
        raise ValueError(str(error)) from None


def _load_warcio() -> None:
    """Imports warcio, which is slow to import, by one thread at a time: its modules import one another in a circle."""
    with _IMPORTING:
        import warcio.archiveiterator
        import warcio.warcwriter  # noqa: F401


def _exchanges(file: Any) -> Iterator[Exchange]:
    from warcio.archiveiterator import ArchiveIterator

    for record in ArchiveIterator(file, check_digests="raise"):
        if record.rec_type == "response":
            head = record.rec_headers
            status, _, reason = record.http_headers.statusline.partition(" ")
            yield Exchange(
                url=head.get_header("WARC-Target-URI"),
                asked=(),
                status=int(status),
                reason=reason,
                headers=tuple(record.http_headers.headers),
                raw=record.raw_stream.read(),
                at=datetime.fromisoformat(head.get_header("WARC-Date").replace("Z", "+00:00")),
                address=head.get_header("WARC-IP-Address"),
            )


def _answer(writer: Any, exchange: Exchange, identity: str) -> Any:
    from warcio.statusandheaders import StatusAndHeaders

    kept = [(name, value) for name, value in exchange.headers if name.lower() not in _HOP]
    status = f"{exchange.status} {exchange.reason}".rstrip()
    head = {"WARC-Record-ID": identity, "WARC-Date": _date(exchange.at)}
    if exchange.address is not None:
        head["WARC-IP-Address"] = exchange.address
    return writer.create_warc_record(
        exchange.url,
        "response",
        payload=BytesIO(exchange.raw),
        length=len(exchange.raw),
        warc_headers_dict=head,
        http_headers=StatusAndHeaders(status, kept, protocol="HTTP/1.1"),
    )


def _request(writer: Any, exchange: Exchange, answer: str, identity: str) -> Any:
    from warcio.statusandheaders import StatusAndHeaders

    parts = urlsplit(exchange.url)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    head = {"WARC-Record-ID": identity, "WARC-Date": _date(exchange.at), "WARC-Concurrent-To": answer}
    http = StatusAndHeaders(f"GET {target} HTTP/1.1", list(exchange.asked), is_http_request=True)
    return writer.create_warc_record(exchange.url, "request", warc_headers_dict=head, http_headers=http)


def _urn(name: str) -> str:
    return f"<urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, name)}>"


def _date(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
