"""Which source a sentence names for which of its figures."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from claims.article import read_figures
from claims.article_quotes import read_quotes
from claims.article_sources import credit_quoted
from claims.claimants import announced_source, find_claimants
from claims.figures import find_figures
from configs.language.schema import language_codes
from records.version import Sentence, Version

_NOW = datetime(2026, 10, 22, tzinfo=UTC)

_CASES = [
    ("en", "The plant will cost 640 million, its chief executive, Sofia Brandt, told reporters.", "Sofia Brandt"),
    ("en", "The quake damaged 1,200 houses, the governor, Jana Holt, told journalists.", "Jana Holt"),
    ("de", "Die Kosten liegen bei 12 Millionen Euro, wie Sprecherin Jana Holt mitteilte.", ["Sprecherin Jana Holt"]),
    ("de", "640 Millionen kostet es, wie Sprecherin Jana Holt in der Stadt vor Journalisten sagte.", "Jana Holt"),
    ("de", "Nach Zahlen des Innenministeriums kamen 12.300 Migranten.", "Innenministeriums"),
    ("nl", "De fabriek kost 640 miljoen euro, zoals topvrouw Jana Holt zei.", "topvrouw Jana Holt"),
    ("hu", "Az indoklás szerint 12 300 migráns lépett be, legalábbis a minisztérium adatai szerint.", "a minisztérium"),
    ("lv", "Izmeklēšanas komisija konstatējusi, ka vilciena ātrums bija 140 kilometru stundā.", "komisija"),
    ("sr", "Министарство саобраћаја навело је да снег чисти 35 ралица.", "Министарство саобраћаја"),
    ("hr", "Ministarstvo prometa navelo je da snijeg čisti 35 ralica.", "Ministarstvo prometa"),
    (
        "bn",
        "শহরে দূষিত পানি থেকে ছড়ানো রোগে ২১২ জন আক্রান্ত হয়েছেন বলে জানিয়েছে পৌর কর্তৃপক্ষ।",
        "পৌর কর্তৃপক্ষ",
    ),
    ("en", "Police counted 15,000 people; the unions put the figure at 40,000.", ["Police", "the unions"]),
    ("en", "Unemployment stood at 6.7 percent in October, according to the statistical office.", "statistical office"),
    ("en", "Pax, a passengers' association, estimates that 60,000 tickets are worthless.", "Pax"),
    ("en", "The insurers' association put the damage at 60 million euros.", "The insurers' association"),
    ("en", "The walkout cost the company 94 million euros in lost output, Marwitz said.", "Marwitz"),
    ("en", "The bridge is 94 metres long.", None),
    ("de", "Nach Angaben der Gewerkschaft fehlen 40 Pflegekräfte.", "Gewerkschaft"),
    ("de", "Für 2027 rechnet die Notenbank nur noch mit einem Wachstum von 1,4 Prozent.", "die Notenbank"),
    (
        "fr",
        "Marwitz évalue le manque à gagner à 94 millions d'euros, le syndicat à 60 millions.",
        ["Marwitz", "le syndicat"],
    ),
    ("it", "Le case distrutte sono 26 per la protezione civile, 40 secondo la sindaca.", [None, "la sindaca"]),
    (
        "es",
        "La alcaldesa, Ana Ruiz, habla de 40 casas; Protección Civil confirma 26.",
        ["Ana Ruiz", "Protección Civil"],
    ),
    ("pl", "Zarząd szacuje straty na 94 mln euro; związek twierdzi, że to 60 mln euro.", ["Zarząd", "związek"]),
    ("cs", "Nezaměstnanost podle statistického úřadu v říjnu činila 6,7 procenta.", "statistického úřadu"),
    ("hu", "Az új híd megépítése a közlekedési tárca szerint 18 hónapig tart.", "a közlekedési tárca"),
    ("uk", "Без світла залишилися 2300 родин, повідомив оператор мережі «Веленерго».", "оператор мережі «Веленерго»"),
    ("ar", "وأعلنت وزارة الدفاع الكورفينية مقتل 9 من جنودها.", "وزارة الدفاع الكورفينية"),
    ("fa", "این وزارتخانه مدعی شد ۴۰ نظامی کشته شده‌اند.", "این وزارتخانه"),
    ("ko", "경찰은 의사당 밖 시위대를 15000명으로 집계했다.", "경찰"),
    ("ja", "住宅1250棟が壊れたが、赤十字は避難者を12000人とみている。", [None, "赤十字"]),
    ("zh", "据联合国统计，这场战争已造成38000人死亡。", "联合国"),
    ("xx", "Police counted 15,000 people.", None),
    ("de", "Die Regierung hat 5,3 Millionen Euro für die Reparaturen zugesagt.", None),
    ("en", "Prosecutors, who had asked for nine years, put the damage to the city at €11m.", [None, "Prosecutors"]),
    ("ru", "Прокуратура, которая просила девять лет, оценила ущерб в 11 млн евро.", [None, "Прокуратура"]),
    ("it", "Secondo la corte dei conti il danno ammonta a 11 milioni.", "la corte dei conti"),
    ("fr", "Selon la préfecture les manifestants étaient 9000.", "la préfecture"),
    ("fr", "Le bilan, établi par le ministère de la Santé, s'élève à 96 morts.", "le ministère de la Santé"),
    ("sk", "Škodu odhadlo ministerstvo na 2,5 milióna eur.", "ministerstvo"),
    ("cs", "Škodu vyčíslil mluvčí hasičů Petr Havlík na 12 milionů korun.", "mluvčí hasičů Petr Havlík"),
    ("es", "Fuentes del hospital elevaron a 44 el número de heridos.", "Fuentes del hospital"),
    ("hu", "A szakszervezet 1200 elbocsátásról beszél.", "A szakszervezet"),
    ("zh", "检方认定受害人共240名。", "检方"),
    ("ja", "主催者発表で1万人が集まった。", "主催者"),
    ("vi", "Viện kiểm sát xác định thiệt hại là 40 tỷ đồng.", "Viện kiểm sát"),
    ("kk", "Прокуратура келтірілген шығынды 150 миллион теңгеге бағалады.", "Прокуратура"),
    ("id", "Polisi menangkap 15 pengunjuk rasa.", None),
    ("en", "The two banks put the savings at €900 million.", [None, "The two banks"]),
    ("fr", "Les deux banques tablent sur 900 millions d'euros d'économies.", [None, "Les deux banques"]),
    ("it", "Le due banche stimano sinergie per 900 milioni.", [None, "Le due banche"]),
    ("es", "Las dos empresas estiman el coste en 40 millones de euros.", [None, "Las dos empresas"]),
    ("pt", "Os dois bancos estimam poupar 900 milhões de euros.", [None, "Os dois bancos"]),
    ("en", "After the fire, the three said 40 houses had burned.", None),
]


@pytest.mark.parametrize(
    ("language", "sentence", "source"),
    [
        ("sv", "Enligt Fiskeriverket påverkas 640 båtar.", "Fiskeriverket"),
        ("sv", "Enligt facket i Malmö berörs 640 anställda.", "facket i Malmö"),
        ("da", "Ifølge Fiskeristyrelsen berøres 640 både.", "Fiskeristyrelsen"),
        ("no", "Ifølge det norske forsvaret ble 12 soldater skadd.", "det norske forsvaret"),
        ("nl", "Volgens de politie raakten 12 mensen gewond.", "de politie"),
        ("nl", "Volgens vakbond FNV staken 640 chauffeurs.", "vakbond FNV"),
    ],
)
def test_a_source_ends_before_the_verb_of_its_clause(language: str, sentence: str, source: str) -> None:
    (span,) = find_claimants(sentence, language, [figure.span for figure in find_figures(sentence, language)])
    assert span is not None
    assert span.of(sentence) == source


@pytest.mark.parametrize(("language", "sentence", "expected"), _CASES)
def test_each_figure_has_the_source_of_its_clause(
    language: str, sentence: str, expected: str | list[str | None] | None
) -> None:
    spans = [figure.span for figure in find_figures(sentence, language)]
    found = [None if span is None else span.of(sentence) for span in find_claimants(sentence, language, spans)]
    wanted = expected if isinstance(expected, list) else [expected] * len(spans)
    assert spans
    for one, other in zip(found, wanted, strict=True):
        assert (one is None) == (other is None) and (other or "") in (one or ""), found


_SENTENCES: dict[str, list[tuple[str, str | list[str | None] | None]]] = yaml.safe_load(
    (Path(__file__).parent.parent / "fixtures" / "claimants" / "sentences.yml").read_text("utf-8")
)
_LONGER = 40
"""Letters of the office, or the noun of a body, that may be read with a name."""


def test_every_language_has_sentences() -> None:
    assert set(_SENTENCES) <= set(language_codes())
    assert all(len(rows) >= 6 and rows[-1] for rows in _SENTENCES.values())


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [(language, *row) for language, rows in _SENTENCES.items() for row in rows],
)
def test_news_credits_its_figures_in_many_words(
    language: str, sentence: str, expected: str | list[str | None] | None
) -> None:
    version = Version("v", "o", "u", language, _NOW, "", sentence, (Sentence("v:s0", 0, len(sentence), 0),))
    figures = credit_quoted(version, read_figures(version), read_quotes(version))
    wanted = expected if isinstance(expected, list) else [expected] * len(figures)
    assert figures
    for figure, source in zip(figures, wanted, strict=True):
        assert (figure.claimant is None) == (source is None), figure.claimant
        assert (source or "") in (figure.claimant or "")
        assert len(figure.claimant or "") <= len(source or "") + _LONGER


def test_whom_a_quote_cites_keeps_a_figure_of_the_quote() -> None:
    text = "“The police told us that 12 are missing,” said the mayor, Ann Roe."
    version = Version("v", "o", "u", "en", _NOW, "", text, (Sentence("v:s0", 0, len(text), 0),))
    figures = credit_quoted(version, read_figures(version), read_quotes(version))
    assert [figure.claimant for figure in figures] == ["The police"]


@pytest.mark.parametrize(
    ("language", "sentence", "source"),
    [
        ("en", "The governor's office issued new figures late on Monday.", "The governor's office"),
        ("cs", "Nemocnice zveřejnila nová čísla.", "Nemocnice"),
        ("de", "Das Ministerium hat am Abend neue Zahlen vorgelegt.", "Das Ministerium"),
        ("ru", "Прокуратура назвала новые цифры.", "Прокуратура"),
        ("fi", "Poliisi julkaisi uudet luvut torstaina.", "Poliisi"),
        ("ar", "وأصدرت وزارة الصحة حصيلة جديدة.", "وزارة الصحة"),
        ("zh", "市应急管理局公布了最新数据。", "市应急管理局"),
        ("ko", "경찰은 새로운 집계를 발표했다.", "경찰"),
        ("vi", "Công an tỉnh đã công bố số liệu mới.", "Công an tỉnh"),
        ("de", "Die Zahlen sind erschreckend.", None),
        ("fr", "Le maire a donné sa parole.", None),
    ],
)
def test_whose_figures_a_sentence_announces(language: str, sentence: str, source: str | None) -> None:
    assert announced_source(sentence, language) == source


def test_announced_figures_are_those_of_who_announces_them() -> None:
    text = "Flood\n\nThe ministry gave new figures. Some 1,340 homes were damaged on 3 May. A bus lost 2 wheels."
    starts = [text.index("Flood"), text.index("The ministry"), text.index("Some"), text.index("A bus"), len(text)]
    sentences = tuple(Sentence(f"v:s{n}", start, end, min(n, 1)) for n, (start, end) in enumerate(pairwise(starts)))
    version = Version("v", "o", "u", "en", datetime(2026, 5, 4, tzinfo=UTC), "Flood", text, sentences)
    told = {figure.text: figure.claimant for figure in read_figures(version)}
    assert told["1,340"] == "The ministry"
    assert not any(claimant for words, claimant in told.items() if "1,340" not in words)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "Die Kosten liegen bei 12 Millionen Euro, wie Sprecherin Jana Holt mitteilte."),
        ("nl", "De kosten bedragen 12 miljoen euro, zoals topvrouw Jana Holt zei."),
        ("pl", "Spłonęło 40 domów, jak rzeczniczka Anna Nowak podała."),
    ],
)
def test_the_word_that_opens_a_clause_of_saying_is_no_part_of_who_says_it(language: str, sentence: str) -> None:
    spans = [figure.span for figure in find_figures(sentence, language)]
    found = [span.of(sentence) for span in find_claimants(sentence, language, spans) if span is not None]
    assert found
    assert not any(words.startswith(("wie ", "zoals ", "jak ")) for words in found), found
