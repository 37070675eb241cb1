"""The outlet files that are shipped, their schema, and what a bad file is told."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # ships no types

from configs.language.schema import language_codes
from configs.outlet import load_outlet, load_outlets, outlet_names, outlet_schema
from configs.place import OUTLETS_DIR
from records.errors import InputError

REAL = [name for name in outlet_names() if not name.startswith("demo-")]


def test_thirty_outlets_in_fifteen_languages() -> None:
    found = load_outlets(REAL)
    assert len(found) >= 30
    languages = {tag.split("-")[0] for outlet in found.values() for tag in outlet.languages}
    assert len(languages) >= 15 and languages <= set(language_codes())
    for name, outlet in found.items():
        assert outlet.feeds and not outlet.allow_private and outlet.politeness.robots, name
        assert outlet.verified == "never" or len(outlet.verified) == 10, name


def test_the_schema_is_the_model_and_every_file_fits_it() -> None:
    written = (OUTLETS_DIR / "outlet.schema.json").read_text("utf-8")
    assert written == outlet_schema(), "run: synoptic outlets schema > configs/outlets/outlet.schema.json"
    validator = Draft202012Validator(yaml.safe_load(written))
    for name in outlet_names():
        text = (OUTLETS_DIR / f"{name}.yml").read_text("utf-8").replace("languages: [no]", 'languages: ["no"]')
        assert list(validator.iter_errors(yaml.safe_load(text))) == [], name
    assert "Wait between two requests" in written


def test_every_fault_of_every_file_in_one_go(tmp_path: Path) -> None:
    good = (OUTLETS_DIR / "nos.yml").read_text("utf-8")
    (tmp_path / "one.yml").write_text(
        good.replace("country: NL", "country: Holland").replace("kind:", "sort:"), "utf-8"
    )
    (tmp_path / "two.yml").write_text(good + "hints: {body: '//div['}\n", "utf-8")
    with pytest.raises(InputError) as raised:
        load_outlets((), tmp_path)
    text = str(raised.value)
    assert "one.yml:5: country" in text and "one.yml:6: sort: unknown key" in text
    assert "two.yml:" in text and "hints.body" in text and "is no XPath" in text
    assert load_outlet("nos").name == "NOS"
