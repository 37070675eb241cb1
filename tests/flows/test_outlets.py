"""Adding an outlet and checking it, as a person does, against the fake internet."""

from __future__ import annotations

from pathlib import Path

import pytest

from configs.outlet import load_outlet
from tests.flows.command import synoptic
from tests.flows.internet import make_internet, serve_internet


def test_an_outlet_is_added_and_checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    net = make_internet(2, 8)
    host = next(host for host in net.hosts.values() if host.language == "de")
    host.feed = "rss"
    with serve_internet(net):
        arguments: list[str | Path] = ["outlets", "add", net.home(host), "--allow-private", "--configs", tmp_path]
        done = synoptic(capsys, *arguments)
        assert done.status == 0, done.screen
        (path,) = tmp_path.glob("*.yml")
        outlet = load_outlet(path.stem, tmp_path)
        assert outlet.languages == ("de",) and outlet.feeds[0].url == net.url(host, "/feed") and outlet.allow_private
        assert outlet.verified == "never" and "4 items" in done.screen

        again = synoptic(capsys, *arguments)
        assert again.status == 2 and "there is a file of this name" in again.screen

        named = synoptic(capsys, *arguments, "--name", "second")
        assert named.status == 0 and (tmp_path / "second.yml").is_file()
        (tmp_path / "second.yml").unlink()
        wrong = synoptic(capsys, *arguments, "--name", "../second")
        assert wrong.status == 2 and "'../second' is no name of an outlet" in wrong.screen
        private = synoptic(capsys, "outlets", "add", net.home(host), "--configs", tmp_path / "other")
        assert private.status == 2 and "add --allow-private if that is meant" in private.screen

        path.write_text(path.read_text("utf-8").replace("pause_seconds: 1.0", "pause_seconds: 0.0"), "utf-8")
        checked = synoptic(capsys, "outlets", "check", path.stem, "--configs", tmp_path)
        assert checked.status == 0, checked.screen
        assert checked.screen.count("headline: ") == 3 and "Kap Sorel" in checked.screen

        host.feed = "broken"
        bad = synoptic(capsys, "outlets", "check", path.stem, "--configs", tmp_path)
        assert bad.status == 1 and "fault: " in bad.screen

        missing = synoptic(
            capsys, "outlets", "add", net.url(host, "/nothing"), "--allow-private", "--configs", tmp_path
        )
        assert missing.status == 2 and "404" in missing.screen
