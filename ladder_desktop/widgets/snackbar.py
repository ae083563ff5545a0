"""A message at the foot of a page that offers to undo."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from ladder_desktop.widgets.announce import announce
from ladder_desktop.widgets.boxes import Line
from ladder_desktop.widgets.scale import px

SHOWN_MS = 10_000
WIDTH = 480
GAP = 18


class Snackbar(QFrame):
    """Lies over the foot of its parent for ten seconds, or for as long as somebody is at it.

    Signals:
        accepted: its button was pressed.
    """

    accepted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = parent
        self.message = QLabel(self)
        self.button = QPushButton(self)
        self._timer = QTimer(self)
        self._build()
        parent.installEventFilter(self)
        self.hide()

    def offer(self, message: str, action: str) -> None:
        """Show a message with a button; a message shown before gives way."""
        self.message.setText(message)
        self.button.setText(action)
        self.button.setAccessibleName(f"{action}: {message}")
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        announce(self, message)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the foot when the parent is resized."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.setWordWrap(True)
        line = Line(self, gap=12, margins=(18, 8, 8, 8))
        line.addWidget(self.message, 1)
        line.addWidget(self.button)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self._on_time_over)
        self.button.clicked.connect(self._on_clicked)

    def _place(self) -> None:
        around = self._page.rect()
        width = min(px(WIDTH), around.width() - 2 * px(GAP))
        height = max(self.heightForWidth(width), self.minimumSizeHint().height())
        left = around.left() + (around.width() - width) // 2
        self.setGeometry(left, around.bottom() - height - px(GAP), width, height)

    def _on_time_over(self) -> None:
        if self.button.hasFocus() or self.underMouse():
            self._timer.start()
        else:
            self.hide()

    def _on_clicked(self) -> None:
        self.hide()
        self.accepted.emit()
