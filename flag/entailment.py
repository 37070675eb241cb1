"""What a model of natural-language inference adds to the score of ``quote-altered`` (optional, extra ``hub``).

Off by default: no figure of the benchmarks needs it. The model says how surely one wording contradicts another, in any
pair of the languages that it was trained on.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Protocol

from configs.pipeline import FlagSettings
from records.discrepancy import Discrepancy, Evidence
from records.errors import UnavailableError
from records.version import Version

__all__ = ["Entailment", "HubEntailment", "load_entailment", "weigh_contradictions"]

_BATCH = 16
_LEAST, _MOST = 0.05, 0.95
"""Between these a confidence stays, whatever the model says."""


class Entailment(Protocol):
    """Says how surely the second text of a pair contradicts the first."""

    @property
    def signature(self) -> str:
        """What made the scores."""

    def contradictions(self, pairs: Sequence[tuple[str, str]]) -> Sequence[float]:
        """0..1, one a pair."""


class HubEntailment:
    """``model`` is a hub id or a folder of a sequence classifier. Safetensors only, no code of the repository is run.

    Raises:
        UnavailableError: the extra is not installed, the model can't be loaded, or none of its labels is a
            contradiction.
    """

    def __init__(self, model: str) -> None:
        self._name = model
        self._tokenizer, self._model = _load(model)
        labels: Mapping[int, str] = self._model.config.id2label
        found = [number for number, label in labels.items() if "contradict" in str(label).lower()]
        if not found:
            raise UnavailableError(
                f"flag.nli_model: {model!r} has the labels {sorted(labels.values())!r} and none for a contradiction; "
                "name a model of natural-language inference."
            )
        self._label = found[0]

    @property
    def signature(self) -> str:
        """The model's name."""
        return f"nli/{self._name}"

    def contradictions(self, pairs: Sequence[tuple[str, str]]) -> Sequence[float]:
        """0..1, one a pair."""
        import torch

        scores: list[float] = []
        for start in range(0, len(pairs), _BATCH):
            left, right = zip(*pairs[start : start + _BATCH], strict=True)
            read = self._tokenizer(list(left), list(right), padding=True, truncation=True, return_tensors="pt")
            with torch.inference_mode():
                chances = self._model(**read).logits.softmax(dim=-1)
            scores += [float(chance) for chance in chances[:, self._label]]
        return scores


def load_entailment(settings: FlagSettings) -> Entailment | None:
    """The scorer that ``flag.nli_model`` names; None where it names none."""
    return HubEntailment(settings.nli_model) if settings.nli_model is not None else None


def _load(name: str) -> tuple[Any, Any]:
    try:
        from transformers import AutoModelForSequenceClassification, AutoTokenizer
    except ImportError:
        raise UnavailableError(
            f"flag.nli_model {name!r}: not installed;"
            " run in Synoptic's folder: pip install -e '.[hub]', or leave nli_model out."
        ) from None
    try:
        tokenizer = AutoTokenizer.from_pretrained(name, trust_remote_code=False)
        model = AutoModelForSequenceClassification.from_pretrained(name, trust_remote_code=False, use_safetensors=True)
    except (OSError, ValueError) as error:
        first = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise UnavailableError(
            f"flag.nli_model {name!r} can't be loaded: {first}; name a hub id, or a folder that holds its safetensors."
        ) from None
    return tokenizer, model.eval()


def weigh_contradictions(
    found: Sequence[Discrepancy], versions: Sequence[Version], scorer: Entailment, weight: float
) -> tuple[Discrepancy, ...]:
    """``found`` with the confidence of each ``quote-altered`` raised or lowered by up to half of ``weight``.

    The sentences of the first two sides are compared both ways; a model at a loss (0.5) changes nothing.
    """
    texts = {version.id: version for version in versions}
    altered = [d for d in found if d.kind == "quote-altered" and len(d.sides) > 1]
    pairs = [tuple(_sentence(texts, side.evidence[0]) for side in d.sides[:2]) for d in altered]
    asked = [(a, b) for one, other in pairs for a, b in ((one, other), (other, one))]
    scores = scorer.contradictions(asked) if asked else ()
    means = {d.id: (scores[2 * n] + scores[2 * n + 1]) / 2 for n, d in enumerate(altered)}
    return tuple(
        replace(d, confidence=_between(d.confidence + weight * (means[d.id] - 0.5))) if d.id in means else d
        for d in found
    )


def _between(confidence: float) -> float:
    return round(min(max(confidence, _LEAST), _MOST), 4)


def _sentence(versions: Mapping[str, Version], evidence: Evidence) -> str:
    """The sentences that hold the evidence: a figure alone says nothing to a model."""
    version = versions[evidence.version]
    held = [s for s in version.sentences if s.span.start < evidence.end and evidence.start < s.span.end]
    return version.text[held[0].span.start : held[-1].span.end].strip() if held else evidence.text
