"""The quotes of a whole version, with the ids that the report uses."""

from __future__ import annotations

from dataclasses import replace

from claims.quotes import find_quotes
from records.claim import Quote
from records.version import Version

__all__ = ["read_quotes"]


def read_quotes(version: Version) -> tuple[Quote, ...]:
    """The quotes of ``version`` in reading order, with ids ``<version>:q<n>``, n from 0."""
    return tuple(
        replace(
            quote,
            id=f"{version.id}:{quote.id}",
            version=version.id,
            continues=f"{version.id}:{quote.continues}" if quote.continues is not None else None,
        )
        for quote in find_quotes(version.text, version.language, version.sentences)
    )
