"""Models of the hub and of a mirror, fetched from a server on this machine that breaks off and lies."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from configs.pipeline import TranslateSettings
from records.errors import InputError, UnavailableError
from tests.translate.model_server import COMMIT, ModelServer, serve_models
from translate.checksums import SUMS, verify_sums, write_sums
from translate.hub_fetching import fetch_hub_model
from translate.models import add_model, check_model, list_models
from translate.places import find_firefox

NAME = "org/opus-mt-qq-en"
FILES = {
    "config.json": b'{"model_type": "marian"}',
    "model.safetensors": bytes(range(256)) * 4000,
    "source.spm": b"pieces",
    "vocab.json": b"{}",
    "README.md": b"---\nlanguage: qq\nlicense: cc-by-4.0\n---\n",
    "pytorch_model.bin": b"pickled",
    "modeling.py": b"raise SystemExit",
}
WEIGHTS = f"/{NAME}/resolve/{COMMIT}/model.safetensors"
SETTINGS = TranslateSettings(marian_models={"qq": NAME}, order=("marian",), give_up_seconds=1.0)


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModelServer]:
    """The server, as the hub and as Mozilla's service, and an empty folder of models."""
    monkeypatch.setenv("SYNOPTIC_MODELS", str(tmp_path / "models"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv("SYNOPTIC_OFFLINE", raising=False)
    with serve_models() as served:
        monkeypatch.setenv("HF_ENDPOINT", served.address)
        monkeypatch.setenv("FXTRANSLATE_RECORDS_URL", f"{served.address}/records")
        yield served


def test_a_model_of_the_hub_is_pinned_and_only_safe_files_come(server: ModelServer, tmp_path: Path) -> None:
    server.add_repository(NAME, FILES)
    told: list[str] = []
    folder = add_model("qq", SETTINGS, engine="marian", tell=told.append)
    assert folder == tmp_path / "models" / "org--opus-mt-qq-en"
    names = {path.name for path in folder.iterdir()}
    assert names == FILES.keys() - {"pytorch_model.bin", "modeling.py"} | {"revision", SUMS}
    assert (folder / "revision").read_text(encoding="utf-8") == f"{NAME}@{COMMIT}\n"
    assert (folder / "model.safetensors").read_bytes() == FILES["model.safetensors"]
    assert any("model.safetensors" in line and "1.0 MB" in line for line in told)
    (model,) = list_models(SETTINGS, ("qq",))
    assert (model.engine, model.licence) == ("marian", "cc-by-4.0") and "first of translate.order" in model.why
    asked = len(server.asked)
    assert add_model("qq", SETTINGS, engine="marian") == folder and len(server.asked) == asked


def test_a_broken_connection_is_gone_on_with(server: ModelServer) -> None:
    server.add_repository(NAME, FILES)
    server.cut[WEIGHTS] = 300_000
    with pytest.raises(UnavailableError, match="run the same command again online") as caught:
        fetch_hub_model(f"{NAME}@v1", 1.0)
    assert "\n" not in str(caught.value)
    folder = fetch_hub_model(f"{NAME}@v1", 1.0)
    assert (folder / "model.safetensors").read_bytes() == FILES["model.safetensors"]
    ranges = [wanted for path, wanted in server.asked if path == WEIGHTS]
    assert ranges == [None, "bytes=300000-"]
    assert len([path for path, _ in server.asked if path.endswith("source.spm")]) <= 1


@pytest.mark.parametrize("name", ["model.safetensors", "config.json"])
def test_a_file_that_is_another_is_refused(name: str, server: ModelServer, tmp_path: Path) -> None:
    other = bytes(reversed(FILES[name]))
    server.add_repository(NAME, FILES, promised={name: other})
    with pytest.raises(UnavailableError, match="its checksum is another"):
        fetch_hub_model(NAME, 1.0)
    assert not (tmp_path / "models" / "org--opus-mt-qq-en").exists()
    server.add_repository(NAME, {**FILES, name: other}, promised={})
    assert (fetch_hub_model(NAME, 1.0) / name).read_bytes() == other


def test_what_the_hub_has_not_is_one_line(server: ModelServer) -> None:
    with pytest.raises(UnavailableError, match="has none of that name and revision"):
        fetch_hub_model("org/none", 1.0)
    server.add_repository("org/pickled", {name: FILES[name] for name in ("config.json", "pytorch_model.bin")})
    with pytest.raises(UnavailableError, match="has no safetensors at this revision"):
        fetch_hub_model("org/pickled", 1.0)
    server.files["/api/models/org/odd/revision/main"] = b"<html>"
    with pytest.raises(UnavailableError, match="answers like no hub"):
        fetch_hub_model("org/odd", 1.0)
    server.files["/api/models/org/sly/revision/main"] = json.dumps(
        {"sha": COMMIT, "siblings": [{"rfilename": "../../evil.safetensors", "size": 1}]}
    ).encode()
    with pytest.raises(UnavailableError, match="answers like no hub"):
        fetch_hub_model("org/sly", 1.0)


def test_no_hub_is_one_line_that_says_what_to_copy_where(server: ModelServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    with pytest.raises(UnavailableError, match=r"127\.0\.0\.1 does not answer; copy its repository .*org--opus-mt"):
        add_model("qq", SETTINGS, engine="marian")
    monkeypatch.setenv("SYNOPTIC_OFFLINE", "1")
    with pytest.raises(UnavailableError, match=r"SYNOPTIC_OFFLINE is set; copy its repository"):
        add_model("qq", SETTINGS, engine="ctranslate2")


def test_a_mirror_on_the_web_gives_a_model_with_its_sums(server: ModelServer, tmp_path: Path) -> None:
    carried = find_firefox("pt")
    assert carried is not None
    sums = "".join(f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in carried.files)
    server.files |= {f"/m/qq-en/{file.name}": file.read_bytes() for file in carried.files}
    server.files[f"/m/qq-en/{SUMS}"] = sums.encode()
    settings = TranslateSettings(mirror=f"{server.address}/m/", workers=1, give_up_seconds=1.0)
    server.cut[f"/m/qq-en/{carried.model.name}"] = 1_000_000
    with pytest.raises(UnavailableError, match="from the mirror"):
        add_model("qq", settings)
    folder = add_model("qq", settings)
    assert (f"/m/qq-en/{carried.model.name}", "bytes=1000000-") in server.asked
    assert verify_sums(folder) == len(carried.files)
    assert "checksums right" in check_model("qq", settings)
    (folder / carried.model.name).write_bytes(b"other")
    with pytest.raises(UnavailableError, match="has another checksum"):
        check_model("qq", settings)
    with pytest.raises(UnavailableError, match=r"put a folder ww-en/ with its SHA256SUMS there"):
        add_model("ww", settings)


def test_mozillas_service_without_the_language_is_one_line(server: ModelServer) -> None:
    server.files["/records"] = json.dumps({"data": []}).encode()
    with pytest.raises(UnavailableError, match="copy a folder ww-en/ of a machine") as caught:
        add_model("ww", SETTINGS)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("language", "engine", "told"),
    [("en", "firefox", "needs no model"), ("../x", "firefox", "no language code"), ("fr", "identity", "no engine"),
     ("fr", "deepl", "no engine 'deepl'")],
)  # fmt: skip
def test_wrong_input_is_one_line(language: str, engine: str, told: str) -> None:
    with pytest.raises(InputError, match=told):
        add_model(language, SETTINGS, engine=engine)


def test_sums_are_read_with_care(tmp_path: Path) -> None:
    (tmp_path / "a.bin").write_bytes(b"a")
    assert verify_sums(tmp_path) is None
    write_sums(tmp_path)
    assert verify_sums(tmp_path) == 1
    (tmp_path / SUMS).write_text(f"{'0' * 64}  ../a.bin\n", encoding="utf-8")
    with pytest.raises(UnavailableError, match="line 1"):
        verify_sums(tmp_path)
