"""The window: a start page, or one open workbook."""

import base64
from functools import cached_property
from pathlib import Path

import msgspec
from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

from ladder_desktop.ui.naming import SUFFIX
from ladder_desktop.ui.opening import Opened
from ladder_desktop.ui.settings.program import Program
from ladder_desktop.ui.settings.settings import Settings, Spot
from ladder_desktop.ui.status import Status
from ladder_desktop.ui.workbook_view import WorkbookView
from ladder_desktop.widgets.boxes import Column
from ladder_desktop.widgets.buttons import press_by_enter
from ladder_desktop.words import Words

USUAL_SIZE = (1180, 780)
LEAST_SIZE = (560, 420)
TEMPLATES = (".toml", ".docx")  # what a template is, or is made of
FILLED = (".pdf", ".docx")  # what answers are brought in from
CARRIER = ".pdf"  # may carry a workbook


class MainWindow(QMainWindow):
    """One window, for one workbook.

    Attributes:
        program: what all parts share.
        opened: the workbook that is open; None on the start page.
        page: what stands over the status line.
        view: where it is filled in; None on the start page.
        file_menu: what can be done with the file; hangs on its name in the head.

    Signals:
        painted: the first paint is done, and there is time for what can wait.
        workbook_shown: a workbook was opened in this window.
        file_dropped: a workbook file was dropped on the window; carries its path.
        template_dropped: a template, or a Word document for one, was dropped on the start page;
            carries its path.
        document_dropped: a filled form or document was dropped on an open workbook; carries its
            path.
        closing: the window wants to close; whoever can't let it calls `keep_open`.
        closed: the window closes, with everything saved.
    """

    painted = Signal()
    workbook_shown = Signal()
    file_dropped = Signal(object)
    template_dropped = Signal(object)
    document_dropped = Signal(object)
    closing = Signal()
    closed = Signal()

    def __init__(self, program: Program) -> None:
        super().__init__()
        self.program = program
        self.opened: Opened | None = None
        self.page: QWidget | None = None
        self.view: WorkbookView | None = None
        self.file_menu = QMenu(self)
        self._is_painted = False
        self._stays_open = False
        self._front: QObject | None = None
        self._alone: QWidget | None = None
        # of the menus only the titles are there from the first paint on, so that nothing moves
        self._titles = {
            name: self.menuBar().addAction(title) for name, title in _titles(program.words).items()
        }
        self.status = Status(program.words, program.look)
        around = QWidget()
        self._column = Column(around, gap=0)
        self._column.addWidget(self.status)
        self.setCentralWidget(around)
        self.setAcceptDrops(True)
        self.setMinimumSize(*LEAST_SIZE)
        self.setWindowTitle(program.words("Ladder Desktop"))
        self._restore_geometry()

    @cached_property
    def menus(self) -> dict[str, QMenu]:
        """The menus of the bar, by their names; made when there is time to fill them."""
        menus = {}
        for name, title in self._titles.items():
            menus[name] = QMenu(title.text(), self.menuBar())
            title.setMenu(menus[name])
        return menus

    def show_page(self, page: QWidget) -> None:
        """Show a page over the status line, in place of the former."""
        if self.page:
            self.page.deleteLater()
            self._column.removeWidget(self.page)
        self.page = page
        self._column.insertWidget(0, page, 1)

    def set_alone(self, part: QWidget | None) -> None:
        """Show a part in place of everything else; without one, everything again."""
        if self._alone:
            self._column.removeWidget(self._alone)
            self._alone.hide()
        self._alone = part
        for one in (self.page, self.status):
            if one:
                one.setVisible(part is None)
        if part:
            self._column.insertWidget(0, part, 1)
            part.show()

    def alone(self) -> QWidget | None:
        """Return what is shown in place of everything else; usually nothing is."""
        return self._alone

    def show_workbook(self, opened: Opened) -> None:
        """Show a workbook to fill in."""
        session = opened.session
        if self.view and self.view.session is session:
            spot = self.view.spot()
            self.view.retire()
        else:
            spot = self.program.settings.read().spots.get(str(session.path), Spot())
        self.view = WorkbookView(session, self.program, self.file_menu, spot)
        self.show_page(self.view)
        self.take_over(opened)
        unique = Qt.ConnectionType.UniqueConnection  # a session may be shown anew
        session.details_changed.connect(self._show_title, unique)
        session.moved.connect(self._show_title, unique)
        self._show_title()
        self.view.focus_page()
        self.workbook_shown.emit()
        if self._is_painted:
            self._go_on()

    def reword(self) -> None:
        """Say everything anew, in the language that counts now."""
        for name, title in _titles(self.program.words).items():
            self._titles[name].setText(title)
            self.menus[name].setTitle(title)
        self.status.reword()
        if self.opened and self.view:
            former = self.view
            self.opened.session.flush()
            self.show_workbook(self.opened)
            self.view.take_steps(former)
            if former.is_on_details():
                self.view.show_details()

    def take_over(self, opened: Opened) -> None:
        """Hold another claim on the open workbook, and come to the front when it is called."""
        self.opened = opened
        if self._is_painted:
            self._watch_front()

    def keep_open(self) -> None:
        """Stay open: something is not saved yet, and the person was not asked or said no."""
        self._stays_open = True

    def let_go(self) -> None:
        """Give the workbook's file free for others."""
        if self.opened and self.opened.lock:
            self.opened.lock.release()
        self.opened = None

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save everything, then close; never lose anything silently."""
        self._stays_open = False
        self._remember()
        self.closing.emit()
        if self._stays_open:
            event.ignore()
        else:
            self.let_go()
            super().closeEvent(event)
            self.closed.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Save when another window comes to the front."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.opened:
            self.opened.session.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press with Enter the button that has the focus."""
        if not press_by_enter(event, self):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell, once, that the window was painted."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self, self._on_painted)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome a workbook file; a template at the start, a filled document in a workbook."""
        if self._dropped(event.mimeData()):
            _accept_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell what was dropped, to whoever takes it."""
        if dropped := self._dropped(event.mimeData()):
            _accept_copy(event)
            takes, path = dropped
            takes.emit(path)

    def _dropped(self, data: QMimeData) -> tuple[SignalInstance, Path] | None:
        """Return the first file that has a taker, and the taker's signal."""
        takers: tuple[tuple[SignalInstance, tuple[str, ...]], ...]
        if self.opened:
            takers = ((self.file_dropped, (SUFFIX,)), (self.document_dropped, FILLED))
        else:
            takers = ((self.file_dropped, (SUFFIX, CARRIER)), (self.template_dropped, TEMPLATES))
        for takes, suffixes in takers:
            if path := dropped_file(data, suffixes):
                return takes, path
        return None

    def _on_painted(self) -> None:
        self.painted.emit()
        self._go_on()

    def _go_on(self) -> None:
        """Start what the first paint did not wait for."""
        if self.opened:
            self.status.follow(self.opened.session)
            self.opened.session.start()
            self._watch_front()
            self._remember()

    def _watch_front(self) -> None:
        # files are watched once there is time for it
        from ladder_desktop.ui.front import Front  # noqa: PLC0415

        if self._front:
            self._front.deleteLater()
        self._front = None
        if self.opened and self.opened.lock:
            self._front = Front(self.opened.lock.front, self)

    def _show_title(self) -> None:
        if self.opened:
            workbook, words = self.opened.session.workbook, self.program.words
            name = self.opened.session.path.stem
            if workbook.details.name:  # one person may have several open
                name = f"{workbook.details.name} · {workbook.template.title}"
            self.setWindowTitle(words("{name} – Ladder Desktop", name=name))

    def _remember(self) -> None:
        """Remember the window's place and, with a workbook, where its person is."""
        # the store of what is remembered needs nothing of this before the first paint
        from ladder_desktop.ui.recent import recent_of  # noqa: PLC0415

        geometry = base64.b64encode(self.saveGeometry().data()).decode()
        opened, view = self.opened, self.view
        recent = recent_of(opened.session) if opened else None
        spot = view.spot() if view else None

        def change(settings: Settings) -> Settings:
            settings = msgspec.structs.replace(settings, geometry=geometry)
            if recent and spot:
                settings = settings.with_recent(recent).with_spot(recent.path, spot)
            return settings

        self.program.settings.change(change)

    def _restore_geometry(self) -> None:
        kept = self.program.settings.read().geometry
        try:
            is_restored = self.restoreGeometry(base64.b64decode(kept)) if kept else False
        except ValueError:
            is_restored = False
        if not is_restored:
            self.resize(*USUAL_SIZE)


def _titles(words: Words) -> dict[str, str]:
    return {
        "file": words("&File"),
        "edit": words("&Edit"),
        "view": words("&View"),
        "workbook": words("&Workbook"),
        "help": words("&Help"),
    }


def dropped_file(data: QMimeData, suffixes: tuple[str, ...]) -> Path | None:
    """Return the first file with one of these endings among what is dragged."""
    paths = (Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
    return next((path for path in paths if path.suffix.lower() in suffixes), None)


def _accept_copy(event: QDropEvent) -> None:
    """Accept as a copy: after a move, a file manager would delete the file."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
