"""Commands that look back, bring back and join copies."""

import re
from pathlib import Path

import click

from ladder_desktop.blocks.block import SURROGATE
from ladder_desktop.cli.speaking import FILE, shown_time
from ladder_desktop.errors import N_, AnswerError
from ladder_desktop.paths import user_places
from ladder_desktop.store.amend import amend
from ladder_desktop.store.copies import bring_in as bring_in_copy
from ladder_desktop.store.file import read
from ladder_desktop.store.history import Mark
from ladder_desktop.store.past import Moment, answer_at, moment_of, moments, workbook_at
from ladder_desktop.words import Words
from ladder_desktop.workbook.facts import differences
from ladder_desktop.workbook.newer_template import moved

MARKS = {"same": "{}", "added": "{{+{}+}}", "removed": "[-{}-]"}


@click.command()
@click.argument("file", type=FILE)
@click.argument("block", required=False)
@click.option(
    "--at",
    "moment",
    metavar="MOMENT",
    help="Show what was added and removed since: an id of this list, or a checkpoint's name.",
)
@click.pass_obj
def history(words: Words, /, file: Path, block: str | None, moment: str | None) -> None:
    """List the earlier moments of FILE, or of one BLOCK; newest first.

    Id, time, what it was and which blocks had changed, with tabs between them. With --at, the
    answers that changed since that moment: {+added+}, [-removed-].
    """
    if moment is not None:
        _compare(file, block, moment, words)
        return
    found = moments(file, block)
    if block is not None and not found and read(file).workbook.template.block(block) is None:
        raise AnswerError(N_("There is no question “{block}” in this workbook."), block=block)
    for one in found:
        changed = ", ".join(name for name in one.names if not name.startswith("/"))
        fields = (one.id, shown_time(one.made, words), _reason(one), changed)
        click.echo("\t".join(fields))


@click.command()
@click.argument("file", type=FILE)
@click.argument("moment")
@click.argument("block", required=False)
def restore(file: Path, moment: str, block: str | None) -> None:
    """Bring FILE, or one BLOCK of it, back to how it was at MOMENT.

    MOMENT is an id of `history`, or the name of a checkpoint. What it replaces stays in the
    history, so that restoring can be undone.
    """
    stored = read(file)
    moment = moment_of(file, moment).id
    if block is None:
        after = workbook_at(file, moment)
    else:
        answer = answer_at(file, moment, block)
        if answer is None:
            message = N_("“{block}” had no answer at that moment. `history` lists the moments.")
            raise AnswerError(message, block=block)
        after = stored.workbook.with_answer(block, answer)
    amend(file, stored, after, Mark("before", "restore"), user_places().data)


@click.command()
@click.argument("file", type=FILE)
@click.argument("name")
def checkpoint(file: Path, name: str) -> None:
    """Mark this moment of FILE with a NAME, for looking back and comparing ratings."""
    title = " ".join(name.split())  # `history` gives each moment one line
    if not title:
        raise AnswerError(N_("The name of a checkpoint is blank. Give it one."))
    if re.search(SURROGATE, title):
        raise AnswerError(N_("The name of a checkpoint holds half a character. Take it out."))
    stored = read(file)
    amend(file, stored, stored.workbook, Mark("checkpoint", title), user_places().data)


@click.command()
@click.argument("file", type=FILE)
@click.argument("other", type=FILE)
@click.pass_obj
def merge(words: Words, /, file: Path, other: Path) -> None:
    """Bring the changes of OTHER, a copy of FILE that was edited apart, into FILE.

    Where both changed the same thing FILE's own stays, and it is named on standard error; the
    other side is in OTHER still.
    """
    stored = read(file)
    brought = bring_in_copy(stored.workbook, stored.moments, other, file)
    amend(file, stored, brought.workbook, Mark("before", "merge"), user_places().data)
    for name in brought.taken:
        click.echo(words("taken: {name}", name=name.strip("/")))
    for name in brought.conflicts:
        click.echo(words("changed in both, kept as it was: {name}", name=name.strip("/")), err=True)


def _compare(file: Path, block_id: str | None, name: str, words: Words) -> None:
    """Print what changed since a moment, under the questions of today."""
    now = read(file).workbook
    if block_id is not None and now.template.block(block_id) is None:
        raise AnswerError(N_("There is no question “{block}” in this workbook."), block=block_id)
    then = moved(workbook_at(file, moment_of(file, name).id), now.template).workbook
    for block in now.template.blocks():
        if block_id in (None, block.id):
            old, new = then.answers[block.id], now.answers[block.id]
            for found in differences(block, old, new, words):
                click.echo(f"{block.id}: {found.label}")
                click.echo("".join(MARKS[run.kind].format(run.text) for run in found.runs))


def _reason(moment: Moment) -> str:
    return f"{moment.reason}: {moment.title}" if moment.title else moment.reason
