"""Small windows that say or ask one thing, in calm words."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QLayout, QMessageBox, QWidget

from ladder_desktop.errors import LadderError
from ladder_desktop.widgets.scale import px
from ladder_desktop.words import Words


def fit_to_texts(dialog: QDialog, column: QLayout, width: int) -> None:
    """Make a window as wide as told, in px at 100 %, and as high as its wrapped texts need then."""
    # by itself a layout asks for the height of texts wrapped as narrow as can be
    column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
    dialog.setFixedWidth(px(width))
    dialog.resize(px(width), column.totalHeightForWidth(px(width)))


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
