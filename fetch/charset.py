"""Turns the bytes of a page into text: by byte order mark, header, meta tag, at last by what the bytes look like."""

from __future__ import annotations

import codecs

import regex

__all__ = ["decode_page"]

_HEADER = regex.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", regex.IGNORECASE)
_META = regex.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]+)", regex.IGNORECASE)
_XML = regex.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]+)", regex.IGNORECASE)
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
# Browsers read these names as their Windows supersets (WHATWG Encoding Standard, names and labels).
_WIDER = {
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "iso-8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-sjis": "cp932",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "tis-620": "cp874",
    "big5": "big5hkscs",
}


def decode_page(body: bytes, content_type: str | None = None) -> str | None:
    """The text of ``body``, None when it is in no encoding that can be told (a picture, say).

    ``content_type`` is the header; a charset that does not fit the bytes is passed over.
    """
    for mark, encoding in _MARKS:
        if body.startswith(mark):
            return _decoded(body[len(mark) :] if encoding == "utf-8" else body, encoding)
    if b"\0" in body[:2048]:
        return None
    for name in _named(body, content_type):
        text = _decoded(body, name)
        if text is not None:
            return text
    return _decoded(body, "utf-8") or _detected(body)


def _named(body: bytes, content_type: str | None) -> list[str]:
    names = []
    header = _HEADER.search(content_type or "")
    if header is not None:
        names.append(header.group(1))
    for pattern in (_META, _XML):
        found = pattern.search(body[:8192])
        if found is not None:
            names.append(found.group(1).decode("ascii", "replace"))
    # a page that is called UTF-8 and nearly is has one stray byte, not another encoding
    return [_WIDER.get(name.lower(), name) for name in names]


def _decoded(body: bytes, name: str) -> str | None:
    try:
        text = body.decode(name)
    except LookupError:
        return None
    except UnicodeError:
        return _nearly(body, name)
    return text


def _nearly(body: bytes, name: str) -> str | None:
    """``body`` with a few faulty bytes marked, None when there are more than a few: then it is not ``name``."""
    try:
        text = body.decode(name, "replace")
    except UnicodeError:
        return None
    return text if text.count("\ufffd") <= max(1, len(text) // 2000) else None


def _detected(body: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(body).best()
    return None if best is None else str(best)
