"""Templates are compiled on first use, so that a slip in one of them would show late: here all are compiled."""

from __future__ import annotations

import pytest

from claims.dates_grammar import time_grammar
from configs.language.schema import language_codes


@pytest.mark.parametrize("code", sorted(language_codes()))
def test_every_template_of_a_language_is_well_formed(code: str) -> None:
    grammar = time_grammar(code)
    assert grammar is not None
    assert grammar.templates.templates
    for template in grammar.templates.templates:
        assert template.pattern.match("") is None, f"{code}: {template.group}: {template.source} matches nothing"
