"""``report.json`` keeps the contract, loses nothing, and is the same bytes every time."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from records.errors import InputError
from report.contract import contract_json, parse_contract, to_contract
from report.model import SCHEMA_FILE, json_schema
from report.read import read_report
from report.values import json_value, read_value
from tests.report.story import load_report

CONTRACT = {
    "": {"schema", "story", "versions", "statements", "figures", "quotes", "discrepancies", "unusable", "run"},
    "story": {"id", "title"},
    "versions": {
        *("id", "outlet", "url", "language", "published", "headline", "text", "revision", "sha256", "translation"),
        "sentences",
    },
    "statements": {"id", "members"},
    "figures": {
        *("id", "version", "sentence", "start", "end", "text", "kind", "low", "high", "unit", "modifier", "subject"),
        "claimant",
    },
    "quotes": {"id", "version", "start", "end", "text", "english", "mode", "speaker", "speaker_id"},
    "discrepancies": {"id", "kind", "severity", "confidence", "summary", "statement", "outliers", "sides"},
    "unusable": {"outlet", "url", "stage", "why"},
    "run": {"started", "seconds", "engines", "counts"},
}


@pytest.mark.parametrize("part", CONTRACT)
def test_every_field_of_the_contract_is_there(part: str) -> None:
    whole = to_contract(load_report())
    found = whole if part == "" else whole[part]
    for entry in found if isinstance(found, list) else [found]:
        assert set(entry) >= CONTRACT[part]


def test_nested_fields() -> None:
    whole = to_contract(load_report())
    for version in whole["versions"]:
        assert set(version["translation"]) == {"status", "engine", "why"}
        assert all({"id", "start", "end", "english"} <= set(s) for s in version["sentences"])
    evidence = [e for d in whole["discrepancies"] for s in d["sides"] for e in s["evidence"]]
    texts = {v["id"]: v["text"] for v in whole["versions"]}
    assert evidence
    assert all(texts[e["version"]][e["start"] : e["end"]] == e["text"] for e in evidence)


def test_english_is_the_source_the_translation_or_nothing() -> None:
    versions = {v["id"]: v for v in to_contract(load_report())["versions"]}
    assert versions["herald-en"]["sentences"][0]["english"] == "Fourteen dead as bridge falls at Karsk"
    assert versions["abendpost-de"]["sentences"][0]["english"] == "Bridge collapsed in Karsk: 14 dead"
    assert all(s["english"] is None for s in versions["jiangcheng-zh"]["sentences"])


def test_the_schema_that_is_checked_in_is_the_models() -> None:
    assert json.loads(SCHEMA_FILE.read_text(encoding="utf-8")) == json_schema(), (
        "report/model.py changed: write its schema with `python -m report.model`"
    )


def test_the_schema_accepts_a_report_and_refuses_a_wrong_one() -> None:
    from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # ships no types

    validator = Draft202012Validator(json.loads(SCHEMA_FILE.read_text(encoding="utf-8")))
    whole = json.loads(contract_json(load_report()))
    assert list(validator.iter_errors(whole)) == []
    whole["discrepancies"][0]["kind"] = "quote-lost"
    assert [list(e.path) for e in validator.iter_errors(whole)] == [["discrepancies", 0, "kind"]]


def test_fields_may_be_added() -> None:
    whole = json.loads(contract_json(load_report()))
    whole["versions"][0]["mood"] = "calm"
    assert parse_contract(whole).versions[0].id == "herald-en"


def _wrong_text(whole: dict[str, Any]) -> None:
    whole["figures"][0]["text"] = "421 metres"


def _unknown_version(whole: dict[str, Any]) -> None:
    whole["discrepancies"][0]["outliers"] = ["nobody"]


def _unknown_statement(whole: dict[str, Any]) -> None:
    whole["discrepancies"][0]["statement"] = "st-none"


def _dropped(whole: dict[str, Any]) -> None:
    del whole["versions"][0]["sha256"]


@pytest.mark.parametrize(
    ("spoil", "named"),
    [
        (_wrong_text, "421 metres"),
        (_unknown_version, "nobody"),
        (_unknown_statement, "st-none"),
        (_dropped, "versions.0.sha256"),
    ],
)
def test_a_broken_report_is_refused_by_the_field(spoil: Callable[[dict[str, Any]], None], named: str) -> None:
    whole = json.loads(contract_json(load_report()))
    spoil(whole)
    with pytest.raises(InputError, match=named):
        parse_contract(whole)


def test_what_is_no_json_is_refused() -> None:
    with pytest.raises(InputError, match="not JSON"):
        parse_contract(b"{half")


def test_reading_back_loses_nothing() -> None:
    report = load_report()
    again = read_report(contract_json(report))
    assert contract_json(again) == contract_json(report)
    assert (again.versions, again.claims, again.statements) == (report.versions, report.claims, report.statements)
    assert {d.id: d for d in again.discrepancies} == {d.id: d for d in report.discrepancies}


def test_the_order_of_mappings_and_findings_does_not_matter() -> None:
    report = load_report()
    run = replace(report.run, seconds=dict(reversed(list(report.run.seconds.items()))))
    shuffled = replace(report, run=run, discrepancies=report.discrepancies[::-1])
    assert contract_json(shuffled) == contract_json(report)


def test_a_lone_surrogate_is_written_as_json_escapes_it() -> None:
    report = load_report()
    first = replace(report.versions[0], text=report.versions[0].text + "\udce9")
    raw = contract_json(replace(report, versions=(first, *report.versions[1:])))
    assert json.loads(raw)["versions"][0]["text"].endswith("\udce9")


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**40), max_value=10**40))
def test_amounts_survive_json(value: Decimal) -> None:
    assert read_value(json.loads(json.dumps(json_value(value))), "money") == value


@pytest.mark.parametrize(
    ("value", "kind"), [("2026-06-10", "date"), ("06:40", "time"), ("PT1H30M", "duration"), (Decimal("2"), "duration")]
)
def test_iso_values_survive_json(value: Any, kind: Any) -> None:
    assert read_value(json_value(value), kind) == value
