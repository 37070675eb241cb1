"""A whole version into English, sentence by sentence, through the translation memory."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from configs.pipeline import TranslateSettings
from records.errors import UnavailableError
from records.translation import Translation
from records.version import Version
from store.translations import HUMAN
from translate.engine import Bounded, Translator, pick_engine

__all__ = ["Memory", "NoMemory", "english_of", "translate_version", "untranslated"]


class Memory(Protocol):
    """Remembers translations into English."""

    def get_many(self, texts: Sequence[str], source: str, engine: str) -> Mapping[str, str]:
        """What is remembered of ``texts`` by ``engine`` (a signature), text to English."""

    def put_many(self, pairs: Mapping[str, str], source: str, engine: str) -> None:
        """Remembers ``pairs``, text to English."""

    def people_of(self, texts: Sequence[str], source: str) -> Mapping[str, str]:
        """Who translated those of ``texts`` that people have, text to engine."""


class NoMemory:
    """Forgets everything."""

    def get_many(self, texts: Sequence[str], source: str, engine: str) -> Mapping[str, str]:
        """Nothing."""
        return {}

    def put_many(self, pairs: Mapping[str, str], source: str, engine: str) -> None:
        """Drops ``pairs``."""

    def people_of(self, texts: Sequence[str], source: str) -> Mapping[str, str]:
        """Nobody."""
        return {}


def translate_version(version: Version, translator: Translator, memory: Memory) -> Translation:
    """``version`` in English by ``translator``, headline and all; what ``memory`` knows is not translated again.

    ``model_calls`` counts the sentences that the model read, each text once. A version in English is its own source.
    """
    if version.language_code == "en":
        return Translation(version.id, "source")
    source, engine = version.language_code, translator.signature
    texts, wanted = _texts(version)
    known = dict(memory.get_many(wanted, source, engine))
    missing = [text for text in wanted if text not in known]
    if missing:
        fresh = dict(zip(missing, translator.translate(missing, source), strict=True))
        memory.put_many(fresh, source, engine)
        known |= fresh
    return Translation(
        version=version.id,
        status="translated",
        engine=_origins(engine, memory.people_of(wanted, source), wanted),
        why=_note(texts, translator),
        english={identity: known.get(text, "") for identity, text in texts.items()},
        memory_hits=len(wanted) - len(missing),
        model_calls=len(missing),
    )


def _texts(version: Version) -> tuple[dict[str, str], tuple[str, ...]]:
    """The sentences on one line each, by id, and each text once."""
    texts = {sentence.id: " ".join(version.sentence_text(sentence).split()) for sentence in version.sentences}
    return texts, tuple(dict.fromkeys(text for text in texts.values() if text))


def _origins(engine: str, people: Mapping[str, str], wanted: Sequence[str]) -> str:
    """``engine``, and the people whose translations stand in its place."""
    names = " + ".join(sorted(set(people.values())))
    if not names:
        return engine
    return names if len(people) == len(wanted) else f"{engine} + {names}"


def _by_people(version: Version, memory: Memory) -> Translation | None:
    """``version`` in the words of people alone, None when they have not translated all of it."""
    source, (texts, wanted) = version.language_code, _texts(version)
    people = memory.people_of(wanted, source)
    if not wanted or len(people) < len(wanted):
        return None
    known = memory.get_many(wanted, source, HUMAN)
    english = {identity: known.get(text, "") for identity, text in texts.items()}
    return Translation(
        version.id, "translated", _origins(HUMAN, people, wanted), english=english, memory_hits=len(wanted)
    )


def _note(texts: Mapping[str, str], translator: Translator) -> str | None:
    if not isinstance(translator, Bounded):
        return None
    long = [identity for identity, text in texts.items() if not translator.fits(text)]
    return f"too long for the model at once, translated in pieces: {', '.join(long)}" if long else None


def untranslated(version: Version, why: str) -> Translation:
    """The translation of a version that no engine has a model for."""
    return Translation(version.id, "unavailable", why=why)


def english_of(version: Version, settings: TranslateSettings, memory: Memory, engine: str = "auto") -> Translation:
    """``version`` in English by the engine that ``pick_engine`` gives, or ``unavailable`` with why.

    Raises:
        InputError: there is no such engine.
    """
    if version.language_code == "en":
        return Translation(version.id, "source")
    try:
        return translate_version(version, pick_engine(version.language, settings, engine), memory)
    except UnavailableError as error:
        return _by_people(version, memory) or untranslated(version, str(error))
