"""Which lines of an article tell nothing of the story."""

from __future__ import annotations

import pytest

from configs.boiler import is_boiler


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("© 2026 The Packet", "en"),
        ("(c) 2024 Agentur. Alle Rechte vorbehalten.", "de"),
        ("Read also: Fire on the ferry: 12 dead", "en"),
        ("À lire aussi – 40 blessés à Cap Sorel", "fr"),
        ("Читайте також: 14 загиблих у Вельїні", "uk"),
        ("関連記事：フェリー火災で12人死亡", "ja"),
        ("https://packet.example/ferry", "xx"),
    ],
)
def test_lines_that_tell_nothing(text: str, language: str) -> None:
    assert is_boiler(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Readers also asked for help.", "en"),
        ("He wrote to desk@packet.example on Monday.", "en"),
        ("Les Miserables", "no"),
    ],
)
def test_lines_of_the_story(text: str, language: str) -> None:
    assert not is_boiler(text, language)
