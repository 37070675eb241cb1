"""What every page of the review app is made with: the store, who may come in, templates, forms, cookies."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qsl

from fastapi import Request
from fastapi.responses import HTMLResponse

from report.access import ACCESS_COOKIE, Access, RateLimit
from report.inbox import REASONS, ReviewStore
from report.outlets import OutletChecker
from report.rows import row_words
from report.templating import environment

__all__ = ["Desk", "cookie_header", "read_form"]

_FORM_LIMIT = 20_000


@dataclass(frozen=True, slots=True)
class Desk:
    """What every page needs: the store, who may come in, which host names are ours, and what may be reached."""

    store: ReviewStore
    access: Access
    hosts: frozenset[str] = frozenset()
    logins: RateLimit = field(default_factory=RateLimit)
    archive: Path | None = None
    """The folder of archived records; none is served from elsewhere."""
    check_outlet: OutletChecker | None = None
    """Reads an outlet as a run would; None where the pages may not fetch."""
    private_checks: bool = False
    """Whether the form offers to read an outlet on a private network: only where nobody else can send it."""
    checks: RateLimit = field(default_factory=lambda: RateLimit(most=6))

    def page(self, request: Request, template: str, status: int = 200, **shown: object) -> HTMLResponse:
        """A template with what all of them show."""
        cookie: str = request.state.cookie
        text = (
            environment()
            .get_template(template)
            .render(
                reviewer=request.state.reviewer,
                form_token=self.access.form_token(cookie),
                reasons=REASONS,
                row_words=row_words,
                may_leave=self.access.token is not None,
                path=request.url.path,
                **shown,
            )
        )
        return HTMLResponse(text, status_code=status)

    def note(self, request: Request, action: str, subject: str = "") -> None:
        """Writes to the audit log what whoever asks has done."""
        address = request.client.host if request.client else ""
        self.store.note(request.state.reviewer, address, action, subject)

    def refuse(self, request: Request, status: int, why: str) -> HTMLResponse:
        """A page that says why not."""
        return self.page(request, "refused.html", status, why=why, heading="Not found" if status == 404 else "Not done")


async def read_form(request: Request) -> dict[str, str]:
    """The fields of a url-encoded form; the last of a name counts. Bodies over 20 kB are cut to nothing."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > _FORM_LIMIT:
            return {}
    return dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=40))


def cookie_header(cookie: str, secure: bool) -> str:
    """The sign-in cookie as a header's value: out of reach of scripts and of other sites."""
    return f"{ACCESS_COOKIE}={cookie}; HttpOnly; Path=/; SameSite=strict{'; Secure' if secure else ''}"
