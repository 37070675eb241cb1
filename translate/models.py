"""Which models of translation are installed, what a language would use, and getting another one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from configs.pipeline import TranslateSettings
from records.errors import UnavailableError
from translate.ctranslate import hub_name
from translate.engine import engine_order, load_engine, primary_subtag
from translate.fetching import fetch_firefox
from translate.hub import hub_folder
from translate.nllb import NLLB_CODES
from translate.places import find_firefox, models_folder

__all__ = ["InstalledModel", "add_model", "check_model", "list_models", "model_path"]

_PROBE = "1234"


@dataclass(frozen=True, slots=True)
class InstalledModel:
    """A model on this machine: whose it is, where it lies, its size in bytes."""

    language: str
    engine: str
    folder: Path
    bytes: int
    place: str
    licence: str


def list_models(settings: TranslateSettings, languages: tuple[str, ...]) -> tuple[InstalledModel, ...]:
    """The model that each of ``languages`` would use, in their order; broken ones are left to ``check``."""
    return tuple(model for language in languages if (model := _installed(language, settings)) is not None)


def _installed(language: str, settings: TranslateSettings) -> InstalledModel | None:
    for engine in engine_order(language, settings):
        try:
            if engine == "firefox":
                model = find_firefox(settings.firefox_codes.get(language, language))
                if model is not None:
                    return InstalledModel(language, engine, model.folder, model.bytes, model.place, "MPL-2.0")
            elif engine != "identity" and _reads(engine, language, settings):
                folder = hub_folder(hub_name(engine, language, settings), language)
                size = sum(file.stat().st_size for file in folder.iterdir() if file.is_file())
                return InstalledModel(language, engine, folder, size, "hub", "see its model card")
        except UnavailableError:
            continue
    return None


def _reads(engine: str, language: str, settings: TranslateSettings) -> bool:
    """Whether the engine's model is for ``language``, told without loading a model of many languages."""
    return language in NLLB_CODES or hub_name(engine, language, settings) != settings.nllb_model


def add_model(language: str, settings: TranslateSettings, progress: bool = True) -> Path:
    """Fetches the Firefox model of ``language`` when it is not installed; where it lies.

    Raises:
        UnavailableError: no network or no such model, said within five seconds, with what to copy where.
    """
    code = primary_subtag(language)
    model = find_firefox(settings.firefox_codes.get(code, code))
    return model.folder if model is not None else fetch_firefox(code, settings, progress)


def check_model(language: str, settings: TranslateSettings) -> str:
    """The signature of the engine that ``language`` would use, after it translated a number.

    Raises:
        UnavailableError: no engine has a working model; one reason an engine.
    """
    reasons = []
    for engine in engine_order(language, settings):
        try:
            translator = load_engine(engine, language, settings)
            translator.translate([_PROBE], primary_subtag(language))
            return translator.signature
        except UnavailableError as error:
            reasons.append(f"{engine}: {str(error).split('; ', maxsplit=1)[0]}")
    raise UnavailableError(f"{', '.join(reasons)}; run: synoptic models add {primary_subtag(language)}")


def model_path() -> Path:
    """The folder that ``add`` fills and that can be copied to a machine without network."""
    return models_folder()
