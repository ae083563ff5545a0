"""A rating: labelled choices, with the meaning of each at hand."""

from PySide6.QtCore import QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from ladder_desktop.widgets.announce import announce
from ladder_desktop.widgets.boxes import Column, Line, Zoomed
from ladder_desktop.widgets.choice import Choice, ScaleStep
from ladder_desktop.widgets.directions import paint_text
from ladder_desktop.widgets.painting import colour
from ladder_desktop.widgets.scale import px
from ladder_desktop.words import Words

CHOICE = 160  # px at 100 % that each needs to stand beside the others
ANY_HEIGHT = 100_000


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
        paint_text(painter, self.rect(), self._text, wraps=True, at=Qt.AlignmentFlag.AlignTop)

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(px(14))
        return font

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self._font())


class RatingPicker(QWidget, Zoomed):
    """Equal choices, two to six; arrows move, digits choose, choosing again clears.

    Signals:
        chosen: a person chose: the value before and the new one, which is None when the same was
            chosen again.
    """

    chosen = Signal(object, object)

    def __init__(
        self,
        words: Words,
        question: str,
        steps: tuple[ScaleStep, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words = words
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
        self._beside.setDirection(down if self.width() < px(CHOICE) * len(self.choices) else across)

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
        self._tell(value)

    def _tell(self, value: int) -> None:
        """Say what was chosen, or taken back: a choice that is cleared says nothing of itself."""
        label = next(one.step.label for one in self.choices if one.step.value == value)
        if self._value is None:
            announce(self, self._words("{number}, {label}: taken back", number=value, label=label))
        else:
            announce(self, self._words("{number}, {label}: chosen", number=value, label=label))

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
