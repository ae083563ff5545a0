"""Find what of a window can't be seen whole."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QWidget,
)

CONTROLS = (QAbstractButton, QComboBox, QLineEdit)
# rounded up and down along the way
TOLERANCE = 2
FAR = 100_000
TARGET = 24


def cut_off(window: QWidget) -> list[str]:
    """Return a sentence for each text that is cut and each control that is out of reach."""
    return [*_out_of_reach(window), *_cut(window)]


def _out_of_reach(window: QWidget) -> Iterator[str]:
    for control in window.findChildren(QWidget):
        if not isinstance(control, (*CONTROLS, QLabel)) or not _is_shown(control, window):
            continue
        place = QRect(control.mapTo(window, control.rect().topLeft()), control.size())
        seen = _seen(control, window)
        if place.left() < seen.left() - TOLERANCE or place.right() > seen.right() + TOLERANCE:
            yield f"{_named(control)}: {place} is not within {seen}, from side to side"
        elif place.top() < seen.top() - TOLERANCE or place.bottom() > seen.bottom() + TOLERANCE:
            yield f"{_named(control)}: {place} is not within {seen}, from top to bottom"


def _seen(control: QWidget, window: QWidget) -> QRect:
    """Return the part of the window that a control has to be in; a page may be scrolled down."""
    seen = window.rect()
    around = control.parentWidget()
    while around is not None and around is not window:
        place = QRect(around.mapTo(window, around.rect().topLeft()), around.size())
        parent = around.parentWidget()
        if isinstance(parent, QAbstractScrollArea) and parent.viewport() is around:
            return QRect(place.left(), -FAR, place.width(), 2 * FAR)
        seen = seen.intersected(place)
        around = parent
    return seen


def _cut(window: QWidget) -> Iterator[str]:
    for control in window.findChildren(QWidget):
        if control.layout() is not None or not _is_shown(control, window):
            continue
        if control.hasHeightForWidth() and control.heightForWidth(control.width()) > (
            control.height() + TOLERANCE
        ):
            yield f"{_named(control)}: {control.height()} px is too low for its text"
        elif isinstance(control, QLabel) and not control.wordWrap():
            if (
                control.width() + TOLERANCE < control.minimumSizeHint().width()
                and not control.toolTip()
            ):
                yield f"{_named(control)}: {control.width()} px is too narrow for its text"
        elif isinstance(control, QAbstractButton) and control.text():
            needed = control.minimumSizeHint()
            if control.width() + TOLERANCE < needed.width():
                yield f"{_named(control)}: {control.width()} px is too narrow for its text"
            if control.height() + TOLERANCE < needed.height():
                yield f"{_named(control)}: {control.height()} px is too low for its text"


def _is_shown(control: QWidget, window: QWidget) -> bool:
    return (
        control.isVisibleTo(window) and control.window() is window and not control.size().isEmpty()
    )


def _named(control: QWidget) -> str:
    text = control.accessibleName() or getattr(control, "text", str)()
    return f"{type(control).__name__} “{str(text)[:60]}”"


def too_small(window: QWidget) -> list[str]:
    """Return a sentence for each control that is hard to hit: less than 24 px wide or high."""
    return [
        f"{_named(control)} is {control.width()} × {control.height()}"
        for control in window.findChildren(QWidget)
        if isinstance(control, CONTROLS)
        and _is_shown(control, window)
        and min(control.width(), control.height()) < TARGET
    ]


def against_the_eye(stops: Sequence[QWidget]) -> list[str]:
    """Return a sentence for each step from control to control that leads up or back.

    The stops are a round, so that one step has to.
    """
    found = [
        f"from {_named(one)} to {_named(other)}"
        for one, other in pairwise([*stops, stops[0]])
        if _leads_back(*_places(one, other))
    ]
    return found if len(found) > 1 else []


def _places(one: QWidget, other: QWidget) -> tuple[QRect, QRect]:
    """Return where two controls are, wherever the page of both is scrolled to."""
    if _page_of(one) is _page_of(other):
        return _place(one), _place(other)
    return _place(_page_of(one) or one), _place(_page_of(other) or other)


def _place(control: QWidget) -> QRect:
    return QRect(control.mapTo(control.window(), QPoint()), control.size())


def _page_of(control: QWidget) -> QScrollArea | None:
    around = control.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    return around


def _leads_back(one: QRect, other: QRect) -> bool:
    both = min(one.bottom(), other.bottom()) - max(one.top(), other.top())
    if both * 2 > min(one.height(), other.height()):
        return other.right() <= one.left()  # in one line, to the left
    return other.bottom() <= one.top() and other.left() < one.right()  # up, and in no next column
