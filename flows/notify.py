"""Tells somebody of new discrepancies of high severity: an ordinary webhook that takes JSON with a ``text``."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import Any

from records.errors import UnavailableError
from records.report import Report
from store.database import Store
from store.findings import finding_key
from store.notices import note_told, untold

__all__ = ["WEBHOOK", "Send", "notice_of", "notify", "webhook"]

WEBHOOK = "SYNOPTIC_WEBHOOK"
"""The environment variable that holds the address: Slack, Mattermost, Discord's /slack, or a receiver of one's own."""
Send = Callable[[dict[str, Any]], None]
_MOST_LINES = 20


def notify(report: Report, store: Store, send: Send) -> int:
    """Sends the high discrepancies of ``report`` that nobody was told of; how many.

    They are noted after they were sent: a run that is stopped between tells of them twice rather than never.

    Raises:
        UnavailableError: they could not be sent; the next run tries again.
    """
    high = {finding_key(report.story_id, one.id): one.summary for one in report.discrepancies if one.severity == "high"}
    fresh = untold(store, list(high))
    if fresh:
        send(notice_of(report, [high[key] for key in fresh]))
        note_told(store, fresh)
    return len(fresh)


def notice_of(report: Report, summaries: Sequence[str]) -> dict[str, Any]:
    """What is sent: ``text`` for people, ``story`` and ``discrepancies`` for programs."""
    lines = [f"- {summary}" for summary in summaries[:_MOST_LINES]]
    if len(summaries) > _MOST_LINES:
        lines.append(f"- and {len(summaries) - _MOST_LINES} more")
    count = f"{len(summaries)} new discrepanc{'y' if len(summaries) == 1 else 'ies'} of high severity"
    return {
        "text": "\n".join([f"{report.title}: {count}", *lines]),
        "story": report.story_id,
        "discrepancies": list(summaries),
    }


def webhook(url: str) -> Send:
    """Sends by an HTTP POST to ``url``."""

    def send(notice: dict[str, Any]) -> None:
        import httpx

        try:
            httpx.post(url, json=notice, timeout=20.0).raise_for_status()
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            host = url.partition("://")[2].partition("/")[0]
            raise UnavailableError(
                f"the webhook at {host!r} did not take a notice ({type(error).__name__}); check {WEBHOOK}"
            ) from None

    return send


def configured_webhook() -> Send | None:
    """The webhook that the environment names, None when it names none."""
    url = os.environ.get(WEBHOOK)
    return webhook(url) if url else None
