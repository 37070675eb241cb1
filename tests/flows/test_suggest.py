"""``stories suggest``: what it prints is a file that can be watched for, called as it says."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from configs.place import CONFIGS
from configs.watch import load_watched_story, watched_story_ids
from store.database import open_store
from store.versions import save_version
from tests.flows.command import synoptic
from tests.store.samples import version

TEXT = "The ferry Astrid burned off Cape Sorel on Monday night, and 12 people died, the coast guard of Port Merin said."


def test_a_suggestion_is_saved_as_it_says(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(CONFIGS, str(tmp_path / "configs"))
    out = tmp_path / "runs"
    nothing = synoptic(capsys, "stories", "suggest", "--out", out)
    assert nothing.status == 2 and "nothing was read yet; run: synoptic watch" in nothing.screen
    (out / ".synoptic").mkdir(parents=True)
    at = datetime(2026, 6, 10, tzinfo=UTC)
    with open_store(out / ".synoptic" / "synoptic.sqlite") as store:
        for name in ("packet", "herald", "echo"):
            one = version(name, f"{TEXT} The {name} was told so by the harbour master.", f"https://{name}.example/1")
            save_version(store, replace(one, archive=f"{name}.warc.gz", published=at))
        demo = version("demo", f"{TEXT} The demo was told so by the harbour master.", "http://127.0.0.1:4100/1")
        save_version(store, replace(demo, archive="demo.warc.gz", published=at))
    shown = synoptic(capsys, "stories", "suggest", "--out", out)
    assert shown.status == 0 and "3 pages of 3 outlets" in shown.screen, shown.screen
    name = shown.screen.rpartition("save it as ")[2].strip()
    folder = tmp_path / "configs" / "stories"
    assert Path(name).parent == folder and not folder.exists()

    written = synoptic(capsys, "stories", "suggest", "--out", out, "--write")
    assert written.status == 0 and f"{name}: 3 pages of 3 outlets" in written.screen
    (id,) = watched_story_ids()
    assert load_watched_story(id).id == id and Path(name).stem == id
    again = synoptic(capsys, "stories", "suggest", "--out", out, "--write")
    assert "is there already, and was left as it is" in again.screen

    Path(name).rename(folder / "other.yml")
    listed = synoptic(capsys, "stories", "list", "--out", out)
    assert listed.status == 2 and f"rename it to {id}.yml, or write id: other" in listed.screen
