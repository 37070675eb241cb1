"""Signing in and out, and the log of who did what."""

from __future__ import annotations

from datetime import UTC, datetime

from fastapi import FastAPI, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from report.access import ACCESS_COOKIE
from report.desk import Desk, cookie_header, read_form

__all__ = ["add_access_pages"]


def add_access_pages(app: FastAPI, desk: Desk) -> None:
    """Adds the routes; every try to sign in is noted in the audit log, and tries are limited."""

    @app.get("/login")
    def ask(request: Request) -> HTMLResponse:
        return desk.page(request, "login.html", why="")

    @app.get("/logout")
    def leave(request: Request) -> Response:
        desk.note(request, "signed out")
        response = RedirectResponse("/login", 303)
        response.delete_cookie(ACCESS_COOKIE, path="/")
        return response

    @app.post("/login")
    async def login(request: Request) -> Response:
        form = await read_form(request)
        request.state.reviewer = form.get("name", "")[:60]
        if not desk.logins.allows():
            request.state.reviewer = ""
            return desk.page(request, "login.html", 429, why="Too many attempts; wait a minute.")
        if not desk.access.admits(form.get("token", "")):
            desk.note(request, "sign-in refused")
            request.state.reviewer = ""
            return desk.page(request, "login.html", 403, why="That is not the token.")
        cookie = cookie_header(desk.access.cookie(form.get("name", "")), request.url.scheme == "https")
        desk.note(request, "signed in")
        return RedirectResponse("/", 303, {"set-cookie": cookie})

    @app.get("/audit")
    def audit(request: Request) -> HTMLResponse:
        return desk.page(request, "audit.html", entries=desk.store.audit(_moment(request.query_params.get("before"))))


def _moment(text: str | None) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text) if text else None
    except ValueError:
        return None
    return moment.replace(tzinfo=UTC) if moment is not None and moment.tzinfo is None else moment
