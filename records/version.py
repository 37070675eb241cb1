"""One outlet's telling of a story, as extracted from its page."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime

from records.span import Span

__all__ = ["Sentence", "Version", "text_digest"]


def text_digest(text: str) -> str:
    """The sha256 of ``text`` in UTF-8, in hex: names a text for ever."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


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
