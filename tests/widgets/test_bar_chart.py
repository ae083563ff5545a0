"""Charts show every bar with its figure."""

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from ladder_desktop.widgets.bar_chart import Bar, BarChart


def picture(qtbot: QtBot, figure: str) -> QImage:
    """Return what a chart of one bar looks like."""
    chart = BarChart("Mean")
    qtbot.addWidget(chart)
    chart.resize(700, 40)
    chart.show_bars((Bar("A statement", 0.6, figure),))
    return chart.grab().toImage()


@pytest.mark.parametrize("figure", ["2.5", "2.5 · 1208 personas", "sin respuestas todavía"])
def test_no_figure_is_cut(qtbot: QtBot, figure: str) -> None:
    """However long a language says it, the figure ends before the chart does."""
    image = picture(qtbot, figure)

    edge = {image.pixel(image.width() - 1, y) for y in range(image.height())}
    inside = {image.pixel(x, y) for x in range(560, 698) for y in range(image.height())}

    assert len(edge) == 1
    assert len(inside) > 1
