"""Every text has a contrast of 4.5 or more on every ground it stands on, in both themes (WCAG 2.2, 1.4.3)."""

from __future__ import annotations

import re

import pytest

from report.templating import static_text

TEXT_ON = {
    "ink": ("paper", "sheet", "agree-ground", "differ-ground", "medium-ground", "quote-ground"),
    "muted": ("paper", "sheet"),
    "link": ("paper", "sheet"),
    "agree": ("sheet", "agree-ground"),
    "differ": ("paper", "sheet", "differ-ground"),
    "high": ("high-ground",),
    "medium": ("paper", "medium-ground"),
    "low": ("low-ground",),
}
PAIRS = [(text, ground) for text, grounds in TEXT_ON.items() for ground in grounds]


def _themes() -> dict[str, dict[str, str]]:
    css = static_text("style.css")
    blocks = {
        "light": css[css.index(":root {") : css.index("@media")],
        "dark": css[css.index(':root[data-theme="dark"]') : css.index("* {")],
        "dark by system": css[css.index("@media") : css.index(':root[data-theme="light"] {')],
    }
    return {name: dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block)) for name, block in blocks.items()}


def _luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_contrast(theme: str, text: str, ground: str) -> None:
    colours = _themes()[theme]
    light, dark = sorted((_luminance(colours[text]), _luminance(colours[ground])), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_both_ways_to_dark_are_the_same() -> None:
    themes = _themes()
    assert themes["dark"] == themes["dark by system"]
