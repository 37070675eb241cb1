"""Which models of translation are installed, what a language would use, and getting another one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import regex

from configs.pipeline import TranslateSettings
from records.errors import InputError, UnavailableError
from translate.checksums import verify_sums
from translate.ctranslate import hub_name
from translate.download import Tell
from translate.engine import ENGINES, engine_order, load_engine, primary_subtag
from translate.fetching import fetch_firefox
from translate.hub import hub_folder
from translate.hub_fetching import fetch_hub_model
from translate.nllb import NLLB_CODES
from translate.places import find_firefox, models_folder

__all__ = ["InstalledModel", "add_model", "check_model", "list_models", "model_path"]

_PROBE = "1234"


@dataclass(frozen=True, slots=True)
class InstalledModel:
    """A model on this machine: whose it is, where it lies, its size in bytes, and why the language would use it."""

    language: str
    engine: str
    folder: Path
    bytes: int
    place: str
    licence: str
    why: str


def list_models(settings: TranslateSettings, languages: tuple[str, ...]) -> tuple[InstalledModel, ...]:
    """The model that each of ``languages`` would use, in their order; broken ones are left to ``check``."""
    return tuple(model for language in languages if (model := _installed(language, settings)) is not None)


def _installed(language: str, settings: TranslateSettings) -> InstalledModel | None:
    passed: list[str] = []
    for engine in engine_order(language, settings):
        try:
            if engine == "firefox":
                model = find_firefox(settings.firefox_codes.get(language, language))
                if model is not None:
                    why = _why(engine, language, passed, settings)
                    return InstalledModel(language, engine, model.folder, model.bytes, model.place, "MPL-2.0", why)
            elif engine != "identity" and _reads(engine, language, settings):
                name = hub_name(engine, language, settings)
                folder = hub_folder(name, language)
                size = sum(file.stat().st_size for file in folder.iterdir() if file.is_file())
                why = _why(engine, language, passed, settings)
                return InstalledModel(language, engine, folder, size, "hub", _licence(name, folder), why)
        except UnavailableError:
            pass
        passed.append(engine)
    return None


def _why(engine: str, language: str, passed: Sequence[str], settings: TranslateSettings) -> str:
    rule = f"translate.languages.{language}" if language in settings.languages else "translate.order"
    none = f", {' and '.join(passed)} having none" if passed else ""
    return f"first of {rule} with a model{none}"


_LICENCES = (("facebook/nllb", "CC-BY-NC-4.0"), ("facebook/m2m100", "MIT"), ("google/madlad400", "Apache-2.0"),
             ("Helsinki-NLP/opus-mt-tc", "CC-BY-4.0"), ("Helsinki-NLP/opus-mt", "Apache-2.0"))  # fmt: skip
"""As the model cards say, for a copy without its card."""
_CARD_LICENCE = regex.compile(r"^licen[cs]e:\s*(\S+)", regex.MULTILINE | regex.IGNORECASE)


def _licence(name: str, folder: Path) -> str:
    card = folder / "README.md"
    said = _CARD_LICENCE.search(card.read_text(encoding="utf-8", errors="replace")) if card.is_file() else None
    if said is not None:
        return said[1]
    known = (licence for begins, licence in _LICENCES if name.startswith(begins))
    return next(known, "unknown licence: see its model card")


def _reads(engine: str, language: str, settings: TranslateSettings) -> bool:
    """Whether the engine's model is for ``language``, told without loading a model of many languages."""
    return language in NLLB_CODES or hub_name(engine, language, settings) != settings.nllb_model


def add_model(
    language: str,
    settings: TranslateSettings,
    progress: bool = True,
    engine: str = "firefox",
    tell: Tell = lambda line: None,
) -> Path:
    """Fetches the model that ``engine`` has for ``language`` when it is not installed; where it lies.

    Raises:
        InputError: there is no such engine, or it has no models, or ``language`` is no language code.
        UnavailableError: no network or no such model, said within five seconds, with what to copy where.
    """
    code = primary_subtag(language)
    if not regex.fullmatch(r"\p{L}{2,3}", code):
        raise InputError(f"{language!r} is no language code; write one such as 'fr' or 'pt-BR'.")
    if code == "en":
        raise InputError("English is what everything is translated into; it needs no model.")
    if engine not in ENGINES or engine == "identity":
        raise InputError(
            f"no engine {engine!r} with models; write one of {', '.join(e for e in ENGINES if e != 'identity')}."
        )
    if engine != "firefox":
        name = hub_name(engine, code, settings)
        try:
            return hub_folder(name, code)
        except UnavailableError:
            return fetch_hub_model(name, settings.give_up_seconds, tell)
    model = find_firefox(settings.firefox_codes.get(code, code))
    return model.folder if model is not None else fetch_firefox(code, settings, progress)


def check_model(language: str, settings: TranslateSettings) -> str:
    """The signature of the engine that ``language`` would use, after its files were found right and it translated.

    Raises:
        UnavailableError: no engine has a working model; one reason an engine.
    """
    code = primary_subtag(language)
    if code == "en":
        return "identity/1: English is its own source"
    reasons = []
    for engine in engine_order(language, settings):
        try:
            model = _installed(code, settings.model_copy(update={"order": (engine,), "languages": {}}))
            verified = None if model is None else verify_sums(model.folder)
            translator = load_engine(engine, language, settings)
            translator.translate([_PROBE], code)
            checked = "no checksums kept" if verified is None else f"{verified} checksums right"
            return f"{translator.signature} ({checked})"
        except UnavailableError as error:
            reasons.append(f"{engine}: {str(error).split('; ', maxsplit=1)[0]}")
    raise UnavailableError(f"{', '.join(reasons)}; run: synoptic models add {code}")


def model_path() -> Path:
    """The folder that ``add`` fills and that can be copied to a machine without network."""
    return models_folder()
