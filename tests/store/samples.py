"""Small records for the tests of the store."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from records.discrepancy import Discrepancy, Evidence, Side
from records.version import Sentence, Version

__all__ = ["TickingClock", "conflict", "version"]


class TickingClock:
    """Every look is one second later than the one before."""

    def __init__(self) -> None:
        self.now = datetime(2026, 6, 1, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


def version(outlet: str, body: str, url: str | None = None) -> Version:
    """An English version with a headline and one sentence."""
    text = f"Fire\n\n{body}"
    identity = f"{outlet}:1"
    sentences = (Sentence(f"{identity}:s0", 0, 4), Sentence(f"{identity}:s1", 6, len(text), 1))
    published = datetime(2026, 6, 1, 9, tzinfo=UTC)
    return Version(identity, outlet, url or f"https://{outlet}.example/a", "en", published, "Fire", text, sentences)


def conflict(one: Version, other: Version, a: str, b: str, values: tuple[str, str] = ("12", "13")) -> Discrepancy:
    """``a`` in one version against ``b`` in the other."""
    sides = tuple(
        Side(value, (Evidence(v.id, v.text.index(words), v.text.index(words) + len(words), words),))
        for value, v, words in ((values[0], one, a), (values[1], other, b))
    )
    name = f"figure-conflict-{one.outlet}-{other.outlet}-{a}-{b}"
    return Discrepancy(name, "figure-conflict", "high", 0.9, f"{a} against {b}.", "s1", (), sides)
