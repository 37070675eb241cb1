"""A PostgreSQL of the tests' own: Debian's programs, a new cluster in a folder, loopback only, gone afterwards."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

__all__ = ["find_programs", "serving_postgres"]

_USER = "synoptic"
_QUICK = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c unix_socket_directories=''"
"""Nothing is kept after the tests, so nothing needs to be on the disk."""


def find_programs() -> Path | None:
    """The folder that holds ``initdb`` and ``pg_ctl``, the newest where there are several; None without a server."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"), key=lambda path: int(path.parts[-3]))
    if found:
        return found[-1].parent
    on_path = shutil.which("pg_ctl")
    return Path(on_path).resolve().parent if on_path else None


@contextmanager
def serving_postgres(programs: Path) -> Iterator[str]:
    """Starts a server and gives the url of its first database; stops it and removes its files at the end."""
    folder = Path(tempfile.mkdtemp(prefix="synoptic-postgres-"))
    owner = _other_user()
    if owner is not None:
        os.chown(folder, *owner)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    try:
        make = ["-D", str(folder / "data"), "-U", _USER, "-A", "trust", "-E", "UTF8"]
        _run(owner, folder, [str(programs / "initdb"), *make])
        options = f"-c listen_addresses=127.0.0.1 -c port={port} {_QUICK}"
        control = [str(programs / "pg_ctl"), "-D", str(folder / "data"), "-w"]
        _run(owner, folder, [*control, "-t", "60", "-l", str(folder / "log"), "-o", options, "start"])
        try:
            yield f"postgresql://{_USER}@127.0.0.1:{port}/postgres"
        finally:
            _run(owner, folder, [*control, "-m", "immediate", "stop"])
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _other_user() -> tuple[int, int] | None:
    """PostgreSQL refuses to run as root: then it runs as the user that Debian's package made, or as nobody."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return entry.pw_uid, entry.pw_gid
    return None


def _run(owner: tuple[int, int] | None, folder: Path, command: Sequence[str]) -> None:
    # pg_ctl's server inherits what is open: a pipe of ours would never end
    user, group = owner if owner is not None else (None, None)
    with (folder / "said").open("ab") as said:
        done = subprocess.run(command, cwd=folder, stdout=said, stderr=said, user=user, group=group, check=False)
    if done.returncode:
        raise RuntimeError(f"{command[0]} ended with {done.returncode}: {(folder / 'said').read_text()[-800:]}")
