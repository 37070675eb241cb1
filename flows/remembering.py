"""The translation memory of a folder of reports, to and from TMX."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from flows.commands import WORKPLACE
from records.errors import InputError
from store.database import open_store
from store.tmx import read_tmx, write_tmx
from store.translations import MemoryUnit, TranslationMemory, is_human
from translate.engine import primary_subtag

__all__ = ["export_tmx", "import_tmx"]


def import_tmx(files: Sequence[Path], out: Path) -> list[tuple[int, int]]:
    """Takes ``files`` into the memory of ``out``: for each how many translations, and units without English.

    Raises:
        InputError: one of them can't be read; nothing is taken then.
    """
    read = [list(read_tmx(file)) for file in files]
    with _memory(out, make=True) as memory:
        for units in read:
            pairs: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
            for unit in units:
                if unit is not None:
                    pairs[unit.source, unit.engine][unit.text] = unit.translated
            for (source, engine), found in pairs.items():
                memory.put_many(found, source, engine)
    return [(len(units) - units.count(None), units.count(None)) for units in read]


def export_tmx(file: Path, out: Path, language: str | None = None, people: bool = False) -> int:
    """Writes the memory of ``out`` (from ``language``, people's only) to ``file``; how many translations.

    Raises:
        InputError: there is no memory, or the file can't be written.
    """
    with _memory(out, make=False) as memory:
        units: list[MemoryUnit] = [
            unit
            for unit in memory.units(primary_subtag(language) if language else None)
            if is_human(unit.engine) or not people
        ]
        return write_tmx(units, file)


@contextmanager
def _memory(out: Path, make: bool) -> Iterator[TranslationMemory]:
    database = out / WORKPLACE / "synoptic.sqlite"
    if not make and not database.is_file():
        raise InputError(f"--out: {str(out)!r} has no memory; name the folder that 'synoptic compare --out' wrote to.")
    try:
        database.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"--out: {str(out)!r} can't be made ({error.strerror}); name another folder.") from None
    with open_store(database) as store:
        yield TranslationMemory(store)
