"""Parameters of flows: what Prefect's pages offer in their forms, and what is refused before a run begins."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from configs.outlet import outlet_names
from configs.watch import watched_story_ids

__all__ = ["OutletName", "StoryId"]


@dataclass(frozen=True, slots=True)
class _OneOf:
    """A word of a list that is read when a form is shown or filled in: files come and go."""

    words: Callable[[], tuple[str, ...]]
    what: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self._checked, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        shown: dict[str, Any] = handler(schema)
        return {**shown, "enum": list(self.words())} if self.words() else shown

    def _checked(self, word: str) -> str:
        if word not in self.words():
            raise ValueError(f"{word!r} is no {self.what}; there are: {', '.join(self.words()) or 'none'}")
        return word


OutletName = Annotated[str, _OneOf(outlet_names, "outlet")]
StoryId = Annotated[str, _OneOf(watched_story_ids, "watched story")]
