"""Tells somebody of new discrepancies of high severity: by a webhook, or by a notification block of Prefect."""

from __future__ import annotations

import asyncio
import inspect
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from flows.prefect_settings import set_up_prefect
from records.errors import UnavailableError
from records.report import Report
from store.database import Store
from store.findings import finding_key
from store.notices import note_told, untold

__all__ = ["NOTICE_BLOCK", "WEBHOOK", "Send", "configured_sender", "notice_of", "notify", "prefect_block", "webhook"]

WEBHOOK = "SYNOPTIC_WEBHOOK"
"""The environment variable that holds the address: Slack, Mattermost, Discord's /slack, or a receiver of one's own."""
NOTICE_BLOCK = "SYNOPTIC_NOTICE_BLOCK"
"""The environment variable that names a saved notification block of Prefect, as ``slack-webhook/newsroom``."""
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


def prefect_block(slug: str, folder: Path) -> Send:
    """Sends by the saved block ``slug``, ``TYPE/NAME``: Slack, Teams, e-mail, whatever Prefect has a block for.

    It is read from the server that ``PREFECT_API_URL`` names, else from the database that runs keep in ``folder``.
    """

    def send(notice: dict[str, Any]) -> None:
        set_up_prefect(folder)
        from prefect.blocks.abstract import NotificationBlock
        from prefect.blocks.core import Block

        subject, _, lines = str(notice["text"]).partition("\n")
        try:
            block = Block.load(slug)
            if not isinstance(block, NotificationBlock):
                raise UnavailableError(f"Prefect's block {slug!r} sends no notices; check {NOTICE_BLOCK}")
            done: object = block.notify(lines, subject)
            if inspect.iscoroutine(done):  # a block whose notify is async and nothing else
                asyncio.run(done)
        except UnavailableError:
            raise
        except Exception as error:  # blocks are anybody's code, and raise what they like
            raise UnavailableError(
                f"Prefect's block {slug!r} did not take a notice ({type(error).__name__}: {_first_line(error)});"
                f" see `prefect block ls`, and check {NOTICE_BLOCK}"
            ) from None

    return send


def configured_sender(folder: Path) -> Send | None:
    """Sends to all that the environment names, a webhook and a block of Prefect; None when it names none.

    Args:
        folder: The folder ``.synoptic`` of the runs.
    """
    url, slug = os.environ.get(WEBHOOK), os.environ.get(NOTICE_BLOCK)
    senders = ([webhook(url)] if url else []) + ([prefect_block(slug, folder)] if slug else [])

    def send(notice: dict[str, Any]) -> None:
        for one in senders:
            one(notice)

    return send if senders else None


def _first_line(error: Exception) -> str:
    return next(iter(str(error).splitlines()), "")[:200]
