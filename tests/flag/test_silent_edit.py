"""What a later revision of a page changed: figures and quotes, in any language; labels, order and spelling are none."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from claims.article import read_figures
from claims.article_quotes import read_quotes
from configs.pipeline import FlagSettings
from fetch.version import make_version
from flag.evidence import gather_evidence
from flag.story import judge_revisions
from flows.judging import name_speakers
from records.claim import Claims
from records.discrepancy import Discrepancy

NOON = datetime(2026, 6, 10, 12, tzinfo=UTC)


def edits(language: str, before: str, after: str, headline: str = "—") -> list[Discrepancy]:
    """The silent edits between two bodies of one page."""
    versions = [
        make_version(f"v{n}", "packet", "https://p.example/a", headline, body, language, NOON, revision=n)[0]
        for n, body in enumerate((before, after), 1)
    ]
    claims = name_speakers(versions, [Claims(v.id, read_figures(v), read_quotes(v)) for v in versions])
    story = gather_evidence(versions, [], claims, [], [], FlagSettings())
    found = list(judge_revisions(story, [(versions[0], versions[1])]))
    for one in found:
        assert one.kind == "silent-edit" and one.outliers == ("v2",)
        for side in one.sides:
            for place in side.evidence:
                text = next(v.text for v in versions if v.id == place.version)
                assert text[place.start : place.end] == place.text
    return found


CHANGED = [
    ("en", "The fire killed 12 people on the ferry on Monday night.", "12 people", "14 people"),
    ("de", "Bei dem Brand auf der Fähre kamen zwölf Menschen ums Leben.", "zwölf Menschen", "14 Menschen"),
    ("fr", "L'incendie a fait douze morts à bord du ferry lundi soir.", "douze morts", "quatorze morts"),
    ("es", "El incendio del transbordador causó 1.200 millones de euros en pérdidas.", "1.200", "1.500"),
    ("pt", "O incêndio do ferry matou 12 pessoas na noite de segunda-feira.", "12 pessoas", "15 pessoas"),
    ("it", "L'incendio del traghetto ha ucciso 12 persone lunedì sera.", "12 persone", "15 persone"),
    ("ru", "При пожаре на пароме погибли 12 человек, сообщили спасатели.", "12 человек", "15 человек"),
    ("uk", "Під час пожежі на поромі загинули 12 людей, повідомили рятувальники.", "12 людей", "15 людей"),
    ("pl", "W pożarze promu zginęło 12 osób, podali ratownicy w poniedziałek.", "12 osób", "15 osób"),
    ("tr", "Feribottaki yangında 12 kişi öldü, kurtarma ekipleri pazartesi günü açıkladı.", "12 kişi", "15 kişi"),
    ("ar", "قتل 12 شخصا في حريق العبارة مساء الاثنين بحسب فرق الإنقاذ.", "12 شخصا", "15 شخصا"),
    ("zh", "周一晚渡轮火灾造成12人死亡，救援人员表示搜救仍在继续。", "12人", "15人"),
    ("ja", "月曜日の夜のフェリー火災で12人が死亡したと救助隊が発表した。", "12人", "15人"),
    ("hi", "सोमवार रात नौका में आग लगने से 12 लोगों की मौत हो गई, बचाव दल ने बताया।", "12 लोगों", "15 लोगों"),
    ("nl", "Bij de brand op de veerboot kwamen maandagavond 12 mensen om het leven.", "12 mensen", "15 mensen"),
]


@pytest.mark.parametrize(("language", "text", "old", "new"), CHANGED, ids=[row[0] for row in CHANGED])
def test_a_changed_figure(language: str, text: str, old: str, new: str) -> None:
    after = text.replace(old, new)
    assert after != text
    found = edits(language, text, after)
    assert len(found) == 1, [one.summary for one in found]
    first, second = (side.evidence[0].text for side in found[0].sides)
    assert first in text and second in after and first not in after


@pytest.mark.parametrize(("language", "text", "old", "new"), CHANGED, ids=[row[0] for row in CHANGED])
def test_the_same_text_is_no_edit(language: str, text: str, old: str, new: str) -> None:
    assert edits(language, text, text) == []
    assert edits(language, f"{text}\n{text.replace(old, new)}", f"{text.replace(old, new)}\n{text}") == []


QUOTE = "“We will not withdraw our troops from the island,” General Anna Berg said on Tuesday."


@pytest.mark.parametrize(
    ("after", "count"),
    [
        (QUOTE.replace("will not", "will"), 1),
        (QUOTE.replace("troops", "soldiers"), 1),
        (QUOTE.replace("“", '"').replace("”", '"'), 0),
        (QUOTE.replace("Anna Berg", "Carl Lund"), 1),
        (QUOTE + " She spoke to reporters in the capital.", 0),
        ("Reporters waited in the rain outside the ministry.\n" + QUOTE, 0),
    ],
)
def test_quotes(after: str, count: int) -> None:
    found = edits("en", QUOTE, after)
    assert len(found) == count, [one.summary for one in found]
    assert all(one.severity == "high" for one in found)


def test_a_mended_spelling_is_no_edit() -> None:
    wrong = QUOTE.replace("withdraw", "withdrraw")
    assert edits("en", wrong, QUOTE) == []


def test_a_figure_written_otherwise_is_no_edit() -> None:
    before = "The repair of the bridge will cost 1.2 million euros, the ministry said."
    assert edits("en", before, before.replace("1.2 million", "1,200,000")) == []


def test_a_figure_that_is_taken_out() -> None:
    before = "The minister said that 43 ships of the fleet had left the harbour on Monday evening."
    found = edits("en", before, before.replace("43 ships", "ships"))
    assert [one.sides[1].value for one in found] == ["no figure any more"]
