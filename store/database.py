"""Opens the store: one SQLite file, or PostgreSQL by url, brought up to date on opening."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Table, create_engine, event, inspect, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from records.errors import InputError, UnavailableError
from store.schema import REVISION

__all__ = ["Store", "insert_new", "insert_one", "open_store"]

BUSY_SECONDS = 30
"""How long a writer waits for another one, of this process or another."""
_MIGRATION_LOCK = 731_905_164


def _utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class Store:
    """An open store. It may be shared by threads; every process opens its own. ``clock`` gives aware times."""

    engine: Engine
    clock: Callable[[], datetime] = field(default=_utc_now)
    _turn: threading.Lock = field(default_factory=threading.Lock, repr=False, compare=False)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that sees one state of the store throughout."""
        with self.engine.connect() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction: all of it is on disk when this ends, or none of it after an exception.

        On SQLite writers stand in line from the start, so that what is read inside stays true until the end.
        """
        # SQLite lets waiting writers poll, and one of many threads can starve: they queue here instead
        turn = self._turn if self.engine.dialect.name == "sqlite" else nullcontext()
        with turn, self.engine.execution_options(synoptic_write=True).begin() as connection:
            yield connection

    def close(self) -> None:
        """Gives back every connection."""
        self.engine.dispose()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_store(where: str | Path, clock: Callable[[], datetime] = _utc_now) -> Store:
    """The store at ``where``, a path of a file (made when it is not there) or a SQLAlchemy url.

    Raises:
        InputError: the path can't be a database, the url is not one, or a newer Synoptic wrote it.
        UnavailableError: the driver or the server of the url is not there.
    """
    engine = _engine(where)
    try:
        _migrate(engine)
    except (DBAPIError, sqlite3.Error) as error:
        engine.dispose()
        why = str(getattr(error, "orig", None) or error).strip().splitlines()[0]
        if engine.dialect.name == "sqlite":
            raise InputError(f"store {str(where)!r}: {why}; name a file that can be written.") from None
        shown = engine.url.render_as_string(hide_password=True)
        raise UnavailableError(
            f"store {shown!r}: {why}; start the server, or unset SYNOPTIC_DATABASE_URL to use a file"
        ) from None
    except InputError:
        engine.dispose()
        raise
    return Store(engine, clock)


def insert_new(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    """Inserts ``rows``, leaving alone those whose key is there already."""
    if rows:
        connection.execute(_insert(connection, table).on_conflict_do_nothing(), rows)


def insert_one(connection: Connection, table: Table, row: dict[str, Any]) -> bool:
    """Inserts ``row`` unless its key is there already; whether it was new, also where two do this at once."""
    statement = _insert(connection, table).values(**row).on_conflict_do_nothing()
    return connection.execute(statement.returning(*table.primary_key.columns)).first() is not None


def _insert(connection: Connection, table: Table) -> postgresql.Insert | sqlite.Insert:
    return postgresql.insert(table) if connection.dialect.name == "postgresql" else sqlite.insert(table)


def _engine(where: str | Path) -> Engine:
    url = str(where)
    if "://" not in url:
        path = Path(where).expanduser().absolute()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise InputError(f"store {url!r}: {error.strerror}; name a file in a folder that can be made.") from None
        url = f"sqlite:///{path}"
    url = url.replace("postgres://", "postgresql://", 1) if url.startswith("postgres://") else url
    url = url.replace("postgresql://", "postgresql+psycopg://", 1)
    try:
        if make_url(url).get_backend_name() == "sqlite":
            return _sqlite(url)
        return create_engine(url, pool_pre_ping=True)
    except ModuleNotFoundError as error:
        raise UnavailableError(f"store: no driver {error.name!r}; run: pip install 'psycopg[binary]'") from None
    except (ArgumentError, NoSuchModuleError) as error:
        raise InputError(f"store {url!r}: {error}; write a path or e.g. postgresql://user@host/database.") from None


def _sqlite(url: str) -> Engine:
    engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False})
    event.listen(engine, "connect", _set_up_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _set_up_sqlite(connection: sqlite3.Connection, _: object) -> None:
    connection.isolation_level = None  # transactions are opened by _begin_sqlite alone
    connection.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    _switch_to_wal(connection)


def _switch_to_wal(connection: sqlite3.Connection) -> None:
    """SQLite does not wait for its busy timeout when two processes switch one new file at once."""
    give_up = time.monotonic() + BUSY_SECONDS
    while connection.execute("PRAGMA journal_mode").fetchone()[0] not in {"wal", "memory"}:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > give_up:
                raise
            time.sleep(0.02)


def _begin_sqlite(connection: Connection) -> None:
    write = connection.get_execution_options().get("synoptic_write", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")


def _migrate(engine: Engine) -> None:
    with engine.connect() as connection:
        if _revision(connection) == REVISION:
            return
    with engine.execution_options(synoptic_write=True).begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _MIGRATION_LOCK})
        found = _revision(connection)
        if found == REVISION:
            return
        if found is not None and found > REVISION:
            raise InputError(f"store: its tables are of revision {found!r}, newer than {REVISION!r}; update Synoptic.")
        _upgrade(connection)


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return None if found is None else str(found)


def _upgrade(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).resolve().parent / "migrations").replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
