"""What ``synoptic serve`` says in the terminal of the runs that it starts, which are processes of their own."""

from __future__ import annotations

import logging
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

__all__ = ["TELLS", "say", "told_run"]

TELLS = "SYNOPTIC_TELLS"
"""The environment variable by which ``serve`` asks its runs to speak; elsewhere they are silent."""


def say(line: str) -> None:
    """``line`` with the time of day, where somebody listens."""
    if os.environ.get(TELLS):
        sys.stderr.write(f"{datetime.now(UTC).astimezone():%H:%M:%S}  {line}\n")
        sys.stderr.flush()


def _is_no_interrupt(record: logging.LogRecord) -> bool:
    return "interrupt signal" not in record.getMessage()


@contextmanager
def told_run(name: str, about: str) -> Iterator[None]:
    """Says that the run ``name`` begins (``about`` what) and how it ends."""
    say(f"{name}: begins, {about}")
    started = time.monotonic()
    try:
        yield
    except Exception as error:
        say(f"{name}: failed ({' '.join(str(error).split()) or type(error).__name__})")
        raise
    except BaseException:  # Ctrl-C, or serve ends: Prefect would call it a crash
        logging.getLogger("prefect.flow_runs").addFilter(_is_no_interrupt)
        say(f"{name}: stopped")
        raise
    say(f"{name}: done in {time.monotonic() - started:.0f} s")
