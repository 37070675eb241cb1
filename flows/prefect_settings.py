"""Prefect's settings for a quiet local run; they must stand before Prefect is imported."""

from __future__ import annotations

import os
from pathlib import Path

__all__ = ["set_up_prefect"]


def set_up_prefect(folder: Path) -> None:
    """Keeps Prefect's files under ``folder``, says nothing and calls nobody; the user's own settings win.

    With ``PREFECT_API_URL`` set, the flow reports to that server; else to a server in this process (Prefect calls it
    ephemeral), whose database is made once and kept.
    """
    home = (folder / "prefect").resolve()
    home.mkdir(parents=True, exist_ok=True)
    quiet = {
        "PREFECT_HOME": str(home),
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "PREFECT_CLOUD_ENABLE_ORCHESTRATION_TELEMETRY": "false",
        "PREFECT_LOGGING_LEVEL": "ERROR",
        "PREFECT_LOGGING_SERVER_LEVEL": "CRITICAL",
        "PREFECT_LOGGING_TO_API_ENABLED": "false",
        "PREFECT_SERVER_LOGGING_LEVEL": "CRITICAL",
        "PREFECT_LOGGING_ROOT_LEVEL": "CRITICAL",  # the ephemeral server's pool tells of what its end cancelled
        "PREFECT_SERVER_ALLOW_EPHEMERAL_MODE": "true",
        "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",
        "DO_NOT_TRACK": "1",
    }
    for name, value in quiet.items():
        os.environ.setdefault(name, value)
