"""How the moments of the history are told."""

import datetime

from ladder_desktop.errors import N_
from ladder_desktop.store.past import Moment
from ladder_desktop.ui.status import clock
from ladder_desktop.words import Words

REASONS = {
    "created": N_("The beginning"),
    "opened": N_("When it was opened"),
    "typing": N_("While writing"),
    "export": N_("When it was printed or exported"),
    "closed": N_("When it was closed"),
    "before": N_("Before a large change"),
}
STEPS = {
    "restore": N_("Before an earlier version was restored"),
    "rescue": N_("Before unsaved changes were put back"),
    "bring in": N_("Before changes were brought in"),
    "merge": N_("Before changes were brought in"),
    "newer template": N_("Before the newer template"),
    "fill": N_("Before it was filled in from a file"),
    "delete": N_("Before something was deleted"),
    "replace": N_("Before something was replaced everywhere"),
    "clear": N_("Before something was cleared"),
    "use": N_("Before something from another workbook was put in"),
}


def what(moment: Moment, words: Words) -> str:
    """Return why a moment was kept; the name of a marked one."""
    if moment.is_checkpoint:
        return words("“{name}”", name=moment.title)
    step = STEPS.get(moment.title) if moment.reason == "before" else None
    return words(step or REASONS.get(moment.reason, REASONS["before"]))


def when(made: datetime.datetime, words: Words) -> str:
    """Return a time as people say it: the day only when it is not today."""
    local = made.astimezone()
    today = datetime.datetime.now(local.tzinfo).date()
    shown = clock(local)
    if local.date() == today:
        return words("Today, {time}", time=shown)
    if (today - local.date()).days == 1:
        return words("Yesterday, {time}", time=shown)
    return words("{date}, {time}", date=words.date(local.date()), time=shown)
