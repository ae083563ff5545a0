"""The foot of the window for exporting: where to, how far it is, and what came of it."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from ladder_desktop.paths import is_there
from ladder_desktop.ui.header import short_folder
from ladder_desktop.widgets.boxes import Column, Line
from ladder_desktop.widgets.buttons import PrimaryButton
from ladder_desktop.widgets.directions import lead
from ladder_desktop.widgets.labels import Trouble
from ladder_desktop.widgets.wrapping import WrappingLine
from ladder_desktop.words import Words

ASKING, WRITING, DONE = range(3)


class OneLine(QLabel):
    """A text on one line that gives way to what stands beside it; pointing at it shows it all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = self._told = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        lead(self)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str, told: str = "") -> None:
        """Show a text; what is told of it when it is pointed at may say more."""
        self._whole, self._told = text, told
        self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the text to the room there is."""
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        middle = Qt.TextElideMode.ElideMiddle  # the ends of names differ, and of folders
        self.setText(self.fontMetrics().elidedText(self._whole, middle, self.width()))
        self.setToolTip(self._told or (self._whole if self.text() != self._whole else ""))


class Place(OneLine):
    """Where a file lies: muted."""


class ExportFoot(QWidget):
    """Three lines of which one is seen: asking, writing, done.

    Attributes:
        export: writes the file.
        print: prints the pages.
        change: chooses another file.
        trouble: why it did not work; stands wherever the window has room for it.
        progress: how much is written.
        open_written: opens what was written.

    Signals:
        export_asked: write the file.
        print_asked: print the pages.
        change_asked: choose another file.
        stop_asked: stop writing.
        closed: the person is done.
        open_asked: open what was written.
        folder_asked: show it in its folder.
    """

    export_asked = Signal()
    print_asked = Signal()
    change_asked = Signal()
    stop_asked = Signal()
    closed = Signal()
    open_asked = Signal()
    folder_asked = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.trouble = Trouble()
        self.trouble.hide()
        self._pages = [self._build_asking(), self._build_writing(), self._build_done()]
        # a stack would be as high as the highest of them
        column = Column(self, gap=0)
        for page in self._pages:
            column.addWidget(page)
        self._show(ASKING)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def ask(self, trouble: str = "") -> None:
        """Ask where to; with a sentence when it did not work."""
        self.trouble.setText(trouble)
        self.trouble.setVisible(bool(trouble))
        self._show(ASKING)

    def be_narrow(self) -> None:
        """Put the buttons under the file instead of beside it."""
        for line in (self._asking, self._finished):
            line.setDirection(Line.Direction.TopToBottom)

    def show_target(self, target: Path) -> None:
        """Show the file that will be written, and whether it is there already."""
        words = self._words
        there = is_there(target)
        self._target.show_text(target.name)
        folder = short_folder(target.parent)
        replaces = words("This file is there already, in {folder}", folder=folder)
        self._folder_name.show_text(replaces if there else folder, str(target))
        self.export.setText(words("Replace it") if there else words("Export"))
        self.trouble.hide()

    def write(self, what: str) -> None:
        """Show that it is being written."""
        self._writing.show_text(what)
        self.progress.setRange(0, 0)
        self._show(WRITING)
        self.stop.setFocus()

    def is_writing(self) -> bool:
        """Tell whether it shows that something is being written."""
        return not self._pages[WRITING].isHidden()

    def show_progress(self, done: int, total: int) -> None:
        """Show how much is written."""
        self.progress.setRange(0, total)
        self.progress.setValue(done)

    def show_done(self, what: str, *, is_file: bool) -> None:
        """Show what came of it."""
        self._done.show_text(what)
        for button in (self._folder, self.open_written):
            button.setVisible(is_file)
        self._show(DONE)
        (self.open_written if is_file else self._close).setFocus()

    def _show(self, number: int) -> None:
        for at, page in enumerate(self._pages):
            page.setVisible(at == number)

    def _build_asking(self) -> QWidget:
        words = self._words
        page = QWidget()
        self._asking = Line(page, gap=8)
        place, buttons = Line(gap=8), WrappingLine()
        self._asking.addLayout(place, 1)
        self._asking.addLayout(buttons)
        texts = Column(gap=0)
        self._target, self._folder_name = OneLine(), Place()
        texts.addStretch(1)
        texts.addWidget(self._target)
        texts.addWidget(self._folder_name)
        texts.addStretch(1)
        place.addLayout(texts, 1)
        self.change = _button(words("Change…"), self.change_asked)
        place.addWidget(self.change)
        self.print = _button(words("Print…"), self.print_asked)
        self.export = PrimaryButton(words("Export"))
        self.export.setDefault(True)
        self.export.clicked.connect(self.export_asked)
        for button in (_button(words("Cancel"), self.closed), self.print, self.export):
            buttons.addWidget(button)
        return page

    def _build_writing(self) -> QWidget:
        page = QWidget()
        line = Line(page, gap=16)
        self._writing = OneLine()
        self.progress = QProgressBar(textVisible=False)
        self.progress.setAccessibleName(self._words("Progress"))
        self.stop = _button(self._words("Stop"), self.stop_asked)
        line.addWidget(self._writing, 1)
        line.addWidget(self.progress, 1)
        line.addWidget(self.stop)
        return page

    def _build_done(self) -> QWidget:
        words = self._words
        page = QWidget()
        self._finished, line = Line(page, gap=8), WrappingLine()
        self._done = OneLine()
        self._finished.addWidget(self._done, 1)
        self._finished.addLayout(line)
        self._close = _button(words("Close"), self.closed)
        self._folder = _button(words("Show in folder"), self.folder_asked)
        self.open_written = PrimaryButton(words("Open"))
        self.open_written.clicked.connect(self.open_asked)
        for button in (self._close, self._folder, self.open_written):
            line.addWidget(button)
        return page


def _button(text: str, signal: SignalInstance) -> QPushButton:
    button = QPushButton(text)
    button.clicked.connect(signal)
    return button
