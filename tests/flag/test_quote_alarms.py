"""What translations of one quote differ in and no reviewer wants to hear of, through the whole reading of the texts."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from align.encoder import Encoder
from bench.versions import Telling, as_story
from flows.compare import compare_story
from flows.workplace import open_workplace

_DAY = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)
_HEADS = {
    "en": "Council votes on the bridge",
    "fr": "Le conseil vote sur le pont",
    "de": "Rat stimmt über die Brücke ab",
    "es": "El consejo vota sobre el puente",
    "he": "המועצה מצביעה על הגשר",
}


def _kinds(folder: Path, encoder: Encoder, texts: dict[str, str]) -> list[str]:
    tellings = [Telling(f"{code}-paper", code, _DAY, [_HEADS[code], text]) for code, text in texts.items()]
    with open_workplace(folder, encoder=encoder) as place, as_story("alarms", tellings) as story:
        return [finding.kind for finding in compare_story(story, place).discrepancies]


NOT_BESIDE_THE_MARKS = {
    "en": 'A member said on Monday that the group was "not happy with the new plan for the harbour".',
    "fr": "Selon l'un de ses membres, le groupe n'est pas « satisfait du nouveau plan pour le port ».",
    "de": "Ein Mitglied sagte am Montag, die Gruppe sei „nicht zufrieden mit dem neuen Plan für den Hafen“.",
    "es": "Un miembro dijo el lunes que el grupo «no está contento con el nuevo plan para el puerto».",
}
SPEAKER_BESIDE_ANOTHER_NAME = {
    "en": '"We will rebuild the bridge before winter," said Tracey Ullman.',
    "fr": "« Nous reconstruirons le pont avant l'hiver », a déclaré Tracey Ullman.",
    "de": "„Wir werden die Brücke vor dem Winter wieder aufbauen“, sagte Tracey Ullman.",
    "es": "«Reconstruiremos el puente antes del invierno», dijo Mark Norwell a Tracey Ullman.",
}


@pytest.mark.parametrize("texts", [NOT_BESIDE_THE_MARKS, SPEAKER_BESIDE_ANOTHER_NAME])
def test_is_no_finding(tmp_path: Path, encoder: Encoder, texts: dict[str, str]) -> None:
    assert _kinds(tmp_path, encoder, texts) == []


def test_a_denial_is_still_one(tmp_path: Path, encoder: Encoder) -> None:
    other = "Selon l'un de ses membres, le groupe est « satisfait du nouveau plan pour le port »."
    assert _kinds(tmp_path, encoder, NOT_BESIDE_THE_MARKS | {"fr": other}) == ["quote-altered"]


def test_another_speaker_is_still_one(tmp_path: Path, encoder: Encoder) -> None:
    other = "«Reconstruiremos el puente antes del invierno», dijo Mark Norwell."
    assert _kinds(tmp_path, encoder, SPEAKER_BESIDE_ANOTHER_NAME | {"es": other}) == ["quote-misattributed"]


def test_another_speaker_who_stands_beside_the_first_is_one(tmp_path: Path, encoder: Encoder) -> None:
    other = (
        "«Reconstruiremos el puente antes del invierno», dijo Mark Norwell, que había llegado al río con Tracey Ullman."
    )
    assert _kinds(tmp_path, encoder, SPEAKER_BESIDE_ANOTHER_NAME | {"es": other}) == ["quote-misattributed"]


def test_another_speaker_elsewhere_in_the_text_is_one(tmp_path: Path, encoder: Encoder) -> None:
    other = (
        "El río subió dos metros en marzo. El puerto cerró una semana.\n"
        "La ciudad tiene 40.000 habitantes. «Reconstruiremos el puente antes del invierno», dijo Mark Norwell."
    )
    assert _kinds(tmp_path, encoder, SPEAKER_BESIDE_ANOTHER_NAME | {"es": other}) == ["quote-misattributed"]
