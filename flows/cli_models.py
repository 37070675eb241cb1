"""``synoptic models``: which translation models are installed, and getting another one."""

from __future__ import annotations

import sys

import click

__all__ = ["models"]


@click.group()
def models() -> None:
    """Translation models: list, add, check, path."""


@models.command("list")
@click.argument("languages", nargs=-1)
def list_command(languages: tuple[str, ...]) -> None:
    """Lists the model that each language (or each of LANGUAGES) would use and why, and languages that have none."""
    from configs.language.schema import language_codes
    from configs.pipeline import load_pipeline
    from translate.engine import primary_subtag
    from translate.fetching import may_fetch
    from translate.models import list_models

    settings = load_pipeline().translate
    asked = languages or tuple(language_codes())
    codes = tuple(dict.fromkeys(code for code in map(primary_subtag, asked) if code != "en"))
    found = list_models(settings, codes)
    for model in found:
        click.echo(f"{model.language}  {model.engine}  {model.bytes / 1e6:.0f} MB  {model.licence}  {model.folder}")
        click.echo(f"    {model.place}; {model.why}")
    missing = [code for code in codes if code not in {model.language for model in found}]
    if missing:
        first = "fetched on first use" if may_fetch(settings) else "compared in the original"
        click.echo(f"without a model ({first}): {' '.join(missing)}\nto get one: synoptic models add LANG")


@models.command()
@click.argument("languages", nargs=-1, required=True)
@click.option("--engine", default="firefox", show_default=True, help="firefox, marian, nllb or ctranslate2.")
def add(languages: tuple[str, ...], engine: str) -> None:
    """Fetches the models of LANGUAGES, checked by their digests: Firefox's (20-40 MB each), or an engine's of the hub.

    What a broken connection left is gone on with. Exit status 2 when one could not be had.
    """
    from configs.pipeline import load_pipeline
    from records.errors import UnavailableError
    from translate.models import add_model

    settings = load_pipeline().translate
    missed = False
    for language in languages:
        try:
            folder = add_model(language, settings, True, engine, lambda line: click.echo(line, err=True))
            click.echo(f"{language}: {folder}")
        except UnavailableError as error:
            missed = True
            click.echo(f"synoptic: {' '.join(str(error).split())}", err=True)
    if missed:
        sys.exit(2)


@models.command()
@click.argument("languages", nargs=-1)
def check(languages: tuple[str, ...]) -> None:
    """Checks the files of the model that each of LANGUAGES (all installed ones) would use, and translates with it."""
    from configs.language.schema import language_codes
    from configs.pipeline import load_pipeline
    from records.errors import UnavailableError
    from translate.models import check_model, list_models

    settings = load_pipeline().translate
    codes = tuple(code for code in language_codes() if code != "en")
    asked = languages or tuple(model.language for model in list_models(settings, codes))
    wrong = False
    for language in asked:
        try:
            click.echo(f"{language}: {check_model(language, settings)}")
        except UnavailableError as error:
            wrong = True
            click.echo(f"synoptic: {' '.join(str(error).split())}", err=True)
    if wrong:
        sys.exit(2)


@models.command()
def path() -> None:
    """Prints the folder that models are kept in (SYNOPTIC_MODELS changes it); it can be copied to another machine."""
    from translate.models import model_path

    click.echo(str(model_path()))
