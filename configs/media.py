"""``configs/media.yml``: names of the networks and services on which people post."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from configs.load import Strict, load_yaml

__all__ = ["MEDIA_FILE", "MediaFile", "media_names"]

MEDIA_FILE = Path(__file__).resolve().parent / "media.yml"


class MediaFile(Strict):
    """The whole file."""

    names: tuple[str, ...]
    """As written, capitals included, in every form that news uses."""


@cache
def media_names() -> frozenset[str]:
    """All names of the file.

    Raises:
        InputError: as ``configs.load.load_yaml``.
    """
    return frozenset(load_yaml(MEDIA_FILE, MediaFile).names)
