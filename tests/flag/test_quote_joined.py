"""A denial that one version gives in one part with what the others have in a part of its own."""

from __future__ import annotations

from configs.pipeline import FlagSettings
from flag.quote_changes import quote_changes
from flag.wording_parts import Place
from records.span import Span

_FIRST = {
    "es": "Nadie nos avisó nunca",
    "pt": "Nunca ninguém nos avisou",
    "it": "Nessuno ci ha mai avvertiti",
    "fr": "Personne ne nous a jamais prévenus",
    "de": "Niemand hat uns je gewarnt",
}
_SECOND = {
    "es": "que la presa era peligrosa",
    "pt": "que a barragem era perigosa",
    "it": "che la diga era pericolosa",
    "fr": "que le barrage était dangereux",
    "de": "dass der Damm gefährlich war",
}


def _found(english: str) -> list[tuple[str, ...]]:
    parts = []
    for rows in (_FIRST, {**_SECOND, "en": english}):
        parts.append({code: Place(code, code, Span(0, len(text)), text, None, True, ()) for code, text in rows.items()})
    changes = quote_changes(parts, FlagSettings())
    return [change.sides["said to be so"] for change in changes if change.what == "negation"]


def test_what_one_affirms_in_one_part_is_told_of() -> None:
    assert _found("We had been warned that the dam was dangerous") == [("en",)]


def test_what_denies_as_the_others_do_is_not() -> None:
    assert _found("We had never been warned that the dam was dangerous") == []


def test_a_version_with_the_second_part_alone_is_not() -> None:
    assert _found("that the dam was dangerous") == []
