"""No score falls under its floor, and no floor is lowered unasked."""

from __future__ import annotations

from pathlib import Path

import pytest

from align.encoder import Encoder
from bench import gate
from bench.gate import Floors, corpus_digest, faults_of, load_floors, measure, raised, stale_of
from records.errors import InputError

_HELD = Floors(
    stories=[], floors={"recall": 0.9, "agreements_split": 1.0}, noise_margin={"recall": 0.03}
)  # fmt: skip


@pytest.mark.heavy(60)
@pytest.mark.timeout(1200)
def test_no_score_is_under_its_floor(tmp_path: Path, encoder: Encoder) -> None:
    floors = load_floors()
    assert not stale_of(floors)
    assert not faults_of(floors, measure(floors.stories, tmp_path, encoder))


@pytest.mark.parametrize(
    ("scores", "fault"),
    [
        ({"recall": 0.86, "agreements_split": 1.0}, "recall: 0.86, the floor is 0.9"),
        ({"recall": 0.95, "agreements_split": 2.0}, "agreements_split: 2.0"),
        ({"recall": 0.95}, "agreements_split: has a floor"),
        ({"recall": 0.95, "agreements_split": 0.0, "new": 1.0}, "new: measured, but it has no floor"),
    ],
)
def test_what_fails_the_gate(scores: dict[str, float], fault: str) -> None:
    (found,) = faults_of(_HELD, scores)
    assert found.startswith(fault)


def test_noise_is_no_fault_but_lowers_no_floor_either() -> None:
    noisy = {"recall": 0.88, "agreements_split": 1.0}
    assert not faults_of(_HELD, noisy)
    with pytest.raises(InputError, match=r"recall 0\.9 -> 0\.88"):
        raised(_HELD, noisy)


def test_a_floor_is_lowered_by_the_flag_alone() -> None:
    worse = {"recall": 0.5, "agreements_split": 3.0}
    with pytest.raises(InputError, match="--lower"):
        raised(_HELD, worse)
    assert raised(_HELD, worse, lower=True).floors == worse
    with pytest.raises(InputError, match=r"agreements_split 1\.0 -> gone"):
        raised(_HELD, {"recall": 0.95})
    better = {"recall": 0.95, "agreements_split": 0.0}
    assert raised(_HELD, better).floors == better


def test_floors_edited_by_hand_and_another_corpus_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    measured = raised(_HELD, {"recall": 0.95, "agreements_split": 0.0})
    assert not stale_of(measured)
    (fault,) = stale_of(measured.model_copy(update={"floors": {"recall": 0.1, "agreements_split": 0.0}}))
    assert "edited by hand" in fault
    monkeypatch.setattr(gate, "ROOT", tmp_path)
    monkeypatch.setattr(gate, "STORIES", tmp_path)
    monkeypatch.setattr(gate, "NAMES", tmp_path / "names")
    (tmp_path / "one").mkdir()
    (tmp_path / "one" / "gold.yaml").write_text("a: 1", encoding="utf-8")
    before = corpus_digest(["one"])
    (tmp_path / "one" / "gold.yaml").write_text("a: 2", encoding="utf-8")
    assert corpus_digest(["one"]) != before
