"""Long tests begin first, and no worker gets all of them."""

from __future__ import annotations

import pytest

from tests.order import dealt


@pytest.mark.parametrize(
    ("seconds", "workers", "expected"),
    [
        ("0000", 2, "abcd"),
        ("0090", 1, "cabd"),
        ("0000937000", 3, "eabgcdfhij"),
        ("99", 3, "ab"),
        ("59", 1, "ba"),
        ("", 2, ""),
    ],
)
def test_each_part_begins_with_its_share(seconds: str, workers: int, expected: str) -> None:
    tests = "abcdefghij"[: len(seconds)]
    found = dealt(tests, [float(one) for one in seconds], workers)
    assert "".join(found) == expected
    assert sorted(found) == sorted(tests)
