"""Processes that translate side by side, for an engine that holds Python's lock while it computes."""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue

from records.errors import UnavailableError

__all__ = ["WorkerPool"]

_BATCH = 8


class WorkerPool:
    """``size`` processes with the Firefox model of ``folder`` each, started on first use, ended with this one.

    Threads may share a pool: they are served one after the other.
    """

    def __init__(self, folder: Path, size: int) -> None:
        self._folder = folder
        self._size = size
        self._lock = threading.Lock()
        self._processes: list[subprocess.Popen[str]] = []

    def translate(self, texts: Sequence[str]) -> list[str]:
        """The translations of ``texts``, in their order; batches go to whoever is free.

        Raises:
            UnavailableError: a process ended before it answered.
        """
        order = sorted(range(len(texts)), key=lambda n: -len(texts[n]))
        batches = [order[start : start + _BATCH] for start in range(0, len(order), _BATCH)]
        with self._lock:
            self._start()
            free: SimpleQueue[subprocess.Popen[str]] = SimpleQueue()
            for process in self._processes:
                free.put(process)
            done: list[str] = [""] * len(texts)
            with ThreadPoolExecutor(self._size) as drivers:
                answers = drivers.map(lambda batch: self._ask(free, [texts[n] for n in batch]), batches)
                for batch, answer in zip(batches, answers, strict=True):
                    for n, translated in zip(batch, answer, strict=True):
                        done[n] = translated
        return done

    def close(self) -> None:
        """Ends the processes; a later call starts new ones."""
        for process in self._processes:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    pipe.close()
        self._processes = []
        atexit.unregister(self.close)

    def _start(self) -> None:
        if self._processes and all(process.poll() is None for process in self._processes):
            return
        self.close()
        root = str(Path(__file__).resolve().parent.parent)
        path = os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH"))))
        command = [sys.executable, "-P", "-m", "translate.firefox_worker", str(self._folder)]
        self._processes = [
            subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
                encoding="utf-8",
                env={**os.environ, "PYTHONPATH": path},
            )
            for _ in range(self._size)
        ]
        atexit.register(self.close)

    def _ask(self, free: SimpleQueue[subprocess.Popen[str]], texts: Sequence[str]) -> list[str]:
        process = free.get()
        try:
            assert process.stdin is not None and process.stdout is not None
            process.stdin.write(json.dumps(texts) + "\n")
            process.stdin.flush()
            line = process.stdout.readline()
            return [str(text) for text in json.loads(line)]
        except (OSError, ValueError):
            raise UnavailableError(
                f"engine 'firefox': a process with the model {self._folder.name!r} ended; run: synoptic models check"
            ) from None
        finally:
            free.put(process)
