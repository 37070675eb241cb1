"""Embeddings by text and encoder, so that no sentence is encoded twice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import select

from records.version import text_digest
from store.batches import in_batches
from store.database import Store, insert_new
from store.schema import embeddings

__all__ = ["EmbeddingCache"]

Row = NDArray[np.float32]
_LITTLE = np.dtype("<f4")


@dataclass(frozen=True)
class EmbeddingCache:
    """Vectors of shape (d,), float32, by the text and the ``signature`` of the encoder; safe to share by threads."""

    store: Store

    def get_many(self, texts: Sequence[str], signature: str) -> dict[str, Row]:
        """The vectors that are kept of ``texts``, by text."""
        digests = {text_digest(text): text for text in texts}
        found: dict[str, Row] = {}
        with self.store.read() as connection:
            for batch in in_batches(tuple(digests)):
                query = (
                    select(embeddings.c.digest, embeddings.c.vector)
                    .where(embeddings.c.digest.in_(batch))
                    .where(embeddings.c.signature == signature)
                )
                for digest, vector in connection.execute(query):
                    found[digests[digest]] = np.frombuffer(vector, dtype=_LITTLE).astype(np.float32)
        return found

    def put_many(self, rows: Mapping[str, Row], signature: str) -> None:
        """Keeps ``rows``, text to vector; what is kept already stays as it is."""
        records = [
            {"digest": text_digest(text), "signature": signature, "vector": np.asarray(row, dtype=_LITTLE).tobytes()}
            for text, row in rows.items()
        ]
        with self.store.write() as connection:
            insert_new(connection, embeddings, records)
