"""Bar charts whose every figure stands beside its bar."""

from collections.abc import Iterator

from ladder_desktop.document.nodes import Bar, Chart
from ladder_desktop.export.pdf.canvas import TaggedCanvas
from ladder_desktop.export.pdf.flow import Flowable, Whole
from ladder_desktop.export.pdf.kit import Kit
from ladder_desktop.export.pdf.look import Palette
from ladder_desktop.export.pdf.rows import CellBox, Row, RowShape
from ladder_desktop.export.pdf.stack import Stack
from ladder_desktop.export.pdf.tagging import Element, figure_box

# Of the height of a line of text.
_THICKNESS = 0.66
# A chart of so many bars is never parted.
_FEW = 12
_HEAD = "/O /Table /Scope /Row"


def chart(kit: Kit, node: Chart, parent: Element, level: int) -> Iterator[Flowable]:
    """Yield a chart as a table of labels and figures with a bar in every row.

    The bars repeat the figures, so they are a figure with words of its own for the ear.
    """
    look = kit.look
    yield kit.text(node.title, look.subpart, parent.add(f"H{level}"))
    table = parent.add("Table")
    shape = RowShape(
        (0.46, 0.38, 0.16),
        look.points(2),
        look.points(5),
        look.points(6),
        mirrored=kit.right_to_left,
    )
    for number, bar in enumerate(node.bars, start=1):
        line = table.add("TR")
        label = line.add("TH", attributes=_HEAD)
        drawn = line.add("TD").add("Figure", alternative=_said(kit, bar, node.maximum))
        figure = line.add("TD")
        share = _share(bar, node.maximum)
        height = look.cell.leading
        yield Row(
            shape,
            [
                CellBox(Stack(kit.paragraphs(bar.label, look.cell, label))),
                CellBox(Stack([Beam(drawn, share, height, look.palette)])),
                CellBox(Stack(kit.paragraphs(bar.figure, look.figure, figure))),
            ],
            keep=number < len(node.bars) <= _FEW,
        )


def _share(bar: Bar, most: float) -> float | None:
    """Return how much of its scale a bar fills, from 0 to 1."""
    if bar.value is None or most <= 0:
        return None
    return min(max(bar.value / most, 0.0), 1.0)


def _said(kit: Kit, bar: Bar, most: float) -> str:
    """Return a bar in words."""
    if bar.value is None:
        return kit.words("{label}: no bar yet", label=bar.label)
    return kit.words(
        "{label}: a bar of {value} on a scale that ends at {most}",
        label=bar.label,
        value=f"{bar.value:g}",
        most=f"{most:g}",
    )


class Beam(Whole):
    """One bar on its scale; its share is None where there is no figure yet."""

    def __init__(
        self, element: Element, share: float | None, height: float, palette: Palette
    ) -> None:
        super().__init__()
        self._element = element
        self._share = share
        self._height = height
        self._palette = palette

    def height(self, _width: float, /) -> float:
        """Return the bar's height."""
        return self._height

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw the scale's ground and the bar on it."""
        thickness = self._height * _THICKNESS
        bottom = top - (self._height + thickness) / 2
        palette = self._palette
        self._element.attributes = figure_box(x, bottom, width, thickness)
        with canvas.tagged(self._element):
            canvas.box(x, bottom, width, thickness, fill=palette.tint, stroke=palette.border)
            if self._share:
                canvas.box(x, bottom, width * self._share, thickness, fill=palette.accent)
