"""A model of inference raises or lowers the confidence of an altered quote; without one nothing changes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path

import pytest

from configs.pipeline import FlagSettings
from flag.entailment import load_entailment, weigh_contradictions
from records.discrepancy import Discrepancy, DiscrepancyKind, Evidence, Side
from records.errors import UnavailableError
from records.version import Sentence, Version

_HUB = find_spec("transformers") is not None
_PLAIN, _DENIED = "We will sign the treaty today. Rain fell.", "We will not sign the treaty today. Rain fell."


class FakeEntailment:
    """Finds a contradiction where just one text of the pair has a "not"."""

    signature = "nli/fake"

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []

    def contradictions(self, pairs: Sequence[tuple[str, str]]) -> Sequence[float]:
        self.asked += pairs
        return [1.0 if ("not" in a) != ("not" in b) else 0.0 for a, b in pairs]


def _version(name: str, text: str) -> Version:
    cut = text.index(".") + 1
    sentences = (Sentence(f"{name}:s0", 0, cut), Sentence(f"{name}:s1", cut, len(text)))
    return Version(name, name, f"https://{name}.example", "en", datetime(2026, 1, 1, tzinfo=UTC), "h", text, sentences)


def _finding(kind: DiscrepancyKind, one: str, other: str) -> Discrepancy:
    sides = tuple(
        Side(name, (Evidence(name, 8, text.index("treaty"), text[8 : text.index("treaty")]),))
        for name, text in (("a", one), ("b", other))
    )
    return Discrepancy(f"d-{kind}-{one == other}", kind, "high", 0.7, "They differ.", None, (), sides)


@pytest.mark.parametrize(("other", "confidence"), [(_DENIED, 0.8), (_PLAIN, 0.6)])
def test_a_contradiction_adds_and_an_agreement_takes_off(other: str, confidence: float) -> None:
    scorer = FakeEntailment()
    versions = [_version("a", _PLAIN), _version("b", other)]
    (weighed,) = weigh_contradictions([_finding("quote-altered", _PLAIN, other)], versions, scorer, 0.2)
    assert weighed.confidence == pytest.approx(confidence)
    assert scorer.asked == [
        ("We will sign the treaty today.", other.split(" Rain", maxsplit=1)[0]),
        (other.split(" Rain", maxsplit=1)[0], "We will sign the treaty today."),
    ]


def test_other_kinds_are_left_alone() -> None:
    versions = [_version("a", _PLAIN), _version("b", _DENIED)]
    finding = _finding("quote-truncated", _PLAIN, _DENIED)
    assert weigh_contradictions([finding], versions, FakeEntailment(), 0.2) == (finding,)


def test_no_model_is_loaded_unless_one_is_named() -> None:
    assert load_entailment(FlagSettings()) is None


@pytest.mark.skipif(_HUB, reason="transformers is installed")
def test_a_missing_package_names_the_command_that_gets_it() -> None:
    with pytest.raises(UnavailableError, match=r"pip install -e '\.\[hub\]'"):
        load_entailment(FlagSettings(nli_model="any/model"))


@pytest.mark.hub
@pytest.mark.skipif(not _HUB, reason="transformers is not installed (extra hub)")
@pytest.mark.filterwarnings("ignore")
def test_a_tiny_model_of_a_folder_scores_every_pair(tmp_path: Path) -> None:
    folder = _tiny_model(tmp_path, {0: "ENTAILMENT", 1: "NEUTRAL", 2: "CONTRADICTION"})
    scorer = load_entailment(FlagSettings(nli_model=str(folder)))
    assert scorer is not None
    scores = scorer.contradictions([(_PLAIN, _DENIED)] * 20)
    assert len(scores) == 20
    assert all(0.0 < score < 1.0 for score in scores)
    assert scorer.contradictions([]) == []


@pytest.mark.hub
@pytest.mark.skipif(not _HUB, reason="transformers is not installed (extra hub)")
@pytest.mark.filterwarnings("ignore")
def test_a_model_without_a_contradiction_is_refused_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(UnavailableError, match="none for a contradiction"):
        load_entailment(FlagSettings(nli_model=str(_tiny_model(tmp_path, {0: "good", 1: "bad"}))))
    with pytest.raises(UnavailableError, match="can't be loaded"):
        load_entailment(FlagSettings(nli_model=str(tmp_path / "nothing")))


def _tiny_model(folder: Path, labels: dict[int, str]) -> Path:
    """A classifier of one small layer, randomly initialised, with a vocabulary of single words."""
    from transformers import BertConfig, BertForSequenceClassification, BertTokenizerFast

    words = sorted({word.strip(".").lower() for word in f"{_PLAIN} {_DENIED}".split()})
    vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", ".", *words]
    (folder / "vocab.txt").write_text("\n".join(vocabulary) + "\n", encoding="utf-8")
    BertTokenizerFast(vocab=str(folder / "vocab.txt")).save_pretrained(folder)
    config = BertConfig(
        vocab_size=len(vocabulary),
        hidden_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=16,
        max_position_embeddings=64,
        id2label=labels,
        label2id={label: number for number, label in labels.items()},
        num_labels=len(labels),
    )
    BertForSequenceClassification(config).save_pretrained(folder, safe_serialization=True)
    return folder
