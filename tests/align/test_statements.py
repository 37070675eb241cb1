"""Statements over several versions, with an encoder whose vectors are known."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from align.anchors import anchor_scores, anchors_of
from align.encoder import Rows
from align.similarity import centre, margins, unit_rows
from align.statements import group_statements
from configs.pipeline import AlignSettings
from fetch.version import make_version
from records.version import Version

SETTINGS = AlignSettings()


class WordEncoder:
    """Each word is a direction of its own, so that sentences are as alike as the words they share."""

    signature = "words"

    def encode(self, texts: Sequence[str]) -> Rows:
        rows = np.zeros((len(texts), 512), dtype=np.float32)
        for number, text in enumerate(texts):
            for word in text.lower().replace(".", "").split():
                rows[number, sum(ord(c) * 31**i for i, c in enumerate(word)) % 512] += 1
        return unit_rows(rows)


def version(outlet: str, *sentences: str) -> Version:
    made, _ = make_version(
        outlet, outlet, f"https://{outlet}.example/", sentences[0], " ".join(sentences[1:]), "en", None
    )
    return made


FIRE = "A fire broke out aboard the old ferry near the cape at dawn."
CREW = "Forty one sailors belonged to its crew that morning."
OWNER = "The owner says inspectors found nothing wrong in spring."
SMOKE = "Doctors treated several passengers who had breathed thick smoke."
FUEL = "Some tonnes of heavy fuel remained inside the tanks."
HEAD = "Ferry blaze: everybody rescued safely"


def test_reordered_and_cut_versions_make_the_same_statements() -> None:
    versions = [
        version("one", HEAD, FIRE, CREW, OWNER, SMOKE, FUEL),
        version("two", HEAD, OWNER, FIRE, FUEL, SMOKE),
        version("three", HEAD, SMOKE, FIRE, CREW),
    ]
    statements = group_statements(versions, WordEncoder(), SETTINGS)
    text_of = {s.id: v.sentence_text(s) for v in versions for s in v.sentences}
    said = [{m.version: [text_of[s] for s in m.sentences] for m in statement.members} for statement in statements]
    assert {"one": [FIRE], "two": [FIRE], "three": [FIRE]} in said
    assert {"one": [OWNER], "two": [OWNER]} in said
    assert {"one": [CREW], "three": [CREW]} in said


def test_a_sentence_belongs_to_one_statement_and_a_version_to_a_statement_once() -> None:
    versions = [version(f"v{n}", HEAD, FIRE, CREW, OWNER) for n in range(4)]
    statements = group_statements(versions, WordEncoder(), SETTINGS)
    used = [s for statement in statements for member in statement.members for s in member.sentences]
    assert len(used) == len(set(used))
    for statement in statements:
        assert len({m.version for m in statement.members}) == len(statement.members)


def test_many_versions_are_grouped_as_few_are() -> None:
    body = (FIRE, CREW, OWNER, SMOKE, FUEL)
    versions = [
        version(f"v{n}", HEAD, *body[n % 3 :], *body[: n % 3], f"Reporter {n} alone noticed item{n}.")
        for n in range(12)
    ]
    few = SETTINGS.model_copy(update={"pairwise_versions": 4})
    grown, paired = (group_statements(versions, WordEncoder(), settings) for settings in (few, SETTINGS))
    assert [statement.members[0] for statement in grown if len(statement.members) == 12]
    assert {frozenset(m.sentences for m in s.members) for s in grown} == {
        frozenset(m.sentences for m in s.members) for s in paired
    }


def test_a_sentence_that_a_later_version_splits_joins_its_statement() -> None:
    start, end = "A fire broke out aboard the old ferry.", "It was near the cape at dawn, the old ferry."
    versions = [*(version(f"v{n}", HEAD, FIRE, CREW, OWNER) for n in range(4)), version("w", HEAD, start, end, CREW)]
    few = SETTINGS.model_copy(update={"pairwise_versions": 3})
    said = [s.member_of("w") for s in group_statements(versions, WordEncoder(), few)]
    assert ("w:s1", "w:s2") in {member.sentences for member in said if member is not None}


def test_versions_without_a_word_in_common_make_no_statement() -> None:
    versions = [
        version("one", "Ferry ablaze offshore", "Sailors fought flames until noon while smoke covered both beaches."),
        version(
            "two", "Parliament passes budget", "Ministers praised lengthy negotiations over pensions, schools, roads."
        ),
    ]
    assert group_statements(versions, WordEncoder(), SETTINGS) == ()


def test_one_version_alone_and_no_version_make_nothing() -> None:
    assert group_statements([version("one", HEAD, FIRE, CREW)], WordEncoder(), SETTINGS) == ()
    assert group_statements([], WordEncoder(), SETTINGS) == ()


def test_centring_takes_off_what_all_share_and_keeps_length_one() -> None:
    rows = unit_rows(np.array([[10, 1, 0], [10, 0, 1], [10, -1, -1]], dtype=np.float32))
    moved = centre(rows, 1.0)
    assert np.allclose(np.linalg.norm(moved, axis=1), 1, atol=1e-5)
    assert float(moved[0] @ moved[1]) < 0.1
    assert float(rows[0] @ rows[1]) > 0.9


def test_a_sentence_near_to_everything_has_no_margin() -> None:
    scores = np.array([[0.9, 0.9, 0.9], [0.2, 0.8, 0.1], [0.1, 0.2, 0.8]], dtype=np.float32)
    above = margins(scores, 3)
    assert abs(float(above[0].max() - above[0].min())) < float(above[1].max() - above[1].min())
    assert margins(np.zeros((0, 4), dtype=np.float32), 4).shape == (0, 4)


def test_names_and_numbers_are_anchors_in_every_script() -> None:
    assert anchors_of("Марта Линдквист spoke at 318") & anchors_of("Marta Lindqvist and 318")
    scores = anchor_scores([anchors_of("Lindqvist 318"), anchors_of("Novak")], [anchors_of("318 Линдквист")])
    assert scores[0, 0] > 0.2 > scores[1, 0]
