"""The head of the window: which workbook this is, whose, where it lies, and what to do with it."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from ladder_desktop.ui.link_button import LinkButton
from ladder_desktop.ui.session import Session
from ladder_desktop.widgets.boxes import Column, Line, Zoomed
from ladder_desktop.widgets.buttons import PrimaryButton
from ladder_desktop.widgets.directions import lead
from ladder_desktop.widgets.labels import Title
from ladder_desktop.widgets.scale import px
from ladder_desktop.words import Words
from ladder_desktop.workbook.details import Details, printed_date

INDENT = 6
GAP = 4  # between the links
LEAST_PERSON, LEAST_FILE = 300, 160  # px at 100 %
LEAST_LINK, LEAST_LINKS = 40, 130  # px at 100 %, in a window that is small for its zoom


class OneLineTitle(Title):
    """A title that is shortened rather than wrapped."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._whole = ""
        self.setWordWrap(False)
        lead(self)
        self.setIndent(px(INDENT))  # in line with the text of the buttons below
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str) -> None:
        """Show a title."""
        self._whole = text
        self.setAccessibleName(text)
        self._elide()

    def whole_width(self) -> int:
        """Return the room for the whole title."""
        return self.fontMetrics().horizontalAdvance(self._whole) + 2 * px(INDENT)

    def minimumSizeHint(self) -> QSize:
        """Return the room for a word."""
        return QSize(px(120), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the title to the room there is."""
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        right = Qt.TextElideMode.ElideRight
        self.setIndent(px(INDENT))
        room = max(self.width() - px(INDENT), 1)
        self.setText(self.fontMetrics().elidedText(self._whole, right, room))
        self.setToolTip(self._whole if self.text() != self._whole else "")


class Header(QWidget, Zoomed):
    """Title, person and file to the left, what to do with the workbook to the right.

    Signals:
        details_asked: the person wants to see or change the details.
        left_asked: the person wants to see what is left.
        export_asked: the person wants it on paper or as a file.
    """

    details_asked = Signal()
    left_asked = Signal()
    export_asked = Signal()

    def __init__(
        self, session: Session, words: Words, file_menu: QMenu, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._words = words
        self._room = px(LEAST_PERSON + LEAST_FILE)  # for the links
        self._build(file_menu)
        session.details_changed.connect(self.show_details)
        session.progressed.connect(self.show_left)
        session.moved.connect(self.show_file)
        self.title.show_text(session.workbook.template.title)
        self.show_details()
        self.show_left()

    def _build(self, file_menu: QMenu) -> None:
        self._rows = Column(self, gap=4, margins=(14, 8, 20, 8))
        row = Line(gap=12)
        self._rows.addLayout(row)
        self._texts = texts = Column(gap=0)
        row.addLayout(texts, 1)  # while it is empty: the title may leave it
        self.title = OneLineTitle(self)
        self.person = LinkButton(None, self)
        self.person.clicked.connect(self.details_asked)
        self.person.least = LEAST_PERSON
        self.file = LinkButton(file_menu, self)
        self.file.least = LEAST_FILE
        self.file.elided = Qt.TextElideMode.ElideMiddle
        links = Line(gap=GAP)
        links.addWidget(self.person)
        links.addWidget(self.file)
        links.addStretch(1)
        texts.addWidget(self.title)
        texts.addLayout(links)
        self.left = QPushButton(self)
        self.left.clicked.connect(self.left_asked)
        row.addWidget(self.left)
        self.export = PrimaryButton(self._words("Print or export"), self)
        self.export.clicked.connect(self.export_asked)
        row.addWidget(self.export)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the new width."""
        super().resizeEvent(event)
        self.fit_zoom()

    def fit_zoom(self) -> None:
        """Give the title a line of its own when it does not fit beside the buttons."""
        buttons = self.left.sizeHint().width() + self.export.sizeHint().width() + px(24)
        room = self.width() - buttons - px(34)
        is_narrow = self.title.whole_width() > room
        place = self._rows if is_narrow else self._texts
        if place.indexOf(self.title) < 0:
            place.insertWidget(0, self.title)
        self._fit_links(room)

    def _fit_links(self, room: int) -> None:
        """Let the links give way before the buttons do; the menus lead there, too.

        What the file is called gives way before whose workbook it is: first the folder goes.
        """
        self.person.setHidden(room < px(LEAST_LINKS))
        self.file.setHidden(room < px(LEAST_LINK))
        is_small = room < px(LEAST_PERSON + LEAST_FILE)
        self.file.least = LEAST_LINK if is_small else LEAST_FILE
        self.person.least = (room - px(self.file.least + GAP)) * 100 // px(100)
        self.person.updateGeometry()
        self._room = room
        self.show_file()

    def show_details(self) -> None:
        """Show who fills in the workbook, and where."""
        shown = summary(self._session.workbook.details, self._words)
        self.person.show_text(
            shown or self._words("Add your name, school and workshop"),
            self._words("Details: {details}", details=shown) if shown else "",
        )
        self.show_file()

    def show_place(self, *, is_on_details: bool) -> None:
        """Mark the way to the details while they are to be seen."""
        self.person.is_here = is_on_details
        self.person.update()

    def show_file(self) -> None:
        """Show the name of the file, and its folder where there is room for it."""
        path = self._session.path
        told = self._words("File: {path}", path=str(path))
        where = self._words("{file} in {folder}", file=path.stem, folder=short_folder(path.parent))
        self.file.show_text(where, told)
        beside = self._room - self.person.sizeHint().width() - px(GAP)
        if self.file.sizeHint().width() > beside:
            self.file.show_text(path.stem, told)
        # nobody wants to hear the whole path each time, and it is told when that is asked for
        self.file.setAccessibleName(self._words("File: {path}", path=where))

    def show_left(self) -> None:
        """Show how many questions wait for an answer."""
        progress = self._session.progress()
        number = progress.total - progress.done
        self.left.setText(
            self._words("What's left: {number}", number=number)
            if number
            else self._words("All answered")
        )


def summary(details: Details, words: Words) -> str:
    """Return the details in one line: who, where, which workshop, when."""
    when = printed_date(details.date, words) if details.date else ""
    workshop = ", ".join(part for part in (details.workshop, when) if part)
    named = details.name or details.organization or details.workshop
    parts = (details.name, details.organization, workshop) if named else ()
    return " · ".join(part for part in parts if part)


def short_folder(folder: Path) -> str:
    """Return a folder by its last two names, as people know it."""
    return str(Path(*folder.parts[-2:])) if len(folder.parts) > 3 else str(folder)  # noqa: PLR2004
