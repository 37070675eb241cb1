"""English of texts that are no sentences of a version: its quotes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from flows.workplace import Workplace
from records.claim import Claims
from records.errors import UnavailableError
from records.translation import Translation
from records.version import Version
from store.translations import HUMAN
from translate.engine import pick_engine

__all__ = ["EnglishClaims", "quotes_in_english", "translate_texts"]


@dataclass(frozen=True, slots=True)
class EnglishClaims:
    """Claims whose quotes have English, how many of these were remembered, and how many a model read."""

    claims: Claims
    hits: int = 0
    calls: int = 0


def quotes_in_english(version: Version, translation: Translation, claims: Claims, place: Workplace) -> EnglishClaims:
    """The claims with the English of each quote, where the version has English at all."""
    if translation.status == "unavailable":
        return EnglishClaims(claims)
    if translation.status == "source":
        own = tuple(replace(quote, english=quote.text) for quote in claims.quotes)
        return EnglishClaims(replace(claims, quotes=own))
    english, calls = translate_texts([quote.text for quote in claims.quotes], version.language_code, place)
    quotes = tuple(replace(quote, english=english.get(_line(quote.text))) for quote in claims.quotes)
    return EnglishClaims(replace(claims, quotes=quotes), len(english) - calls, calls)


def translate_texts(texts: Sequence[str], language: str, place: Workplace) -> tuple[Mapping[str, str], int]:
    """The English of ``texts`` in ``language``, each on one line, and how many of them a model read.

    What the memory knows is not translated again. Without an engine only what people translated has English.
    """
    wanted = list(dict.fromkeys(map(_line, texts)))
    try:
        translator = pick_engine(language, place.settings.translate)
    except UnavailableError:
        return place.memory.get_many(wanted, language, HUMAN), 0
    known = dict(place.memory.get_many(wanted, language, translator.signature))
    missing = [text for text in wanted if text not in known]
    if missing:
        fresh = dict(zip(missing, translator.translate(missing, language), strict=True))
        place.memory.put_many(fresh, language, translator.signature)
        known |= fresh
    return known, len(missing)


def _line(text: str) -> str:
    return " ".join(text.split())
