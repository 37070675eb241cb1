"""The contract of ``report.json`` as typed models; its JSON schema is checked in beside them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from records.claim import FigureKind, Modifier, QuoteMode
from records.discrepancy import DiscrepancyKind, Severity
from records.errors import InputError
from records.translation import TranslationStatus

__all__ = ["SCHEMA", "SCHEMA_FILE", "ContractReport", "json_schema"]

SCHEMA = "synoptic.report/1"
SCHEMA_FILE = Path(__file__).resolve().parent / "schema" / "report-1.schema.json"
"""Written by ``python -m report.model`` from the models below."""
Pair = tuple[int, int]


class _Open(BaseModel):
    """Fields may be added by later writers of the same schema number, so unknown keys are kept, not refused."""

    model_config = ConfigDict(extra="allow", frozen=True)


class ContractStory(_Open):
    id: str
    title: str


class ContractTranslation(_Open):
    status: TranslationStatus
    engine: str | None
    why: str | None


class ContractSentence(_Open):
    id: str
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    english: str | None
    paragraph: int = Field(default=0, ge=0)


class ContractVersion(_Open):
    id: str
    outlet: str
    url: str
    language: str
    published: AwareDatetime | None
    headline: str
    text: str
    revision: int = Field(ge=1)
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    translation: ContractTranslation
    sentences: list[ContractSentence]
    archive: str | None = None
    first_read: AwareDatetime | None = None
    """When the page was first found to have this text; null for a file that was given."""
    authors: list[str] = []
    copies_of: str | None = None
    """Id of the version whose text it prints too; both are one witness."""


class ContractMember(_Open):
    version: str
    sentences: list[str]
    score: float = 1.0


class ContractStatement(_Open):
    id: str
    members: list[ContractMember]


class ContractFigure(_Open):
    id: str
    version: str
    sentence: str
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    text: str
    kind: FigureKind
    low: int | float | str
    high: int | float | str
    unit: str | None
    modifier: Modifier
    subject: str | None
    claimant: str | None
    claimant_id: str | None = None
    subject_span: Pair | None = None
    step: int | float | str | None = None
    group: int | None = None


class ContractQuote(_Open):
    id: str
    version: str
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    text: str
    english: str | None
    mode: QuoteMode
    speaker: str | None
    speaker_id: str | None
    speaker_span: Pair | None = None
    cue: str | None = None
    cue_span: Pair | None = None
    continues: str | None = None


class ContractEvidence(_Open):
    version: str
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    text: str


class ContractSide(_Open):
    value: str
    evidence: list[ContractEvidence] = Field(min_length=1)


class ContractDiscrepancy(_Open):
    id: str
    kind: DiscrepancyKind
    severity: Severity
    confidence: float = Field(ge=0, le=1)
    summary: str
    statement: str | None
    outliers: list[str]
    sides: list[ContractSide]
    why: str = ""


class ContractUnusable(_Open):
    outlet: str
    url: str
    stage: str
    why: str


class ContractIssue(_Open):
    where: str
    what: str


class ContractRun(_Open):
    started: datetime
    seconds: dict[str, float]
    engines: dict[str, str]
    counts: dict[str, int]


class ContractContested(_Open):
    """One thing on which two claimants give different figures: no discrepancy of the outlets that quote them."""

    summary: str
    statement: str | None
    sides: list[ContractSide]


class ContractReport(_Open):
    """One ``report.json``. All offsets are Unicode code points into the text of their version, end exclusive."""

    schema_: Literal["synoptic.report/1"] = Field(alias="schema")
    story: ContractStory
    versions: list[ContractVersion]
    statements: list[ContractStatement]
    figures: list[ContractFigure]
    quotes: list[ContractQuote]
    discrepancies: list[ContractDiscrepancy]
    unusable: list[ContractUnusable]
    run: ContractRun
    issues: list[ContractIssue] = []
    contested: list[ContractContested] = []

    @classmethod
    def read(cls, raw: bytes | str | Mapping[str, Any]) -> ContractReport:
        """``raw`` as a report whose ids and offsets were checked.

        Raises:
            InputError: not JSON, or not this contract; names the field.
        """
        try:
            loaded = json.loads(raw) if isinstance(raw, bytes | str) else raw
            report = cls.model_validate(loaded)
        except ValidationError as error:
            faults = (f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
            raise InputError(f"report.json: {'; '.join(faults)}.") from None
        except ValueError as error:
            raise InputError(f"report.json: not JSON: {error}.") from None
        fault = next(_loose_ends(report), None)
        if fault is not None:
            raise InputError(f"report.json: {fault}.")
        return report


def json_schema() -> dict[str, Any]:
    """The JSON schema of ``report.json``, as ``report/schema/report-1.schema.json`` holds it."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **ContractReport.model_json_schema()}


def _loose_ends(report: ContractReport) -> Iterator[str]:
    """Every id that names nothing, and every span whose words are not there."""
    texts = {v.id: v.text for v in report.versions}
    sentences = {s.id for v in report.versions for s in v.sentences}
    statements = {s.id for s in report.statements}
    for statement in report.statements:
        for member in statement.members:
            yield from _unknown(f"statements {statement.id!r}: version", {member.version}, set(texts))
            yield from _unknown(f"statements {statement.id!r}: sentence", set(member.sentences), sentences)
    spans: list[tuple[str, ContractFigure | ContractQuote | ContractEvidence]] = [
        *((f"figures {f.id!r}", f) for f in report.figures),
        *((f"quotes {q.id!r}", q) for q in report.quotes),
        *(("contested", e) for c in report.contested for side in c.sides for e in side.evidence),
        *((f"discrepancies {d.id!r}", e) for d in report.discrepancies for side in d.sides for e in side.evidence),
    ]
    for where, span in spans:
        if span.version not in texts:
            yield f"{where}: version {span.version!r} is not in versions"
        elif texts[span.version][span.start : span.end] != span.text:
            yield f"{where}: {span.text!r} is not what stands at {span.start}..{span.end} of {span.version!r}"
    for discrepancy in report.discrepancies:
        where = f"discrepancies {discrepancy.id!r}"
        yield from _unknown(f"{where}: outlier", set(discrepancy.outliers), set(texts))
        if discrepancy.statement is not None:
            yield from _unknown(f"{where}: statement", {discrepancy.statement}, statements)


def _unknown(where: str, named: set[str], known: set[str]) -> Iterator[str]:
    for name in sorted(named - known):
        yield f"{where} {name!r} is not in this report"


def _main() -> None:
    """Writes the schema to its file."""
    SCHEMA_FILE.write_text(json.dumps(json_schema(), indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    _main()
