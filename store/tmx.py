"""The translation memory as TMX 1.4, the format in which translators' tools exchange memories."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from lxml import etree

from records.errors import InputError
from store.translations import HUMAN, MemoryUnit

__all__ = ["read_tmx", "write_tmx"]

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_ENGINE = "x-synoptic-engine"
_CODES = frozenset({"bpt", "ept", "it", "ph", "ut"})
"""Elements of a segment that hold a tool's own codes, no words."""
_MACHINE = "MT!"
"""What translators' tools put as the author of a machine's translation."""
_NO_XML = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF, *range(0xD800, 0xE000)], " ")
"""Characters that no XML file may hold."""


def write_tmx(units: Iterable[MemoryUnit], path: Path) -> int:
    """Writes ``units`` to ``path``, whole or not at all; how many. The engine is kept as a property of each.

    Raises:
        InputError: the file can't be written.
    """
    count = 0
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}-", delete=False) as made:
            try:
                with etree.xmlfile(made, encoding="utf-8") as file:
                    file.write_declaration()
                    with file.element("tmx", version="1.4"):
                        file.write(_header())
                        with file.element("body"):
                            for unit in units:
                                file.write(_unit(unit))
                                count += 1
                os.replace(made.name, path)
            except BaseException:
                os.unlink(made.name)
                raise
    except OSError as error:
        raise InputError(f"{path}: can't be written ({error.strerror}); name another file.") from None
    return count


def _header() -> etree._Element:
    return etree.Element(
        "header",
        {
            "creationtool": "synoptic", "creationtoolversion": "1", "segtype": "sentence", "o-tmf": "synoptic",
            "adminlang": "en", "srclang": "*all*", "datatype": "plaintext",
        },
    )  # fmt: skip


def _unit(unit: MemoryUnit) -> etree._Element:
    element = etree.Element("tu")
    etree.SubElement(element, "prop", {"type": _ENGINE}).text = unit.engine.translate(_NO_XML)
    for language, words in ((unit.source, unit.text), (unit.target, unit.translated)):
        variant = etree.SubElement(element, "tuv", {_LANGUAGE: language})
        etree.SubElement(variant, "seg").text = words.translate(_NO_XML)
    return element


def read_tmx(path: Path, target: str = "en") -> Iterator[MemoryUnit | None]:
    """The translations into ``target`` in the TMX file ``path``; None for a unit that has none.

    What this program did not write is taken for people's work, unless its author is ``MT!``; languages are cut to
    their primary subtags. A unit of several languages gives one translation for each.

    Raises:
        InputError: the file can't be read or is no TMX; the text names the line.
    """
    try:
        file = path.open("rb")
    except OSError as error:
        raise InputError(f"{path}: can't be read ({error.strerror}); check the path.") from None
    with file:
        try:
            for _, element in etree.iterparse(
                file, events=("start", "end"), resolve_entities=False, no_network=True, load_dtd=False
            ):
                if element.getparent() is None and element.tag != "tmx":
                    raise InputError(f"{path}: its root is <{element.tag}>; a TMX file begins with <tmx>.")
                if _ == "end" and element.tag == "tu":
                    yield from _read_unit(element, target)
                    element.clear()
        except etree.XMLSyntaxError as error:
            raise InputError(f"{path}, line {error.lineno or 1}: no XML ({error.msg}); a TMX file is wanted.") from None


def _read_unit(element: etree._Element, target: str) -> Iterator[MemoryUnit | None]:
    words: dict[str, str] = {}
    for variant in element.iterfind("tuv"):
        language = (variant.get(_LANGUAGE) or variant.get("lang") or "").replace("_", "-").split("-")[0].lower()
        segment = variant.find("seg")
        text = "" if segment is None else " ".join(_words(segment).split())
        if language and text:
            words.setdefault(language, text)
    english = words.pop(target, None)
    if english is None or not words:
        yield None
        return
    for language, text in words.items():
        yield MemoryUnit(text, english, language, target, _origin(element))


def _origin(element: etree._Element) -> str:
    for given in element.iterfind("prop"):
        if given.get("type") == _ENGINE and given.text:
            return str(given.text)
    authors = [e.get(name) for e in (element, *element.iterfind("tuv")) for name in ("changeid", "creationid")]
    author = next((author for author in authors if author), "")
    if author == _MACHINE:
        return author
    return f"{HUMAN}/{author[:200]}" if author else HUMAN


def _words(segment: etree._Element) -> str:
    parts = [segment.text or ""]
    for child in segment:
        if isinstance(child.tag, str) and child.tag not in _CODES:
            parts.append(_words(child))
        parts.append(child.tail or "")
    return "".join(parts)
