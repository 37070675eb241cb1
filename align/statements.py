"""One grouping of the sentences of all versions: a statement is what several versions say alike."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np

from align.encoder import Encoder, Rows
from align.growing import Group, GrowingGroups, anchors_of_members
from align.pairs import Side, align_pair, side_of
from align.similarity import centre, unit_rows
from configs.background import load_background
from configs.boiler import is_boiler
from configs.pipeline import AlignSettings
from records.statement import Member, Statement
from records.version import Sentence, Version

__all__ = ["group_rows", "group_statements"]


def group_statements(versions: Sequence[Version], encoder: Encoder, settings: AlignSettings) -> tuple[Statement, ...]:
    """The statements of a story, in the order of their first sentence in the first version that makes them.

    Consistent: a sentence belongs to one statement at most, a version has at most one member in a statement.
    """
    told = [_telling(version) for version in versions]
    texts = [[v.sentence_text(sentence) for sentence in some] for v, some in zip(versions, told, strict=True)]
    rows = encoder.encode([text for version_texts in texts for text in version_texts])
    base = encoder.encode(load_background()).mean(axis=0)
    sides, at = [], 0
    for version_texts in texts:
        sides.append(side_of(rows[at : at + len(version_texts)], version_texts, encoder, settings, base))
        at += len(version_texts)
    statements = []
    for number, (members, score) in enumerate(_one_of_all(sides, settings) or group_rows(sides, settings)):
        statements.append(
            Statement(
                f"st{number}",
                tuple(
                    Member(versions[v].id, tuple(told[v][s].id for s in sorted(numbers)), score)
                    for v, numbers in sorted(members.items())
                ),
            )
        )
    return tuple(statements)


def _telling(version: Version) -> list[Sentence]:
    """The sentences of a version, without copyright lines and pointers to other articles."""
    return [s for s in version.sentences if not is_boiler(version.sentence_text(s), version.language_code)]


def _one_of_all(sides: Sequence[Side], settings: AlignSettings) -> list[tuple[dict[int, set[int]], float]]:
    """One group of all sentences where every version is a brief: a headline and a sentence or two; else none."""
    if len(sides) < 2 or not all(0 < len(side.rows) <= settings.brief_sentences for side in sides):
        return []
    means = unit_rows(np.stack([centre(side.rows, settings.centring, side.base).mean(axis=0) for side in sides]))
    alike = means @ means.T
    if any((alike.sum(axis=1) - 1) / (len(sides) - 1) < settings.group_cosine):
        return []
    return [({v: set(range(len(side.rows))) for v, side in enumerate(sides)}, float(np.clip(alike.mean(), 0, 1)))]


def group_rows(sides: Sequence[Side], settings: AlignSettings) -> list[tuple[dict[int, set[int]], float]]:
    """Groups over all versions: (version number -> sentence numbers, mean margin), in reading order.

    Up to ``pairwise_versions`` all pairs are aligned; of more, the longest are, and the others are held one by one
    against the groups that these make, so that the cost grows with the number of versions and not of pairs.
    """
    centred = [centre(side.rows, settings.centring, side.base) for side in sides]
    order = sorted(range(len(sides)), key=lambda v: (-len(sides[v].rows), v))
    first, later = sorted(order[: settings.pairwise_versions]), sorted(order[settings.pairwise_versions :])
    groups = _pairwise(first, sides, centred, settings)
    if later:
        groups = _grown(groups, later, sides, centred, settings)
    kept = [group for group in groups if len(group.members) > 1]
    ordered = sorted(kept, key=lambda group: min((v, min(s)) for v, s in group.members.items()))
    return [(group.members, float(np.clip(np.mean(group.scores), 0, 1))) for group in ordered]


def _pairwise(
    numbers: Sequence[int], sides: Sequence[Side], centred: Sequence[Rows], settings: AlignSettings
) -> list[Group]:
    """Groups of the versions ``numbers``, single sentences included.

    Agglomerative: the surest match first; two groups join when no version would say two different things in one group
    and their centres are alike.
    """
    groups = {(v, s): Group({v: {s}}, centred[v][s].copy()) for v in numbers for s in range(len(centred[v]))}
    edges = [
        (match.score, (a, match.left), (b, match.right))
        for a, b in combinations(numbers, 2)
        for match in align_pair(sides[a], sides[b], settings, alone=len(numbers) == 2)
    ]
    for score, x, y in sorted(edges, key=lambda edge: (-edge[0], edge[1:])):
        one, other = groups[x], groups[y]
        if one is other:
            one.scores.append(score)
        elif _may_join(one, other, centred, settings):
            _join(one, other, groups)
            one.scores.append(score)
    return list({id(group): group for group in groups.values()}.values())


def _grown(
    groups: Sequence[Group],
    numbers: Sequence[int],
    sides: Sequence[Side],
    centred: Sequence[Rows],
    settings: AlignSettings,
) -> list[Group]:
    anchors = [side.anchors for side in sides]
    growing = GrowingGroups(settings, sides[0].rows.shape[1])
    for group in groups:
        growing.add_group(group, anchors_of_members(group.members, anchors))
    for number in numbers:
        growing.add_version(number, centred[number], anchors[number])
    return growing.groups


def _may_join(one: Group, other: Group, centred: Sequence[Rows], settings: AlignSettings) -> bool:
    alike = float(_direction(one.total) @ _direction(other.total))
    if alike < settings.group_cosine:
        return False
    for version in one.members.keys() & other.members.keys():
        both = one.members[version] | other.members[version]
        if len(both) > settings.longest_member or not _fits_better(version, one, other, centred[version], settings):
            return False
    return True


def _fits_better(version: int, one: Group, other: Group, rows: Rows, settings: AlignSettings) -> bool:
    """Whether the sentences of ``version`` in both groups fit what the others say better together than alone."""
    mine = rows[sorted(one.members[version])].sum(axis=0)
    yours = rows[sorted(other.members[version])].sum(axis=0)
    rest = _direction(one.total + other.total - mine - yours)
    alone = max(float(_direction(mine) @ rest), float(_direction(yours) @ rest))
    return float(_direction(mine + yours) @ rest) >= alone + settings.join_gain


def _join(one: Group, other: Group, groups: dict[tuple[int, int], Group]) -> None:
    for version, numbers in other.members.items():
        one.members.setdefault(version, set()).update(numbers)
        for number in numbers:
            groups[version, number] = one
    one.total = one.total + other.total
    one.scores.extend(other.scores)


def _direction(row: Rows) -> Rows:
    scaled: Rows = unit_rows(row[None, :])[0]
    return scaled
