"""The same work without a window: for facilitators' scripts, and for checks.

Nothing here opens a display. What a program reads goes to standard output, everything else to
standard error; errors are one line that starts with ``error:`` and end with status 1.
"""

import datetime
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from ladder_desktop import __version__
from ladder_desktop.errors import N_, AnswerError, ExportError, LadderError, TemplateError
from ladder_desktop.export.options import ExportOptions
from ladder_desktop.export.writing import FORMATS, export
from ladder_desktop.paths import resources, user_places
from ladder_desktop.store.amend import amend
from ladder_desktop.store.file import create, read
from ladder_desktop.store.history import Mark
from ladder_desktop.words import Words, words_for
from ladder_desktop.workbook.details import Details
from ladder_desktop.workbook.interchange import filled, parse_interchange
from ladder_desktop.workbook.printing import printed_details
from ladder_desktop.workbook.shelf import built_in, read_template_file, template_files
from ladder_desktop.workbook.template import Template
from ladder_desktop.workbook.workbook import new_workbook

FILE = click.Path(path_type=Path, allow_dash=False)
STANDARD_STREAM = "-"


class Failure(click.ClickException):
    """An error a person can act on, as one line on standard error."""

    def show(self, file: Any = None) -> None:
        """Print the line."""
        del file
        click.echo(f"error: {' '.join(self.message.split())}", err=True)


@contextmanager
def _failing_with_words(words: Words) -> Iterator[None]:
    """Turn what a person can act on into one line and status 1."""
    try:
        yield
    except LadderError as error:
        raise Failure(error.worded(words)) from None


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="ladder-desktop")
@click.pass_context
def main(context: click.Context) -> None:
    """Fill in, check and print workshop workbooks; without a command, open the window."""
    words = words_for("en", resources() / "translations")
    context.obj = words
    context.with_resource(_failing_with_words(words))


@main.command("open")
@click.argument("file", type=FILE, required=False)
def open_window(file: Path | None) -> None:
    """Open the window (on FILE)."""
    # `__main__` opens the window before this module is imported; here it only is documented.
    del file


@main.command()
@click.argument("file", type=FILE)
@click.option("--template", default="career-growth", show_default=True, help="An id, or a file.")
@click.option("--name", default="", help="Who fills it in.")
@click.option("--role", default="", help="Their role.")
@click.option("--organization", default="", help="Their school or LEA.")
@click.option("--level", type=click.Choice(["school", "lea"]), help="What they lead.")
@click.option("--workshop", default="", help="The workshop's title.")
@click.option("--date", help="The workshop's day, such as 2026-11-21.")
@click.option("--facilitator", default="", help="Who leads the workshop.")
def new(file: Path, template: str, **details: Any) -> None:
    """Make a workbook FILE; an existing file is never overwritten."""
    _check_date(details["date"])
    create(file, new_workbook(_template(template), Details(**details)))
    click.echo(str(file), err=True)


@main.command()
@click.argument("file", type=FILE)
@click.argument("answers", metavar="ANSWERS.json", type=click.Path(path_type=Path))
def fill(file: Path, answers: Path) -> None:
    """Put the answers of a JSON file ("-": standard input) into FILE, all or none."""
    name, text = _read_text(answers)
    whole = parse_interchange(text, name)
    stored = read(file)
    after = filled(stored.workbook, whole, name)
    amend(file, stored.last_commit, after, Mark("before", "fill"), user_places().data)


@main.command("export")
@click.argument("file", type=FILE)
@click.option("--to", "kind", type=click.Choice(list(FORMATS)), required=True, help="The format.")
@click.option(
    "-o", "--output", type=FILE, help="Where to (“-”: standard output); beside FILE unless given."
)
@click.option("--preset", type=click.Choice(["full", "answers", "summary", "blank"]))
@click.option("--paper", type=click.Choice(["letter", "a4"]))
@click.option("--sections", help="Ids of sections to print, with commas between them.")
@click.option("--without-unanswered", is_flag=True, help="Leave out what has no answer.")
@click.option("--large", is_flag=True, help="Larger print.")
@click.option("--grey", is_flag=True, help="Safe to print without colour.")
@click.option("--mirrored", is_flag=True, help="Wide inner margins, for both sides of the paper.")
@click.option("--carry", is_flag=True, help="Put the workbook itself into the PDF.")
@click.option("--form", is_flag=True, help="A form to fill in.")
@click.option("--password-file", type=FILE, help="Its first line is asked for at opening.")
@click.option("--force", is_flag=True, help="Replace a file that is there already.")
@click.pass_obj
def write(
    words: Words,
    /,
    file: Path,
    kind: str,
    *,
    output: Path | None,
    sections: str | None,
    password_file: Path | None,
    force: bool,
    **chosen: Any,
) -> None:
    """Write FILE as a document."""
    target = output or file.with_suffix(f".{kind}")
    _check_target(file, target, force=force)
    options = ExportOptions(
        sections=tuple(sections.split(",")) if sections is not None else None,
        password=_password(password_file),
        **{name: value for name, value in chosen.items() if value is not None},
    )
    workbook = read(file).workbook
    with _progress_bar(words) as progress, _written_at(target) as place:
        export(workbook, kind, place, options, words, progress=progress)
    click.echo(str(target), err=True)


@main.command()
@click.argument("file", type=FILE)
@click.pass_obj
def show(words: Words, file: Path) -> None:
    """Tell who FILE is from, which template it has, its progress and its last change."""
    stored = read(file)
    workbook = stored.workbook
    click.echo(f"{workbook.template.title} ({workbook.template.id})")
    for detail in printed_details(workbook.details, words):
        if detail.value:
            click.echo(f"{detail.label}: {detail.value}")
    for section in workbook.template.sections:
        progress = workbook.progress(section)
        figures = f"{progress.done}/{progress.total}" if progress.total else "–"
        click.echo(f"{section.title}: {figures}")
    click.echo(words("Last change: {time}", time=_shown_time(stored.changed, words)))
    for misfit in stored.misfits:
        click.echo(misfit.reason.worded(words), err=True)


@main.command()
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


@main.command()
def templates() -> None:
    """List the built-in templates: id, title and sections, with tabs between them."""
    for path in template_files(resources()):
        template = built_in(path.stem, resources())
        sections = ", ".join(section.title for section in template.sections)
        click.echo(f"{template.id}\t{template.title}\t{sections}")


def _template(name: str) -> Template:
    """Return a template by its id, or from a file of one's own."""
    looks_like_path = name.endswith(".toml") or "/" in name or "\\" in name
    return read_template_file(Path(name)) if looks_like_path else built_in(name, resources())


def _check_date(day: str | None) -> None:
    try:
        datetime.date.fromisoformat(day or "2026-11-21")
    except ValueError:
        raise AnswerError(N_("--date {day}: a date is written like 2026-11-21."), day=day) from None


def _read_text(path: Path) -> tuple[str, str]:
    """Return the name of a JSON text and the text itself, from a file or standard input."""
    try:
        if str(path) == STANDARD_STREAM:
            return N_("standard input"), sys.stdin.buffer.read().decode("utf-8-sig")
        return str(path), path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        message = N_("{file} can't be read: {reason}. Check its name and your rights to it.")
        raise AnswerError(message, file=str(path), reason=error.strerror or "") from None
    except UnicodeDecodeError as error:
        message = N_("{file} is not UTF-8 text (byte {place}). Save it as UTF-8.")
        raise AnswerError(message, file=str(path), place=error.start) from None


def _check_target(file: Path, target: Path, *, force: bool) -> None:
    if str(target) == STANDARD_STREAM:
        return
    if target.exists() and file.exists() and target.samefile(file):
        message = N_("{file} is the workbook itself. Give another name with -o.")
        raise ExportError(message, file=str(target))
    if target.exists() and not force:
        message = N_("{file} is there already. Give another name with -o, or add --force.")
        raise ExportError(message, file=str(target))


@contextmanager
def _written_at(target: Path) -> Iterator[Path]:
    """Give the place to write to; for "-" what was written there goes to standard output."""
    if str(target) != STANDARD_STREAM:
        yield target
        return
    with tempfile.TemporaryDirectory(prefix="ladder-") as folder:
        place = Path(folder, "export")
        yield place
        sys.stdout.buffer.write(place.read_bytes())
        sys.stdout.buffer.flush()


def _password(path: Path | None) -> str:
    if path is None:
        return ""
    _, text = _read_text(path)
    first = text.split("\n", 1)[0].rstrip("\r")
    if not first:
        raise ExportError(N_("{file} holds no password in its first line."), file=str(path))
    return first


@contextmanager
def _progress_bar(words: Words) -> Iterator[Any]:
    """Give a function that shows progress on a terminal, and is quiet in a pipe."""
    if not sys.stderr.isatty():
        yield None
        return
    with click.progressbar(length=1, label=words("Writing"), file=sys.stderr) as bar:

        def show_progress(done: int, total: int) -> None:
            bar.length = max(total, 1)
            bar.update(done - bar.pos)

        yield show_progress


def _template_problems(path: Path) -> list[LadderError]:
    try:
        read_template_file(path)
    except TemplateError as error:
        return list(error.mistakes) or [error]
    return []


def _file_problems(path: Path) -> list[LadderError]:
    try:
        return [misfit.reason for misfit in read(path).misfits]
    except LadderError as error:
        return [error]


def _shown_time(moment: datetime.datetime | None, words: Words) -> str:
    if moment is None:
        return words("never")
    local = moment.astimezone()
    return f"{words.date(local.date())}, {local:%H:%M}"
