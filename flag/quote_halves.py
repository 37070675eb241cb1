"""What a wording denies and what it affirms: "time, not money", "kein Geld, sondern Zeit", "para değil zaman".

Where the denied one of two things stands is a matter of the language: before or behind the word that denies it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise

import regex

from configs.language.polarity import PolaritySection
from configs.language.schema import load_language
from flag.phrases import Phrases
from flag.polarity import phrases_of, plain_text, read_polarity
from flag.wording_swaps import is_content_word
from records.span import Span

__all__ = ["STOPS", "STOPS_AND_BLANKS", "parted", "sets_apart", "unlike", "whole_halves"]

STOPS = regex.compile(r"[,;:.!?…—–،؛。，、；：।۔։]+|\s-\s")
STOPS_AND_BLANKS = regex.compile(rf"{STOPS.pattern}|\s+")
"""The same for scripts whose blanks part clauses: Thai "in town, not in the country and ..."."""
_SENTENCES = regex.compile(r"(?<=[!?…؟。।۔])|(?<=\.)(?!\S)")
_LETTER = regex.compile(r"\p{L}")
_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*")
_MANY = 6
"""Words with which a clause is too long to be what is denied alone with a word before its "not"."""
_FEW = 4
"""Words of a clause that may be so with its "not" at the end."""
_OWN_CLAUSE = "إ"
"""Behind a stop these open a clause of their own in Arabic: "this is no defeat, إنها a beginning"."""
_BEHIND = 2  # words among which the other reason stands: Russian "а чтобы"
_STEM = 4
"""Letters of a word that must agree for one that both halves have: "mi última final, no mi último partido"."""
_SURE = 3
"""Letters of a word that opens a clause without a stop before it: not Swedish "om" in "ber om hjälp"."""
_SHARED = 3
"""The same in signs, for scripts without spaces."""
_WHOLE_SIGNS = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}]")
"""Scripts that can be cut anywhere; a Thai vowel goes with the sign behind it."""
_WordLists = tuple[Phrases | None, Phrases | None, Phrases | None, Phrases | None, Phrases | None, Phrases | None]


def parted(text: str, language: str) -> tuple[str, str] | None:
    """``whole_halves`` without what both have in common."""
    halves = whole_halves(text, language)
    return None if halves is None else unlike(*halves, language)


def whole_halves(text: str, language: str) -> tuple[str, str] | None:
    """What ``text`` denies and what it affirms, each without its negations; None where it does not do both."""
    denied: list[str] = []
    affirmed: list[str] = []
    for sentence in _SENTENCES.split(text):
        pieces = _pieces(sentence, language)
        for number, piece in enumerate(pieces):
            lone = number + 1 == len(pieces) and not denied and not affirmed
            no, yes = _halved(piece, language, lone=lone)
            if no and yes and number + 1 < len(pieces) and _opens_turned(pieces[number + 1], language):
                yes = []  # "we close them not out of panic, but for the figures": of "we close them" both halves are
            denied += no
            affirmed += yes
        if denied and affirmed:
            return " ".join(denied), " ".join(affirmed)
    return None


def sets_apart(text: str, language: str) -> bool:
    """Whether ``text`` sets the denied against the affirmed, by a word such as "instead of" or by what is denied alone
    ("..., not money"), so that it is no clause with a "not" among others."""
    before, after, asserting, *_ = _lists(language)
    plain = plain_text(text)
    if any(found is not None and any(True for _ in found.finditer(plain)) for found in (before, after, asserting)):
        return True
    sentences = [_pieces(sentence, language) for sentence in _SENTENCES.split(text)]
    if any(_denied_alone(piece, number, language) for pieces in sentences for number, piece in enumerate(pieces)):
        return True
    return any(_said_again(one, other, language) for pieces in sentences for one, other in pairwise(pieces))


def _said_again(one: str, other: str, language: str) -> bool:
    """Whether of two short pieces one denies what the other affirms of something else: "we need no pity, we need"."""
    if max(len(_WORD.findall(piece)) for piece in (one, other)) > _MANY:
        return False
    if bool(read_polarity(one, language).negations) == bool(read_polarity(other, language).negations):
        return False
    words = [
        {_stem(word) for word in _WORD.findall(_bare(piece, language)) if is_content_word(word, language)}
        for piece in (one, other)
    ]
    return any(len(stem) >= _STEM for stem in words[0] & words[1])


def _denied_alone(piece: str, number: int, language: str) -> bool:
    """Whether a piece behind another begins with its "not", or a short one ends with it (Hindi "money not, time")."""
    negations = read_polarity(piece, language).negations
    if not negations:
        return False
    words = len(_WORD.findall(piece))
    before = len(_WORD.findall(piece[: min(span.start for span in negations)]))
    if number and before <= (words < _MANY):
        return True
    return words <= _FEW and not _WORD.search(piece[max(span.end for span in negations) :])


def _opens_turned(piece: str, language: str) -> bool:
    """Whether a piece begins with a word such as "but"."""
    turning = _lists(language)[3]
    opening = next(turning.finditer(plain_text(piece)), None) if turning is not None else None
    return opening is not None and not piece[: opening.start()].strip()


def _halved(piece: str, language: str, *, lone: bool) -> tuple[list[str], list[str]]:
    """What one piece denies and what it affirms; a ``lone`` one is all there is."""
    before, after, *_ = _lists(language)
    plain = plain_text(piece)
    for pattern, cut in ((before, _cut_before if lone else _cut_right), (after, _cut_behind)):
        found = next(pattern.finditer(plain), None) if pattern is not None else None
        if found is not None:
            place = Span(found.start(), _kept(found, language))
            denies = bool(read_polarity(place.of(piece), language).negations)
            no, yes = cut(piece, place, denies)
            if read_polarity(yes, language).negations and not read_polarity(no, language).negations:
                break
            return _told([no], language), _told([yes], language)
    denies = bool(read_polarity(piece, language).negations)
    told = _told([piece], language)
    return (told, []) if denies else ([], told)


def _kept(found: regex.Match[str], language: str) -> int:
    """Where what is denied begins: with the word that the match ends in, where that is any word with an article (Arabic
    لا ال*)."""
    holding = _lists(language)[5]
    if holding is None or not any(True for _ in holding.finditer(found.group())):
        return found.end()
    return found.start() + found.group().rfind(" ") + 1


def _cut_before(piece: str, place: Span, denies: bool) -> tuple[str, str]:
    """Denied is what follows; one word of it where nothing stands before: "Instead of money we need time"."""
    before, after = piece[: place.start], piece[place.end :]
    if denies or _LETTER.search(before):
        return after, before
    first = _WORD.search(after)
    return (after, "") if first is None else (after[: first.end()], after[first.end() :])


def _cut_right(piece: str, place: Span, _denies: bool) -> tuple[str, str]:
    """Denied is all that follows: "Nurses, rather than managers", "Instead of managers, we need nurses"."""
    return piece[place.end :], piece[: place.start]


def _cut_behind(piece: str, place: Span, denies: bool) -> tuple[str, str]:
    """Denied is what stands before a "not", the last word before an "instead of"."""
    before, after = piece[: place.start], piece[place.end :]
    words = list(_WORD.finditer(before))
    if denies or len(words) < 2:
        return before, after
    last = words[-1].start()
    return before[last:], f"{before[:last]} {after}"


def _told(texts: Iterable[str], language: str) -> list[str]:
    """The texts without their negations and the "but" they begin with; none without letters."""
    found = []
    turning = _lists(language)[3]
    for told in texts:
        text = _bare(told, language)
        opening = next(turning.finditer(plain_text(text)), None) if turning is not None else None
        if opening is not None and not text[: opening.start()].strip() and _LETTER.search(text[opening.end() :]):
            text = text[opening.end() :]
        if _LETTER.search(text):
            found.append(" ".join(text.split()))
    return found


def _pieces(text: str, language: str) -> list[str]:
    """The clauses of ``text``; a lone "no" goes to what it denies: "the cameras: no"."""
    _, _, asserting, turning, ending, _ = _lists(language)
    config = load_language(language)
    spaced = config is None or config.polarity.spaced
    pieces: list[str] = []
    stretches = (STOPS if spaced else STOPS_AND_BLANKS).split(text)
    for stretch, following in pairwise([*stretches, ""]):
        plain = plain_text(stretch)
        cuts = {m.start() for m in asserting.finditer(plain)} if asserting is not None else set()
        opened = turning.finditer(plain) if turning is not None else ()
        cuts |= {m.start() for m in opened if len(m.group()) >= _SURE or not spaced}
        cuts |= {m.end() for m in ending.finditer(plain)} if ending is not None else set()
        ordered = [0, *sorted(cuts), len(stretch)]
        found = [stretch[a:b] for a, b in pairwise(ordered) if stretch[a:b].strip()]
        if pieces and found and (not _LETTER.search(_bare(stretch, language)) or _goes_on(pieces[-1], plain, language)):
            pieces[-1] = f"{pieces[-1]} {stretch.strip()}"
        elif pieces and found and _is_its_reason(pieces[-1], found[0], "".join(found[1:2]) or following, language):
            pieces[-1] = f"{pieces[-1]} {found[0].strip()}"
            pieces += _with_their_no(found[1:], language)
        else:
            pieces += _with_their_no(found, language)
    return pieces


def _goes_on(piece: str, plain: str, language: str) -> bool:
    """Whether a piece that denies tells only behind the next stop what: "not for this, that they disarm them"."""
    config = load_language(language)
    words = _WORD.findall(plain)
    if config is None or not words or words[0] not in config.quotes.that or words[0].startswith(_OWN_CLAUSE):
        return False
    return bool(read_polarity(piece, language).negations)


def _is_its_reason(piece: str, reason: str, following: str, language: str) -> bool:
    """Whether a piece denies no more than a reason, which stands behind the next stop, as another one follows: German
    "we sell it not, um to close it, sondern um to save it"."""
    if not read_polarity(piece, language).negations or not _opens_with_reason(reason, language, within=1):
        return False
    return _opens_turned(following, language) or _opens_with_reason(following, language, within=_BEHIND)


def _opens_with_reason(piece: str, language: str, *, within: int) -> bool:
    """Whether one of the first words of a piece is such as "because"."""
    reasons = _reasons(language)
    opening = next(reasons.finditer(plain_text(piece)), None) if reasons is not None else None
    return opening is not None and len(_WORD.findall(piece[: opening.start()])) < within


@lru_cache(maxsize=64)
def _reasons(language: str) -> Phrases | None:
    config = load_language(language)
    return None if config is None else phrases_of(config.polarity.reasons, config.polarity)


def _with_their_no(pieces: Sequence[str], language: str) -> list[str]:
    """The pieces of one stretch, a "not" alone with the piece behind it: Greek "όχι | όμως και η ποινική"."""
    joined: list[str] = []
    lone = ""
    for piece in pieces:
        if _LETTER.search(_bare(piece, language)):
            joined.append(f"{lone} {piece}" if lone else piece)
            lone = ""
        else:
            lone = f"{lone} {piece}".strip()
    return [*joined, lone] if lone else joined


def _bare(text: str, language: str) -> str:
    """``text`` without its negations."""
    for span in reversed(read_polarity(text, language).negations):
        text = f"{text[: span.start]} {text[span.end :]}"
    return text


def unlike(denied: str, affirmed: str, language: str) -> tuple[str, str]:
    """The halves without the words that both have, which say nothing of their difference."""
    config = load_language(language)
    if config is not None and not config.polarity.spaced:
        match = SequenceMatcher(None, denied, affirmed, autojunk=False).find_longest_match()
        if match.size < _SHARED or not _WHOLE_SIGNS.search(denied):
            return denied, affirmed
        cut = denied[: match.a] + denied[match.a + match.size :], affirmed[: match.b] + affirmed[match.b + match.size :]
    else:
        stems = [{_stem(word) for word in _WORD.findall(half)} for half in (denied, affirmed)]
        shared = stems[0] & stems[1]
        cut = _without(denied, shared), _without(affirmed, shared)
    return cut if all(_LETTER.search(half) for half in cut) else (denied, affirmed)


def _stem(word: str) -> str:
    return word.casefold()[: max(_STEM, len(word) - 2)]


def _without(text: str, stems: set[str]) -> str:
    kept = _WORD.sub(lambda match: "" if _stem(match.group()) in stems else match.group(), text)
    return " ".join(kept.split())


@lru_cache(maxsize=64)
def _lists(language: str) -> _WordLists:
    """What stands before the denied, what behind it, what before the affirmed, what opens and what ends a clause, and
    what of the first holds a word of the denied."""
    config = load_language(language)
    if config is None:
        return None, None, None, None, None, None
    section = config.polarity
    opening = (*section.turning, *section.asserts_next)
    before, behind, affirmed, opens = (
        phrases_of(entries, section)
        for entries in (section.denies_next, section.denies_last, section.asserts_next, opening)
    )
    holding = phrases_of([entry for entry in section.denies_next if "*" in entry], section)
    return before, behind, affirmed, opens, _endings(section), holding


def _endings(section: PolaritySection) -> Phrases | None:
    entries = [f"*{end}" if section.spaced else end for end in section.turning_ends]
    return Phrases(entries, spaced=section.spaced) if entries else None
