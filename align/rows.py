"""The shape of embeddings."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

__all__ = ["Rows"]

Rows = NDArray[np.float32]
"""Shape (n, d), float32, each row of length 1."""
