"""What changed in one answer, as a stop that keys come to."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ladder_desktop.ui.marked_text import MarkedText
from ladder_desktop.widgets.boxes import Zoomed
from ladder_desktop.widgets.painting import focus_ring
from ladder_desktop.widgets.scale import px
from ladder_desktop.words import Words

ASIDE, ABOVE = 6, 4  # px at 100 % between the text and the frame that tells of the focus
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class ChangedText(MarkedText, Zoomed):
    """A change to read; the arrow keys lead to the next one, Tab past all of them.

    Signals:
        turned: another change is wanted; carries by how many.
    """

    turned = Signal(int)

    def __init__(self, words: Words, *, is_first: bool, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        focus = Qt.FocusPolicy
        self.setFocusPolicy(focus.StrongFocus if is_first else focus.ClickFocus)
        self.fit_zoom()

    def fit_zoom(self) -> None:
        """Follow the zoom."""
        self.setContentsMargins(px(ASIDE), px(ABOVE), px(ASIDE), px(ABOVE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead on with the arrow keys; leave other keys to what is around it."""
        step = STEPS.get(Qt.Key(event.key()))
        if step:
            self.turned.emit(step)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show that it has the focus."""
        super().paintEvent(event)
        focus_ring(self, QPainter(self))
