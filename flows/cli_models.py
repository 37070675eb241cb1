"""``synoptic models``: which translation models are installed, and getting another one."""

from __future__ import annotations

import click

__all__ = ["models"]


@click.group()
def models() -> None:
    """Translation models: list, add, check, path."""


@models.command("list")
def list_command() -> None:
    """Lists the installed models, and the languages that have none."""
    from configs.language.schema import language_codes
    from configs.pipeline import load_pipeline
    from translate.models import list_models

    codes = tuple(code for code in language_codes() if code != "en")
    found = list_models(load_pipeline().translate, codes)
    for model in found:
        click.echo(f"{model.language}  {model.engine}  {model.bytes / 1e6:.0f} MB  {model.licence}  {model.folder}")
    missing = [code for code in codes if code not in {model.language for model in found}]
    click.echo(f"without a model: {' '.join(missing)}\nto get one: synoptic models add LANG")


@models.command()
@click.argument("languages", nargs=-1, required=True)
def add(languages: tuple[str, ...]) -> None:
    """Fetches the Firefox models of LANGUAGES (20-40 MB each), checked by their digests."""
    from configs.pipeline import load_pipeline
    from translate.models import add_model

    settings = load_pipeline().translate
    for language in languages:
        click.echo(f"{language}: {add_model(language, settings)}")


@models.command()
@click.argument("languages", nargs=-1, required=True)
def check(languages: tuple[str, ...]) -> None:
    """Translates a line with the model that each of LANGUAGES would use."""
    from configs.pipeline import load_pipeline
    from translate.models import check_model

    settings = load_pipeline().translate
    for language in languages:
        click.echo(f"{language}: {check_model(language, settings)}")


@models.command()
def path() -> None:
    """Prints the folder that models are kept in (SYNOPTIC_MODELS changes it); it can be copied to another machine."""
    from translate.models import model_path

    click.echo(str(model_path()))
