"""Which quotes of several versions are one utterance, whole or in part, and which of their clauses answer each other.

Quotes are found by what they say (embeddings, centred by language), where they stand (the same statement) and who says
it, in this order of weight: a quote that an outlet credits to somebody else must still be found.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
import regex
from numpy.typing import NDArray

from align.encoder import Encoder, Rows
from align.similarity import unit_rows
from configs.language.schema import load_language
from configs.pipeline import AlignSettings
from records.claim import Claims, Quote
from records.span import Span
from records.statement import Statement, Utterance, UtteranceMember
from records.version import Version

__all__ = ["AlignedUtterance", "UtterancePart", "find_utterances"]

_ROLE = "role--"
_STOPS = regex.compile(r"[.!?…;:]+(?=\s|$)|,(?=\s)|\s[–—-]\s|[。！？；，：、؛،।]")
_SHORTEST_CLAUSE = 3
_SHORTEST_UNSPACED = 5
_CENTRING_SENTENCES = 60


@dataclass(frozen=True, slots=True)
class UtterancePart:
    """The places that say one part of an utterance, ``(version, span)``; one version only where nobody else has it."""

    places: tuple[tuple[str, Span], ...]


@dataclass(frozen=True, slots=True)
class AlignedUtterance(Utterance):
    """An utterance with its parts: which clauses of which versions answer each other."""

    parts: tuple[UtterancePart, ...] = ()


@dataclass(slots=True, eq=False)
class _Unit:
    """One quote with the parts that continue it."""

    version: int
    quotes: list[Quote]
    clauses: list[Span]
    statements: frozenset[str]
    row: int = 0
    rows: list[int] = field(default_factory=list)

    @property
    def speaker(self) -> str | None:
        return next((quote.speaker_id for quote in self.quotes if quote.speaker_id), None)

    @property
    def start(self) -> int:
        return self.quotes[0].start


def find_utterances(
    versions: Sequence[Version],
    claims: Sequence[Claims],
    statements: Sequence[Statement],
    encoder: Encoder,
    settings: AlignSettings,
) -> tuple[AlignedUtterance, ...]:
    """The utterances that at least two versions quote, in the order of their first quote.

    A quote belongs to one utterance at most. A version has several quotes in one utterance where it repeats a part (in
    the headline) or gives it in pieces.
    """
    units = _units(versions, claims, statements)
    if len({unit.version for unit in units}) < 2:
        return ()
    rows = _rows(versions, units, encoder)
    groups = _group(units, rows, settings)
    found = []
    for number, group in enumerate(sorted(groups, key=lambda g: (g[0].version, g[0].start))):
        found.append(_utterance(f"u{number}", group, versions, rows, settings))
    return tuple(found)


def _units(versions: Sequence[Version], claims: Sequence[Claims], statements: Sequence[Statement]) -> list[_Unit]:
    by_version = {claim.version: claim.quotes for claim in claims}
    statement_of = {
        sentence: statement.id
        for statement in statements
        for member in statement.members
        for sentence in member.sentences
    }
    units: list[_Unit] = []
    for number, version in enumerate(versions):
        chains: dict[str, list[Quote]] = {}
        for quote in by_version.get(version.id, ()):
            chain = chains.get(quote.continues or "")
            if chain is None:
                chain = []
            chain.append(quote)
            chains[quote.id] = chain
        for chain in {id(chain): chain for chain in chains.values()}.values():
            clauses = [clause for quote in chain for clause in split_clauses(version, quote.span)]
            touched = {
                statement_of[sentence.id]
                for sentence in version.sentences
                if sentence.id in statement_of and any(sentence.span.overlaps(quote.span) for quote in chain)
            }
            if clauses:
                units.append(_Unit(number, chain, clauses, frozenset(touched)))
    return units


@lru_cache(maxsize=64)
def _conjunction(language: str) -> regex.Pattern[str] | None:
    config = load_language(language)
    if config is None or not config.polarity.conjunctions or not config.polarity.spaced:
        return None
    words = "|".join(regex.escape(word) for word in config.polarity.conjunctions)
    return regex.compile(rf"(?<=\s)(?:{words})(?=\s)", regex.IGNORECASE)


def split_clauses(version: Version, span: Span) -> list[Span]:
    """The clauses of a stretch of text: cut at punctuation and before conjunctions, none shorter than three words."""
    text = span.of(version.text)
    pattern = _conjunction(version.language_code)
    cuts = {match.end() for match in _STOPS.finditer(text)}
    if pattern is not None:
        cuts |= {match.start() for match in pattern.finditer(text)}
    pieces: list[tuple[int, int]] = []
    start = 0
    for cut in [*sorted(cuts), len(text)]:
        if _long_enough(text[start:cut]) and (cut == len(text) or _long_enough(text[cut:])):
            pieces.append((start, cut))
            start = cut
    if start < len(text):
        if pieces:
            pieces[-1] = (pieces[-1][0], len(text))
        elif text.strip():
            pieces.append((0, len(text)))
    return [_trimmed(version.text, Span(span.start + a, span.start + b)) for a, b in pieces]


def _long_enough(piece: str) -> bool:
    letters = sum(1 for c in piece if c > "\u2e80" and c.isalpha())
    return letters >= _SHORTEST_UNSPACED or len(regex.findall(r"\p{L}[\p{L}\p{M}'’]*", piece)) >= _SHORTEST_CLAUSE


def _trimmed(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or text[start] in ",;:–—-"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:–—-"):
        end -= 1
    return Span(start, end)


def _rows(versions: Sequence[Version], units: Sequence[_Unit], encoder: Encoder) -> Rows:
    """Unit rows of all units and clauses, the mean of their language taken off; sets the row numbers of the units."""
    texts: dict[str, int] = {}
    languages: list[str] = []

    def number(text: str, language: str) -> int:
        if text not in texts:
            texts[text] = len(texts)
            languages.append(language)
        return texts[text]

    for unit in units:
        version = versions[unit.version]
        language = version.language_code
        unit.row = number(" ".join(quote.text for quote in unit.quotes), language)
        unit.rows = [number(clause.of(version.text), language) for clause in unit.clauses]
    rows = encoder.encode(list(texts))
    means = _language_means(versions, {versions[unit.version].language_code for unit in units}, encoder)
    centred = rows - 0.9 * np.stack([means[language] for language in languages])
    return unit_rows(centred.astype(np.float32))


def _language_means(versions: Sequence[Version], languages: set[str], encoder: Encoder) -> Mapping[str, Rows]:
    """The mean row of each language's sentences in this story."""
    texts: dict[str, list[str]] = defaultdict(list)
    for version in versions:
        if version.language_code in languages:
            texts[version.language_code] += [version.sentence_text(s) for s in version.sentences]
    means = {}
    for language in sorted(texts):
        step = max(1, len(texts[language]) // _CENTRING_SENTENCES)
        means[language] = encoder.encode(texts[language][::step]).mean(axis=0)
    return means


def _group(units: Sequence[_Unit], rows: Rows, settings: AlignSettings) -> list[list[_Unit]]:
    """Groups over at least two versions, joined best match first."""
    home: dict[int, list[int]] = {i: [i] for i in range(len(units))}
    for _, i, j in sorted(_edges(units, rows, settings), key=lambda edge: (-edge[0], edge[1:])):
        one, other = home[i], home[j]
        if one is not other and _may_join([units[k] for k in one], [units[k] for k in other], rows, settings):
            one.extend(other)
            for k in other:
                home[k] = one
    groups = {id(group): group for group in home.values()}.values()
    kept = [sorted((units[i] for i in group), key=lambda u: (u.version, u.start)) for group in groups]
    return [group for group in kept if len({unit.version for unit in group}) > 1]


def _edges(units: Sequence[_Unit], rows: Rows, settings: AlignSettings) -> list[tuple[float, int, int]]:
    """Pairs of units of two versions that may be one utterance, with their score.

    Only near neighbours are looked at: those of one statement, and each unit's few best in every other version.
    """
    edges = []
    for i, j in sorted(_candidates(units, rows)):
        score = _score(units[i], units[j], rows, settings)
        if score is not None:
            edges.append((score, i, j))
    return edges


def _candidates(units: Sequence[_Unit], rows: Rows) -> set[tuple[int, int]]:
    pairs: set[tuple[int, int]] = set()
    by_statement: dict[str, list[int]] = defaultdict(list)
    owners: list[int] = []
    clause_rows: list[int] = []
    for i, unit in enumerate(units):
        for statement in unit.statements:
            by_statement[statement].append(i)
        for row in {unit.row, *unit.rows}:
            owners.append(i)
            clause_rows.append(row)
    for group in by_statement.values():
        pairs |= {(i, j) for i in group for j in group if i < j and units[i].version != units[j].version}
    matrix = rows[clause_rows]
    version_of = np.array([units[i].version for i in owners])
    for i, unit in enumerate(units):
        scores = (rows[[unit.row, *unit.rows]] @ matrix.T).max(axis=0)
        scores[version_of == unit.version] = -1.0
        for k in np.argsort(-scores)[:24]:
            if scores[k] > 0.3:
                pairs.add((min(i, owners[k]), max(i, owners[k])))
    return pairs


def _likeness(one: _Unit, other: _Unit, rows: Rows) -> float:
    """How alike two units are, whole to whole, or the shorter as a part of the longer (-1..1)."""
    whole = float(rows[one.row] @ rows[other.row])
    if len(one.clauses) == len(other.clauses) == 1:
        return whole
    clause_scores = rows[one.rows] @ rows[other.rows].T
    fewer = clause_scores if len(one.clauses) <= len(other.clauses) else clause_scores.T
    lone = one if len(one.clauses) <= len(other.clauses) else other
    longer = other if lone is one else one
    best = fewer.max(axis=1)
    if len(lone.clauses) == 1:
        best = np.maximum(best, rows[lone.row] @ rows[longer.row])
    return max(whole, float(best.mean()))


def _score(one: _Unit, other: _Unit, rows: Rows, settings: AlignSettings) -> float | None:
    """Likeness raised by place and speaker; None when it does not reach what its place asks for."""
    likeness = _likeness(one, other, rows)
    together = bool(one.statements & other.statements)
    speakers = _speakers(one, other)
    floor = 0.30 if together else 0.55
    floor += {1: -0.05, 0: 0.0, -1: 0.12}[speakers]
    if any(quote.mode == "indirect" for quote in (*one.quotes, *other.quotes)):
        floor += 0.05
    if likeness < floor:
        return None
    return likeness + (0.2 if together else 0.0) + 0.1 * speakers


def _speakers(one: _Unit, other: _Unit) -> int:
    """1 for one named speaker, -1 for two, 0 when either is not named."""
    a, b = one.speaker, other.speaker
    if a is None or b is None or a.startswith(_ROLE) or b.startswith(_ROLE):
        return 0
    return 1 if a == b else -1


def _may_join(one: Sequence[_Unit], other: Sequence[_Unit], rows: Rows, settings: AlignSettings) -> bool:
    """Two units of one version go together only as a repetition or as pieces of a longer unit elsewhere."""
    everyone = [*one, *other]
    for a in one:
        for b in other:
            if a.version != b.version:
                continue
            if _speakers(a, b) < 0:
                return False
            if _likeness(a, b, rows) < 0.6 and not _pieces(a, b, everyone, rows):
                return False
    cross = [_likeness(a, b, rows) for a in one for b in other if a.version != b.version]
    return not cross or float(np.mean(cross)) >= 0.25


def _pieces(a: _Unit, b: _Unit, units: Sequence[_Unit], rows: Rows) -> bool:
    """Whether some unit of another version holds ``a`` and ``b`` in different clauses."""
    for unit in units:
        if unit.version == a.version or len(unit.clauses) < 2:
            continue
        mine = (rows[unit.rows] @ rows[[a.row, *a.rows]].T).max(axis=1)
        yours = (rows[unit.rows] @ rows[[b.row, *b.rows]].T).max(axis=1)
        if int(mine.argmax()) != int(yours.argmax()) and mine.max() >= 0.45 and yours.max() >= 0.45:
            return True
    return False


def _utterance(
    name: str, group: Sequence[_Unit], versions: Sequence[Version], rows: Rows, settings: AlignSettings
) -> AlignedUtterance:
    members: dict[int, list[Quote]] = defaultdict(list)
    votes: dict[str, int] = defaultdict(int)
    for unit in group:
        members[unit.version] += unit.quotes
        for touched in unit.statements:
            votes[touched] += 1
    statement = max(votes, key=lambda s: (votes[s], s)) if votes else None
    return AlignedUtterance(
        id=name,
        members=tuple(
            UtteranceMember(versions[v].id, tuple(quote.id for quote in sorted(quotes, key=lambda q: (q.start, q.end))))
            for v, quotes in sorted(members.items())
        ),
        statement=statement,
        parts=_parts(group, versions, rows),
    )


def _parts(group: Sequence[_Unit], versions: Sequence[Version], rows: Rows) -> tuple[UtterancePart, ...]:
    """Columns of clauses: each clause goes to the clause of the longest unit that it answers best.

    A clause of the longest unit that nothing answers best goes to the neighbour whose partner is nearest to it.
    """
    pivot = max(group, key=lambda unit: (len(unit.clauses), -unit.version, -unit.start))
    column = list(range(len(pivot.clauses)))
    answers: list[tuple[int, int, Span]] = []
    for unit in group:
        if unit is pivot:
            continue
        scores = _placed(rows[unit.rows] @ rows[pivot.rows].T)
        if len(unit.clauses) == 1 and rows[unit.row] @ rows[pivot.row] > scores.max() + 0.02:
            column = [0] * len(column)
        for i, clause in enumerate(unit.clauses):
            best = int(scores[i].argmax())
            if scores[i, best] < 0.25 and len(unit.clauses) > 1:
                continue
            answers.append((best, unit.version, clause))
        for j in range(len(pivot.clauses)):
            if len(unit.clauses) == 1:
                break
            i = int(scores[:, j].argmax())
            best = int(scores[i].argmax())
            if best != j and abs(best - j) == 1 and scores[i, j] >= 0.45 and scores[i, j] >= scores[i, best] - 0.15:
                column = [min(column[best], column[j]) if c in (column[best], column[j]) else c for c in column]
    places: dict[int, set[tuple[int, Span]]] = defaultdict(set)
    for j, clause in enumerate(pivot.clauses):
        places[column[j]].add((pivot.version, clause))
    for j, version, clause in answers:
        places[column[j]].add((version, clause))
    return tuple(
        UtterancePart(tuple((versions[v].id, span) for v, span in sorted(found))) for _, found in sorted(places.items())
    )


def _placed(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    """The scores with a little weight for standing at the same place in the utterance."""
    rows, columns = scores.shape
    if rows < 2 or columns < 2:
        return scores
    places = np.abs(np.linspace(0, 1, rows)[:, None] - np.linspace(0, 1, columns)[None, :])
    placed: NDArray[np.float32] = (scores + 0.15 * (1 - places)).astype(np.float32)
    return placed
