"""Several texts of one page: revisions, not versions that contradict each other; what changed is a silent edit."""

from __future__ import annotations

from pathlib import Path

import pytest

from configs.pipeline import load_pipeline
from configs.story import StoryConfig, VersionEntry
from fetch.download import Downloader
from flows.compare import compare_story
from flows.workplace import open_workplace
from records.moment import written_time
from records.report import Report
from report.contract import contract_json
from report.read import read_report as read_again
from report.render import render_html, render_markdown
from report.wording import show_time
from store.versions import revisions_of
from tests.flows.command import read_report, synoptic
from tests.flows.server import NewsServer, article, serve

FIRST = "The fire on the ferry killed 12 people on Monday night, the coast guard said."
SECOND = FIRST.replace("12 people", "21 people")
REST = "The ship had left the harbour of Sorel an hour before and was towed back by two tugs in heavy seas."
OTHER = "Twelve people died when a ferry caught fire on Monday night off Cape Sorel, according to the coast guard."


def test_two_versions_of_one_url_in_a_story_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, body in (("old", FIRST), ("new", SECOND), ("other", OTHER)):
        (tmp_path / f"{name}.txt").write_text(f"Ferry fire\n\n{body}\n{REST}\n", encoding="utf-8")
    (tmp_path / "story.yaml").write_text(
        "id: ferry\ntitle: Ferry\nversions:\n"
        "- {outlet: packet, url: 'https://p.example/a', published: 2026-06-10T15:00:00Z, file: new.txt}\n"
        "- {outlet: packet, url: 'https://p.example/a', published: 2026-06-10T09:00:00Z, file: old.txt}\n"
        "- {outlet: herald, url: 'https://h.example/a', published: 2026-06-10T10:00:00Z, file: other.txt}\n",
        encoding="utf-8",
    )
    done = synoptic(capsys, "compare", tmp_path / "story.yaml", "--out", tmp_path / "out", "--no-flow")
    assert done.status == 0, done.screen
    report = read_report(tmp_path / "out", "ferry")
    revisions = {version["id"]: version["revision"] for version in report["versions"]}
    assert revisions == {"packet": 2, "packet-2": 1, "herald": 1}
    (edit,) = (one for one in report["discrepancies"] if one["kind"] == "silent-edit")
    assert [side["evidence"][0]["text"] for side in edit["sides"]] == ["12", "21"]
    assert [side["evidence"][0]["version"] for side in edit["sides"]] == ["packet-2", "packet"]
    assert edit["outliers"] == ["packet"]
    # the earlier revision takes no side between outlets
    assert all("packet-2" not in [m["version"] for m in one["members"]] for one in report["statements"])


def compared(place: Path, site: NewsServer) -> Report:
    settings = load_pipeline()
    entries = [VersionEntry(outlet=name, url=site.url(f"/{name}"), language="en") for name in ("packet", "herald")]
    story = StoryConfig(id="ferry", title="Ferry", versions=entries)
    downloader = Downloader(settings.fetch, allow_private=True)
    with open_workplace(place, settings, downloader=downloader) as workplace:
        report = compare_story(story, workplace)
        numbers = [one.revision for one in revisions_of(workplace.store, site.url("/packet"))]
        assert numbers == list(range(1, len(numbers) + 1))
    return report


def page(*paragraphs: str) -> bytes:
    return article("Ferry fire off Cape Sorel kills many people", *paragraphs, REST)


def test_a_page_that_changes_between_two_runs(tmp_path: Path) -> None:
    with serve(NewsServer(pages={"/packet": page(FIRST), "/herald": page(OTHER)}, marked=False)) as site:
        assert [one.revision for one in compared(tmp_path, site).versions] == [1, 1]
        site.pages["/packet"] = page(FIRST).replace(b"</article>", b"<p>47 comments</p></article>")
        report = compared(tmp_path, site)
        assert [one.revision for one in report.versions] == [1, 1]
        assert "silent-edit" not in {one.kind for one in report.discrepancies}
        site.pages["/packet"] = page(SECOND)
        report = compared(tmp_path, site)
        assert [(one.id, one.revision) for one in report.versions] == [
            ("packet-r1", 1),
            ("packet", 2),
            ("herald", 1),
        ]
        (edit,) = (one for one in report.discrepancies if one.kind == "silent-edit")
        assert [side.versions for side in edit.sides] == [("packet-r1",), ("packet",)]
        assert len({version.archive for version in report.versions}) == 3
        first, second, herald = (version.first_read for version in report.versions)
        assert first is not None and second is not None and herald is not None and first < herald < second
        assert f"revision 1 (first read on {written_time(first)}) and revision 2 (first read on" in edit.why
        assert edit.why.endswith("both are archived.")
        shown = render_html(report)
        assert f'this text first read <time datetime="{second.isoformat()}">' in shown
        assert f'this text first read <time datetime="{herald.isoformat()}">' not in shown
        assert f", this text first read {show_time(first)}" in render_markdown(report)
        assert [one.first_read for one in read_again(contract_json(report)).versions] == [first, second, herald]
