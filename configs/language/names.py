"""The ``names`` section of a language file: what stands around a person's name, and how names change."""

from __future__ import annotations

from pydantic import Field

from configs.load import Strict

__all__ = ["NamesSection"]


class NamesSection(Strict):
    """Words in lower case. Every field has a default, so that a language without the section still loads."""

    titles: tuple[str, ...] = ()
    """Titles, ranks and roles that are no part of a name; ``minister*`` stands for every word that begins so."""
    title_endings: tuple[str, ...] = ()
    """Endings of compound titles ("-minister" of "Außenminister")."""
    case_endings: tuple[str, ...] = ()
    """``ова>ов``: a name that ends in the first may be an inflected form of one that ends in the second."""
    feminine_endings: tuple[str, ...] = ()
    """Endings that the language gives a woman's family name, foreign ones too ("ová" of "Merkelová")."""
    given: dict[str, str] = Field(default_factory=dict)
    """Given names that a language renders in a form of its own, to the form that others write (володимир: vladimir)."""
    families: str = ""
    """The commonest family names of one sign each, where names are written without blanks: 王李张."""
    foreign_letters: str = ""
    """The signs that foreign names are written with there: 斯特兰德."""
    family_first: bool = False
    """Whether the family name stands first as a rule."""
