"""A rating: three labelled choices, with the meaning of each at hand."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
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
from PySide6.QtWidgets import QBoxLayout, QRadioButton, QSizePolicy, QWidget

from ladder_desktop.widgets.boxes import Column, Line, Zoomed
from ladder_desktop.widgets.painting import border, colour, frame
from ladder_desktop.widgets.scale import px
from ladder_desktop.words import Words

CIRCLE = 26
NARROW = 480
LEFT_TO_RIGHT = Qt.LayoutDirection.LeftToRight
NOT_TYPING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
ANY_HEIGHT = 100_000


@dataclass(frozen=True, slots=True)
class Step:
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

    def __init__(self, step: Step, question: str, parent: QWidget | None = None) -> None:
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
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
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
        flags = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignLeading.value
        area = self._name_area(self.width())
        area.moveTop((self.height() - area.height()) // 2)
        painter.drawText(self._placed(area), flags, self.text())

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


class Meaning(QWidget):
    """The meaning of one step, in a room that is high enough for each of them.

    Attributes:
        texts: every text it may have to show.
    """

    def __init__(self, texts: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.texts = texts
        self._text = ""
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_text(self, text: str) -> None:
        """Show one of the texts."""
        self._text = text
        self.update()

    def text(self) -> str:
        """Return what is shown."""
        return self._text

    def hasHeightForWidth(self) -> bool:
        """Tell that the text wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the tallest text, so that nothing below ever jumps."""
        room = QRect(0, 0, width, ANY_HEIGHT)
        metrics, wrap = self._metrics(), Qt.TextFlag.TextWordWrap.value
        return max(metrics.boundingRect(room, wrap, text).height() for text in self.texts)

    def sizeHint(self) -> QSize:
        """Return a usual size."""
        return QSize(px(480), self.heightForWidth(px(480)))

    def minimumSizeHint(self) -> QSize:
        """Return the least size: one line."""
        return QSize(px(80), self._metrics().lineSpacing())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the text."""
        painter = QPainter(self)
        painter.setFont(self._font())
        painter.setPen(colour(self, QPalette.ColorRole.PlaceholderText))
        flags = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignLeading.value
        painter.drawText(self.rect(), flags, self._text)

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(px(14))
        return font

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self._font())


class RatingPicker(QWidget, Zoomed):
    """Three equal choices; arrows move, digits choose, choosing again clears.

    Signals:
        chosen: a person chose: the value before and the new one, which is None when the same was
            chosen again.
    """

    chosen = Signal(object, object)

    def __init__(
        self, words: Words, question: str, steps: tuple[Step, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._value: int | None = None
        self._hint = words("Not rated yet. Point at a level to read what it means.")
        self.choices = tuple(Choice(step, question, self) for step in steps)
        self.meaning = Meaning((self._hint, *(step.meaning for step in steps)), self)
        self._beside = Line(gap=12)
        self.setAccessibleName(question)
        self._build()
        self.set_value(None)

    def value(self) -> int | None:
        """Return the chosen step's value."""
        return self._value

    def set_value(self, value: int | None) -> None:
        """Show a rating without a signal."""
        self._value = value
        for choice in self.choices:
            choice.mark(chosen=choice.step.value == value)
        self._keep_one_tab_stop()
        self._show_meaning()

    def entry(self) -> Choice:
        """Return the chosen step, or the first."""
        return next((choice for choice in self.choices if choice.isChecked()), self.choices[0])

    def resizeEvent(self, _event: object) -> None:
        """Arrange the choices for the new width."""
        self.fit_zoom()

    def fit_zoom(self) -> None:
        """Stack the choices where they would be too narrow side by side."""
        across = QBoxLayout.Direction.LeftToRight
        down = QBoxLayout.Direction.TopToBottom
        self._beside.setDirection(down if self.width() < px(NARROW) else across)

    def _build(self) -> None:
        column = Column(self, gap=8)
        column.addLayout(self._beside)
        column.addWidget(self.meaning)
        for choice in self.choices:
            self._beside.addWidget(choice, 1)
            choice.clicked.connect(self._on_clicked)
            choice.pointed.connect(self._show_meaning)
            choice.moved.connect(self._on_moved)
            choice.numbered.connect(self._on_numbered)

    def _keep_one_tab_stop(self) -> None:
        """Let Tab come to the group once, as with any radio buttons."""
        entry = self.entry()
        self.setFocusProxy(entry)
        for choice in self.choices:
            tab = choice is entry or choice.hasFocus()
            choice.setFocusPolicy(Qt.FocusPolicy.StrongFocus if tab else Qt.FocusPolicy.ClickFocus)

    def _show_meaning(self) -> None:
        """Show the meaning of what is pointed at, else of what has the focus or is chosen."""
        shown = [choice for choice in self.choices if choice.underMouse()]
        shown += [choice for choice in self.choices if choice.hasFocus()]
        shown += [choice for choice in self.choices if choice.isChecked()]
        self.meaning.show_text(shown[0].step.meaning if shown else self._hint)

    def _choose(self, value: int) -> None:
        before = self._value
        self.set_value(None if value == before else value)
        self.chosen.emit(before, self._value)

    def _on_clicked(self) -> None:
        sender: QObject = self.sender()
        if isinstance(sender, Choice):
            self._choose(sender.step.value)

    def _on_moved(self, step: int) -> None:
        places = [place for place, choice in enumerate(self.choices) if choice.hasFocus()]
        if places:
            self.choices[(places[0] + step) % len(self.choices)].setFocus(
                Qt.FocusReason.TabFocusReason
            )
            self._keep_one_tab_stop()

    def _on_numbered(self, number: int) -> None:
        for choice in self.choices:
            if choice.step.value == number:
                choice.setFocus(Qt.FocusReason.TabFocusReason)
                self._choose(number)
