"""``synoptic review``: the app in which reviewers look at findings and decide."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.responses import RedirectResponse
from fastapi.staticfiles import StaticFiles

from report.access import ACCESS_COOKIE, Access, check_binding, is_loopback
from report.desk import Desk, read_form, set_cookie
from report.inbox import Filters, ReviewStore
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
_OPEN_PATHS = ("/login", "/static/")

Next = Callable[[Request], Awaitable[Response]]


def create_app(store: ReviewStore, access: Access | None = None, hosts: frozenset[str] = frozenset()) -> FastAPI:
    """The app over ``store``. Requests for hosts neither loopback nor in ``hosts`` are refused (DNS rebinding).

    Sign-in, cookie, form token and headers are checked here for every route; the pages are in ``report.pages``.
    """
    desk = Desk(store, access or Access(), hosts)
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    app.mount("/static", StaticFiles(directory=STATIC_DIR), name="static")

    @app.middleware("http")
    async def guard(request: Request, follow: Next) -> Response:
        response = await _guarded(desk, request, follow)
        for name, value in _HEADERS.items():
            response.headers.setdefault(name, value)
        return response

    add_pages(app, desk)
    return app


def serve(store: ReviewStore, access: Access, host: str = "127.0.0.1", port: int = 8400) -> None:
    """Serves until interrupted.

    Raises:
        InputError: as ``report.access.check_binding``.
    """
    import uvicorn

    check_binding(host, access.token, access.user_header)
    store.inbox(Filters())  # counts a big store once, so that the first reader does not wait for it
    app = create_app(store, access, frozenset() if is_loopback(host) else frozenset({"*"}))
    uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False, access_log=False)


async def _guarded(desk: Desk, request: Request, follow: Next) -> Response:
    request.state.cookie, request.state.reviewer = "", ""
    if not _is_our_host(desk, request):
        return Response("Unknown host.", 421)
    cookie, fresh = _who(desk, request)
    request.state.cookie = cookie or ""
    request.state.reviewer = desk.access.name_of(cookie) or ""
    if cookie is None and not request.url.path.startswith(_OPEN_PATHS):
        if desk.access.token is None:
            return Response("The proxy named no user.", 401)
        return RedirectResponse("/login", 303)
    if request.method == "POST" and request.url.path != "/login":
        request.state.form = await read_form(request)
        offered = request.headers.get("x-form-token") or request.state.form.get("form_token")
        if not desk.access.is_ours(cookie, offered):
            return desk.refuse(request, 403, "This form is from an older session; go back, reload the page, try again.")
    response = await follow(request)
    if fresh and cookie is not None:
        set_cookie(response, cookie, request.url.scheme == "https")
    return response


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
