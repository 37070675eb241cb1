"""A story file, right and wrong."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from configs.story import load_story
from configs.watch import load_watched_story
from records.errors import InputError

STORY = """id: quiet-bay
title: Quiet bay
versions:
  - {outlet: a, language: no, published: 2026-06-10T09:00:00Z, url: "https://a.example/1", file: a.txt}
  - {outlet: b, published: 2026-06-10 09:30:00, url: "https://b.example/1", file: b.txt}
"""


def story_file(folder: Path, text: str = STORY) -> Path:
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text("Headline\n\nBody.\n", encoding="utf-8")
    path = folder / "story.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_files_lie_beside_the_story_and_times_have_a_zone(tmp_path: Path) -> None:
    story = load_story(story_file(tmp_path))
    assert [entry.file for entry in story.versions] == [tmp_path / "a.txt", tmp_path / "b.txt"]
    assert story.versions[0].language == "no"
    assert story.versions[1].published == datetime(2026, 6, 10, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("title: Quiet bay", "title: Quiet bay\ncolour: red", 3, "colour: unknown key"),
        ("outlet: b", "outlet: b, colour: red", 5, "versions.1.colour: unknown key"),
        ("title: Quiet bay", "title: [1]", 2, "title: expected text (found [1])"),
        ("id: quiet-bay", "id: Quiet Bay", 1, "id: expected a name of small letters, digits and -"),
        ("id: quiet-bay", "id: ../../etc", 1, "id: expected a name of small letters, digits and -"),
        ("b.txt", "none.txt", 5, "versions.1.file: no such file"),
        ("b.txt", '"b\\0.txt"', 5, "versions.1.file: no such file"),
        ("b.txt", f"{'x' * 5000}.txt", 5, "versions.1.file: no such file"),
        ("b.txt", "b.pdf", 5, "versions.1.file: expected a .txt or .html file"),
        ("published: 2026-06-10 09:30:00, ", "", 5, "versions.1.published: required for a .txt file"),
        ("2026-06-10 09:30:00", "yesterday", 5, "versions.1.published: "),
        ("2026-06-10 09:30:00", "2026-02-31", 5, "versions.1.published: "),
        ("2026-06-10 09:30:00", "2026", 5, "versions.1.published: expected a time such as"),
        ("language: no", 'language: "?"', 4, "versions.0.language: expected a language's code (BCP 47)"),
        ("outlet: a, ", "", 4, "versions.0.outlet: it is missing"),
        ("versions:", "versions: []\nothers:", 3, "versions: expected 2 entries or more"),
    ],
)
def test_a_fault_names_file_line_and_field(tmp_path: Path, old: str, new: str, line: int, said: str) -> None:
    assert STORY.count(old) == 1
    path = story_file(tmp_path, STORY.replace(old, new))
    with pytest.raises(InputError) as caught:
        load_story(path)
    assert str(caught.value).startswith(f"{path}:{line}: {said}")


def test_a_watched_story_is_called_as_its_file(tmp_path: Path) -> None:
    text = "id: ferry-fire\ntitle: Ferry\nabout: [A ferry burns.]\n"
    (tmp_path / "other.yml").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"other\.yml: id: .*rename it to ferry-fire\.yml, or write id: other"):
        load_watched_story("other", tmp_path)
    (tmp_path / "other.yml").rename(tmp_path / "ferry-fire.yml")
    assert load_watched_story("ferry-fire", tmp_path).title == "Ferry"


def test_a_window_ends_after_it_begins(tmp_path: Path) -> None:
    text = "id: ferry\ntitle: Ferry\nabout: [A ferry burns.]\nwindow:\n  start: 2026-06-10\n  end: 2026-06-01\n"
    (tmp_path / "ferry.yml").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"ferry\.yml:6: window\.end: expected a time after the start"):
        load_watched_story("ferry", tmp_path)


def test_one_version_is_no_comparison(tmp_path: Path) -> None:
    path = story_file(tmp_path, STORY[: STORY.index("  - {outlet: b")])
    with pytest.raises(InputError, match="versions: expected 2 entries or more"):
        load_story(path)
