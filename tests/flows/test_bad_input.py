"""Bad input of every kind: one line and status 2, or an ``unusable`` entry and status 1; never a traceback."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from align.encoder import Rows
from configs.pipeline import FetchSettings, PipelineConfig
from configs.story import StoryConfig, VersionEntry
from fetch.archive import Archive
from fetch.download import Downloader
from flows.compare import compare_story
from flows.workplace import open_workplace
from records.report import Report
from tests.flows.command import ROOT, environment, read_report, synoptic
from tests.flows.server import NewsServer, article, serve

HEAD = "id: quiet-bay\ntitle: Quiet bay\nversions:\n"
GOOD = (
    "valley",
    "Bridge closed\n\nThe bridge over the river Ilma was closed on Tuesday after 14 cars collided in fog.\n",
)
OTHER = ("hill", "Crash on bridge\n\nFourteen cars collided in fog on the bridge over the river Ilma on Tuesday.\n")
PAGE = article(
    "Bridge closed after crash",
    "The bridge over the river Ilma was closed on Tuesday after fourteen cars collided in thick fog, police said.",
    "Nobody was badly hurt, but three drivers were taken to the hospital of Carvel with broken bones.",
)


class LetterEncoder:
    """A bag of letters: quick, and the same for the same text."""

    signature = "letters"

    def encode(self, texts: Sequence[str]) -> Rows:
        rows = np.zeros((len(texts), 64), dtype=np.float32)
        for number, text in enumerate(texts):
            rows[number, 0] = 1.0
            for letter in text.lower():
                rows[number, ord(letter) % 64] += 1
        return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)


def entry(outlet: str, file: str | None = None, language: str | None = "en", url: str | None = None) -> str:
    """One line of a story's versions."""
    fields = [f"outlet: {outlet}", "published: 2026-03-04T12:00:00Z", f'url: "{url or f"https://{outlet}.example/1"}"']
    fields += [f"language: {language}"] if language else []
    fields += [f'file: "{file}"'] if file else []
    return f"  - {{{', '.join(fields)}}}\n"


def story_of(folder: Path, *lines: str, head: str = HEAD) -> Path:
    """A story file with two good versions, then ``lines``."""
    good = ""
    for outlet, text in (GOOD, OTHER):
        (folder / f"{outlet}.txt").write_text(text, encoding="utf-8")
        good += entry(outlet, f"{outlet}.txt")
    path = folder / "story.yaml"
    path.write_text(head + good + "".join(lines), encoding="utf-8")
    return path


def compared(folder: Path, entries: Sequence[VersionEntry], private: bool = False) -> Report:
    """The report of a story, in this process, with a quick encoder."""
    settings = PipelineConfig(fetch=FetchSettings(connect_seconds=2))
    story = StoryConfig(id="quiet-bay", title="Quiet bay", versions=list(entries))
    pages = Downloader(settings.fetch, allow_private=private)
    with open_workplace(folder / "work", settings, downloader=pages, encoder=LetterEncoder()) as place:
        return compare_story(story, place)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (HEAD.encode() + b"colour: red\n", ":4: colour: unknown key (found 'red')"),
        (b"id: 7\ntitle: T\nversions: many\n", ":1: id: expected text (found 7)"),
        (b"", ": the file is empty."),
        (b"# nothing\n", ":1: expected lines of the form key: value, found nothing"),
        (b"id: \xff\xfe\n", ": byte 4 is not UTF-8"),
        (b"id: [a\n", ":2: not YAML: "),
        (
            HEAD.encode() + entry("valley", "valley.txt").encode(),
            ":3: versions: expected 2 entries or more, there are 1",
        ),
        (HEAD.encode() + 2 * entry("valley", "none.txt").encode(), ":4: versions.0.file: no such file"),
        (
            HEAD.encode() + 2 * entry("valley", language="'?'").encode(),
            ":4: versions.0.language: expected a language's code",
        ),
    ],
)
def test_a_wrong_story_is_one_line_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes, said: str
) -> None:
    good, out = story_of(tmp_path), tmp_path / "out"
    bad = tmp_path / "bad.yaml"
    bad.write_bytes(content)
    # the good story comes first: all are read before anything is compared
    done = synoptic(capsys, "compare", good, bad, "--out", out, "--no-flow")
    assert done.status == 2
    assert done.screen.startswith(f"synoptic: {bad}")
    assert said in done.screen
    assert done.screen.count("\n") == 1
    assert not out.exists()


def test_a_story_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for path in (tmp_path / "none.yaml", tmp_path):
        done = synoptic(capsys, "compare", story_of(tmp_path), path, "--out", tmp_path / "out", "--no-flow")
        assert (done.status, done.screen.count("\n")) == (2, 1)
        assert done.screen.startswith(f"synoptic: {path}: ")
    assert not (tmp_path / "out").exists()


def test_two_stories_of_one_id(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    story = story_of(tmp_path)
    done = synoptic(capsys, "compare", story, story, "--out", tmp_path / "out", "--no-flow")
    assert (done.status, done.screen.count("\n")) == (2, 1)
    assert "'quiet-bay' names 2 of the stories given" in done.screen
    assert not (tmp_path / "out").exists()


def test_a_wrong_pipeline_file_or_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    story, out = story_of(tmp_path), tmp_path / "out"
    pipeline = tmp_path / "pipeline.yml"
    pipeline.write_text("fetch: {fewest_words: many}\n", encoding="utf-8")
    done = synoptic(capsys, "compare", story, "--out", out, "--no-flow", "--config", pipeline)
    assert (done.status, done.screen.count("\n")) == (2, 1)
    assert done.screen.startswith(f"synoptic: {pipeline}:1: fetch.fewest_words: ")
    assert not out.exists()
    done = synoptic(capsys, "compare", story, "--out", story, "--no-flow")
    assert (done.status, done.screen.count("\n")) == (2, 1)
    assert "name a folder that can be written" in done.screen


def test_every_version_that_can_not_be_used_says_why_and_the_rest_is_compared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {
        "empty.txt": b"",
        "headline.txt": b"Only a headline\n",
        "bytes.txt": b"Headline\n\nA body \xff\xfe of no encoding.\n",
        "bytes.html": bytes(range(128, 256)) * 20,
        "menu.html": b"<html><body><nav><a href=/a>News</a><a href=/b>Sport</a></nav></body></html>",
        "word.html": b"<html><body><article><h1>Fire</h1><p>Fire.</p></article></body></html>",
        "word.txt": b"Fire\n\nFire.\n",
        "huge.txt": b"Bridge closed\n\n" + GOOD[1].encode() * 130_000,
        "huge.html": PAGE + b" " * 50_000_000,
    }
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "klingon.txt").write_text(GOOD[1], encoding="utf-8")
    bad = {
        **{f"bad-{name.replace('.', '-')}": entry(f"bad-{name.replace('.', '-')}", name) for name in files},
        "nobody-knows": entry("nobody-knows", "klingon.txt", language="tlh"),
        "no-host": entry("no-host", url="https://nowhere.invalid/page"),
        "no-url": entry("no-url", url="http://["),
        "no-port": entry("no-port", url="http://nowhere.invalid:99999/"),
        "loopback": entry("loopback", url="http://127.0.0.1:9/page"),
        "same-url": entry("same-url", "hill.txt", url="https://valley.example/1"),
    }
    reasons = {
        "bad-empty-txt": ("extract", "the file is empty"),
        "bad-headline-txt": ("extract", "no body"),
        "bad-bytes-txt": ("extract", "is not UTF-8"),
        "bad-bytes-html": ("extract", "no text in any known encoding"),
        "bad-menu-html": ("extract", "no article"),
        "bad-word-html": ("extract", "no article"),
        "bad-word-txt": ("extract", "1 word"),
        "bad-huge-txt": ("fetch", "more than 10,000,000 bytes"),
        "bad-huge-html": ("fetch", "more than 10,000,000 bytes"),
        "nobody-knows": ("extract", "nothing is known of the language 'tlh'"),
        "no-host": ("fetch", "no answer"),
        "no-url": ("fetch", "is no web address"),
        "no-port": ("fetch", "is no web address"),
        "loopback": ("fetch", "a private address"),
        "same-url": ("story", "the same page as version 'valley'"),
    }
    done = synoptic(capsys, "compare", story_of(tmp_path, *bad.values()), "--out", tmp_path / "out", "--no-flow")
    assert done.status == 1
    assert "Traceback" not in done.screen
    report = read_report(tmp_path / "out", "quiet-bay")
    assert [version["outlet"] for version in report["versions"]] == ["valley", "hill"]
    assert report["discrepancies"] == []
    unusable = {one["outlet"]: one for one in report["unusable"]}
    assert set(unusable) == set(bad) == set(reasons)
    for outlet, (stage, why) in reasons.items():
        assert unusable[outlet]["stage"] == stage
        assert why in unusable[outlet]["why"]
        assert "\n" not in unusable[outlet]["why"]
        assert not outlet.startswith("bad-") or outlet[4:].replace("-", ".") in unusable[outlet]["why"]
        assert f"not used: {outlet} ({stage}): " in done.screen


def test_nothing_usable_at_all_is_still_a_report(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    path = tmp_path / "story.yaml"
    path.write_text(HEAD + entry("a", "empty.txt") + entry("b", "empty.txt"), encoding="utf-8")
    assert synoptic(capsys, "compare", path, "--out", tmp_path / "out", "--no-flow").status == 1
    report = read_report(tmp_path / "out", "quiet-bay")
    assert (report["versions"], len(report["unusable"])) == ([], 2)


def test_a_page_of_this_machine_is_refused_unless_it_is_allowed(tmp_path: Path) -> None:
    with serve(NewsServer(pages={"/a": PAGE, "/b": PAGE.replace(b"fourteen", b"14")})) as site:
        entries = [VersionEntry(outlet=name, url=site.url(f"/{name}"), language="en") for name in "ab"]
        refused = compared(tmp_path, entries)
        assert [one.why.partition(": ")[2][:11] for one in refused.unusable] == ["'127.0.0.1'"] * 2
        assert site.answers == []
        allowed = compared(tmp_path, entries, private=True)
        assert [version.headline for version in allowed.versions] == ["Bridge closed after crash"] * 2
        assert allowed.unusable == ()


def test_a_page_of_50_megabytes_is_not_read_to_its_end(tmp_path: Path) -> None:
    with serve(NewsServer(pages={"/a": PAGE}, huge={"/huge": 50})) as site:
        entries = [VersionEntry(outlet=name, url=site.url(f"/{name}"), language="en") for name in ("a", "huge", "gone")]
        report = compared(tmp_path, entries, private=True)
        assert site.sent < 50 * 1024 * 1024
    assert [version.outlet for version in report.versions] == ["a"]
    reasons = {one.outlet: (one.stage, one.why) for one in report.unusable}
    assert reasons["huge"][0] == reasons["gone"][0] == "fetch"
    assert "more than 10,000,000 bytes" in reasons["huge"][1]
    assert "404" in reasons["gone"][1]
    archive = Archive(tmp_path / "work" / "archive")
    assert [archive.read(archive.record_of(str(path))).body for path in archive.records()] == [PAGE]


def test_two_versions_of_one_url_are_one_version(tmp_path: Path) -> None:
    with serve(NewsServer(pages={"/a": PAGE})) as site:
        entries = [VersionEntry(outlet=name, url=site.url("/a"), language="en") for name in ("first", "second")]
        report = compared(tmp_path, entries, private=True)
    assert [version.outlet for version in report.versions] == ["first"]
    assert [(one.outlet, one.stage) for one in report.unusable] == [("second", "story")]


@pytest.mark.timeout(900)  # some seconds on a quiet machine
def test_stopped_in_the_middle_it_goes_on_when_started_again(tmp_path: Path) -> None:
    site = NewsServer(pages={"/a": PAGE, "/b": PAGE.replace(b"fourteen", b"14")}, held={"/b"})
    with serve(site):
        path, out = tmp_path / "story.yaml", tmp_path / "out"
        path.write_text(HEAD + entry("a", url=site.url("/a")) + entry("b", url=site.url("/b")), encoding="utf-8")
        command = [sys.executable, "-m", "flows.cli", "compare", str(path), "--out", str(out), "--no-flow"]
        run = subprocess.Popen(
            command, cwd=ROOT, env=environment(SYNOPTIC_ALLOW_PRIVATE="1"), stderr=subprocess.PIPE, text=True
        )
        assert site.asked.wait(120)
        run.send_signal(signal.SIGINT)
        _, screen = run.communicate(timeout=120)
        assert run.returncode == 130
        assert "Traceback" not in screen
        assert "run the same command again" in screen
        assert not (out / "quiet-bay").exists()
        assert site.answers == [("/a", 200)]
        site.held.clear()
        site.release.set()
        site.answers.clear()
        again = subprocess.run(
            command,
            cwd=ROOT,
            env=environment(SYNOPTIC_ALLOW_PRIVATE="1"),
            capture_output=True,
            text=True,
            timeout=240,
            check=False,
        )
        assert again.returncode == 0, again.stderr
        assert ("/a", 304) in site.answers
    report = read_report(out, "quiet-bay")
    assert [version["outlet"] for version in report["versions"]] == ["a", "b"]


def test_an_outlet_that_may_be_private_opens_no_other_door(tmp_path: Path) -> None:
    with serve(NewsServer(pages={"/a": PAGE})) as site:
        report = compared(tmp_path, [VersionEntry(outlet=o, url=site.url("/a")) for o in ("demo-cais", "demo-quais")])
        assert site.answers == []
    assert report.versions == () and all("private address" in one.why for one in report.unusable)


def test_a_page_without_a_time_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(PAGE)
    entries = [
        VersionEntry(
            outlet=name, url=f"https://{name}.example/1", language="en", file=tmp_path / "page.html", published=at
        )
        for name, at in (("dated", datetime(2026, 3, 4, 12, tzinfo=UTC)), ("undated", None))
    ]
    report = compared(tmp_path, entries)
    (issue,) = (one for one in report.issues if "no time of publication" in one.what)
    assert issue.where == "undated (https://undated.example/1)"
