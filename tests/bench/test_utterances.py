"""The bench of utterances counts what is one utterance and what must stay two."""

from __future__ import annotations

from pathlib import Path

from align.encoder import Encoder
from bench.discrepancies import OWN_STORIES
from bench.gold import load_gold
from bench.utterances import Sample, count_joined, moved
from configs.pipeline import load_pipeline
from configs.story import load_story
from flows.compare import compare_story
from flows.replay import StoredRows
from flows.workplace import open_workplace
from store.embeddings import EmbeddingCache


def test_a_story_joins_what_its_gold_says_and_nothing_when_nothing_is_alike(tmp_path: Path, encoder: Encoder) -> None:
    folder = OWN_STORIES / "kitamori-takeover"
    with open_workplace(tmp_path, encoder=encoder) as place:
        report = compare_story(load_story(folder / "story.yaml"), place)
        rows = StoredRows(EmbeddingCache(place.store), place.encoder.signature)
        samples = [Sample(report, load_gold(folder / "gold.yaml"), rows)]
        joined = count_joined(samples, place.settings)
        assert joined.pairs > 20 and joined.apart > 20
        assert joined.right > 0.8 * joined.pairs
        assert joined.wrong <= 0.05 * joined.apart
        apart = moved(moved(load_pipeline(), "together_likeness", 1.5), "apart_likeness", 1.5)
        assert count_joined(samples, apart).right < joined.right
