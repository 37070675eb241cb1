"""Models of the hub fetched by hand: pinned, safetensors only, with resume, each file checked by its digest."""

from __future__ import annotations

import hashlib
import os
from fnmatch import fnmatch
from pathlib import Path
from urllib.parse import quote, urlsplit

import httpx

from records.errors import UnavailableError
from translate.checksums import file_digest, write_sums
from translate.download import Tell, fetch_file, open_client
from translate.fetching import is_offline, is_reachable
from translate.places import models_folder

__all__ = ["HubFile", "fetch_hub_model", "hub_address"]

_WANTED = ("config.json", "generation_config.json", "*.safetensors", "*.safetensors.index.json", "*.spm", "*.model",
           "vocab.json", "README.md", "tokenizer*.json", "special_tokens_map.json", "added_tokens.json",
           "merges.txt")  # fmt: skip
"""Files that a translation model is read from; never pickled weights, never code."""
_GIT_HEX = 40


class HubFile:
    """A file of a repository: its size, and its sha256 or the digest that git gives it."""

    def __init__(self, entry: dict[str, object]) -> None:
        kept = entry.get("lfs")
        self.name = str(entry["rfilename"])
        details = kept if isinstance(kept, dict) else {}
        self.sha256 = details.get("sha256") or details.get("oid")
        self.git = entry.get("blobId")
        self.size = details.get("size") or entry.get("size")

    def is_right(self, path: Path) -> bool:
        """Whether the contents of ``path`` are this file's."""
        content_size = path.stat().st_size
        if self.size is not None and content_size != int(str(self.size)):
            return False
        if self.sha256:
            return file_digest(path) == str(self.sha256)
        if self.git:
            digest = hashlib.sha1(f"blob {content_size}\0".encode(), usedforsecurity=False)
            digest.update(path.read_bytes())
            return digest.hexdigest() == str(self.git)
        return False


def hub_address() -> str:
    """Where models of the hub come from: ``HF_ENDPOINT``, else huggingface.co."""
    return os.environ.get("HF_ENDPOINT", "https://huggingface.co").rstrip("/")


def fetch_hub_model(name: str, give_up_seconds: float, tell: Tell = lambda line: None) -> Path:
    """Fetches the repository ``name`` (``org/model@revision``) into the models folder; where it now lies.

    Without a revision the newest is taken and pinned: the folder's ``revision`` file names the commit. What was fetched
    before a broken connection stays beside it and is gone on with.

    Raises:
        UnavailableError: no network, no such model, no safetensors, or a file that is not what the hub says.
    """
    identity, _, revision = name.partition("@")
    target = models_folder() / identity.replace("/", "--")
    if target.is_dir():
        return target
    by_hand = (
        f"copy its repository from a machine that has it into {str(target)!r}, or run the same command again online: "
        "it goes on where it stopped"
    )
    if is_offline():
        raise UnavailableError(f"model {identity!r} is not here, and SYNOPTIC_OFFLINE is set; {by_hand}")
    if not is_reachable(hub_address(), give_up_seconds):
        raise UnavailableError(f"model {identity!r}: {urlsplit(hub_address()).hostname} does not answer; {by_hand}")
    try:
        with open_client(give_up_seconds) as client:
            commit, files = _list_files(client, identity, revision or "main")
            made = target.parent / f".{target.name}-{commit[:12]}"
            made.mkdir(parents=True, exist_ok=True)
            for number, file in enumerate(files, 1):
                tell(f"{identity}: {file.name} ({number} of {len(files)}, {int(str(file.size or 0)) / 1e6:.1f} MB)")
                url = f"{hub_address()}/{identity}/resolve/{commit}/{quote(file.name)}"
                fetch_file(client, url, made / file.name, file.is_right)
    except httpx.HTTPError as error:
        what = " ".join(str(error).split()) or type(error).__name__
        raise UnavailableError(f"model {identity!r}: {urlsplit(hub_address()).hostname}: {what}; {by_hand}") from None
    except OSError as error:
        raise UnavailableError(
            f"model {identity!r} can't be written to {str(target.parent)!r} ({error.strerror}); name a folder of your "
            "own in SYNOPTIC_MODELS"
        ) from None
    (made / "revision").write_text(f"{identity}@{commit}\n", encoding="utf-8")
    write_sums(made)
    made.rename(target)
    return target


def _list_files(client: httpx.Client, identity: str, revision: str) -> tuple[str, list[HubFile]]:
    answer = client.get(f"{hub_address()}/api/models/{identity}/revision/{quote(revision)}", params={"blobs": "true"})
    if answer.status_code in (401, 403, 404):
        raise UnavailableError(
            f"model {identity!r}: {urlsplit(hub_address()).hostname} has none of that name and revision "
            f"({answer.status_code}); see translate.marian_models and nllb_model in configs/pipeline.yml"
        )
    answer.raise_for_status()
    try:
        told = answer.json()
        commit, files = str(told["sha"]), [HubFile(entry) for entry in told["siblings"]]
    except (ValueError, KeyError, TypeError):
        raise UnavailableError(
            f"model {identity!r}: {hub_address()!r} answers like no hub; check HF_ENDPOINT"
        ) from None
    wanted = [file for file in files if any(fnmatch(file.name, pattern) for pattern in _WANTED)]
    if len(commit) != _GIT_HEX or any("/" in file.name or file.name.startswith(".") for file in wanted):
        raise _no_hub(identity)
    if not any(file.name.endswith(".safetensors") for file in wanted):
        raise UnavailableError(
            f"model {identity!r} has no safetensors at this revision, and pickled weights are not read; name another "
            "revision (id@revision, such as refs/pr/1) or another model in configs/pipeline.yml"
        )
    return commit, wanted


def _no_hub(identity: str) -> UnavailableError:
    return UnavailableError(f"model {identity!r}: {hub_address()!r} answers like no hub; check HF_ENDPOINT")
