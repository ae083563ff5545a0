"""Completes the window once it is painted: menus, closing, and what else could wait."""

from pathlib import Path

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from ladder_desktop.ui.announcing import Announcing
from ladder_desktop.ui.bringing.bringing_in import BringingIn
from ladder_desktop.ui.bringing.carrying import Carrying
from ladder_desktop.ui.counting_here import CountingHere
from ladder_desktop.ui.edits import Edits
from ladder_desktop.ui.files import Files
from ladder_desktop.ui.filing.closing import Closing
from ladder_desktop.ui.filing.filing import Filing
from ladder_desktop.ui.find.goto import Goto
from ladder_desktop.ui.formatting import Formatting
from ladder_desktop.ui.help.help import Help
from ladder_desktop.ui.keeping import Keeping
from ladder_desktop.ui.main_window import MainWindow
from ladder_desktop.ui.menu_plan import Doers
from ladder_desktop.ui.paper.hand_in import HandingIn
from ladder_desktop.ui.paper.output import Output
from ladder_desktop.ui.preferring import Preferring
from ladder_desktop.ui.presenting.presenting import Presenting
from ladder_desktop.ui.rewording import Rewording
from ladder_desktop.ui.signals import Signals
from ladder_desktop.ui.spelling.spell_help import SpellHelp
from ladder_desktop.ui.start_page.searching import Searching
from ladder_desktop.ui.start_page.welcome import welcome
from ladder_desktop.ui.templating.templating import Templating
from ladder_desktop.ui.trouble.bugs import Bugs
from ladder_desktop.ui.workshop.workshops import Workshops

ICON = Path("icons", "fixed", "ladder-desktop.svg")


def complete(application: QApplication, window: MainWindow) -> Doers:
    """Give a painted window everything that the paint did not wait for."""
    Bugs(window)
    Announcing(window)
    CountingHere(window)
    # on Windows and in the portable program nothing else tells the system what it looks like
    application.setWindowIcon(QIcon(str(window.program.resources / ICON)))
    files = Files(window)
    filing = Filing(window)
    closing = Closing(window, filing)
    goto = Goto(window)
    doers = Doers(
        window,
        files,
        filing,
        Edits(window),
        goto,
        Output(window),
        Help(window),
        Keeping(window, files, filing),
        Carrying(window, files),
        Formatting(window),
        BringingIn(window, files),
        HandingIn(window),
        Preferring(window),
        Templating(window, files),
        Workshops(window),
        SpellHelp(window),
        Searching(window, files, goto),
        Presenting(window),
    )
    doers.preferring.changed.connect(doers.spelling.check.prefer)
    doers.preferring.changed.connect(doers.searching.look_through)
    doers.help.sample_made.connect(files.open)
    Rewording(doers).fill()
    Signals(lambda: _close(window), window)
    application.commitDataRequest.connect(lambda _manager: closing.save_now())
    application.aboutToQuit.connect(closing.save_now)
    application.focusChanged.connect(lambda _old, _new: _save_soon(window))
    window.workbook_shown.connect(lambda: _connect_head(doers))
    if window.opened:
        _connect_head(doers)
    return doers


def _connect_head(doers: Doers) -> None:
    """Connect the buttons over a workbook that was just opened."""
    view, opened = doers.window.view, doers.window.opened
    if view is None or opened is None:
        return
    welcome(view, opened, doers.words)
    doers.keeping.attend(view, opened)
    doers.workshops.attend(view)
    view.header.left_asked.connect(doers.goto.whats_left)
    view.header.export_asked.connect(doers.output.ask)
    view.rename_asked.connect(doers.filing.rename_after_details)


def _close(window: MainWindow) -> None:
    window.close()


def _save_soon(window: MainWindow) -> None:
    if window.opened:
        window.opened.session.flush()
