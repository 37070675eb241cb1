"""Firefox models fetched from Mozilla's service or a mirror, checked and put in place whole or not at all."""

from __future__ import annotations

import os
import shutil
import socket
import tempfile
import threading
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from configs.pipeline import TranslateSettings
from records.errors import UnavailableError
from translate.places import models_folder, read_firefox_folder

__all__ = ["copy_from_mirror", "fetch_firefox", "is_reachable", "may_fetch"]


def may_fetch(settings: TranslateSettings) -> bool:
    """Whether a missing model may be fetched: ``fetch`` of the settings, and no ``SYNOPTIC_OFFLINE``."""
    return settings.fetch == "first-use" and not os.environ.get("SYNOPTIC_OFFLINE")


@cache
def is_reachable(url: str, seconds: float) -> bool:
    """Whether the host of ``url`` takes a connection within ``seconds``; asked once a process."""
    parts = urlsplit(url)
    port = parts.port or (80 if parts.scheme == "http" else 443)
    answers: list[bool] = []

    def connect() -> None:
        try:
            socket.create_connection((parts.hostname or "", port), timeout=seconds).close()
        except OSError:
            return
        answers.append(True)

    asking = threading.Thread(target=connect, daemon=True)  # looking up a name has no time limit of its own
    asking.start()
    asking.join(seconds)
    return bool(answers)


def fetch_firefox(code: str, settings: TranslateSettings, progress: bool = False) -> Path:
    """Fetches the Firefox model from ``code`` to English into the models folder; where it now lies.

    Checksums are verified by fxtranslate. With a mirror that is a folder the files are copied.

    Raises:
        UnavailableError: no network, or no such model; the text says what to copy where.
    """
    code = settings.firefox_codes.get(code, code)
    target = models_folder() / f"{code}-en"
    if settings.mirror is not None and "://" not in settings.mirror:
        return copy_from_mirror(Path(settings.mirror), code, target)
    from fxtranslate import discovery

    url = settings.mirror or discovery.records_url()
    by_hand = f"copy a folder {code}-en/ of a machine that has it into {str(models_folder())!r}"
    if not is_reachable(url, settings.give_up_seconds):
        host = urlsplit(url).hostname
        raise UnavailableError(
            f"no model for {code!r} and {host} does not answer; {by_hand}, or online run: synoptic models add {code}"
        )
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{code}-en-", dir=target.parent) as folder:
        try:
            discovery.add_models(code, "en", cache_dir=folder, progress=progress)
        except ValueError as error:
            first = str(error).splitlines()[0]
            raise UnavailableError(f"the model for {code!r} can't be fetched ({first}); {by_hand}") from None
        return _put(Path(folder) / f"{code}-en", target)


def copy_from_mirror(mirror: Path, code: str, target: Path) -> Path:
    """The model ``<code>-en`` of the folder ``mirror``, copied to ``target``.

    Raises:
        UnavailableError: the mirror has no such model, or a broken one.
    """
    found = mirror / f"{code}-en"
    if not found.is_dir():
        raise UnavailableError(
            f"the mirror {str(mirror)!r} has no folder {found.name!r}; copy one there, then run: "
            f"synoptic models add {code}"
        )
    read_firefox_folder(found)
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{code}-en-", dir=target.parent) as folder:
        return _put(Path(shutil.copytree(found, Path(folder) / found.name)), target)


def _put(made: Path, target: Path) -> Path:
    """Moves a complete folder into place; when another process was quicker, theirs stays."""
    read_firefox_folder(made)
    try:
        made.rename(target)
    except OSError:
        read_firefox_folder(target)
    return target
