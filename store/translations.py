"""The translation memory: no sentence is translated twice by the same engine, in any story."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import case, delete, func, or_, select

from records.version import text_digest
from store.batches import in_batches
from store.database import Store, insert_new
from store.schema import translations

__all__ = ["HUMAN", "MemoryUnit", "TranslationMemory", "is_human"]

HUMAN = "human"
"""The engine of translations made by people, or how it begins: they answer for every engine, and before it."""


def is_human(engine: str) -> bool:
    """Whether ``engine`` is people: ``human``, or ``human/`` and who."""
    return engine == HUMAN or engine.startswith(f"{HUMAN}/")


_IS_HUMAN = or_(translations.c.engine == HUMAN, translations.c.engine.like(f"{HUMAN}/%"))


@dataclass(frozen=True, slots=True)
class MemoryUnit:
    """One remembered translation, as TMX exchanges it."""

    text: str
    translated: str
    source: str
    target: str
    engine: str


@dataclass(frozen=True)
class TranslationMemory:
    """Remembered translations into ``target``; safe to share by threads."""

    store: Store
    target: str = "en"

    def get_many(self, texts: Sequence[str], source: str, engine: str) -> dict[str, str]:
        """What ``engine`` or people made of ``texts`` in the language ``source``: text to translation."""
        digests = {text_digest(text): text for text in texts}
        found: dict[str, str] = {}
        human_last = case((_IS_HUMAN, 1), else_=0)
        with self.store.read() as connection:
            for batch in in_batches(tuple(digests)):
                query = (
                    select(translations.c.digest, translations.c.translated)
                    .where(translations.c.digest.in_(batch), translations.c.source == source)
                    .where(translations.c.target == self.target, or_(translations.c.engine == engine, _IS_HUMAN))
                    .order_by(human_last)
                )
                found |= {digests[digest]: translated for digest, translated in connection.execute(query)}
        return found

    def put_many(self, pairs: Mapping[str, str], source: str, engine: str) -> None:
        """Remembers ``pairs``, text to translation; what ``engine`` said before of a text stays.

        People's words replace what people said before.
        """
        now = self.store.clock()
        rows = [
            {
                "digest": text_digest(text),
                "source": source,
                "target": self.target,
                "engine": engine,
                "text": text,
                "translated": translated,
                "created": now,
            }
            for text, translated in pairs.items()
        ]
        if not rows:
            return
        with self.store.write() as connection:
            if is_human(engine):
                for batch in in_batches([row["digest"] for row in rows]):
                    connection.execute(
                        delete(translations)
                        .where(translations.c.digest.in_(batch), translations.c.source == source)
                        .where(translations.c.target == self.target, _IS_HUMAN)
                    )
            insert_new(connection, translations, rows)

    def people_of(self, texts: Sequence[str], source: str) -> dict[str, str]:
        """Who translated those of ``texts`` that people have: text to engine (``human``, ``human/ana``)."""
        digests = {text_digest(text): text for text in texts}
        found: dict[str, str] = {}
        with self.store.read() as connection:
            for batch in in_batches(tuple(digests)):
                query = (
                    select(translations.c.digest, translations.c.engine)
                    .where(translations.c.digest.in_(batch), translations.c.source == source)
                    .where(translations.c.target == self.target, _IS_HUMAN)
                )
                found |= {digests[digest]: engine for digest, engine in connection.execute(query)}
        return found

    def people_stamp(self, source: str) -> str:
        """Changes whenever people's translations from ``source`` do."""
        query = select(func.count(), func.max(translations.c.created)).where(
            translations.c.source == source, translations.c.target == self.target, _IS_HUMAN
        )
        with self.store.read() as connection:
            count, newest = connection.execute(query).one()
        return f"{count} {newest}"

    def units(self, source: str | None = None) -> tuple[MemoryUnit, ...]:
        """Everything that is remembered (from the language ``source``), in a fixed order."""
        c = translations.c
        query = select(c.text, c.translated, c.source, c.target, c.engine).where(c.target == self.target)
        if source is not None:
            query = query.where(c.source == source)
        with self.store.read() as connection:
            rows = connection.execute(query.order_by(c.source, c.digest, c.engine)).all()
        return tuple(MemoryUnit(*row) for row in rows)
