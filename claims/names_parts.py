"""The parts of a person's name: titles and roles off, case endings undone, each part with the ways it may sound."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import regex

from claims.cues_forms import expand
from claims.names_sound import romanise, script_of, sounds
from configs.language.names import NamesSection
from configs.language.schema import load_language

__all__ = ["Name", "Part", "parse_name"]

_PARTICLES: Final = (
    "de del della dell di da do dos das du des la le les lo van von der den ter ten zu zur zum af av al el ul ad as at "
    "ash bin ibn ben bint bar e y i und dela dalla degli fon"
)
PARTICLES: Final = frozenset(_PARTICLES.split())
UNSPACED: Final = frozenset({"Hani", "Hang", "Kana", "Thai"})
_WORD: Final = regex.compile(r"[\p{L}\p{M}][\p{L}\p{M}'’ʼ`´.-]*")
_SUFFIX: Final = regex.compile(r"(?<=\p{L}{3})['’](?:\p{Ll}{1,5})$|(?<=\p{L}{2}s)['’]$")
_CASED: Final = frozenset({"", "Cyrl", "Grek"})
_NATIVE: Final = 4
"""Signs of the longest such name."""
_GEORGIAN: Final = regex.compile(r"\p{Georgian}")
"""Unicode gives these letters capitals that no text uses."""
_EMPTY: Final = NamesSection()
_NO_OFFICES: Final[frozenset[str]] = frozenset()


@dataclass(frozen=True, slots=True)
class Part:
    """One word of a name. ``forms`` are the ways it may sound, as written first, then with case endings undone."""

    word: str
    forms: tuple[str, ...]
    initial: bool = False
    woman: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """The words of a name in written order, without titles; no parts for a role ("the minister").

    ``glued`` are the parts again with particles joined to the next word ("lepen" of "Le Pen").
    """

    parts: tuple[Part, ...]
    glued: tuple[Part, ...]
    script: str
    family_first: bool
    native: bool = False
    """Whether it is a name of the language itself, in a script that writes foreign names with signs of their own."""

    @property
    def unspaced(self) -> bool:
        """Whether the whole name is written as one word."""
        return len(self.parts) == 1 and self.script in UNSPACED


@lru_cache(maxsize=65536)
def parse_name(name: str, language: str | None = None) -> Name:
    """The name that ``name`` (as written, perhaps with titles and roles around it) holds."""
    section = _section(language)
    script = script_of(name)
    offices = _offices(language) if language else _NO_OFFICES
    pieces = [
        _words(piece, section, script, offices) for piece in regex.split(r"[,;:()\[\]«»„“”\"«»、，]| [–—-] ", name)
    ]
    words = max(pieces, key=lambda piece: (min(len(piece), 3), sum(map(len, piece))), default=())
    plain = tuple(word for word in words if romanise(word) not in PARTICLES) or words
    parts = tuple(_part(word, section) for word in plain)
    glued = tuple(_part(word, section) for word in _glue(words))
    return Name(
        tuple(part for part in parts if part.forms[0]),
        tuple(part for part in glued if part.forms[0]),
        script,
        section.family_first or script in {"Hani", "Hang"},
        _is_native(words, section),
    )


def _is_native(words: tuple[str, ...], section: NamesSection) -> bool:
    """Whether the name begins with a common family name and is not written with the signs of foreign names alone."""
    if len(words) != 1 or not section.families or words[0][0] not in section.families:
        return False
    return len(words[0]) <= _NATIVE and any(sign not in section.foreign_letters for sign in words[0])


def _section(language: str | None) -> NamesSection:
    config = load_language(language) if language else None
    return _EMPTY if config is None else config.names


@lru_cache(maxsize=64)
def _offices(language: str) -> frozenset[str]:
    """The offices and occupations of the language's ``quotes`` section, in lower case."""
    config = load_language(language)
    if config is None:
        return _NO_OFFICES
    listed = (*config.quotes.roles, *config.quotes.trades)
    return frozenset(form.lower() for entry in listed for form in expand(entry) if len(form) > 1)


def _words(piece: str, section: NamesSection, script: str, offices: frozenset[str]) -> tuple[str, ...]:
    """The words of the last stretch of ``piece`` that looks like a name."""
    if script in UNSPACED:
        piece = _strip_unspaced(piece, section, offices)
    found: list[str] = []
    best: list[str] = []
    for word in _WORD.findall(regex.sub(r"[·・‧•＝=－]", " ", piece)):
        bare = _split_hyphens(_SUFFIX.sub("", word).strip("-'’`"))
        office = (script not in _CASED or _GEORGIAN.match(word) is not None) and word in offices
        if not bare or office or _is_title(word, section) or not _can_be_name(bare[0], script):
            best = found if _named(found, script) else best
            found = []
        else:
            found.extend(bare)
    kept = found if _named(found, script) else best
    while kept and romanise(kept[0]) in PARTICLES and kept[0].islower():
        kept = kept[1:]
    while len(kept) > 2 and (kept[0].lower() in offices or _is_short_for(kept)):
        kept = kept[1:]  # the capital only begins a sentence: "Sprinter Dana Ruzick"
    while kept and romanise(kept[-1]) in PARTICLES and kept[-1].islower():
        kept = kept[:-1]
    return tuple(kept)


def _is_short_for(words: list[str]) -> bool:
    """Whether the first word is a body's short name before a person's: "UN envoy" gone, "UN Henrik Aldous"."""
    return len(words[0]) > 1 and words[0].isupper() and not words[1].isupper()


def _named(words: list[str], script: str) -> bool:
    return any(
        (len(word) > 1 or script in UNSPACED) and not (word.islower() and romanise(word) in PARTICLES) for word in words
    )


def _split_hyphens(word: str) -> list[str]:
    return [piece for piece in word.split("-") if piece]


def _can_be_name(word: str, script: str) -> bool:
    if script not in _CASED or _GEORGIAN.match(word):
        return True
    return word[0].isupper() or romanise(word) in PARTICLES or not word[0].islower()


def _is_title(word: str, section: NamesSection) -> bool:
    plain = word.lower().rstrip(".").replace("’", "'")
    for title in section.titles:
        if plain == title or (title.endswith("*") and plain.startswith(title[:-1])):
            return True
    return any(plain.endswith(ending) and len(plain) > len(ending) + 1 for ending in section.title_endings)


def _strip_unspaced(piece: str, section: NamesSection, offices: frozenset[str]) -> str:
    """Titles cut off both ends, and everything before the last title inside ("法国总统马克龙" leaves "马克龙")."""
    text = piece.strip()
    for title in sorted({*section.titles, *(office for office in offices if office in text)}, key=len, reverse=True):
        if text.endswith(title) and len(text) > len(title) + 1:
            text = text[: -len(title)].strip()
        place = text.rfind(title)
        if place >= 0 and len(title) > 1 and len(text) - place - len(title) >= 2:
            text = text[place + len(title) :].strip()
    return text


def _glue(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words with each particle joined to the word after it."""
    glued: list[str] = []
    held = ""
    for word in words:
        if romanise(word) in PARTICLES:
            held += word
        else:
            glued.append(held + word)
            held = ""
    return tuple([*glued, held] if held else glued)


def _part(word: str, section: NamesSection) -> Part:
    bare = word.strip(".")
    lower = bare.lower()
    written = sounds(_without_article(bare))
    forms = [written]
    if lower in section.given:
        forms.append(sounds(section.given[lower]))
    for rule in section.case_endings:
        ending, _, base = rule.partition(">")
        if lower.endswith(ending) and len(lower) - len(ending) >= 2:
            stem = lower[: len(lower) - len(ending)] + base
            forms.append(sounds(stem))
            if stem in section.given:
                forms.append(sounds(section.given[stem]))
    return Part(
        bare,
        tuple(dict.fromkeys(forms)),
        initial=len(written) <= 1 or (word.endswith(".") and len(bare) <= 2),
        woman=lower.endswith(section.feminine_endings),
    )


def _without_article(word: str) -> str:
    """An Arabic word without its article."""
    return word[2:] if word.startswith("ال") and len(word) > 4 else word
