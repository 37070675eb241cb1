"""The noun phrase that names a source, beside the words that make a source of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence, Set

from claims.claimants_bounds import Phrase, bounds, ends, is_figure, ties, trimmed
from claims.claimants_kinds import tells_a_kind
from claims.cues import ARTICLE, BODY, LINK, ROLE, SKIP, STOP, THAT, Lexicon
from claims.lexicon import number_grammar
from claims.quotes_words import WORD, Token
from records.span import Span

__all__ = ["over_times", "phrase_after", "phrase_before", "phrase_first", "phrase_over_aside"]

_LONGEST = 8
_LED = 3
"""Tokens from a preposition to its day, at most."""
_FEW = 12
_NAME = 4
"""Words of the longest name of a person."""
_ASIDE = 20
"""Tokens that may stand between two commas within a source."""
_OPENING, _CLOSING = frozenset("«„“\"'”「『"), frozenset("»“”\"'」』")
_COMMAS = frozenset(",،、，")
_PARTING = frozenset(",،、，;；؛:。！？")
_APOSTROPHES = frozenset("'’")


def phrase_after(
    tokens: Sequence[Token],
    at: int,
    lexicon: Lexicon,
    figures: Sequence[Span],
    taken: set[int],
    inverted: bool = False,
    times: Set[Span] = frozenset(),
) -> Phrase | None:
    """The phrase that begins at token ``at``, or behind words such as "also" and "on Monday"; ``inverted`` behind a
    verb, where what runs into a figure is its object: one of the ``times`` is none ("meldt de regio woensdag")."""
    if inverted and at < len(tokens) and tokens[at].tag & THAT:
        return None  # "said that the firm": what was said begins
    start = at
    if inverted and not lexicon.section.bare_clause:
        start = over_times(tokens, start, times)
    while start < len(tokens) and tokens[start].tag & SKIP and not tokens[start].tag & (ARTICLE | BODY | ROLE):
        pair = [token.text for token in tokens[start : start + 2]]
        if tells_a_kind(" ".join(pair), lexicon.code) and not any(tells_a_kind(word, lexicon.code) for word in pair):
            break  # công an
        start += 1
    if inverted and lexicon.section.oblique_subjects and start < len(tokens) and tokens[start].tag & STOP:
        start += 1  # "in the ministry (they) said"
    end = start
    while end < len(tokens) and end - start < _LONGEST and not ends(tokens, start, end, lexicon, figures, taken):
        end += 1
    if not inverted and lexicon.section.source_then_verb and _ends_in_verb(tokens, start, end, lexicon, figures):
        end -= 1
    heads = lexicon.section.verb_first and start < len(tokens) and bool(tokens[start].tag & (BODY | ROLE))
    spared = times if lexicon.section.cased else frozenset[Span]()  # no look tells there who can speak
    objects = [figure for figure in figures if figure not in spared] if inverted else []
    if not heads and end < len(tokens) and is_figure(tokens[end], objects):
        return None
    tagged = any(token.tag & (BODY | ROLE) for token in tokens[start:end])
    behind = next((n for n in range(end, len(tokens)) if not tokens[n].tag & STOP), len(tokens))
    if not tagged and end < behind < len(tokens) and is_figure(tokens[behind], objects):
        return None  # "put the number of dead at about 15"
    return trimmed(tokens, start, end)


def _ends_in_verb(tokens: Sequence[Token], start: int, end: int, lexicon: Lexicon, figures: Sequence[Span]) -> bool:
    """Whether a phrase that runs into a figure took in the verb before it: "enligt Fiskeriverket påverkas | 640"."""
    if end - start < 2 or end >= len(tokens) or not is_figure(tokens[end], figures):
        return False
    last = tokens[end - 1]
    verb = last.kind == WORD and last.text.islower() and not last.tag & (BODY | ROLE | LINK | ARTICLE)
    return verb and not tells_a_kind(last.text, lexicon.code)


def over_times(tokens: Sequence[Token], start: int, times: Collection[Span]) -> int:
    """The token behind the times that begin at token ``start``, with their prepositions: "uvedl ve středu | úřad"."""
    at = start
    while at < len(tokens):
        end = next((n for n in range(at, min(len(tokens), at + _LED)) if is_figure(tokens[n], times)), None)
        if end is None or any(t.kind != WORD or t.tag & (BODY | ROLE) for t in tokens[at:end]):
            break
        if not all(t.tag & (STOP | LINK | ARTICLE | SKIP) for t in tokens[at:end]):
            break
        at = end + 1
    return at


def phrase_before(
    tokens: Sequence[Token], at: int, lexicon: Lexicon, figures: Sequence[Span], taken: set[int]
) -> Phrase | None:
    """The phrase that ends right before token ``at``, or before words such as "also"."""
    end = at
    while end > 0 and tokens[end - 1].tag & SKIP and not tokens[end - 1].tag & (BODY | ROLE):
        end -= 1
    start = end
    while start > 0 and end - start < _LONGEST:
        if bounds(tokens, start - 1, figures, start - 1 in taken) and not ties(tokens, start - 1, lexicon):
            break
        start -= 1
    if start < end and _is_counted(tokens, start - 1, figures, lexicon.code):
        start -= 2
    if not lexicon.section.links:  # nothing ties two nouns: what stands before an article is another phrase
        start = max((n for n in range(start, end - 1) if tokens[n].tag & ARTICLE), default=start)
    start = _own_article(tokens, start, end)
    if start < end and tokens[start].tag & LINK and not tokens[start].tag & (ARTICLE | BODY | ROLE):
        return None  # what a preposition rules is no subject: "hat 5,3 Millionen Euro für die Reparaturen zugesagt"
    return trimmed(tokens, start, end)


def _own_article(tokens: Sequence[Token], start: int, end: int) -> int:
    """Where the article of the first body or office in a phrase stands; its beginning where none does, or where a
    preposition ties it to what stands before: "σε όλη τη χώρα | το υπουργείο"."""
    body = next((n for n in range(start, end) if tokens[n].tag & (BODY | ROLE)), None)
    if body is None:
        return start
    articles = [n for n in range(start + 1, body) if tokens[n].tag & ARTICLE and not tokens[n].tag & LINK]
    tied = articles and (tokens[articles[-1] - 1].tag & (LINK | ARTICLE) or body - articles[-1] > _LED)
    return start if not articles or tied else articles[-1]


def _is_counted(tokens: Sequence[Token], at: int, figures: Sequence[Span], code: str) -> bool:
    """Whether token ``at`` is a small number in letters behind an article, which belongs to what it counts: "the two
    banks" put a sum. "This third title" is worth one."""
    if at < 1 or not tokens[at].text.isalpha() or not is_figure(tokens[at], figures):
        return False
    atoms = [atom for rest, atom in number_grammar(code).lexicon.phrases.get(tokens[at].low, ()) if not rest]
    small = any(atom.kind == "number" and 2 <= atom.value <= _FEW for atom in atoms)
    return small and bool(tokens[at - 1].tag & ARTICLE)


def phrase_over_aside(
    tokens: Sequence[Token], at: int, lexicon: Lexicon, figures: Sequence[Span], taken: set[int]
) -> Phrase | None:
    """The phrase before an aside: "Pax, an association of passengers, estimates"."""
    if at == 0 or tokens[at - 1].text not in _COMMAS:
        return None
    for comma in range(at - 2, max(-1, at - _ASIDE), -1):
        if tokens[comma].text in _COMMAS:
            if lexicon.section.cased and _is_full_name(tokens[comma + 1 : at - 1]):
                return comma + 1, at - 1
            return phrase_before(tokens, comma, lexicon, figures, taken)
    return None


def _is_full_name(words: Sequence[Token]) -> bool:
    """Whether an aside is no more than who it is: "the hospital's director, Anna Weiss, said"."""
    return 2 <= len(words) <= _NAME and all(t.kind == WORD and t.text[0].isupper() and not t.tag for t in words)


def phrase_first(
    tokens: Sequence[Token],
    at: int,
    lexicon: Lexicon,
    figures: Sequence[Span],
    taken: set[int],
    speaks: Callable[[Phrase], bool],
) -> Phrase | None:
    """The subject of a clause whose verb, at token ``at``, comes last: up to its mark, or to the first comma.

    The nearest of those that can speak, as ``speaks`` says: in 市長は修理費は4億円と述べた the mayor, not the costs.
    """
    marks = lexicon.section.subject_marks
    starts = [0, *(n + 1 for n in range(at) if tokens[n].text in _PARTING)]
    if not marks and not lexicon.section.subject_suffixes:
        told = [start for start in starts[1:] if any(figure.end <= tokens[start].start for figure in figures)]
        nearest = (_subject(tokens, start, at, lexicon, figures) for start in reversed(told))
        speaking = (phrase for phrase in nearest if phrase is not None and speaks(phrase))
        return next(speaking, None) or _subject(tokens, 0, at, lexicon, figures)
    starts += [n for n in range(1, at) if n - 1 in taken and n not in taken]  # 노조는 4만이라고 주장했지만 | 경찰은
    starts.sort()
    behind = [n + 1 for n in range(at) if _reports(tokens, n, lexicon, figures)]
    beside = [
        phrase
        for n in behind
        if (phrase := _subject(tokens, n, at, lexicon, figures)) and (marks or phrase[1] >= at - 1)
    ]
    subjects = [*beside, *(_subject(tokens, start, at, lexicon, figures) for start in reversed(starts))]
    found = [phrase for phrase in subjects if phrase is not None]
    speaking = (phrase for phrase in found if speaks(phrase))
    return next(speaking, found[0] if found else None)


def _reports(tokens: Sequence[Token], at: int, lexicon: Lexicon, figures: Sequence[Span]) -> bool:
    """Whether what is said ends with token ``at``, a figure in it: 参加者は1万人だったと | 警察は発表した."""
    token, suffixes = tokens[at], lexicon.section.complement_suffixes
    ends = token.low in lexicon.section.complements or (bool(suffixes) and token.low.endswith(suffixes))
    return ends and any(figure.start < token.end for figure in figures)


def _subject(
    tokens: Sequence[Token], start: int, last: int, lexicon: Lexicon, figures: Sequence[Span]
) -> Phrase | None:
    """The subject that opens a clause at token ``start``, without its mark."""
    marks, suffixes = lexicon.section.subject_marks, lexicon.section.subject_suffixes
    while start < last and tokens[start].tag & (STOP | SKIP) and not tokens[start].tag & (BODY | ROLE):
        start += 1
    for n in range(start, min(last, start + _LONGEST)):
        token = tokens[n]
        if is_figure(token, figures):
            return None
        if token.low in marks and n > start:
            return start, n
        if suffixes and token.low.endswith(suffixes) and len(token.low) > 1:
            return start, n + 1
        if not marks and not suffixes and n > start and (token.text in _COMMAS or token.tag & (STOP | THAT)):
            return trimmed(tokens, start, n)
    return None
