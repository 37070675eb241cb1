"""What the guard finds fault with is translated once more, remembered, and only the better English counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from configs.pipeline import TranslateSettings
from fetch.version import make_version
from flows.retranslating import mend_translation, second_engine
from records.translation import Translation
from records.version import Version
from store.database import open_store
from store.translations import TranslationMemory

LINES = ("Incêndio no porto de Lisboa", "Doze pessoas morreram no incêndio.", "O ministro não comentou o caso.")
WRONG = ("Fire at the port of Lisbon", "Twenty people died in the fire.", "The minister commented on the case.")


class Second:
    """Translates by a list, and remembers what it was asked."""

    signature = "second/1"

    def __init__(self, known: Mapping[str, str]) -> None:
        self.known = known
        self.asked: list[str] = []

    def translate(self, texts: Sequence[str], source: str) -> list[str]:
        self.asked += texts
        return [self.known[text] for text in texts]


def _first() -> tuple[Version, Translation]:
    version, _ = make_version("v", "mare", "https://mare.example/1", LINES[0], "\n".join(LINES[1:]), "pt", None)
    english = dict(zip((sentence.id for sentence in version.sentences), WRONG, strict=True))
    return version, Translation("v", "translated", "first/1", english=english, model_calls=3)


def test_only_faulty_sentences_are_asked_for_again_and_once(tmp_path: Path) -> None:
    version, first = _first()
    second = Second({LINES[1]: "Twelve people died in the fire.", LINES[2]: "The minister spoke about it."})
    with open_store(tmp_path / "a.sqlite") as store:
        memory = TranslationMemory(store)
        done = mend_translation(version, first, second, memory)
        assert second.asked == list(LINES[1:]) and done.model_calls == 5
        sentences = [done.english[sentence.id] for sentence in version.sentences]
        assert sentences == [WRONG[0], "Twelve people died in the fire.", WRONG[2]]
        assert done.why is not None and "translated again by second/1: v:s1" in done.why
        again = mend_translation(version, replace(first, model_calls=0), second, memory)
        assert (again.english, again.model_calls, len(second.asked)) == (done.english, 0, 2)


def test_what_people_said_stays(tmp_path: Path) -> None:
    version, first = _first()
    second = Second({LINES[2]: "The minister did not comment on the case."})
    with open_store(tmp_path / "a.sqlite") as store:
        memory = TranslationMemory(store)
        memory.put_many({LINES[1]: WRONG[1]}, "pt", "human/ana")
        done = mend_translation(version, first, second, memory)
    assert second.asked == [LINES[2]]
    assert [done.english[s.id] for s in version.sentences][1:] == [
        WRONG[1],
        "The minister did not comment on the case.",
    ]


def test_firefox_alone_has_no_second_way() -> None:
    assert second_engine("pt", TranslateSettings(order=("firefox",), fetch="never", workers=1)) is None
