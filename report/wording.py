"""The words that the report itself says: kinds, verdict, times, languages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from functools import cache

from configs.language.schema import load_language
from records.discrepancy import Discrepancy, DiscrepancyKind

__all__ = [
    "CHANGES",
    "KINDS",
    "direction",
    "language_name",
    "plural",
    "short_value",
    "show_day",
    "show_time",
    "told_apart",
    "verdict",
]

KINDS: dict[DiscrepancyKind, tuple[str, str]] = {
    "figure-conflict": ("Figures conflict", "The same thing, values that cannot both be true."),
    "figure-update": ("Figure updated", "A later version supersedes an earlier figure: not a fault of an outlet."),
    "claimant-conflict": ("Credited differently", "The same figure is credited to different claimants."),
    "quote-altered": ("Quote altered", "The same utterance with a different meaning."),
    "quote-truncated": ("Quote cut short", "Part of the utterance is dropped and the rest reads as if it were whole."),
    "quote-misattributed": ("Quote misattributed", "The same utterance, different speakers."),
    "translation-fault": ("Translation fault", "Our English lost or changed something: no outlet is at fault."),
    "silent-edit": ("Silent edit", "A later revision of the same page changed it."),
}
"""Each kind's name for people, and what it means."""

CHANGES: frozenset[DiscrepancyKind] = frozenset({"figure-update", "silent-edit"})
"""Kinds whose sides follow one another in time."""


def plural(count: int, one: str, many: str | None = None) -> str:
    """``count`` with its noun.

    >>> plural(1, "discrepancy", "discrepancies"), plural(7, "version")
    ('1 discrepancy', '7 versions')
    """
    return f"{count:,} {one if count == 1 else many or one + 's'}"


_SHORT = {
    "said to be so": "affirmed",
    "said not to be so": "denied",
    "said to be possible": "possible",
    "said to be necessary": "necessary",
}


def short_value(value: str) -> str:
    """The value of a side in a word or two, where a heading shows it.

    >>> short_value("said not to be so"), short_value("14 people")
    ('denied', '14 people')
    """
    return _SHORT.get(value, value)


def told_apart(titles: Mapping[str, str]) -> dict[str, str]:
    """The titles of stories by id; those that several have, with the id.

    >>> told_apart({"fire-1": "Fire", "fire-2": "Fire", "flood": "Flood"})
    {'fire-1': 'Fire (fire-1)', 'fire-2': 'Fire (fire-2)', 'flood': 'Flood'}
    """
    often = Counter(titles.values())
    return {id: title if often[title] == 1 else f"{title} ({id})" for id, title in titles.items()}


def verdict(discrepancies: Iterable[Discrepancy], versions: int) -> str:
    """The report in one line; faults of our own translation are counted apart, never against an outlet.

    A report of fewer than two versions says that it compared nothing, which "no discrepancy" would hide.
    """
    found = list(discrepancies)
    own = sum(d.kind == "translation-fault" for d in found)
    theirs = [d for d in found if d.kind != "translation-fault"]
    if versions < 2 and not found:
        return f"Nothing to compare: {'one version' if versions else 'no version'} could be used"
    head = plural(len(theirs), "discrepancy", "discrepancies") if theirs else "No discrepancy"
    parts = [f"{head} in {plural(versions, 'version')}"]
    high = sum(d.severity == "high" for d in theirs)
    if high:
        parts.append(f"{high} high")
    if own:
        parts.append(f"{plural(own, 'fault')} of the machine translation")
    return ", ".join(parts)


def show_time(moment: datetime | None) -> str:
    """``14 Dec 2025, 18:05 UTC``; every time of a report is shown in UTC, so that they compare."""
    if moment is None:
        return "time unknown"
    return f"{show_day(moment)}, {_utc(moment):%H:%M} UTC"


def show_day(moment: datetime) -> str:
    """``14 Dec 2025``, in UTC."""
    utc = _utc(moment)
    return f"{utc.day} {utc:%b %Y}"


def _utc(moment: datetime) -> datetime:
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


@cache
def language_name(tag: str) -> str:
    """The English name of a BCP 47 tag: CLDR's, else its language file's, else the tag itself.

    >>> language_name("de"), language_name("zz-x")
    ('German', 'zz-x')
    """
    locale = _locale(tag)
    if locale is not None:
        return str(locale.get_language_name("en") or tag)
    config = load_language(tag)
    return tag if config is None else config.name


@cache
def direction(tag: str) -> str:
    """``ltr`` or ``rtl`` as CLDR has it; ``auto`` for a language that it does not know."""
    locale = _locale(tag)
    return "auto" if locale is None else str(locale.text_direction)


@cache
def _locale(tag: str):  # type: ignore[no-untyped-def]  # Babel has no types
    from babel import Locale, UnknownLocaleError

    for form in (tag, tag.split("-", maxsplit=1)[0]):
        try:
            return Locale.parse(form, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return None
