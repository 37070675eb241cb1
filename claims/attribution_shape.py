"""Whether words can name who speaks at all: a name, an office or a body, never a verb, a clause or a particle.

Nobody is better than somebody wrong: what does not look like any of the three is no speaker.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from claims.attribution_phrases import Mention
from claims.cues import ARTICLE, BODY, LINK, PRONOUN, ROLE, STOP, TERRITORY, THAT, TITLE, Lexicon, begins_cue
from claims.quotes_words import QUOTE, WORD, Token
from records.span import Span

__all__ = ["may_speak"]

_KNOWN = ROLE | BODY | TITLE | TERRITORY
_PLAIN_WORDS = 4
"""Without capitals a name has no more words than this; more, with no office among them, are a clause."""
_TITLE_WORDS = 4
"""A name in marks, of a newspaper or a company, has no more words."""
_JAPANESE_NAME = regex.compile(
    r"[\p{Han}々ヶノ]{1,7}(?:[\p{Hiragana}]{1,4})?|[\p{Han}々]{0,4}[\p{Katakana}ー・＝=\p{Latin}\d.\s]+[\p{Han}々]{0,6}"
)
"""Han signs, with a given name in hiragana or not; katakana or Latin letters for foreign ones."""
_HIRAGANA = regex.compile(r"\p{Hiragana}")
_HAN_ONLY = regex.compile(r"[\p{Han}·・•‧]+")
_DOTS = "·・•‧"


def may_speak(tokens: Sequence[Token], mention: Mention, text: str, lexicon: Lexicon, written: Span) -> bool:
    """Whether ``mention``, which ``text`` has at ``written``, can be a speaker by the shape of its words."""
    if mention.kind == "pronoun":
        return True
    inside = [t for t in tokens[mention.first : mention.last] if t.end > written.start and t.start < written.end]
    words = [token for token in inside if token.kind == WORD]
    if not words:
        marked = [token for token in inside if token.kind == QUOTE and lexicon.section.cased]
        return bool(marked) and text.count(" ", marked[0].start, marked[0].end) < _TITLE_WORDS  # schrieb „Die Zeit“
    if any(t.tag & THAT and not t.tag & (_KNOWN | LINK | ARTICLE | STOP) and t.text.islower() for t in words):
        return False
    if lexicon.section.cased:
        spoken = any(lexicon.is_speech_noun(t) for t in words) and not any(t.tag & _KNOWN for t in words)
        return not spoken and _fits_cased(mention, words)  # "standen Parolen wie": the words said, nobody
    before = tokens[mention.first - 1].tag if mention.first else 0
    known = bool(before & (ROLE | TITLE)) or any(token.tag & _KNOWN for token in words)
    if not lexicon.section.spaced:
        return known or _fits_unspaced(text[written.start : written.end], text, lexicon)
    saying = any(begins_cue(tokens, i, mention.last, lexicon) for i in range(mention.first, mention.last))
    return known or (len(words) <= _PLAIN_WORDS and not saying and not words[0].text[0].isdigit())


def _fits_cased(mention: Mention, words: Sequence[Token]) -> bool:
    """Where names have capitals: a capital, a known office or body, or a noun phrase of a few words."""
    if mention.kind == "name" or any(t.tag & _KNOWN or t.text[0].isupper() for t in words):
        return True
    pronoun = words[0].tag & PRONOUN and not words[0].tag & ARTICLE
    return not (pronoun and len(words) > 1)


def _fits_unspaced(name: str, text: str, lexicon: Lexicon) -> bool:
    """Whether a stretch without blanks and without an office has the look of a name in its script."""
    if _HIRAGANA.search(name):
        return _JAPANESE_NAME.fullmatch(name) is not None
    if not lexicon.families or not _HAN_ONLY.fullmatch(name):
        return len(name) <= 40
    if any(dot in name for dot in _DOTS):
        return True
    if len(name) <= 4 and name[0] in lexicon.families:
        return True
    letters = lexicon.foreign_letters
    return len(name) > 1 and (all(c in letters for c in name) or any(f"{dot}{name}" in text for dot in _DOTS))
