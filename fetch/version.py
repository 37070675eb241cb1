"""Makes a version, with its sentences, from an extracted or given text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import regex

from configs.pipeline import FetchSettings
from fetch.identify import identify_language, is_known_language
from fetch.sentences import split_sentences
from records.errors import UnusableError
from records.report import Issue
from records.version import Sentence, Version

__all__ = ["TextFile", "make_version", "read_text_file"]

_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]")
_WORD = regex.compile(r"[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.-]*")
_BREAKS = regex.compile(r"\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
_UNKNOWN = "und"

TextFile = tuple[str, str]
"""Headline and body."""


def make_version(
    id: str,
    outlet: str,
    url: str,
    headline: str,
    body: str,
    language: str | None,
    published: datetime | None,
    archive: str | None = None,
    revision: int = 1,
    authors: tuple[str, ...] = (),
    settings: FetchSettings | None = None,
) -> tuple[Version, tuple[Issue, ...]]:
    """The version with text ``headline``, two newlines, ``body`` (paragraphs, one a line), and what to know about it.

    Without ``language`` it is detected; ``und`` when that fails. An issue tells of a failed detection, and of a
    detection that clearly disagrees with the given language.

    Raises:
        UnusableError: the body is no article: empty, or of fewer words than ``settings.fewest_words``; or nothing is
            known of the given language.
    """
    settings = settings or FetchSettings()
    headline = " ".join(headline.split())
    body = "\n".join(line.strip() for line in _BREAKS.sub("\n", body).split("\n") if line.strip())
    _refuse_scraps(headline, body, url, settings.fewest_words)
    tag, issues = _language(f"{outlet} ({url})", f"{headline}\n{body}", language, settings.sure_language)
    text = f"{headline}\n\n{body}"
    version = Version(
        id=id,
        outlet=outlet,
        url=url,
        language=tag,
        published=published,
        headline=headline,
        text=text,
        sentences=tuple(_sentences(id, text, tag)),
        revision=revision,
        archive=archive,
        authors=authors,
    )
    return version, issues


def read_text_file(path: Path) -> TextFile:
    """Headline and body of a text file: headline, blank line, body, one paragraph a line.

    Raises:
        UnusableError: the file can't be read, is empty, is not UTF-8, or has no body after its headline.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        byte = error.object[error.start]
        raise UnusableError(
            "extract", f"{path}: byte 0x{byte:02x} at offset {error.start} is not UTF-8; save the file as UTF-8."
        ) from None
    except OSError as error:
        raise UnusableError("fetch", f"{path}: {error.strerror or error}; check the path.") from None
    lines = [line.strip() for line in _BREAKS.sub("\n", text).split("\n")]
    filled = [line for line in lines if line]
    if not filled:
        raise UnusableError("extract", f"{path}: the file is empty; write a headline, a blank line and the body.")
    if len(filled) == 1:
        raise UnusableError(
            "extract", f"{path}: one line, {filled[0][:60]!r}, and no body; write a headline, a blank line, the body."
        )
    return filled[0], "\n".join(filled[1:])


def count_words(text: str) -> int:
    """The words of ``text``; in scripts without spaces every two letters count as one."""
    unspaced = len(_UNSPACED.findall(text))
    return len(_WORD.findall(_UNSPACED.sub(" ", text))) + unspaced // 2


def _refuse_scraps(headline: str, body: str, url: str, fewest: int) -> None:
    words = count_words(body)
    if words < fewest:
        what = f"the body is {body[:60]!r}" if body else "the body is empty"
        raise UnusableError(
            "extract",
            f"{url}: {what}, {words} word{'' if words == 1 else 's'}; an article has {fewest} or more. "
            "Check the url or the file.",
        )


def _language(where: str, text: str, given: str | None, sure: float) -> tuple[str, tuple[Issue, ...]]:
    guess = identify_language(text)
    if given is None:
        if guess.language is None:
            return _UNKNOWN, (Issue(where, "the language could not be told; give it as 'language:'."),)
        if guess.confidence < sure:
            what = f"the language is probably {guess.language!r} (confidence {guess.confidence:.2f}); check it."
            return guess.language, (Issue(where, what),)
        return guess.language, ()
    if not is_known_language(given):
        raise UnusableError(
            "extract",
            f"{where}: nothing is known of the language {given!r}; write a BCP 47 code such as 'en' or 'pt-BR', "
            "or leave 'language:' out to have it detected.",
        )
    tag = given.replace("_", "-")
    primary = {"nb": "no", "nn": "no"}.get(tag.split("-")[0].lower(), tag.split("-")[0].lower())
    if guess.language is not None and guess.language != primary and guess.confidence >= sure:
        what = (
            f"given as {given!r}, but the text looks like {guess.language!r} (confidence {guess.confidence:.2f}); "
            "it is read as given."
        )
        return tag, (Issue(where, what),)
    return tag, ()


def _sentences(id: str, text: str, language: str) -> Iterator[Sentence]:
    paragraph, last = 0, 0
    for number, span in enumerate(split_sentences(text, language)):
        if "\n" in text[last : span.start]:
            paragraph += 1
        last = span.end
        yield Sentence(f"{id}:s{number}", span.start, span.end, paragraph)
