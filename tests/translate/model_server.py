"""A web server on this machine that gives models as the hub does, as a mirror does, and breaks off when it is told."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

__all__ = ["COMMIT", "ModelServer", "serve_models"]

COMMIT = "0123456789abcdef0123456789abcdef01234567"


@dataclass
class ModelServer:
    """What is served, and what was asked for. ``cut``: files of which only so many bytes arrive, once each."""

    address: str = ""
    files: dict[str, bytes] = field(default_factory=dict)
    cut: dict[str, int] = field(default_factory=dict)
    asked: list[tuple[str, str | None]] = field(default_factory=list)

    def add_repository(
        self, name: str, files: Mapping[str, bytes], promised: Mapping[str, bytes] | None = None
    ) -> None:
        """A repository of the hub; ``promised`` are contents that digests are told of instead of the real ones."""
        siblings: list[dict[str, Any]] = []
        for file, content in files.items():
            said = {**files, **(promised or {})}[file]
            git = hashlib.sha1(f"blob {len(said)}\0".encode() + said, usedforsecurity=False).hexdigest()
            entry: dict[str, Any] = {"rfilename": file, "size": len(said), "blobId": git}
            if file.endswith((".safetensors", ".spm", ".bin")):
                entry["lfs"] = {"sha256": hashlib.sha256(said).hexdigest(), "size": len(said)}
            siblings.append(entry)
            self.files[f"/{name}/resolve/{COMMIT}/{file}"] = content
        told = json.dumps({"id": name, "sha": COMMIT, "siblings": siblings}).encode()
        for revision in ("main", "v1"):
            self.files[f"/api/models/{name}/revision/{revision}"] = told


@contextmanager
def serve_models() -> Iterator[ModelServer]:
    """Serves on a free port of this machine until the block ends."""
    served = ModelServer()

    class Answer(BaseHTTPRequestHandler):
        def do_HEAD(self) -> None:
            self.send_response(200)
            self.end_headers()

        def do_GET(self) -> None:
            path = self.path.split("?")[0]
            wanted = self.headers.get("Range")
            served.asked.append((path, wanted))
            content = served.files.get(path)
            if content is None:
                self.send_error(404)
                return
            start = int(wanted.removeprefix("bytes=").rstrip("-")) if wanted else 0
            self.send_response(206 if wanted else 200)
            self.send_header("Content-Length", str(len(content) - start))
            self.end_headers()
            self.wfile.write(content[start : served.cut.pop(path, len(content))])
            self.close_connection = True

        def log_message(self, format: str, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Answer) as server:
        served.address = f"http://127.0.0.1:{server.server_port}"
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield served
        finally:
            server.shutdown()
            thread.join()
