"""The files that a workshop brought, on the pages that list sources: they open without internet."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ladder_desktop.stick.joining import Joined
from ladder_desktop.widgets.boxes import Column, Line
from ladder_desktop.widgets.card import Card, Hairline
from ladder_desktop.widgets.labels import Body, Caption, Guidance, Title
from ladder_desktop.words import Words


class WorkshopFiles(Card):
    """A workshop's files, each with a button that opens it.

    Attributes:
        buttons: in the order of the files.

    Signals:
        open_asked: the person wants to read a file; carries its place in the workshop.
    """

    open_asked = Signal(str)

    def __init__(self, found: Joined, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: list[QPushButton] = []
        self.column.addWidget(Title(words("Files of your workshop"), self))
        told = words("They are on this computer: reading them needs no internet.")
        self.column.addWidget(Guidance(told, self))
        for number, one in enumerate(found.workshop.files):
            if number:
                self.column.addWidget(Hairline(self))
            title = one.title or Path(one.file).name
            self.column.addLayout(self._build_line(title, one.file, words))

    def _build_line(self, title: str, place: str, words: Words) -> Line:
        names = Column(gap=2)
        names.addWidget(Body(title, self))
        names.addWidget(Caption(Path(place).suffix.removeprefix(".").upper(), self))
        button = QPushButton(words("Open"), self)
        button.setAccessibleName(words("Open {title}", title=title))
        button.clicked.connect(lambda: self.open_asked.emit(place))
        self.buttons.append(button)
        line = Line(gap=12)
        line.addLayout(names, 1)
        line.addWidget(button)
        return line
