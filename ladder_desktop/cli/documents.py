"""Commands that write a workbook as a document, and bring one back."""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from ladder_desktop.cli.speaking import FILE, STANDARD_STREAM, paper_words, progress_bar, read_text
from ladder_desktop.errors import N_, ExportError, reason_of
from ladder_desktop.export.comparison import as_now, then
from ladder_desktop.export.options import ExportOptions, Then
from ladder_desktop.export.writing import FORMATS, export
from ladder_desktop.intake.bringing import bring
from ladder_desktop.paths import is_there, user_places
from ladder_desktop.store.amend import amend, keep_export
from ladder_desktop.store.file import read
from ladder_desktop.store.history import Mark
from ladder_desktop.store.past import moment_of
from ladder_desktop.words import Words
from ladder_desktop.workbook.workbook import Workbook


@click.command("export")
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
@click.option(
    "--compare",
    "compared",
    multiple=True,
    metavar="MOMENT",
    help="Lay its ratings beside those of now, or of a second one: an id of `history`, or a name.",
)
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
    compared: tuple[str, ...],
    force: bool,
    **chosen: Any,
) -> None:
    """Write FILE as a document."""
    target = output or _beside(file, kind)
    _check_target(file, target, force=force)
    stored = read(file)
    workbook = stored.workbook
    options = ExportOptions(
        sections=tuple(sections.split(",")) if sections is not None else None,
        password=_password(password_file),
        compared=_compared(file, workbook, compared, words),
        **{name: value for name, value in chosen.items() if value is not None},
    )
    with progress_bar(words) as progress, _written_at(target) as place:
        export(workbook, kind, place, options, paper_words(workbook), progress=progress)
    keep_export(file, stored, user_places().data)
    click.echo(str(target), err=True)


@click.command("bring-in")
@click.argument("file", type=FILE)
@click.argument("source", metavar="FROM", type=FILE)
def bring_in(file: Path, source: Path) -> None:
    """Put the answers of a filled form, Word document or PDF with its workbook into FILE.

    What could not be placed is listed on standard error, with where it stands.
    """
    stored = read(file)
    brought = bring(source, stored.workbook, paper_words(stored.workbook))
    amend(file, stored, brought.workbook, Mark("before", "bring in"), user_places().data)
    for unplaced in brought.unplaced:
        click.echo(unplaced, err=True)


def _compared(
    file: Path, workbook: Workbook, names: tuple[str, ...], words: Words
) -> tuple[Then, Then] | None:
    """Return the moments whose ratings are to be compared, the earlier one first."""
    if not names:
        return None
    if len(names) > len(("first", "second")):
        raise ExportError(N_("--compare can be given twice at most: the ratings of two moments."))
    found = sorted((moment_of(file, name) for name in names), key=lambda one: one.made)
    first, *second = (then(file, one, words) for one in found)
    return first, second[0] if second else as_now(workbook, words)


def _beside(file: Path, kind: str) -> Path:
    """Return where a document lies when nobody says it, inside of what has no name of its own."""
    return file.with_suffix(f".{kind}") if file.name else file / f"workbook.{kind}"


def _check_target(file: Path, target: Path, *, force: bool) -> None:
    if str(target) == STANDARD_STREAM:
        return
    try:
        target.stat()
    except FileNotFoundError:
        return
    except OSError as error:
        message = N_("{file} can't be written: {reason}. Give another name with -o.")
        reason = reason_of(error)
        raise ExportError(message, file=str(target), reason=reason) from None
    if is_there(file) and target.samefile(file):
        message = N_("{file} is the workbook itself. Give another name with -o.")
        raise ExportError(message, file=str(target))
    if not force and not target.is_dir():
        message = N_("{file} is there already. Give another name with -o, or add --force.")
        raise ExportError(message, file=str(target))
    if not (target.is_file() or target.is_dir()):
        # putting the document in its place would take a device away from the whole system
        message = N_("{file} is not an ordinary file. Give another name with -o, or “-”.")
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
        if sys.stdout is None:  # closed by whoever started this
            raise ExportError(N_("There is no standard output to write to. Name a file with -o."))
        sys.stdout.buffer.write(place.read_bytes())
        sys.stdout.buffer.flush()


def _password(path: Path | None) -> str:
    if path is None:
        return ""
    _, text = read_text(path)
    first = text.split("\n", 1)[0].rstrip("\r")
    if not first:
        raise ExportError(N_("{file} holds no password in its first line."), file=str(path))
    return first
