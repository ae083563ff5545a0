"""Layouts whose gaps and margins follow the zoom."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from ladder_desktop.widgets.scale import zoom

Shown = TypeVar("Shown", bound=QWidget)
Margins = tuple[int, int, int, int]
NO_MARGINS: Margins = (0, 0, 0, 0)


class Column(QVBoxLayout):
    """Things above each other.

    Attributes:
        gap: the space between them, in px at 100 %.
        margins: the space around them: start of the line, top, end of it, bottom, in px at
            100 %.
    """

    def __init__(
        self, parent: QWidget | None = None, *, gap: int = 12, margins: Margins = NO_MARGINS
    ) -> None:
        super().__init__()
        if parent is not None:
            parent.setLayout(self)
        self.gap = gap
        self.margins_at_100 = margins
        fit(self, zoom())


class Line(QHBoxLayout):
    """Things beside each other; attributes like those of `Column`."""

    def __init__(
        self, parent: QWidget | None = None, *, gap: int = 12, margins: Margins = NO_MARGINS
    ) -> None:
        super().__init__()
        if parent is not None:
            parent.setLayout(self)
        self.gap = gap
        self.margins_at_100 = margins
        fit(self, zoom())


class Zoomed:
    """A widget that has more to fit to the zoom than its font and its layout."""

    def fit_zoom(self) -> None:
        """Fit it."""
        raise NotImplementedError


def fit(layout: Column | Line, zoom_now: float) -> None:
    """Set a layout's gap and margins for a zoom."""
    layout.setSpacing(round(layout.gap * zoom_now))
    start, top, end, bottom = (round(margin * zoom_now) for margin in layout.margins_at_100)
    # Qt mirrors what stands in a layout, but not its margins
    if QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        start, end = end, start
    layout.setContentsMargins(start, top, end, bottom)


def in_line(widget: QWidget, before: int, after: int) -> Margins:
    """Return margins, in px, of a widget whose lines keep so much free before and after them."""
    is_mirrored = widget.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return (after, 0, before, 0) if is_mirrored else (before, 0, after, 0)


# A layout could be emptied item by item, and give the item of a widget that is replaced; but Qt
# deletes items without PySide's knowing, which then takes what comes to lie in their place for one.


def replace(layout: Column | Line, former: QWidget, new: QWidget) -> None:
    """Put a widget in the place of another, which stays where it was, but outside the layout."""
    place = layout.indexOf(former)
    layout.removeWidget(former)
    layout.insertWidget(place, new)


def clear(shown: list[Shown]) -> None:
    """Take widgets off the screen, and forget them."""
    for widget in shown:
        widget.hide()
        widget.deleteLater()
    shown.clear()


def rescale(window: QWidget) -> None:
    """Fit all layouts and widgets in a window to the zoom."""
    now = zoom()
    for layout in window.findChildren(QLayout):
        if isinstance(layout, Column | Line):
            fit(layout, now)
    for widget in window.findChildren(QWidget):
        if isinstance(widget, Zoomed):
            widget.fit_zoom()
