"""Which texts came out so much after the others that what they say anew is news."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from flag.evidence import StoryEvidence

__all__ = ["are_late"]


def are_late(story: StoryEvidence, versions: Iterable[str], others: Iterable[str]) -> bool:
    """Whether all of ``versions`` were published ``late_minutes`` or more after all of ``others``."""
    late = [story.versions[version].published for version in versions]
    early = [story.versions[version].published for version in others]
    known_late = [moment for moment in late if moment is not None]
    known_early = [moment for moment in early if moment is not None]
    if not late or not early or len(known_late) < len(late) or len(known_early) < len(early):
        return False
    return min(known_late) - max(known_early) >= timedelta(minutes=story.settings.late_minutes)
