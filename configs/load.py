"""Reads YAML files into typed, frozen models; one error lists every fault with file, line and field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from configs.faults import Fault, faults_of
from records.errors import InputError

__all__ = ["Strict", "load_yaml"]

Model = TypeVar("Model", bound=BaseModel)
_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FOUND = {list: "a list", str: "plain text", type(None): "nothing"}
_MERGE = "tag:yaml.org,2002:merge"


def _resolves(tag: str, first: str) -> bool:
    kind = tag.rpartition(":")[2]
    return kind != "timestamp" and (kind != "bool" or first in "tTfF")


class _Loader(_Base):  # type: ignore[misc]
    """Only ``true`` and ``false`` are booleans, as in YAML 1.2: ``no`` is Norwegian, and ``on`` is a word.

    A date stays text until the model reads it, which knows in what field a wrong one stands.
    """

    yaml_implicit_resolvers = {  # noqa: RUF012 - PyYAML's own shape
        first: [(tag, pattern) for tag, pattern in resolvers if _resolves(tag, first)]
        for first, resolvers in _Base.yaml_implicit_resolvers.items()
    }


class Strict(BaseModel):
    """Base of every model of a file: frozen, and a key that nobody reads is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


def load_yaml(
    path: Path, model: type[Model], context: Mapping[str, Any] | None = None, over: Path | None = None
) -> Model:
    """The file at ``path`` as a ``model``; its validators are given ``context``. What it leaves out is as in the file
    at ``over``, mapping by mapping.

    Raises:
        InputError: the file is missing, empty, not UTF-8, not YAML, has a key twice or does not fit; names file, line
            and field of every fault, in one line.
    """
    text = _read_text(path)
    node, raw = _parse(path, text)
    if over is not None:
        raw = _laid_over(_parse(over, _read_text(over))[1], raw)
    try:
        return model.model_validate(raw, context=context)
    except ValidationError as error:
        raise InputError(_told(path, node, faults_of(error, model))) from None


def _laid_over(under: Mapping[str, Any], raw: Mapping[str, Any]) -> dict[str, Any]:
    """``under`` with every value of ``raw`` in the place of its own; mappings key by key."""
    both = (key for key in raw if isinstance(raw[key], dict) and isinstance(under.get(key), dict))
    return {**under, **raw, **{key: _laid_over(under[key], raw[key]) for key in both}}


def _parse(path: Path, text: str) -> tuple[yaml.Node, dict[str, Any]]:
    """The nodes of a file, which know their lines, and the mapping that they make."""
    try:
        loader = _Loader(text)
        node = loader.get_single_node()
        repeated = [] if node is None else list(_twice(node))  # before merging, which brings keys in twice
        raw = None if node is None else loader.construct_document(node)
    except yaml.YAMLError as error:
        raise InputError(_yaml_fault(path, error)) from None
    except (ValueError, OverflowError, RecursionError) as error:
        raise InputError(f"{path}: {error}; mend that value.") from None
    if node is None or not isinstance(raw, dict):
        raise InputError(
            f"{path}:1: expected lines of the form key: value, found {_FOUND.get(type(raw), 'a single value')}; "
            "check that this is the file you meant."
        )
    if repeated:
        told = (f"{path}:{line}: {key}: the key is there twice, first in line {first}" for key, line, first in repeated)
        raise InputError("; ".join(told))
    return node, raw


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


def _twice(root: yaml.Node) -> Iterator[tuple[str, int, int]]:
    """Every key that a mapping has twice, of which only the last would count: the key, its line, the first's line."""
    waiting, seen = [root], set[int]()
    while waiting:
        node = waiting.pop()
        if id(node) in seen:  # an alias
            continue
        seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            lines: dict[tuple[str, str], int] = {}
            for key, value in node.value:
                line = key.start_mark.line + 1
                waiting.append(value)
                if not isinstance(key, yaml.ScalarNode) or key.tag == _MERGE:
                    continue
                if (key.tag, key.value) in lines:
                    yield key.value, line, lines[key.tag, key.value]
                lines.setdefault((key.tag, key.value), line)
        elif isinstance(node, yaml.SequenceNode):
            waiting.extend(node.value)


def _yaml_fault(path: Path, error: yaml.YAMLError) -> str:
    mark = getattr(error, "problem_mark", None)
    what = getattr(error, "problem", None) or str(error).splitlines()[0]
    return f"{path}:{mark.line + 1 if mark else 1}: not YAML: {what}."


def _told(path: Path, root: yaml.Node, faults: Sequence[Fault]) -> str:
    """All of them in the order of their lines."""
    lined = sorted(((_line_of(root, place), place, what) for place, what in faults), key=lambda one: one[0])
    named = ((line, ".".join(str(part) for part in place), what) for line, place, what in lined)
    return "; ".join(f"{path}:{line}: {field}{': ' if field else ''}{what}" for line, field, what in named)


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
