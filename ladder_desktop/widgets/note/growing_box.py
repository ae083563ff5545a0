"""A box for text that grows with it."""

import math
from typing import ClassVar

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import (
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from ladder_desktop.widgets.boxes import Zoomed
from ladder_desktop.widgets.directions import paint_text
from ladder_desktop.widgets.painting import border, colour, frame
from ladder_desktop.widgets.reveal import keep_visible
from ladder_desktop.widgets.scale import px

PADDING = 11
RADIUS = 8
CARET = 1.2


class Foot(QWidget):
    """Something that stands at the foot of a box and takes the width of its text."""

    def height_for(self, width: int) -> int:
        """Return the height at this width."""
        raise NotImplementedError


class GrowingBox(QPlainTextEdit, Zoomed):
    """A box that has the height of its text and leaves scrolling to the page.

    Attributes:
        padding: the space around the text, in px at 100 %.
    """

    padding: ClassVar[int] = PADDING
    _PAGES: ClassVar[dict[QKeySequence.StandardKey, tuple[int, bool]]] = {
        QKeySequence.StandardKey.MoveToPreviousPage: (-1, False),
        QKeySequence.StandardKey.MoveToNextPage: (1, False),
        QKeySequence.StandardKey.SelectPreviousPage: (-1, True),
        QKeySequence.StandardKey.SelectNextPage: (1, True),
    }

    def __init__(
        self, *, placeholder: str = "", lines: int = 2, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._placeholder = placeholder
        self._lines = lines
        self._height = 0
        self._foot: Foot | None = None
        # a text is laid out when the box is given its width, not before
        self._has_width = False
        self._is_measuring = False
        self._dress()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Scroll the page along while text is being selected."""
        super().mouseMoveEvent(event)
        if event.buttons() & Qt.MouseButton.LeftButton:
            keep_visible(self, self._caret())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: the box has nothing to scroll."""
        event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height that the text needs at this width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width() or not self._has_width:
            self._has_width = True
            self._grow()

    def fit_zoom(self) -> None:
        """Follow the zoom with the space around the text."""
        self.document().setDocumentMargin(px(self.padding))
        self.setCursorWidth(px(CARET))
        self._grow()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, then the text."""
        self._paint_box(event.rect())
        self._align(event.rect())
        if self._placeholder and self.document().isEmpty() and not self._foot:
            self._paint_placeholder()
        super().paintEvent(event)

    def _dress(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # asked for the viewport that Qt made, PySide gets every kind of widget ready to find out
        # which one it is: that takes longer than opening the rest of a window
        surface = QWidget(self)
        surface.setCursor(Qt.CursorShape.IBeamCursor)
        surface.setAcceptDrops(True)
        self.document().documentLayout().setPaintDevice(surface)  # measures letters for it
        self.setViewport(surface)
        self.document().setDocumentMargin(px(self.padding))
        self.setCursorWidth(px(CARET))
        self.document().documentLayout().documentSizeChanged.connect(self._grow)

    def _grow(self) -> None:
        """Take the height of the text, at least that of the first lines."""
        # measuring lays paragraphs out, each of which tells that the size changed
        if self._is_measuring:
            return
        self._is_measuring = True
        wanted = self._measured()
        self._is_measuring = False
        if wanted != self._height:
            self._height = wanted
            self.setFixedHeight(wanted)

    def _measured(self) -> int:
        margin = self.document().documentMargin()
        # what stands at the foot belongs to the text, and follows it at once
        lines = 1 if self._foot else self._lines
        height = lines * self.fontMetrics().lineSpacing() + 2 * margin
        if self._has_width:
            height = max(height, self._text_height() + margin)
        wanted = math.ceil(height) + 2
        return wanted + self._foot_height(wanted) if self._foot else wanted

    def set_foot(self, foot: "Foot | None") -> None:
        """Keep room for something at the foot of the box, below the text; None gives it back."""
        self._foot = foot
        self._grow()

    def _foot_height(self, top: int) -> int:
        """Put what stands at the foot in its place; return the room that it takes."""
        if not (self._foot and self._has_width):
            return 0
        margin = math.ceil(self.document().documentMargin())
        width = max(self.width() - 2 * margin, 1)
        height = self._foot.height_for(width)
        self._foot.setGeometry(margin, top - 1, width, height)
        return height + margin

    def _text_height(self) -> float:
        """Return the height of all paragraphs and of the margin under them."""
        if self.contentOffset().y() < self.document().documentMargin():
            # Qt scrolled to the caret before the box had grown
            self.verticalScrollBar().setValue(0)
        bottom = self.blockBoundingGeometry(self.document().lastBlock()).bottom()
        # that is quick, but Qt gives up measuring after two heights of the box
        return bottom if bottom <= 2 * self.height() else self._whole_height()

    def _whole_height(self) -> float:
        layout = self.document().documentLayout()
        block, height = self.document().firstBlock(), 0.0
        while block.isValid():
            height += layout.blockBoundingRect(block).height()
            block = block.next()
        return height

    def _settle(self) -> None:
        """Bring the caret into view once the page knows the new height."""
        keep_visible(self, self._caret())

    def _caret(self) -> QRect:
        return self.cursorRect().translated(self.viewport().pos())

    def _moved_by_page(self, event: QKeyEvent) -> bool:
        for keys, (direction, selects) in self._PAGES.items():
            if event.matches(keys):
                self._move_by_page(direction, selects=selects)
                return True
        return False

    def _move_by_page(self, direction: int, *, selects: bool) -> None:
        mode = QTextCursor.MoveMode.KeepAnchor if selects else QTextCursor.MoveMode.MoveAnchor
        there = self.cursorRect().center()
        there.setY(there.y() + direction * self._page_height())
        cursor = self.textCursor()
        cursor.setPosition(self.cursorForPosition(there).position(), mode)
        self.setTextCursor(cursor)
        self._settle()

    def _page_height(self) -> int:
        return max(self.visibleRegion().boundingRect().height(), self.fontMetrics().height())

    def _align(self, dirty: QRect) -> None:
        """Set what is read from right to left against the right, each paragraph by itself.

        The layout of a plain text has one alignment for all; a paragraph's own holds until it is
        laid out anew, and every new layout is painted.
        """
        block = self.cursorForPosition(dirty.topLeft()).block()
        layout = self.document().documentLayout()
        # asked for each paragraph's place, Qt would add up the heights of all before it each time
        bottom = self.blockBoundingGeometry(block).top()
        while block.isValid() and bottom <= dirty.bottom():
            if block.textDirection() == Qt.LayoutDirection.RightToLeft:
                option = block.layout().textOption()
                option.setAlignment(Qt.AlignmentFlag.AlignRight)
                block.layout().setTextOption(option)
            bottom += layout.blockBoundingRect(block).height()
            block = block.next()

    def _paint_placeholder(self) -> None:
        """Paint the hint; Qt's own would touch the border where people read from the right."""
        if self.document().firstBlock().layout().preeditAreaText():
            return
        painter = QPainter(self.viewport())
        painter.setPen(colour(self, QPalette.ColorRole.PlaceholderText))
        margin = round(self.document().documentMargin())
        area = self.rect().adjusted(margin, margin, -margin, -margin)
        top = Qt.AlignmentFlag.AlignTop
        paint_text(painter, area, self._placeholder, wraps=True, at=top)

    def _paint_box(self, dirty: QRect) -> None:
        """Paint the surface and the border: 2 px of accent with the focus."""
        painter = QPainter(self.viewport())
        corner = px(RADIUS)
        if self.rect().adjusted(corner, corner, -corner, -corner).contains(dirty):
            painter.fillRect(dirty, colour(self, QPalette.ColorRole.Base))
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(colour(self, QPalette.ColorRole.Base))
        painter.setPen(border(self))
        painter.drawPath(frame(self, RADIUS))
