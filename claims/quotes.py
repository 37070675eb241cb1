"""Finds what people say in a text and who says it, in any language that has a file."""

from __future__ import annotations

from collections.abc import Sequence

from claims.cues import Cue, Lexicon, tag_words
from claims.cues_lexicon import load_lexicon
from claims.indirect import read_indirect
from claims.marks import Marked, find_marked
from claims.marks_dash import find_dashed, part_insets
from claims.marks_transcript import part_names
from claims.quotes_direct import read_units
from claims.quotes_found import Found
from claims.quotes_words import Row, read_row
from records.claim import Quote
from records.span import Span
from records.version import Sentence

__all__ = ["find_quotes"]


def find_quotes(text: str, language: str, sentences: Sequence[Sentence] = ()) -> tuple[Quote, ...]:
    """The direct, partial and indirect quotes of ``text``, by start, with ids ``q0``, ``q1`` ...

    ``language`` is a BCP 47 tag; one that no file describes is read by its marks alone. ``sentences`` sharpen where a
    sentence ends; without them the text itself tells.
    """
    lexicon = load_lexicon(language)
    top = _top_pieces(text, lexicon)
    row = read_row(text, top, lexicon.pattern, lexicon.ends)
    row.spaced = lexicon.section.spaced
    tag_words(row.tokens, lexicon)
    found, readings, memory = read_units(row, top, lexicon)
    spoken: dict[int, int] = {}
    for quote in found:
        if quote.mode == "direct" or lexicon.section.verb_final:
            spoken[quote.unit] = max(quote.end, spoken.get(quote.unit, 0))
    for said in read_indirect(row, readings, spoken, lexicon, memory):
        found.append(Found(said.start, said.end, "indirect", None, said.unit, said.cue, said.speaker))
    return _as_quotes(row, found)


def _top_pieces(text: str, lexicon: Lexicon) -> list[Marked]:
    """All outermost speech and titles of ``text``, in marks or after dashes, none overlapping another."""
    marked = part_insets(text, [piece for piece in find_marked(text) if piece.depth == 0], lexicon)
    both = sorted([*find_dashed(text, lexicon), *marked], key=lambda p: (p.outer_start, -p.outer_end))
    top: list[Marked] = []
    for piece in both:
        if not top or piece.outer_start >= top[-1].outer_end:
            top.append(piece)
    part_names(text, top)
    return top


def _as_quotes(row: Row, found: list[Found]) -> tuple[Quote, ...]:
    order = sorted(range(len(found)), key=lambda n: (found[n].start, -found[n].end))
    number = {n: place for place, n in enumerate(order)}
    return tuple(
        _as_quote(row, found[n], f"q{number[n]}", f"q{number[c]}" if (c := found[n].continues) is not None else None)
        for n in order
    )


def _as_quote(row: Row, quote: Found, name: str, continues: str | None) -> Quote:
    cue_span = _cue_span(row, quote.cue)
    speaker = quote.speaker
    return Quote(
        quote.start,
        quote.end,
        row.text[quote.start : quote.end],
        quote.mode,
        speaker=speaker.name if speaker is not None else None,
        speaker_span=speaker.span if speaker is not None else None,
        cue=cue_span.of(row.text) if cue_span is not None else None,
        cue_span=cue_span,
        continues=continues,
        id=name,
    )


def _cue_span(row: Row, cue: Cue | None) -> Span | None:
    if cue is None:
        return None
    return Span(row.tokens[cue.first].start, row.tokens[cue.last - 1].end)
