"""Planted differences: what is changed in a story, and what counts as found."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bench.planted import is_found
from bench.planting import Planted, changed_number, plant_figures
from bench.planting_claimants import plant_claimants
from bench.planting_updates import plant_updates, raised_number
from configs.story import load_story
from records.discrepancy import Discrepancy, DiscrepancyKind, Evidence, Side
from records.report import Report, Run
from records.version import Version

STORY = """\
id: fire
title: Fire
versions:
  - {outlet: a-en, url: https://a.example/fire, language: en, published: 2026-01-01T10:00:00Z, file: a-en.txt}
  - {outlet: b-de, url: https://b.example/fire, language: de, published: 2026-01-01T11:00:00Z, file: b-de.txt}
  - {outlet: c-fr, url: https://c.example/fire, language: fr, published: 2026-01-01T12:00:00Z, file: c-fr.txt}
"""
TEXTS = {
    "a-en": "Fire\n\nThe fire destroyed 46 houses. It broke out at 7.40. Nobody was hurt, 46 people said.\n",
    "b-de": "Brand\n\nDas Feuer zerstörte 46 Häuser. Es brach um 7.40 Uhr aus.\n",
    "c-fr": "Feu\n\nLe feu a détruit quarante-six maisons. Il a éclaté à 7.40.\n",
}
GOLD = """\
discrepancies: []
agreements:
  - {id: f1, family: figure, evidence: {a-en: "46 houses", b-de: "46 Häuser", c-fr: "quarante-six maisons"}}
  - {id: f2, family: figure, evidence: {a-en: "at 7.40", b-de: "um 7.40", c-fr: "à 7.40"}}
"""
PLANTED = Planted("fire", "f1", "b-de", "28 Häuser", "28", "46", 2)


@pytest.fixture
def story(tmp_path: Path) -> Path:
    folder = tmp_path / "fire"
    folder.mkdir()
    (folder / "story.yaml").write_text(STORY, encoding="utf-8")
    (folder / "gold.yaml").write_text(GOLD, encoding="utf-8")
    for outlet, text in TEXTS.items():
        (folder / f"{outlet}.txt").write_text(text, encoding="utf-8")
    return folder


def report(*discrepancies: Discrepancy) -> Report:
    time = datetime(2026, 1, 1, tzinfo=UTC)
    texts = TEXTS | {"b-de": TEXTS["b-de"].replace("46", "28")}
    versions = tuple(Version(f"v-{o}", o, f"https://{o}", "en", time, "", text, ()) for o, text in texts.items())
    return Report("s", "S", versions, (), (), (), discrepancies, (), (), Run(time))


def finding(kind: DiscrepancyKind, words: str) -> Discrepancy:
    start = report().versions[1].text.index(words)
    own = Evidence("v-b-de", start, start + len(words), words)
    return Discrepancy("d", kind, "high", 0.9, "differs", None, (), (Side(words, (own,)),))


def test_only_the_number_told_once_in_digits_is_changed_in_one_outlet(story: Path, tmp_path: Path) -> None:
    (planted,) = plant_figures(story, tmp_path / "changed", seed=1, most=4)
    assert (planted.item, planted.outlet, planted.before, planted.others) == ("f1", "b-de", "46", 2)
    changed = (tmp_path / "changed" / "b-de.txt").read_text(encoding="utf-8")
    assert changed == TEXTS["b-de"].replace("46", planted.number)
    for outlet in ("a-en", "c-fr"):
        assert (tmp_path / "changed" / f"{outlet}.txt").read_text(encoding="utf-8") == TEXTS[outlet]


def test_the_original_stays_and_one_seed_gives_one_change(story: Path, tmp_path: Path) -> None:
    first, again = (plant_figures(story, tmp_path / name, seed=1, most=4) for name in ("one", "two"))
    assert first == again
    assert (story / "b-de.txt").read_text(encoding="utf-8") == TEXTS["b-de"]


@pytest.mark.parametrize("number", ["7", "12", "28", "46", "2019", "2,400", "1 900", "38.000", "4,2", "100"])
def test_a_changed_number_is_another_of_the_same_form(number: str) -> None:
    for seed in range(50):
        changed = changed_number(number, random.Random(seed))
        assert changed is not None and changed != number
        assert [s for s in changed if not s.isdigit()] == [s for s in number if not s.isdigit()]
        if number in {"7", "12", "28"}:
            assert 2 <= int(changed) <= 28


def test_zero_is_not_changed() -> None:
    assert changed_number("0", random.Random(1)) is None


def test_a_finding_about_figures_at_the_changed_number_finds_it() -> None:
    assert is_found(PLANTED, report(finding("figure-conflict", "28")))
    assert is_found(PLANTED, report(finding("figure-update", "28 Häuser")))


def test_another_place_or_a_finding_about_quotes_does_not() -> None:
    assert not is_found(PLANTED, report())
    assert not is_found(PLANTED, report(finding("figure-conflict", "7.40")))
    assert not is_found(PLANTED, report(finding("quote-altered", "28")))


TOLLS = {
    "a-en": "Flood kills 14\n\nThe flood killed 14 people. It broke 3 bridges.\n",
    "b-de": "Flut\n\nDie Flut tötete 14 Menschen, zwei starben später.\n",
    "c-fr": "Crue\n\nLa crue a fait 14 morts. Elle dure 14 jours.\n",
}
TOLLS_GOLD = """\
discrepancies: []
agreements:
  - {id: f1, family: figure, evidence: {a-en: "14 people", b-de: "14 Menschen", c-fr: "14 morts"}}
  - {id: f2, family: figure, evidence: {a-en: "3 bridges", b-de: "zwei", c-fr: "14 jours"}}
"""


@pytest.mark.parametrize("seed", range(8))
def test_a_toll_is_raised_wherever_the_last_text_tells_it(story: Path, tmp_path: Path, seed: int) -> None:
    for outlet, text in TOLLS.items():
        (story / f"{outlet}.txt").write_text(text, encoding="utf-8")
    (story / "gold.yaml").write_text(TOLLS_GOLD, encoding="utf-8")
    (planted,) = plant_updates(story, tmp_path / "changed", seed, most=4)
    assert planted.item == "f1" and int(planted.number) > 14
    assert planted.outlet != "c-fr"  # whose 14 days would be more too
    changed = load_story(tmp_path / "changed" / "story.yaml").versions
    times = {version.outlet: version.published or datetime.min.replace(tzinfo=UTC) for version in changed}
    assert max(times, key=lambda outlet: times[outlet]) == planted.outlet
    text = (tmp_path / "changed" / f"{planted.outlet}.txt").read_text(encoding="utf-8")
    assert text == TOLLS[planted.outlet].replace("14", planted.number)


@pytest.mark.parametrize("number", ["5", "14", "46", "412", "2,400", "18 000"])
def test_a_raised_number_is_higher_and_of_the_same_form(number: str) -> None:
    for seed in range(20):
        raised = raised_number(number, random.Random(seed))
        assert raised is not None and len(raised) == len(number)
        assert int(raised.replace(",", "").replace(" ", "")) > int(number.replace(",", "").replace(" ", ""))


@pytest.mark.parametrize("number", ["0", "9.5", "9", "99"])
def test_what_would_need_another_form_is_not_raised(number: str) -> None:
    assert {raised_number(number, random.Random(seed)) for seed in range(20)} <= {None, *"123456789"} - {number}


def test_a_figure_is_credited_to_another_body_of_the_same_form(tmp_path: Path) -> None:
    folder = tmp_path / "march"
    folder.mkdir()
    rows = {
        "a-en": "March\n\nAccording to the police, 12,000 people marched. According to the union, 46 were held.\n",
        "b-de": "Marsch\n\nLaut Polizei kamen 12.000 Menschen.\n",
        "c-fr": "Marche\n\nSelon la police, 12 000 personnes ont défilé.\n",
        "d-es": "Marcha\n\nSegún la policía, marcharon 12.000 personas.\n",
    }
    lines = [
        f"  - {{outlet: {outlet}, url: https://{outlet}.example/m, language: {outlet[2:]}, "
        f"published: 2026-01-01T10:00:00Z, file: {outlet}.txt}}"
        for outlet in rows
    ]
    head = "id: march\ntitle: March\nversions:\n"
    (folder / "story.yaml").write_text(head + "\n".join(lines) + "\n", encoding="utf-8")
    gold = 'a-en: "12,000 people", b-de: "12.000 Menschen", c-fr: "12 000 personnes", d-es: "12.000 personas"'
    (folder / "gold.yaml").write_text(
        f"discrepancies: []\nagreements:\n  - {{id: f1, family: figure, evidence: {{{gold}}}}}\n", encoding="utf-8"
    )
    for outlet, text in rows.items():
        (folder / f"{outlet}.txt").write_text(text, encoding="utf-8")
    (planted,) = plant_claimants(folder, tmp_path / "changed", seed=1, most=4)
    assert (planted.outlet, planted.others) == ("a-en", 3)  # no other text names another body in the same form
    changed = (tmp_path / "changed" / "a-en.txt").read_text(encoding="utf-8")
    assert changed == rows["a-en"].replace("the police", "the union")
    assert planted.words == "According to the union, 12,000 people marched."
