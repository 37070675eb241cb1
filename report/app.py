"""``synoptic review``: the app in which reviewers look at findings and decide."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import anyio.to_thread
from fastapi import FastAPI, Request, Response
from fastapi.responses import RedirectResponse
from fastapi.staticfiles import StaticFiles
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from records.errors import SynopticError
from report.access import ACCESS_COOKIE, Access, check_binding, is_loopback
from report.desk import Desk, cookie_header, read_form
from report.inbox import Filters, ReviewStore
from report.outlets import OutletChecker
from report.pages import add_pages
from report.templating import STATIC_DIR

__all__ = ["create_app", "serve"]

_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
_THREADS = 40
_OPEN_PATHS = ("/login", "/static/")


def create_app(
    store: ReviewStore,
    access: Access | None = None,
    hosts: frozenset[str] = frozenset(),
    archive: Path | None = None,
    check_outlet: OutletChecker | None = None,
    private_checks: bool = False,
) -> FastAPI:
    """The app over ``store``. Requests for hosts neither loopback nor in ``hosts`` are refused (DNS rebinding).

    Sign-in, cookie, form token and headers are checked here for every route; the pages are in ``report.pages``.
    ``archive`` is the folder of archived records, ``check_outlet`` reads an outlet for the form that adds one,
    on a private network too where ``private_checks``.
    """
    desk = Desk(
        store,
        access or Access(),
        hosts,
        archive=archive,
        check_outlet=check_outlet,
        private_checks=private_checks,
    )
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None, lifespan=_few_threads)
    app.mount("/static", StaticFiles(directory=STATIC_DIR), name="static")
    app.add_middleware(Guard, desk=desk)

    @app.exception_handler(SynopticError)
    def explain(request: Request, error: SynopticError) -> Response:
        return desk.refuse(request, 500, str(error))

    @app.exception_handler(HTTPException)
    def refuse(request: Request, error: HTTPException) -> Response:
        unknown = error.status_code == 404
        return desk.refuse(request, error.status_code, "There is no page of this address." if unknown else error.detail)

    add_pages(app, desk)
    return app


def serve(app: FastAPI, store: ReviewStore, access: Access, host: str = "127.0.0.1", port: int = 8400) -> None:
    """Serves ``app``, made over ``store`` for ``access``, until interrupted.

    Raises:
        InputError: as ``report.access.check_binding``.
    """
    import uvicorn

    check_binding(host, access.token, access.user_header)
    store.inbox(Filters())  # reads a big store once, so that the first reader does not wait for it
    uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False, access_log=False)


@asynccontextmanager
async def _few_threads(app: FastAPI) -> AsyncIterator[None]:
    """Pages are made in Python, one at a time whatever the threads: more of them only take turns, and all come late."""
    anyio.to_thread.current_default_thread_limiter().total_tokens = _THREADS
    yield


class Guard:
    """Stands before every route: host name, sign-in, form token; dresses every answer in the headers above."""

    def __init__(self, app: ASGIApp, desk: Desk) -> None:
        self._app = app
        self._desk = desk

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See ASGI."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope, receive)
        cookie, fresh = _who(self._desk, request)
        request.state.cookie = cookie or ""
        request.state.reviewer = self._desk.access.name_of(cookie) or ""
        refusal = await _refusal(self._desk, request, cookie)

        async def dressed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
                if fresh and cookie is not None:
                    headers.append("set-cookie", cookie_header(cookie, request.url.scheme == "https"))
            await send(message)

        await (refusal or self._app)(scope, receive, dressed)


async def _refusal(desk: Desk, request: Request, cookie: str | None) -> Response | None:
    if not _is_our_host(desk, request):
        return Response("Unknown host.", 421)
    if cookie is None and not request.url.path.startswith(_OPEN_PATHS):
        return RedirectResponse("/login", 303) if desk.access.token else Response("The proxy named no user.", 401)
    if request.method == "POST" and request.url.path != "/login":
        request.state.form = await read_form(request)
        offered = request.headers.get("x-form-token") or request.state.form.get("form_token")
        if not desk.access.is_ours(cookie, offered):
            desk.note(request, "form refused", request.url.path)
            return desk.refuse(request, 403, "This form is from an older session; go back, reload the page, try again.")
    return None


def _is_our_host(desk: Desk, request: Request) -> bool:
    host: Any = request.url.hostname
    return "*" in desk.hosts or (isinstance(host, str) and (is_loopback(host) or host in desk.hosts))


def _who(desk: Desk, request: Request) -> tuple[str | None, bool]:
    """The cookie of whoever asks, and whether it is new."""
    access, offered = desk.access, request.cookies.get(ACCESS_COOKIE)
    known = access.name_of(offered)
    if access.user_header is not None:
        named = request.headers.get(access.user_header, "").strip()
        if named:
            return (offered, False) if offered and known == named else (access.cookie(named), True)
        return None, False
    if known is not None:
        return offered, False
    return (access.cookie(access.reviewer), True) if access.is_open else (None, False)
