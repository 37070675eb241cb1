"""What a late text says was told until then, beside its news: "the toll has risen to 19; at midday it stood at 17"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import timedelta
from decimal import Decimal

from flag.context import FigureContexts
from flag.cues import count_others, has_cue, is_added, passed_over, tells_then, toll_of
from flag.evidence import StoryEvidence
from flag.facts import Fact, mean_of
from flag.intervals import interval
from flag.kinds import kinds_meet
from flag.lateness import are_late
from flag.movements import is_from
from flag.news import News
from flag.values import compare_figures
from records.claim import Figure

__all__ = ["find_news", "misremembered"]

_MOVING = frozenset({"count", "money", "percent", "percentage-point", "measure"})
_TWO, _MANY = 2, 3
"""Earlier texts that must give the earlier value, or half of those that there are."""
_TELLING = 13
"""Smaller numbers stand in any two sentences by chance."""
_MOST_GROWN = 4
"""Times its earlier value that a figure may reach in the news of a day."""
_LEAD, _FAR = 1, 5
"""The last of the paragraphs, the headline being 0, that give the news, and how many sentences later a text may say
what it was."""
_LONG = timedelta(days=14)
"""What an event's news goes back to: the inflation of last year is not what was told before."""
_SELDOM = frozenset({"money", "percent", "percentage-point", "measure"})
"""Kinds of which a text has few: of two that no other text gives, told of two hours, one is the news."""


def find_news(
    stated: Sequence[Sequence[Fact]], loose: Sequence[Fact], contexts: FigureContexts, story: StoryEvidence
) -> list[News]:
    """What late texts alone say took the place of a value of earlier texts that they look back to.

    Else the earlier value answers those of the earlier texts, and the new one stands alone or answers another fact: the
    texts would seem to agree.
    """
    facts = [fact for facts in stated for fact in facts]
    alone = [figure for fact in [*facts, *loose] if len(fact.mentions) == 1 for figure in fact.figures]
    found = [
        news
        for home in facts
        for news in _news_of(home, [home, *_twins(home, facts, contexts, story)], alone, contexts, story)
        if not _answers_another(news, home, facts, contexts, story)
    ]
    kept: list[News] = []
    for news in sorted(found, key=lambda news: (-news.score, news.figures[0].id)):
        if not any({*news.figures} & {*other.figures} or {*news.told} & {*other.told} for other in kept):
            kept.append(news)
    return kept


def _twins(home: Fact, facts: Sequence[Fact], contexts: FigureContexts, story: StoryEvidence) -> Iterator[Fact]:
    """What other versions say of the same value in another statement, in words not unlike: five texts tell of 12 ill
    people, three of them beside what the union counts."""
    for fact in facts:
        apart = len(fact.mentions) < _TWO or fact.mentions.keys() & home.mentions.keys()
        if fact is home or apart or not kinds_meet(fact.figures[0], home.figures[0]):
            continue
        equal = all(compare_figures(a, b) == "equal" for a in fact.figures for b in home.figures)
        if equal and mean_of(fact, home, contexts.joint) >= story.settings.agreement_likeness:
            yield fact


def _news_of(
    home: Fact, told_in: Sequence[Fact], alone: Sequence[Figure], contexts: FigureContexts, story: StoryEvidence
) -> Iterator[News]:
    """What texts that came out long after all others of ``home`` say became of its value; ``told_in`` are the facts
    that give this value."""
    for version, told in _looking_back(home, alone, story):
        others = [f for fact in told_in for v, figures in fact.mentions.items() if v != version for f in figures]
        early = {figure.version for figure in others}
        few = len(early) < min(_MANY, len(story.versions) / 2)
        if few or not _came_after(story, version, early):
            continue
        late = are_late(story, [version], early)
        for figure in alone:
            became = [old for old in told if figure.version == version and _became(story, old, figure)]
            if not became or not (late or any(_is_close(story, old, figure) for old in became)):
                continue
            twins = [one for one in alone if one is not figure and _repeats(one, figure, story)]
            means = [sum(contexts.joint(one, other) for other in others) / len(others) for one in (figure, *twins)]
            if max(means) >= _floor(story, figure, became[0], alone):
                yield News(max(means), tuple(others), tuple(told), (figure, *twins))


def _floor(story: StoryEvidence, news: Figure, old: Figure, alone: Sequence[Figure]) -> float:
    """Likeness that is asked of news: less where its text says that it moved, least where the text gives nothing else
    of its kind that no other text gives."""
    settings = story.settings
    usual = settings.cued_news_likeness if has_cue(story, news) else settings.news_likeness
    rest = (one for one in alone if one.version == news.version and kinds_meet(one, news))
    leads = story.sentences[news.sentence].paragraph <= _LEAD and _is_near(old, news, settings.far_times)
    if leads and news.kind in _SELDOM and all(compare_figures(one, news) == "equal" for one in rest):
        return min(settings.lone_likeness, usual)
    return usual


def _answers_another(
    news: News, home: Fact, facts: Sequence[Fact], contexts: FigureContexts, story: StoryEvidence
) -> bool:
    """Whether most texts that tell the earlier value also tell another one that the late text is silent on, and that
    its news, no toll, answers as well: "46.3 degrees, above the record of 45.8" of all of them; not where it is said to
    have moved and the earlier value stands right behind."""
    figure = news.figures[0]
    early = home.mentions.keys() - {figure.version}
    alone = Fact("", {figure.version: [figure]})
    if has_cue(story, figure) and any(_is_close(story, old, figure) for old in news.told):
        return False
    return toll_of(story, figure) is None and any(
        other is not home
        and figure.version not in other.mentions
        and kinds_meet(other.figures[0], figure)
        and 2 * len(other.mentions.keys() & early) > len(early)
        and mean_of(alone, other, contexts.joint) >= news.score
        for other in facts
    )


def misremembered(story: StoryEvidence, news: Sequence[Figure], earlier: Sequence[Figure]) -> Figure | None:
    """What the text of ``news``, its mentions of one value, gives as the value of an earlier hour where the texts of
    that hour say otherwise: "at midday the toll had stood at 22"; None where it says what they say, nothing, or what
    any other text says of whatever."""
    version = news[0].version
    told = [
        old
        for old in story.claims[version].figures
        if old not in news
        and _counts_as_much(old, news[0], story)
        and any(_looks_back_to(story, old, one) for one in news)
    ]
    known = (*earlier, *(f for v, claims in story.claims.items() if v != version for f in claims.figures))
    if any(kinds_meet(old, other) and compare_figures(old, other) == "equal" for old in told for other in known):
        return None
    return told[0] if told else None


def _counts_as_much(old: Figure, news: Figure, story: StoryEvidence) -> bool:
    """Whether an amount may be the news of before, not what came on top or "three of them": one of the same toll, or no
    small number."""
    toll = toll_of(story, old)
    return toll == toll_of(story, news) and (toll is not None or _is_telling(old)) and not is_added(story, old)


def _came_after(story: StoryEvidence, version: str, others: Collection[str]) -> bool:
    """Whether a text came out after most of the others: some print what was known long after there is news."""
    own = story.versions[version].published
    times = [story.versions[other].published for other in others]
    return own is not None and 2 * sum(time is not None and time < own for time in times) > len(times)


def _looking_back(home: Fact, alone: Sequence[Figure], story: StoryEvidence) -> Iterator[tuple[str, Sequence[Figure]]]:
    """The versions of a fact with their figures, and those whose figure of its value is told of no common thing, as
    small numbers are, in a sentence that says what came of it ("five are in hospital now, up from three"), or that is
    large and told of an earlier hour: "the earlier estimate was 2.1 million"."""
    yield from home.mentions.items()
    for figure in alone:
        if figure.version in home.mentions or not kinds_meet(figure, home.figures[0]):
            continue
        equal = all(compare_figures(figure, other) == "equal" for other in home.figures)
        if equal and _is_telling(figure) and tells_then(story, figure, 0):
            yield figure.version, [figure]
        elif equal and has_cue(story, figure):
            beside = [f for f in alone if f.sentence == figure.sentence and f.start < figure.start]
            if beside and tells_then(story, figure, beside[-1].end):
                yield figure.version, [figure]


def _became(story: StoryEvidence, old: Figure, new: Figure) -> bool:
    """Whether a text gives ``new`` and, in the same sentence or the next, ``old`` as the value of an earlier hour; the
    dead do not get fewer."""
    then = _looks_back_to(story, old, new) or _is_arrival(story, old, new)
    return then and (toll_of(story, old) != "dead" or _is_above(new, old)) and not _has_own(story, old, new)


def _is_left(story: StoryEvidence, old: Figure, new: Figure) -> bool:
    """Whether a smaller number may be what is left of the other, where one word says "still" and "more" (veel, ещё)."""
    return _is_telling(new) and _is_telling(old) and _is_close(story, old, new) and _is_above(old, new)


def _is_telling(figure: Figure) -> bool:
    return isinstance(figure.low, Decimal) and abs(figure.low) >= _TELLING


def _has_own(story: StoryEvidence, old: Figure, new: Figure) -> bool:
    """Whether beside the earlier number, of whom it counts nothing is told, stands another one of the toll of ``new``:
    "now eight are dead; in the morning five were, and 14 were trapped"."""
    toll = toll_of(story, new)
    return (
        toll is not None
        and toll_of(story, old) is None
        and any(toll_of(story, one) == toll for one in story.figures_in(old.sentence) if one.id not in (old.id, new.id))
    )


def _is_close(story: StoryEvidence, old: Figure, new: Figure) -> bool:
    """Whether a figure stands in the sentence of another one or in the one before."""
    return 0 <= _place(story, old) - _place(story, new) <= 1


def _place(story: StoryEvidence, figure: Figure) -> int:
    return next(n for n, s in enumerate(story.versions[figure.version].sentences) if s.id == figure.sentence)


def _is_arrival(story: StoryEvidence, old: Figure, new: Figure) -> bool:
    """Whether a sentence has a toll move from ``old`` to ``new``: "the dead rose from six to eight"."""
    toll = toll_of(story, new)
    moved = toll is not None and toll == toll_of(story, old) and has_cue(story, new) and is_from(story, old, new)
    return moved and new.sentence == old.sentence and compare_figures(new, old) == "different" and _is_near(old, new)


def _looks_back_to(story: StoryEvidence, old: Figure, new: Figure) -> bool:
    if new.kind not in _MOVING or not kinds_meet(new, old) or compare_figures(new, old) != "different":
        return False
    if (
        (is_added(story, new) and not _is_left(story, old, new))
        or passed_over(story, new)
        or count_others(story, new, old)
        or not _is_near(old, new)
    ):
        return False
    reach = _FAR if story.sentences[new.sentence].paragraph <= _LEAD else 1
    if _place(story, old) - _place(story, new) > reach or new.start > old.start:
        return False
    return tells_then(story, old, new.end) or (_is_close(story, old, new) and _is_of_another_day(story, old, new))


def _is_of_another_day(story: StoryEvidence, old: Figure, new: Figure) -> bool:
    """Whether a text that says that a figure moved puts the other at a day before its own: "has risen to 34. On Monday
    there had been 27"."""
    published = story.versions[old.version].published
    days = [f for f in story.figures_in(old.sentence) if f.kind == "date" and f.start >= new.end]
    if published is None or not has_cue(story, new):
        return False
    first, today = str(published.date() - _LONG), str(published.date())
    return any(first <= str(day.low) and str(day.high) < today for day in days)


def _is_near(old: Figure, new: Figure, times: float = _MOST_GROWN) -> bool:
    """Whether an amount may have become the other in the news of a day; whole numbers become no fractions."""
    values = [interval(figure.kind, figure.low, figure.high) for figure in (old, new)]
    whole = {isinstance(f.low, Decimal) and f.low == f.low.to_integral_value() for f in (old, new)}
    sizes = sorted(abs(value.high) for value in values if value is not None)
    return (
        len(sizes) == len(values)
        and sizes[1] <= Decimal(str(times)) * sizes[0]
        and (len(whole) == 1 or old.kind != "count")
    )


def _is_above(new: Figure, old: Figure) -> bool:
    value, was = (interval(figure.kind, figure.low, figure.high) for figure in (new, old))
    return value is not None and was is not None and value.low > was.high


def _repeats(figure: Figure, news: Figure, story: StoryEvidence) -> bool:
    """Whether a figure is the news again, in the headline of its text or of the same toll."""
    if figure.version != news.version or compare_figures(figure, news) != "equal" or not kinds_meet(figure, news):
        return False
    toll = toll_of(story, news)
    above = any(story.sentences[one.sentence].paragraph == 0 for one in (figure, news))
    return (above and not count_others(story, figure, news)) or (toll is not None and toll == toll_of(story, figure))
