"""Versions into English with the real Portuguese model, through the memory."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from configs.pipeline import TranslateSettings
from records.errors import InputError, UnavailableError
from records.version import Sentence, Version
from store.database import open_store
from store.translations import HUMAN, TranslationMemory
from translate.article import NoMemory, english_of, translate_version
from translate.engine import pick_engine
from translate.firefox import FirefoxTranslator
from translate.places import find_firefox, read_firefox_folder

HERE = TranslateSettings(fetch="never", workers=1)
LINES = ("Incêndio no porto", "Doze pessoas morreram na quarta-feira.", "O ministro não comentou.")


def _version(lines: Sequence[str], language: str) -> Version:
    text = f"{lines[0]}\n\n" + "\n".join(lines[1:])
    starts = [text.index(line) for line in lines]
    sentences = tuple(
        Sentence(f"v:s{n}", start, start + len(line), n)
        for n, (start, line) in enumerate(zip(starts, lines, strict=True))
    )
    return Version("v", "mare", "https://mare.example/1", language, None, lines[0], text, sentences)


class Counting:
    """Upper case, counted; takes ten characters at once."""

    signature = "upper/1"

    def __init__(self) -> None:
        self.seen: list[str] = []

    def fits(self, text: str) -> bool:
        return len(text) <= 20

    def translate(self, texts: Sequence[str], source: str) -> list[str]:
        self.seen += texts
        return [text.upper() for text in texts]


def test_the_portuguese_model_translates_headline_and_body() -> None:
    found = english_of(_version(LINES, "pt-BR"), HERE, NoMemory())
    assert found.status == "translated" and found.engine is not None and found.engine.startswith("firefox/pten")
    assert found.english.keys() == {"v:s0", "v:s1", "v:s2"}
    assert "Twelve people died" in found.english["v:s1"] and "not" in found.english["v:s2"]


def test_english_is_its_own_source() -> None:
    found = english_of(_version(("Fire", "Twelve people died."), "en-GB"), HERE, NoMemory())
    assert (found.status, found.model_calls, dict(found.english)) == ("source", 0, {})


def test_no_model_is_told_with_the_command_that_gets_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SYNOPTIC_MODELS", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    found = english_of(_version(LINES, "xx"), HERE, NoMemory())
    assert found.status == "unavailable" and found.why is not None
    assert found.why.endswith("run: synoptic models add xx")
    with pytest.raises(InputError, match="no engine 'nonsense'"):
        pick_engine("pt", HERE, "nonsense")


def test_nothing_is_translated_twice_and_people_win(tmp_path: Path) -> None:
    version, translator = _version((*LINES, LINES[2] + " "), "pt"), Counting()
    with open_store(tmp_path / "a.sqlite") as store:
        memory = TranslationMemory(store)
        first = translate_version(version, translator, memory)
        assert (first.memory_hits, first.model_calls) == (0, 3)
        again = translate_version(version, translator, memory)
        assert (again.memory_hits, again.model_calls, again.english) == (3, 0, first.english)
        assert len(translator.seen) == 3
        memory.put_many({LINES[0]: "Fire at the port"}, "pt", HUMAN)
        assert translate_version(version, translator, memory).english["v:s0"] == "Fire at the port"


def test_a_sentence_too_long_for_the_model_is_noted() -> None:
    found = translate_version(_version(LINES, "pt"), Counting(), NoMemory())
    assert found.why is not None and "v:s1" in found.why and "v:s0" not in found.why


def test_threads_and_processes_give_the_same_words() -> None:
    model = find_firefox("pt")
    assert model is not None
    texts = [f"O navio {n} chegou ao porto com {n} pessoas." for n in range(12)]
    alone = FirefoxTranslator(model, workers=1)
    many = FirefoxTranslator(model, workers=2, parallel_from=2)
    expected = alone.translate(texts, "pt")
    assert many.translate(texts, "pt") == expected
    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(lambda text: alone.translate([text], "pt")[0], texts)) == expected


def test_a_broken_model_is_one_clear_line(tmp_path: Path) -> None:
    folder = tmp_path / "xx-en"
    folder.mkdir()
    (folder / "model.xxen.bin").write_bytes(b"no model")
    with pytest.raises(UnavailableError, match=r"no vocab\*\.spm.*synoptic models add xx"):
        read_firefox_folder(folder)
    (folder / "vocab.xxen.spm").write_bytes(b"no vocabulary")
    with pytest.raises(UnavailableError, match=r"is broken.*synoptic models add xx"):
        FirefoxTranslator(read_firefox_folder(folder))


def test_people_alone_will_do_and_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SYNOPTIC_MODELS", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    version = _version(LINES, "xx")
    with open_store(tmp_path / "a.sqlite") as store:
        memory = TranslationMemory(store)
        memory.put_many({line: f"English {n}" for n, line in enumerate(LINES[:2])}, "xx", HUMAN)
        assert english_of(version, HERE, memory).status == "unavailable"
        memory.put_many({LINES[2]: "English 2"}, "xx", "human/ana")
        found = english_of(version, HERE, memory)
        assert (found.status, found.engine, found.model_calls) == ("translated", "human + human/ana", 0)
        assert found.english == {"v:s0": "English 0", "v:s1": "English 1", "v:s2": "English 2"}
        some = translate_version(_version((*LINES, "Mais."), "xx"), Counting(), memory)
        assert some.engine == "upper/1 + human + human/ana" and some.english["v:s3"] == "MAIS."
