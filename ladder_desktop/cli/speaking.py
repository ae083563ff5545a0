"""How the command line reads what it is given and says what it has to say."""

import datetime
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from ladder_desktop.errors import N_, AnswerError, LadderError
from ladder_desktop.words import Words

FILE = click.Path(path_type=Path, allow_dash=False)
STANDARD_STREAM = "-"


class Failure(click.ClickException):
    """An error a person can act on, as one line on standard error."""

    def show(self, file: Any = None) -> None:
        """Print the line."""
        del file
        click.echo(f"error: {' '.join(self.message.split())}", err=True)


@contextmanager
def failing_with_words(words: Words) -> Iterator[None]:
    """Turn what a person can act on into one line and status 1."""
    try:
        yield
    except LadderError as error:
        raise Failure(error.worded(words)) from None


def read_text(path: Path) -> tuple[str, str]:
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


@contextmanager
def progress_bar(words: Words) -> Iterator[Any]:
    """Give a function that shows progress on a terminal, and is quiet in a pipe."""
    if not sys.stderr.isatty():
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
