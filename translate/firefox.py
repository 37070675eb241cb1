"""Firefox's student models, run by fxtranslate: the default on a CPU."""

from __future__ import annotations

import os
import threading
from collections.abc import Sequence
from functools import lru_cache
from importlib.metadata import version
from typing import Any

from sentencex import segment

from configs.pipeline import TranslateSettings
from records.errors import UnavailableError
from translate.pieces import estimated_tokens, translate_in_pieces
from translate.places import FirefoxModel, find_firefox
from translate.workers import WorkerPool

__all__ = ["FirefoxTranslator", "load_firefox", "open_model"]

LONGEST = 140
"""Estimated tokens that are translated at once."""


def open_model(model: FirefoxModel) -> Any:
    """fxtranslate's engine for ``model``; it may be used by the calling thread only.

    Raises:
        UnavailableError: a file is broken, or fxtranslate is not installed.
    """
    try:
        from fxtranslate import Translator
    except ImportError:
        raise UnavailableError("engine 'firefox': the package is not installed; run: pip install fxtranslate") from None
    shortlist = None if model.shortlist is None else model.shortlist.read_bytes()
    try:
        return Translator(
            model.model.read_bytes(),
            model.source_vocabulary.read_bytes(),
            model.target_vocabulary.read_bytes(),
            shortlist,
        )
    except BaseException as error:  # a broken file is a panic of the native code, which is no Exception
        if isinstance(error, KeyboardInterrupt | SystemExit | MemoryError):
            raise
        code = model.folder.name.split("-")[0]
        raise UnavailableError(
            f"Firefox model {str(model.folder)!r} is broken ({error}); remove it and run: synoptic models add {code}"
        ) from None


class FirefoxTranslator:
    """Translates with one model. May be shared by threads: each thread opens an engine of its own.

    fxtranslate holds Python's lock while it computes, so many sentences are given to ``workers`` processes.
    """

    def __init__(self, model: FirefoxModel, workers: int = 1, parallel_from: int = 48) -> None:
        self._model = model
        self._parallel_from = parallel_from
        self._local = threading.local()
        self._pool = WorkerPool(model.folder, workers) if workers > 1 else None
        self._signature = f"firefox/{model.folder.name}/{model.digest()}/fxtranslate-{version('fxtranslate')}/sentences"
        self._engine()

    @property
    def signature(self) -> str:
        return self._signature

    def fits(self, text: str) -> bool:
        """Whether ``text`` is translated at once."""
        return estimated_tokens(text) <= LONGEST

    def translate(self, texts: Sequence[str], source: str) -> list[str]:
        """One English text for each of ``texts``: sentence by sentence, long ones in pieces.

        The models know single sentences (flores-test pt: BLEU 43.8 with lines as they are, 44.6 with sentences apart).
        """
        cleaned = [" ".join(text.replace("\0", " ").split()) for text in texts]
        sentences = [[part.strip() for part in segment(source, text) if part.strip()] for text in cleaned]
        done = iter(translate_in_pieces([part for parts in sentences for part in parts], self.fits, self._run))
        return [" ".join(next(done) for _ in parts) for parts in sentences]

    def _run(self, texts: Sequence[str]) -> Sequence[str]:
        if self._pool is not None and len(texts) >= self._parallel_from:
            return self._pool.translate(texts)
        engine = self._engine()
        return [engine.translate(text.encode("utf-8", "replace").decode()) for text in texts]

    def _engine(self) -> Any:
        engine = getattr(self._local, "engine", None)
        if engine is None:
            engine = self._local.engine = open_model(self._model)
        return engine


def load_firefox(language: str, settings: TranslateSettings) -> FirefoxTranslator:
    """The installed Firefox model of ``language`` (primary subtag).

    Raises:
        UnavailableError: it is not installed, or broken.
    """
    model = find_firefox(settings.firefox_codes.get(language, language))
    if model is None:
        raise UnavailableError(
            f"the Firefox model for {language!r} is not installed; run: synoptic models add {language}"
        )
    with _OPENING:
        return _translator(model, settings.workers or _cores(), settings.parallel_from)


_OPENING = threading.Lock()


def _cores() -> int:
    """The cores of this process; one of several that share a machine is told its share."""
    share = os.environ.get("OMP_NUM_THREADS", "")
    cores = len(os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else [0])
    return min(cores, int(share)) if share.isdecimal() and int(share) > 0 else cores


@lru_cache(maxsize=64)
def _translator(model: FirefoxModel, workers: int, parallel_from: int) -> FirefoxTranslator:
    return FirefoxTranslator(model, workers, parallel_from)
