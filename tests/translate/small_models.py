"""Small translation models, trained on a few sentences until they reproduce them, laid out as the hub lays them out."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest

__all__ = ["PAIRS", "kept_model", "small_marian", "small_nllb", "train_sentencepiece"]

ROOT = Path(__file__).resolve().parent.parent
PAIRS = tuple(
    (line.split("\t")[0], line.split("\t")[1])
    for line in (ROOT / "fixtures/translate/pairs.tsv").read_text(encoding="utf-8").splitlines()
)
"""Portuguese and English."""
_PACKAGES = ("torch", "transformers", "tokenizers", "sentencepiece", "safetensors", "ctranslate2")
_STEPS = 400
_READS = 24
"""Tokens that the small models read at once."""


def small_marian() -> Path:
    """The folder of a Marian that knows ``PAIRS``; trained once and kept in ``.cache/``."""
    return kept_model("opus-mt-small", _build_marian)


def small_nllb() -> Path:
    """The folder of a model like NLLB that knows ``PAIRS``; trained once and kept in ``.cache/``."""
    return kept_model("nllb-small", _build_nllb)


def kept_model(name: str, build: Callable[[Path], None]) -> Path:
    """The folder that ``build`` fills, kept in ``.cache/``; skips the test without the extra ``hub``."""
    if any(not _is_there(package) for package in _PACKAGES):
        pytest.skip("the extra 'hub' is not installed")
    recipe = hashlib.sha256(Path(__file__).read_bytes() + repr((PAIRS, version("transformers"))).encode())
    target = ROOT.parent / ".cache" / "small-models" / f"{name}-{recipe.hexdigest()[:12]}"
    if not target.is_dir():
        target.parent.mkdir(parents=True, exist_ok=True)
        made = Path(mkdtemp(prefix=f".{name}-", dir=target.parent))
        try:
            build(made)
            os.rename(made, target)
        finally:
            shutil.rmtree(made, ignore_errors=True)
    return target


def _is_there(package: str) -> bool:
    try:
        version(package)
    except ImportError:
        return False
    return True


def train_sentencepiece(texts: Sequence[str], **options: Any) -> bytes:
    """A sentencepiece model of ``texts``."""
    import sentencepiece

    made = BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(texts), model_writer=made, hard_vocab_limit=False, minloglevel=2, **options
    )
    return made.getvalue()


def _pieces(model: bytes) -> list[str]:
    import sentencepiece

    processor = sentencepiece.SentencePieceProcessor(model_proto=model)
    return [processor.id_to_piece(n) for n in range(processor.get_piece_size())]


def _build_marian(folder: Path) -> None:
    from transformers import MarianConfig, MarianMTModel, MarianTokenizer

    model = train_sentencepiece([text for pair in PAIRS for text in pair], vocab_size=300, bos_id=-1)
    names = ["</s>", "<unk>", *(piece for piece in _pieces(model) if piece not in {"</s>", "<unk>"}), "<pad>"]
    for name in ("source.spm", "target.spm"):
        (folder / name).write_bytes(model)
    (folder / "vocab.json").write_text(json.dumps({piece: n for n, piece in enumerate(names)}), encoding="utf-8")
    tokenizer = MarianTokenizer(
        source_spm=str(folder / "source.spm"),
        target_spm=str(folder / "target.spm"),
        vocab=str(folder / "vocab.json"),
        source_lang="pt",
        target_lang="en",
        model_max_length=_READS,
    )
    pad = len(names) - 1
    config = MarianConfig(
        **_sizes(len(names)), pad_token_id=pad, decoder_start_token_id=pad, eos_token_id=0, forced_eos_token_id=0,
        bos_token_id=0, scale_embedding=True, static_position_embeddings=True, activation_function="swish",
    )  # fmt: skip
    _train(MarianMTModel, config, tokenizer, folder)


def _build_nllb(folder: Path) -> None:
    from transformers import M2M100Config, M2M100ForConditionalGeneration, NllbTokenizer

    library: Any = import_module("tokenizers")
    trained = library.Tokenizer(library.models.BPE())
    trained.pre_tokenizer = library.pre_tokenizers.Metaspace()
    special = ["<s>", "<pad>", "</s>", "<unk>"]
    trainer = library.trainers.BpeTrainer(vocab_size=300, special_tokens=special, show_progress=False)
    trained.train_from_iterator([text for pair in PAIRS for text in pair], trainer)
    model = json.loads(trained.to_str())["model"]
    merges = [tuple(merge) for merge in model["merges"]]
    tokenizer = NllbTokenizer(vocab=model["vocab"], merges=merges, src_lang="por_Latn", tgt_lang="eng_Latn")
    config = M2M100Config(
        **_sizes(len(tokenizer)), pad_token_id=tokenizer.pad_token_id, eos_token_id=tokenizer.eos_token_id,
        bos_token_id=tokenizer.bos_token_id, decoder_start_token_id=tokenizer.eos_token_id, scale_embedding=True,
    )  # fmt: skip
    _train(M2M100ForConditionalGeneration, config, tokenizer, folder)


def _sizes(vocabulary: int) -> dict[str, Any]:
    sides = {"layers": 2, "attention_heads": 4, "ffn_dim": 128, "layerdrop": 0.0}
    never = dict.fromkeys(("dropout", "attention_dropout", "activation_dropout"), 0.0)
    both = {f"{side}_{name}": value for side in ("encoder", "decoder") for name, value in sides.items()}
    return {"vocab_size": vocabulary, "d_model": 64, "max_position_embeddings": _READS, **both, **never}


def _train(kind: Any, config: Any, tokenizer: Any, folder: Path) -> None:
    import torch

    threads = torch.get_num_threads()
    torch.set_num_threads(1)  # matrices so small are quicker so
    torch.manual_seed(1)
    model = kind(config).train()
    inputs = tokenizer([source for source, _ in PAIRS], return_tensors="pt", padding=True)
    labels = tokenizer(text_target=[target for _, target in PAIRS], return_tensors="pt", padding=True)["input_ids"]
    labels = labels.masked_fill(labels == tokenizer.pad_token_id, -100)
    steps = torch.optim.AdamW(model.parameters(), lr=4e-3)
    for _ in range(_STEPS):
        loss = model(**inputs, labels=labels).loss
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        steps.step()
        steps.zero_grad()
        with torch.no_grad():  # the first token of a Marian has no embedding: CTranslate2 takes that for granted
            model.get_input_embeddings().weight[tokenizer.pad_token_id] = 0.0
        if loss.item() < 0.02:
            break
    torch.set_num_threads(threads)
    model.eval().save_pretrained(folder)
    tokenizer.save_pretrained(folder)
