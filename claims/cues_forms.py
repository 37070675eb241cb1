"""The forms that an entry of a language file writes: stems with endings, words in two places, shapes."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product

import regex

__all__ = ["GAP", "all_forms", "expand", "form_words", "word_shapes"]

GAP = "..."
"""What may stand between the two places of a verb ("teilte ... mit")."""


def expand(entry: str) -> list[str]:
    """All forms that ``stem(ending|ending)`` writes."""
    parts = regex.split(r"\(([^)]*)\)", entry)
    choices = [part.split("|") if n % 2 else [part] for n, part in enumerate(parts)]
    return [" ".join("".join(forms).split()) for forms in product(*choices)]


def all_forms(entries: Iterable[str]) -> list[str]:
    return [form for entry in entries for form in expand(entry)]


def word_shapes(words: Iterable[str]) -> regex.Pattern[str] | None:
    """A pattern of words of which ``*`` stands for two letters or more; None of none."""
    shapes = [r"\w{2,}".join(regex.escape(part) for part in word.split("*")) for word in words]
    return regex.compile("|".join(f"(?:{shape})" for shape in shapes)) if shapes else None


def form_words(form: str, pattern: regex.Pattern[str]) -> tuple[str, ...]:
    words: list[str] = []
    for n, part in enumerate(form.lower().split(GAP)):
        words += [GAP] if n else []
        if len(part) > 1 and part[-1] in "'’":
            # an elided word is a word only before another one
            words += [m.group() for m in pattern.finditer(part + "x") if m.group(1)][:-1]
        else:
            words += [m.group() for m in pattern.finditer(part) if m.group(1)]
    return tuple(words)
