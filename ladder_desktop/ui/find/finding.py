"""Finds a text on a page, in its questions and answers, and shows where."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QTextCursor
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QWidget

from ladder_desktop.ui.pages import Page
from ladder_desktop.widgets.fold import Fold
from ladder_desktop.widgets.grid.grid_view import GridView
from ladder_desktop.widgets.reveal import keep_visible
from ladder_desktop.widgets.scale import px
from ladder_desktop.workbook.matching import places

DETAILS = -1  # the page with the details, among the numbers of sections


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where a text was found.

    Attributes:
        section: the index of its section, or `DETAILS`.
        control: what shows it.
        start: where it begins, in UTF-16 units, as Qt counts.
        length: how long it is, in the same units.
        cell: row and column of a table, from 0.
    """

    section: int
    control: QWidget
    start: int
    length: int
    cell: tuple[int, int] = (0, 0)


def hits_on(page: Page, section: int, wanted: str) -> list[Hit]:
    """Return every place on a page, from top to bottom; capitals and accents are as others."""
    found = []
    for control in _texts(page):
        if isinstance(control, GridView):
            cells = control.cells_with(wanted)
            found += [Hit(section, control, 0, 0, (row, column)) for row, column in cells]
            continue
        text = _text_of(control)
        for start, end in places(text, wanted):
            found.append(Hit(section, control, _units(text[:start]), _units(text[start:end])))
    return found


def show_hit(page: Page, hit: Hit) -> "Frame | None":
    """Unfold and scroll to a place, and mark it, without taking the focus.

    Returns:
        The line around a question; an answer is marked like any chosen text.
    """
    around = hit.control.parentWidget()
    while around is not None and around is not page:
        if isinstance(around, Fold):
            around.set_open(True)
        around = around.parentWidget()
    match hit.control:
        case QPlainTextEdit() as box:
            cursor = box.textCursor()
            cursor.setPosition(hit.start)
            cursor.setPosition(hit.start + hit.length, QTextCursor.MoveMode.KeepAnchor)
            box.setTextCursor(cursor)
            keep_visible(box, box.cursorRect())
        case QLineEdit() as line:
            line.setSelection(hit.start, hit.length)
            keep_visible(line, line.rect())
        case GridView() as table:
            row, column = hit.cell
            table.choose(QRect(column, row, 1, 1))
            keep_visible(table.viewport(), table.shown_at(row, column))
        case label:
            keep_visible(label, label.rect())
            return Frame(label, page.reading)
    return None


def hide_hit(hit: Hit) -> None:
    """Take the mark off a place again."""
    match hit.control:
        case QPlainTextEdit() as box:
            cursor = box.textCursor()
            cursor.clearSelection()
            box.setTextCursor(cursor)
        case QLineEdit() as line:
            line.deselect()
        case GridView() as table:
            table.clearSelection()


class Frame(QWidget):
    """A line around a question that was found, until another place is shown."""

    def __init__(self, control: QWidget, around: QWidget) -> None:
        super().__init__(around)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        inside = control.contentsRect()  # without what a wide table beside it takes
        place = QRect(control.mapTo(around, inside.topLeft()), inside.size())
        self.setGeometry(place.adjusted(-px(5), -px(4), px(5), px(4)))
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), px(2)))
        inside = QRect(self.rect()).adjusted(1, 1, -2, -2)
        painter.drawRoundedRect(inside, px(6), px(6))


def _texts(page: Page) -> list[QWidget]:
    """Return everything on a page that shows a text to search, from top to bottom."""
    found = []
    waiting: list[QWidget] = [page.reading]
    while waiting:
        control = waiting.pop()
        if isinstance(control, QPlainTextEdit | QLineEdit | QLabel | GridView):
            found.append(control)
        else:
            inner = [child for child in control.children() if isinstance(child, QWidget)]
            waiting += reversed([child for child in inner if not child.isWindow()])
    return [control for control in found if not control.isHidden()]


def _text_of(control: QWidget) -> str:
    match control:
        case QPlainTextEdit():
            return control.toPlainText()
        case QLineEdit() | QLabel():
            return control.text()
    return ""


def _units(text: str) -> int:
    """Return the length of a text in UTF-16 units."""
    return len(text) + sum(letter > "\uffff" for letter in text)
