"""Which part of a page holds its article: the element whose own paragraphs are the most text.

Scores as readability does (Arc90, 2009): a paragraph counts for its parent in full and for its grandparent by half;
what stands beside the best element and scores a fifth of it belongs to the article too, and so does what looks like it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex
from lxml.html import HtmlElement

from fetch.wall import speaks_of_wall

__all__ = ["trim_to_block"]

_BLANKS = regex.compile(r"\s+")
_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]")
_SENTENCE_END = regex.compile(r"[.!?…。！？।؟۔]\p{Pe}*\p{Pf}*[\"\u2019]*$")
_SHORT = 25
_MOST_LINKED = 0.5
_SIBLING = 0.2
_LISTS = frozenset({"ul", "ol", "dl", "form"})
"""Beside an article they hold comments, links and questions."""
_LEAST_OUTSIDE, _LEAST_INSIDE = 0.25, 0.45
"""Shares of the text's letters. Of 147 pages (extract_other, extract_trafilatura; 2026-11) five are cut, and lose
comments, forms and walls alone; the same five at 0.3 outside, seven at 0.2; at 0.4 inside one more, rightly."""


def trim_to_block(lines: Sequence[str], tree: HtmlElement) -> list[str]:
    """``lines`` without what is after, and what is no sentence before, the block of ``tree`` that holds the article.

    Extraction that finds no article takes the whole page, comments and forms with it. Lines are cut only where much of
    the text lies outside the block, and where the block holds enough to be the article.
    """
    block = _folded("".join(str(element.text_content()) for element in _block(tree)))
    if not block:
        return list(lines)
    inside = [_folded(line) in block for line in lines]
    once = dict(zip(lines, inside, strict=True))  # what a page says twice is seldom its article
    total, kept = sum(map(len, once)), sum(len(line) for line, is_in in once.items() if is_in)
    if not any(inside) or kept < _LEAST_INSIDE * total or total - kept < _LEAST_OUTSIDE * total:
        return list(lines)
    first, last = inside.index(True), len(lines) - inside[::-1].index(True)
    return [*(line for line in lines[:first] if _is_lead(line)), *lines[first:last]]


def _is_lead(line: str) -> bool:
    """Whether a line before the block may be the article's, whose lead often stands apart: sentences, not of a wall."""
    return _SENTENCE_END.search(line) is not None and not speaks_of_wall(line)


def _block(tree: HtmlElement) -> Iterator[HtmlElement]:
    scores: dict[HtmlElement, float] = {}
    for paragraph in tree.iter("p", "pre", "blockquote"):
        weight = _weight(paragraph)
        parent = paragraph.getparent()
        if weight <= 0 or parent is None:
            continue
        scores[parent] = scores.get(parent, 0.0) + weight
        grandparent = parent.getparent()
        if grandparent is not None:
            scores[grandparent] = scores.get(grandparent, 0.0) + weight / 2
    if not scores:
        return
    best = max(scores, key=lambda element: scores[element])
    for element, score in scores.items():
        beside = element.getparent() is best.getparent() and score >= _SIBLING * scores[best]
        beside = beside and element.tag not in _LISTS
        if element is best or beside or (best.get("class") and _looks(element) == _looks(best)):
            yield element


def _looks(element: HtmlElement) -> tuple[str, str | None]:
    return element.tag, element.get("class")


def _weight(paragraph: HtmlElement) -> float:
    text = " ".join(paragraph.text_content().split())
    length = len(text) + 2 * len(_UNSPACED.findall(text))
    linked = sum(len(link.text_content()) for link in paragraph.iter("a"))
    return length if length >= _SHORT and linked < _MOST_LINKED * max(len(text), 1) else 0.0


def _folded(text: str) -> str:
    return _BLANKS.sub("", text)
