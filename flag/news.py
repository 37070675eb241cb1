"""A figure that took the place of an earlier one, and its place among the facts of a story."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flag.facts import Fact
from records.claim import Figure

__all__ = ["News", "put_news", "without_news"]


@dataclass(frozen=True, slots=True)
class News:
    """A figure of one text, ``figures`` with its repetitions, and what the text tells of an earlier hour, ``told``, as
    the figures ``earlier`` of other texts do."""

    score: float
    earlier: tuple[Figure, ...]
    told: tuple[Figure, ...]
    figures: tuple[Figure, ...]


def without_news(facts: Sequence[Fact], news: Sequence[News]) -> list[Fact]:
    """``facts`` without those that are news."""
    figures = {figure.id for one in news for figure in one.figures}
    return [fact for fact in facts if not figures & {figure.id for figure in fact.figures}]


def put_news(facts: list[Fact], news: Sequence[News]) -> None:
    """Gives each fact that a late text tells of an earlier hour the news of that text, after the facts were joined that
    give the earlier value; changes ``facts``."""
    for one in news:
        earlier = {figure.id for figure in one.earlier}
        homes = [fact for fact in facts if any(figure.id in earlier for figure in fact.figures)]
        if not homes:
            continue
        version = one.figures[0].version
        for twin in homes[1:]:
            if not twin.mentions.keys() & homes[0].mentions.keys():
                homes[0].take(twin, twin.score)
                facts.remove(twin)
        homes[0].superseded[version] = list(one.told)
        homes[0].mentions[version] = list(one.figures)
