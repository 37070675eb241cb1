"""The pages of the review app that reviewers read and decide on: inbox, finding, story, stories, record."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args
from urllib.parse import urlencode

from fastapi import FastAPI, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from configs.pipeline import load_pipeline
from configs.watch import WatchedStory, load_watched_story, watched_story_ids
from records.discrepancy import DiscrepancyKind
from records.errors import InputError
from report.calibrate import proposal_yaml, propose_thresholds
from report.choices import choices_of
from report.desk import Desk
from report.inbox import PAGE_SIZE, REASONS, Conflict, Filters, Finding, State
from report.index import index_report
from report.page import view_page
from report.pages_access import add_access_pages
from report.pages_exports import add_export_pages
from report.pages_outlets import add_outlet_pages
from report.record import precision_by, precision_over_time
from report.sides import view_discrepancy
from report.story import disagreements, story_timeline
from report.wording import KINDS, told_apart

__all__ = ["add_pages"]

_DECIDED = "decided"
"""The parameter of the inbox's address that names what was decided on last, so that it can be undone there."""
_STATES: tuple[State, ...] = ("new", "confirmed", "dismissed", "unsure")


def add_pages(app: FastAPI, desk: Desk) -> None:
    """Adds every route to ``app``; sign-in and form tokens were checked before any of them runs."""
    _add_reading(app, desk)
    _add_deciding(app, desk)
    add_outlet_pages(app, desk)
    add_export_pages(app, desk)
    add_access_pages(app, desk)


def _add_reading(app: FastAPI, desk: Desk) -> None:
    @app.get("/")
    def inbox(request: Request) -> HTMLResponse:
        filters, page = Filters.of(request.query_params), _page_number(request)
        shown = desk.store.inbox(filters, page)
        pages = max(1, -(-shown.total // PAGE_SIZE))
        return desk.page(
            request,
            "inbox.html",
            decided=_just_decided(desk, request),
            inbox=shown,
            filters=filters,
            number=page,
            pages=pages,
            states=_STATES,
            names=KINDS,
            choices=choices_of(shown, filters),
            is_narrowed=replace(filters, state="new", words=None) != Filters(),
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
        decided = desk.store.decided()
        proposals = propose_thresholds(decided, load_pipeline().flag.least_confidence, desk.store.waiting())
        return desk.page(
            request,
            "record.html",
            shares=precision_by(decided),
            months=precision_over_time(decided),
            proposals=proposals,
            yaml=proposal_yaml(proposals),
        )

    @app.get("/stories")
    def stories(request: Request) -> HTMLResponse:
        return _stories_page(desk, request)


def _stories_page(desk: Desk, request: Request, status: int = 200, trouble: str = "") -> HTMLResponse:
    stories = desk.store.stories()
    watched, faults = _watched()
    return desk.page(
        request,
        "stories.html",
        status,
        stories=stories,
        names=told_apart({story.id: story.title for story in stories}),
        watched=watched,
        faults=faults,
        unsure=desk.store.unsure(),
        trouble=trouble,
    )


def _watched() -> tuple[list[WatchedStory], list[str]]:
    """The stories that are watched for, and what is wrong with the files that do not fit: they hide no other."""
    stories, faults = [], []
    for id in watched_story_ids():
        try:
            stories.append(load_watched_story(id))
        except InputError as error:
            faults.append(str(error))
    return stories, faults


def _add_deciding(app: FastAPI, desk: Desk) -> None:
    @app.post("/d/{identity}")
    def decide(request: Request, identity: str) -> Response:
        form: dict[str, str] = request.state.form
        return _decide(desk, request, identity, form.get("state", ""), form.get("seen", ""))

    @app.post("/decide")
    def decide_row(request: Request) -> Response:
        state, seen, identity = (*request.state.form.get("decision", "").split(" ", 2), "", "", "")[:3]
        answer = _decide(desk, request, identity, state, seen)
        if answer.status_code == 303 and state != "new":
            back = answer.headers["location"]
            answer.headers["location"] = f"{back}{'&' if '?' in back else '?'}{urlencode({_DECIDED: identity})}"
        return answer

    @app.post("/stories")
    def place(request: Request) -> Response:
        form: dict[str, str] = request.state.form
        if form.get("belongs") not in {"yes", "no"}:
            return desk.refuse(request, 400, "This is no decision that Synoptic knows.")
        belongs, story, url = form["belongs"] == "yes", form.get("story", ""), form.get("url", "")
        if not desk.store.place(story, url, belongs, request.state.reviewer):
            return _stories_page(desk, request, 409, "Somebody else has said it meanwhile; theirs stays.")
        desk.note(request, "page taken in" if belongs else "page left out", f"{story}: {url}")
        return RedirectResponse("/stories", 303)

    @app.post("/bulk")
    def bulk(request: Request) -> Response:
        form: dict[str, str] = request.state.form
        kind = next((k for k in get_args(DiscrepancyKind) if k == form.get("kind")), None)
        reason = form.get("reason", "")
        if kind is None or reason not in REASONS or not form.get("story"):
            return desk.refuse(request, 400, "A bulk dismissal names a story, a kind and a reason.")
        number = desk.store.dismiss_kind(form["story"], kind, request.state.reviewer, reason)
        desk.note(request, "bulk dismissal", f"{number} {kind} of {form['story']}: {reason}")
        return _after(request, "/")


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


def _just_decided(desk: Desk, request: Request) -> Finding | None:
    """What the reader decided on a moment ago, unless somebody else did so meanwhile or it was taken back."""
    found = desk.store.finding(request.query_params.get(_DECIDED, ""))
    is_own = found is not None and found.verdict is not None and found.verdict.by == request.state.reviewer
    return found if found is not None and is_own and found.state != "new" else None


def _finding_page(desk: Desk, request: Request, identity: str, status: int = 200, trouble: str = "") -> HTMLResponse:
    finding = desk.store.finding(identity)
    if finding is None:
        return desk.refuse(request, 404, "There is no such discrepancy.")
    filters = Filters.of(request.query_params)
    before, after = desk.store.around(identity, filters)
    history = desk.store.history(identity)
    report = desk.store.report(finding.story_id)  # None when a run was killed after its findings were kept
    is_there = report is not None and finding.discrepancy in report.discrepancies
    view = view_discrepancy(index_report(report), finding.discrepancy) if report is not None and is_there else None
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
        keys={} if view is None else {d.id: desk.store.key(finding.story_id, d.id) for d in view.also},
    )


def _after(request: Request, path: str) -> RedirectResponse:
    """Back to where the form was, by GET; a path of ours only."""
    back = request.state.form.get("back", "")
    safe = back.startswith("/") and not back.startswith(("//", "/\\")) and "\n" not in back and "\r" not in back
    return RedirectResponse(back if safe else path, 303)


def _page_number(request: Request) -> int:
    text = request.query_params.get("page", "1")
    return max(1, int(text)) if text.isascii() and text.isdigit() and len(text) < 7 else 1
