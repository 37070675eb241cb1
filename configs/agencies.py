"""``configs/agencies.yml``: news agencies, as the credit lines of their texts name them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from configs.load import Strict, load_yaml

__all__ = ["AGENCIES_FILE", "agency_names"]

AGENCIES_FILE = Path(__file__).resolve().parent / "agencies.yml"


class _Agencies(Strict):
    names: tuple[str, ...]
    """As written, capitals included."""


@cache
def agency_names() -> tuple[str, ...]:
    """All names of the file.

    Raises:
        InputError: as ``configs.load.load_yaml``.
    """
    return load_yaml(AGENCIES_FILE, _Agencies).names
