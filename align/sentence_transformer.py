"""Any encoder that the package sentence-transformers loads, from the hub or a local folder (extra ``hub``)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from align.rows import Rows
from records.errors import UnavailableError

__all__ = ["SentenceTransformerEncoder"]

DEFAULT_MODEL = "sentence-transformers/LaBSE"


class SentenceTransformerEncoder:
    """``model`` is a hub id or a folder. Only safetensors are read and no code of the model's repository is run."""

    def __init__(self, model: str | None = None) -> None:
        self._name = model or DEFAULT_MODEL
        self._model = _load(self._name)

    @property
    def signature(self) -> str:
        return f"sentence-transformers/{self._name}"

    def encode(self, texts: Sequence[str]) -> Rows:
        """Unit rows of shape (n, d); the model's own prompt for sentence similarity is used where it has one."""
        if not texts:
            return np.zeros((0, int(self._model.get_sentence_embedding_dimension() or 0)), dtype=np.float32)
        rows = self._model.encode(
            list(texts), batch_size=32, normalize_embeddings=True, convert_to_numpy=True, show_progress_bar=False
        )
        return np.asarray(rows, dtype=np.float32)


def _load(name: str) -> Any:
    try:
        from sentence_transformers import SentenceTransformer
    except ImportError:
        raise UnavailableError(
            f"encoder 'sentence-transformers' ({name!r}): not installed;"
            " run in Synoptic's folder: pip install -e '.[hub]'"
        ) from None
    try:
        return SentenceTransformer(name, trust_remote_code=False, model_kwargs={"use_safetensors": True})
    except (OSError, ValueError) as error:
        first = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise UnavailableError(
            f"encoder {name!r} can't be loaded: {first}; name a hub id, or a folder that holds its safetensors"
        ) from None
