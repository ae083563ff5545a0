"""Parts that fold away under a heading with counts."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ladder_desktop.widgets.announce import announce
from ladder_desktop.widgets.boxes import Column
from ladder_desktop.widgets.buttons import click_by_enter
from ladder_desktop.widgets.directions import paint_text
from ladder_desktop.widgets.painting import chevron, colour, focus_ring
from ladder_desktop.widgets.scale import px
from ladder_desktop.words import Words


class FoldHeading(QAbstractButton):
    """The heading that opens and closes a fold, by mouse, Space or Enter.

    It is a button that says whether it is open: screen readers would take a button that can be
    checked for a box to tick.

    Attributes:
        counts: a muted remark after the title, such as "5 questions, 2 notes".
        is_open: whether the fold is open.

    Signals:
        switched: it was opened or closed; says which.
    """

    switched = Signal(bool)

    def __init__(self, title: str, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.counts = ""
        self.is_open = False
        self.setText(title)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(title)
        self._describe()
        self.clicked.connect(self._on_clicked)

    def set_open(self, is_open: bool) -> None:  # noqa: FBT001 - a state, like Qt's own setters
        """Show that the fold is open, or closed."""
        if is_open != self.is_open:
            self.is_open = is_open
            self._describe()
            self.update()
            self.switched.emit(is_open)

    def set_counts(self, counts: str) -> None:
        """Show what is inside."""
        if counts != self.counts:
            self.counts = counts
            self._describe()
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Return the size of title and counts on one line."""
        text = f"{self.text()} · {self.counts}" if self.counts else self.text()
        width = QFontMetrics(self._title_font()).horizontalAdvance(text) + self._lead() + px(12)
        return QSize(width, max(px(32), self.fontMetrics().lineSpacing() + px(12)))

    def minimumSizeHint(self) -> QSize:
        """Return the least size: the counts may be cut short, the height may not."""
        return QSize(px(120), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open and close with Enter as well as with Space."""
        if not click_by_enter(event, self):
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint arrow, title and counts."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_arrow(painter)
        self._paint_text(painter)
        width = min(self.width(), self.sizeHint().width())
        focus_ring(self, painter, self._placed(QRect(0, 0, width, self.height())))

    def _on_clicked(self) -> None:
        self.set_open(not self.is_open)
        announce(self, self.accessibleDescription())

    def _describe(self) -> None:
        words, counts = self._words, self.counts
        if self.is_open:
            said = words("unfolded: {counts}", counts=counts) if counts else words("unfolded")
        else:
            said = words("folded: {counts}", counts=counts) if counts else words("folded")
        self.setAccessibleDescription(said)

    def _title_font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(px(14))
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _lead(self) -> int:
        return px(24)

    def _mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _placed(self, area: QRect) -> QRect:
        """Mirror an area where people read from right to left."""
        if self._mirrored():
            area.moveLeft(self.width() - area.right() - 1)
        return area

    def _paint_arrow(self, painter: QPainter) -> None:
        side = px(20)
        area = self._placed(QRect(0, (self.height() - side) // 2, side, side))
        pen = QPen(colour(self, QPalette.ColorRole.Highlight), px(2))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        chevron(painter, area, pen, is_open=self.is_open, mirrored=self._mirrored())

    def _paint_text(self, painter: QPainter) -> None:
        font = self._title_font()
        font.setUnderline(self.underMouse())
        painter.setFont(font)
        painter.setPen(colour(self, QPalette.ColorRole.Highlight))
        width = QFontMetrics(font).horizontalAdvance(self.text())
        area = QRect(self._lead(), 0, width + 1, self.height())
        start = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        paint_text(painter, self._placed(area), self.text())
        if self.counts:
            font.setWeight(QFont.Weight.Normal)
            font.setUnderline(False)
            painter.setFont(font)
            painter.setPen(colour(self, QPalette.ColorRole.PlaceholderText))
            left = self._lead() + width + px(8)
            room = QRect(left, 0, self.width() - left - px(4), self.height())
            counts = painter.fontMetrics().elidedText(
                self.counts, Qt.TextElideMode.ElideRight, room.width()
            )
            painter.drawText(self._placed(room), start, counts)


class Fold(QWidget):
    """A heading, and a body that it opens and closes.

    Attributes:
        heading: what is clicked.
        body: what folds away.
        column: where the parts of the body go.

    Args:
        question: what the parts belong to, for the name that is read out.

    Signals:
        opened: it was opened or closed; says which.
    """

    opened = Signal(bool)

    def __init__(
        self, title: str, words: Words, parent: QWidget | None = None, *, question: str = ""
    ) -> None:
        super().__init__(parent)
        self.heading = FoldHeading(title, words, self)
        if question:
            self.heading.setAccessibleName(f"{question}: {title}")
        self.body = QWidget(self)
        self.column = Column(self.body, gap=12, margins=(0, 4, 0, 8))
        around = Column(self, gap=0)
        around.addWidget(self.heading)
        around.addWidget(self.body)
        self.body.hide()
        self.heading.switched.connect(self._on_switched)

    def is_open(self) -> bool:
        """Tell whether the body is shown."""
        return self.heading.is_open

    def set_open(self, is_open: bool) -> None:  # noqa: FBT001 - a state, like Qt's own setters
        """Show or hide the body."""
        self.heading.set_open(is_open)

    def set_foldable(self, is_foldable: bool) -> None:  # noqa: FBT001 - a state
        """Show the heading, or keep the fold open without one."""
        self.heading.setVisible(is_foldable)
        if not is_foldable:
            self.set_open(True)

    def set_counts(self, counts: str) -> None:
        """Say in the heading what is inside."""
        self.heading.set_counts(counts)

    def _on_switched(self, is_open: bool) -> None:  # noqa: FBT001 - what the signal carries
        self.body.setVisible(is_open)
        self.opened.emit(is_open)
