"""Where the stores of the tests lie: a new SQLite file, and a new database of a real PostgreSQL."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from tests.store.postgres import find_programs, serving_postgres

_NUMBERS = itertools.count(1)


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The url of a running PostgreSQL; skips where none is installed (Debian: ``apt-get install postgresql``)."""
    programs = find_programs()
    if programs is None:
        pytest.skip("PostgreSQL is not installed")
    pytest.importorskip("psycopg")
    with serving_postgres(programs) as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A place for a store that holds nothing yet: the path of a file, or the url of a database."""
    if request.param == "sqlite":
        yield str(tmp_path / "a.sqlite")
        return
    server: str = request.getfixturevalue("postgres")
    name = f"synoptic_{next(_NUMBERS)}"
    engine = create_engine(server.replace("postgresql://", "postgresql+psycopg://"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    yield server.replace("/postgres", f"/{name}")
    with engine.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    engine.dispose()
