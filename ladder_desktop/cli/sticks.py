"""Commands for facilitators: a workshop stick, and joining the workshop on one."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import msgspec

from ladder_desktop.cli.speaking import FILE, progress_bar
from ladder_desktop.errors import N_
from ladder_desktop.paths import ENGLISH, is_file, resources, user_places
from ladder_desktop.stick.installers import find
from ladder_desktop.stick.joining import join as join_workshop
from ladder_desktop.stick.joining import template_of
from ladder_desktop.stick.names import StickError
from ladder_desktop.stick.preparing import Plan, prepare
from ladder_desktop.stick.workshop import Workshop
from ladder_desktop.words import Words
from ladder_desktop.workbook.shelf import built_in, read_template_file
from ladder_desktop.workbook.template import Template


@click.command()
@click.argument("folder", type=FILE)
@click.option("--title", default="", help="The workshop's title.")
@click.option("--date", help="Its first day, such as 2026-11-21.")
@click.option("--facilitator", default="", help="Who leads it.")
@click.option("--organization", default="", help="Where participants come from.")
@click.option("--survey", help="The survey's web address, in place of the built-in one.")
@click.option(
    "--template",
    "templates",
    multiple=True,
    default=("career-growth",),
    show_default=True,
    help="An id, or a file; can be given again.",
)
@click.option(
    "--language",
    "languages",
    multiple=True,
    default=(ENGLISH,),
    show_default=True,
    help="Of the built-in templates; can be given again.",
)
@click.option("--file", "files", type=FILE, multiple=True, help="What is read without internet.")
@click.option("--installers", type=FILE, help="The folder of a release, with its installers.")
@click.pass_obj
def stick(
    words: Words,
    /,
    folder: Path,
    *,
    templates: tuple[str, ...],
    languages: tuple[str, ...],
    files: tuple[Path, ...],
    installers: Path | None,
    **facts: Any,
) -> None:
    """Prepare a workshop stick in FOLDER, which is empty or holds an earlier one."""
    workshop = _workshop(facts)
    found = tuple(find(installers)) if installers else ()
    if installers and not found:
        raise StickError(N_("There are no installers in “{folder}”."), folder=str(installers))
    for path in files:
        if not is_file(path):
            raise StickError(N_("There is no file “{file}”."), file=str(path))
    chosen = tuple(each for name in templates for each in _editions(name, languages, workshop))
    plan = Plan(workshop, chosen, files, found, resources())
    with progress_bar(words) as progress:
        prepare(plan, folder, words, progress)
    click.echo(str(folder), err=True)
    if not found:
        click.echo(words("It holds no installers: name their folder with --installers."), err=True)


@click.command()
@click.argument("folder", type=FILE)
@click.pass_obj
def join(words: Words, folder: Path) -> None:
    """Join the workshop of the stick in FOLDER: new workbooks are filled in with it."""
    found = join_workshop(folder, user_places().data)
    click.echo(words("Joined “{title}”.", title=found.workshop.title), err=True)


def _workshop(facts: dict[str, Any]) -> Workshop:
    given = {name: value for name, value in facts.items() if value}
    try:
        return msgspec.convert(given, Workshop)
    except msgspec.ValidationError as error:
        raise StickError(N_("The workshop can't be so: {reason}."), reason=str(error)) from None


def _editions(
    name: str, languages: tuple[str, ...], workshop: Workshop
) -> Iterator[tuple[Template, bool]]:
    """Return a template in each language that it is there in, and whether it is built in."""
    if name.endswith(".toml") or "/" in name or "\\" in name:
        yield template_of(read_template_file(Path(name)), workshop), False
        return
    found = {(one := built_in(name, resources(), each)).header.language: one for each in languages}
    for template in found.values():
        yield template_of(template, workshop), True
