"""Reads YAML files into typed, frozen models; one error lists every fault with file, line and field."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from records.errors import InputError

__all__ = ["Strict", "load_yaml"]

Model = TypeVar("Model", bound=BaseModel)
_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Base):  # type: ignore[misc]
    """Only ``true`` and ``false`` are booleans, as in YAML 1.2: ``no`` is Norwegian, and ``on`` is a word."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - PyYAML's own shape
        first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool" or first in "tTfF"]
        for first, resolvers in _Base.yaml_implicit_resolvers.items()
    }


class Strict(BaseModel):
    """Base of every model of a file: frozen, and a key that nobody reads is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def load_yaml(path: Path, model: type[Model]) -> Model:
    """The file at ``path`` as a ``model``.

    Raises:
        InputError: the file is missing, empty, not UTF-8, not YAML or does not fit; names file, line and field of
            every fault, in one line.
    """
    text = _read_text(path)
    try:
        node = yaml.compose(text, Loader=_Loader)
        raw = yaml.load(text, Loader=_Loader)
    except yaml.YAMLError as error:
        raise InputError(_yaml_fault(path, error)) from None
    except (ValueError, OverflowError, RecursionError) as error:
        raise InputError(f"{path}: {error}; mend that value.") from None
    if node is None or not isinstance(raw, dict):
        raise InputError(f"{path}:1: expected a mapping of keys to values, found {type(raw).__name__}.")
    try:
        return model.model_validate(raw)
    except ValidationError as error:
        raise InputError("; ".join(_fault(path, node, dict(e)) for e in error.errors())) from None


def _read_text(path: Path) -> str:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise InputError(f"{path}: no such file; check the path.") from None
    except OSError as error:
        raise InputError(f"{path}: can't be read ({error.strerror}); name a readable file.") from None
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: byte {error.start} is not UTF-8; save the file as UTF-8.") from None
    if not text.strip():
        raise InputError(f"{path}: the file is empty.")
    return text


def _yaml_fault(path: Path, error: yaml.YAMLError) -> str:
    mark = getattr(error, "problem_mark", None)
    what = getattr(error, "problem", None) or str(error).splitlines()[0]
    return f"{path}:{mark.line + 1 if mark else 1}: not YAML: {what}."


def _fault(path: Path, root: yaml.Node, error: dict[str, Any]) -> str:
    location = [part for part in error["loc"] if part != "[key]"]
    field = ".".join(str(part) for part in location)
    found = "" if error["type"] == "missing" else f" (found {error['input']!r:.80})"
    what = "unknown key" if error["type"] == "extra_forbidden" else str(error["msg"]).removeprefix("Value error, ")
    return f"{path}:{_line_of(root, location)}: {field}: {what}{found}"


def _line_of(root: yaml.Node, location: Sequence[str | int]) -> int:
    """The line, from 1, of the deepest node on the way to ``location`` that the file has."""
    node, line = root, root.start_mark.line
    for part in location:
        child: yaml.Node | None = None
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                if key.value == str(part):
                    child, line = value, key.start_mark.line
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
            child = node.value[part]
            line = child.start_mark.line if child is not None else line
        if child is None:
            break
        node = child
    return line + 1
