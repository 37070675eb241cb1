"""A process that translates for ``translate.workers``: a JSON list of texts a line in, one of translations out."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TextIO

from translate.firefox import open_model
from translate.places import read_firefox_folder

__all__ = ["serve"]


def serve(folder: Path, requests: TextIO, answers: TextIO) -> None:
    """Answers ``requests`` with the model of ``folder`` until they end."""
    engine = open_model(read_firefox_folder(folder))
    for line in requests:
        texts = [str(text).encode("utf-8", "replace").decode() for text in json.loads(line)]
        answers.write(json.dumps([engine.translate(text) for text in texts]) + "\n")
        answers.flush()


if __name__ == "__main__":
    sys.stdin.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # standard input is a text file here
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # so is standard output
    serve(Path(sys.argv[1]), sys.stdin, sys.stdout)
