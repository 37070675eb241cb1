"""Quotes measured on the marked articles of Wikinews (German) and PolNeAR (English)."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import regex

from bench.quotes_spans import Pair, Tally, bare, match_exact, match_overlapping, same_speaker
from claims.quotes import find_quotes
from records.claim import Quote

__all__ = ["measure_polnear", "measure_wikinews", "read_rows"]

_PRONOUN = regex.compile(
    r"(?i)(?:he|she|they|it|we|i|who|his|her|their|which|him|them|that|er|sie|es|wir|ich|man|ihm|ihr|ihnen|ihn|wonach"
    r"|d(?:er|ie|as|em|en|essen|eren)|welche[r]?|letzterer?|darauf|sich"
    r"|(?:nach )?(?:seine|ihre|eigene)[rn]? (?:Meinung|Ansicht|Angaben|Auffassung|Einschätzung|Worten|Aussagen?))"
)
"""Speakers that say only which name before them is meant."""
_UNLIKE = {
    "er": regex.compile(r"(?i)(?:die|das|eine)\b"),
    "sie": regex.compile(r"(?i)(?:das|ein|einem|im)\b|Der\b|der (?!\w+(?:in|ung|schaft|heit)\b)\p{L}"),
}
"""Beginnings of German names that the pronoun cannot stand for, by its gender."""
_BACK = 300
"""How many letters before a pronoun the gold may have named whom it means: farther, it often is somebody else."""
_ROLE_NEAR = 40
"""How many letters of a name its office stands away at most, where a text introduces somebody."""
_MARKS = "“”\"‘’'„"


def read_rows(folder: Path) -> Iterator[dict[str, Any]]:
    """The rows of every ``*.jsonl.gz`` file in ``folder``, by file name."""
    for path in sorted(folder.glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                yield json.loads(line)


def measure_wikinews(folder: Path, limit: int | None = None) -> tuple[Tally, Tally]:
    """(direct, all) on uhh-lt's German Wikinews.

    Direct: spans exactly equal, marks and edge punctuation aside; the speaker of those found, where the gold's is a
    name or a role. A pronoun in the gold is judged by the name or role that the gold gives to the quote before it, up
    to ``_BACK`` letters away; where there is none it is not judged. All: direct, indirect and free indirect,
    overlapping; what the gold calls reported (a summary of a speech act) is neither asked for nor counted against.
    """
    direct, both = Tally(), Tally()
    for number, row in enumerate(read_rows(folder)):
        if limit is not None and number >= limit:
            break
        text = row["text"]
        quotes = find_quotes(text, "de")
        golds = [g for g in row["quotes"] if g["type"] == "Direct"]
        speakers = [quote["speaker"] for quote in row["quotes"] if quote["speaker"] is not None]
        _direct_wikinews(text, quotes, golds, _named((s["spans"][0][0], s["text"]) for s in speakers), direct)
        _all_wikinews(text, quotes, row["quotes"], both)
    return direct, both


def _named(speakers: Iterable[tuple[int, str]]) -> list[tuple[int, str]]:
    """(place, words) of every speaker in the gold that is no pronoun, by place."""
    return sorted((place, words) for place, words in speakers if not _PRONOUN.fullmatch(words.strip()))


def _direct_wikinews(
    text: str, quotes: tuple[Quote, ...], golds: list[dict[str, Any]], named: list[tuple[int, str]], tally: Tally
) -> None:
    found = [q for q in quotes if q.mode != "indirect"]
    mine = [bare(text, q.start, q.end) for q in found]
    theirs = [bare(text, g["quote"]["spans"][0][0], g["quote"]["spans"][-1][1]) for g in golds]
    pairs = match_exact(mine, theirs)
    tally.hit += len(pairs)
    tally.found += len(set(mine))
    tally.gold += len(set(theirs))
    for n, m in pairs:
        speaker = golds[m]["speaker"]
        wanted = _antecedent(speaker["text"], speaker["spans"][0][0], named) if speaker is not None else None
        if wanted is not None:
            _judge(text, found[n], wanted, speaker["text"], tally)
    missed = set(theirs) - set(mine)
    extra = set(mine) - set(theirs)
    tally.misses += [f"MISSED {text[a:b]!r} in {text[max(0, a - 60) : b + 60]!r}" for a, b in sorted(missed)]
    tally.misses += [f"EXTRA {text[a:b]!r} in {text[max(0, a - 60) : b + 60]!r}" for a, b in sorted(extra)]


def _antecedent(words: str, at: int, named: list[tuple[int, str]]) -> str | None:
    """``words``, or whom the gold named last before ``at`` where they are a pronoun; None for nobody."""
    if not _PRONOUN.fullmatch(words.strip()):
        return words
    unlike = _UNLIKE.get(words.strip().lower())
    before = [n for place, n in named if at - _BACK <= place < at and not (unlike and unlike.match(n))]
    return before[-1] if before else None


def _judge(text: str, quote: Quote, speaker: str, written: str, tally: Tally) -> None:
    tally.judged += 1
    right = same_speaker(quote.speaker, speaker) or _introduced(text, quote.speaker, speaker)
    tally.right += right
    if not right:
        context = text[max(0, quote.start - 150) : quote.end + 100]
        tally.misses.append(f"SPEAKER {quote.speaker!r} for {speaker!r} ({written!r}): {context!r}")


def _introduced(text: str, found: str | None, speaker: str) -> bool:
    """Whether the text itself puts the office that the gold gives as ``speaker`` beside the name that was found."""
    words = speaker.split()
    office = words[-1].lower() if 1 < len(words) <= 3 else ""
    if found is None or len(office) < 5:
        return False
    name = found.split()[-1]
    for match in regex.finditer(regex.escape(name), text):
        around = text[max(0, match.start() - _ROLE_NEAR) : match.end() + _ROLE_NEAR].lower()
        if office in around:
            return True
    return False


def _all_wikinews(text: str, quotes: tuple[Quote, ...], golds: list[dict[str, Any]], tally: Tally) -> None:
    mine = [[bare(text, q.start, q.end)] for q in quotes]
    asked = [g for g in golds if g["type"] != "Reported"]
    spared = [g for g in golds if g["type"] == "Reported"]
    theirs = [[(a, b) for a, b in g["quote"]["spans"]] for g in asked]
    pairs = match_overlapping(mine, theirs)
    matched = {n for n, _ in pairs}
    rest = [n for n in range(len(mine)) if n not in matched]
    excused = match_overlapping([mine[n] for n in rest], [[(a, b) for a, b in g["quote"]["spans"]] for g in spared])
    tally.hit += len(pairs)
    tally.found += len(mine) - len(excused)
    tally.gold += len(theirs)
    got = {m for _, m in pairs}
    for m, g in enumerate(asked):
        if m not in got:
            cue = (g["cue"] or {}).get("text")
            tally.misses.append(f"MISSED {g['type']} {g['quote']['text'][:150]!r} cue {cue!r}")
    out = {rest[n] for n, _ in excused}
    tally.misses += [
        f"EXTRA {q.mode} {q.text[:150]!r} cue {q.cue!r}" for n, q in enumerate(quotes) if n not in matched | out
    ]


def measure_polnear(folder: Path, limit: int | None = None) -> tuple[Tally, Tally]:
    """(in marks, all) on PolNeAR.

    In marks: the pieces of content that stand wholly in marks, paragraph by paragraph, spans equal, marks and edge
    punctuation aside; found are our direct and partial quotes, but a partial quote inside a longer content is neither
    asked for nor counted against, as the set does not mark those.
    All: every attribution that has a source, a cue and content, overlapping.
    Speakers are judged on every attribution that was found, pronouns as on Wikinews.
    """
    marked, both = Tally(), Tally()
    for number, row in enumerate(read_rows(folder)):
        if limit is not None and number >= limit:
            break
        text = row["text"]
        quotes = find_quotes(text, "en")
        golds = [g for g in row["attributions"] if _spans(g, "content")]
        _marked_polnear(text, quotes, golds, marked)
        _all_polnear(text, quotes, golds, both)
    return marked, both


def _spans(gold: dict[str, Any], part: str) -> list[Pair]:
    return [(a, b) for piece in gold.get(part, ()) for a, b in piece["spans"]]


def _marked_polnear(text: str, quotes: tuple[Quote, ...], golds: list[dict[str, Any]], tally: Tally) -> None:
    contents = [span for gold in golds for span in _spans(gold, "content")]
    theirs = {span for start, end in contents for span in _in_marks(text, start, end)}
    mine = {bare(text, q.start, q.end) for q in quotes if q.mode != "indirect"}
    inner = {(a, b) for a, b in mine - theirs if any(c <= a and b <= d for c, d in contents)}
    tally.hit += len(mine & theirs)
    tally.found += len(mine - inner)
    tally.gold += len(theirs)
    tally.misses += [f"MISSED {text[a:b][:150]!r} in {text[max(0, a - 60) : a]!r}" for a, b in sorted(theirs - mine)]
    tally.misses += [
        f"EXTRA {text[a:b][:150]!r} in {text[max(0, a - 60) : b + 60]!r}" for a, b in sorted(mine - theirs - inner)
    ]


def _in_marks(text: str, start: int, end: int) -> list[Pair]:
    """The paragraphs of a content that begins and ends with a mark; nothing for telling that only holds marks."""
    piece = text[start:end].strip()
    if not piece or piece[0] not in '“"„' or piece.rstrip(",. ")[-1:] not in '”"“':
        return []
    at = start
    found = []
    for paragraph in text[start:end].split("\n"):
        if paragraph.strip():
            found.append(bare(text, at, at + len(paragraph)))
        at += len(paragraph) + 1
    return found


def _all_polnear(text: str, quotes: tuple[Quote, ...], golds: list[dict[str, Any]], tally: Tally) -> None:
    groups = _groups(quotes)
    mine = [[bare(text, q.start, q.end) for q in group] for group in groups]
    full = [g for g in golds if g.get("source") and g.get("cue")]
    theirs = [sorted(_spans(g, "content")) for g in full]
    pairs = match_overlapping(mine, theirs)
    tally.hit += len(pairs)
    tally.found += len(mine)
    tally.gold += len(theirs)
    named = _named(_source(gold) for gold in full)
    for n, m in pairs:
        place, source = _source(full[m])
        wanted = _antecedent(source, place, named) if source else None
        if wanted is not None:
            _judge(text, groups[n][0], wanted, source, tally)
    got = {m for _, m in pairs}
    for m, gold in enumerate(full):
        if m not in got:
            cue = " ".join(piece["text"] for piece in gold["cue"])
            tally.misses.append(f"MISSED cue {cue!r}: {text[theirs[m][0][0] : theirs[m][-1][1]][:130]!r}")
    matched = {n for n, _ in pairs}
    tally.misses += [
        f"EXTRA {g[0].mode} cue {g[0].cue!r}: {g[0].text[:130]!r}" for n, g in enumerate(groups) if n not in matched
    ]


def _source(gold: dict[str, Any]) -> tuple[int, str]:
    """Place and words of an attribution's source."""
    pieces = gold["source"]
    return pieces[0]["spans"][0][0], " ".join(piece["text"] for piece in pieces).strip()


def _groups(quotes: tuple[Quote, ...]) -> list[list[Quote]]:
    """A quote with the parts that continue it; a partial quote inside a longer indirect one belongs to that one."""
    groups: dict[str, list[Quote]] = {}
    home: dict[str, str] = {}
    for quote in quotes:
        inside = next(
            (
                q
                for q in quotes
                if q.mode == "indirect" and q.start <= quote.start and quote.end <= q.end and q != quote
            ),
            None,
        )
        if inside is not None:
            continue
        first = home.get(quote.continues, quote.continues) if quote.continues is not None else quote.id
        home[quote.id] = first
        groups.setdefault(first, []).append(quote)
    return list(groups.values())
