"""The three checks of quotes, on one utterance of three versions."""

from __future__ import annotations

from datetime import UTC, datetime

from configs.pipeline import FlagSettings
from flag.checks.quote_altered import check_quote_altered
from flag.checks.quote_misattributed import check_quote_misattributed
from flag.evidence import StoryEvidence, gather_evidence
from records.claim import Claims, Quote
from records.statement import Utterance, UtteranceMember
from records.version import Version


def _story(rows: list[tuple[str, str, str, str]]) -> StoryEvidence:
    versions, claims = [], []
    for name, language, text, speaker in rows:
        versions.append(
            Version(name, name, f"https://{name}.example", language, datetime(2026, 1, 1, tzinfo=UTC), "h", text, ())
        )
        slug = speaker.lower().replace(" ", "-")
        quote = Quote(0, len(text), text, "direct", speaker, None, slug, id=f"{name}:q0", version=name)
        claims.append(Claims(name, (), (quote,)))
    utterance = Utterance("u0", tuple(UtteranceMember(name, (f"{name}:q0",)) for name, *_ in rows))
    return gather_evidence(versions, [], claims, [], [utterance], FlagSettings())


def test_a_not_in_one_version_is_flagged() -> None:
    story = _story(
        [
            ("en", "en", "The crew did everything right", "Anna Berg"),
            ("fr", "fr", "L'équipage a tout fait correctement", "Anna Berg"),
            ("ru", "ru", "Экипаж не сделал всё правильно", "Anna Berg"),
        ]
    )
    (found,) = check_quote_altered(story, story.utterances)
    assert found.kind == "quote-altered"
    assert found.outliers == ("ru",)
    assert not list(check_quote_misattributed(story, story.utterances))


def test_another_choice_of_words_is_not() -> None:
    story = _story(
        [
            ("a", "en", "They failed to agree on the budget", "Anna Berg"),
            ("b", "en", "They did not agree on the budget", "Anna Berg"),
        ]
    )
    assert not list(check_quote_altered(story, story.utterances))


def test_another_speaker_is_flagged() -> None:
    rows = [(name, "en", "We will rebuild the bridge", "Anna Berg") for name in ("a", "b")]
    story = _story([*rows, ("c", "en", "We will rebuild the bridge", "Luca Ferri")])
    (found,) = check_quote_misattributed(story, story.utterances)
    assert found.outliers == ("c",)
    assert {side.value for side in found.sides} == {"Anna Berg", "Luca Ferri"}
