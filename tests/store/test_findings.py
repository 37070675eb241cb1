"""Findings are kept once; verdicts survive re-runs, and two reviewers never overwrite one another."""

from __future__ import annotations

import multiprocessing
from dataclasses import replace

import pytest

from records.discrepancy import Discrepancy
from records.errors import InputError
from records.version import Sentence, Version
from store.database import Store, open_store
from store.findings import Saved, find_finding, finding_key, save_findings, story_findings
from store.runs import known_run, last_report, save_run, story_rows
from store.verdicts import DecidedMeanwhileError, decide, dismiss_kind, history_of, undo
from tests.store.samples import TickingClock, conflict, version

A, B = version("a", "Twelve people died."), version("b", "Thirteen people died.")
FOUND = conflict(A, B, "Twelve", "Thirteen")
KEY = finding_key("fire", FOUND.id)


def _save(store: Store, found: list[Discrepancy], versions: tuple[Version, ...] = (A, B)) -> Saved:
    return save_findings(store, "fire", "The fire", versions, found)


def test_a_finding_is_new_once_and_gone_when_it_is_not_found(where: str) -> None:
    with open_store(where, clock=TickingClock()) as store:
        assert _save(store, [FOUND]) == Saved(new=(KEY,))
        assert _save(store, [FOUND]) == Saved(known=(KEY,))
        assert _save(store, []) == Saved(gone=(KEY,))
        assert story_findings(store, "fire") == ()
        assert [f.key for f in story_findings(store, "fire", gone=True)] == [KEY]
        assert _save(store, []) == Saved()
        assert _save(store, [FOUND]) == Saved(known=(KEY,))


def test_a_finding_comes_back_as_it_went_in(where: str) -> None:
    with open_store(where) as store:
        _save(store, [FOUND])
        found = find_finding(store, KEY)
        assert found is not None and found.discrepancy == FOUND and found.state == "new" and found.verdict == 0
        assert find_finding(store, "fire.nothing") is None


def test_the_same_difference_in_two_stories_is_two_findings(where: str) -> None:
    with open_store(where) as store:
        _save(store, [FOUND])
        assert len(save_findings(store, "other", "Other", (A, B), [FOUND]).new) == 1


def test_a_verdict_survives_a_run_that_only_moved_the_text_or_the_score(where: str) -> None:
    with open_store(where) as store:
        _save(store, [FOUND])
        decide(store, KEY, "dismissed", "ada", 0, "same", "they mean the crew")
        text = "Fire\n\nA new paragraph.\n\nTwelve people died."
        sentences = (Sentence("a:1:s0", 0, 4), Sentence("a:1:s1", 6, 22, 1), Sentence("a:1:s2", 24, len(text), 2))
        moved = replace(A, text=text, sentences=sentences)
        again = replace(conflict(moved, B, "Twelve", "Thirteen"), confidence=0.4, summary="Said otherwise.")
        assert _save(store, [again], (moved, B)).reopened == ()
        found = find_finding(store, KEY)
        assert found is not None and found.state == "dismissed" and found.discrepancy.confidence == 0.4


@pytest.mark.parametrize(
    ("one", "found"),
    [
        (A, replace(FOUND, sides=conflict(A, B, "Twelve", "Thirteen", ("12", "about 13")).sides)),
        (version("a", "Twelve people were hurt."), None),
    ],
    ids=["another value", "another sentence around it"],
)
def test_a_verdict_opens_again_when_finding_or_text_changed(
    where: str, one: Version, found: Discrepancy | None
) -> None:
    with open_store(where) as store:
        _save(store, [FOUND])
        decide(store, KEY, "dismissed", "ada", 0)
        saved = _save(store, [found or conflict(one, B, "Twelve", "Thirteen")], (one, B))
        assert saved.reopened == (KEY,)
        stored = find_finding(store, KEY)
        assert stored is not None and stored.state == "new"
        assert [(v.state, v.by) for v in history_of(store, KEY)] == [("dismissed", "ada"), ("new", "synoptic")]
        with pytest.raises(DecidedMeanwhileError):
            decide(store, KEY, "confirmed", "ada", 1)


def test_the_second_of_two_reviewers_is_told_and_overwrites_nothing(where: str) -> None:
    with open_store(where) as store:
        _save(store, [FOUND])
        first = decide(store, KEY, "confirmed", "ada", 0)
        with pytest.raises(DecidedMeanwhileError, match="ada decided 'confirmed' meanwhile") as error:
            decide(store, KEY, "dismissed", "ben", 0)
        assert error.value.verdict == first
        assert decide(store, KEY, "dismissed", "ben", first.id).state == "dismissed"
        assert [v.by for v in history_of(store, KEY)] == ["ada", "ben"]


def test_undo_goes_back_and_keeps_the_history(where: str) -> None:
    with open_store(where) as store:
        _save(store, [FOUND])
        with pytest.raises(InputError, match="nothing was decided"):
            undo(store, KEY, "ada", 0)
        last = decide(store, KEY, "confirmed", "ada", 0)
        last = decide(store, KEY, "unsure", "ada", last.id)
        last = undo(store, KEY, "ada", last.id)
        assert last.state == "confirmed"
        assert len(history_of(store, KEY)) == 3


def test_undoing_the_only_decision_makes_the_finding_new(where: str) -> None:
    with open_store(where) as store:
        _save(store, [FOUND])
        last = decide(store, KEY, "confirmed", "ada", 0)
        assert undo(store, KEY, "ada", last.id).state == "new"


def test_a_kind_is_dismissed_where_nobody_decided(where: str) -> None:
    others = [replace(FOUND, id=f"figure-conflict-{n}") for n in range(3)]
    with open_store(where) as store:
        _save(store, [FOUND, *others])
        decide(store, KEY, "confirmed", "ada", 0)
        assert dismiss_kind(store, "fire", "figure-conflict", "ben", "unimportant") == 3
        assert dismiss_kind(store, "fire", "figure-conflict", "ben", "unimportant") == 0
        kept = find_finding(store, KEY)
        assert kept is not None and kept.state == "confirmed"


def test_nothing_can_be_decided_on_what_is_not_there(where: str) -> None:
    with open_store(where) as store, pytest.raises(InputError, match=r"fire\.nothing"):
        decide(store, "fire.nothing", "confirmed", "ada", 0)


def test_the_same_comparison_is_one_run(where: str) -> None:
    with open_store(where, clock=TickingClock()) as store:
        _save(store, [FOUND])
        assert save_run(store, "fire", "The fire", "s1", 2, '{"n": 1}')
        assert not save_run(store, "fire", "The fire", "s1", 2, '{"n": 1}')
        assert save_run(store, "fire", "The fire, later", "s2", 3, '{"n": 2}')
        assert last_report(store, "fire") == '{"n": 2}'
        assert known_run(store, "fire", "s1") == '{"n": 1}' and known_run(store, "fire", "s3") is None
        (row,) = story_rows(store)
        assert (row.id, row.title, row.versions, row.findings, row.new) == ("fire", "The fire, later", 3, 1, 1)


def _decide_until_seen(path: str, name: str) -> int:
    """Twenty decisions, looking again after every conflict, as a reviewer does."""
    refused = 0
    with open_store(path) as store:
        for _ in range(20):
            while True:
                found = find_finding(store, KEY)
                assert found is not None
                try:
                    decide(store, KEY, "unsure", name, found.verdict)
                    break
                except DecidedMeanwhileError:
                    refused += 1
    return refused


def test_reviewers_in_several_processes_lose_nothing(where: str) -> None:
    with open_store(where) as store:
        _save(store, [FOUND])
        with multiprocessing.get_context("spawn").Pool(3) as pool:
            pool.starmap(_decide_until_seen, [(where, name) for name in ("ada", "ben", "cyd")])
        history = history_of(store, KEY)
        assert len(history) == 60
        assert [sum(v.by == name for v in history) for name in ("ada", "ben", "cyd")] == [20, 20, 20]


def _save_run_again(path: str, worker: int) -> int:
    with open_store(path) as store:
        others = [replace(FOUND, id=f"figure-conflict-{n}") for n in range(30)]
        return sum(len(_save(store, others).new) for _ in range(3))


def test_two_runs_of_one_story_at_once_keep_each_finding_once(where: str) -> None:
    with multiprocessing.get_context("spawn").Pool(3) as pool:
        assert sum(pool.starmap(_save_run_again, [(where, n) for n in range(3)])) == 30
