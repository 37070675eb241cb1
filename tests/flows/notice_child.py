"""The command line, then notices by blocks that are saved with Prefect: what arrived and what was said, as JSON.

usage: python -m tests.flows.notice_child FOLDER ARGUMENT...
"""

from __future__ import annotations

import json
import os
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from flows.cli import main
from flows.notify import NOTICE_BLOCK, configured_sender
from flows.prefect_settings import set_up_prefect
from records.errors import UnavailableError

__all__ = ["send_notices"]

NOTICE = {"text": "Fire: 1 new discrepancy\n- 12 against 21", "story": "fire", "discrepancies": ["12 against 21"]}


def send_notices(folder: Path) -> dict[str, Any]:
    """Sends ``NOTICE`` by a block that is there, one that is not, and one that is no notification block."""
    set_up_prefect(folder)
    from prefect.blocks.notifications import CustomWebhookNotificationBlock
    from prefect.blocks.system import Secret

    received: list[Any] = []

    class Receiver(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            received.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    server = HTTPServer(("127.0.0.1", 0), Receiver)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    body = {"subject": "{{subject}}", "body": "{{body}}"}
    url = f"http://127.0.0.1:{server.server_port}/"
    block = CustomWebhookNotificationBlock(name="newsroom", url=url, json_data=body, headers=None, cookies=None)
    block.save("newsroom")
    Secret(value=SecretStr("x")).save("word")
    said = {name: _said(slug, folder) for name, slug in (("newsroom", "custom-webhook/newsroom"),
                                                         ("unknown", "custom-webhook/nobody"),
                                                         ("secret", "secret/word"))}  # fmt: skip
    server.shutdown()
    return {"received": received, **said}


def _said(slug: str, folder: Path) -> str:
    os.environ[NOTICE_BLOCK] = slug
    send = configured_sender(folder)
    assert send is not None
    try:
        send(NOTICE)
    except UnavailableError as error:
        return str(error)
    return ""


def run_command(arguments: list[str]) -> int:
    """``synoptic`` with ``arguments``; its exit status."""
    sys.argv = ["synoptic", *arguments]
    try:
        main()
    except SystemExit as ended:
        return int(ended.code or 0)
    return 0


if __name__ == "__main__":
    status = run_command(sys.argv[2:])
    sys.stdout.write("\n" + json.dumps(send_notices(Path(sys.argv[1]))) + "\n")
    sys.exit(status)
