"""Times of day as ``HH:MM`` from an hour, minutes and what is said of the part of the day."""

from __future__ import annotations

__all__ = ["clock", "hour_from_dawn", "hour_of_day"]


def hour_of_day(hour: int, part: str | None) -> int | None:  # noqa: PLR0911 - one line a part of the day
    """The hour 0..23 that ``hour`` (0..24) means in a part of the day; None when the two don't go together.

    ``part`` is am, pm, night, morning, noon, afternoon, evening, midnight or None.
    """
    if not 0 <= hour <= 24:
        return None
    if hour == 24 or (part == "midnight" and hour == 12):
        return 0
    if part is None or hour > 12:
        return hour
    if part in {"pm", "afternoon", "evening"}:
        if part == "evening" and hour == 12:
            return 0
        return hour if hour == 12 else hour + 12
    if part == "night":
        return 0 if hour == 12 else hour + 12 if hour >= 7 else hour
    if part == "noon":
        return hour + 12 if hour < 4 else hour
    return 0 if hour == 12 and part == "am" else hour


def hour_from_dawn(hour: int, part: str | None) -> int:
    """The hour 0..23 that ``hour`` means where hours are counted from six: (sw) saa 3 usiku is 21:00.

    >>> hour_from_dawn(3, "night"), hour_from_dawn(2, "morning"), hour_from_dawn(12, "evening")
    (21, 8, 18)
    """
    if hour > 12:
        return hour
    day = hour % 12 + 6
    if part == "night" or (part == "evening" and day <= 12):
        return (day + 12) % 24
    return day


def clock(hour: int, minute: int, part: str | None, shift: int = 0) -> str | None:
    """``HH:MM``; ``shift`` are minutes to add (half past: 30; half to: -30). None for what is no time."""
    fixed = hour_of_day(hour, part)
    if fixed is None or not 0 <= minute < 60 or (hour == 24 and minute):
        return None
    if shift < 0 and part is None and hour in {12, 0}:
        fixed = 24 if hour == 0 else 12
    total = (fixed * 60 + minute + shift) % (24 * 60)
    return f"{total // 60:02d}:{total % 60:02d}"
