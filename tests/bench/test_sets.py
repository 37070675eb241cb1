"""The benchmark's data sets, read from small sets of the same layout, judged by a comparison that we write here."""

from __future__ import annotations

import gzip
import json
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import regex

from bench.discrepancies import measure_stories
from bench.itn import LABELS, measure_itn
from bench.parallel import measure_meantime, measure_ntrex
from bench.versions import Compare
from configs.story import StoryConfig
from records.discrepancy import Discrepancy, DiscrepancyKind, Evidence, Side
from records.report import Report, Run
from records.version import Version

NAMES = ("itn_conflict_recall", "itn_agreement_flagged", "itn_lag_accuracy")


def first_number_compared(kind: DiscrepancyKind) -> Compare:
    """Calls it ``kind`` where the first two versions' first numbers differ."""

    def compare(story: StoryConfig) -> Report:
        versions, places = [], []
        for entry in story.versions:
            assert entry.file is not None
            text = entry.file.read_text(encoding="utf-8")
            versions.append(
                Version(entry.outlet, entry.outlet, entry.url, entry.language or "en", entry.published, "", text, ())
            )
            match = regex.search(r"\d+", text)
            if match:
                places.append(Evidence(entry.outlet, match.start(), match.end(), match.group()))
        found = []
        if len(places) > 1 and places[0].text != places[1].text:
            sides = tuple(Side(place.text, (place,)) for place in places[:2])
            found.append(Discrepancy("d", kind, "high", 0.9, "differs", None, (), sides))
        time = datetime(2026, 1, 1, tzinfo=UTC)
        return Report(story.id, story.title, tuple(versions), (), (), (), tuple(found), (), (), Run(time))

    return compare


def pack(path: Path, rows: Sequence[Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.writelines((row if isinstance(row, str) else json.dumps(row)) + "\n" for row in rows)


@pytest.fixture
def events(tmp_path: Path) -> Path:
    def blurb(language: str, ts: int, text: str) -> dict[str, Any]:
        return {"lang": language, "ts": ts, "topic": "Fire", "text": text}

    rows = [
        {"qid": "Q1", "blurbs": [blurb("en", 10, "Fire kills 12 people (pictured)."), blurb("de", 20, "12 Tote")]},
        {"qid": "Q2", "blurbs": [blurb("en", 10, "Fire kills 12 people."), blurb("de", 20, "Brand: 15 Tote")]},
    ]
    pack(tmp_path / "story_itn_55lang" / "itn.jsonl.gz", rows)
    return tmp_path


@pytest.mark.parametrize(
    ("kind", "second", "expected"),
    [
        ("figure-conflict", "conflict", (1.0, 0.0, 1.0)),
        ("figure-update", "conflict", (0.0, 0.0, 0.0)),
        ("figure-update", "lag", (None, 0.0, 1.0)),
        ("figure-conflict", "agree", (None, 0.5, None)),
    ],
)
def test_itn(
    events: Path, tmp_path: Path, kind: DiscrepancyKind, second: str, expected: tuple[float | None, ...]
) -> None:
    labels = tmp_path / "labels.yml"
    labels.write_text(
        "- {qid: Q1, verdict: agree, versions: [[en, '12'], [de, '12']]}\n"
        f"- {{qid: Q2, verdict: {second}, versions: [[en, '12'], [de, '15']]}}\n",
        encoding="utf-8",
    )
    found = measure_itn(events, first_number_compared(kind), [], labels)
    assert tuple(found[name] for name in NAMES) == expected


def test_labels_are_sixty_and_of_every_verdict() -> None:
    labels = LABELS.read_text(encoding="utf-8")
    assert labels.count("qid:") >= 60
    assert all(labels.count(f"verdict: {verdict}") >= 8 for verdict in ("agree", "conflict", "lag"))


def test_ntrex_counts_alarms_per_hundred_translated_sentences(tmp_path: Path) -> None:
    folder = tmp_path / "mt_ntrex"
    pack(folder / "eng.txt.gz", ["A fire", "It killed 3 people.", "It is out.", "All left."])
    pack(folder / "deu.txt.gz", ["Ein Feuer", "Es tötete 4 Menschen.", "Es ist aus.", "Alle gingen."])
    (folder / "DOCUMENT_IDS.tsv").write_text("one\none\none\none\n", encoding="utf-8")
    lines: list[str] = []
    found = measure_ntrex(tmp_path, first_number_compared("figure-conflict"), lines, documents=5)
    assert found == {"ntrex_false_alarms_per_100": 25.0}
    assert len(lines) == 1


def test_meantime_joins_tokens_as_running_text(tmp_path: Path) -> None:
    def row(*sentences: str) -> dict[str, Any]:
        return {"num_id": "1", "sents": [{"id": n, "tokens": s.split()} for n, s in enumerate(sentences)]}

    folder = tmp_path / "story_meantime_4lang"
    pack(folder / "en.jsonl.gz", [row("Profit", "It made ( net ) 5 , he said .")])
    pack(folder / "es.jsonl.gz", [row("Beneficio", "Ganó 5 .")])
    seen: list[str] = []

    def compare(story: StoryConfig) -> Report:
        seen.extend(entry.file.read_text(encoding="utf-8") for entry in story.versions if entry.file)
        return first_number_compared("figure-conflict")(story)

    assert measure_meantime(tmp_path, compare, [], 5) == {"meantime_false_alarms_per_100": 0.0}
    assert "It made (net) 5, he said." in seen[0]


def test_a_set_that_is_missing_has_no_number(tmp_path: Path) -> None:
    compare = first_number_compared("figure-conflict")
    assert measure_itn(tmp_path, compare, []) == dict.fromkeys(NAMES)
    assert measure_ntrex(tmp_path, compare, [], 5) == {"ntrex_false_alarms_per_100": None}
    assert measure_meantime(tmp_path, compare, [], 5) == {"meantime_false_alarms_per_100": None}
    assert set(measure_stories([tmp_path], compare, []).values()) == {None}
