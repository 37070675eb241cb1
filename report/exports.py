"""Findings for other tools: CSV, JSON, Markdown, and an Atom feed of what is new."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from datetime import UTC, datetime
from xml.etree import ElementTree as ET

from report.inbox import Finding
from report.markdown import escape_markdown
from report.wording import KINDS, plural

__all__ = ["as_atom", "as_csv", "as_json", "as_markdown"]

_COLUMNS = ("id", "story", "kind", "severity", "confidence", "summary", "sides", "outlets", "languages", "found")
_VERDICT = ("state", "reason", "note", "by", "decided")
_ATOM = "http://www.w3.org/2005/Atom"


def as_csv(findings: Sequence[Finding]) -> str:
    """One finding a row. Cells that a spreadsheet would run as a formula are made text with a leading quote."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow((*_COLUMNS, *_VERDICT))
    for finding in findings:
        flat = _flat(finding)
        writer.writerow([_inert(flat[c]) for c in (*_COLUMNS, *_VERDICT)])
    return out.getvalue()


def as_json(findings: Sequence[Finding]) -> str:
    """The findings with sides and evidence as in ``report.json``, each with its verdict."""
    from report.contract import discrepancy_json

    listed = [{**_flat(f), **discrepancy_json(f.discrepancy), "id": f.id, "sides_text": _sides(f)} for f in findings]
    return json.dumps({"schema": "synoptic.findings/1", "findings": listed}, ensure_ascii=False, indent=2) + "\n"


def as_markdown(findings: Sequence[Finding]) -> str:
    """The findings as a list for a ticket."""
    lines = [f"# {plural(len(findings), 'discrepancy', 'discrepancies')}\n"]
    for finding in findings:
        record = finding.discrepancy
        lines.append(f"- **{escape_markdown(record.summary)}** ({KINDS[record.kind][0]}, {record.severity})")
        lines += [f"  - {escape_markdown(side)}" for side in _sides(finding).split("\n")]
        verdict = finding.verdict
        note = f": {escape_markdown(verdict.note)}" if verdict and verdict.note else ""
        lines.append(f"  - {finding.state}{f' by {escape_markdown(verdict.by)}' if verdict else ''}{note}")
    return "\n".join(lines) + "\n"


def as_atom(findings: Sequence[Finding], base: str) -> bytes:
    """An Atom feed; ``base`` is the address of the app, without a slash at the end."""
    ET.register_namespace("", _ATOM)
    feed = ET.Element(f"{{{_ATOM}}}feed")
    latest = max((f.found for f in findings), default=datetime(1970, 1, 1, tzinfo=UTC))
    _child(feed, "title", "Synoptic: new discrepancies")
    _child(feed, "id", f"{base}/feed.atom")
    _child(feed, "updated", latest.isoformat())
    ET.SubElement(feed, f"{{{_ATOM}}}link", rel="self", href=f"{base}/feed.atom")
    for finding in findings:
        entry = ET.SubElement(feed, f"{{{_ATOM}}}entry")
        _child(entry, "title", finding.discrepancy.summary)
        _child(entry, "id", f"{base}/d/{finding.id}")
        _child(entry, "updated", finding.found.isoformat())
        _child(ET.SubElement(entry, f"{{{_ATOM}}}author"), "name", "Synoptic")
        ET.SubElement(entry, f"{{{_ATOM}}}link", href=f"{base}/d/{finding.id}")
        _child(entry, "summary", f"{KINDS[finding.discrepancy.kind][0]}: {_sides(finding)}")
    text: bytes = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
    return text


def _child(parent: ET.Element, name: str, text: str) -> None:
    """A child with ``text``, without the control characters that XML has no way to write."""
    child = ET.SubElement(parent, f"{{{_ATOM}}}{name}")
    child.text = "".join(c for c in text if c >= " " or c in "\t\n")


def _flat(finding: Finding) -> dict[str, str]:
    record, verdict = finding.discrepancy, finding.verdict
    return {
        "id": finding.id,
        "story": finding.story_id,
        "kind": record.kind,
        "severity": record.severity,
        "confidence": f"{record.confidence:.3f}",
        "summary": record.summary,
        "sides": _sides(finding),
        "outlets": " ".join(finding.outlets),
        "languages": " ".join(finding.languages),
        "found": finding.found.isoformat(),
        "state": finding.state,
        "reason": (verdict.reason or "") if verdict else "",
        "note": verdict.note if verdict else "",
        "by": verdict.by if verdict else "",
        "decided": verdict.at.isoformat() if verdict else "",
    }


def _sides(finding: Finding) -> str:
    return "\n".join(f"{side.value}: {', '.join(side.versions)}" for side in finding.discrepancy.sides)


def _inert(cell: str) -> str:
    return "'" + cell if cell[:1] in {"=", "+", "-", "@", "\t", "\r"} else cell
