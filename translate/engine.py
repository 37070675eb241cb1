"""The protocol of translators, the table of engines, and which engine reads which language."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol, runtime_checkable

from configs.pipeline import TranslateSettings
from records.errors import InputError, UnavailableError

__all__ = [
    "ENGINES",
    "Bounded",
    "Translator",
    "engine_order",
    "load_engine",
    "other_engine",
    "pick_engine",
    "primary_subtag",
]


class Translator(Protocol):
    """Turns sentences of one language into English."""

    @property
    def signature(self) -> str:
        """Names engine, model and what else decides the words: equal signatures give equal translations."""

    def translate(self, texts: Sequence[str], source: str) -> list[str]:
        """One English text for each of ``texts``, in the language ``source``; nothing is left out of a long one."""


@runtime_checkable
class Bounded(Protocol):
    """A translator that takes texts up to a length at once, and longer ones in pieces."""

    def fits(self, text: str) -> bool:
        """Whether ``text`` is translated at once."""


def _identity(language: str, settings: TranslateSettings) -> Translator:
    from translate.identity import IdentityTranslator

    if language != "en":
        raise UnavailableError(
            f"engine 'identity' is for English, not {language!r}; run: synoptic models add {language}"
        )
    return IdentityTranslator()


def _firefox(language: str, settings: TranslateSettings) -> Translator:
    from translate.firefox import load_firefox

    return load_firefox(language, settings)


def _marian(language: str, settings: TranslateSettings) -> Translator:
    from translate.marian import load_marian

    return load_marian(language, settings)


def _nllb(language: str, settings: TranslateSettings) -> Translator:
    from translate.nllb import load_nllb

    return load_nllb(language, settings)


def _ctranslate2(language: str, settings: TranslateSettings) -> Translator:
    from translate.ctranslate import load_ctranslate2

    return load_ctranslate2(language, settings)


ENGINES: Mapping[str, Callable[[str, TranslateSettings], Translator]] = {
    "identity": _identity,
    "firefox": _firefox,
    "marian": _marian,
    "nllb": _nllb,
    "ctranslate2": _ctranslate2,
}
"""Every engine by name; each raises UnavailableError when it has no model for the language."""


def primary_subtag(language: str) -> str:
    """``pt`` of ``pt-BR``."""
    return language.replace("_", "-").split("-")[0].lower()


def engine_order(language: str, settings: TranslateSettings) -> tuple[str, ...]:
    """The engines that ``auto`` tries for a language, the best first."""
    code = primary_subtag(language)
    return ("identity",) if code == "en" else settings.languages.get(code, settings.order)


def load_engine(engine: str, language: str, settings: TranslateSettings) -> Translator:
    """The engine of this name, with its model for ``language``.

    Raises:
        InputError: there is no such engine.
        UnavailableError: its packages, or its model for the language, are not installed.
    """
    if engine not in ENGINES:
        raise InputError(f"translate: no engine {engine!r}; write auto or one of {', '.join(ENGINES)}.")
    return ENGINES[engine](primary_subtag(language), settings)


def pick_engine(language: str, settings: TranslateSettings, engine: str = "auto") -> Translator:
    """The translator for ``language`` (BCP 47): ``engine``, or with ``auto`` the first of its order with a model.

    With no model installed the small Firefox model is fetched, unless ``settings.fetch`` is ``never``.

    Raises:
        InputError: there is no such engine.
        UnavailableError: none has a model; the text ends with the command that gets one.
    """
    if engine != "auto":
        return load_engine(engine, language, settings)
    code = primary_subtag(language)
    reasons = []
    for name in engine_order(code, settings):
        try:
            return load_engine(name, code, settings)
        except UnavailableError as error:
            reasons.append(f"{name}: {str(error).split('; ', maxsplit=1)[0]}")
    return _fetch_firefox(code, settings, [reason for reason in reasons if "not installed" not in reason])


def other_engine(language: str, settings: TranslateSettings, first: Translator) -> Translator | None:
    """Another way to translate ``language`` than ``first``: the next engine with a model, or the same with more beams.

    Nothing is fetched; None when there is no other way.
    """
    code = primary_subtag(language)
    more_beams = settings.model_copy(update={"beams": max(settings.beams, settings.retry_beams)})
    for choice in (settings, more_beams):
        for name in engine_order(code, settings):
            try:
                found = load_engine(name, code, choice)
            except UnavailableError:
                continue
            if found.signature != first.signature:
                return found
    return None


def _fetch_firefox(code: str, settings: TranslateSettings, broken: Sequence[str]) -> Translator:
    from translate.fetching import fetch_firefox, may_fetch

    if "firefox" in engine_order(code, settings) and may_fetch(settings):
        fetch_firefox(code, settings)
        return load_engine("firefox", code, settings)
    why = f" that works ({', '.join(broken)})" if broken else ""
    raise UnavailableError(f"no translation model for {code!r} is installed{why}; run: synoptic models add {code}")
