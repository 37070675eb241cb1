"""The ``pages`` section of a language file: the small print of web pages, by which they are told from articles."""

from __future__ import annotations

from configs.load import Strict

__all__ = ["PagesSection"]


class PagesSection(Strict):
    """Beginnings of words and phrases, in lower case."""

    consent: tuple[str, ...] = ()
    """What a page says that asks for consent to cookies before it shows anything."""
    paywall: tuple[str, ...] = ()
    """What a page says that asks for a subscription or a login."""
    pointers: tuple[str, ...] = ()
    """How a line begins that only points to another article ("read also")."""
    byline: tuple[str, ...] = ()
    """What stands before an author's name ("by", "von"), whole words."""
