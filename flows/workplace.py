"""Where a run works: its folder with store and archive, the settings, the downloader and the encoder."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np

from align.encoder import Encoder, Rows, load_encoder
from configs.pipeline import PipelineConfig, load_pipeline
from fetch.archive import Archive
from fetch.download import Downloader
from flag.entailment import Entailment, load_entailment
from records.errors import InputError
from store.database import Store, open_store
from store.embeddings import EmbeddingCache
from store.translations import TranslationMemory

__all__ = ["CachedEncoder", "EmbeddingMemory", "Workplace", "database_url", "make_workplace", "open_workplace"]


class EmbeddingMemory(Protocol):
    """Keeps the vectors of texts by the encoder's signature."""

    def get_many(self, texts: Sequence[str], signature: str) -> dict[str, Rows]: ...

    def put_many(self, rows: Mapping[str, Rows], signature: str) -> None: ...


@dataclass(slots=True)
class CachedEncoder:
    """An encoder that embeds no text twice; counts what it looked up and what it computed."""

    encoder: Encoder
    memory: EmbeddingMemory
    hits: int = 0
    calls: int = 0

    @property
    def signature(self) -> str:
        return self.encoder.signature

    def encode(self, texts: Sequence[str]) -> Rows:
        """Unit rows, one a text, in the order of ``texts``."""
        wanted = list(dict.fromkeys(texts))
        known = self.memory.get_many(wanted, self.signature)
        missing = [text for text in wanted if text not in known]
        self.hits += len(wanted) - len(missing)
        if missing:
            fresh = dict(zip(missing, self.encoder.encode(missing), strict=True))
            self.calls += len(missing)
            self.memory.put_many(fresh, self.signature)
            known = known | fresh
        return np.stack([known[text] for text in texts]) if texts else self.encoder.encode([])


@dataclass(slots=True)
class Workplace:
    """Everything outside the texts that a comparison needs."""

    folder: Path
    settings: PipelineConfig
    store: Store
    archive: Archive
    downloader: Downloader
    encoder: CachedEncoder
    memory: TranslationMemory
    entailment: Entailment | None = None
    """Weighs altered quotes, where ``flag.nli_model`` names a model."""

    def close(self) -> None:
        """Lets go of the database and the connections."""
        self.downloader.close()
        self.store.close()


def private_pages_allowed() -> bool:
    """Whether this process may fetch from its own machine and network: only the demo and tests say so."""
    return os.environ.get("SYNOPTIC_ALLOW_PRIVATE") == "1"


def database_url() -> str | None:
    """The database that several machines share (SYNOPTIC_DATABASE_URL), None for a file in the workplace."""
    return os.environ.get("SYNOPTIC_DATABASE_URL") or None


def make_workplace(
    folder: Path,
    settings: PipelineConfig | None = None,
    database: str | None = None,
    downloader: Downloader | None = None,
    encoder: Encoder | None = None,
) -> Workplace:
    """The workplace in ``folder``, made when missing: ``synoptic.sqlite``, unless ``database`` is a url; ``archive/``.

    The caller closes it.

    Raises:
        InputError: the database or the encoder named in the settings can't be had, or the folder can't be made.
    """
    settings = settings or load_pipeline()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"{folder}: can't be made ({error.strerror}); give another --out.") from None
    raw = encoder or load_encoder(settings.align.encoder, settings.align.model)
    store = open_store(database or database_url() or folder / "synoptic.sqlite")
    return Workplace(
        folder=folder,
        settings=settings,
        store=store,
        archive=Archive(folder / "archive"),
        downloader=downloader or Downloader(settings.fetch, allow_private=private_pages_allowed()),
        encoder=CachedEncoder(raw, EmbeddingCache(store)),
        memory=TranslationMemory(store),
        entailment=load_entailment(settings.flag),
    )


@contextmanager
def open_workplace(
    folder: Path,
    settings: PipelineConfig | None = None,
    database: str | None = None,
    downloader: Downloader | None = None,
    encoder: Encoder | None = None,
) -> Iterator[Workplace]:
    """``make_workplace``, closed at the end of the block."""
    place = make_workplace(folder, settings, database, downloader, encoder)
    try:
        yield place
    finally:
        place.close()
