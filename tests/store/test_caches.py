"""The translation memory and the cache of embeddings."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import numpy as np

from store.database import open_store
from store.embeddings import EmbeddingCache
from store.translations import HUMAN, MemoryUnit, TranslationMemory


def test_a_translation_is_found_by_text_language_and_engine(where: str) -> None:
    with open_store(where) as store:
        memory = TranslationMemory(store)
        memory.put_many({"Olá.": "Hello.", "Sim.": "Yes."}, "pt", "engine/1")
        assert memory.get_many(["Olá.", "Sim.", "Não."], "pt", "engine/1") == {"Olá.": "Hello.", "Sim.": "Yes."}
        assert memory.get_many(["Olá."], "es", "engine/1") == {}
        assert memory.get_many(["Olá."], "pt", "engine/2") == {}
        assert TranslationMemory(store, "de").get_many(["Olá."], "pt", "engine/1") == {}


def test_what_an_engine_said_first_stays(where: str) -> None:
    with open_store(where) as store:
        memory = TranslationMemory(store)
        memory.put_many({"Olá.": "Hello."}, "pt", "e")
        memory.put_many({"Olá.": "Hi."}, "pt", "e")
        assert memory.get_many(["Olá."], "pt", "e") == {"Olá.": "Hello."}


def test_people_win_over_engines_and_may_change_their_minds(where: str) -> None:
    with open_store(where) as store:
        memory = TranslationMemory(store)
        memory.put_many({"Olá.": "Hello."}, "pt", "z-engine")
        for words in ("Hi.", "Good day."):
            memory.put_many({"Olá.": words}, "pt", HUMAN)
        assert memory.get_many(["Olá."], "pt", "z-engine") == {"Olá.": "Good day."}
        assert MemoryUnit("Olá.", "Good day.", "pt", "en", HUMAN) in memory.units("pt")
        assert len(memory.units()) == 2


def test_more_texts_than_a_statement_takes(where: str) -> None:
    with open_store(where) as store:
        memory = TranslationMemory(store)
        pairs = {f"frase {n}": f"sentence {n}" for n in range(2500)}
        memory.put_many(pairs, "pt", "e")
        assert memory.get_many(list(pairs), "pt", "e") == pairs


def test_threads_that_remember_the_same_do_not_collide(where: str) -> None:
    with open_store(where) as store, ThreadPoolExecutor(8) as pool:
        memory = TranslationMemory(store)
        list(pool.map(lambda n: memory.put_many({f"t{n % 7}": f"e{n}"}, "pt", "e"), range(70)))
        assert len(memory.units()) == 7


def test_vectors_come_back_to_the_bit(where: str) -> None:
    with open_store(where) as store:
        cache = EmbeddingCache(store)
        rows = {f"text {n}": np.random.default_rng(n).standard_normal(384).astype(np.float32) for n in range(20)}
        cache.put_many(rows, "bundled/1")
        cache.put_many(rows, "bundled/1")
        found = cache.get_many([*rows, "never"], "bundled/1")
        assert found.keys() == rows.keys()
        assert all(np.array_equal(found[text], rows[text]) and found[text].dtype == np.float32 for text in rows)
        assert cache.get_many(list(rows), "bundled/2") == {}
