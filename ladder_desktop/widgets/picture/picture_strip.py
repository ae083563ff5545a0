"""The pictures of a note, small, below its text."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QImage,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget

from ladder_desktop.widgets.boxes import clear
from ladder_desktop.widgets.buttons import ENTER
from ladder_desktop.widgets.note.growing_box import Foot
from ladder_desktop.widgets.painting import RING_RADIUS, border, colour, frame
from ladder_desktop.widgets.picture.picture_shelf import SMALL, PictureShelf
from ladder_desktop.widgets.scale import px
from ladder_desktop.words import Words

WIDTH, HEIGHT = 132, 96  # px at 100 %
GAP, INSET = 8, 3
READ_AT = QSize(SMALL, SMALL * 3 // 4)  # sharp at 300 %
Shown = tuple[str, str]  # description and id


class PictureThumb(QAbstractButton):
    """One picture, small; Enter or a click opens it large, Delete takes it out.

    Signals:
        wanted: what is asked for: "open", "describe", "save" or "remove".
    """

    wanted = Signal(str)

    def __init__(self, shown: Shown, words: Words, question: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self.description, self.identity = shown
        self.image = QImage()
        self._is_asked = False
        self._is_lost = False
        self.setToolTip(self._said())
        self.set_question(question)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(lambda: self.wanted.emit("open"))

    def set_question(self, question: str) -> None:
        """Be read out with the question that the note answers."""
        name = self._words(
            "{question}: picture: {description}", question=question, description=self._said()
        )
        if name != self.accessibleName():
            self.setAccessibleName(name)

    def _said(self) -> str:
        return self.description or self._words("Picture without a description")

    def show_image(self, image: QImage) -> None:
        """Show the picture; a null one says that there is none."""
        self.image, self._is_lost = image, image.isNull()
        self.update()

    def ask(self, shelf: PictureShelf | None) -> None:
        """Ask for the image, once."""
        if shelf and not self._is_asked:
            self._is_asked = True
            shelf.show_image(self.identity, READ_AT, self.show_image, self)

    def sizeHint(self) -> QSize:
        """Return the same size for all, so that they stand in rows."""
        return QSize(px(WIDTH), px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture into its frame, or what is known of it."""
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        inside = self.rect().adjusted(px(INSET), px(INSET), -px(INSET), -px(INSET))
        clip = QPainterPath()
        clip.addRoundedRect(inside, px(RING_RADIUS) - 2, px(RING_RADIUS) - 2)
        painter.fillPath(clip, colour(self, QPalette.ColorRole.AlternateBase))
        if self.image.isNull():
            self._paint_words(painter, inside)
        else:
            painter.setClipPath(clip)
            painter.drawImage(inside, self.image, _middle(self.image, inside))
            painter.setClipping(False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(border(self))
        painter.drawPath(frame(self, RING_RADIUS))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter, take out with Delete; all else is the note's."""
        if event.key() in ENTER:
            self.wanted.emit("open")
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.wanted.emit("remove")
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._step(event.key() == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with it."""
        words, menu = self._words, QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        names = {"open": words("&Open large"), "save": words("&Save the picture as…")}
        strip = self.parent()
        if isinstance(strip, PictureStrip) and strip.can_change():
            names |= {"describe": words("&Change the description…"), "remove": words("&Remove")}
        for wish, name in names.items():
            menu.addAction(name).triggered.connect(
                lambda _checked=False, wish=wish: self.wanted.emit(wish)
            )
        is_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        menu.popup(self.mapToGlobal(self.rect().center()) if is_key else event.globalPos())

    def _step(self, onward: bool) -> None:  # noqa: FBT001 - a direction
        strip = self.parent()
        if isinstance(strip, PictureStrip):
            to_right = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
            strip.focus_beside(self, 1 if onward == to_right else -1)

    def _paint_words(self, painter: QPainter, area: QRect) -> None:
        """Say what it shows, or that it is not there."""
        words = self._words
        said = words("This picture can't be shown") if self._is_lost else self.description
        painter.setPen(colour(self, QPalette.ColorRole.PlaceholderText))
        gap = px(6)
        flags = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignCenter.value
        painter.drawText(area.adjusted(gap, gap, -gap, -gap), flags, said)


class PictureStrip(Foot):
    """All pictures of a note, in rows.

    Attributes:
        thumbs: the pictures, in their order.

    Signals:
        wanted: the number of a picture, and what is asked for, as `PictureThumb` says it.
    """

    wanted = Signal(int, str)

    def __init__(
        self,
        words: Words,
        question: Callable[[], str],
        shelf: Callable[[], PictureShelf | None],
        can_change: Callable[[], bool],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._words = words
        self._question = question
        self._shelf = shelf
        self.can_change = can_change
        self.thumbs: list[PictureThumb] = []

    def show_pictures(self, shown: Sequence[Shown], after: QWidget) -> None:
        """Show these pictures; Tab goes through them behind the control `after`.

        Where a picture goes that has the focus, the next one has it then, or `after` itself.
        """
        former, before, window = self.thumbs, after, self.window()
        focused = next((at for at, one in enumerate(former) if one is window.focusWidget()), None)
        self.thumbs = [PictureThumb(one, self._words, self._question(), self) for one in shown]
        for number, thumb in enumerate(self.thumbs):
            thumb.wanted.connect(lambda wish, number=number: self.wanted.emit(number, wish))
            QWidget.setTabOrder(before, thumb)
            before = thumb
            thumb.show()
        self._arrange(self.width())
        if focused is not None:  # before its picture goes: it would wander over the window first
            heir = self.thumbs[min(focused, len(shown) - 1)] if shown else after
            heir.setFocus(Qt.FocusReason.OtherFocusReason)
        clear(former)

    def height_for(self, width: int) -> int:
        """Return the height of all rows at this width."""
        rows = -(-len(self.thumbs) // self._columns(width))
        return max(rows * (px(HEIGHT) + px(GAP)) - px(GAP), 0)

    def resizeEvent(self, event: object) -> None:  # noqa: ARG002 - the width is known
        """Set the pictures in rows of the new width."""
        self._arrange(self.width())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ask for the images of what comes into sight."""
        super().paintEvent(event)
        question = self._question()  # a row of a table may have another number by now
        for thumb in self.thumbs:
            thumb.set_question(question)
            if thumb.geometry().intersects(event.rect()):
                thumb.ask(self._shelf())

    def focus_beside(self, thumb: PictureThumb, by: int) -> None:
        """Give the focus to the next picture, or the one before."""
        there = self.thumbs.index(thumb) + by
        if 0 <= there < len(self.thumbs):
            self.thumbs[there].setFocus(Qt.FocusReason.OtherFocusReason)

    def _columns(self, width: int) -> int:
        return max((width + px(GAP)) // (px(WIDTH) + px(GAP)), 1)

    def _arrange(self, width: int) -> None:
        columns = self._columns(width)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        wide = min(px(WIDTH), width)
        for number, thumb in enumerate(self.thumbs):
            row, column = divmod(number, columns)
            left = column * (px(WIDTH) + px(GAP))
            left = width - left - wide if mirrored else left
            place = QPoint(left, row * (px(HEIGHT) + px(GAP)))
            thumb.setGeometry(QRect(place, QSize(wide, px(HEIGHT))))


def _middle(image: QImage, area: QRect) -> QRect:
    """Return the part of an image that fills an area of this shape, from its middle."""
    size = area.size().scaled(image.size(), Qt.AspectRatioMode.KeepAspectRatio)
    part = QRect(QPoint(0, 0), size)
    part.moveCenter(image.rect().center())
    return part
