"""What a window does for workshops: preparing a stick, joining one, using what was joined."""

import datetime
import sys
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from ladder_desktop import __version__
from ladder_desktop.errors import N_, LadderError
from ladder_desktop.paths import Places
from ladder_desktop.stick import joining
from ladder_desktop.stick.contents import check_content, place_within
from ladder_desktop.stick.installers import newer
from ladder_desktop.stick.names import StickError
from ladder_desktop.ui.dialogs import ask, say_error
from ladder_desktop.ui.launching import open_file, show_in_folder
from ladder_desktop.ui.main_window import MainWindow
from ladder_desktop.ui.pages import SectionPage
from ladder_desktop.ui.start_page.greeting import Notice
from ladder_desktop.ui.start_page.start_page import StartPage
from ladder_desktop.ui.workbook_view import WorkbookView
from ladder_desktop.ui.workshop.workshop_files import WorkshopFiles
from ladder_desktop.widgets.focus_chain import tabbed_before
from ladder_desktop.widgets.snackbar import Snackbar
from ladder_desktop.workbook.details import Details
from ladder_desktop.workbook.shelf import built_in
from ladder_desktop.workbook.template import Template
from ladder_desktop.workbook.workbook import Workbook, new_workbook

SOURCES = "resources"  # the kind of block that a workshop's files stand beside
NEWER = N_("The stick holds a newer Ladder Desktop. Install it when you like.")
LEVELS = 3  # a stick holds programs and workbooks in its folders, or in folders of these


class Workshops(QObject):
    """Prepares sticks and joins workshops for a window, and shows what a workshop brought."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._words = window.program.words

    def furnish(self, page: StartPage) -> None:
        """Put what the workshop brought on the start page, and the newer program of its stick."""
        self._offer_templates(page)
        self._offer_newer_program(page)

    def prepare(self) -> None:
        """Ask what a stick is to hold, and write it."""
        # only facilitators open this window, now and then
        from ladder_desktop.ui.workshop.stick_dialog import StickDialog  # noqa: PLC0415

        dialog = StickDialog(self._window.program, self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def choose(self) -> None:
        """Ask for the stick of a workshop, and join it."""
        title = self._words("The stick or folder of the workshop")
        # few windows ever join one
        from ladder_desktop.ui.workshop.stick_places import first_stick  # noqa: PLC0415

        begin = first_stick(self._window.program.places.documents.parent)
        if chosen := QFileDialog.getExistingDirectory(self._window, title, begin):
            self.join(Path(chosen))

    def join(self, stick: Path) -> None:
        """Join the workshop on a stick, and offer a newer program that lies beside it."""
        try:
            found = joining.join(stick, self._window.program.places.data)
        except LadderError as error:
            say_error(self._window, error, self._words)
            return
        self._show_brought()
        installer = newer(stick, __version__)
        told = self._words(
            "You joined “{title}”. New workbooks are filled in with it.",
            title=found.workshop.title or self._words("the workshop"),
        )
        files = len(found.workshop.files)
        detail = self._words.plural("It brings one file.", "It brings {number} files.", files)
        if installer is None:
            ask(self._window, told, detail if files else "", [self._words("OK")])
            return
        detail = self._words(NEWER)
        answers = [self._words("Show me the installer"), self._words("Not now")]
        if ask(self._window, told, detail, answers) == 0:
            show_in_folder(installer)

    def attend(self, view: WorkbookView) -> None:
        """Put the workshop's files on the pages of a workbook that list sources."""
        for page in view.visited():
            self._offer_files(page)
        view.page_built.connect(self._offer_files)
        if installer := _newer_around(view.session.path):
            snackbar = Snackbar(view)
            snackbar.accepted.connect(lambda: show_in_folder(installer))
            snackbar.offer(self._words(NEWER), self._words("Show me the installer"))

    def _show_brought(self) -> None:
        """Show what a workshop brought that was joined just now."""
        if isinstance(self._window.page, StartPage):
            self._offer_templates(self._window.page)
        elif self._window.view:
            for page in self._window.view.visited():
                self._offer_files(page)

    def _offer_templates(self, page: StartPage) -> None:
        """Put the templates on the start page that the workshop brought."""
        found = current(self._window.program.places)
        title = found.workshop.title if found else ""
        page.offer_brought(title or self._words("the workshop"), self._templates(found))

    def _templates(self, found: joining.Joined | None) -> list[Template]:
        """Return a workshop's templates; none when one of them can't be used."""
        data = self._window.program.resources
        with suppress(LadderError):
            if found:
                return joining.templates(
                    found, lambda name, language: built_in(name, data, language)
                )
        return []

    def _offer_files(self, page: SectionPage) -> None:
        """Put the workshop's files over the sources of a page, in place of a former one's."""
        sources = next((one for one in page.section.blocks if one.kind == SOURCES), None)
        if sources is None:
            return
        for former in page.findChildren(WorkshopFiles):
            page.column.removeWidget(former)
            former.deleteLater()
        found = current(self._window.program.places)
        if found is None or not found.workshop.files:
            return
        card = WorkshopFiles(found, self._words)
        card.open_asked.connect(self._open)
        editor = page.editors[sources.id]
        page.column.insertWidget(page.column.indexOf(editor), card)
        _put_before(editor, card.buttons)

    def _open(self, place: str) -> None:
        """Open a file of the workshop, if it still is what its name says."""
        found = current(self._window.program.places)
        try:
            path = place_within(found.folder if found else Path(), place)
            check_content(path)
        except StickError as error:
            say_error(self._window, error, self._words)
            return
        if not open_file(path):
            unknown = StickError(
                N_("There is no program here that opens “{name}”. It lies in “{folder}”."),
                name=path.name,
                folder=str(path.parent),
            )
            say_error(self._window, unknown, self._words)

    def _offer_newer_program(self, page: StartPage) -> None:
        """Say on the start page when the stick that this started from holds a newer program."""
        installer = _newer_around(Path(sys.executable))
        if installer is None:
            return
        notice = Notice()
        show = QPushButton(self._words("Show me the installer"))
        show.clicked.connect(lambda: show_in_folder(installer))
        notice.say(self._words(NEWER), show)
        page.column.insertWidget(1, notice)


def current(places: Places, program: Path = Path(sys.executable)) -> joining.Joined | None:
    """Return the workshop of the stick that the program runs from, or the one joined last."""
    return joining.beside(program.parent) or joining.joined(places.data)


def begun(template: Template, places: Places) -> Workbook:
    """Return a new workbook, filled in with the workshop that counts, if there is one."""
    today = datetime.datetime.now().astimezone().date().isoformat()
    found = current(places)
    if found is None:
        return new_workbook(template, Details(date=today))
    details = joining.details(found.workshop, today)
    return new_workbook(joining.template_of(template, found.workshop), details)


def _newer_around(file: Path) -> Path | None:
    """Return the installer of a newer program on the stick that a file lies on, if it is one."""
    folders = file.parents[:LEVELS]
    return next((one for folder in folders if (one := newer(folder, __version__))), None)


def _put_before(editor: QWidget, buttons: list[QPushButton]) -> None:
    """Let Tab reach the buttons before the editor that they stand over."""
    former = tabbed_before(editor)
    # what takes no focus, such as a title, has no place in the order
    while former and not former.focusPolicy() & Qt.FocusPolicy.TabFocus:
        former = tabbed_before(former)
    order = [former, *buttons] if former else buttons
    for one, button in pairwise(order):
        QWidget.setTabOrder(one, button)
