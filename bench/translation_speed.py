"""Sentences a second: Firefox's model beside a Marian of opus-mt's size, in transformers and through CTranslate2."""

from __future__ import annotations

import json
import os
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from importlib.util import find_spec
from io import BytesIO
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from bench.metrics import Metrics
from translate.firefox import FirefoxTranslator, open_model
from translate.places import FirefoxModel

__all__ = ["measure_speed"]

_CORES = 2
_VOCABULARY = 62_000
_BATCH = 32
_LAYERS, _WIDTH, _INNER, _HEADS = 6, 512, 2048, 8
_PACKAGES = ("torch", "transformers", "sentencepiece", "ctranslate2")
_NULL = ("marian_naive_sentences_per_second", "ctranslate2_sentences_per_second", "firefox_over_naive",
         "ctranslate2_over_naive")  # fmt: skip

Pair = tuple[str, str]


def measure_speed(texts: Sequence[str], references: Sequence[str], model: FirefoxModel, slow: int) -> Metrics:
    """Sentences a second of every engine on ``texts``, and how many times the naive one each makes.

    ``slow``: how many of the texts, evenly taken, the engines of transformers are given; 0 for all. The Marian has
    random weights, so each of its outputs is forced to the length of the reference.
    """
    alone, two = FirefoxTranslator(model, 1), FirefoxTranslator(model, _CORES, 2)
    for engine in (alone, two):
        engine.translate(texts[:4], "pt")  # loads the model
    one_core = _rate(len(texts), lambda: alone.translate(texts, "pt"))
    both = _rate(len(texts), lambda: two.translate(texts, "pt"))
    bare, bare_both = _bare_rates(model, texts)
    _row("firefox, one process", len(texts), one_core)
    _row(f"firefox, {_CORES} processes", len(texts), both)
    _row("fxtranslate itself, lines as they are, one process", len(texts), bare)
    _row(f"fxtranslate itself, {_CORES} processes apart", len(texts), bare_both)
    rates: Metrics = {
        "firefox_sentences_per_second": both,
        "two_cores_over_one": both / one_core,
        "bare_sentences_per_second": bare,
        "bare_two_cores_over_one": bare_both / bare,
    }
    missing = [package for package in _PACKAGES if find_spec(package) is None]
    if missing:
        print(f"no Marian rows: {', '.join(missing)} not installed; run in Synoptic's folder: pip install -e '.[hub]'")
        return {**rates, **dict.fromkeys(_NULL)}
    pairs = list(zip(texts, references, strict=True))
    step = max(1, len(pairs) // slow) if slow else 1
    return {**rates, **_marian_rates(pairs, pairs[::step], both)}


def _bare_rates(model: FirefoxModel, texts: Sequence[str]) -> tuple[float, float]:
    """What the engine gives on this machine without anything of ours around it: one process with all of ``texts``, and
    as many as there are cores with as many texts each, that share nothing. The second over the first is the most that
    the cores of this machine allow."""
    shares = [texts[n::_CORES] for n in range(_CORES)]
    with ProcessPoolExecutor(_CORES, get_context("spawn")) as processes:
        list(processes.map(_bare_seconds, [model] * _CORES, [texts[:4]] * _CORES))
        alone = processes.submit(_bare_seconds, model, texts).result()
        apart = max(processes.map(_bare_seconds, [model] * _CORES, shares))
    return len(texts) / alone, len(texts) / apart


def _bare_seconds(model: FirefoxModel, texts: Sequence[str]) -> float:
    engine = open_model(model)
    engine.translate(texts[0])
    started = time.perf_counter()
    for text in texts:
        engine.translate(text)
    return time.perf_counter() - started


def _marian_rates(pairs: Sequence[Pair], sample: Sequence[Pair], firefox: float) -> Metrics:
    with _random_marian([text for pair in pairs for text in pair]) as folder:
        marian = _Marian(folder)
        naive = _rate(len(sample), lambda: [marian.generate([pair], 4) for pair in sample])
        _row("marian, transformers, one by one, 4 beams", len(sample), naive)
        by_length = sorted(sample, key=lambda pair: len(pair[1]))
        batches = [by_length[n : n + _BATCH] for n in range(0, len(by_length), _BATCH)]
        _row("marian, transformers, batched, greedy", len(sample), _rate(
            len(sample), lambda: [marian.generate(batch, 1) for batch in batches]
        ))  # fmt: skip
        fast = _rate(len(pairs), _ctranslate2_runner(folder, marian, pairs))
        _row("marian, ctranslate2 int8, batched, greedy", len(pairs), fast)
    return dict(zip(_NULL, (naive, fast, firefox / naive, fast / naive), strict=True))


def _rate(sentences: int, run: Callable[[], object]) -> float:
    started = time.perf_counter()
    run()
    return sentences / (time.perf_counter() - started)


def _row(name: str, sentences: int, rate: float) -> None:
    print(f"{name:<52} {sentences:>5} sentences  {rate:8.2f} a second")


@contextmanager
def _random_marian(texts: Sequence[str]) -> Iterator[Path]:
    """A folder with a Marian of opus-mt's size that knows nothing; its pieces are those of ``texts``."""
    import sentencepiece
    import torch
    from transformers import MarianConfig, MarianMTModel, MarianTokenizer
    from transformers.utils import logging

    logging.disable_progress_bar()
    torch.manual_seed(1)
    made = BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(texts), model_writer=made, vocab_size=_VOCABULARY, hard_vocab_limit=False,
        minloglevel=2, bos_id=-1,
    )  # fmt: skip
    processor = sentencepiece.SentencePieceProcessor(model_proto=made.getvalue())
    pieces = [processor.id_to_piece(n) for n in range(processor.get_piece_size())]
    names = ["</s>", "<unk>", *(piece for piece in pieces if piece not in {"</s>", "<unk>"})]
    names += [f"unused{n}" for n in range(_VOCABULARY - len(names) - 1)] + ["<pad>"]
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "opus-mt-random"
        folder.mkdir()
        for name in ("source.spm", "target.spm"):
            (folder / name).write_bytes(made.getvalue())
        (folder / "vocab.json").write_text(json.dumps({name: n for n, name in enumerate(names)}), encoding="utf-8")
        MarianTokenizer(
            source_spm=str(folder / "source.spm"), target_spm=str(folder / "target.spm"),
            vocab=str(folder / "vocab.json"), source_lang="pt", target_lang="en", model_max_length=512,
        ).save_pretrained(folder)  # fmt: skip
        sides = {"layers": _LAYERS, "attention_heads": _HEADS, "ffn_dim": _INNER}
        sizes = {f"{side}_{name}": size for side in ("encoder", "decoder") for name, size in sides.items()}
        pad = len(names) - 1
        config = MarianConfig(
            **sizes, vocab_size=len(names), d_model=_WIDTH, max_position_embeddings=512, pad_token_id=pad,
            decoder_start_token_id=pad, eos_token_id=0, forced_eos_token_id=0, bos_token_id=0, scale_embedding=True,
            static_position_embeddings=True, activation_function="swish",
        )  # fmt: skip
        MarianMTModel(config).eval().save_pretrained(folder)
        yield folder


class _Marian:
    """The model in transformers."""

    def __init__(self, folder: Path) -> None:
        import torch
        from transformers import MarianMTModel, MarianTokenizer

        torch.set_num_threads(_CORES)
        self.tokenizer: Any = MarianTokenizer.from_pretrained(folder)
        self.model: Any = MarianMTModel.from_pretrained(folder)

    def length(self, reference: str) -> int:
        """Tokens of ``reference``."""
        return len(self.tokenizer(text_target=reference)["input_ids"])

    def generate(self, pairs: Sequence[Pair], beams: int) -> list[str]:
        """So many tokens for the sentences of a batch as the longest of its references has."""
        import torch

        inputs = self.tokenizer([text for text, _ in pairs], return_tensors="pt", padding=True)
        tokens = max(self.length(reference) for _, reference in pairs)
        with torch.inference_mode():
            out = self.model.generate(
                **inputs, num_beams=beams, do_sample=False, max_length=None, min_new_tokens=tokens,
                max_new_tokens=tokens,
            )  # fmt: skip
        return [str(text) for text in self.tokenizer.batch_decode(out, skip_special_tokens=True)]


def _ctranslate2_runner(folder: Path, marian: _Marian, pairs: Sequence[Pair]) -> Callable[[], object]:
    """Runs the converted model on batches of like length, one on each core at a time."""
    import ctranslate2
    from ctranslate2.converters import TransformersConverter

    converted = folder.parent / "converted"
    TransformersConverter(str(folder)).convert(str(converted), quantization="int8")
    os.environ.setdefault("CT2_VERBOSE", "-1")
    engine = ctranslate2.Translator(str(converted), device="cpu", inter_threads=_CORES, intra_threads=1)
    tokenizer = marian.tokenizer

    def run() -> object:
        by_length = sorted(pairs, key=lambda pair: len(pair[1]))
        waiting = []
        for start in range(0, len(by_length), _BATCH):
            batch = by_length[start : start + _BATCH]
            tokens = [tokenizer.convert_ids_to_tokens(tokenizer(text)["input_ids"]) for text, _ in batch]
            most = max(marian.length(reference) for _, reference in batch)
            waiting += engine.translate_batch(
                tokens, beam_size=1, min_decoding_length=most, max_decoding_length=most, asynchronous=True
            )
        return [tokenizer.decode(tokenizer.convert_tokens_to_ids(result.result().hypotheses[0])) for result in waiting]

    return run
