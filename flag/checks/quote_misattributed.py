"""The check ``quote-misattributed``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import regex

from flag.evidence import StoryEvidence
from flag.identity import discrepancy_id
from flag.named_beside import is_named_beside
from flag.two_people import surely_two
from flag.wording_parts import clear_outliers, named_speaker, outlets, quotes_of, snippet
from records.claim import Quote
from records.discrepancy import Discrepancy, Side
from records.statement import Utterance
from records.version import Version

__all__ = ["check_quote_misattributed"]

_INSIDE = regex.compile(r"[\s'’ʼ-]+")
_NUMBERED = regex.compile(r"-\d+$")
_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}]")
"""Scripts that write given and family name without a blank."""
_SIGNS = 3
_PHRASE = 4
"""Words of a phrase that two people may use."""
_ENDS_LOW = regex.compile(r"(?<=\s)(?!\p{Georgian})\p{Ll}[\p{L}\p{M}]*$")
"""A last word without a capital, which is no name where names have them, as in Georgian they have not: "Global
citizen", "police chief"."""
_INFLECTED = 2
"""Letters at the end of a name that may be its case."""


def check_quote_misattributed(story: StoryEvidence, utterances: Iterable[Utterance]) -> Iterable[Discrepancy]:
    """The same utterance is credited to different people."""
    for utterance in utterances:
        found = _misattributed(story, utterance)
        if found is not None:
            yield found


def _misattributed(story: StoryEvidence, utterance: Utterance) -> Discrepancy | None:
    by_speaker: dict[str, dict[str, Quote]] = {}
    reported: dict[str, dict[str, Quote]] = {}
    names: dict[str, str] = {}
    for version, quotes in quotes_of(story, utterance).items():
        speaker = named_speaker(quotes)
        if speaker is None or not _is_person(*speaker):
            continue
        speaker_id, written = speaker
        own = [quote for quote in quotes if quote.speaker_id == speaker_id]
        inside = (q for q in own if q.mode != "indirect" and own[0].span.covers(q.span) and _is_cased(written))
        quote = next(inside, own[0])  # "she said it could stay open “as long as both sides honour it”"
        if not _is_named_near(story, quote) or _is_said_by_two(story, quote):
            continue
        (reported if quote.mode == "indirect" else by_speaker).setdefault(speaker_id, {})[version] = quote
        if speaker_id not in names or (written.isascii() and not names[speaker_id].isascii()):
            names[speaker_id] = written
    if len(by_speaker) > 1 and max(map(len, by_speaker.values())) < 2:
        by_speaker = {name: {**quotes, **reported.get(name, {})} for name, quotes in by_speaker.items()}
    if len(by_speaker) < 2 or max(map(len, by_speaker.values())) < 2:
        return None  # where no two agree, a name was misread rather than mistaken
    order = _surely_apart(story, _clearly_credited(story, by_speaker))
    if len(order) < 2:
        return None
    sides = tuple(
        Side(
            names[speaker],
            tuple(story.evidence(version, q.start, q.end) for version, q in by_speaker[speaker].items()),
        )
        for speaker in order
    )
    groups = [list(by_speaker[speaker]) for speaker in order]
    outliers = clear_outliers(groups)
    return Discrepancy(
        id=discrepancy_id("quote-misattributed", sides, story.versions),
        kind="quote-misattributed",
        severity="high",
        confidence=_confidence(story, [by_speaker[speaker] for speaker in order], outliers),
        summary=_summary(story, [names[speaker] for speaker in order], groups, sides, outliers),
        statement=utterance.statement,
        outliers=outliers,
        sides=sides,
        why="The quotes say the same in the same place; the people named as speakers are not the same by any spelling.",
    )


def _clearly_credited(
    story: StoryEvidence, by_speaker: Mapping[str, dict[str, Quote]]
) -> Mapping[str, dict[str, Quote]]:
    """``by_speaker`` without the versions that name the common speaker in the sentence of the quote too: which of two
    names there is the speaker's may be misread."""
    common = max(by_speaker, key=lambda speaker: len(by_speaker[speaker]))
    most = by_speaker[common].values()
    kept = {
        speaker: {v: q for v, q in quotes.items() if speaker == common or not is_named_beside(story, q, most)}
        for speaker, quotes in by_speaker.items()
    }
    return {speaker: quotes for speaker, quotes in kept.items() if quotes}


def _is_named_near(story: StoryEvidence, quote: Quote) -> bool:
    """Whether the name stands in the paragraph of the quote, or in the one before with nobody else named since.

    Whom "she said" means is else a guess over others.
    """
    version, name = story.versions[quote.version], quote.speaker_span
    if name is None:
        return True
    said, named = version.sentence_at(quote.start), version.sentence_at(name.start)
    if said is None or named is None or said.paragraph == named.paragraph:
        return True
    if quote.speaker and _stands_in(quote.speaker, version, said.paragraph):
        return True
    between = version.text[name.end : quote.start]
    others = {
        other.speaker.split()[-1]
        for other in story.quotes.values()
        if other.version == quote.version and other.speaker and other.speaker_id != quote.speaker_id
    }
    return said.paragraph - named.paragraph == 1 and not any(other in between for other in others)


def _is_cased(speaker: str) -> bool:
    """Whether a capital tells the last name from other words: in scripts without capitals more is taken for a name."""
    return speaker.rsplit(maxsplit=1)[-1][0].isupper()


def _stands_in(speaker: str, version: Version, paragraph: int) -> bool:
    """Whether the last name of ``speaker``, told from other words by its capital, stands in a paragraph in whatever
    case: the place that was kept may be that of an earlier mention."""
    last = speaker.rsplit(maxsplit=1)[-1]
    if not _is_cased(speaker):
        return False
    stem = last[: max(len(last) - _INFLECTED, _SIGNS)]
    return any(stem in version.sentence_text(s) for s in version.sentences if s.paragraph == paragraph)


def _is_said_by_two(story: StoryEvidence, quote: Quote) -> bool:
    """Whether the version quotes the same words of somebody else too: a phrase ("corresponding measures") that two
    use, so that which of the two answers the other versions is not known."""
    return len(quote.text.split()) <= _PHRASE and any(
        not other.span.overlaps(quote.span)
        and other.speaker_id != quote.speaker_id
        and other.text.casefold().strip(" .,!?") == quote.text.casefold().strip(" .,!?")
        for other in story.claims[quote.version].quotes
    )


def _surely_apart(story: StoryEvidence, by_speaker: Mapping[str, Mapping[str, Quote]]) -> list[str]:
    """The speakers who surely are people of their own, the one of most versions first.

    Who may be one of those before, written otherwise, is left out: on which side it stands is not known.
    """
    apart: list[str] = []
    for speaker in sorted(by_speaker, key=lambda speaker: (-len(by_speaker[speaker]), speaker)):
        if all(surely_two(story, by_speaker[speaker].values(), by_speaker[known].values()) for known in apart):
            apart.append(speaker)
    return apart


def _is_person(speaker_id: str, written: str) -> bool:
    """At least a given and a family name: a lone name may be a body ("the Kremlin") that somebody else speaks for.

    A hyphen or apostrophe makes no two names of one: O'Brien, Sainsbury's-ის.
    """
    if _ENDS_LOW.search(written.strip()):
        return False
    pieces = len(_INSIDE.split(written.strip()))
    names = len(_NUMBERED.sub("", speaker_id).split("-"))
    return (names > 1 and (" " in written or names > pieces)) or _is_unspaced_name(written)


def _is_unspaced_name(written: str) -> bool:
    """Three signs at least: two are as often a family name or a body (워렌, 의회)."""
    return len(_UNSPACED.findall(written)) >= _SIGNS


def _confidence(story: StoryEvidence, sides: Iterable[dict[str, Quote]], outliers: Sequence[str]) -> float:
    """How often such findings were right on stories that nothing was tuned on."""
    settings = story.settings.confidence
    direct = all(quote.mode == "direct" for side in sides for quote in side.values())
    return round(settings.speakers - (0.0 if outliers else settings.no_majority) - (0.0 if direct else 0.1), 2)


def _summary(
    story: StoryEvidence,
    names: Sequence[str],
    groups: Sequence[Sequence[str]],
    sides: Sequence[Side],
    outliers: Sequence[str],
) -> str:
    words = snippet(sides[0].evidence[0].text, 60)
    credits = "; ".join(f"{outlets(story, group)}: {name}" for name, group in zip(names, groups, strict=True))
    lead = f"{outlets(story, outliers)} credits" if outliers else "Outlets credit"
    return (
        f"{lead} “{words}” to another speaker ({credits})."
        if outliers
        else (f"{lead} “{words}” to different speakers ({credits}).")
    )
