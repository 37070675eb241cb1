"""English of texts that are no sentences of a version, such as quotes."""

from __future__ import annotations

from collections.abc import Sequence

from flows.workplace import Workplace
from translate.engine import pick_engine

__all__ = ["translate_texts"]


def translate_texts(texts: Sequence[str], language: str, place: Workplace) -> list[str]:
    """The English of ``texts`` in ``language``, in their order; what the memory knows is not translated again.

    Raises:
        UnavailableError: no engine has a model.
    """
    translator = pick_engine(language, place.settings.translate)
    wanted = list(dict.fromkeys(" ".join(text.split()) for text in texts))
    known = dict(place.memory.get_many(wanted, language, translator.signature))
    missing = [text for text in wanted if text not in known]
    if missing:
        fresh = dict(zip(missing, translator.translate(missing, language), strict=True))
        place.memory.put_many(fresh, language, translator.signature)
        known |= fresh
    return [known[" ".join(text.split())] for text in texts]
