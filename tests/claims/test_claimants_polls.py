"""Who asked the people of a poll says what it found: "in a survey by Medion 54 percent ..."."""

from __future__ import annotations

import pytest

from claims.claimants import find_claimants
from claims.figures import find_figures
from records.span import Span


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "In a survey by Medion, 54% backed the reform.", "Medion"),
        ("de", "In einer Umfrage des Instituts Medion befürworten 54 Prozent die Reform.", "Medion"),
        ("fr", "Dans un sondage de l'institut Medion, 54 % soutiennent la réforme.", "Medion"),
        ("es", "En un sondeo de Medion, el 54 % apoya la reforma.", "Medion"),
        ("pt", "Uma sondagem do instituto Medion dá 54% de apoio à medida.", "Medion"),
        ("sv", "I en mätning av institutet Medion stöder 54 procent reformen.", "Medion"),
        ("fi", "Medion-instituutin kyselyssä 54 prosenttia kannatti uudistusta.", "Medion"),
        ("hr", "U anketi instituta Medion reformu podržava 54 posto ljudi.", "Medion"),
        ("ru", "В опросе института Медион реформу поддержали 54 процента.", "Медион"),
        ("hu", "A Medion intézet felmérésében 54 százalék támogatta a reformot.", "Medion"),
        ("tr", "Medion kurumunun anketinde halkın yüzde 54’ü değişikliği destekledi.", "Medion"),
        ("ar", "وفي استطلاع أجراه معهد ميديون أيد 54 بالمئة الإصلاح.", "ميديون"),
        ("he", "בסקר של מכון מדיון תמכו 54 אחוז מהנשאלים ברפורמה.", "מדיון"),
        ("hi", "मेडियन संस्थान के सर्वेक्षण में 54 प्रतिशत लोगों ने सुधार का समर्थन किया।", "मेडियन"),
        ("ja", "調査機関メディオンの世論調査では54％が改正に賛成した。", "メディオン"),
        ("ko", "메디온의 여론조사에서는 응답자의 54%가 개정에 찬성했다.", "메디온"),
        ("zh", "梅迪翁研究所的民调显示，54%的人支持改革。", "梅迪翁"),
    ],
    ids=lambda value: value if len(value) == 2 else "",
)
def test_a_poll_is_of_who_made_it(language: str, text: str, name: str) -> None:
    figures = find_figures(text, language)
    places = [Span(figure.start, figure.end) for figure in figures]
    at = next(n for n, figure in enumerate(figures) if figure.kind == "percent")
    claimant = find_claimants(text, language, places)[at]
    assert claimant is not None
    assert name in claimant.of(text)
