"""The pages of the review app: inbox, finding, story, stories, sign-in, exports."""

from __future__ import annotations

from typing import get_args

from fastapi import FastAPI, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from records.discrepancy import DiscrepancyKind
from report.access import ACCESS_COOKIE
from report.desk import Desk, cookie_header, read_form
from report.exports import as_atom, as_csv, as_json, as_markdown
from report.inbox import PAGE_SIZE, REASONS, Conflict, Filters, Finding, State
from report.index import index_report
from report.page import view_page
from report.record import precision_by
from report.sides import view_discrepancy
from report.story import disagreements, story_timeline
from report.wording import KINDS

__all__ = ["add_pages"]

_STATES: tuple[State, ...] = ("new", "confirmed", "dismissed", "unsure")
_EXPORT_LIMIT = 10_000


def add_pages(app: FastAPI, desk: Desk) -> None:
    """Adds every route to ``app``; sign-in and form tokens were checked before any of them runs."""
    _add_reading(app, desk)
    _add_deciding(app, desk)
    _add_exports(app, desk)
    _add_login(app, desk)


def _add_reading(app: FastAPI, desk: Desk) -> None:
    @app.get("/")
    def inbox(request: Request) -> HTMLResponse:
        filters, page = Filters.of(request.query_params), _page_number(request)
        shown = desk.store.inbox(filters, page)
        pages = max(1, -(-shown.total // PAGE_SIZE))
        return desk.page(
            request, "inbox.html", inbox=shown, filters=filters, number=page, pages=pages, states=_STATES, names=KINDS
        )

    @app.get("/d/{identity}")
    def finding(request: Request, identity: str) -> HTMLResponse:
        return _finding_page(desk, request, identity)

    @app.get("/s/{story_id}")
    def story(request: Request, story_id: str) -> HTMLResponse:
        report = desk.store.report(story_id)
        if report is None:
            return desk.refuse(request, 404, "No story of this name has a report.")
        index = index_report(report)
        return desk.page(
            request,
            "story.html",
            page=view_page(report),
            timeline=story_timeline(report),
            map=disagreements(index),
            found=desk.store.inbox(Filters(story=story_id, state=None)),
        )

    @app.get("/record")
    def record(request: Request) -> HTMLResponse:
        return desk.page(request, "record.html", shares=precision_by(desk.store))

    @app.get("/stories")
    def stories(request: Request) -> HTMLResponse:
        return desk.page(request, "stories.html", stories=desk.store.stories())


def _add_deciding(app: FastAPI, desk: Desk) -> None:
    @app.post("/d/{identity}")
    def decide(request: Request, identity: str) -> Response:
        form: dict[str, str] = request.state.form
        return _decide(desk, request, identity, form.get("state", ""), form.get("seen", ""))

    @app.post("/decide")
    def decide_row(request: Request) -> Response:
        state, seen, identity = (*request.state.form.get("decision", "").split(" ", 2), "", "", "")[:3]
        return _decide(desk, request, identity, state, seen)

    @app.post("/bulk")
    def bulk(request: Request) -> Response:
        form: dict[str, str] = request.state.form
        kind = next((k for k in get_args(DiscrepancyKind) if k == form.get("kind")), None)
        reason = form.get("reason", "")
        if kind is None or reason not in REASONS or not form.get("story"):
            return desk.refuse(request, 400, "A bulk dismissal names a story, a kind and a reason.")
        desk.store.dismiss_kind(form["story"], kind, request.state.reviewer, reason)
        return _after(request, "/")


def _add_exports(app: FastAPI, desk: Desk) -> None:
    def all_of(request: Request) -> list[Finding]:
        filters, page = Filters.of(request.query_params), 1
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


def _add_login(app: FastAPI, desk: Desk) -> None:
    @app.get("/login")
    def ask(request: Request) -> HTMLResponse:
        return desk.page(request, "login.html", why="")

    @app.get("/logout")
    def leave(request: Request) -> Response:
        response = RedirectResponse("/login", 303)
        response.delete_cookie(ACCESS_COOKIE, path="/")
        return response

    @app.post("/login")
    async def login(request: Request) -> Response:
        form = await read_form(request)
        if not desk.logins.allows():
            return desk.page(request, "login.html", 429, why="Too many attempts; wait a minute.")
        if not desk.access.admits(form.get("token", "")):
            return desk.page(request, "login.html", 403, why="That is not the token.")
        cookie = cookie_header(desk.access.cookie(form.get("name", "")), request.url.scheme == "https")
        return RedirectResponse("/", 303, {"set-cookie": cookie})


def _decide(desk: Desk, request: Request, identity: str, wanted: str, seen: str) -> Response:
    form: dict[str, str] = request.state.form
    state = next((s for s in get_args(State) if s == wanted), None)
    reason = form.get("reason") or None if wanted == "dismissed" else None
    if state is None or (reason is not None and reason not in REASONS):
        return desk.refuse(request, 400, "This is no decision that Synoptic knows.")
    if desk.store.finding(identity) is None:
        return desk.refuse(request, 404, "There is no such discrepancy.")
    last = int(seen) if seen.isascii() and seen.isdigit() else 0
    try:
        desk.store.decide(identity, state, request.state.reviewer, last, reason, form.get("note", "")[:2000])
    except Conflict as conflict:
        return _finding_page(desk, request, identity, 409, str(conflict))
    return _after(request, f"/d/{identity}")


def _finding_page(desk: Desk, request: Request, identity: str, status: int = 200, trouble: str = "") -> HTMLResponse:
    finding = desk.store.finding(identity)
    report = None if finding is None else desk.store.report(finding.story_id)
    if finding is None or report is None:
        return desk.refuse(request, 404, "There is no such discrepancy.")
    filters = Filters.of(request.query_params)
    before, after = desk.store.around(identity, filters)
    history = desk.store.history(identity)
    index = index_report(report)
    is_there = any(d == finding.discrepancy for d in report.discrepancies)
    view = view_discrepancy(index, finding.discrepancy) if is_there else None
    return desk.page(
        request,
        "finding.html",
        status,
        finding=finding,
        view=view,
        history=history,
        seen=history[-1].id if history else 0,
        before=before,
        after=after,
        filters=filters,
        trouble=trouble,
    )


def _after(request: Request, path: str) -> RedirectResponse:
    """Back to where the form was, by GET; a path of ours only."""
    back = request.state.form.get("back", "")
    safe = back.startswith("/") and not back.startswith(("//", "/\\")) and "\n" not in back and "\r" not in back
    return RedirectResponse(back if safe else path, 303)


def _page_number(request: Request) -> int:
    text = request.query_params.get("page", "1")
    return max(1, int(text)) if text.isascii() and text.isdigit() and len(text) < 7 else 1


def _download(text: str, media_type: str, name: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(text.encode("utf-8", "replace"), media_type=f"{media_type}; charset=utf-8", headers=headers)
