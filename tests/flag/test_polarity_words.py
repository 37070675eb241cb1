"""Words that only look like negations, and the negations that they look like."""

from __future__ import annotations

import pytest

from flag.polarity import read_polarity


@pytest.mark.parametrize(
    ("language", "affirmed", "denied"),
    [
        ("mk", "Мостот ќе биде отворен недела.", "Мостот нема да биде отворен."),
        ("sl", "Nemški most bo odprt v nedeljo.", "Most ne bo odprt."),
        ("bn", "তিনি বলেন, কোম্পানি পানি দেবে।", "কোম্পানি পানি দেয়নি।"),
        ("et", "Silda avatakse pool kaheksa.", "Silda ei avata."),
        ("lv", "Pēc negadījuma tiltu atvērs nākamnedēļ.", "Tiltu neatvērs."),
        ("ur", "پل کھولا جائے گا۔", "پل نہیں کھولا جائے گا۔"),
        ("sq", "Ura do të hapet nesër.", "Ura nuk do të hapet."),
        ("ms", "Jambatan akan dibuka.", "Jambatan tidak akan dibuka."),
        ("ca", "El cap de policia anirà cap a Girona.", "El pont no s'obrirà."),
        ("az", "Dəmir yolu təmir ediləcək.", "Körpü açılmayacaq."),
        ("sw", "Hatua hii ni hatari.", "Daraja halitafunguliwa."),
        ("ta", "பாலம் திறக்கப்படும்.", "பாலம் திறக்கப்படவில்லை."),
        ("bs", "Nedjelja je dan kad će most biti otvoren.", "Most neće biti otvoren."),
    ],
)
def test_a_word_that_only_looks_like_a_negation(language: str, affirmed: str, denied: str) -> None:
    assert read_polarity(affirmed, language).negations == ()
    assert len(read_polarity(denied, language).negations) == 1


def test_a_sign_inside_a_word_that_denies_nothing() -> None:
    assert not read_polarity("无论结果如何我们都接受", "zh").denies
    assert read_polarity("无条件接受", "zh").denies
