"""M2M-100 and MADLAD by configuration: small random models shaped like them, laid out as the hub lays them out."""

from __future__ import annotations

import json
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from configs.pipeline import TranslateSettings
from records.errors import UnavailableError
from tests.translate.small_models import PAIRS, kept_model, train_sentencepiece
from translate.engine import pick_engine
from translate.nllb import ManyLanguagesTranslator, model_code

pytestmark = [
    pytest.mark.hub,
    pytest.mark.filterwarnings("ignore:builtin type .* has no __module__ attribute:DeprecationWarning"),
]
TEXTS = [source for source, _ in PAIRS]


def _build_m2m(folder: Path) -> None:
    import torch
    from transformers import M2M100Config, M2M100ForConditionalGeneration, M2M100Tokenizer

    model = train_sentencepiece(TEXTS, vocab_size=300)
    (folder / "sentencepiece.bpe.model").write_bytes(model)
    sentencepiece: Any = import_module("sentencepiece")
    processor = sentencepiece.SentencePieceProcessor(model_proto=model)
    pieces = [processor.id_to_piece(n) for n in range(processor.get_piece_size())]
    names = ["<s>", "<pad>", "</s>", "<unk>", *(p for p in pieces if p not in {"<s>", "</s>", "<unk>"})]
    (folder / "vocab.json").write_text(json.dumps({name: n for n, name in enumerate(names)}), encoding="utf-8")
    tokenizer = M2M100Tokenizer(
        vocab_file=str(folder / "vocab.json"), spm_file=str(folder / "sentencepiece.bpe.model"), src_lang="pt"
    )
    torch.manual_seed(1)
    config = M2M100Config(
        vocab_size=len(tokenizer) + 200, d_model=32, encoder_layers=1, decoder_layers=1, encoder_attention_heads=2,
        decoder_attention_heads=2, encoder_ffn_dim=64, decoder_ffn_dim=64, max_position_embeddings=48,
    )  # fmt: skip
    M2M100ForConditionalGeneration(config).eval().save_pretrained(folder)
    tokenizer.save_pretrained(folder)


def _build_madlad(folder: Path) -> None:
    import torch
    from transformers import T5Config, T5ForConditionalGeneration, T5Tokenizer

    model = train_sentencepiece(TEXTS, vocab_size=300, pad_id=1, eos_id=2, unk_id=0, bos_id=-1,
                                user_defined_symbols=["<2en>", "<2pt>"])  # fmt: skip
    (folder / "spiece.model").write_bytes(model)
    tokenizer = T5Tokenizer.from_pretrained(folder, extra_ids=0)
    torch.manual_seed(1)
    config = T5Config(
        vocab_size=len(tokenizer), d_model=32, d_kv=16, d_ff=64, num_layers=1, num_heads=2, n_positions=48,
        feed_forward_proj="gated-gelu", tie_word_embeddings=False, decoder_start_token_id=0, pad_token_id=1,
        eos_token_id=2,
    )  # fmt: skip
    T5ForConditionalGeneration(config).eval().save_pretrained(folder)
    tokenizer.save_pretrained(folder)


@pytest.fixture(params=["m2m", "madlad"])
def folder(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of each model; converted models go to a folder of the test's own."""
    monkeypatch.setenv("SYNOPTIC_MODELS", str(tmp_path / "models"))
    monkeypatch.setenv("SYNOPTIC_OFFLINE", "1")
    build = _build_m2m if request.param == "m2m" else _build_madlad
    return kept_model(f"{request.param}-random", build)


def test_the_model_is_told_that_english_is_wanted(folder: Path) -> None:
    translator = ManyLanguagesTranslator(folder, "cpu", batch_tokens=256)
    first = translator.translate(TEXTS[:4], "pt")
    assert len(first) == 4 and translator.translate(TEXTS[:4], "pt") == first
    tokenizer = translator._model.tokenizer
    code = model_code(tokenizer, "pt")
    assert code == ("pt" if "m2m" in folder.name else "")
    if "m2m" in folder.name:
        with pytest.raises(UnavailableError, match="does not read 'qqq'"):
            translator.translate(TEXTS[:1], "qqq")
    else:
        assert tokenizer.tokenize("<2en> Olá")[0].strip("▁") in {"", "<2en>"}


def test_ctranslate2_runs_it_or_leaves_it_to_the_next_engine(folder: Path) -> None:
    """CTranslate2 4.8 asks transformers 5 in vain for M2M-100's language tokens, and refuses the vocabulary."""
    settings = TranslateSettings(
        nllb_model=str(folder), ctranslate2_of="nllb", device="cpu", order=("ctranslate2", "nllb")
    )
    engine = pick_engine("pt", settings)
    assert engine.signature.startswith("nllb" if "m2m" in folder.name else "ctranslate2"), engine.signature
    found = engine.translate(TEXTS[:6], "pt")
    assert len(found) == 6 and found == pick_engine("pt", settings).translate(TEXTS[:6], "pt")
