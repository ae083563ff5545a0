"""One step of a scale, to be chosen."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from ladder_desktop.widgets.buttons import ENTER
from ladder_desktop.widgets.directions import paint_text
from ladder_desktop.widgets.painting import border, colour, frame
from ladder_desktop.widgets.scale import px

CIRCLE = 26
ANY_HEIGHT = 100_000
LEFT_TO_RIGHT = Qt.LayoutDirection.LeftToRight
NOT_TYPING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


@dataclass(frozen=True, slots=True)
class ScaleStep:
    """One step of a scale: its number, a short name, and what it means."""

    value: int
    label: str
    meaning: str


class Choice(QRadioButton):
    """One step that can be chosen; choosing it again clears it.

    Signals:
        pointed: the mouse or the focus came or went; says whether it is here.
        moved: an arrow key asks for the neighbour: -1 or 1.
        numbered: a digit asks for the step of that number.
    """

    pointed = Signal()
    moved = Signal(int)
    numbered = Signal(int)

    def __init__(self, step: ScaleStep, question: str, parent: QWidget | None = None) -> None:
        super().__init__(step.label, parent)
        self.step = step
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{question}: {step.value}, {step.label}")
        self.setAccessibleDescription(step.meaning)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        policy.setHorizontalStretch(1)
        self.setSizePolicy(policy)

    def mark(self, *, chosen: bool) -> None:
        """Show whether it is chosen; Qt keeps radio buttons from being cleared."""
        self.setAutoExclusive(False)
        self.setChecked(chosen)
        # screen readers take a button for a radio button as long as it is exclusive
        self.setAutoExclusive(True)

    def hasHeightForWidth(self) -> bool:
        """Tell that the name wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped name."""
        return max(px(56), self._name_area(width).height() + px(24))

    def sizeHint(self) -> QSize:
        """Return the size of the name on one line."""
        return QSize(self._lead() + self.fontMetrics().horizontalAdvance(self.text()), px(56))

    def minimumSizeHint(self) -> QSize:
        """Return the size of the number."""
        return QSize(self._lead() + px(24), px(56))

    def hitButton(self, _place: object) -> bool:  # noqa: N802 - Qt's name
        """Take clicks anywhere."""
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with arrows, choose with digits, Space or Enter."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            ahead = (key == Qt.Key.Key_Right) == (self.layoutDirection() == LEFT_TO_RIGHT)
            self.moved.emit(1 if ahead else -1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key in ENTER:
            self.click()
        elif event.text().isdecimal() and not event.modifiers() & NOT_TYPING:
            self.numbered.emit(int(event.text()))
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Tell that the mouse came."""
        super().enterEvent(event)
        self.pointed.emit()

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that the mouse went."""
        super().leaveEvent(event)
        self.pointed.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the focus came."""
        super().focusInEvent(event)
        self.pointed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the focus went."""
        super().focusOutEvent(event)
        self.pointed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the choice: its border, number and name."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        role = QPalette.ColorRole
        lit = self.isChecked() or self.underMouse()
        painter.setPen(border(self, chosen=self.isChecked()))
        painter.setBrush(colour(self, role.AlternateBase if lit else role.Base))
        painter.drawPath(frame(self, 10))
        self._paint_number(painter)
        painter.setFont(self._name_font())
        painter.setPen(colour(self, role.Text))
        area = self._name_area(self.width())
        area.moveTop((self.height() - area.height()) // 2)
        top = Qt.AlignmentFlag.AlignTop
        paint_text(painter, self._placed(area), self.text(), wraps=True, at=top)

    def _name_font(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Normal)
        return font

    def _lead(self) -> int:
        return px(16 + CIRCLE + 12)

    def _name_area(self, width: int) -> QRect:
        """Return the area of the name, as high as its bold form needs."""
        room = QRect(self._lead(), 0, max(1, width - self._lead() - px(12)), ANY_HEIGHT)
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetrics(bold)
        needed = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap.value, self.text())
        room.setHeight(needed.height())
        return room

    def _placed(self, area: QRect) -> QRect:
        if self.layoutDirection() != LEFT_TO_RIGHT:
            area.moveLeft(self.width() - area.right() - 1)
        return area

    def _paint_number(self, painter: QPainter) -> None:
        role = QPalette.ColorRole
        side = px(CIRCLE)
        circle = self._placed(QRect(px(16), (self.height() - side) // 2, side, side))
        lit = self.isChecked() or self.hasFocus()
        painter.setPen(colour(self, role.Highlight if lit else role.Dark))
        painter.setBrush(colour(self, role.Highlight if self.isChecked() else role.Base))
        painter.drawEllipse(circle)
        font = QFont(self.font())
        font.setPixelSize(px(14))
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(colour(self, role.HighlightedText if self.isChecked() else role.Text))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(self.step.value))
