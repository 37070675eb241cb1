"""Builds a ``Report`` from a YAML fixture; marks are named by their words, so that anyone can edit the file."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from records.claim import Claims, Figure, Quote, Value
from records.discrepancy import Discrepancy, Evidence, Side
from records.report import Issue, Report, Run, Unusable
from records.statement import Member, Statement
from records.translation import Translation
from records.version import Sentence, Version

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures" / "report"


def load_report(name: str = "karsk-bridge") -> Report:
    """The report of ``tests/fixtures/report/<name>.yml``."""
    raw = yaml.safe_load((FIXTURES / f"{name}.yml").read_text(encoding="utf-8"))
    versions, translations = zip(*(_version(entry) for entry in raw["versions"]), strict=True)
    by_id = {v.id: v for v in versions}
    return Report(
        story_id=raw["id"],
        title=raw["title"],
        versions=versions,
        translations=translations,
        claims=tuple(_claims(by_id[_name(entry)], entry) for entry in raw["versions"]),
        statements=tuple(
            Statement(key, tuple(Member(v, tuple(f"{v}:s{n}" for n in numbers)) for v, numbers in members.items()))
            for key, members in raw["statements"].items()
        ),
        discrepancies=tuple(_discrepancy(entry, by_id) for entry in raw["discrepancies"]),
        unusable=tuple(Unusable(**entry) for entry in raw["unusable"]),
        issues=tuple(Issue(**entry) for entry in raw["issues"]),
        run=Run(**raw["run"]),
    )


def _name(entry: dict[str, Any]) -> str:
    return str(entry.get("name", entry["outlet"]))


def _version(entry: dict[str, Any]) -> tuple[Version, Translation]:
    name, text = _name(entry), ""
    sentences: list[Sentence] = []
    english: dict[str, str] = {}
    for number, paragraph in enumerate(entry["sentences"]):
        text += {0: "", 1: "\n\n"}.get(number, "\n")
        for position, (original, *translated) in enumerate(paragraph):
            text += " " if position else ""
            identity = f"{name}:s{len(sentences)}"
            sentences.append(Sentence(identity, len(text), len(text) + len(original), number))
            text += original
            if translated:
                english[identity] = translated[0]
    version = Version(
        id=name,
        outlet=entry["outlet"],
        url=entry["url"],
        language=entry["language"],
        published=entry["published"],
        headline=entry["sentences"][0][0][0],
        text=text,
        sentences=tuple(sentences),
        revision=entry.get("revision", 1),
        archive=entry.get("archive"),
        authors=tuple(entry.get("authors", ())),
    )
    return version, Translation(name, english=english, **entry["translation"])


def _place(version: Version, words: str) -> tuple[int, int]:
    if version.text.count(words) != 1:
        raise ValueError(f"{version.id}: {words!r} stands {version.text.count(words)} times in the text, expected once")
    start = version.text.index(words)
    return start, start + len(words)


def _value(raw: int | str) -> Value:
    return raw if isinstance(raw, str) else Decimal(raw)


def _claims(version: Version, entry: dict[str, Any]) -> Claims:
    figures, quotes = [], []
    for number, raw in enumerate(entry.get("figures", [])):
        start, end = _place(version, raw["text"])
        sentence = version.sentence_at(start)
        low = _value(raw["low"])
        rest = {key: raw[key] for key in ("unit", "modifier", "subject", "claimant") if key in raw}
        figures.append(
            Figure(
                start=start,
                end=end,
                text=raw["text"],
                kind=raw["kind"],
                low=low,
                high=_value(raw.get("high", raw["low"])),
                id=f"{version.id}:f{number}",
                version=version.id,
                sentence=sentence.id if sentence else "",
                **rest,
            )
        )
    for number, raw in enumerate(entry.get("quotes", [])):
        start, end = _place(version, raw["text"])
        quotes.append(Quote(start=start, end=end, id=f"{version.id}:q{number}", version=version.id, **raw))
    return Claims(version.id, tuple(figures), tuple(quotes))


def _discrepancy(entry: dict[str, Any], versions: dict[str, Version]) -> Discrepancy:
    sides = tuple(
        Side(
            str(side["value"]),
            tuple(Evidence(v, *_place(versions[v], words), words) for v, words in side["evidence"].items()),
        )
        for side in entry["sides"]
    )
    return Discrepancy(**{**entry, "outliers": tuple(entry["outliers"]), "sides": sides})
