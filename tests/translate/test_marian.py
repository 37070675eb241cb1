"""The engines of the hub, driven through small models that know a few sentences for real."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from configs.pipeline import TranslateSettings
from records.errors import UnavailableError
from records.version import Sentence, Version
from tests.translate.small_models import PAIRS, small_marian, small_nllb
from translate.article import NoMemory, translate_version
from translate.ctranslate import CTranslate2Translator, convert_model
from translate.engine import pick_engine
from translate.marian import MarianTranslator
from translate.nllb import ManyLanguagesTranslator

pytestmark = [
    pytest.mark.hub,
    # SWIG's classes of sentencepiece, on import
    pytest.mark.filterwarnings("ignore:builtin type .* has no __module__ attribute:DeprecationWarning"),
    # written while a model is trained
    pytest.mark.filterwarnings("ignore:Recommended. pip install sacremoses:UserWarning"),
]
SOURCES, ENGLISH = [source for source, _ in PAIRS], [english for _, english in PAIRS]
Single = MarianTranslator | CTranslate2Translator
Many = ManyLanguagesTranslator | CTranslate2Translator


@pytest.fixture(autouse=True)
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Converted models go to a folder of the test's own, and the hub is never asked."""
    monkeypatch.setenv("SYNOPTIC_MODELS", str(tmp_path / "models"))
    monkeypatch.setenv("SYNOPTIC_OFFLINE", "1")
    yield tmp_path / "models"


@pytest.fixture(params=["marian", "ctranslate2"])
def single(request: pytest.FixtureRequest) -> Single:
    """Each engine with the small Marian."""
    kind: type[Single] = MarianTranslator if request.param == "marian" else CTranslate2Translator
    return kind(small_marian(), "cpu", batch_tokens=64)


@pytest.fixture(params=["nllb", "ctranslate2"])
def many(request: pytest.FixtureRequest) -> Many:
    """Each engine with the small model like NLLB."""
    kind: type[Many] = ManyLanguagesTranslator if request.param == "nllb" else CTranslate2Translator
    return kind(small_nllb(), "cpu", batch_tokens=64)


def test_every_sentence_in_batches_alone_and_by_threads(single: Single) -> None:
    assert single.translate(SOURCES, "pt") == ENGLISH
    assert [single.translate([text], "pt")[0] for text in SOURCES[:8]] == ENGLISH[:8]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda text: single.translate([text], "pt")[0], SOURCES)) == ENGLISH
    assert single.translate([], "pt") == [] and single.translate(["", " "], "pt") == ["", ""]


def test_a_sentence_too_long_is_translated_whole_and_noted(single: Single) -> None:
    longest = [pair for pair in PAIRS if not single.fits(f"{pair[0]} {pair[0]}")]  # no two of them fit together
    lines = [SOURCES[0], " ".join(source for source, _ in longest)]
    assert single.fits(lines[0]) and not single.fits(lines[1])
    text = "\n".join(lines)
    sentences = tuple(
        Sentence(f"v:s{n}", text.rindex(line), text.rindex(line) + len(line), n) for n, line in enumerate(lines[1:])
    )
    version = Version("v", "mare", "https://mare.example/1", "pt", None, lines[0], text, sentences)
    found = translate_version(version, single, NoMemory())
    assert found.why == "too long for the model at once, translated in pieces: v:s0"
    assert found.english["v:s0"] == " ".join(english for _, english in longest)


@pytest.mark.parametrize("kind", [MarianTranslator, CTranslate2Translator])
def test_the_same_folder_gives_the_same_words_and_signature(kind: type[Single]) -> None:
    new = ["A ponte caiu no porto.", "O navio comprou 40 escolas."]  # sentences that the model never saw
    one, other = kind(small_marian(), "cpu"), kind(small_marian(), "cpu")
    assert one.signature == other.signature != kind(small_marian(), "cpu", beams=4).signature
    assert one.translate(new, "pt") == other.translate(new, "pt") == one.translate(new, "pt")
    assert kind(small_marian(), "cpu", beams=4).translate(SOURCES[:4], "pt") == ENGLISH[:4]


def test_a_model_of_many_languages_is_told_source_and_target(many: Many) -> None:
    assert many.knows("pt") and not many.knows("xx")
    assert many.translate(SOURCES, "pt") == ENGLISH


def test_auto_finds_a_folder_that_the_settings_name() -> None:
    folder = str(small_marian())
    settings = TranslateSettings(order=("marian", "nllb"), marian_models={"qq": folder}, nllb_model=str(small_nllb()))
    assert pick_engine("qq", settings).signature.startswith("marian/")
    assert pick_engine("pt-BR", settings, "nllb").translate(SOURCES[:2], "pt") == ENGLISH[:2]
    with pytest.raises(UnavailableError, match="does not read 'xx'"):
        pick_engine("xx", settings, "nllb")
    with pytest.raises(UnavailableError, match="does not read 'xx'"):
        pick_engine("xx", settings.model_copy(update={"ctranslate2_of": "nllb"}), "ctranslate2")


def test_a_model_is_converted_once_and_a_broken_copy_is_told(models: Path) -> None:
    made = convert_model(small_marian(), "int8")
    stamp = (made / "model.bin").stat().st_mtime_ns
    assert convert_model(small_marian(), "int8") == made and (made / "model.bin").stat().st_mtime_ns == stamp
    assert [path.name for path in (models / "ctranslate2").iterdir()] == [made.name]
    (made / "model.bin").write_bytes(b"no model")
    with pytest.raises(UnavailableError, match=r"is broken .*; remove it"):
        CTranslate2Translator(small_marian(), "cpu")


def _without(folder: Path, name: str) -> None:
    (folder / name).unlink()


def _cut(folder: Path, name: str) -> None:
    path = folder / name
    path.write_bytes(path.read_bytes()[:200])


def _without_weights_of_a_layer(folder: Path, name: str) -> None:
    safetensors: Any = import_module("safetensors.torch")
    weights = safetensors.load_file(folder / name)
    del weights["model.encoder.layers.0.fc1.weight"]
    safetensors.save_file(weights, folder / name, {"format": "pt"})


def _of_another_kind(folder: Path, name: str) -> None:
    (folder / name).write_text(json.dumps({"model_type": "bert", "architectures": ["BertModel"]}), encoding="utf-8")


@pytest.mark.parametrize("engine", ["marian", "ctranslate2"])
@pytest.mark.parametrize(
    ("harm", "name", "told"),
    [
        (_without, "config.json", "has no config.json"),
        (_without, "model.safetensors", "has no safetensors"),
        (_without, "source.spm", "can't be loaded"),
        (_cut, "model.safetensors", "can't be loaded"),
        (_cut, "config.json", "can't be loaded"),
        (_cut, "vocab.json", "can't be loaded"),
        (_without_weights_of_a_layer, "model.safetensors", "no weights for model.encoder.layers.0.fc1.weight"),
        (_of_another_kind, "config.json", "can't be loaded"),
    ],
)
def test_a_wrong_or_broken_folder_is_one_clear_line(
    engine: str, harm: object, name: str, told: str, tmp_path: Path
) -> None:
    folder = tmp_path / "opus-mt-qq-en"
    shutil.copytree(small_marian(), folder)
    assert callable(harm)
    harm(folder, name)
    settings = TranslateSettings(marian_model=str(tmp_path / "opus-mt-{source}-en"), device="cpu")
    with pytest.raises(UnavailableError, match=told) as caught:
        pick_engine("qq", settings, engine)
    assert str(folder) in str(caught.value) and "\n" not in str(caught.value)


def test_a_device_that_is_not_there_is_told() -> None:
    with pytest.raises(UnavailableError, match="'mps'"):
        CTranslate2Translator(small_marian(), "mps")
