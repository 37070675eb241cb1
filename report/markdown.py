"""The report as Markdown, for a ticket or a mail."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from report.index import VersionLabel
from report.links import safe_url
from report.page import PageView
from report.sides import DiscrepancyView, EvidenceView
from report.wording import language_name, show_time

__all__ = ["escape_markdown", "markdown"]

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~&$])")
_LINE_START = re.compile(r"^([-+=:#]|\d+(?=[.)]))")


def escape_markdown(text: str) -> str:
    """``text`` on one line, with everything that Markdown or HTML could read as markup escaped.

    >>> escape_markdown("<b>1. *not*</b>")
    '\\\\<b\\\\>1. \\\\*not\\\\*\\\\</b\\\\>'
    """
    one_line = _SPECIAL.sub(r"\\\1", " ".join(text.split())).replace("@", "&#64;")  # no ticket system pings anybody
    return _LINE_START.sub(lambda m: m[1] + "\\" if m[1].isdigit() else "\\" + m[1], one_line)


def markdown(page: PageView) -> str:
    """The page as Markdown, ending with a newline."""
    return "\n".join(_lines(page)).rstrip("\n") + "\n"


def _lines(page: PageView) -> Iterator[str]:
    yield f"# {escape_markdown(page.report.title)}"
    yield f"\n**{page.verdict}**\n"
    for number, view in enumerate(page.found, 1):
        yield from _discrepancy(view, str(number))
    if page.contested:
        yield "\n## What claimants contest\n\nEach figure is somebody's own claim; no outlet errs.\n"
        for contested in page.contested:
            yield f"- {'; '.join(_claim(value, labels) for value, labels in contested.sides)}"
    if page.own:
        yield "\n## Faults of the machine translation\n\nNot counted against any outlet."
        for view in page.own:
            yield from _discrepancy(view, "T")
    yield from _versions(page)
    yield from _troubles(page)
    run = page.report.run
    engines = ", ".join(f"{escape_markdown(k)} {escape_markdown(v)}" for k, v in sorted(run.engines.items()))
    yield f"\n---\nMade {show_time(run.started)}, {sum(run.seconds.values()):.1f} s. {engines}"


def _claim(value: str, labels: Sequence[VersionLabel]) -> str:
    return f"**{escape_markdown(value)}** ({', '.join(escape_markdown(label.name) for label in labels)})"


def _discrepancy(view: DiscrepancyView, number: str) -> Iterator[str]:
    record = view.record
    yield f"\n## {number}. {escape_markdown(record.summary)}"
    yield f"\n{view.kind} · {record.severity} · confidence {record.confidence:.2f} · {escape_markdown(record.id)}\n"
    for side in view.sides:
        names = ", ".join(escape_markdown(label.name) for label in side.labels)
        yield f"- **{escape_markdown(side.value)}**: {names}{' (outlier)' if side.outlier else ''}"
        for evidence in side.evidence:
            yield from _evidence(evidence)
    if record.why:
        yield f"\nWhy: {escape_markdown(record.why)}"


def _evidence(evidence: EvidenceView) -> Iterator[str]:
    version = evidence.label.version
    words = "".join(
        f"**{escape_markdown(piece.text)}**" if piece.styles and piece.text.strip() else _kept_spaces(piece.text)
        for piece in evidence.pieces
    )
    url = safe_url(version.url)
    name = escape_markdown(evidence.label.name)
    source = f"[{name}](<{url}>)" if url and not set(url) & set("<>") else name
    yield f"  - {source}, {language_name(version.language)}, {_when(evidence.label)}: {words}"
    if evidence.english:
        yield f"    - English (machine, {escape_markdown(evidence.engine or '')}): {escape_markdown(evidence.english)}"


def _when(label: VersionLabel) -> str:
    """When it was published; of a page that had other texts also when this one was first read."""
    version = label.version
    read = label.revised and version.first_read is not None
    return show_time(version.published) + (f", this text first read {show_time(version.first_read)}" if read else "")


def _kept_spaces(text: str) -> str:
    body = escape_markdown(text)
    lead = " " if text[:1].isspace() else ""
    return lead + body + (" " if body and text[-1:].isspace() else "")


def _versions(page: PageView) -> Iterator[str]:
    yield "\n## Versions\n\n| outlet | language | published | English | link |\n|---|---|---|---|---|"
    for label in page.labels:
        version, url = label.version, safe_url(label.version.url)
        link = f"[page](<{url}>)" if url and not set(url) & set("<>|") else escape_markdown(version.url)
        yield (
            f"| {escape_markdown(label.name)} | {escape_markdown(language_name(version.language))} "
            f"| {_when(label)} | {label.translation.status} | {link} |"
        )


def _troubles(page: PageView) -> Iterator[str]:
    report = page.report
    if report.unusable or report.issues or page.missing:
        yield "\n## What to know about this report\n"
    for entry in report.unusable:
        where = f"{escape_markdown(entry.outlet)} could not be used ({escape_markdown(entry.stage)})"
        yield f"- {where}: {escape_markdown(entry.why)}"
    for why, names in page.missing.items():
        yield f"- {escape_markdown(', '.join(names))} compared in the original: {escape_markdown(why)}"
    for issue in report.issues:
        yield f"- {escape_markdown(issue.where)}: {escape_markdown(issue.what)}"
