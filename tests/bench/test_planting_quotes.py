"""Planted differences of quotes: what is changed, where, and what is left alone as unfair."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bench.planted import PLANTERS, is_found
from bench.planting import Planted
from bench.planting_quotes import QUOTE_PLANTS, is_quoted, plant_quotes
from bench.planting_words import KINDS_OF_WORDS, changed_words
from records.discrepancy import Discrepancy, DiscrepancyKind, Evidence, Side
from records.report import Report, Run
from records.version import Version

TIME = datetime(2026, 1, 1, tzinfo=UTC)

STORY = """\
id: talks
title: Talks
versions:
  - {outlet: a-en, url: https://a.example/t, language: en, published: 2026-01-01T10:00:00Z, file: a-en.txt}
  - {outlet: b-de, url: https://b.example/t, language: de, published: 2026-01-01T11:00:00Z, file: b-de.txt}
  - {outlet: c-fr, url: https://c.example/t, language: fr, published: 2026-01-01T12:00:00Z, file: c-fr.txt}
"""
TEXTS = {
    "a-en": "Talks\n\nAnna Berg opened the talks with Omar Haddad.\n"
    "“We will not sign before 15 May, once the guns fire”, Anna Berg said.\n",
    "b-de": "Gespräche\n\nAnna Berg eröffnete die Gespräche mit Omar Haddad.\n"
    "„Wir werden vor dem 15. Mai nicht unterschreiben, sobald die Geschütze feuern“, sagte Anna Berg.\n",
    "c-fr": "Pourparlers\n\nAnna Berg a ouvert les pourparlers avec Omar Haddad.\n"
    "« Nous ne signerons pas avant le 15 mai, dès que les canons tirent », a dit Anna Berg.\n",
}
QUOTES = {
    "a-en": "We will not sign before 15 May, once the guns fire",
    "b-de": "Wir werden vor dem 15. Mai nicht unterschreiben, sobald die Geschütze feuern",
    "c-fr": "Nous ne signerons pas avant le 15 mai, dès que les canons tirent",
}
GOLD = """\
discrepancies: []
agreements:
  - {{id: q1, family: quote, evidence: {{a-en: "{a-en}", b-de: "{b-de}", c-fr: "{c-fr}"}}}}
same_speaker: [["Anna Berg", "Berg"], ["Omar Haddad"]]
"""


def write_story(folder: Path, texts: dict[str, str], gold: str) -> Path:
    folder.mkdir()
    (folder / "story.yaml").write_text(STORY, encoding="utf-8")
    (folder / "gold.yaml").write_text(gold, encoding="utf-8")
    for outlet, text in texts.items():
        (folder / f"{outlet}.txt").write_text(text, encoding="utf-8")
    return folder


def changed_lines(folder: Path, texts: dict[str, str]) -> list[tuple[str, str]]:
    """The lines of each outlet that differ now: before, after."""
    found = []
    for outlet, text in texts.items():
        now = (folder / f"{outlet}.txt").read_text(encoding="utf-8")
        found += [pair for pair in zip(text.splitlines(), now.splitlines(), strict=True) if pair[0] != pair[1]]
    return found


@pytest.fixture
def story(tmp_path: Path) -> Path:
    return write_story(tmp_path / "talks", TEXTS, GOLD.format(**QUOTES))


@pytest.mark.parametrize("kind", ["negation", "number", "speaker", "truncated"])
def test_one_quote_of_one_outlet_is_changed(kind: str, story: Path, tmp_path: Path) -> None:
    planted = plant_quotes(story, tmp_path / "changed", 1, 4, kind)
    assert [(one.item, one.others) for one in planted] == [("q1", 2)]
    ((before, after),) = changed_lines(tmp_path / "changed", TEXTS)
    assert planted[0].words in after
    assert before[0] == after[0]
    again = plant_quotes(story, tmp_path / "again", 1, 4, kind)
    assert again == planted
    assert not changed_lines(story, TEXTS)


def test_what_stands_in_no_quotation_marks_is_not_changed(tmp_path: Path) -> None:
    told = {outlet: text.translate(dict.fromkeys(map(ord, "“”„«»"))) for outlet, text in TEXTS.items()}
    story = write_story(tmp_path / "told", told, GOLD.format(**QUOTES))
    for kind in QUOTE_PLANTS:
        assert plant_quotes(story, tmp_path / kind, 1, 4, kind) == []


def test_a_quote_that_two_outlets_give_is_not_changed(tmp_path: Path) -> None:
    few = 'agreements:\n  - {{id: q1, family: quote, evidence: {{a-en: "{a-en}", b-de: "{b-de}"}}}}\n'
    story = write_story(tmp_path / "few", TEXTS, few.format(**QUOTES))
    assert plant_quotes(story, tmp_path / "changed", 1, 4, "negation") == []


def test_an_unknown_kind_is_told_with_the_known_ones(story: Path, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="'rhyme'; known are negation"):
        plant_quotes(story, tmp_path / "changed", 1, 4, "rhyme")


def test_all_kinds_can_be_chosen_by_the_command() -> None:
    assert set(QUOTE_PLANTS) <= set(PLANTERS)
    assert set(KINDS_OF_WORDS) <= set(QUOTE_PLANTS)


@pytest.mark.parametrize(
    ("kind", "language", "words", "changed"),
    [
        ("negation", "en", "We will not leave this house", "We will leave this house"),
        ("negation", "en", "They can't stop the river", "They can stop the river"),
        ("negation", "fr", "Nous ne partirons pas d'ici", "Nous partirons d'ici"),
        ("negation", "es", "No vamos a salir hoy", "Vamos a salir hoy"),
        ("negation", "cs", "Dohodu nikdy nepodepíšeme", None),
        ("negation", "cs", "Dohodu v pátek nepodepíšeme", "Dohodu v pátek podepíšeme"),
        ("negation", "fi", "Sopimus ei ole valmis", "Sopimus on valmis"),
        ("negation", "tr", "Bu evi satmayacağız", "Bu evi satacağız"),
        ("negation", "ja", "列車は動いていません", "列車は動いています"),
        ("negation", "sw", "Hatutaondoka hapa leo", "Tutaondoka hapa leo"),
        ("negation", "ru", "Мы не подпишем этот договор", "Мы подпишем этот договор"),
        ("negation", "ru", "Никто не подпишет этот договор", None),
        ("negation", "en", "We will not go unless they pay", None),
        ("negation", "en", "We do not and will not pay", None),
        ("force", "en", "The bank must close today", "The bank may close today"),
        ("force", "en", "The bank must not close today", None),
        ("antonym", "de", "Der Weg war heute offen", "Der Weg war heute geschlossen"),
        ("turned", "en", "We need time, not money", "We need money, not time"),
        ("turned", "de", "Das ist kein Ende, sondern Anfang", "Das ist kein Anfang, sondern Ende"),
        ("turned", "en", "We need time, not the money", None),
        ("turned", "zh", "这不是结束，而是开始", "这不是开始，而是结束"),
        ("truncated", "en", "The bridge opens in May if the money comes", "The bridge opens in May"),
        ("truncated", "en", "If the money comes, the bridge opens in May", "The bridge opens in May"),
        ("truncated", "uk", "Міст відкриємо в травні, якщо будуть гроші", "Міст відкриємо в травні"),
        ("truncated", "fa", "باید مخزن را تا وقتی بارندگی خوب است پر کنیم", None),
        ("truncated", "zh", "桥梁五月开放，但资金必须到位", "桥梁五月开放"),
        ("truncated", "en", "The bridge opens in May", None),
    ],
)
def test_words_are_changed_by_rules_of_their_language(
    kind: str, language: str, words: str, changed: str | None
) -> None:
    assert [one.words for one in changed_words(kind, words, language)] == ([] if changed is None else [changed])


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("He said: “We will not go”, and left.", True),
        ("He said “never”. We will not go, it seems.", False),
        ("Er sagte: „We will not go“.", True),
        ("— We will not go — he said.", True),
        ("We will not go, he said.", False),
        ("Nobody spoke.", False),
    ],
)
def test_a_quote_stands_between_marks_or_behind_a_dash(text: str, quoted: bool) -> None:
    assert is_quoted(text, "We will not go") is quoted


def test_only_a_finding_of_the_right_kind_at_the_place_finds_a_plant() -> None:
    text = TEXTS["a-en"].replace("will not", "will")
    version = Version("v-a", "a-en", "https://a", "en", TIME, "", text, ())
    planted = Planted("talks", "q1", "a-en", "We will sign", "We will sign", QUOTES["a-en"], 2)

    def found(kind: DiscrepancyKind, words: str) -> bool:
        start = text.index(words)
        side = Side(words, (Evidence("v-a", start, start + len(words), words),))
        finding = Discrepancy("d", kind, "high", 0.9, "differs", None, (), (side,))
        report = Report("s", "S", (version,), (), (), (), (finding,), (), (), Run(TIME))
        return is_found(planted, report, PLANTERS["negation"].kinds)

    assert found("quote-altered", "We will sign before 15 May")
    assert not found("quote-altered", "opened the talks")
    assert not found("quote-truncated", "We will sign before 15 May")


@pytest.mark.parametrize(
    ("told", "changed"),
    [
        ('"{}," Anna Berg said.', '"We will not sign before 15 May," Anna Berg said.'),
        ("“{}”, said Anna Berg.", "“We will not sign before 15 May”, said Anna Berg."),
        ("— {}, Anna Berg said.", "— We will not sign before 15 May, Anna Berg said."),
        ("“{} at night.”", "“We will not sign before 15 May.”"),
    ],
)
def test_a_cut_leaves_the_marks_and_who_said_it(told: str, changed: str, tmp_path: Path) -> None:
    texts = TEXTS | {"a-en": f"Talks\n\n{told.format(QUOTES['a-en'])}\n"}
    story = write_story(tmp_path / "talks", texts, GOLD.format(**QUOTES))
    for seed in range(20):
        planted = plant_quotes(story, tmp_path / f"changed-{seed}", seed, 1, "truncated")
        if planted[0].outlet == "a-en":
            assert (tmp_path / f"changed-{seed}" / "a-en.txt").read_text(encoding="utf-8") == f"Talks\n\n{changed}\n"
            return
    pytest.fail("no seed of twenty changes this outlet")
