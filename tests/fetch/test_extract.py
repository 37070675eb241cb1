"""Articles out of pages: charsets, dates, headlines, and pages that hold none."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from lxml import html

from fetch.block import trim_to_block
from fetch.extract import extract_page, extract_pages, main
from records.errors import UnusableError

PARAGRAPHS = [
    "Ein Feuer ist am Mittwoch kurz nach sechs Uhr auf der Fähre ausgebrochen, teilte die Küstenwache mit.",
    "Alle 318 Menschen an Bord, darunter 41 Besatzungsmitglieder, wurden gerettet und an Land gebracht.",
    "„Die Besatzung hat alles richtig gemacht“, sagte die Kommandantin der Küstenwache am Nachmittag.",
]
URL = "https://x.example/a"


def page(head: str = "", paragraphs: list[str] | None = None, around: str = "", title: str = "Feuer auf Fähre") -> str:
    body = "".join(f"<p>{text}</p>" for text in (PARAGRAPHS if paragraphs is None else paragraphs))
    return (
        f"<!doctype html><html lang='de'><head><title>{title} | Blatt</title>{head}</head><body>"
        f"<nav><a href='/'>Start</a> <a href='/p'>Politik</a></nav><main><h1>{title}</h1>{around}{body}</main>"
        f"<footer>Impressum</footer></body></html>"
    )


@pytest.mark.parametrize(
    ("encoding", "head", "header"),
    [
        ("utf-8", "<meta charset=utf-8>", None),
        ("utf-8", "", "text/html; charset=UTF-8"),
        ("utf-8", "", None),
        ("cp1252", "<meta http-equiv=Content-Type content='text/html; charset=iso-8859-1'>", None),
        ("cp1252", "", "text/html; charset=windows-1252"),
        ("cp1252", "<meta charset=utf-8>", None),
        ("cp1252", "", None),
        ("utf-16", "", None),
        ("utf-8-sig", "<meta charset=iso-8859-1>", None),
    ],
)
def test_charsets(encoding: str, head: str, header: str | None) -> None:
    found = extract_page(page(head).encode(encoding), URL, header)
    assert found.text.split("\n") == PARAGRAPHS
    assert found.headline == "Feuer auf Fähre"
    assert found.language == "de"


def _ld(**fields: object) -> str:
    article = {"@context": "https://schema.org", "@type": "NewsArticle", **fields}
    return f'<script type="application/ld+json">{json.dumps(article)}</script>'


CET = timezone(timedelta(hours=1))


@pytest.mark.parametrize(
    ("head", "around", "published"),
    [
        (_ld(datePublished="2025-12-15T18:10:00+01:00"), "", datetime(2025, 12, 15, 18, 10, tzinfo=CET)),
        (_ld(datePublished="2025-12-15T18:10:00+0100"), "", datetime(2025, 12, 15, 18, 10, tzinfo=CET)),
        (_ld(datePublished="2025-12-15T17:10:00.000Z"), "", datetime(2025, 12, 15, 17, 10, tzinfo=UTC)),
        (
            "<meta property='article:published_time' content='2025-12-15 17:10:00'>",
            "",
            datetime(2025, 12, 15, 17, 10, tzinfo=UTC),
        ),
        (
            "<meta name=pubdate content='Mon, 15 Dec 2025 18:10:00 +0100'>",
            "",
            datetime(2025, 12, 15, 18, 10, tzinfo=CET),
        ),
        ("", "<time datetime='2025-12-15T18:10+01:00'>heute</time>", datetime(2025, 12, 15, 18, 10, tzinfo=CET)),
        ("<meta name=date content='soon'>", "", None),
        ("", "", None),
    ],
)
def test_time_of_publication(head: str, around: str, published: datetime | None) -> None:
    assert extract_page(page(head, around=around).encode(), URL).published == published


def test_authors_headline_and_byline() -> None:
    head = _ld(headline="Feuer auf Fähre", author=[{"@type": "Person", "name": "Eva Lenz"}, "Jo Ott"])
    found = extract_page(page(head, around="<p>Von Eva Lenz und Jo Ott</p>").encode(), URL)
    assert found.authors == ("Eva Lenz", "Jo Ott")
    assert found.text.split("\n") == PARAGRAPHS


def test_broken_json_ld_is_passed_over() -> None:
    head = '<script type="application/ld+json">{"@type": NewsArticle}</script>'
    assert extract_page(page(head).encode(), URL).text.split("\n") == PARAGRAPHS


def test_captions_related_links_and_consent_are_left_out() -> None:
    around = (
        "<figure><img src=a.jpg><figcaption>Die Fähre im Hafen, 12 Uhr</figcaption></figure>"
        "<div class='related-articles'><p>Lesen Sie auch: Sturm über der Küste am Dienstag</p></div>"
        "<div id='cookie-banner'><p>Wir verwenden Cookies, um die Seite zu verbessern.</p></div>"
    )
    assert extract_page(page(around=around).encode(), URL).text.split("\n") == PARAGRAPHS


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (b"", "empty"),
        (b"   \n", "empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 4, "no text in any known encoding"),
        (b"just words, no markup", "without markup"),
        (b"<html><head><title>x</title></head><body></body></html>", "no article"),
        (page(paragraphs=["Weg."]).encode(), "no article"),
        (
            page(paragraphs=["Bitte stimmen Sie der Verwendung von Cookies zu, um weiterzulesen."]).encode(),
            "consent page",
        ),
        (
            page(_ld(isAccessibleForFree=False), paragraphs=[PARAGRAPHS[0]]).encode(),
            "paywall",
        ),
        (
            page(
                paragraphs=["Jetzt abonnieren und weiterlesen: Dieser Artikel ist nur für Abonnenten zu lesen."]
            ).encode(),
            "paywall",
        ),
    ],
)
def test_pages_without_an_article(body: bytes, why: str) -> None:
    with pytest.raises(UnusableError, match=why) as raised:
        extract_page(body, URL)
    assert raised.value.stage == "extract"
    assert URL in raised.value.why and "\n" not in raised.value.why


def test_an_article_about_cookies_is_one() -> None:
    paragraphs = [f"{text} Cookies spielten dabei keine Rolle, hieß es." for text in PARAGRAPHS]
    paragraphs += [f"{text} Das Wetter war ruhig und die See glatt." for text in PARAGRAPHS]
    assert len(extract_page(page(paragraphs=paragraphs).encode(), URL).text.split("\n")) == 6


def test_command_prints_the_contract(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    saved = tmp_path / "a.html"
    saved.write_text(page(_ld(datePublished="2025-12-15T17:10:00Z", author="Eva Lenz")), "utf-8")
    assert main([str(saved)]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert list(printed) == ["headline", "published", "authors", "language", "text"]
    assert printed["published"] == "2025-12-15T17:10:00+00:00"
    assert printed["authors"] == ["Eva Lenz"]
    saved.write_bytes(b"")
    assert main([str(saved)]) == 1
    assert main([str(tmp_path / "none.html")]) == 2
    assert main([]) == 2
    assert "Traceback" not in capsys.readouterr().err


def _live(updates: list[dict[str, str]], **more: object) -> str:
    return _ld(
        liveBlogUpdate=[{"@type": "BlogPosting", **one} for one in updates], **more, **{"@type": "LiveBlogPosting"}
    )


def test_a_live_blog_is_a_page_an_entry() -> None:
    updates = [
        {
            "@id": f"{URL}#u{n}",
            "headline": f"Stand {n}",
            "datePublished": f"2025-12-15T1{n}:00:00Z",
            "articleBody": f"<p>{text}</p><p>Um {n} Uhr &amp; später.</p>",
        }
        for n, text in enumerate(PARAGRAPHS)
    ]
    found = extract_pages(page(_live(updates)).encode(), URL)
    assert [(one.entry, one.headline) for one in found] == [("u0", "Stand 0"), ("u1", "Stand 1"), ("u2", "Stand 2")]
    assert found[1].text.split("\n") == [PARAGRAPHS[1], "Um 1 Uhr & später."]
    assert found[2].published == datetime(2025, 12, 15, 12, tzinfo=UTC)


def test_a_live_blog_in_microdata() -> None:
    entries = "".join(
        f"<div itemprop=liveBlogUpdate id=e{n}><h2 itemprop=headline>Stand {n}</h2>"
        f"<time datetime=2025-12-15T1{n}:00Z>x</time>"
        f"<div itemprop=articleBody><p>{text}</p></div></div>"
        for n, text in enumerate(PARAGRAPHS)
    )
    blog = f"<div itemscope itemtype='https://schema.org/LiveBlogPosting'>{entries}</div>"
    found = extract_pages(page(paragraphs=[], around=blog).encode(), URL)
    assert [(one.entry, one.text) for one in found] == [(f"e{n}", text) for n, text in enumerate(PARAGRAPHS)]


@pytest.mark.parametrize(
    ("head", "around", "paragraphs", "why"),
    [
        (_live([]), "", PARAGRAPHS, "a live blog whose entries"),
        (
            "<meta property='og:type' content='video.other'>",
            "<video src=a.mp4></video>",
            PARAGRAPHS[:1],
            "a video page",
        ),
        (_ld(**{"@type": "ImageGallery"}), "", PARAGRAPHS[:1], "a gallery"),
        ("", "<figure><img src=a.jpg></figure>" * 9, PARAGRAPHS[:1], "a gallery"),
    ],
)
def test_pages_of_another_kind(head: str, around: str, paragraphs: list[str], why: str) -> None:
    with pytest.raises(UnusableError, match=why):
        extract_pages(page(head, paragraphs, around).encode(), URL)


@pytest.mark.parametrize("around", ["<video src=a.mp4></video>", "<figure><img src=a.jpg></figure>" * 9])
def test_a_short_article_with_a_video_or_pictures_is_one(around: str) -> None:
    assert extract_pages(page(_ld(headline="Feuer auf Fähre"), around=around).encode(), URL)[0].text


def test_a_page_of_which_all_was_taken_is_cut_to_its_article() -> None:
    article = [*PARAGRAPHS, *(f"{text} Das bestätigte am Abend auch der Hafenmeister." for text in PARAGRAPHS)]
    body = "".join(f"<p>{text}</p>" for text in article[1:])
    comments = [f"Das war doch abzusehen, das sage ich seit {n} Jahren jedem." for n in range(4, 9)]
    listed = "".join(f"<li><b>vor Stunden</b><p>{text}</p></li>" for text in comments)
    markup = (
        "<html><head><title>Feuer auf Fähre</title></head><body><table><tr><td><p>Anmelden oder registrieren</p>"
        f"<div><p>{article[0]}</p></div><div class=text>{body}</div><ul>{listed}</ul></td></tr></table></body></html>"
    )
    taken = ["Anmelden oder registrieren", *article, *comments]
    assert trim_to_block(taken, html.document_fromstring(markup)) == article


def test_an_article_in_several_parts_stays_whole() -> None:
    parts = "".join(f"<section><div class=part><p>{text}</p></div></section><hr>" for text in PARAGRAPHS)
    tree = html.document_fromstring(f"<html><body>{parts}</body></html>")
    assert trim_to_block(PARAGRAPHS, tree) == PARAGRAPHS
