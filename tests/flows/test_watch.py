"""One watch run over a fake internet reads all that can be read and says why of the rest; a second run does nothing."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
import regex
from sqlalchemy import func, select

from fetch.archive import Archive
from flows.watch import WatchRun, watch_once
from flows.workplace import Workplace
from store.memberships import members_of
from store.schema import metadata
from tests.flows.command import read_report
from tests.flows.internet import NOW, Host, Internet, Page, make_internet, serve_internet
from tests.flows.watching import STORY, Clock, workplace


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Workplace]:
    made = workplace(tmp_path / "work", Clock())
    yield made
    made.close()


def watched(net: Internet, place: Workplace, out: Path) -> WatchRun:
    return watch_once(net.outlets(), [STORY], place, out)


def rows_of(place: Workplace) -> dict[str, int]:
    with place.store.read() as connection:
        return {
            table.name: connection.execute(select(func.count()).select_from(table)).scalar() or 0
            for table in metadata.sorted_tables
        }


def files_of(place: Workplace) -> list[str]:
    return sorted(str(path) for path in place.archive.folder.rglob("*") if path.is_file())


OUTLETS, PAGES = (60, 1000) if os.environ.get("SYNOPTIC_TEST_FULL") == "1" else (36, 252)
"""The full internet takes minutes: the suite has a smaller one with the same faults, see docs/outlets.md."""


def faulty() -> tuple[Internet, dict[str, str], list[Host]]:
    """The internet with every fault on a page of its own: url path on host to what the run must say of it."""
    net = make_internet(OUTLETS, PAGES)
    hosts = list(net.hosts.values())
    told = {}
    faults = {
        "hanging": "silent for 5 s",
        "429 for long": "answered 429",
        "404": "answered 404",
        "truncated": "no answer",
        "loop": "more than 5 redirects",
        "private": "private address",
        "metadata": "private address",
        "gzip bomb": "too large",
        "huge": "too large",
        "empty": "the page is empty",
        "consent": "a consent page",
    }
    for number, (fault, why) in enumerate(faults.items()):
        path = f"/{hosts[number].language}/3.html"
        hosts[number].pages[path].fault = fault
        told[f"{hosts[number].name}{path}"] = why
    for number, (fault, times) in enumerate({"slow": 9, "429": 1, "500": 1, "wrong charset": 99}.items(), 20):
        page = hosts[number].pages[f"/{hosts[number].language}/4.html"]
        page.fault, page.times = fault, times
    hosts[30].feed, hosts[31].feed, hosts[32].feed = "broken", "html", "duplicate guids"
    hosts[33].robots = f"User-agent: *\nDisallow: /{hosts[33].language}/5.html\nDisallow: /private/\n"
    told[f"{hosts[33].name}/{hosts[33].language}/5.html"] = "robots.txt"
    hosts[34].pages[f"/{hosts[34].language}/6.html"].published = NOW + timedelta(days=400)
    hosts[35].pause = 0.2
    hosts[35].pages = dict(list(hosts[35].pages.items())[:4])
    return net, told, hosts


@pytest.mark.timeout(1500)
def test_a_run_reads_what_can_be_read_and_says_why_of_the_rest(tmp_path: Path, place: Workplace) -> None:
    net, told, hosts = faulty()
    with serve_internet(net):
        first = watched(net, place, tmp_path / "out")
        why = {f"{one.outlet}{regex.sub('^http://[^/]+', '', one.url)}": one.why for one in first.unusable}
        feeds = {key: text for key, text in why.items() if key.endswith("/feed")}
        assert sorted(feeds) == sorted(f"{hosts[n].name}/feed" for n in (30, 31))
        # the host that asked to be let alone for an hour is asked for nothing else
        quiet = {key for key in why if key.startswith(f"{hosts[1].name}/") and key not in told}
        found = {key: text for key, text in why.items() if key not in feeds and key not in quiet}
        assert {key: text for key, text in found.items() if key not in told} == {}
        assert set(told) <= set(found)
        assert all("429" in why[key] or "let alone" in why[key] for key in quiet)
        for key, words in told.items():
            assert words in why[key], f"{key}: {why[key]}"
        readable = sum(len(host.pages) for n, host in enumerate(hosts) if n not in (30, 31))
        unread = len(told) + len(quiet)
        assert rows_of(place)["versions"] == readable - unread
        assert len(list(place.archive.records())) >= readable - unread

        # no host was asked for two things at once, or sooner than it likes
        assert max(host.most_at_once for host in hosts) == 1
        assert hosts[35].shortest_gap >= 0.19
        assert all(max(map(host.asked.count, host.asked), default=0) <= 6 for host in hosts)  # a loop of redirects

        # one story, told by every outlet that could be read, in fifteen languages
        members = members_of(place.store, STORY.id)
        assert {one.outlet for one in members} >= {h.name for n, h in enumerate(hosts) if n not in (1, 30, 31)}
        assert [report.story_id for report in first.reports] == [STORY.id]
        written = read_report(tmp_path / "out", STORY.id)
        assert len({version["language"] for version in written["versions"]}) == 15
        assert any(one["kind"] == "figure-conflict" for one in written["discrepancies"])

        second_run_does_nothing(net, place, tmp_path, hosts)


def second_run_does_nothing(net: Internet, place: Workplace, tmp_path: Path, hosts: list[Host]) -> None:
    rows, files = rows_of(place), files_of(place)
    for host in hosts:
        host.forget()
    second = watched(net, place, tmp_path / "out")
    assert second.reports == [] and second.joined == ()
    assert sum(run.asked for run in second.outlets) == 0
    assert {path for host in hosts for path in host.asked} <= {"/feed", "/robots.txt"}
    assert rows_of(place) == rows and files_of(place) == files


def test_only_what_changed_is_fetched_and_compared(tmp_path: Path) -> None:
    clock = Clock()
    place = workplace(tmp_path / "work", clock)
    net = make_internet(4, 16)
    hosts = list(net.hosts.values())
    with serve_internet(net):
        assert len(watched(net, place, tmp_path).reports) == 1
        clock.now += timedelta(minutes=61)
        again = watched(net, place, tmp_path)
        assert (sum(run.asked for run in again.outlets), sum(run.fetched for run in again.outlets)) == (16, 0)
        assert again.reports == []

        page = hosts[1].pages[f"/{hosts[1].language}/0.html"]
        page.extra = "<p>312</p>"
        clock.now += timedelta(minutes=61)
        counter = watched(net, place, tmp_path)
        assert sum(run.fetched for run in counter.outlets) == 1 and counter.reports == []

        other = hosts[2].pages[f"/{hosts[2].language}/0.html"]
        other.paragraphs = tuple(text.replace("12", "14") for text in other.paragraphs)
        clock.now += timedelta(minutes=61)
        changed = watched(net, place, tmp_path)
        assert [run.outlet for run in changed.outlets if run.changed] == [hosts[2].name]
        (report,) = changed.reports
        edits = [one for one in report.discrepancies if one.kind == "silent-edit"]
        assert [one.outliers for one in edits] == [(hosts[2].name,)]
        assert watched(net, place, tmp_path).reports == []
    place.close()


def test_what_is_not_as_expected_is_told_and_what_was_killed_leaves_nothing(tmp_path: Path) -> None:
    clock = Clock()
    place = workplace(tmp_path / "work", clock)
    net = make_internet(3, 6, languages=["en"])
    hosts = list(net.hosts.values())
    text = (*hosts[0].pages["/en/0.html"].paragraphs, "(Reuters)")
    for host in hosts:
        host.pages["/en/0.html"].paragraphs = text
    with serve_internet(net):
        outlets = net.outlets()
        for name, wanted in zip(outlets, ((1, 9), (5, 9), (0, 1)), strict=True):
            expected = outlets[name].expected.model_copy(update={"articles_a_day": wanted})
            outlets[name] = outlets[name].model_copy(update={"expected": expected})
        first = watch_once(outlets, [STORY], place, tmp_path / "out")
        assert first.warnings == []  # nobody knows yet what a day brings
        (report,) = first.reports
        assert [issue.what for issue in report.issues if "both credit Reuters" in issue.what]

        stray = [next(place.archive.records()).parent / ".a", tmp_path / "out" / STORY.id / ".report.json.b"]
        for path in stray:
            path.write_bytes(b"half")
            os.utime(path, (0, 0))
        at_work = stray[0].with_name(".c")
        at_work.write_bytes(b"half")
        clock.now += timedelta(days=2)
        for host in hosts:
            host.pages["/en/9.html"] = replace(host.pages["/en/1.html"], headline="A new page")
        hosts[2].pages["/en/0.html"].paragraphs = tuple(t.replace("21", "15") for t in text)
        hosts[2].pages["/en/8.html"] = replace(hosts[2].pages["/en/1.html"], headline="Another new page")
        second = watch_once(outlets, [STORY], place, tmp_path / "out")
        assert [warning.split(";")[0] for warning in second.warnings] == [
            f"{hosts[1].name}: 1 new articles in a day, where 5 to 9 are expected",
            f"{hosts[2].name}: 2 new articles in a day, where 0 to 1 are expected",
        ]
        assert len(second.reports) == 1
        assert not any(path.exists() for path in stray) and at_work.exists()
    place.close()


def test_a_live_blog_is_split_by_entry(tmp_path: Path) -> None:
    clock = Clock()
    place = workplace(tmp_path / "work", clock)
    net = make_internet(2, 4, languages=["en"])
    first, second = net.hosts.values()
    event = first.pages["/en/0.html"]
    entries = {"a": "21", "b": "26"}
    blog = replace(event, headline="As it happened", paragraphs=(), extra=live_blog(event, entries))
    first.pages = {"/en/live.html": blog}
    with serve_internet(net):
        run = watched(net, place, tmp_path / "out")
        addresses = [net.url(first, f"/en/live.html#{entry}") for entry in "ab"]
        assert sorted(run.outlets[0].changed) == addresses and run.unusable == []
        assert {one.url for one in members_of(place.store, STORY.id)} == {*addresses, net.url(second, "/en/0.html")}

        clock.now += timedelta(minutes=61)
        blog.extra = live_blog(event, {**entries, "b": "29", "c": "31"})
        again = watched(net, place, tmp_path / "out")
        assert sorted(again.outlets[0].changed) == [addresses[1], net.url(first, "/en/live.html#c")]
        (report,) = again.reports
        edits = [one for one in report.discrepancies if one.kind == "silent-edit"]
        assert len(edits) == 1 and edits[0].sides[0].evidence[0].text == "26"
        clock.now += timedelta(minutes=61)
        calm = watched(net, place, tmp_path / "out")
        assert calm.reports == [] and calm.outlets[0].changed == [] and calm.outlets[0].asked == 1
    place.close()


def live_blog(event: Page, tolls: Mapping[str, str]) -> str:
    """Markup of a live blog whose entries tell of ``event``, by id each with a toll of its own."""
    entries = "".join(
        f"<div itemprop=liveBlogUpdate id={id}><h2 itemprop=headline>{event.headline.replace('21', toll)}</h2>"
        f"<time datetime=2026-06-10T1{n}:00Z>x</time><div itemprop=articleBody>"
        + "".join(f"<p>{part.replace('21', toll)}</p>" for part in event.paragraphs)
        + "</div></div>"
        for n, (id, toll) in enumerate(tolls.items())
    )
    return f"<div itemscope itemtype='https://schema.org/LiveBlogPosting'>{entries}</div>"


def test_the_archive_opens_in_any_tool_and_keeps_what_versions_need(tmp_path: Path) -> None:
    from warcio.archiveiterator import ArchiveIterator

    place = workplace(tmp_path / "work", Clock())
    net = make_internet(2, 6)
    with serve_internet(net):
        watched(net, place, tmp_path)
        archive: Archive = place.archive
        whole = tmp_path / "all.warc.gz"
        whole.write_bytes(b"".join(path.read_bytes() for path in sorted(archive.records())))
        with whole.open("rb") as file:
            kinds = [
                record.rec_type
                for record in ArchiveIterator(file, check_digests="raise")
                if record.raw_stream.read() or True
            ]
        assert kinds.count("response") == kinds.count("request") == len(list(archive.records()))
    place.close()
