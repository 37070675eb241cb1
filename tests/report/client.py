"""A client for the app's tests."""

from __future__ import annotations

import warnings

from report.access import Access
from report.app import create_app
from report.inbox import ReviewStore

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # Starlette announces a successor of httpx that nothing here needs
    from fastapi.testclient import TestClient

__all__ = ["TestClient", "open_client"]


def open_client(store: ReviewStore, access: Access | None = None) -> TestClient:
    """The app over ``store``, asked at 127.0.0.1; redirects are not followed."""
    app = create_app(store, access or Access(reviewer="ada"))
    return TestClient(app, base_url="http://127.0.0.1", follow_redirects=False)
