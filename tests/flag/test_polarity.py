"""Negation is read in the language of the text."""

from __future__ import annotations

import pytest

from configs.language.schema import language_codes
from flag.contraries import contrary_words
from flag.polarity import read_polarity


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("ru", "Экипаж не сделал всё правильно", "negated"),
        ("ru", "Экипаж сделал всё правильно", "plain"),
        ("fr", "Ce n'est pas vrai", "negated"),
        ("tr", "Anlaşma imzalanmadı", "negated"),
        ("tr", "Anlaşma imzalandı", "plain"),
        ("fi", "Sopimusta ei allekirjoitettu", "negated"),
        ("hu", "Nem írták alá a szerződést", "negated"),
        ("ja", "合意には達していない", "negated"),
        ("ja", "合意に達した", "plain"),
        ("ja", "被害は少なかった", "unsure"),
        ("cs", "Vláda návrh nestáhne", "negated"),
        ("cs", "Nemocnice nabídne nejlepší péči", "plain"),
        ("cs", "Hasiči v neděli ráno viděli netopýry", "plain"),
        ("cs", "Dohodu jsme nepodepsali a neustoupíme", "negated"),
        ("sk", "Zmluvu nepodpíšeme", "negated"),
        ("sk", "Nemocnica v nedeľu otvorila", "plain"),
        ("sk", "Minister neprišiel", "negated"),
        ("zh", "我们没有达成协议", "negated"),
        ("ar", "لم نتوصل إلى اتفاق", "negated"),
        ("lt", "Defektų nerasta", "negated"),
        ("fa", "آتش‌بس نشکسته است", "negated"),
        ("fa", "مردم در خانه نشسته اند", "plain"),
        ("lt", "Netrukus įvyko nauja nelaimė", "unsure"),
        ("ar", "تعهد بعدم استخدام الجيش", "negated"),
        ("ar", "أدى ذلك إلى عدم الاستقرار", "unsure"),
        ("vi", "Không sớm thì muộn họ sẽ trở lại", "unsure"),
        ("ru", "В четырёх странах может не хватить хлеба", "unsure"),
        ("uk", "У чотирьох країнах не вистачить хліба", "unsure"),
        ("he", "הלחם עלול לחסור", "unsure"),
        ("es", "La norma viola ese principio", "unsure"),
        ("hu", "A tilalom megszegi az elvet", "unsure"),
        ("en", "They failed to agree", "unsure"),
        ("en", "It was no doubt a success", "unsure"),
        ("tr", "O çıkana dek buradan gitmem", "negated"),
        ("tr", "Buraya gelmem gerekiyordu", "plain"),
        ("tr", "Açıklamam çarpıtıldı, tamam", "plain"),
        ("fr", "C'est la pire fuite que notre système ait jamais connue", "unsure"),
        ("fr", "La pire fuite n'a jamais été déclarée", "negated"),
        ("fr", "On a jamais vu la pire fuite", "negated"),
        ("es", "Es la crisis más grave que jamás hemos vivido", "unsure"),
        ("es", "Más de 300 personas nunca volvieron", "negated"),
        ("it", "La più grande operazione mai condotta nel paese", "unsure"),
        ("it", "La più grande operazione non è mai partita", "negated"),
        ("pt", "A maior operação jamais realizada no país", "unsure"),
        ("ca", "La crisi més greu que he vist mai", "unsure"),
        ("el", "Είναι η χειρότερη διαρροή που γνώρισε ποτέ το σύστημα", "unsure"),
        ("el", "Η χειρότερη διαρροή δεν δηλώθηκε ποτέ", "negated"),
        ("et", "See on halvim leke, mida meie süsteem on iial kogenud", "unsure"),
    ],
)
def test_value(language: str, text: str, value: str) -> None:
    assert read_polarity(text, language).value == value


def test_every_language_has_data() -> None:
    assert all(read_polarity("x", code).known for code in language_codes())


def test_contrary_words() -> None:
    assert contrary_words("prices rose", "prices fell", "en")
    assert not contrary_words("prices rose, then fell", "prices fell", "en")


def test_the_month_of_may_says_nothing_of_perhaps() -> None:
    assert not read_polarity("We were warned about the cracks in May", "en").perhaps
    assert read_polarity("We may have been warned about the cracks", "en").perhaps


def test_you_is_no_ending_that_says_without() -> None:
    assert not read_polarity("Siz demokrasi değil, oy arıyorsunuz", "tr").implicit
    assert read_polarity("Bu parasız olmaz", "tr").implicit
    assert not read_polarity("Siz buna inanırsınız", "az").implicit
