"""Pages on outlets: the list, one of them, and the form that checks a new one."""

from __future__ import annotations

from typing import get_args

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse

from configs.outlet import OutletConfig
from report.desk import Desk
from report.outlets import OutletCheck, OutletForm, outlet_lines

__all__ = ["add_outlet_pages"]

_KINDS: tuple[str, ...] = get_args(OutletConfig.model_fields["kind"].annotation)


def add_outlet_pages(app: FastAPI, desk: Desk) -> None:
    """Adds the routes; fetching for a check is limited in number and noted in the audit log."""

    @app.get("/outlets")
    def outlets(request: Request) -> HTMLResponse:
        faults = desk.store.outlet_faults()[:50]
        return desk.page(request, "outlets.html", lines=outlet_lines(desk.store.outlets()), faults=faults)

    @app.get("/outlets/{outlet}")
    def one(request: Request, outlet: str) -> HTMLResponse:
        line = next((line for line in outlet_lines(desk.store.outlets()) if line.id == outlet), None)
        if line is None:
            return desk.refuse(request, 404, "No outlet of this name is configured, and none was read.")
        samples, faults = desk.store.outlet_samples(outlet), desk.store.outlet_faults(outlet)
        return desk.page(request, "outlet.html", line=line, samples=samples, faults=faults)

    @app.get("/check-outlet")
    def ask(request: Request) -> HTMLResponse:
        return _form(desk, request, OutletForm(), None)

    @app.post("/check-outlet")
    def check(request: Request) -> HTMLResponse:
        form = OutletForm.of(request.state.form)
        if desk.check_outlet is None:
            return desk.refuse(request, 403, "These pages may not fetch; run `synoptic outlets check` instead.")
        if not desk.checks.allows():
            return desk.refuse(request, 429, "Too many checks at once; wait a minute.")
        desk.note(request, "outlet checked", form.home)
        return _form(desk, request, form, desk.check_outlet(form))


def _form(desk: Desk, request: Request, form: OutletForm, check: OutletCheck | None) -> HTMLResponse:
    return desk.page(
        request, "check_outlet.html", form=form, check=check, outlet_kinds=_KINDS, private_checks=desk.private_checks
    )
