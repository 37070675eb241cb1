"""Numbers written in one word (fünfundzwanzig, ventitremila, وعشرون): which atoms they are made of."""

from __future__ import annotations

from claims.words import Atom, Lexicon

__all__ = ["segment"]

_LONGEST = 120


def segment(word: str, lexicon: Lexicon) -> tuple[tuple[str, Atom], ...] | None:
    """The pieces of ``word`` with their atoms, longest pieces first; None when it is not number words throughout.

    A piece is a one-word phrase of the lexicon. Words over 120 letters are not looked at.
    """
    if len(word) < 3 or len(word) > _LONGEST:
        return None
    return _split(word, 0, lexicon, {})


def _split(word: str, at: int, lexicon: Lexicon, dead: dict[int, bool]) -> tuple[tuple[str, Atom], ...] | None:
    if at == len(word):
        return ()
    if at in dead:
        return None
    for end in range(len(word), at, -1):
        if word[at:end] not in lexicon.phrases:
            continue
        atom = _single(word[at:end], lexicon, at > 0 or end < len(word))
        if atom is None:
            continue
        rest = _split(word, end, lexicon, dead)
        if rest is not None:
            return ((word[at:end], atom), *rest)
    dead[at] = True
    return None


def _single(piece: str, lexicon: Lexicon, inside: bool) -> Atom | None:
    """The meaning of a piece; inside a longer word it is no vague amount, and an ordinal before it is a share."""
    atoms = [atom for rest, atom in lexicon.phrases.get(piece, ()) if not rest]
    if inside:
        atoms = sorted((a for a in atoms if a.kind != "vague"), key=lambda a: a.kind == "parts")
    return atoms[0] if atoms else None
