"""What leaves the review pages: exports of what the filters show, the feed, archived records."""

from __future__ import annotations

from pathlib import Path

from fastapi import FastAPI, Request, Response
from fastapi.responses import FileResponse

from report.desk import Desk
from report.exports import as_atom, as_csv, as_json, as_markdown
from report.inbox import PAGE_SIZE, Filters, Finding

__all__ = ["add_export_pages"]

_EXPORT_LIMIT = 10_000


def add_export_pages(app: FastAPI, desk: Desk) -> None:
    """Adds the routes; every export is noted in the audit log."""

    def all_of(request: Request) -> list[Finding]:
        filters, page = Filters.of(request.query_params), 1
        desk.note(request, "export", f"{request.url.path}?{filters.query()}")
        found: list[Finding] = []
        while len(found) < _EXPORT_LIMIT:
            part = desk.store.inbox(filters, page).findings
            found += part
            page += 1
            if len(part) < PAGE_SIZE:
                break
        return found

    @app.get("/export.csv")
    def to_csv(request: Request) -> Response:
        return _download(as_csv(all_of(request)), "text/csv", "findings.csv")

    @app.get("/export.json")
    def to_json(request: Request) -> Response:
        return _download(as_json(all_of(request)), "application/json", "findings.json")

    @app.get("/export.md")
    def to_markdown(request: Request) -> Response:
        return _download(as_markdown(all_of(request)), "text/markdown", "findings.md")

    @app.get("/feed.atom")
    def feed(request: Request) -> Response:
        newest = desk.store.inbox(Filters.of(request.query_params)).findings
        base = f"{request.url.scheme}://{request.url.netloc}"
        return Response(as_atom(newest, base), media_type="application/atom+xml")

    @app.get("/archive/{story_id}/{version_id}", response_model=None)
    def record(request: Request, story_id: str, version_id: str) -> Response:
        report = desk.store.report(story_id)
        versions = () if report is None else report.versions
        version = next((version for version in versions if version.id == version_id), None)
        path = None if version is None else _archived(desk.archive, version.archive)
        if version is None or path is None:
            return desk.refuse(request, 404, "The archive has no record behind this text: it came from a file.")
        desk.note(request, "archive", f"{story_id}/{version_id}")
        # never shown, only saved: what an outlet sent must not run under our address
        return FileResponse(path, media_type="application/octet-stream", filename=path.name)


def _archived(folder: Path | None, path: str | None) -> Path | None:
    """The record's file, when it lies in the archive."""
    if folder is None or path is None:
        return None
    found = Path(path).resolve()
    return found if found.is_relative_to(folder.resolve()) and found.is_file() else None


def _download(text: str, media_type: str, name: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(text.encode("utf-8", "replace"), media_type=f"{media_type}; charset=utf-8", headers=headers)
