"""One outlet's telling of a story, as extracted from its page."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import pairwise

import regex

from records.span import Span

__all__ = ["Sentence", "Version", "revision_pairs", "substance_digest", "text_digest", "with_id"]

_SAYS = regex.compile(r"[.!?…。！？।۔؟]['\"”’»」』)\]]*$")
_FEWEST_WORDS, _FEWEST_LETTERS = 8, 24


def text_digest(text: str) -> str:
    """The sha256 of ``text`` in UTF-8, in hex: names a text for ever."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def substance_digest(text: str) -> str:
    """Names what ``text`` says, in hex: two texts that differ in labels and white space alone have one digest.

    A label is a paragraph below the headline that is short and ends no sentence: "12 comments", "Updated 5 min ago".
    """
    headline, _, body = text.partition("\n")
    said = [line for line in map(str.strip, body.split("\n")) if _SAYS.search(line) or _is_long(line)]
    return text_digest("\n".join(" ".join(line.split()) for line in (headline, *said)))


def _is_long(line: str) -> bool:
    return len(line.split()) >= _FEWEST_WORDS or (" " not in line and len(line) >= _FEWEST_LETTERS)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as a span of ``version.text``. ``id`` is ``<version>:s<n>``, n from 0 in reading order.

    ``paragraph`` counts paragraphs from 0, which is the headline; it tells neighbours from strangers.
    """

    id: str
    start: int
    end: int
    paragraph: int = 0

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Version:
    """One text of one outlet. ``text`` is headline, two newlines, body; every offset elsewhere indexes it.

    ``language`` is a BCP 47 tag, ``published`` is aware or None, ``sha256`` is of ``text``.
    ``archive`` names the stored bytes that the text was read from (a path or record id), or None.
    ``first_read`` is when the page at ``url`` was first found to have this text; None for a file that was given.
    """

    id: str
    outlet: str
    url: str
    language: str
    published: datetime | None
    headline: str
    text: str
    sentences: tuple[Sentence, ...]
    revision: int = 1
    archive: str | None = None
    authors: tuple[str, ...] = ()
    first_read: datetime | None = None

    @property
    def sha256(self) -> str:
        return text_digest(self.text)

    @property
    def language_code(self) -> str:
        """The primary subtag: ``pt`` of ``pt-BR``."""
        return self.language.split("-")[0].lower()

    def sentence_text(self, sentence: Sentence) -> str:
        """The words of ``sentence``, as they stand in the text."""
        return self.text[sentence.start : sentence.end]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds code point ``offset``; None between sentences."""
        for sentence in self.sentences:
            if sentence.start <= offset < sentence.end:
                return sentence
        return None


def with_id(version: Version, id: str) -> Version:
    """``version`` under another id, its sentences too."""
    sentences = tuple(replace(one, id=f"{id}:{one.id.rpartition(':')[2]}") for one in version.sentences)
    return replace(version, id=id, sentences=sentences)


def revision_pairs(versions: Iterable[Version]) -> tuple[tuple[Version, Version], ...]:
    """(earlier, later) for any two revisions of one page that follow each other."""
    by_url: dict[str, list[Version]] = {}
    for version in versions:
        by_url.setdefault(version.url, []).append(version)
    pairs = []
    for same in by_url.values():
        ordered = sorted(same, key=lambda version: version.revision)
        pairs += list(pairwise(ordered))
    return tuple(pairs)
