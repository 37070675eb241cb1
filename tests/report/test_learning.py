"""What verdicts teach, and the dataset that others read."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml

from records.errors import InputError
from report.calibrate import proposal_yaml, propose_thresholds
from report.dataset import CONFIGS, export_dataset, split_of
from report.inbox import Decided
from report.record import precision_by, precision_over_time
from tests.report.client import open_client
from tests.report.memory import MemoryStore
from tests.report.story import load_report

DAY = datetime(2026, 3, 2, tzinfo=UTC)


def decided(confidence: float, confirmed: bool, number: int = 0, at: datetime = DAY) -> Decided:
    """One verdict on a conflict of figures between two outlets."""
    return Decided(f"s.d{number}", "figure-conflict", confidence, ("a", "b"), ("en",), at, confirmed)


def many(real: list[float], false: list[float]) -> list[Decided]:
    """Verdicts at these confidences."""
    marks = [(confidence, True) for confidence in real] + [(confidence, False) for confidence in false]
    return [decided(confidence, is_real, number) for number, (confidence, is_real) in enumerate(marks)]


def test_a_threshold_that_hides_what_was_dismissed_is_proposed() -> None:
    ones = many([0.7 + n / 100 for n in range(20)], [0.4 + n / 100 for n in range(10)])
    (proposal,) = propose_thresholds(ones, {}, {"figure-conflict": [0.3, 0.45, 0.9]})
    assert proposal.least == pytest.approx(0.48)  # two false ones of 22 may stay
    assert proposal.after is not None
    assert proposal.after.precision >= 0.9 > proposal.share.precision
    assert (len(proposal.hidden_dismissed), len(proposal.hidden_confirmed), proposal.hidden_waiting) == (8, 0, 2)
    assert yaml.safe_load(proposal_yaml([proposal])) == {"flag": {"least_confidence": {"figure-conflict": 0.48}}}


def test_nothing_is_proposed_without_reason() -> None:
    few = propose_thresholds(many([0.9], [0.1]), {})
    good = propose_thresholds(many([0.5] * 19, [0.5]), {})
    blind = propose_thresholds(many([0.5] * 10, [0.5] * 10), {})
    assert [(p.least, bool(p.why)) for p in (*few, *good, *blind)] == [(None, True)] * 3
    assert proposal_yaml([*few, *good, *blind]) == ""


def test_real_ones_are_not_hidden_for_the_sake_of_the_share() -> None:
    ones = many([0.3] * 10 + [0.9] * 10, [0.35] * 10)
    (proposal,) = propose_thresholds(ones, {})
    assert proposal.least is None


def test_precision_is_told_by_month_and_by_every_outlet_of_a_finding() -> None:
    ones = [decided(0.5, True), decided(0.5, False, at=datetime(2026, 4, 1, tzinfo=UTC))]
    assert [(m.name, m.share.precision) for m in precision_over_time(ones)] == [("2026-04", 0.0), ("2026-03", 1.0)]
    assert {share.name: share.precision for share in precision_by(ones)["outlet"]} == {"a": 0.5, "b": 0.5}


def _reviewed() -> MemoryStore:
    store = MemoryStore(load_report())
    store.decide("d-toll", "confirmed", "Ada Lovelace", 0)
    store.decide("d-cost", "dismissed", "bo", 0, "misread", "a slip of the reader")
    return store


def test_the_dataset_is_read_back_by_datasets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    datasets = pytest.importorskip("datasets", reason="datasets is not installed")
    monkeypatch.setenv("HF_DATASETS_OFFLINE", "1")
    report, folder = load_report(), tmp_path / "set"
    counts = export_dataset(_reviewed(), folder)
    split = split_of(report.story_id)
    assert {config: set(splits) for config, splits in counts.items()} == {config: {split} for config in CONFIGS}
    loaded = {
        config: datasets.load_dataset(str(folder), config, split=split, cache_dir=str(tmp_path / "cache"))
        for config in CONFIGS
    }
    assert len(loaded["statements"]) == len(report.statements)
    assert len(loaded["figures"]) == sum(len(claims.figures) for claims in report.claims)
    assert len(loaded["quotes"]) == sum(len(claims.quotes) for claims in report.claims)
    toll = next(row for row in loaded["discrepancies"] if row["id"] == "d-toll")
    assert toll["state"] == "confirmed"
    assert toll["sides"][0]["evidence"][0]["text"]
    assert [(row["by"], row["state"], row["reason"]) for row in loaded["verdicts"]] == [
        ("reviewer-1", "confirmed", None),
        ("reviewer-2", "dismissed", "misread"),
    ]
    for row in loaded["figures"]:
        assert row["sentence"][row["start"] : row["end"]] == row["text"]
    assert any(row["discrepancies"] for row in loaded["pairs"])
    assert {"Ada", "Lovelace"}.isdisjoint((folder / "README.md").read_text("utf-8").split())


def test_the_card_says_what_is_in_it(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    export_dataset(_reviewed(), tmp_path / "set")
    text = (tmp_path / "set" / "README.md").read_text("utf-8")
    front = yaml.safe_load(text.split("---")[1])
    assert [config["config_name"] for config in front["configs"]] == list(CONFIGS)
    assert {"ar", "zh"} <= set(front["language"])
    for config in front["configs"]:
        for part in config["data_files"]:
            assert list((tmp_path / "set").glob(part["path"]))


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(InputError, match="not empty"):
        export_dataset(_reviewed(), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_stories_spread_over_the_splits() -> None:
    splits = [split_of(f"story-{number}") for number in range(1000)]
    assert 750 < splits.count("train") < 850
    assert split_of("story-1") == split_of("story-1")


def test_the_record_proposes_and_changes_nothing() -> None:
    page = open_client(_reviewed()).get("/record").text
    assert "2 verdicts are too few" in page
    assert "By month" in page
