"""The page and the Markdown: complete, self-contained, and deaf to what hostile texts say."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from records.discrepancy import Contested, Discrepancy, Evidence, Side
from records.report import Issue, Report, Unusable
from records.translation import Translation
from report.contract import contract_json
from report.links import safe_url
from report.markdown import escape_markdown
from report.read import read_report
from report.render import render_html, render_markdown
from report.wording import direction, language_name, verdict
from tests.report.story import load_report

EVIL = "</style><script>alert(1)</script>\"'><img src=x onerror=alert(2)>[x](javascript:alert(3))<!--"


class Page(HTMLParser):
    """Tags, attributes and ids of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.attributes: list[tuple[str, str, str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def values(self, name: str) -> list[str]:
        return [value for _, key, value in self.attributes if key == name]


def _hostile() -> Report:
    """The fixture with markup in every text that an outlet, a machine or a configuration may put there."""
    report = load_report()
    first = report.versions[0]
    hostile = replace(first, headline=EVIL, text=first.text + EVIL, url="javascript:alert(1)", outlet=EVIL, id=first.id)
    last = hostile.sentences[-1]
    hostile = replace(hostile, sentences=(*hostile.sentences[:-1], replace(last, end=len(hostile.text))))
    english = {s.id: EVIL for s in report.versions[2].sentences}
    translations = list(report.translations)
    translations[2] = replace(translations[2], english=english, engine=EVIL)
    translations[6] = Translation(translations[6].version, "unavailable", why=EVIL)

    def spoiled(d: Discrepancy) -> Discrepancy:
        sides = tuple(replace(s, value=EVIL) for s in d.sides)
        return replace(d, summary=EVIL, why=EVIL, sides=sides, id=d.id + EVIL)

    return replace(
        report,
        title=EVIL,
        versions=(hostile, *report.versions[1:]),
        translations=tuple(translations),
        discrepancies=tuple(map(spoiled, report.discrepancies)),
        unusable=(Unusable(EVIL, "data:text/html,x", EVIL, EVIL),),
        issues=(Issue(EVIL, EVIL),),
        run=replace(report.run, engines={EVIL: EVIL}),
    )


def test_every_discrepancy_version_and_trouble_is_on_the_page() -> None:
    report = load_report()
    html = render_html(report)
    for discrepancy in report.discrepancies:
        assert discrepancy.summary.replace('"', "&#34;").replace("'", "&#39;") in html
    assert Page(html).tags["article"] == len(report.discrepancies) + len(report.versions)
    for words in ("nordnytt-sv", "consent wall", "<code>synoptic models fetch zh</code>", "cut off by a paywall"):
        assert words in html


def test_the_verdict_counts_our_own_faults_apart() -> None:
    report = load_report()
    assert verdict(report.discrepancies, 8) == (
        "9 discrepancies in 8 versions, 3 high, 1 fault of the machine translation"
    )
    assert verdict((), 2) == "No discrepancy in 2 versions"
    assert verdict((), 1) == "Nothing to compare: one version could be used"
    assert verdict((), 0) == "Nothing to compare: no version could be used"


def test_hostile_text_adds_no_tag_and_no_attribute() -> None:
    calm, hostile = Page(render_html(load_report())), Page(render_html(_hostile()))
    assert hostile.tags["script"] == calm.tags["script"] == 1
    assert hostile.tags["style"] == 1
    assert hostile.tags["img"] == 0
    assert not [name for _, name, _ in hostile.attributes if name.startswith("on") or name == "style"]


def test_only_http_is_linked() -> None:
    links = Page(render_html(_hostile())).values("href")
    assert links
    assert all(link.startswith(("#", "http://", "https://")) for link in links)


def test_the_page_loads_nothing() -> None:
    html = render_html(load_report())
    page = Page(html)
    assert page.values("src") == []
    assert page.tags["link"] == 0
    style = html[html.index("<style>") : html.index("</style>")]
    assert "url(" not in style
    assert "@import" not in style
    policy = next(v for _, n, v in page.attributes if n == "content" and "default-src" in v)
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy


def test_ids_are_unique_and_every_inner_link_arrives() -> None:
    page = Page(render_html(load_report()))
    ids = page.values("id")
    assert [name for name, count in Counter(ids).items() if count > 1] == []
    missing = {link[1:] for link in page.values("href") if link.startswith("#")} - set(ids)
    assert missing == set()


def test_arabic_runs_from_right_to_left() -> None:
    html = render_html(load_report())
    assert re.search(r'<blockquote lang="ar" dir="rtl">[^<]*<mark class="hit hit-out">نحو 3.8 مليون يورو</mark>', html)
    assert (direction("ar"), direction("zh"), direction("he-IL"), direction("xx-none")) == ("rtl", "ltr", "rtl", "auto")


def test_machine_english_names_its_engine() -> None:
    html = render_html(load_report())
    assert 'title="Machine translation: firefox fr-en 2.0 (int8)">machine English' in html
    assert html.count("no translation") == 3


def test_no_discrepancy_says_so() -> None:
    html = render_html(replace(load_report(), discrepancies=()))
    assert "No discrepancy in 8 versions" in html
    assert "What differs" not in html


def test_a_bare_report_renders() -> None:
    report = load_report()
    bare = replace(report, statements=(), discrepancies=(), unusable=(), issues=())
    bare = replace(bare, versions=(), translations=(), claims=())
    assert "Nothing to compare: no version could be used" in render_html(bare)
    assert "Nothing to compare: no version could be used" in render_markdown(bare)


def test_the_same_report_gives_the_same_page() -> None:
    assert render_html(load_report()) == render_html(load_report())


def test_markdown_has_sides_and_troubles() -> None:
    text = render_markdown(load_report())
    assert "**9 discrepancies in 8 versions, 3 high, 1 fault of the machine translation**" in text
    assert "- **41 people**: le-matin-fr (outlier)" in text
    assert "nordnytt-sv could not be used (extract)" in text


def test_hostile_text_is_no_markdown() -> None:
    text = render_markdown(_hostile())
    assert "<script" not in text.replace("\\<script", "")
    assert "](javascript" not in text.replace("\\](javascript", "")
    assert "data:text" not in text


@pytest.mark.parametrize(
    ("raw", "escaped"),
    [
        ("# head", "\\# head"),
        ("1. one", "1\\. one"),
        ("- item\n- item", "\\- item - item"),
        ("a_b*c", "a\\_b\\*c"),
        ("@all", "&#64;all"),
        ("plain (words), 1.5 %", "plain (words), 1.5 %"),
    ],
)
def test_markdown_escapes(raw: str, escaped: str) -> None:
    assert escape_markdown(raw) == escaped


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", " https://a.example", "https://a.example/\nx", "ftp://a.example", "https://", "http:\\\\a"],
)
def test_unsafe_urls(url: str) -> None:
    assert safe_url(url) is None


def test_languages_without_a_file_are_named_by_cldr() -> None:
    assert language_name("is") == "Icelandic"
    assert language_name("pt-BR") == "Portuguese"


def test_what_claimants_contest_is_shown_and_survives_the_file() -> None:
    report = load_report()
    first, second = report.versions[:2]
    sides = tuple(
        Side(f"{n}, claimed by {EVIL}", (Evidence(v.id, 0, 3, v.text[:3]),)) for n, v in ((5, first), (2, second))
    )
    contested = replace(report, contested=(Contested("5 against 2", None, sides),))
    assert "What claimants contest" not in render_html(report)
    html, text = render_html(contested), render_markdown(contested)
    assert "What claimants contest" in html and "What claimants contest" in text
    assert "<img" not in html and "<img" not in text.replace("\\<", "")
    assert read_report(contract_json(contested)).contested == contested.contested
