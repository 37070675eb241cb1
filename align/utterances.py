"""Which quotes of several versions are one utterance, whole or in part, and which of their clauses answer each other.

Quotes are found by what they say (embeddings, centred by language), where they stand (the same statement) and who says
it, in this order of weight: a quote that an outlet credits to somebody else must still be found.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
import regex

from align.encoder import Encoder, Rows
from align.similarity import unit_rows
from align.utterance_clauses import Unit, split_clauses
from align.utterance_parts import AlignedUtterance, UtterancePart, align_parts
from align.utterance_scores import likeness, may_join, score_units
from configs.pipeline import AlignSettings, UtteranceSettings
from records.claim import Claims, Quote
from records.statement import Statement, UtteranceMember
from records.version import Version

__all__ = ["AlignedUtterance", "UtterancePart", "find_utterances"]


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
    chosen = settings.utterances
    rows = _rows(versions, units, encoder, chosen)
    groups = _group(units, rows, chosen)
    found = []
    for number, group in enumerate(sorted(groups, key=lambda g: (g[0].version, g[0].start))):
        found.append(_utterance(f"u{number}", group, versions, rows, chosen))
    return tuple(found)


def _units(versions: Sequence[Version], claims: Sequence[Claims], statements: Sequence[Statement]) -> list[Unit]:
    by_version = {claim.version: claim.quotes for claim in claims}
    statement_of = {
        sentence: statement.id
        for statement in statements
        for member in statement.members
        for sentence in member.sentences
    }
    units: list[Unit] = []
    for number, version in enumerate(versions):
        chains: dict[str, list[Quote]] = {}
        for quote in by_version.get(version.id, ()):
            chain = chains.get(quote.continues or "")
            if chain is None or _begins_anew(version.text, chain[-1], quote):
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
                units.append(Unit(number, chain, clauses, frozenset(touched)))
    return units


def _begins_anew(text: str, before: Quote, quote: Quote) -> bool:
    """Whether a sentence ends between two quotes of one speaker: each may be an utterance of its own elsewhere."""
    return regex.search(r"[\p{L}\p{N})][.!?…。！？।]\W*$", text[before.end : quote.start]) is not None


def _rows(versions: Sequence[Version], units: Sequence[Unit], encoder: Encoder, settings: UtteranceSettings) -> Rows:
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
    means = _language_means(
        versions, {versions[unit.version].language_code for unit in units}, encoder, settings.centring_sentences
    )
    centred = rows - settings.centring * np.stack([means[language] for language in languages])
    return unit_rows(centred.astype(np.float32))


def _language_means(
    versions: Sequence[Version], languages: set[str], encoder: Encoder, most: int
) -> Mapping[str, Rows]:
    """The mean row of ``most`` of each language's sentences in this story."""
    texts: dict[str, list[str]] = defaultdict(list)
    for version in versions:
        if version.language_code in languages:
            texts[version.language_code] += [version.sentence_text(s) for s in version.sentences]
    means = {}
    for language in sorted(texts):
        step = max(1, len(texts[language]) // most)
        means[language] = encoder.encode(texts[language][::step]).mean(axis=0)
    return means


def _group(units: Sequence[Unit], rows: Rows, settings: UtteranceSettings) -> list[list[Unit]]:
    """Groups over at least two versions, joined best match first."""
    home: dict[int, list[int]] = {i: [i] for i in range(len(units))}
    for _, i, j in sorted(_edges(units, rows, settings), key=lambda edge: (-edge[0], edge[1:])):
        one, other = home[i], home[j]
        if one is not other and may_join([units[k] for k in one], [units[k] for k in other], rows, settings):
            one.extend(other)
            for k in other:
                home[k] = one
    groups = {id(group): group for group in home.values()}.values()
    kept = [sorted((units[i] for i in group), key=lambda u: (u.version, u.start)) for group in groups]
    return [group for group in kept if len({unit.version for unit in group}) > 1]


def _edges(units: Sequence[Unit], rows: Rows, settings: UtteranceSettings) -> list[tuple[float, int, int]]:
    """Pairs of units of two versions that may be one utterance, with their score.

    Only near neighbours are looked at: those of one statement, and each unit's few best in every other version.
    """
    edges = []
    for i, j in sorted(_candidates(units, rows, settings)):
        score = score_units(units[i], units[j], rows, settings)
        if score is None and _is_clear(units[i], units[j], units, rows, settings):
            score = likeness(units[i], units[j], rows) + settings.place_weight
        if score is not None:
            edges.append((score, i, j))
    return edges


def _is_clear(one: Unit, other: Unit, units: Sequence[Unit], rows: Rows, settings: UtteranceSettings) -> bool:
    """Whether two quotes in different mouths answer each other far better than any other quote of the two versions."""
    alike = likeness(one, other, rows)
    if alike < settings.clear_likeness or any(q.mode == "indirect" for q in (*one.quotes, *other.quotes)):
        return False
    rest = [
        likeness(kept, third, rows)
        for kept, given in ((one, other), (other, one))
        for third in units
        if third.version == given.version and third is not given
        if likeness(third, given, rows) < settings.repeat_likeness
    ]
    return not rest or alike - max(rest) >= settings.clear_margin


def _candidates(units: Sequence[Unit], rows: Rows, settings: UtteranceSettings) -> set[tuple[int, int]]:
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
        for k in np.argsort(-scores)[: settings.neighbours]:
            if scores[k] > settings.neighbour_likeness:
                pairs.add((min(i, owners[k]), max(i, owners[k])))
    return pairs


def _utterance(
    name: str, group: Sequence[Unit], versions: Sequence[Version], rows: Rows, settings: UtteranceSettings
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
        parts=align_parts(group, versions, rows, settings),
    )
