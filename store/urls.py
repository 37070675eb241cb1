"""How long an address may be that the store keeps."""

from __future__ import annotations

__all__ = ["LONGEST_URL", "url_fault"]

LONGEST_URL = 2_000
"""Bytes. PostgreSQL refuses an index entry of more than 2,704; an address stands there beside an id or a digest."""


def url_fault(url: str) -> str | None:
    """Why ``url`` can't be kept, None when it can.

    >>> url_fault("https://news.example/1")
    >>> url_fault("https://news.example/" + "a" * 2000)
    'https://news.example/aaaaaaaaaaaaaaaaaaa…: an address of 2,021 bytes, more than 2,000; name a shorter one.'
    """
    size = len(url.encode("utf-8", "surrogatepass"))
    if size <= LONGEST_URL:
        return None
    return f"{url[:40]}…: an address of {size:,} bytes, more than {LONGEST_URL:,}; name a shorter one."
