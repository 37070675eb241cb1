"""Marks, word differences, pictures, the matrix: the parts of a page."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from records.claim import Claims, Figure
from records.discrepancy import Discrepancy, Evidence, Side
from records.translation import Translation
from report.highlight import Mark, cut
from report.index import index_report
from report.matrix import view_matrix
from report.page import view_page
from report.picture import draw_scale, draw_timeline
from report.render import render_html
from report.sides import _begun, view_discrepancy
from report.words import word_difference
from tests.report.story import load_report

_DENIED = ("said not to be so", "said to be so")
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def _figure(low: str, high: str | None = None, kind: Any = "count", unit: str | None = None) -> Figure:
    number = kind not in {"date", "time"}
    ends = [Decimal(v) if number else v for v in (low, high or low)]
    return Figure(0, 1, "x", kind, ends[0], ends[1], unit)


@given(
    st.text(max_size=40),
    st.lists(st.tuples(st.integers(0, 45), st.integers(0, 45)).map(lambda p: Mark(min(p), max(p), "m")), max_size=6),
)
def test_pieces_joined_are_the_text(text: str, marks: list[Mark]) -> None:
    pieces = cut(text, 0, len(text), marks)
    assert "".join(p.text for p in pieces) == text
    marked = sum(len(p.text) for p in pieces if p.styles)
    assert marked == len({i for m in marks for i in range(m.start, m.end) if i < len(text)})


def test_the_inner_mark_has_the_link() -> None:
    outer, inner = Mark(0, 10, "quote", "#q"), Mark(3, 5, "hit", "#d")
    pieces = cut("0123456789", 0, 10, [outer, inner])
    assert [(p.text, p.styles, p.href) for p in pieces] == [
        ("012", ("quote",), "#q"),
        ("34", ("hit", "quote"), "#d"),
        ("56789", ("quote",), "#q"),
    ]


@given(st.text(max_size=60), st.text(max_size=60))
def test_a_difference_loses_no_word(old: str, new: str) -> None:
    left, right = word_difference(old, new)
    assert "".join(r.text for r in left) == old
    assert "".join(r.text for r in right) == new


def test_case_and_quotation_marks_are_no_difference() -> None:
    left, right = word_difference("“Real progress”", "'real progress'".replace("'", '"'))
    assert {r.change for r in (*left, *right)} == {"same"}


def test_amounts_are_drawn_from_zero() -> None:
    less, more = _figure("160000", kind="measure", unit="kg"), _figure("1600000", kind="measure", unit="kg")
    scale = draw_scale([("160 t", less, False), ("1600 t", more, True)])
    assert scale is not None
    assert scale.zero == 3.0
    assert [(b.left, b.outlier) for b in scale.bars] == [(12.4, False), (97.0, True)]


def test_dates_are_not_drawn_from_zero_and_keep_their_width() -> None:
    scale = draw_scale(
        [
            ("March", _figure("2026-03-01", "2026-03-31", kind="date"), False),
            ("May", _figure("2026-05-01", "2026-05-31", kind="date"), True),
        ]
    )
    assert scale is not None
    assert scale.zero is None
    assert all(3 < b.left < b.right < 97 for b in scale.bars)


def test_what_can_not_be_compared_is_not_drawn() -> None:
    assert draw_scale([("a", _figure("1"), False), ("b", None, True)]) is None
    assert draw_scale([("a", _figure("1"), False), ("b", _figure("1"), True)]) is None
    assert draw_scale([("a", _figure("1", unit="EUR"), False), ("b", _figure("2", unit="USD"), True)]) is None
    assert draw_scale([("a", _figure("Infinity"), False), ("b", _figure("2"), True)]) is None


def test_a_rising_toll_climbs() -> None:
    timeline = draw_timeline(
        [
            (NOON + timedelta(hours=2), "b", "20", _figure("20")),
            (NOON, "a", "10", _figure("10")),
            (NOON + timedelta(hours=4), "c", "20", _figure("20")),
        ]
    )
    assert timeline is not None
    assert [(d.who, d.label) for d in timeline.dots] == [("a", "10"), ("b", "20"), ("c", None)]
    assert timeline.dots[0].y > timeline.dots[1].y == timeline.dots[2].y
    assert draw_timeline([(NOON, "a", "10", _figure("10"))]) is None


def test_the_matrix_knows_outliers_from_both_sides_of_a_change() -> None:
    matrix = view_matrix(index_report(load_report()))
    rows = {row.statement.id: {c.label.version.id: c.state for c in row.cells} for row in matrix.differing}
    assert rows["st-cost"]["al-nahr-ar"] == "differs"
    assert rows["st-cost"]["misto-uk"] == "silent"
    assert rows["st-cost"]["herald-en"] == "says"
    assert set(rows["st-injured"].values()) == {"split", "silent", "says"}
    assert [row.statement.id for row in matrix.agreeing] == ["st-headline"]


def test_the_matrix_shows_what_a_version_says_in_another_sentence() -> None:
    report = load_report()
    told = [replace(s, members=s.members[1:]) if s.id == "st-collapse" else s for s in report.statements]
    matrix = view_matrix(index_report(replace(report, statements=tuple(told))))
    (row,) = (row for row in matrix.differing if row.statement.id == "st-collapse")
    cell = next(cell for cell in row.cells if cell.label.version.id == "herald-en")
    assert (cell.state, "14 people" in cell.words) == ("says", True)


def test_an_altered_quote_is_told_by_its_words_at_a_glance() -> None:
    sides = {v.record.id: v for v in view_page(load_report()).found}["d-not"].sides
    assert all(side.words and side.words[0] == "“" and side.words[1] not in "“„«" for side in sides)
    assert _begun("«" + "word " * 30 + "»") == "“" + "word " * 14 + "…”"
    figures = {v.record.id: v for v in view_page(load_report()).found}["d-toll"].sides
    assert [side.words for side in figures] == [None, None]


def test_headings_say_affirmed_and_denied() -> None:
    report = load_report()
    told = [
        replace(d, sides=tuple(replace(s, value=v) for s, v in zip(d.sides, _DENIED, strict=True)))
        for d in report.discrepancies
        if d.id == "d-not"
    ]
    page = render_html(replace(report, discrepancies=tuple(told)))
    assert "<h4><bdi>denied</bdi></h4>" in page and "<h4><bdi>affirmed</bdi></h4>" in page


def test_sides_are_ordered_majority_first_and_changes_by_time() -> None:
    views = {v.record.id: v for v in view_page(load_report()).found}
    assert [s.value for s in views["d-toll"].sides] == ["14 people", "41 people"]
    assert [s.outlier for s in views["d-toll"].sides] == [False, True]
    assert [s.value for s in views["d-injured"].sides] == ["47 people", "61 people"]
    assert views["d-injured"].timeline is not None
    assert [d.id for d in views["d-toll"].also] == ["d-credit"]


def test_a_quote_difference_shows_the_negation() -> None:
    (difference,) = {v.record.id: v for v in view_page(load_report()).found}["d-not"].differences
    assert [r.text for r in difference.new if r.change == "new"] == ["did not warn"]
    assert difference.is_machine


def test_the_same_outlet_twice_has_two_names() -> None:
    names = [label.name for label in view_page(load_report()).labels]
    assert names[:3] == ["herald-en (rev. 1)", "herald-en (rev. 2)", "abendpost-de"]


def test_versions_stand_in_order_of_publication_and_copies_name_whom_they_copied() -> None:
    report = load_report()
    found = next(d for d in report.discrepancies if d.id == "d-toll")
    first, second = [v for side in found.sides for v in side.versions][:2]
    copied = replace(report, copies={second: first, first: "gone"})
    printed = view_discrepancy(index_report(copied), found).printed
    times = [one.label.version.published for one in printed if one.label.version.published is not None]
    assert times == sorted(times)
    assert {p.label.version.id: p.copied and p.copied.version.id for p in printed}[second] == first
    assert {p.label.version.id: p.copied for p in printed}[first] is None


def test_quotes_without_english_are_set_side_by_side_in_one_language() -> None:
    report = load_report()
    base = report.versions[0]
    german = replace(base, id="a", language="de", headline="H", text="Wir ziehen nicht ab.", sentences=())
    other = replace(base, id="b", language="de-AT", headline="H", text="Wir ziehen ab.", sentences=())
    sides = tuple(Side("x", (Evidence(v.id, 0, len(v.text), v.text),)) for v in (german, other))
    found = Discrepancy("q", "quote-altered", "high", 0.9, "A not is missing.", None, (), sides)
    bare = replace(
        report,
        versions=(german, other),
        translations=tuple(Translation(v, "unavailable") for v in ("a", "b")),
        claims=(Claims("a"), Claims("b")),
        statements=(),
        discrepancies=(found,),
    )
    (difference,) = view_discrepancy(index_report(bare), found).differences
    assert difference.language == "de"
    assert [run.text.strip() for run in difference.old if run.change == "gone"] == ["nicht"]
