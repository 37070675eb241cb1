"""Quotes of several versions that are one utterance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

import numpy as np
import pytest

from align.encoder import Rows
from align.utterance_clauses import split_clauses
from align.utterances import find_utterances
from configs.pipeline import AlignSettings
from records.claim import Claims, Quote
from records.span import Span
from records.version import Sentence, Version


class WordEncoder:
    """A bag of words: texts that share words lie close together."""

    signature = "words"

    def encode(self, texts: Sequence[str]) -> Rows:
        rows = np.zeros((len(texts), 512), dtype=np.float32)
        for number, text in enumerate(texts):
            for word in text.lower().replace(".", "").replace(",", "").split():
                rows[number, sum(map(ord, word)) * 31 % 512] += 1
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        return np.asarray(rows / np.maximum(lengths, 1e-9), dtype=np.float32)


def _version(name: str, quotes: list[str]) -> tuple[Version, Claims]:
    filler = "Rain fell on the town all day. "
    text = filler + " ".join(quotes)
    found, sentences, at = [], [Sentence(f"{name}:s0", 0, len(filler))], len(filler)
    for number, quote in enumerate(quotes):
        end = at + len(quote)
        found.append(Quote(at, end, quote, "direct", id=f"{name}:q{number}", version=name))
        sentences.append(Sentence(f"{name}:s{number + 1}", at, end))
        at = end + 1
    when = datetime(2026, 1, 1, tzinfo=UTC)
    version = Version(name, name, f"https://{name}.example", "en", when, "h", text, tuple(sentences))
    return version, Claims(name, (), tuple(found))


def test_same_words_join_and_others_stay_alone() -> None:
    pairs = [
        _version("a", ["We made real progress in Berlin", "Nobody asked the farmers about milk"]),
        _version("b", ["We made real progress in Berlin today"]),
        _version("c", ["Our players deserved this trophy"]),
    ]
    versions, claims = [v for v, _ in pairs], [c for _, c in pairs]
    (found,) = find_utterances(versions, claims, (), WordEncoder(), AlignSettings())
    assert [(m.version, m.quotes) for m in found.members] == [("a", ("a:q0",)), ("b", ("b:q0",))]
    assert {version for part in found.parts for version, _ in part.places} == {"a", "b"}


def test_one_version_has_no_utterance() -> None:
    version, claims = _version("a", ["We made real progress in Berlin"])
    assert find_utterances([version], [claims], (), WordEncoder(), AlignSettings()) == ()


def test_a_quote_behind_a_full_stop_is_an_utterance_of_its_own() -> None:
    first, second = "The aid is needed by the whole region", "We reject every claim about the money"

    def with_chain(between: str) -> Sequence[str]:
        pairs = [_version("a", [first, between, second]), _version("b", [second]), _version("c", [second])]
        aid, _, money = pairs[0][1].quotes
        chained = Claims("a", (), (aid, replace(money, continues=aid.id)))
        claims = [chained, *(claims for _, claims in pairs[1:])]
        found = find_utterances([version for version, _ in pairs], claims, (), WordEncoder(), AlignSettings())
        return found[0].members[0].quotes

    assert with_chain("he said in the town hall.") == ("a:q2",)
    assert with_chain("he said, and that") == ("a:q0", "a:q2")


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("โครงข่ายไฟฟ้างอแต่ไม่หักลง", ["โครงข่ายไฟฟ้างอ", "แต่ไม่หักลง"]),
        ("เราเห็นสัญญาณแต่เราไม่เข้าใจมัน", ["เราเห็นสัญญาณ", "แต่เราไม่เข้าใจมัน"]),
        ("เราทำงานที่นี่ตั้งแต่เช้าจนถึงค่ำ", ["เราทำงานที่นี่ตั้งแต่เช้าจนถึงค่ำ"]),
        ("เขื่อนนี้ปลอดภัยสำหรับแต่ละครอบครัว", ["เขื่อนนี้ปลอดภัยสำหรับแต่ละครอบครัว"]),
    ],
)
def test_thai_is_parted_before_a_but_without_a_blank(text: str, clauses: list[str]) -> None:
    version, _ = _version("a", [])
    version = replace(version, language="th", text=text, sentences=(Sentence("a:s0", 0, len(text)),))
    assert [span.of(text) for span in split_clauses(version, Span(0, len(text)))] == clauses
