"""The gold stories hold what they promise: exact evidence, enough versions, languages and kinds."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from configs.story import load_story

STORIES = Path(__file__).resolve().parents[1] / "fixtures" / "stories"
DEMO = "berlin-talks"
"""Served as pages by the demo, which has tests of its own."""
GOLD = sorted(path.parent for path in STORIES.glob("*/gold.yaml") if path.parent.name != DEMO)
UNSEEN = sorted(path.parent for path in STORIES.with_name("stories_unseen").glob("*/gold.yaml"))
PLANTED = ("discrepancies", "updates", "claimants")
ALL = (*PLANTED, "contested", "agreements")


def gold_of(folder: Path) -> dict[str, list[dict[str, Any]]]:
    gold: dict[str, list[dict[str, Any]]] = yaml.safe_load((folder / "gold.yaml").read_text(encoding="utf-8"))
    return gold


def texts_of(folder: Path) -> dict[str, str]:
    story = load_story(folder / "story.yaml")
    return {entry.outlet: entry.file.read_text(encoding="utf-8") for entry in story.versions if entry.file is not None}


def test_there_are_enough_stories_and_languages() -> None:
    assert len(GOLD) >= 10
    languages = {entry.language for folder in GOLD for entry in load_story(folder / "story.yaml").versions}
    assert len(languages) >= 20


@pytest.mark.parametrize("folder", [*GOLD, *UNSEEN], ids=lambda folder: folder.name)
def test_a_story_has_six_versions_of_six_sentences(folder: Path) -> None:
    texts = texts_of(folder)
    assert len(texts) == len(load_story(folder / "story.yaml").versions) >= 6
    for outlet, text in texts.items():
        headline, blank, *body = text.rstrip("\n").split("\n")
        assert headline and not blank, f"{folder.name}/{outlet}: expected a headline and a blank line"
        assert len(body) >= 5 and all(body), f"{folder.name}/{outlet}: one paragraph a line, none empty"


@pytest.mark.parametrize("folder", [*GOLD, *UNSEEN], ids=lambda folder: folder.name)
def test_evidence_is_in_its_text_once_or_in_headline_and_body(folder: Path) -> None:
    texts, gold = texts_of(folder), gold_of(folder)
    faults = [
        f"{item['id']} {outlet}: {needle!r} is in headline and body {places} times"
        for part in ALL
        for item in gold.get(part, [])
        for outlet, needle in item["evidence"].items()
        if (places := [part.count(needle) for part in texts.get(outlet, "").split("\n\n", 1)])
        not in ([0, 1], [1, 0], [1, 1])
    ]
    assert not faults, "; ".join(faults)


@pytest.mark.parametrize("folder", [*GOLD, *UNSEEN], ids=lambda folder: folder.name)
def test_a_gold_item_names_its_family_and_an_outlier_among_others(folder: Path) -> None:
    gold = gold_of(folder)
    items = [item for part in ALL for item in gold.get(part, [])]
    assert {item["family"] for item in items} == {"figure", "quote"}
    assert all(len(item["evidence"]) >= 2 for item in items)
    planted = [item for part in PLANTED for item in gold.get(part, [])]
    assert all(item["outlier"] in item["evidence"] for item in planted)
    assert max(Counter(item["id"] for item in items).values()) == 1


def test_every_kind_is_planted_and_so_are_its_look_alikes() -> None:
    golds = [gold_of(folder) for folder in GOLD]
    kinds = Counter(item.get("kind", "figure-conflict") for gold in golds for item in gold["discrepancies"])
    assert set(kinds) == {"figure-conflict", "quote-altered", "quote-misattributed", "quote-truncated"}
    assert min(kinds.values()) >= 2
    for part in ("updates", "claimants", "contested"):
        assert sum(len(gold.get(part, [])) for gold in golds) >= 2, part
    assert sum(len(gold["agreements"]) for gold in golds) >= sum(kinds.values())
