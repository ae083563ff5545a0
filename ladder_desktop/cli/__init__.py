"""The same work without a window: for facilitators' scripts, and for checks.

Nothing here opens a display. What a program reads goes to standard output, everything else to
standard error; errors are one line that starts with ``error:`` and end with status 1.
"""

from pathlib import Path

import click

from ladder_desktop import __version__
from ladder_desktop.cli import documents, past, sticks, workbooks
from ladder_desktop.cli.speaking import FILE, failing_with_words
from ladder_desktop.paths import resources
from ladder_desktop.words import words_for


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="ladder-desktop")
@click.pass_context
def main(context: click.Context) -> None:
    """Fill in, check and print workshop workbooks; without a command, open the window."""
    words = words_for("en", resources() / "translations")
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
