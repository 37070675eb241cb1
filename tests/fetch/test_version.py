"""Versions, text files and their faults."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from fetch.version import make_version, read_text_file
from records.errors import UnusableError

NOON = datetime(2026, 6, 10, 12, tzinfo=UTC)
BODY = "A fire broke out on the ferry. All 318 people were rescued.\nThe crew did everything right."


def test_sentences_and_paragraphs() -> None:
    version, issues = make_version("v1", "packet", "u", " Ferry  fire ", BODY, "en", NOON, archive="r1")
    assert issues == ()
    assert version.text == "Ferry fire\n\n" + BODY
    assert [version.sentence_text(s) for s in version.sentences] == [
        "Ferry fire",
        "A fire broke out on the ferry.",
        "All 318 people were rescued.",
        "The crew did everything right.",
    ]
    assert [s.paragraph for s in version.sentences] == [0, 1, 1, 2]
    assert [s.id for s in version.sentences] == ["v1:s0", "v1:s1", "v1:s2", "v1:s3"]
    assert version.archive == "r1" and version.published == NOON


def test_language_is_detected_and_disagreement_is_an_issue() -> None:
    detected, issues = make_version("v", "o", "u", "Ferry fire", BODY, None, NOON)
    assert (detected.language, issues) == ("en", ())
    given, issues = make_version("v", "o", "u", "Ferry fire", BODY, "fr", NOON)
    assert given.language == "fr"
    assert len(issues) == 1 and "'fr'" in issues[0].what and "'en'" in issues[0].what
    regional, issues = make_version("v", "o", "u", "Ferry fire", BODY, "en_GB", NOON)
    assert (regional.language, issues) == ("en-GB", ())


def test_a_language_nobody_knows_is_kept_with_an_issue() -> None:
    version, issues = make_version("v", "o", "u", "123", "1 2 3 4 5 6 7 8 9 10. 11 12 13.", None, NOON)
    assert version.language == "und"
    assert "could not be told" in issues[0].what


@pytest.mark.parametrize("body", ["", "Gone.", "  \n ", "one two three"])
def test_scraps_are_no_article(body: str) -> None:
    with pytest.raises(UnusableError, match=r"https://x/y: the body is .*8 or more"):
        make_version("v", "o", "https://x/y", "Headline", body, "en", NOON)


def test_text_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("\ufeffHeadline\r\n\r\nFirst.\r\nSecond.\r\n".encode())
    assert read_text_file(path) == ("Headline", "First.\nSecond.")


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "empty"),
        (b" \n\n ", "empty"),
        (b"Headline only\n", "no body"),
        (b"Headline\n\nCaf\xe9 au lait\n", "byte 0xe9 at offset 13 is not UTF-8"),
    ],
)
def test_faulty_text_files(tmp_path: Path, content: bytes, why: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    with pytest.raises(UnusableError, match=why) as raised:
        read_text_file(path)
    assert str(path) in raised.value.why and raised.value.stage == "extract"


def test_missing_text_file(tmp_path: Path) -> None:
    with pytest.raises(UnusableError, match="check the path"):
        read_text_file(tmp_path / "none.txt")
