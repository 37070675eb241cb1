"""Copies, names over scripts, groups, and stories that pages join."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import pairwise

import numpy as np
import pytest
import yaml

from configs.agencies import agency_names
from configs.pipeline import MatchSettings
from configs.watch import WatchedStory
from fetch.version import make_version
from match.clusters import cluster_pages, join_likest
from match.copies import find_copies
from match.sketch import Rows, Sketch, names_in, sketch_versions
from match.stories import join_stories
from match.suggest import suggest_stories, suggestion_yaml
from records.version import Version

NOON = datetime(2026, 6, 10, 12, tzinfo=UTC)
AGENCY = (
    "A fire on the ferry Aurora killed 12 people off Cape Sorel on Monday night, the coast guard said. "
    "The Aurora was sailing from Sorel to Port Ana with 318 passengers on board when the engine caught fire."
)


class Letters:
    """An encoder without a model: how often each pair of letters stands in a text."""

    def encode(self, texts: Sequence[str]) -> Rows:
        rows = np.zeros((len(texts), 97), dtype=np.float32)
        for n, text in enumerate(texts):
            for a, b in pairwise(text):
                rows[n, (ord(a) * 31 + ord(b)) % 97] += 1
        unit: Rows = rows / np.linalg.norm(rows, axis=1, keepdims=True)
        return unit


def page(outlet: str, body: str, headline: str = "Ferry fire off Cape Sorel", hour: int = 12) -> Version:
    when = NOON.replace(hour=hour)
    return make_version(outlet, outlet, f"https://{outlet}.example/a", headline, body, "en", when, "r")[0]


def test_copies_of_an_agency_are_told_with_its_name() -> None:
    versions = [
        page("first", f"{AGENCY} (Reuters)", hour=9),
        page("second", f"PORT ANA (Reuters) - {AGENCY} Our reporter saw smoke over the harbour."),
        page("third", "Twelve people died when the Aurora burned off Sorel, officials told us in the harbour today."),
    ]
    (copy,) = find_copies(versions, ["Reuters", "AFP"])
    assert (copy.version, copy.source, copy.credit) == ("second", "first", "Reuters") and copy.share > 0.9


def test_an_agency_is_credited_where_words_are_not_parted() -> None:
    text = "新华社索雷尔6月10日电 一艘渡轮周一晚上起火,造成十二人死亡,三百一十八人获救,海岸警卫队表示正在调查起火原因。"
    versions = [page("first", text, hour=9), page("second", text)]
    (copy,) = find_copies(versions, agency_names())
    assert copy.credit == "新华社"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zelensky", "Зеленський"),
        ("Umerov", "Умєров"),
        ("Berlin", "Берлін"),
        ("Sorel", "Сорель"),
        ("Witkoff", "Віткофф"),
    ],
)
def test_a_name_in_two_scripts_is_one(one: str, other: str) -> None:
    assert names_in([f"So {one} said"]) & names_in([f"так {other} сказал"])


def test_groups_are_joined_by_their_mean_likeness() -> None:
    likeness = np.array([[1, 0.9, 0.1], [0.9, 1, 0.3], [0.1, 0.3, 1]], dtype=np.float32)
    assert join_likest(likeness, 0.5) == [[0, 1], [2]]
    assert join_likest(likeness, 0.2) == [[0, 1, 2]]
    assert join_likest(likeness, 0.95) == [[0], [1], [2]]


def test_pages_of_one_language_must_be_more_alike_than_those_of_two() -> None:
    """Two pages whose only likeness is that of their vectors, and as much as two languages would need."""
    vectors = np.array([[1, 0.7, 0], [1, -0.7, 0], [-1, 0, 1], [-1, 0, -1]], dtype=np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    settings = MatchSettings(centring=0.0, shrinkage=1000.0, same_language=0.15, cluster_likeness=0.25)

    def groups(*languages: str) -> list[list[int]]:
        sketches = [
            Sketch(f"{n}", "", language, None, vector, frozenset())
            for n, (language, vector) in enumerate(zip(languages, vectors, strict=True))
        ]
        return cluster_pages(sketches, settings)

    assert groups("en", "uk", "en", "uk") == [[0, 1], [2], [3]]
    assert groups("en", "en", "en", "uk") == [[0], [1], [2], [3]]


def test_a_page_joins_its_story_or_waits_for_a_reviewer_or_stays_out() -> None:
    story = WatchedStory.model_validate(
        {
            "id": "ferry",
            "title": "Ferry fire off Cape Sorel",
            "about": [AGENCY],
            "keywords": [["Sorel"], ["Aurora"]],
            "window": {"start": "2026-06-10T00:00:00Z", "end": "2026-06-12T00:00:00Z"},
            "seeds": ["https://seed.example/a"],
        }
    )
    versions = [
        page("same", AGENCY),
        page("seed", "Something else entirely is told on this page, of no ferry and of no fire.", "Other"),
        page("far", "Aurora of Sorel is a novel about a painter and her brothers, out in May in two volumes.", "Novel"),
        page("none", "The museum opened an exhibition of forty paintings from three private collections.", "Museum"),
    ]
    pages = list(zip(versions, sketch_versions(versions, Letters()), strict=True))
    settings = MatchSettings(join_likeness=0.5, unsure_likeness=0.45)
    joined = {one.url: one for one in join_stories([story], pages, {}, Letters(), settings)}
    states = {version.outlet: joined[version.url].state for version in versions if version.url in joined}
    assert states == {"same": "in", "seed": "in", "far": "unsure"}
    assert "Sorel, Aurora" in joined[versions[0].url].why


def test_a_suggestion_is_a_story_file() -> None:
    versions = [page(name, f"{AGENCY} We at {name} add a sentence.") for name in ("one", "two", "three")]
    versions.append(page("other", "The museum opened an exhibition of forty paintings of the north.", "Museum opens"))
    settings = MatchSettings(cluster_likeness=0.5)
    (found,) = suggest_stories(versions, Letters(), settings)
    assert set(found.outlets) == {"one", "two", "three"}
    story = WatchedStory.model_validate(yaml.safe_load(suggestion_yaml(found)))
    assert story.id == "ferry-fire-off-cape-sorel-2026-06-10" and len(story.seeds) == 3
    things = [thing[0] for thing in story.keywords]
    assert "Sorel" in things and len({"Port", "Ana"} & set(things)) <= 1 and len({"Cape", "Sorel"} & set(things)) == 1
