"""Bring a control into view: unfold what hides it, scroll the page to it."""

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from ladder_desktop.widgets.fold import Fold
from ladder_desktop.widgets.scale import px

MARGIN = 24


def reveal(control: QWidget) -> None:
    """Unfold everything around a control, scroll to it and give it the focus."""
    around = control.parentWidget()
    while around is not None:
        if isinstance(around, Fold):
            around.set_open(True)
        around = around.parentWidget()
    control.setFocus(Qt.FocusReason.OtherFocusReason)
    keep_visible(control)


def keep_visible(control: QWidget, part: QRect | None = None) -> None:
    """Scroll the page so that a control is in view, or a part of it in its own coordinates.

    Heights that changed just now are laid out first, or the page would scroll too short.
    """
    page = page_of(control)
    inside = None if page is None else page.widget()
    if page is None or inside is None or not control.isVisible():
        return
    _lay_out(control, inside)
    shown = control.rect() if part is None else part
    place = QRect(control.mapTo(inside, shown.topLeft()), shown.size())
    room = page.viewport().height()
    # a low page has no room for a margin beside what is to be seen
    margin = max(min(px(MARGIN), (room - place.height()) // 2), 0)
    # a part taller than the page shows its beginning
    height = min(place.height(), room - 2 * margin)
    bottom = QPoint(place.left(), place.top() + max(height, 0))
    page.ensureVisible(bottom.x(), bottom.y(), 0, margin)
    page.ensureVisible(place.left(), place.top(), 0, margin)


def _lay_out(control: QWidget, inside: QWidget) -> None:
    """Lay out what has changed on the page now, from the outside down to the control."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    around: list[QWidget] = []
    parent = control.parentWidget()
    while parent is not None and parent is not inside:
        around.append(parent)
        parent = parent.parentWidget()
    for widget in reversed(around):
        layout = widget.layout()
        if layout is not None:
            layout.activate()


def page_of(control: QWidget) -> QScrollArea | None:
    """Return the scrolling page that a control stands on."""
    around = control.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    return around
