"""How much of an article, and how little else, is read from real pages, beside the libraries that others use.

usage: python -m bench.extraction [--data DIR] [--json FILE] [--sample N]

Two kinds of gold. ``extract_trafilatura``: segments that must be in the text (``with``) and must not (``without``); F1
over all of them. ``extract_other``: the whole text; F1 over its words, the mean over pages.
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import regex

from fetch.extract import extract_page
from records.errors import UnusableError

__all__ = ["main", "segment_f1", "token_f1"]

_TOKEN = regex.compile(
    r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Myanmar}\p{Khmer}]|[\p{L}\p{M}\p{N}]+", regex.VERSION1
)
_GIVES_UP = (ValueError, LookupError, AttributeError, TypeError, SyntaxError, ImportError)
# lxml's ParserError is a SyntaxError; newspaper4k wants another package for some languages
Extractor = Callable[[bytes, str], str]


def segment_f1(rows: list[dict[str, Any]], texts: list[str]) -> float:
    """F1 of keeping ``with`` segments and leaving ``without`` segments out, over all rows."""
    kept = sum(segment in text for row, text in zip(rows, texts, strict=True) for segment in row["with"])
    wanted = sum(len(row["with"]) for row in rows)
    wrong = sum(segment in text for row, text in zip(rows, texts, strict=True) for segment in row["without"])
    return 2 * kept / max(wanted + kept + wrong, 1)


def token_f1(gold: str, text: str) -> float:
    """F1 of the words (letters, in scripts without spaces) of ``text`` against those of ``gold``, 0..1."""
    wanted, found = Counter(_TOKEN.findall(gold)), Counter(_TOKEN.findall(text))
    common = (wanted & found).total()
    return 2 * common / max(wanted.total() + found.total(), 1)


def _ours(body: bytes, url: str) -> str:
    try:
        return extract_page(body, url).text
    except UnusableError:
        return ""


def _plain_trafilatura(body: bytes, url: str) -> str:
    import trafilatura

    document = trafilatura.bare_extraction(body, url=url, include_comments=False)
    return str(document.text or "") if isinstance(document, trafilatura.settings.Document) else ""


def _readability(body: bytes, url: str) -> str:
    from lxml import html
    from readability import Document  # type: ignore[import-untyped]  # no stubs exist

    summary = Document(body.decode("utf-8", "replace"), url=url).summary()
    return "".join(map(str, html.document_fromstring(summary).itertext()))


def _newspaper(body: bytes, url: str) -> str:
    from newspaper import Article  # type: ignore[import-untyped]  # no stubs exist

    article = Article(url, fetch_images=False)
    article.download(input_html=body.decode("utf-8", "replace"))
    article.parse()
    return str(article.text)


EXTRACTORS: dict[str, Extractor] = {
    "trafilatura_set_f1": _ours,
    "plain_trafilatura_f1": _plain_trafilatura,
    "readability_f1": _readability,
    "newspaper4k_f1": _newspaper,
}


def main(arguments: list[str] | None = None) -> None:
    """Prints the table and writes the metrics."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--json", type=Path)
    parser.add_argument("--sample", type=int, help="only every Nth page")
    options = parser.parse_args(arguments)
    segments = list(_pages(options.data / "extract_trafilatura", options.sample))
    wholes = list(_pages(options.data / "extract_other", options.sample))
    metrics: dict[str, float | None] = {}
    print(f"{'':24}{'segments':>9} ({len(segments)})  {'words':>6} ({len(wholes)})  {'pages/s':>8}")
    for metric, extractor in EXTRACTORS.items():
        segment, words, speed = _measure(metric, extractor, segments, wholes)
        metrics[metric] = segment
        metrics[metric.removesuffix("_f1").replace("trafilatura_set", "ours") + "_words_f1"] = words
        shown = [f"{value:.4f}" if value is not None else "-" for value in (segment, words)]
        print(f"{metric:24}{shown[0]:>9}       {shown[1]:>6}       {speed or 0:>8.1f}")
    if options.json is not None:
        options.json.write_text(json.dumps(metrics, indent=1) + "\n", "utf-8")


Row = tuple[dict[str, Any], bytes]


def _pages(folder: Path, every: int | None) -> Iterator[Row]:
    """Each gold row with the bytes of its page; nothing, and a line that says so, when the set is missing."""
    if not (folder / "gold.jsonl").is_file():
        print(f"{folder}: not there, skipped")
        return
    for number, line in enumerate((folder / "gold.jsonl").read_text("utf-8").splitlines()):
        row = json.loads(line)
        path = folder / "html" / row["file"]
        if number % (every or 1) == 0 and path.is_file():
            yield row, gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()


def _gold_text(row: dict[str, Any]) -> str:
    from lxml import html

    return (
        row["gold_text"]
        if "gold_text" in row
        else "\n".join(map(str, html.document_fromstring(row["gold_html"]).itertext()))
    )


def _measure(
    metric: str, extractor: Extractor, segments: list[Row], wholes: list[Row]
) -> tuple[float | None, float | None, float | None]:
    """Segment F1, mean word F1, pages a second; None where there are no pages or the library is not installed."""
    try:
        extractor(b"<html><body><p>A sentence to warm up with.</p></body></html>", "http://example.org/")
    except ImportError as error:
        print(f"{metric}: {error}; install the bench extra")
        return None, None, None
    except (ValueError, LookupError):
        pass
    started = time.perf_counter()
    texts = [_quietly(extractor, body, row.get("url", "http://example.org/")) for row, body in [*segments, *wholes]]
    speed = len(texts) / max(time.perf_counter() - started, 1e-9)
    segment = segment_f1([row for row, _ in segments], texts[: len(segments)]) if segments else None
    scores = [token_f1(_gold_text(row), text) for (row, _), text in zip(wholes, texts[len(segments) :], strict=True)]
    return segment, sum(scores) / len(scores) if scores else None, speed


def _quietly(extractor: Extractor, body: bytes, url: str) -> str:
    """The text, empty where a library gives up on a page."""
    import logging

    logging.disable(logging.CRITICAL)
    try:
        return extractor(body, url)
    except _gives_up() as error:
        print(f"  {extractor.__name__} gave up on {url}: {type(error).__name__}")
        return ""
    finally:
        logging.disable(logging.NOTSET)


def _gives_up() -> tuple[type[Exception], ...]:
    """What the libraries raise on a page that they can't read."""
    try:
        from newspaper.exceptions import ArticleException  # type: ignore[import-untyped]  # no stubs exist
    except ImportError:
        return _GIVES_UP
    return (*_GIVES_UP, ArticleException)


if __name__ == "__main__":
    main()
