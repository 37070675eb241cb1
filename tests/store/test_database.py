"""Opening the store: new, old, wrong, and by several processes at once."""

from __future__ import annotations

import multiprocessing
import sqlite3
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, text

from records.errors import InputError, UnavailableError
from records.version import substance_digest
from store.database import open_store
from store.schema import REVISION, metadata
from store.versions import latest_version, save_version
from tests.store.samples import version


def test_the_migrations_make_the_tables_that_the_code_declares(tmp_path: Path) -> None:
    with open_store(tmp_path / "a.sqlite") as store, store.read() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_the_last_migration_is_the_one_that_the_tables_are_of() -> None:
    folder = Path(__file__).parents[2] / "store" / "migrations"
    config = Config()
    config.set_main_option("script_location", str(folder))
    assert ScriptDirectory.from_config(config).get_current_head() == REVISION


def test_a_file_is_in_wal_mode_and_holds_to_foreign_keys(tmp_path: Path) -> None:
    with open_store(tmp_path / "deep" / "a.sqlite") as store, store.read() as connection:
        assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"
        assert connection.execute(text("PRAGMA foreign_keys")).scalar() == 1


def test_opening_again_keeps_what_is_there(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    for expected in (0, 1):
        with open_store(path) as store, store.write() as connection:
            assert connection.execute(text("SELECT count(*) FROM embeddings")).scalar() == expected
            connection.execute(text(f"INSERT INTO embeddings VALUES ('{expected}', 's', x'00')"))


def test_a_failed_transaction_leaves_nothing(tmp_path: Path) -> None:
    with open_store(tmp_path / "a.sqlite") as store:
        with pytest.raises(ZeroDivisionError), store.write() as connection:
            connection.execute(text("INSERT INTO embeddings VALUES ('d', 's', x'00')"))
            raise ZeroDivisionError
        with store.read() as connection:
            assert connection.execute(text("SELECT count(*) FROM embeddings")).scalar() == 0


def test_a_file_that_is_no_database_is_one_clear_line(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("These are notes and no database at all, long enough to have a header. " * 20)
    with pytest.raises(InputError, match=r"notes\.txt.*not a database.*name a file") as error:
        open_store(path)
    assert "\n" not in str(error.value)


def test_a_newer_store_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    open_store(path).close()
    connection = sqlite3.connect(path)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()
    with pytest.raises(InputError, match="newer than"):
        open_store(path)


def test_urls_that_cannot_be_opened_say_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"write a path or e\.g\."):
        open_store("nonsense://host/database")
    with pytest.raises((UnavailableError, InputError), match=r"psycopg|server"):
        open_store("postgresql://nobody@127.0.0.1:1/none")


def _open_and_count(path: str) -> int:
    with open_store(path) as store, store.read() as connection:
        return int(connection.execute(text("SELECT count(*) FROM versions")).scalar() or 0)


def test_many_processes_may_make_one_store_at_once(tmp_path: Path) -> None:
    path = str(tmp_path / "race.sqlite")
    with multiprocessing.get_context("spawn").Pool(4) as pool:
        assert pool.map(_open_and_count, [path] * 12, chunksize=1) == [0] * 12


def test_an_old_store_keeps_its_findings_and_is_told_apart_no_more(tmp_path: Path) -> None:
    path = tmp_path / "old.sqlite"
    _make_first(path)
    with open_store(path) as store, store.read() as connection:
        row = connection.execute(text("SELECT outlets, languages, changed, state FROM findings")).one()
        assert tuple(row) == ('["a", "b"]', '["de"]', 1, "confirmed")
        assert connection.execute(text("SELECT unusable FROM runs")).scalar() == '[{"outlet": "c"}]'
        assert connection.execute(text("SELECT number FROM changes")).scalar() == 1


def _make_first(path: Path) -> None:
    """A store as the first revision made it, with a finding and a run."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parents[2] / "store" / "migrations"))
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        day = "'2026-01-01 00:00:00.000000'"
        finding = "'s.d', 's', 'S', 'silent-edit', 'high', 0, 0.5, 'f', 'w', '{}'"
        connection.exec_driver_sql(f"INSERT INTO findings VALUES ({finding}, {day}, {day}, 1, 'confirmed', 3)")
        connection.execute(
            text(
                "INSERT INTO finding_tags VALUES ('s.d', 'outlet', 'b'), ('s.d', 'outlet', 'a'), "
                "('s.d', 'language', 'de')"
            )
        )
        report = '{"unusable": [{"outlet": "c"}]}'
        connection.exec_driver_sql(
            f"INSERT INTO runs VALUES (1, 's', 'S', 'x', 2, ?, {day}, {day})",
            (report,),
        )
    engine.dispose()


def test_a_store_of_the_first_tables_is_brought_up_to_date_with_what_is_in_it(tmp_path: Path) -> None:
    path = tmp_path / "old.sqlite"
    with open_store(path) as store:
        saved = save_version(store, version("a", "Twelve people."))
        with store.write() as connection:
            config = Config()
            config.set_main_option("script_location", str(Path(__file__).parents[2] / "store" / "migrations"))
            config.attributes["connection"] = connection
            command.downgrade(config, "0001")
    with open_store(path) as store, store.read() as connection:
        assert latest_version(store, saved.url) == saved
        substance = connection.execute(text("SELECT substance FROM versions")).scalar()
        assert substance == substance_digest(saved.text)
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
