"""Which addresses a page may link to."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

__all__ = ["anchor", "safe_url"]


def safe_url(url: str | None) -> str | None:
    """``url`` when it is plain http or https with a host, else None: no other scheme of a hostile page is linked.

    >>> safe_url("https://a.example/x"), safe_url("javascript:alert(1)"), safe_url("//a.example")
    ('https://a.example/x', None, None)
    """
    if url is None or re.search(r"[\x00-\x20\x7f\\]", url):
        return None
    try:
        parts = urlsplit(url)
        return url if parts.scheme.lower() in {"http", "https"} and parts.hostname else None
    except ValueError:
        return None


def anchor(prefix: str, identity: str) -> str:
    """``identity`` as an id for HTML, unique because every odd character is spelled out.

    >>> anchor("s", "herald-en:s4")
    's-herald-en_3a_s4'
    """
    return f"{prefix}-" + re.sub(r"[^A-Za-z0-9-]", lambda m: f"_{ord(m[0]):x}_", identity)
