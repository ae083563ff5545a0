"""Commands that make, fill, show and check workbook files."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import msgspec

from ladder_desktop.cli.speaking import FILE, paper_words, read_text, shown_time
from ladder_desktop.document.pictures import named_in
from ladder_desktop.errors import N_, AnswerError, LadderError, TemplateError
from ladder_desktop.paths import ENGLISH, resources, user_places
from ladder_desktop.store.amend import amend
from ladder_desktop.store.file import read
from ladder_desktop.store.history import Mark
from ladder_desktop.store.making import create
from ladder_desktop.words import Words
from ladder_desktop.workbook.details import Details, is_day
from ladder_desktop.workbook.interchange import filled, parse_interchange
from ladder_desktop.workbook.next_round import next_round
from ladder_desktop.workbook.printing import printed_details
from ladder_desktop.workbook.shelf import built_in, read_template_file, template_files
from ladder_desktop.workbook.workbook import Workbook, new_workbook


@click.command()
@click.argument("file", type=FILE)
@click.option("--template", default="career-growth", show_default=True, help="An id, or a file.")
@click.option("--language", default=ENGLISH, show_default=True, help="Of a built-in template.")
@click.option("--from", "other", type=FILE, help="Begin the next round of this workbook.")
@click.option("--name", default="", help="Who fills it in.")
@click.option("--role", default="", help="Their role.")
@click.option("--organization", default="", help="Their school or LEA.")
@click.option("--level", type=click.Choice(["school", "lea"]), help="What they lead.")
@click.option("--workshop", default="", help="The workshop's title.")
@click.option("--date", help="The workshop's day, such as 2026-11-21.")
@click.option("--facilitator", default="", help="Who leads the workshop.")
def new(file: Path, *, template: str, language: str, other: Path | None, **details: Any) -> None:
    """Make a workbook FILE; an existing file is never overwritten.

    With --from, the template and what carries over are those of the other workbook, and so is
    every detail but workshop and date, unless it is given here.
    """
    details["date"] = details["date"] or None
    _check_date(details["date"])
    begun = _next(other, details) if other else _begun(template, language, details)
    create(file, begun)
    click.echo(str(file), err=True)


@click.command()
@click.argument("file", type=FILE)
@click.argument("answers", metavar="ANSWERS.json", type=FILE)
def fill(file: Path, answers: Path) -> None:
    """Put the answers of a JSON file ("-": standard input) into FILE, all or none."""
    name, text = read_text(answers)
    whole = parse_interchange(text, name)
    stored = read(file)
    after = filled(stored.workbook, whole, name)
    amend(file, stored, after, Mark("before", "fill"), user_places().data)


@click.command()
@click.argument("file", type=FILE)
def show(file: Path) -> None:
    """Tell who FILE is from, which template it has, its progress and its last change."""
    stored = read(file)
    workbook = stored.workbook
    words = paper_words(workbook)
    click.echo(f"{workbook.template.title} ({workbook.template.id})")
    for detail in printed_details(workbook.details, words):
        if detail.value:
            click.echo(f"{detail.label}: {detail.value}")
    for section in workbook.template.sections:
        progress = workbook.progress(section)
        figures = f"{progress.done}/{progress.total}" if progress.total else "–"
        click.echo(f"{section.title}: {figures}")
    click.echo(words("Last change: {time}", time=shown_time(stored.changed, words)))
    for misfit in stored.misfits:
        click.echo(misfit.reason.worded(words), err=True)


@click.command()
@click.argument("path", type=FILE)
@click.pass_obj
def check(words: Words, path: Path) -> None:
    """Check a workbook file or a template: every problem with its place, status 1 if any."""
    problems = _template_problems(path) if path.suffix == ".toml" else _file_problems(path)
    for problem in problems:
        click.echo(f"{path}: {problem.worded(words)}")
    if problems:
        raise click.exceptions.Exit(1)
    click.echo(words("{path}: no problem found.", path=path), err=True)


@click.command()
@click.option("--language", default=ENGLISH, show_default=True, help="Where they are there in it.")
def templates(language: str) -> None:
    """List the built-in templates: id, title and sections, with tabs between them."""
    for path in template_files(resources(), language):
        template = read_template_file(path)
        sections = ", ".join(section.title for section in template.sections)
        click.echo(f"{template.id}\t{template.title}\t{sections}")


def _begun(name: str, language: str, details: dict[str, Any]) -> Workbook:
    """Return a new workbook of a template: a built-in one by its id, or one's own by its file."""
    looks_like_path = name.endswith(".toml") or "/" in name or "\\" in name
    own = read_template_file(Path(name)) if looks_like_path else None
    return new_workbook(own or built_in(name, resources(), language), Details(**details))


def _next(other: Path, details: dict[str, Any]) -> Workbook:
    """Return the next round of another workbook."""
    begun = next_round(read(other).workbook)
    given = {name: value for name, value in details.items() if value}
    return msgspec.structs.replace(begun, details=msgspec.structs.replace(begun.details, **given))


def _check_date(day: str | None) -> None:
    if day is not None and not is_day(day):
        raise AnswerError(N_("--date {day}: a date is written like 2026-11-21."), day=day)


def _template_problems(path: Path) -> list[LadderError]:
    try:
        template = read_template_file(path)
    except TemplateError as error:
        return list(error.mistakes) or [error]
    message = N_("“{block}” names a picture, but a template carries none. Take it out.")
    named = [one for one in template.blocks() if named_in(msgspec.to_builtins(one))]
    return [TemplateError(message, block=one.id) for one in named]


def _file_problems(path: Path) -> list[LadderError]:
    try:
        stored = read(path)
    except LadderError as error:
        return [error]
    return [*(misfit.reason for misfit in stored.misfits), *_lost_pictures(stored.workbook)]


def _lost_pictures(workbook: Workbook) -> Iterator[LadderError]:
    """Yield each answer that names a picture which is not there, or can't be read."""
    message = N_("The answer to “{block}” names a picture that this file does not hold.")
    for block_id, answer in workbook.answers.items():
        named = named_in(msgspec.to_builtins(answer))
        if any(workbook.pictures.get(one) is None for one in named):
            yield AnswerError(message, block=block_id)
