"""Marian models of the hub (opus-mt and others), one pair of languages each, by transformers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from configs.pipeline import TranslateSettings
from translate.hub import HubModel, hub_folder, weights_digest
from translate.pieces import translate_in_pieces

__all__ = ["MarianTranslator", "load_marian", "marian_name"]


class MarianTranslator:
    """Translates with the model of ``folder``; greedy, or with beams."""

    def __init__(self, folder: Path, device: str = "auto", beams: int = 1, batch_tokens: int = 2048) -> None:
        self._model = HubModel(folder, device, beams, batch_tokens)
        self._signature = f"marian/{folder.name}/{weights_digest(folder)}/beams-{beams}"

    @property
    def signature(self) -> str:
        return self._signature

    def fits(self, text: str) -> bool:
        """Whether ``text`` is translated at once."""
        return self._model.count_tokens(text) <= self._model.longest

    def translate(self, texts: Sequence[str], source: str) -> list[str]:
        """One English text for each of ``texts``; long ones are translated in pieces."""
        return translate_in_pieces(texts, self.fits, self._model.run)


def marian_name(language: str, settings: TranslateSettings) -> str:
    """The hub id or folder of the Marian model for ``language``."""
    return settings.marian_models.get(language) or settings.marian_model.format(source=language)


def load_marian(language: str, settings: TranslateSettings) -> MarianTranslator:
    """The installed Marian model of ``language`` (primary subtag).

    Raises:
        UnavailableError: it is not installed or broken, or the extra ``hub`` is not.
    """
    folder = hub_folder(marian_name(language, settings), language)
    return _translator(folder, settings.device, settings.beams, settings.batch_tokens)


@lru_cache(maxsize=8)
def _translator(folder: Path, device: str, beams: int, batch_tokens: int) -> MarianTranslator:
    return MarianTranslator(folder, device, beams, batch_tokens)
