"""The table tells a confidence that is borne out from one that is not."""

from __future__ import annotations

from bench.reliability import brier, reliability_table


def test_brier_is_nought_for_the_sure_and_right_and_one_for_the_sure_and_wrong() -> None:
    assert brier([("figure-update", 1.0, True), ("quote-altered", 0.0, False)]) == 0.0
    assert brier([("figure-update", 0.0, True), ("quote-altered", 1.0, False)]) == 1.0
    assert brier([]) is None


def test_findings_are_counted_by_family_and_bin() -> None:
    judged = [("figure-conflict", 0.62, True), ("figure-update", 0.68, False), ("quote-altered", 1.0, True)]
    assert reliability_table(judged) == [
        "figure 0.6-0.7     2 findings, confidence 0.65, right 0.50",
        "quote 0.9-1.0      1 findings, confidence 1.00, right 1.00",
    ]
