"""The ``sentences`` section of a language file."""

from __future__ import annotations

from configs.load import Strict

__all__ = ["SentencesSection"]


class SentencesSection(Strict):
    """What the splitter gets wrong without being told; words with their period, in any case.

    Every field has a default, so that a language without the section still loads.
    """

    abbreviations: tuple[str, ...] = ()
    """Abbreviations that never end a sentence, because a name or a number follows ("Mr.", "Nr.", "ст.")."""
    final_abbreviations: tuple[str, ...] = ()
    """Abbreviations that may end one ("etc.", "р.", "p.m."): a new sentence begins only before a capital letter, and
    not within the first words of a sentence."""
    after_abbreviation: tuple[str, ...] = ()
    """Words with a capital letter before which such an abbreviation still does not end a sentence ("Monday", "GMT")."""
    ordinal_dot: bool = False
    """Whether a number with a period is an ordinal ("am 19. Jahrestag"), so that it ends no sentence."""
    continuations: tuple[str, ...] = ()
    """Beginnings of what goes on after a closing quotation mark, where letters have no case (と, 라고)."""
    letters: str = ""
    """Letters of which any text of some length holds one; a text without them is in another language."""
