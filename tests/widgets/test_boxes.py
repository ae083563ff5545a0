"""Gaps and margins follow the zoom and the direction of reading."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMargins, Qt
from PySide6.QtWidgets import QApplication

from ladder_desktop.widgets.boxes import Column, Line
from ladder_desktop.widgets.theme import Theme


@pytest.fixture
def from_right_to_left(qapp: QApplication) -> Iterator[None]:
    """Let people read from right to left for the length of a test."""
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.parametrize("kind", [Column, Line])
def test_margins_are_those_asked_for(kind: type[Column | Line], qapp: QApplication) -> None:
    """At 100 % a layout has the gap and the margins it was made with."""
    Theme("light").apply(qapp)

    layout = kind(gap=8, margins=(36, 1, 2, 3))

    assert layout.spacing() == 8
    assert layout.contentsMargins() == QMargins(36, 1, 2, 3)


@pytest.mark.parametrize("kind", [Column, Line])
def test_margins_are_mirrored_with_the_reading(
    kind: type[Column | Line], qapp: QApplication, from_right_to_left: None
) -> None:
    """What is indented from the left is indented from the right where people begin there."""
    Theme("light").apply(qapp)

    layout = kind(margins=(36, 1, 2, 3))

    assert layout.contentsMargins() == QMargins(2, 1, 36, 3)
