"""Reads mt_ntrex: news documents, line-parallel in many languages."""

from __future__ import annotations

import gzip
from collections.abc import Mapping, Sequence
from pathlib import Path

__all__ = ["FOLDER", "Documents", "read_documents"]

FOLDER = "mt_ntrex"
Documents = Mapping[str, Mapping[str, Sequence[str]]]
"""Document name -> BCP 47 code -> its lines."""

_CODES = {
    "arb": "ar", "bel": "be", "bul": "bg", "ces": "cs", "dan": "da", "deu": "de", "ell": "el", "eng": "en",
    "fas": "fa", "fin": "fi", "fra": "fr", "heb": "he", "hin": "hi", "hrv": "hr", "hun": "hu", "hye": "hy",
    "ind": "id", "ita": "it", "jpn": "ja", "kat": "ka", "kaz": "kk", "kor": "ko", "lit": "lt", "nld": "nl",
    "nob": "no", "pol": "pl", "por": "pt", "ron": "ro", "rus": "ru", "slk": "sk", "spa": "es", "srp": "sr",
    "swe": "sv", "tur": "tr", "ukr": "uk", "vie": "vi", "zho": "zh",
}  # fmt: skip


def read_documents(data: Path) -> Documents | None:
    """The documents under ``data``, in file order, each with the languages that are there; None without the set."""
    folder = data / FOLDER
    ids_file = folder / "DOCUMENT_IDS.tsv"
    if not ids_file.is_file():
        return None
    ids = [line.split("\t")[0].strip() for line in ids_file.read_text(encoding="utf-8").splitlines()]
    documents: dict[str, dict[str, list[str]]] = {}
    for path in sorted(folder.glob("*.txt.gz")):
        name = path.name.removesuffix(".txt.gz").split("-")[0]
        code = _CODES.get(name, name)
        with gzip.open(path, "rt", encoding="utf-8") as file:
            for document, line in zip(ids, file, strict=False):
                documents.setdefault(document, {}).setdefault(code, []).append(line.strip())
    return documents
