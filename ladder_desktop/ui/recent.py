"""What the start page says about workbooks that were open before."""

import datetime

from ladder_desktop.ui.session import Session
from ladder_desktop.ui.settings.settings import Recent
from ladder_desktop.words import Words


def recent_of(session: Session) -> Recent:
    """Return what to remember about an open workbook."""
    progress = session.progress()
    return Recent(
        path=str(session.path),
        name=session.workbook.details.name,
        template=session.workbook.template.title,
        done=progress.done,
        total=progress.total,
        opened=datetime.datetime.now().astimezone().isoformat(timespec="seconds"),
    )


def when(opened: str, words: Words) -> str:
    """Return when a workbook was open last, as people say it."""
    try:
        day = datetime.datetime.fromisoformat(opened).astimezone().date()
    except (ValueError, OverflowError, OSError):  # a day that is in no calendar of the system
        return ""
    days = (datetime.datetime.now().astimezone().date() - day).days
    if days == 0:
        return words("today")
    if days == 1:
        return words("yesterday")
    return words.date(day)
