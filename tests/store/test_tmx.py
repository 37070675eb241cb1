"""TMX out and in again, as translators' tools write it, and files that are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from records.errors import InputError
from store.database import open_store
from store.tmx import read_tmx, write_tmx
from store.translations import MemoryUnit, TranslationMemory

UNITS = (
    MemoryUnit("Doze pessoas <b> & 3 morreram.", "Twelve people <b> & 3 died.", "pt", "en", "firefox/pten/1"),
    MemoryUnit("Olá.", "Hello.", "pt", "en", "human/ana"),
    MemoryUnit("你好。", "Hello.", "zh", "en", "human"),
)
FOREIGN = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en"
 srclang="pt-BR" datatype="html"/><body>
<tu><tuv xml:lang="pt-BR" creationid="rita"><seg>Doze  <bpt i="1">&lt;b></bpt>pessoas<ept i="1">&lt;/b></ept>
 <hi>morreram</hi>.</seg></tuv><tuv xml:lang="EN-GB"><seg>Twelve people died.</seg></tuv></tu>
<tu><tuv xml:lang="pt"><seg>Sim.</seg></tuv><tuv xml:lang="fr"><seg>Oui.</seg></tuv></tu>
<tu creationid="MT!"><tuv xml:lang="pt"><seg>Sim.</seg></tuv><tuv xml:lang="en"><seg>Yes.</seg></tuv></tu>
<tu><tuv lang="es"><seg>Sí.</seg></tuv><tuv lang="it"><seg>Sì.</seg></tuv><tuv lang="en"><seg>Yes.</seg></tuv></tu>
</body></tmx>
"""


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    assert write_tmx(UNITS, tmp_path / "a.tmx") == 3
    assert tuple(read_tmx(tmp_path / "a.tmx")) == UNITS
    assert [path.name for path in tmp_path.iterdir()] == ["a.tmx"]


def test_characters_that_xml_has_not_become_blanks(tmp_path: Path) -> None:
    write_tmx([MemoryUnit("a\x00b\x0bc", "d\ufffee", "pt", "en", "e")], tmp_path / "a.tmx")
    assert list(read_tmx(tmp_path / "a.tmx")) == [MemoryUnit("a b c", "d e", "pt", "en", "e")]


def test_another_tools_file_is_peoples_work(tmp_path: Path) -> None:
    (tmp_path / "a.tmx").write_text(FOREIGN, encoding="utf-8")
    assert list(read_tmx(tmp_path / "a.tmx")) == [
        MemoryUnit("Doze pessoas morreram.", "Twelve people died.", "pt", "en", "human/rita"),
        None,
        MemoryUnit("Sim.", "Yes.", "pt", "en", "MT!"),
        MemoryUnit("Sí.", "Yes.", "es", "en", "human"),
        MemoryUnit("Sì.", "Yes.", "it", "en", "human"),
    ]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("", r"a\.tmx, line 1: no XML"),
        ("<tmx>\n<body>\n<tu></body>", r"a\.tmx, line 3: no XML"),
        ("<xliff><file/></xliff>", r"its root is <xliff>"),
    ],
)
def test_what_is_no_tmx_is_one_line(content: str, told: str, tmp_path: Path) -> None:
    (tmp_path / "a.tmx").write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=told):
        list(read_tmx(tmp_path / "a.tmx"))


def test_nothing_outside_the_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    bomb = f'<!DOCTYPE tmx [<!ENTITY x SYSTEM "file://{tmp_path}/secret">]>'
    unit = '<tu><tuv xml:lang="pt"><seg>a &x;</seg></tuv><tuv xml:lang="en"><seg>b &x;</seg></tuv></tu>'
    (tmp_path / "a.tmx").write_text(f"{bomb}<tmx><body>{unit}</body></tmx>", encoding="utf-8")
    assert "secret" not in str(list(read_tmx(tmp_path / "a.tmx")))


def test_a_file_that_cannot_be_had_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="can't be read"):
        list(read_tmx(tmp_path / "none.tmx"))
    with pytest.raises(InputError, match="can't be written"):
        write_tmx(UNITS, tmp_path / "none" / "a.tmx")


def test_people_have_names_and_win(where: str) -> None:
    with open_store(where) as store:
        memory = TranslationMemory(store)
        memory.put_many({"Olá.": "Hallo."}, "pt", "engine")
        before = memory.people_stamp("pt")
        memory.put_many({"Olá.": "Hi."}, "pt", "human")
        assert memory.people_stamp("pt") != before
        memory.put_many({"Olá.": "Hello."}, "pt", "human/ana")
        assert memory.get_many(["Olá."], "pt", "engine") == {"Olá.": "Hello."}
        assert memory.people_of(["Olá.", "Sim."], "pt") == {"Olá.": "human/ana"}
        assert {unit.engine for unit in memory.units()} == {"engine", "human/ana"}
