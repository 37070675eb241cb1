"""The report and the app in a real browser: keys, themes, widths, accessibility, hostile texts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

from report.access import Access
from report.inbox import Filters
from report.write import write_report
from tests.report.conftest import Running
from tests.report.memory import MemoryStore
from tests.report.story import load_report
from tests.report.test_render import _hostile

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
PAGES = [
    *("/", "/?kind=quote-altered", "/d/d-not", "/d/d-injured", "/s/karsk-bridge", "/stories", "/record", "/login"),
    *("/outlets", "/outlets/nordnytt-sv", "/outlets/al-nahr-ar", "/check-outlet", "/audit", "/d/none"),
]
LOOKS: list[tuple[int, Literal["light", "dark"]]] = [(1440, "light"), (1440, "dark"), (360, "light"), (360, "dark")]


@contextmanager
def _opened(browser: Browser, url: str) -> Iterator[tuple[Page, list[str]]]:
    """A page and what went wrong on it: requests elsewhere, errors, refused scripts, dialogs."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, color_scheme="light")
    page = context.new_page()
    wrong: list[str] = []
    home = url.split("/")[2]
    page.on("request", lambda r: wrong.append(r.url) if r.url.startswith("http") and home not in r.url else None)
    page.on(
        "console",
        lambda m: wrong.append(m.text) if m.type in ("error", "warning") and "status of 4" not in m.text else None,
    )
    page.on("pageerror", lambda e: wrong.append(str(e)))
    page.on("dialog", lambda d: wrong.append(d.message))
    page.goto(url)
    yield page, wrong
    context.close()


RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def _check_every_look(page: Page) -> None:
    """What axe-core finds against WCAG 2.2 A and AA, and that nothing is wider than the window, in each of ``LOOKS``.

    The page is loaded once: its style sheet, not its script, asks for width and theme. axe tells of violations alone:
    to describe all that holds takes it as long again.
    """
    axe = pytest.importorskip("axe_playwright_python.base", reason="axe-playwright-python is not installed")
    page.evaluate(axe.AXE_SCRIPT)
    for width, theme in LOOKS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=theme)
        found = page.evaluate("rules => axe.run({runOnly: rules, resultTypes: ['violations']})", RULES)
        faults = [
            f"{v['id']}: {n['html'][:160]} {n['failureSummary']}" for v in found["violations"] for n in v["nodes"]
        ]
        assert (width, theme, faults) == (width, theme, [])
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def wait_until(page: Page, condition: str) -> None:
    """Asks until ``condition`` holds: the page's policy forbids the polling in the page that Playwright offers."""
    for _ in range(100):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"never true: {condition}")


def test_the_report_has_no_fault(browser: Browser, tmp_path: Path) -> None:
    write_report(load_report(), tmp_path)
    with _opened(browser, (tmp_path / "report.html").as_uri()) as (page, wrong):
        _check_every_look(page)
        assert wrong == []


@pytest.mark.parametrize("path", PAGES)
def test_no_page_of_the_app_has_a_fault(browser: Browser, running: Running, path: str) -> None:
    for identity, state in (("d-not", "confirmed"), ("d-cost", "dismissed"), ("d-safe", "unsure")):
        running.store.decide(identity, state, "bo", 0, "same")  # type: ignore[arg-type]  # a literal in a tuple
    running.store.note("bo", "10.0.0.7", "export", "/export.csv?state=all")
    with _opened(browser, running.url + path) as (page, wrong):
        _check_every_look(page)
        assert wrong == []


def test_the_keys_of_the_report(browser: Browser, tmp_path: Path) -> None:
    write_report(load_report(), tmp_path)
    with _opened(browser, (tmp_path / "report.html").as_uri()) as (page, wrong):
        page.keyboard.press("j")
        page.keyboard.press("j")
        assert page.evaluate("document.activeElement.id") == "d-d-not"
        page.keyboard.press("k")
        assert page.evaluate("document.activeElement.id") == "d-d-toll"
        page.keyboard.press("o")
        assert page.evaluate("document.activeElement.querySelector('details').open")
        page.keyboard.press("t")
        assert page.evaluate("document.documentElement.dataset.theme") == "dark"
        page.keyboard.press("?")
        assert page.locator("#help").is_visible()
        assert wrong == []


def test_the_keys_of_the_inbox(browser: Browser, running: Running) -> None:
    with _opened(browser, running.url + "/") as (page, wrong):
        page.keyboard.press("j")
        page.keyboard.press("j")
        page.keyboard.press("k")
        page.keyboard.press("c")
        page.wait_for_selector('[data-row="d-toll"]', state="detached")
        assert running.store.history("d-toll")[-1].state == "confirmed"
        wait_until(page, """document.activeElement.closest('[data-row="d-not"]') !== null""")
        page.keyboard.press("u")
        page.wait_for_selector('[data-row="d-not"]', state="detached")
        wait_until(page, """document.activeElement.closest('[data-row="d-speaker"]') !== null""")
        page.keyboard.press("d")
        page.keyboard.press("3")
        page.wait_for_selector('[data-row="d-speaker"]', state="detached")
        assert running.store.history("d-speaker")[-1].reason == "misread"
        page.keyboard.press("/")
        wait_until(page, "document.activeElement.type === 'search' || document.activeElement.name === 'words'")
        page.keyboard.type("inspection")
        wait_until(page, "document.activeElement.value === 'inspection'")
        page.keyboard.press("Enter")
        page.wait_for_url("**words=inspection**", wait_until="commit")
        wait_until(page, "document.querySelectorAll('.row').length === 1")
        assert wrong == []


def test_the_keys_of_a_finding(browser: Browser, running: Running) -> None:
    with _opened(browser, running.url + "/d/d-toll") as (page, wrong):
        page.keyboard.press("n")
        page.keyboard.type("called the desk")
        page.keyboard.press("Escape")
        page.keyboard.press("c")
        page.wait_for_selector(".history li")
        assert running.store.history("d-toll")[-1].note == "called the desk"
        page.keyboard.press("z")
        page.wait_for_selector(".history li:nth-child(2)")
        assert running.store.finding("d-toll").state == "new"  # type: ignore[union-attr]  # it is there
        page.keyboard.press("j")
        page.wait_for_url("**/d/d-not**")
        page.keyboard.press("k")
        page.wait_for_url("**/d/d-toll**")
        page.keyboard.press("i")
        page.wait_for_url("**/")
        page.wait_for_selector(".row")
        page.keyboard.press("?")
        assert page.locator("#help").is_visible()
        assert wrong == []


def test_dismissing_from_the_inbox_asks_for_a_reason(browser: Browser, running: Running) -> None:
    with _opened(browser, running.url + "/") as (page, wrong):
        page.click('[data-row="d-not"] button:has-text("Dismiss")')
        page.click("#why button:has-text('misread')")
        page.wait_for_selector('[data-row="d-not"]', state="detached")
        assert running.store.history("d-not")[-1].reason == "misread"
        wait_until(page, """document.activeElement.closest('[data-row="d-speaker"]') !== null""")
        page.keyboard.press("u")
        page.wait_for_selector('[data-row="d-speaker"]', state="detached")
        assert len(running.store.history("d-speaker")) == 1
        page.keyboard.press("t")
        assert page.evaluate("document.documentElement.dataset.theme") == "dark"
        page.goto(running.url + "/?state=all")
        assert page.evaluate("document.documentElement.dataset.theme") == "dark"
        page.click('[data-row="d-not"] button:has-text("Undo")')
        page.wait_for_selector('[data-row="d-not"] button:has-text("Confirm")')
        assert running.store.finding("d-not").state == "new"  # type: ignore[union-attr]  # it is there
        assert wrong == []


def test_everything_is_on_paper(browser: Browser, running: Running) -> None:
    with _opened(browser, running.url + "/d/d-toll") as (page, wrong):
        page.emulate_media(media="print")
        assert page.locator(".evidence blockquote").first.is_visible()
        assert not page.locator(".buttons").is_visible()
        assert not page.locator(".bar-top nav").is_visible()
        assert len(page.pdf()) > 5_000
        assert wrong == []


def test_a_verdict_needs_no_script(browser: Browser, running: Running) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(running.url + "/")
    page.click(".row .open >> nth=0")
    page.select_option("select[name=reason]", "old")
    page.fill("textarea", "an older page")
    page.click("button[value=dismissed]")
    assert page.locator(".history li").inner_text().startswith("dismissed")
    assert running.store.inbox(Filters(state="dismissed")).total == 1
    context.close()


def test_two_reviewers_race(browser: Browser, running: Running) -> None:
    with _opened(browser, running.url + "/d/d-toll") as (page, _):
        running.store.decide("d-toll", "dismissed", "bo", 0, "old")
        page.keyboard.press("c")
        page.wait_for_selector(".trouble")
        assert "bo decided" in page.locator(".trouble").inner_text()
        assert [v.by for v in running.store.history("d-toll")] == ["bo"]
        page.keyboard.press("c")
        page.wait_for_selector(".history li:nth-child(2)")
        assert [v.state for v in running.store.history("d-toll")] == ["dismissed", "confirmed"]


def test_hostile_texts_run_nothing_and_reach_nobody(browser: Browser, tmp_path: Path) -> None:
    report = _hostile()
    write_report(report, tmp_path)
    with _opened(browser, (tmp_path / "report.html").as_uri()) as (page, wrong):
        assert page.locator("article.finding").count() == len(report.discrepancies)
        assert wrong == []
    numbered = replace(report, discrepancies=tuple(replace(d, id=f"e{n}") for n, d in enumerate(report.discrepancies)))
    running = Running(MemoryStore(numbered), Access(reviewer="ada"))
    for path in ("/", "/d/e0", "/d/e2", "/s/karsk-bridge", "/outlets", "/stories", "/record"):
        with _opened(browser, running.url + path) as (_, wrong):
            assert (path, wrong) == (path, [])
    running.stop()
