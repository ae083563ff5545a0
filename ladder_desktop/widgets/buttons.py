"""Buttons of three weights; a plain `QPushButton` is the middle one."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton, QSizePolicy, QWidget

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PrimaryButton(QPushButton):
    """What most people want to do here: filled with the accent. At most one a screen."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)


class QuietButton(QPushButton):
    """A small thing beside something larger: no border until it is pointed at or has focus."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)


def press_by_enter(event: QKeyEvent, window: QWidget) -> bool:
    """Press the button that has the focus in a window, if that is asked; tell whether it is.

    Some desktops do so themselves, others know the space bar only, and dialogs would press the
    button that is meant for most people, though another one has the focus.
    """
    button = window.focusWidget()
    return isinstance(button, QAbstractButton) and click_by_enter(event, button)


def click_by_enter(event: QKeyEvent, button: QAbstractButton) -> bool:
    """Click a button that by itself knows the space bar only, if Enter asks so; tell whether."""
    if event.key() not in ENTER:
        return False
    if not event.isAutoRepeat():
        button.click()
    return True


class LongButton(QPushButton):
    """A button whose text goes on in a next line where there is no room for it in one."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._whole = text
        self._widths: dict[str, int] = {}  # asked for at every step of a resizing
        # narrower than its text, if that must be
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the width of the whole text, and the height that it has now."""
        return QSize(self._width(self._whole), super().sizeHint().height())

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Say something else."""
        self._whole = text
        super().setText(text)
        if self.isVisible():
            self._break()

    def minimumSizeHint(self) -> QSize:
        """Return the width of the longest word."""
        widest = max((self._width(word) for word in self._whole.split()), default=0)
        return QSize(widest, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the text for the new width."""
        super().resizeEvent(event)
        self._break()

    def _break(self) -> None:
        lines: list[str] = []
        for word in self._whole.split(" "):
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self._width(longer) <= self.width():
                lines[-1] = longer
            else:
                lines.append(word)
        if (text := "\n".join(lines)) != self.text():
            super().setText(text)
            self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew in other letters."""
        super().changeEvent(event)
        self._widths.clear()

    def _width(self, text: str) -> int:
        if text not in self._widths:
            around = super().sizeHint().width() - self._advance(self.text())
            self._widths[text] = self._advance(text) + around
        return self._widths[text]

    def _advance(self, text: str) -> int:
        return self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic.value, text).width()
