"""Which models of translation are installed, what a language would use, and getting another one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from configs.pipeline import TranslateSettings
from records.errors import UnavailableError
from translate.engine import engine_order, load_engine, primary_subtag
from translate.fetching import fetch_firefox
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
    """The Firefox models that are installed for ``languages``, in their order; broken ones are left to ``check``."""
    found = []
    for language in languages:
        try:
            model = find_firefox(settings.firefox_codes.get(language, language))
        except UnavailableError:
            continue
        if model is not None:
            found.append(InstalledModel(language, "firefox", model.folder, model.bytes, model.place, "MPL-2.0"))
    return tuple(found)


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
            reasons.append(f"{engine}: {error}")
    raise UnavailableError("; ".join(reasons))


def model_path() -> Path:
    """The folder that ``add`` fills and that can be copied to a machine without network."""
    return models_folder()
