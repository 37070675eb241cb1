"""Who "he" or "she" is where the same sentence named somebody first; one office written short; Thai offices."""

from __future__ import annotations

import pytest

from claims.quotes import find_quotes
from claims.speakers import resolve_speakers
from records.claim import Quote


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "Anna Berg bought it. Chief Marco Delvini was upbeat, and he said: “We sell.”", "Marco Delvini"),
        ("de", "Anna Berg kaufte sie. Der Chef Marco Delvini war froh, er sagte: „Wir verkaufen.“", "Marco Delvini"),
        ("fr", "Anna Berg achète. Le président Marco Delvini est serein ; il a dit : « On vendra. »", "Marco Delvini"),
        ("ru", "Анна Берг купила её. Глава Марко Дельвини рад, он сказал: «Продадим больше».", "Марко Дельвини"),
        ("zh", "安娜·贝格收购公司。\n董事长马可·德尔维尼对合并表示乐观，他说：“我们将卖出更多。”", "马可·德尔维尼"),
        ("zh", "安娜·贝格收购公司。\n董事长李建国对合并表示乐观，他说：“我们将卖出更多。”", "李建国"),
        ("he", 'אנה ברג קנתה את החברה.\nהיו"ר מרקו דלוויני בירך, והוא אמר: "יחד נמכור יותר".', "מרקו דלוויני"),
        ("th", "บรูโน ฮัลต์ รัฐมนตรีคลัง ไม่เห็นด้วย โดยกล่าวว่า “การตัดสินใจนี้จะทำให้คนตกงาน”", "บรูโน ฮัลต์"),
        ("th", "รัฐมนตรีกลาโหม บรูโน ฮัลต์ กล่าวว่า “การตัดสินใจนี้จะทำให้คนตกงาน”", "บรูโน ฮัลต์"),
    ],
    ids=["en", "de", "fr", "ru", "zh-dotted", "zh", "he", "th-behind", "th-before"],
)  # fmt: skip
def test_the_person_whom_the_sentence_is_about(language: str, text: str, speaker: str) -> None:
    (found,) = [quote for quote in find_quotes(text, language) if quote.mode != "indirect"]
    assert found.speaker == speaker


def test_so_it_is_of_what_is_reported() -> None:
    text = "Anna Berg bought the firm. Chairman Marco Delvini was upbeat, and he said that the firm would grow."
    assert [quote.speaker for quote in find_quotes(text, "en")] == ["Marco Delvini"]


def test_a_pronoun_behind_a_quote_is_who_spoke() -> None:
    text = "“We will sell,” said Anna Berg. “It is fine, Marco Delvini,” she said."
    assert [quote.speaker for quote in find_quotes(text, "en")] == ["Anna Berg", "Anna Berg"]


def test_an_office_written_short_is_no_other_office() -> None:
    quotes = {
        "a": [Quote(0, 1, "x", "direct", speaker=name, id=name) for name in ("Peder Vaik", "Vaik")],
    }
    text = "lausus haridusminister Peder Vaik. Nii möönis minister Vaik."
    assert len(set(resolve_speakers(quotes, {"a": text}, {"a": "et"}).values())) == 1
