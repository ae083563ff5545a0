"""Small windows that say or ask one thing, in calm words."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QDialog, QFrame, QLayout, QMessageBox, QScrollArea, QWidget

from ladder_desktop.errors import LadderError
from ladder_desktop.ui.pages import Around
from ladder_desktop.widgets.boxes import Column
from ladder_desktop.widgets.scale import px
from ladder_desktop.words import Words

NEARLY = 0.94  # of the screen
LEAST = 160  # px at 100 %


class WholeWindow(QScrollArea):
    """The page that a whole window is on."""


class Inner(QScrollArea):
    """A part that scrolls by itself: asks for a few rows only, or else the whole window would."""

    def sizeHint(self) -> QSize:
        """Return the room for a few rows; a layout gives more where there is more."""
        return QSize(super().sizeHint().width(), px(LEAST))

    def minimumSizeHint(self) -> QSize:
        """Return the same height."""
        return QSize(px(LEAST), px(LEAST))


def room_on_screen(window: QWidget) -> QSize:
    """Return the largest size that a window may have on its screen."""
    return window.screen().availableSize() * NEARLY


def keep_on_screen(window: QDialog, width: int, height: int) -> None:
    """Give a window its size, in px at 100 %, as far as the screen has it; the rest scrolls."""
    _let_scroll(window)
    room = room_on_screen(window)
    window.resize(min(px(width), room.width()), min(px(height), room.height()))


def fit_to_texts(window: QDialog, column: QLayout, width: int) -> None:
    """Make a window as wide as told, in px at 100 %, and as high as its wrapped texts need then.

    What the screen has no room for scrolls.
    """
    area = _let_scroll(window)
    room = room_on_screen(window)
    window.setFixedWidth(min(px(width), room.width()))
    # a bar that a smaller size had would take width, so that lines wrap, and it would stay
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    window.resize(window.width(), min(column.totalHeightForWidth(window.width()), room.height()))
    as_needed = Qt.ScrollBarPolicy.ScrollBarAsNeeded
    QTimer.singleShot(0, area, lambda: area.setVerticalScrollBarPolicy(as_needed))


def _let_scroll(window: QDialog) -> WholeWindow:
    """Put everything in a window into a page, once; return the page."""
    former = window.findChild(WholeWindow)
    if isinstance(former, WholeWindow):
        return former
    inside = Around()
    if column := window.layout():
        inside.setLayout(column)  # which takes the widgets along
        # by itself a layout asks for the height of texts wrapped as narrow as can be
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
    area = WholeWindow()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    around = Column(window, gap=0)
    around.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
    around.addWidget(area)
    return area


def say_error(parent: QWidget | None, error: LadderError, words: Words) -> None:
    """Say what can't be done, and why, without stopping the program behind."""
    box = QMessageBox(parent)
    box.setWindowTitle(words("Ladder Desktop"))
    box.setText(error.worded(words))
    box.addButton(words("OK"), QMessageBox.ButtonRole.AcceptRole)
    box.open()


def ask(parent: QWidget | None, text: str, detail: str, answers: Sequence[str]) -> int:
    """Ask a question and wait; return the number of the answer, the last one for Escape."""
    box = QMessageBox(parent)
    box.setWindowTitle(parent.window().windowTitle() if parent else "")
    box.setText(text)
    box.setInformativeText(detail)
    roles = [QMessageBox.ButtonRole.AcceptRole] * (len(answers) - 1)
    roles.append(QMessageBox.ButtonRole.RejectRole)
    buttons = [box.addButton(answer, role) for answer, role in zip(answers, roles, strict=True)]
    box.setDefaultButton(buttons[0])
    box.setEscapeButton(buttons[-1])
    box.exec()
    chosen = (number for number, button in enumerate(buttons) if button is box.clickedButton())
    return next(chosen, len(buttons) - 1)
