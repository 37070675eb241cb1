"""The same cases read by recognizers-text and quantulum3, where they are installed and speak the language."""

from __future__ import annotations

import importlib
import importlib.util
import json
import os
import subprocess
import time
import warnings
from collections import defaultdict
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from bench.figures_gold import Case, close, recognizers_cases

__all__ = ["measure_peers"]

_CULTURES = {"en": "en-us", "fr": "fr-fr", "es": "es-es", "pt": "pt-br", "zh": "zh-cn", "ja": "ja-jp"}
_MOST = 200
_PYTHON_VARIABLE = "RECOGNIZERS_PYTHON"
"""The environment variable that names a Python with recognizers-text-suite, which asks for old packages: a virtual
environment of Python 3.7 with ``pip install recognizers-text-suite "emoji<2"``."""
Reader = Callable[[Case], list[Decimal]]


def measure_peers(data: Path, sample: int | None, ours_per_second: float | None) -> dict[str, float | None]:
    """``peer_NAME_number_recall`` and ``peer_NAME_sentences_per_second`` (and ours over theirs) of each peer."""
    metrics: dict[str, float | None] = {}
    for name, module, languages, make in _PEERS:
        elsewhere = os.environ.get(_PYTHON_VARIABLE) if name == "recognizers_text" else None
        if importlib.util.find_spec(module) is None and elsewhere is None:
            print(f"{name}: not installed, skipped (or name a Python that has it in {_PYTHON_VARIABLE})")
            continue
        cases = _cases(data, languages, min(sample or _MOST, _MOST))
        if not cases:
            continue
        measured = _measure(cases, make()) if elsewhere is None else _measure_elsewhere(cases, elsewhere)
        if measured is None:
            continue
        recall, speed = measured
        metrics[f"peer_{name}_number_recall"] = recall
        metrics[f"peer_{name}_sentences_per_second"] = speed
        metrics[f"speed_over_{name}"] = ours_per_second / speed if ours_per_second is not None else None
    return metrics


def _cases(data: Path, languages: frozenset[str], most: int) -> list[Case]:
    by_language: dict[str, list[Case]] = defaultdict(list)
    for case in recognizers_cases(data):
        if case.model == "NumberModel" and case.language in languages and len(by_language[case.language]) < most:
            by_language[case.language].append(case)
    return [case for cases in by_language.values() for case in cases]


def _measure(cases: list[Case], read: Reader) -> tuple[float, float]:
    read(cases[0])
    began = time.process_time()
    outcomes = [any(close(value, case.value) for value in read(case)) for case in cases]
    return sum(outcomes) / len(outcomes), len(cases) / max(time.process_time() - began, 1e-9)


def _measure_elsewhere(cases: list[Case], python: str) -> tuple[float, float] | None:
    """Recall and speed of recognizers-text under another Python: its pins don't go with ours."""
    asked = [[case.text, _CULTURES[case.language]] for case in cases]
    done = subprocess.run(
        [python, "-c", _PROGRAM], input=json.dumps(asked), capture_output=True, text=True, check=False
    )
    if done.returncode:
        print(f"recognizers_text: {python} failed: {done.stderr.strip().splitlines()[-1:]}")
        return None
    answer = json.loads(done.stdout)
    outcomes = [
        any(close(value, case.value) for value in _decimals(read))
        for case, read in zip(cases, answer["values"], strict=True)
    ]
    return sum(outcomes) / len(outcomes), len(cases) / max(answer["seconds"], 1e-9)


_PROGRAM = """
import json, sys, time, warnings
warnings.simplefilter("ignore")
from recognizers_number import recognize_number
asked = json.load(sys.stdin)
recognize_number(*asked[0])
began = time.process_time()
values = [[r.resolution.get("value") for r in recognize_number(text, culture)] for text, culture in asked]
json.dump({"values": values, "seconds": time.process_time() - began}, sys.stdout)
"""


def _recognizers() -> Reader:
    recognize_number = importlib.import_module("recognizers_number").recognize_number

    def read(case: Case) -> list[Decimal]:
        return _decimals(r.resolution.get("value") for r in recognize_number(case.text, _CULTURES[case.language]))

    return read


def _quantulum() -> Reader:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from quantulum3 import parser

    def read(case: Case) -> list[Decimal]:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                return _decimals(quantity.value for quantity in parser.parse(case.text))
            except (ValueError, KeyError, IndexError, AttributeError, TypeError):
                return []  # the peer's own faults count as nothing read

    return read


def _decimals(values: Any) -> list[Decimal]:
    found: list[Decimal] = []
    for value in values:
        try:
            found.append(Decimal(str(value).replace(",", ".")))
        except InvalidOperation:
            continue
    return found


_PEERS: tuple[tuple[str, str, frozenset[str], Callable[[], Reader]], ...] = (
    ("recognizers_text", "recognizers_number", frozenset(_CULTURES), _recognizers),
    ("quantulum3", "quantulum3", frozenset({"en"}), _quantulum),
)
