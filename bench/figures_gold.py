"""Recall of numbers, percentages, money and measures on figures_recognizers; NewsQuant's precision and recall."""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from typing import Any

from bench.figures_dates import FILES
from bench.figures_refusals import Case, numerals_at, refusal
from claims.figures import find_figures
from records.claim import Figure

__all__ = ["MODELS", "Case", "close", "measure_newsquant", "measure_recognizers", "recognizers_cases"]

MODELS = {
    "NumberModel": "number", "PercentModel": "percent", "CurrencyModel": "currency_unit",
    "DimensionModel": "dimension_unit", "TemperatureModel": "dimension_unit", "OrdinalModel": "ordinal",
}  # fmt: skip
_HUNDREDTHS = frozenset(
    [
        "cent",
        "cents",
        "pence",
        "penny",
        "pêni",
        "penique",
        "centavo",
        "centime",
        "pesewa",
        "sen",
        "kopek",
        "eurocent",
        "öre",
    ]
)
_DOLLARS = frozenset({"dollar", "dólar", "dollars", "dolar"})
_SHOWN_REFUSALS = 6
_TOLERANCE = Decimal("0.000001")


_SCALES = {"percent": (1, 100)}
"""A fraction that we read as a percentage (a third: 33.3 %) may answer the plain number of the gold."""


def recognizers_cases(data: Path) -> Iterator[Case]:
    """Every result with a numeric value, language by language; relative ordinals ("next") have none."""
    for name, language in FILES.items():
        path = data / "figures_recognizers" / f"{name}.jsonl.gz"
        if not path.is_file():
            continue
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                yield from _cases(json.loads(line), language)


def _cases(row: dict[str, Any], language: str) -> Iterator[Case]:
    if row["model"] not in MODELS:
        return
    for result in row["results"]:
        resolution = result.get("resolution") or {}
        value = _decimal(str(resolution.get("value")))
        if value is not None:
            start, end = _place(row["input"], result)
            unit, iso = resolution.get("unit"), resolution.get("isoCurrency")
            yield Case(language, row["model"], row["input"], start, end, value, unit, iso)


def _place(text: str, result: dict[str, Any]) -> tuple[int, int]:
    """Where the expected expression lies; its own words are looked for where the set's offsets hold others."""
    named = str(result["text"]).lower()
    start = int(result.get("start", max(0, text.lower().find(named))))
    end = result["end"] + 1 if "end" in result else start + result.get("length", len(named))
    if named.strip() not in text[start:end].lower() and named in text.lower():
        start = text.lower().find(named)
        end = start + len(named)
    return start, end


def _decimal(written: str) -> Decimal | None:
    plain = written.removesuffix("%").replace("−", "-").strip()
    if plain.count(",") == 1 and "." not in plain:
        plain = plain.replace(",", ".")
    try:
        value = Decimal(plain.replace(",", ""))
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


def measure_recognizers(
    data: Path, sample: int | None, show: str | None
) -> tuple[dict[str, float], dict[tuple[str, str], float]]:
    """Mean and lowest recall over languages by model, and the table of (language, model)."""
    outcomes: dict[tuple[str, str], list[bool]] = defaultdict(list)
    refused: dict[str, list[str]] = defaultdict(list)
    for case in recognizers_cases(data):
        key = (case.language, MODELS[case.model])
        if sample is not None and len(outcomes[key]) >= sample:
            continue
        reason = refusal(case)
        if reason is not None:
            refused[reason].append(f"{case.language} {case.text[case.start : case.end]!r}")
            if show == case.language:
                print(f"  refused ({reason}): {case.text!r}")
            continue
        read = _is_read(case)
        outcomes[key].append(read)
        if show == case.language and not read:
            print(
                f"  {case.model} {case.text!r} [{case.text[case.start : case.end]}] wants {case.value} {case.unit}"
                f" read {_shown(case)}"
            )
    table = {key: sum(reads) / len(reads) for key, reads in outcomes.items() if reads}
    for reason, cases in refused.items():
        print(f"refused {len(cases)}: {reason}: {', '.join(cases[:_SHOWN_REFUSALS])}")
    metrics: dict[str, float] = {"recognizers_refused": sum(map(len, refused.values()))}
    for model in dict.fromkeys(MODELS.values()):
        values = [recall for (_, name), recall in table.items() if name == model]
        if values:
            metrics[f"{model}_recall_mean"] = sum(values) / len(values)
            metrics[f"{model}_recall_min"] = min(values)
    return metrics, table


def _shown(case: Case) -> list[tuple[str, str, str | None]]:
    return [(f.text, str(f.low), f.unit) for f in find_figures(case.text, case.language)]


def _is_read(case: Case) -> bool:
    figures = [f for f in find_figures(case.text, case.language) if f.start < case.end and case.start < f.end]
    if case.model in {"NumberModel", "OrdinalModel"}:
        # Reading numbers is judged before news sense ("one" as a pronoun, 25 hours) refuses or converts some of them.
        values = [n.value for n in numerals_at(case)] + [
            v / k for f in figures for v in _numbers(f) for k in _SCALES.get(f.kind, (1,))
        ]
        return any(close(value, case.value) for value in values)
    if case.model == "PercentModel":
        # The set calls a percentage point (百分点, ポイント) a percentage; told apart, its value still has to be right.
        kinds = {"percent"} if "%" in case.text[case.start : case.end] else {"percent", "percentage-point"}
        return any(f.kind in kinds and any(close(v, case.value) for v in _numbers(f)) for f in figures)
    if case.model == "CurrencyModel":
        return any(f.kind == "money" and _same_money(f, case) for f in figures)
    return any(f.kind == "measure" and _same_measure(f, case) for f in figures)


def _numbers(figure: Figure) -> list[Decimal]:
    return [v for v in (figure.low, figure.high) if isinstance(v, Decimal)]


def close(value: Decimal, wanted: Decimal) -> bool:
    """Equal to six digits, which is what the sets write of thirds."""
    return abs(value - wanted) <= _TOLERANCE * max(Decimal(1), abs(wanted))


def _same_money(figure: Figure, case: Case) -> bool:
    unit = (case.unit or "").lower()
    if _amount_named(unit, case.language, case.value) == (figure.low, figure.unit):
        return True
    value = case.value / 100 if any(word in _HUNDREDTHS for word in unit.split()) else case.value
    if not any(close(number, value) for number in _numbers(figure)):
        return False
    if unit in _DOLLARS and (figure.unit or "").endswith("D"):
        return True
    wanted = {case.iso} if case.iso else _currencies_of(unit, case.language)
    return not wanted or figure.unit is None or figure.unit in wanted


@cache
def _amount_named(unit: str, language: str, value: Decimal) -> tuple[object, str | None] | None:
    """What "VALUE UNIT" is in the language, where the unit is a part of a currency (one dubbeltje: 0.10 euros)."""
    figures = [figure for figure in find_figures(f"{value:f} {unit}", language) if figure.kind == "money"]
    return (figures[0].low, figures[0].unit) if len(figures) == 1 else None


@cache
def _currencies_of(unit: str, language: str) -> frozenset[str]:
    """What the set's name of a currency means in English or in the language itself: a cent is of a dollar or a euro."""
    figures = (figure for code in ("en", language) for figure in find_figures(f"1 {unit}", code))
    return frozenset(figure.unit for figure in figures if figure.kind == "money" and figure.unit)


def _same_measure(figure: Figure, case: Case) -> bool:
    found = _measures_of(case.unit or "", case.language, case.value)
    return any(figure.unit == unit and any(close(n, value) for n in _numbers(figure)) for value, unit in found)


_DEGREES = {"C": "°C", "F": "°F", "K": "kelvin", "R": "°R", "D": "°"}
_MEASURES = {"pound": "lb", "libra": "lb", "livre": "lb", "ton": "short ton"}
"""Names of units in the set that are currencies too, or that the set tells from "metric ton"."""


@cache
def _measures_of(unit: str, language: str, value: Decimal) -> tuple[tuple[Decimal, str], ...]:
    """The expected value in SI, by reading "VALUE UNIT" with the unit as the set names it: in English, in the
    language, and as the weight or the ton that the name may mean as well.
    """
    names = [(code, _DEGREES.get(unit, unit.lower())) for code in ("en", language)]
    names += [("en", _MEASURES[unit.lower()])] if unit.lower() in _MEASURES else []
    figures = (figure for code, name in names for figure in find_figures(f"{value:f} {name}", code))
    return tuple((f.low, f.unit) for f in figures if f.kind == "measure" and isinstance(f.low, Decimal) and f.unit)


def measure_newsquant(data: Path) -> dict[str, float | None]:
    """F1 of value and of value with unit on NewsQuant (CQE's format), None when the file is not there."""
    path = data / "figures_cqe" / "NewsQuant.json"
    if not path.is_file():
        return {"newsquant_value_f1": None, "newsquant_value_unit_f1": None}
    rows = json.loads(path.read_text(encoding="utf-8"))
    rows = rows if isinstance(rows, list) else list(rows.values())
    counts = {"value": [0, 0, 0], "value_unit": [0, 0, 0]}
    for row in rows:
        text = str(row.get("text") or row.get("sentence") or "")
        gold = [g for g in (_gold(item) for item in row.get("quantities") or row.get("results") or ()) if g is not None]
        ours = [f for f in find_figures(text, "en") if f.kind not in {"date", "time"}]
        _count(counts["value"], gold, ours, with_unit=False)
        _count(counts["value_unit"], gold, ours, with_unit=True)
    return {f"newsquant_{name}_f1": _f1(*found) for name, found in counts.items()}


def _gold(item: object) -> tuple[Decimal, str] | None:
    if not isinstance(item, dict):
        return None
    value = item.get("value")
    value = value.get("value") if isinstance(value, dict) else value
    unit = item.get("unit")
    unit = unit.get("name") or unit.get("norm_unit") if isinstance(unit, dict) else unit
    number = _decimal(str(value[0] if isinstance(value, list) and value else value))
    return None if number is None else (number, " ".join(unit) if isinstance(unit, list) else str(unit or ""))


def _count(counts: list[int], gold: Sequence[tuple[Decimal, str]], ours: Sequence[Figure], with_unit: bool) -> None:
    left = list(ours)
    for value, unit in gold:
        found = next((f for f in left if _answers(f, value, unit, with_unit)), None)
        counts[0] += found is not None
        if found is not None:
            left.remove(found)
    counts[1] += len(gold)
    counts[2] += len(ours)


def _answers(figure: Figure, value: Decimal, unit: str, with_unit: bool) -> bool:
    wanted = next((f for f in find_figures(f"{value:f} {unit}", "en")), None)
    same = any(close(n, value) for n in _numbers(figure)) or (wanted is not None and wanted.low == figure.low)
    if not same or not with_unit or wanted is None:
        return same
    return wanted.kind == figure.kind and wanted.unit == figure.unit


def _f1(right: int, gold: int, ours: int) -> float:
    return 2 * right / (gold + ours) if gold + ours else 0.0
