"""What a workbook that was just opened has to say about itself."""

import datetime

from ladder_desktop.ui.opening import Opened
from ladder_desktop.ui.status import clock
from ladder_desktop.ui.workbook_view import WorkbookView
from ladder_desktop.words import Words


def welcome(view: WorkbookView, opened: Opened, words: Words) -> None:
    """Say in the banner what is unusual about a workbook, if anything is."""
    view.banner.say(" ".join(_sentences(opened, words)))


def _sentences(opened: Opened, words: Words) -> list[str]:
    stored, said = opened.stored, []
    if stored.read_only:
        said.append(
            words(
                "This file can't be changed where it lies, so the workbook is open for reading. "
                "To write in it, save a copy elsewhere and open that."
            )
        )
    elif stored.owner and stored.changed:
        time = _moment(stored.changed, words)
        ended = words(
            "The last session ended unexpectedly. Everything up to {time} is here.", time=time
        )
        copied = words(
            "This file was copied or taken away while it was open. Everything up to {time} is "
            "here.",
            time=time,
        )
        said.append(ended if stored.owner.had_it_here(opened.session.path) else copied)
    if stored.misfits:
        said.append(
            words.plural(
                "{number} answer does not fit its question any more; it is kept in the file.",
                "{number} answers do not fit their questions any more; they are kept in the file.",
                len(stored.misfits),
            )
        )
    return said


def _moment(time: datetime.datetime, words: Words) -> str:
    local = time.astimezone()
    return words("{date}, {time}", date=words.date(local.date()), time=clock(local, seconds=True))
