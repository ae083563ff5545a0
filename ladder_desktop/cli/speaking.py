"""How the command line reads what it is given and says what it has to say."""

import datetime
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from ladder_desktop import STOPPED
from ladder_desktop.errors import N_, AnswerError, LadderError
from ladder_desktop.paths import resources
from ladder_desktop.words import TRANSLATIONS, Words, words_for
from ladder_desktop.workbook.text_files import read_text_file, text_of
from ladder_desktop.workbook.workbook import Workbook

# whether it may be read is said by what reads it, in the words of this program
FILE = click.Path(path_type=Path, allow_dash=False, readable=False)
STANDARD_STREAM = "-"
LARGEST = 50_000_000  # bytes of answers: a workbook is written by hand


class Failure(click.ClickException):
    """An error a person can act on, as one line on standard error."""

    def show(self, file: Any = None) -> None:
        """Print the line."""
        del file
        click.echo(f"error: {' '.join(self.message.split())}", err=True)


class StoppedFailure(Failure):
    """The person, or the system, stopped it."""

    exit_code = STOPPED

    def __init__(self, words: Words) -> None:
        super().__init__(words("It was stopped before it was done."))


@contextmanager
def failing_with_words(words: Words) -> Iterator[None]:
    """Turn what a person can act on into one line and status 1."""
    try:
        yield
    except LadderError as error:
        raise Failure(error.worded(words)) from None
    except KeyboardInterrupt:
        raise StoppedFailure(words) from None


def paper_words(workbook: Workbook) -> Words:
    """Return the words that a workbook is printed in: those of its template's language."""
    return words_for(workbook.template.header.language, resources() / TRANSLATIONS)


def read_text(path: Path) -> tuple[str, str]:
    """Return the name of a JSON text and the text itself, from a file or standard input."""
    if str(path) != STANDARD_STREAM:
        return str(path), read_text_file(path, LARGEST, AnswerError)
    name = N_("standard input")
    if sys.stdin is None:  # closed by whoever started this
        raise AnswerError(N_("There is no standard input to read from. Name a file instead."))
    content = sys.stdin.buffer.read(LARGEST + 1)
    if len(content) > LARGEST:
        message = N_("{file} gives more than {most} MB. Is it really the right one?")
        raise AnswerError(message, file=name, most=LARGEST // 1_000_000)
    return name, text_of(content, name, AnswerError)


@contextmanager
def progress_bar(words: Words) -> Iterator[Any]:
    """Give a function that shows progress on a terminal, and is quiet in a pipe."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield None
        return
    with click.progressbar(length=1, label=words("Writing"), file=sys.stderr) as bar:

        def show_progress(done: int, total: int) -> None:
            bar.length = max(total, 1)
            bar.update(done - bar.pos)

        yield show_progress


def shown_time(moment: datetime.datetime | None, words: Words) -> str:
    """Return a moment as people read it, in the time of this place."""
    if moment is None:
        return words("never")
    local = moment.astimezone()
    return f"{words.date(local.date())}, {local:%H:%M}"
