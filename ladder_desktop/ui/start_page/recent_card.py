"""A workbook that was open before, as a card on the start page."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QMenu, QProgressBar, QSizePolicy, QWidget

from ladder_desktop.paths import is_there
from ladder_desktop.ui.header import short_folder
from ladder_desktop.ui.recent import when
from ladder_desktop.ui.settings.settings import Recent
from ladder_desktop.ui.start_page.card_button import CardButton
from ladder_desktop.widgets.boxes import Line
from ladder_desktop.widgets.directions import lead
from ladder_desktop.widgets.labels import Caption, Guidance, Question
from ladder_desktop.widgets.scale import px
from ladder_desktop.words import Words


class RecentCard(CardButton):
    """Whose workbook it is, how far it is, when it was open, and where it lies.

    Attributes:
        is_there: its file lies where it was.

    Signals:
        folder_asked: the person wants to see its folder.
        forget_asked: the person wants it off the list.
    """

    folder_asked = Signal()
    forget_asked = Signal()

    def __init__(self, recent: Recent, words: Words, parent: QWidget | None = None) -> None:
        path = Path(recent.path)
        name = recent.name or path.stem
        super().__init__(words("Open “{name}”, {file}", name=name, file=path.name), parent)
        self._words = words
        self._recent = recent
        self.is_there = is_there(path)
        top = Line(gap=12)
        folder = short_folder(path.parent)
        # a workbook without a person goes by its file, whose name begins with the template's
        who, where = Question(name), Caption(f"{path.name} · {folder}" if recent.name else folder)
        what = Guidance(recent.template)
        for label in (who, what, where):
            lead(label)
        top.addWidget(who, 1)
        opened = Caption(when(recent.opened, words))
        opened.setWordWrap(False)
        top.addWidget(opened)
        self.column.addLayout(top)
        self.column.addWidget(what)
        what.setHidden(name.startswith(recent.template))
        self.column.addLayout(self._build_progress() if self.is_there else self._build_missing())
        self.column.addWidget(where)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with it besides opening it."""
        menu = QMenu(self)
        menu.addAction(self._words("&Open"), self.click)
        menu.addAction(self._words("&Show in folder"), self.folder_asked.emit)
        menu.addAction(self._words("&Remove from this list"), self.forget_asked.emit)
        menu.popup(event.globalPos())

    def _build_progress(self) -> Line:
        line = Line(gap=8)
        bar = QProgressBar(textVisible=False)
        bar.setRange(0, max(self._recent.total, 1))
        bar.setValue(self._recent.done)
        bar.setFixedWidth(px(160))
        bar.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        bar.setMaximumHeight(px(8))
        shown = self._words(
            "{done} of {total} answered", done=self._recent.done, total=self._recent.total
        )
        bar.setAccessibleName(shown)
        line.addWidget(bar)
        line.addWidget(Caption(shown), 1)
        return line

    def _build_missing(self) -> Line:
        line = Line()
        said = self._words("The file is not there now: it was moved, or its disk is not connected.")
        line.addWidget(Caption(said))
        return line
