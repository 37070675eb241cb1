"""Imported once by the server that runs are forked from: a run to kill then spends its time on work, not on imports."""

from __future__ import annotations

from claims.figures import find_figures
from fetch.extract import extract_page
from tests.flows import watch_child
from tests.flows.internet import make_internet

for _language in watch_child.LANGUAGES:
    find_figures("12 14.", _language)
for _host, _path, _page in make_internet(1, 1, languages=["en"]).pages():
    extract_page(_page.html(), "http://127.1.0.1" + _path, None)
