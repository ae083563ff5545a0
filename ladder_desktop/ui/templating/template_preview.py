"""What a template file becomes, beside the editor in which it is written."""

import datetime
from pathlib import Path

from PySide6.QtCore import QEvent, QFileSystemWatcher, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QScrollArea, QStackedWidget, QWidget

from ladder_desktop.errors import TemplateError
from ladder_desktop.paths import is_file
from ladder_desktop.ui.dialogs import room_on_screen
from ladder_desktop.ui.launching import open_file
from ladder_desktop.ui.pages import Around, SectionPage
from ladder_desktop.ui.status import clock
from ladder_desktop.ui.tab_bar import TabBar
from ladder_desktop.ui.templating.mistakes_list import MistakesList, mistakes_of
from ladder_desktop.widgets.announce import announce
from ladder_desktop.widgets.boxes import Column, Line, Zoomed, replace
from ladder_desktop.widgets.buttons import press_by_enter
from ladder_desktop.widgets.card import Hairline
from ladder_desktop.widgets.directions import lead
from ladder_desktop.widgets.labels import Guidance, Title
from ladder_desktop.widgets.scale import px
from ladder_desktop.words import Words
from ladder_desktop.workbook.shelf import read_template_file
from ladder_desktop.workbook.template import Template
from ladder_desktop.workbook.workbook import new_workbook

SETTLING = 150  # milliseconds; an editor writes a file in several steps
SIZE = (900, 760)
LOW = 400  # px at 100 % from which on there is room for the file's name, which the window has, too
SHARE = 0.4  # of a low window that the head takes; the rest of it scrolls
MOST_MISTAKES = 180  # px at 100 %; the preview below them keeps the greater part


class Shown(QWidget):
    """An empty workbook of a template, to look at and to try out.

    Attributes:
        tabs: one for each section.
        pages: those that were visited, by their index.
    """

    def __init__(self, template: Template, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._workbook = new_workbook(template)
        self._sections = template.sections
        self.pages: dict[int, SectionPage] = {}
        self.tabs = TabBar(words)
        self.stack = QStackedWidget()
        column = Column(self, gap=0)
        column.addWidget(self.tabs)
        column.addWidget(Hairline())
        column.addWidget(self.stack, 1)
        self.tabs.set_sections([section.title for section in self._sections])
        for index, section in enumerate(self._sections):
            self.tabs.set_progress(index, self._workbook.progress(section))
        self.tabs.chosen.connect(self.open_section)
        self.open_section(0)

    def spot(self) -> tuple[str, int]:
        """Return the id of the open section, and how far it is scrolled."""
        index = self.tabs.current()
        return self._sections[index].id, self.pages[index].place()

    def go_to(self, section_id: str, place: int) -> None:
        """Open a section where it is still there, scrolled as it was."""
        ids = [section.id for section in self._sections]
        if section_id in ids:
            index = ids.index(section_id)
            self.tabs.open_section(index)
            self.pages[index].go_to(place)

    def open_section(self, index: int) -> None:
        """Show the page of a section."""
        if index not in self.pages:
            self.pages[index] = SectionPage(self._sections[index], self._workbook, self._words)
            self.stack.addWidget(self.pages[index])
        self.stack.setCurrentWidget(self.pages[index])


class Head(QScrollArea, Zoomed):
    """What stands over the preview: as high as its texts, as far as the window has room for it.

    Attributes:
        column: takes what stands there.
        share: how much of the window's height it may take.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        inside = Around()
        self.column = Column(inside, gap=8, margins=(24, 16, 24, 12))
        self.share = 1.0
        self._name = Title(name)
        lead(self._name)
        self._line = Line(gap=12)
        self.column.addLayout(self._line)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)

    def put(self, status: QWidget, button: QWidget) -> None:
        """Take what tells how things stand, and what to do about it beside it."""
        texts = Column(gap=8)
        texts.addWidget(self._name)
        texts.addWidget(status)
        self._line.addLayout(texts, 1)
        corner = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading
        self._line.addWidget(button, 0, corner)

    def event(self, event: QEvent) -> bool:
        """Take another height when another text stands there."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.fit_zoom()
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height for another width."""
        super().resizeEvent(event)
        self.fit_zoom()

    def fit_zoom(self) -> None:
        """Take the height that the texts need, or the share."""
        around = self.window().height()
        is_low = around < px(LOW)
        self._name.setHidden(is_low)
        way = Line.Direction
        self._line.setDirection(way.TopToBottom if is_low else way.LeftToRight)
        wanted = self.column.totalHeightForWidth(self.viewport().width())
        self.setFixedHeight(min(wanted, round(around * self.share)))


class TemplatePreview(QWidget):
    """Follows a template file; while it has mistakes, the last good preview stays.

    Attributes:
        status: how things stand with the file.
        mistakes: what is wrong with it, with lines.
        shown: the preview; None until there was something to show.
    """

    def __init__(self, path: Path, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._path = path.absolute()
        self._words = words
        self._last = b""
        self.status = Guidance()
        self.mistakes = MistakesList(words)
        self.shown: Shown | None = None
        self.setWindowTitle(words("{file} – preview", file=path.name))
        self._build()
        self._timer = QTimer(self, interval=SETTLING, singleShot=True)
        self._timer.timeout.connect(self._look)
        # the folder, too: most editors put a new file in the place of the former
        self._watcher = QFileSystemWatcher([str(self._path.parent)], self)
        self._watcher.fileChanged.connect(self._timer.start)
        self._watcher.directoryChanged.connect(self._timer.start)
        self.refresh()
        self.resize(self.sizeHint())  # else Qt makes it as high as everything in it

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press with Enter the button that has the focus."""
        if not press_by_enter(event, self):
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Return room for the reading column, as far as the screen has it."""
        return QSize(px(SIZE[0]), px(SIZE[1])).boundedTo(room_on_screen(self))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave a low window to the preview."""
        super().resizeEvent(event)
        self._head.fit_zoom()

    def refresh(self) -> None:
        """Read the file and show what it becomes."""
        self._watch()
        self._last = self._content()
        try:
            template = read_template_file(self._path)
        except TemplateError as error:
            self._show_mistakes(error)
        else:
            self._show(template)

    def _build(self) -> None:
        words = self._words
        self._column = Column(self, gap=0)
        # by itself a layout asks for the height of texts wrapped as narrow as can be
        self._column.setSizeConstraint(Column.SizeConstraint.SetNoConstraint)
        self._head = Head(self._path.name)
        head = self._head.column
        edit = QPushButton(words("Open in the editor"))
        edit.clicked.connect(lambda: open_file(self._path))
        self._head.put(self.status, edit)
        head.addWidget(self.mistakes)
        self.mistakes.hide()
        self._column.addWidget(self._head)
        self._empty = QWidget()
        self._column.addWidget(self._empty, 1)

    def _look(self) -> None:
        """Look whether the file holds something else now."""
        self._watch()
        if self._content() != self._last:
            self.refresh()

    def _watch(self) -> None:
        if str(self._path) not in self._watcher.files() and is_file(self._path):
            self._watcher.addPath(str(self._path))

    def _content(self) -> bytes:
        try:
            return self._path.read_bytes()
        except OSError:
            return b""

    def _show(self, template: Template) -> None:
        spot = self.shown.spot() if self.shown else None
        former = self.shown or self._empty
        shown = Shown(template, self._words)
        replace(self._column, former, shown)
        self._column.setStretchFactor(shown, 1)
        former.hide()
        former.deleteLater()
        self.shown = shown
        self._head.share = SHARE
        if spot:
            shown.go_to(*spot)
        self.mistakes.hide()
        now = clock(datetime.datetime.now().astimezone(), seconds=True)
        self._say(
            self._words(
                "No mistakes, read at {time}. Save the file in your editor and it is shown here "
                "at once. What you write into the preview is not kept.",
                time=now,
            )
        )

    def _show_mistakes(self, error: TemplateError) -> None:
        self.mistakes.show_mistakes(error)
        self.mistakes.show()
        self.mistakes.setFixedHeight(min(px(MOST_MISTAKES), self.mistakes.wanted_height()))
        found = self._words.plural(
            "{number} mistake.", "{number} mistakes.", len(mistakes_of(error))
        )
        rest = (
            self._words("Below, the template as it was before.")
            if self.shown
            else self._words("The preview appears here as soon as it can be read.")
        )
        self._say(f"{found} {rest}")

    def _say(self, text: str) -> None:
        self.status.setText(text)
        announce(self.status, text)
