"""The same work without a window: for facilitators' scripts, and for checks.

Nothing here opens a display. What a program reads goes to standard output, everything else to
standard error; errors are one line that starts with ``error:`` and end with status 1.
"""

import io
import signal
import sys
from pathlib import Path

import click

from ladder_desktop import STOPPED, __version__
from ladder_desktop.cli import documents, past, sticks, workbooks
from ladder_desktop.cli.speaking import FILE, Failure, failing_with_words
from ladder_desktop.errors import reason_of
from ladder_desktop.paths import ENGLISH, resources
from ladder_desktop.words import TRANSLATIONS, words_for


def run() -> int:
    """Do what the arguments ask for, and return the exit code.

    A `kill` and a closed terminal end it as Ctrl+C does, so that nothing half-written stays.
    """
    _print_anything()
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)  # Windows has but one of them
        if number is not None and signal.getsignal(number) == signal.SIG_DFL:
            signal.signal(number, signal.default_int_handler)
    try:
        # names are taken as they are given; on Windows click would look for patterns in them
        code = main(windows_expand_args=False, standalone_mode=False)
    except click.ClickException as failure:
        failure.show()
        return failure.exit_code
    except click.Abort:  # Ctrl+C while it was found out what to do
        return STOPPED
    except OSError as error:
        if error.filename is not None:
            raise
        # without a name it comes from what was printed: every file's troubles have words already
        words = words_for(ENGLISH, resources() / TRANSLATIONS)
        reason = reason_of(error).worded(words)
        Failure(words("The output can't be written: {reason}.", reason=reason)).show()
        return 1
    return code if isinstance(code, int) else 0  # a code is there where help or a version was asked


def _print_anything() -> None:
    """Print what the encoding of a pipe or terminal lacks by its number, instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and stream.errors == "strict":
            stream.reconfigure(errors="backslashreplace")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="ladder-desktop")
@click.pass_context
def main(context: click.Context) -> None:
    """Fill in, check and print workshop workbooks; without a command, open the window."""
    words = words_for(ENGLISH, resources() / TRANSLATIONS)
    context.obj = words
    context.with_resource(failing_with_words(words))


@main.command("open")
@click.argument("file", type=FILE, required=False)
def open_window(file: Path | None) -> None:
    """Open the window (on FILE)."""
    # `__main__` opens the window before this module is imported; here it only is documented.
    del file


for command in (
    workbooks.new,
    workbooks.fill,
    documents.write,
    documents.bring_in,
    workbooks.show,
    workbooks.check,
    past.history,
    past.restore,
    past.checkpoint,
    past.merge,
    workbooks.templates,
    sticks.stick,
    sticks.join,
):
    main.add_command(command)
