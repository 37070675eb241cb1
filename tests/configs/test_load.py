"""A file of settings that is wrong says where, in one line."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from pydantic import Field

from configs.load import Strict, load_yaml
from records.errors import InputError


class Inner(Strict):
    count: int = 0
    since: datetime | None = None


class Outer(Strict):
    name: str
    parts: tuple[Inner, ...] = ()
    words: Mapping[str, str] = Field(default_factory=dict)


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / "some.yml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def fault(folder: Path, text: str | bytes) -> str:
    path = written(folder, text)
    with pytest.raises(InputError) as caught:
        load_yaml(path, Outer)
    message = str(caught.value)
    assert "\n" not in message
    assert message.startswith(str(path))
    return message.replace(str(path), "F")


def test_no_and_on_are_words(tmp_path: Path) -> None:
    loaded = load_yaml(written(tmp_path, "name: no\nwords: {on: yes, off: n, no: No}\n"), Outer)
    assert loaded.name == "no"
    assert loaded.words == {"on": "yes", "off": "n", "no": "No"}


def test_a_date_is_text_until_the_model_reads_it(tmp_path: Path) -> None:
    loaded = load_yaml(written(tmp_path, "name: 2026-06-10\nparts: [{since: 2026-06-10T09:00:00Z}]\n"), Outer)
    assert loaded.name == "2026-06-10"
    assert loaded.parts[0].since == datetime(2026, 6, 10, 9, tzinfo=UTC)


def test_a_byte_order_mark_is_no_part_of_the_first_key(tmp_path: Path) -> None:
    assert load_yaml(written(tmp_path, b"\xef\xbb\xbfname: a\n"), Outer).name == "a"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name: a\ncolour: red\n", "F:2: colour: unknown key (found 'red')"),
        ("name: [1]\n", "F:1: name: expected text (found [1])"),
        ("parts: []\n", "F:1: name: it is missing, write name: and a value"),
        (
            "name: a\nparts:\n  - count: 1\n  - count: many\n",
            "F:4: parts.1.count: expected a whole number, such as 3 (found 'many')",
        ),
        (
            "name: a\nparts:\n  - since: 2026-02-31\n",
            "F:3: parts.0.since: expected a time such as 2026-06-10T09:00:00Z (found '2026-02-31')",
        ),
        ("name: a\nparts: 3\n", "F:2: parts: expected a list, such as [a, b] (found 3)"),
        ("name: a\nwords: {b: 1}\nname: c\n", "F:3: name: the key is there twice, first in line 1"),
        ("name: a\nparts:\n  - {count: 1, count: 2}\n", "F:3: count: the key is there twice"),
        ("name: [a\n", "F:2: not YAML: "),
        ("name: !!python/object:os.system x\n", "F:1: not YAML: "),
        ("name: a\n---\nname: b\n", "F:2: not YAML: "),
        ("? [a]\n: b\n", "F:1: not YAML: "),
        ("a: " + "[" * 5000, "F:1: not YAML: "),
        ("- a\n", "F:1: expected lines of the form key: value, found a list; check that this is the file you meant."),
        (
            "hello\n",
            "F:1: expected lines of the form key: value, found plain text; check",
        ),
        ("# nothing else\n", "F:1: expected lines of the form key: value, found nothing"),
        ("", "F: the file is empty."),
        (" \n\n", "F: the file is empty."),
        (b"name: \xff\n", "F: byte 6 is not UTF-8"),
        ("name: a\n".encode("utf-16"), "F: byte 0 is not UTF-8"),
    ],
)
def test_a_fault_names_file_line_and_field(tmp_path: Path, text: str | bytes, said: str) -> None:
    assert fault(tmp_path, text).startswith(said)


def test_one_error_lists_every_fault(tmp_path: Path) -> None:
    message = fault(tmp_path, "colour: red\nparts:\n  - {count: x}\n")
    assert [part.split(": ")[:2] for part in message.split("; ")] == [
        ["F:1", "name"],
        ["F:1", "colour"],
        ["F:3", "parts.0.count"],
    ]


def test_a_value_that_aliases_blow_up_is_shown_short(tmp_path: Path) -> None:
    names = "abcdefghij"
    rows = [f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]" for old, new in pairwise(names)]
    message = fault(tmp_path, "a: &a [x, x, x]\n" + "\n".join(rows) + "\n")
    assert len(message) < 5000


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file; check the path"):
        load_yaml(tmp_path / "none.yml", Outer)
    with pytest.raises(InputError, match="can't be read"):
        load_yaml(tmp_path, Outer)
    with pytest.raises(InputError, match="can't be read"):
        load_yaml(tmp_path / ("x" * 5000), Outer)
