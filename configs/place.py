"""Where the files of outlets and watched stories lie: beside this code, or in a folder of one's own."""

from __future__ import annotations

import os
from pathlib import Path

__all__ = ["CONFIGS", "OUTLETS_DIR", "STORIES_DIR", "outlets_dir", "stories_dir"]

CONFIGS = "SYNOPTIC_CONFIGS"
"""The environment variable that names a folder with ``outlets/`` and ``stories/`` in place of ours."""
_OURS = Path(__file__).resolve().parent
OUTLETS_DIR, STORIES_DIR = _OURS / "outlets", _OURS / "stories"


def outlets_dir() -> Path:
    """The folder of outlets' files, also in the processes that a run starts."""
    return _folder("outlets", OUTLETS_DIR)


def stories_dir() -> Path:
    """The folder of watched stories' files."""
    return _folder("stories", STORIES_DIR)


def _folder(name: str, ours: Path) -> Path:
    own = os.environ.get(CONFIGS)
    return Path(own).expanduser() / name if own else ours
