"""Times of two clocks are no conflict where a text says whose clock it reads, before the time or behind it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from claims.figures import find_figures
from configs.pipeline import FlagSettings
from flag.clock import may_be_zones, without_other_zones
from flag.evidence import gather_evidence
from flag.sides import FigureSide
from records.claim import Claims, Figure
from records.version import Sentence, Version


def _are_zones(*told: tuple[str, str, str, str]) -> bool:
    """Whether the times may be of two clocks; each told by (language, text, words of the time, HH:MM)."""
    versions, claims = [], []
    for number, (language, text, words, value) in enumerate(told):
        name, start = f"v{number}", text.index(words)
        day = datetime(2026, 1, 1, tzinfo=UTC)
        sentence = Sentence(f"{name}:s0", 0, len(text), 0)
        versions.append(Version(name, name, f"https://{name}.example", language, day, "h", text, (sentence,)))
        figure = Figure(
            start, start + len(words), words, "time", value, value, version=name, sentence=sentence.id, id=f"{name}:f0"
        )
        claims.append(Claims(name, (figure,), ()))
    story = gather_evidence(versions, [], claims, [], [], FlagSettings())
    return may_be_zones(story, story.figures.values())


@pytest.mark.parametrize(
    ("told", "zones"),
    [
        (("ja", "同容疑者は日本時間1日午前5時40分に拘束された。", "午前5時40分", "05:40"), True),
        (("ja", "同容疑者は1日午前5時40分に空港で拘束された。", "午前5時40分", "05:40"), False),
        (("ja", "同容疑者は日本時間1日午前5時50分に拘束された。", "午前5時50分", "05:50"), False),
        (("en", "He was seized at 19:40 GMT on Monday.", "19:40", "19:40"), True),
    ],
)
def test_a_named_clock_may_be_whole_hours_away_over_midnight_too(told: tuple[str, str, str, str], zones: bool) -> None:
    assert _are_zones(("sv", "Han greps klockan 21.40 på måndagen.", "21.40", "21:40"), told) is zones


@pytest.mark.parametrize(
    ("text", "day", "told", "zones"),
    [
        ("北京时间周一凌晨2时30分，决赛打响。", "周一", "2026-07-20", True),  # of which week is not known
        ("北京时间27日凌晨2时30分，决赛打响。", "27日", "2026-07-27", True),
        ("周一凌晨2时30分，决赛打响。", "周一", "2026-07-20", False),
        ("北京时间20日凌晨2时30分，决赛打响。", "20日", "2026-07-20", False),
        ("北京时间周三凌晨2时30分，决赛打响。", "周三", "2026-07-22", False),
        ("停火将于当地时间星期六早晨6时开始。", "星期六", "2026-07-18", False),  # the day before, by local time
    ],
    ids=["weekday", "day", "no zone", "a week off", "another weekday", "local time"],
)
def test_a_day_by_another_clock_is_the_next_one(text: str, day: str, told: str, zones: bool) -> None:
    texts = {"a": ("zh", text, day, told), "b": ("en", "She won on Sunday.", "Sunday", "2026-07-26")}
    versions, claims, sides = [], [], []
    for name, (language, words, written, value) in texts.items():
        start, sentence = words.index(written), Sentence(f"{name}:s0", 0, len(words), 0)
        at = datetime(2026, 7, 26, 20, tzinfo=UTC)
        versions.append(Version(name, name, f"https://{name}.example", language, at, "h", words, (sentence,)))
        own = Figure(
            start,
            start + len(written),
            written,
            "date",
            value,
            value,
            version=name,
            sentence=sentence.id,
            id=f"{name}:0",
        )
        hour = [f for f in find_figures(words, language) if f.kind == "time"]
        clock = [replace(f, version=name, sentence=sentence.id, id=f"{name}:1") for f in hour]
        claims.append(Claims(name, (own, *clock), ()))
        sides.append(FigureSide({name: own}))
    story = gather_evidence(versions, [], claims, [], [], FlagSettings())
    assert (len(without_other_zones(story, sides)) == 1) is zones
