"""One model for many languages: NLLB, M2M-100 or MADLAD of the hub, by transformers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from configs.pipeline import TranslateSettings
from records.errors import UnavailableError
from translate.hub import HubModel, hub_folder, weights_digest
from translate.pieces import translate_in_pieces

__all__ = ["NLLB_CODES", "ManyLanguagesTranslator", "asked_texts", "language_token", "load_nllb", "model_code"]

# FLORES-200 codes of the NLLB paper (NLLB Team 2022, table 1)
NLLB_CODES = {
    "ar": "arb_Arab", "az": "azj_Latn", "be": "bel_Cyrl", "bg": "bul_Cyrl", "bn": "ben_Beng", "bs": "bos_Latn",
    "ca": "cat_Latn", "cs": "ces_Latn", "da": "dan_Latn", "de": "deu_Latn", "el": "ell_Grek", "en": "eng_Latn",
    "es": "spa_Latn", "et": "est_Latn", "fa": "pes_Arab", "fi": "fin_Latn", "fr": "fra_Latn", "he": "heb_Hebr",
    "hi": "hin_Deva", "hr": "hrv_Latn", "hu": "hun_Latn", "hy": "hye_Armn", "id": "ind_Latn", "it": "ita_Latn",
    "ja": "jpn_Jpan", "ka": "kat_Geor", "kk": "kaz_Cyrl", "ko": "kor_Hang", "lt": "lit_Latn", "lv": "lvs_Latn",
    "mk": "mkd_Cyrl", "ms": "zsm_Latn", "nl": "nld_Latn", "no": "nob_Latn", "pl": "pol_Latn", "pt": "por_Latn",
    "ro": "ron_Latn", "ru": "rus_Cyrl", "sk": "slk_Latn", "sl": "slv_Latn", "sq": "als_Latn", "sr": "srp_Cyrl",
    "sv": "swe_Latn", "sw": "swh_Latn", "ta": "tam_Taml", "th": "tha_Thai", "tr": "tur_Latn", "uk": "ukr_Cyrl",
    "ur": "urd_Arab", "vi": "vie_Latn", "zh": "zho_Hans",
}  # fmt: skip


def model_code(tokenizer: Any, language: str) -> str | None:
    """The code that the model of ``tokenizer`` has for ``language``, None when it can't read it.

    NLLB has FLORES codes, M2M-100 plain ones; MADLAD reads every language and is told the target only (``<2en>``).
    """
    known = set(tokenizer.all_special_tokens) | set(getattr(tokenizer, "lang_code_to_token", {}) or {})
    known |= set(getattr(tokenizer, "additional_special_tokens", []) or [])
    codes = (NLLB_CODES.get(language, ""), language, f"__{language}__")
    vocabulary = tokenizer.get_vocab()
    for code in codes:
        if code and (code in known or (code in vocabulary and ("_" in code))):
            return code.strip("_")
    return "" if "<2en>" in vocabulary else None


class ManyLanguagesTranslator:
    """Translates from every language that the model of ``folder`` knows."""

    def __init__(self, folder: Path, device: str = "auto", beams: int = 1, batch_tokens: int = 2048) -> None:
        self._folder = folder
        self._model = HubModel(folder, device, beams, batch_tokens)
        self._signature = f"nllb/{folder.name}/{weights_digest(folder)}/beams-{beams}"

    @property
    def signature(self) -> str:
        return self._signature

    def knows(self, language: str) -> bool:
        """Whether the model reads ``language`` (primary subtag)."""
        return model_code(self._model.tokenizer, language) is not None

    def fits(self, text: str) -> bool:
        """Whether ``text`` is translated at once."""
        return self._model.count_tokens(text) <= self._model.longest - 2

    def translate(self, texts: Sequence[str], source: str) -> list[str]:
        """One English text for each of ``texts``; long ones are translated in pieces.

        Raises:
            UnavailableError: the model does not read ``source``.
        """
        code = model_code(self._model.tokenizer, source)
        if code is None:
            raise UnavailableError(
                f"model {self._folder.name!r} does not read {source!r}; run: synoptic models add {source}"
            )
        target = model_code(self._model.tokenizer, "en")

        def prepare(tokenizer: Any) -> dict[str, Any]:
            if not code or not target:
                return {}
            tokenizer.src_lang = code
            return {"forced_bos_token_id": int(tokenizer.convert_tokens_to_ids(language_token(tokenizer, target)))}

        def run(pieces: Sequence[str]) -> list[str]:
            return self._model.run(asked_texts(pieces, code), prepare)

        return translate_in_pieces(texts, self.fits, run)


def asked_texts(texts: Sequence[str], code: str | None) -> list[str]:
    """What the model is given for ``texts``: with the code ``""`` each says that English is wanted."""
    return [f"<2en> {text}" for text in texts] if code == "" else list(texts)


def language_token(tokenizer: Any, code: str) -> str:
    """The token that stands for the language ``code``: M2M-100 writes ``__en__`` for ``en``, NLLB the code itself."""
    return str((getattr(tokenizer, "lang_code_to_token", None) or {}).get(code, code))


def load_nllb(language: str, settings: TranslateSettings) -> ManyLanguagesTranslator:
    """The installed model for many languages, when it reads ``language`` (primary subtag).

    Raises:
        UnavailableError: it is not installed or broken, does not read the language, or the extra ``hub`` is missing.
    """
    folder = hub_folder(settings.nllb_model, language)
    found = _translator(folder, settings.device, settings.beams, settings.batch_tokens)
    if not found.knows(language):
        raise UnavailableError(f"model {folder.name!r} does not read {language!r}; run: synoptic models add {language}")
    return found


@lru_cache(maxsize=2)
def _translator(folder: Path, device: str, beams: int, batch_tokens: int) -> ManyLanguagesTranslator:
    return ManyLanguagesTranslator(folder, device, beams, batch_tokens)
