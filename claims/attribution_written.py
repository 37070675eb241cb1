"""Cuts a speaker's name out of the words that name them, and what is written in one word with it off."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from claims.attribution_phrases import Mention
from claims.cues import BODY, ROLE, TERRITORY, TITLE, Lexicon
from claims.quotes_words import Row
from records.span import Span

__all__ = ["Speaker", "speaker_of"]

_CHINESE_NAME = 3
"""Signs of a Chinese name: the family's and two more, as most are."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks as the report names them, and the place of the words that name them there."""

    name: str
    span: Span


def speaker_of(row: Row, mention: Mention, lexicon: Lexicon) -> Speaker:
    """The speaker whom the words of ``mention`` name, without endings, prefixes and clauses that stand in one word with
    the name."""
    first, last = row.tokens[mention.first], row.tokens[mention.last - 1]
    start, end = first.start, last.end
    section = lexicon.section
    for suffix in ("'s", "’s", *section.subject_suffixes, *section.source_suffixes):
        several = mention.last - mention.first > 1
        if row.text[start:end].endswith(suffix) and last.end - last.start > len(suffix) + (not several):
            end -= len(suffix)
            break
    cut = lexicon.name_cuts.search(row.text, start, end) if lexicon.name_cuts is not None else None
    if cut is not None and mention.kind == "name" and cut.start() > start + 2:
        end = cut.start()
    for prefix in section.prefixes:
        bare = first.low[len(prefix) :]
        known = ROLE | TERRITORY if prefix in section.adjuncts else ROLE | BODY | TERRITORY
        if first.low.startswith(prefix) and len(bare) > 1 and lexicon.tags.get(bare, 0) & known:
            start += len(prefix)
            break
    while not section.spaced and end - start > 1 and row.text[end - 1].isdigit():
        end -= 1  # 公司5日宣布
    if lexicon.families and mention.kind == "name" and _is_long_chinese(row.text[start:end], lexicon.families):
        end = start + _CHINESE_NAME
    if lexicon.foreign_letters and "·" in row.text[start:end]:
        end = start + _foreign(row.text[start:end], lexicon.foreign_letters)
    if section.attributives and mention.kind == "name":
        titled = mention.last < len(row.tokens) and bool(row.tokens[mention.last].tag & (ROLE | TITLE))
        start += _attributive(row.text[start:end], section.attributives, titled)
    return Speaker(row.text[start:end], Span(start, end))


def _is_long_chinese(name: str, families: frozenset[str]) -> bool:
    """Whether a Chinese name is followed by a clause of its own: "罗雅婷每周骑摩托出诊三次"."""
    return len(name) > _CHINESE_NAME + 2 and name[0] in families and regex.fullmatch(r"\p{Han}+", name) is not None


def _foreign(name: str, letters: frozenset[str]) -> int:
    """How many signs of ``name`` write a foreign name, where two or more others follow: 5 of "卡拉·门多萨流着泪"."""
    after = name.rindex("·") + 1
    end = next((i for i in range(after, len(name)) if name[i] not in letters), len(name))
    return end if end - after >= 2 and len(name) - end >= 2 else len(name)


def _attributive(name: str, endings: tuple[str, ...], titled: bool) -> int:
    """How many signs of ``name`` say who it is: 7 of "記者会見したイルバ・ストランドベリ"."""
    clause = regex.match(r".*\p{Hiragana}(?=[\p{Han}\p{Katakana}]{2})", name) if titled else None
    if clause is not None:
        return clause.end()
    place = max((name.rfind(ending) + len(ending) for ending in endings if ending in name[1:-2]), default=0)
    return place if place and not regex.match(r"\p{Hiragana}", name[place]) else 0
