"""Firefox models fetched from Mozilla's service or a mirror, checked and put in place whole or not at all."""

from __future__ import annotations

import os
import shutil
import ssl
import tempfile
import threading
from functools import cache, partial
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

import httpx

from configs.pipeline import TranslateSettings
from records.errors import UnavailableError
from translate.checksums import SUMS, file_digest, parse_sums, verify_sums, write_sums
from translate.download import fetch_file, open_client
from translate.places import models_folder, read_firefox_folder

__all__ = ["copy_from_mirror", "fetch_firefox", "is_offline", "is_reachable", "may_fetch"]

_ONE_AT_A_TIME = threading.Lock()


def is_offline() -> bool:
    """Whether ``SYNOPTIC_OFFLINE`` forbids the network: set to anything but nothing and ``0``."""
    return os.environ.get("SYNOPTIC_OFFLINE", "") not in {"", "0"}


def may_fetch(settings: TranslateSettings) -> bool:
    """Whether a missing model may be fetched: ``fetch`` of the settings, and ``SYNOPTIC_OFFLINE`` unless mirrored."""
    return settings.fetch == "first-use" and (settings.mirror is not None or not is_offline())


@cache
def is_reachable(url: str, seconds: float) -> bool:
    """Whether the host of ``url`` answers within ``seconds``, with whatever status; asked once a process."""
    answers: list[bool] = []

    def ask() -> None:
        try:
            urlopen(Request(url, method="HEAD"), timeout=seconds).close()
        except HTTPError:
            pass
        except URLError as error:
            if not isinstance(error.reason, ssl.SSLError):
                return
        except (OSError, ValueError):
            return
        answers.append(True)

    asking = threading.Thread(target=ask, daemon=True)  # looking up a name has no time limit of its own
    asking.start()
    asking.join(seconds)
    return bool(answers)


def fetch_firefox(code: str, settings: TranslateSettings, progress: bool = False) -> Path:
    """Fetches the Firefox model from ``code`` to English into the models folder; where it now lies.

    Checksums are verified by fxtranslate, or are the mirror's; they are kept beside the files. What could not be
    fetched is not asked for again by this process, and a service that does not answer is asked for no other language.

    Raises:
        UnavailableError: no network, or no such model; the text says what to copy where.
    """
    code = settings.firefox_codes.get(code, code)
    target = models_folder() / f"{code}-en"
    if settings.mirror is not None and "://" in settings.mirror:
        return _fetch_from_mirror(settings.mirror.rstrip("/"), code, target, settings.give_up_seconds)
    if settings.mirror is not None:
        return copy_from_mirror(Path(settings.mirror).expanduser(), code, target)
    by_hand = f"copy a folder {code}-en/ of a machine that has it into {str(target.parent)!r}"
    if is_offline():
        raise UnavailableError(f"no model for {code!r}, and SYNOPTIC_OFFLINE is set; {by_hand}, or unset it")
    with _ONE_AT_A_TIME:
        refused = _refusal(code, target, settings.give_up_seconds, progress)
    if refused is not None:
        raise UnavailableError(
            f"no model for {code!r}: {refused}; {by_hand}, or online run: synoptic models add {code}"
        )
    return target


@cache
def _refusal(code: str, target: Path, seconds: float, progress: bool) -> str | None:
    """Fetches a model to ``target``, or says why not."""
    from fxtranslate import discovery

    url = discovery.records_url()
    if not is_reachable(url, seconds):
        return f"{urlsplit(url).hostname} does not answer"
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{code}-en-", dir=target.parent) as folder:
            discovery.add_models(code, "en", cache_dir=folder, progress=progress)
            _put(Path(folder) / target.name, target)
    except (OSError, ValueError, UnavailableError) as error:
        return (str(error).splitlines() or [type(error).__name__])[0]
    return None


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
    verify_sums(found)
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{code}-en-", dir=target.parent) as folder:
        return _put(Path(shutil.copytree(found, Path(folder) / found.name)), target)


def _fetch_from_mirror(mirror: str, code: str, target: Path, seconds: float) -> Path:
    """The model ``<code>-en`` that the web server at ``mirror`` has as files beside their ``SHA256SUMS``."""
    url = f"{mirror}/{code}-en"
    if is_offline():
        raise UnavailableError(f"no model for {code!r}: SYNOPTIC_OFFLINE is set; unset it, or name a folder as mirror")
    if not is_reachable(mirror, seconds):
        raise UnavailableError(
            f"no model for {code!r}: the mirror {urlsplit(mirror).hostname} does not answer; copy a folder {code}-en/ "
            f"of a machine that has it into {str(target.parent)!r}, or run again: synoptic models add {code}"
        )
    made = target.parent / f".{code}-en.mirrored"
    with _ONE_AT_A_TIME, open_client(seconds) as client:
        try:
            answer = client.get(f"{url}/{SUMS}")
            answer.raise_for_status()
            made.mkdir(parents=True, exist_ok=True)
            for name, digest in parse_sums(answer.text, f"{url}/{SUMS}").items():
                fetch_file(client, f"{url}/{name}", made / name, partial(_has_digest, digest))
        except (httpx.HTTPError, OSError) as error:
            what = " ".join(str(error).split()) or type(error).__name__
            raise UnavailableError(
                f"no model for {code!r} from the mirror ({what}); put a folder {code}-en/ with its {SUMS} there, then "
                f"run: synoptic models add {code}"
            ) from None
        return _put(made, target)


def _has_digest(digest: str, path: Path) -> bool:
    return file_digest(path) == digest


def _put(made: Path, target: Path) -> Path:
    """Moves a complete folder into place; when another process was quicker, theirs stays."""
    read_firefox_folder(made)
    write_sums(made)
    try:
        made.rename(target)
    except OSError:
        read_firefox_folder(target)
    return target
