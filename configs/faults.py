"""What is wrong with a value of a file or a form, in our own words: the field, what was expected, what was found."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from reprlib import Repr
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

__all__ = ["Fault", "faults_of"]

Fault = tuple[tuple[str | int, ...], str]
"""Where (keys and numbers in lists, from the top), and what to say of it without the place."""

_SHORT = Repr()
_SHORT.maxstring = _SHORT.maxother = 80
_SHORT.maxlevel = 2
_MOST_KEYS = 16

_TEXT, _WHOLE, _NUMBER = "expected text", "expected a whole number, such as 3", "expected a number, such as 0.5"
_SWITCH, _TIME = "expected true or false", "expected a time such as 2026-06-10T09:00:00Z"
_LIST, _KEYS = "expected a list, such as [a, b]", "expected keys with values, such as {key: value}"
_SAID: Mapping[str, str] = {
    **dict.fromkeys(("string_type", "string_sub_type", "string_unicode", "path_type"), _TEXT),
    **dict.fromkeys(("int_type", "int_parsing", "int_parsing_size", "int_from_float"), _WHOLE),
    **dict.fromkeys(("float_type", "float_parsing", "finite_number"), _NUMBER),
    **dict.fromkeys(("decimal_type", "decimal_parsing", "is_instance_of"), _NUMBER),
    **dict.fromkeys(("bool_type", "bool_parsing"), _SWITCH),
    **dict.fromkeys(("datetime_type", "datetime_parsing", "datetime_from_date_parsing"), _TIME),
    **dict.fromkeys(("datetime_object_invalid", "timezone_aware", "date_type", "date_parsing"), _TIME),
    **dict.fromkeys(("list_type", "tuple_type", "set_type", "frozen_set_type", "iterable_type"), _LIST),
    **dict.fromkeys(("dict_type", "mapping_type", "model_type", "model_attributes_type"), _KEYS),
}
"""What pydantic's kinds of errors mean to somebody who writes a file."""
_COUNTED: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "greater_than": lambda given: f"expected more than {given['gt']:g}",
    "greater_than_equal": lambda given: f"expected {given['ge']:g} or more",
    "less_than": lambda given: f"expected less than {given['lt']:g}",
    "less_than_equal": lambda given: f"expected {given['le']:g} or less",
    "string_too_short": lambda given: "expected text, found none",
    "string_too_long": lambda given: f"expected {given['max_length']} letters or fewer",
    "too_short": lambda given: f"expected {_entries(given['min_length'])} or more, there are {given['actual_length']}",
    "too_long": lambda given: f"expected {_entries(given['max_length'])} or fewer, there are {given['actual_length']}",
    "literal_error": lambda given: f"expected {str(given['expected']).replace(chr(39), '')}",
    "string_pattern_mismatch": lambda given: f"expected the form {given['pattern']}",
}
_SILENT = {"missing", "too_short", "too_long", "string_too_short"}
"""Kinds of which the value found says nothing."""


def faults_of(error: ValidationError, model: type[BaseModel]) -> list[Fault]:
    """Every fault in ``error``, which ``model`` raised; a validator's message that begins with ``field:`` is of that
    field.
    """
    return [_fault(dict(one), model) for one in error.errors() if not _follows(dict(one))]


def _follows(error: Mapping[str, Any]) -> bool:
    """Whether a list is called short because entries of it are wrong, each of which is told of itself."""
    return bool(error["type"] == "too_short" and len(error["input"]) >= error["ctx"]["min_length"])


def _fault(error: Mapping[str, Any], model: type[BaseModel]) -> Fault:
    place = tuple(part for part in error["loc"] if part != "[key]")
    kind, found = str(error["type"]), error["input"]
    if kind == "extra_forbidden":
        return place, f"unknown key{_shown(found)}{_known(str(place[-1]), _model_at(model, place[:-1]))}"
    if kind == "missing":
        return place, f"it is missing, write {place[-1]}: and a value"
    if kind == "value_error":
        said = str(error["msg"]).removeprefix("Value error, ")
        field, colon, rest = said.partition(": ")
        inner = _model_at(model, place)
        if colon and inner is not None and field in inner.model_fields:
            return (*place, field), rest
        return place, said + ("" if isinstance(found, dict | BaseModel) else _shown(found))
    given = error.get("ctx", {})
    said = _COUNTED[kind](given) if kind in _COUNTED else _SAID.get(kind, str(error["msg"]))
    return place, said + ("" if kind in _SILENT else _shown(found))


def _shown(found: object) -> str:
    return f" (found {'nothing' if found is None else _SHORT.repr(found)})"


def _entries(count: int) -> str:
    return f"{count} {'entry' if count == 1 else 'entries'}"


def _known(key: str, model: type[BaseModel] | None) -> str:
    """The key that may have been meant, else all that there are."""
    keys = [] if model is None else list(model.model_fields)
    near = get_close_matches(key, keys, 1, 0.7)
    if near:
        return f", perhaps {near[0]} is meant"
    return f", known here are {', '.join(keys)}" if 0 < len(keys) <= _MOST_KEYS else ""


def _model_at(model: type[BaseModel], place: Sequence[str | int]) -> type[BaseModel] | None:
    """The model of the mapping at ``place``, None where there is none or more than one is possible."""
    here: type[BaseModel] | None = model
    for part in place:
        if isinstance(part, int) or here is None:  # an entry of the list that the last key holds
            continue
        field = here.model_fields.get(part)
        inside = [] if field is None else list(_models_in(field.annotation))
        here = inside[0] if len(inside) == 1 else None
    return here


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models_in(part)
