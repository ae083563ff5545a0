"""Write lines of text into a page, each part in the font it was shaped in."""

from itertools import groupby

from ladder_desktop.export.pdf.bidi import visual_order
from ladder_desktop.export.pdf.canvas import TaggedCanvas, rgb
from ladder_desktop.export.pdf.lines import Line
from ladder_desktop.export.pdf.look import Colour, TextStyle
from ladder_desktop.export.pdf.shaping import Placed
from ladder_desktop.export.pdf.tagging import Element, hex_string

_HEAVIER = 0.028
_UNDERLINE_DOWN, _UNDERLINE = 1.6, 0.4

# Where a line starts, and its pieces from left to right.
_Row = tuple[float, float, list[Placed]]


class Pen:
    """Writes lines into a page."""

    def __init__(
        self, canvas: TaggedCanvas, element: Element, style: TextStyle, accent: Colour
    ) -> None:
        self._canvas = canvas
        self._element = element
        self._style = style
        self._accent = accent
        self._room = 0.0
        self._right_to_left = False

    def lines(
        self, lines: list[Line], x: float, y: float, room: float, *, right_to_left: bool
    ) -> None:
        """Write lines downwards from the baseline `y` of the first."""
        self._room, self._right_to_left = room, right_to_left
        if not any(item.link for line in lines for item in line.placed):
            with self._canvas.tagged(self._element):
                self._write(
                    [
                        self._at(line, x, y - number * self._style.leading)
                        for number, line in enumerate(lines)
                    ]
                )
            return
        for number, line in enumerate(lines):
            down = y - number * self._style.leading
            self._linked(self._at(line, x, down))

    def _at(self, line: Line, x: float, y: float) -> _Row:
        """Return where a line starts, and its pieces from left to right."""
        placed = list(line.placed)
        if not placed:
            return x, y, placed
        base = 1 if self._right_to_left else 0
        levels = [item.level for item in placed]
        if placed[-1].piece.blank:
            levels[-1] = base
        if self._right_to_left != self._style.end:
            trailing = placed[-1].piece.width if placed[-1].piece.blank else 0.0
            x += self._room - line.width - (trailing if self._right_to_left else 0.0)
        return x, y, [placed[index] for index in visual_order(levels)]

    def _write(self, lines: list[_Row], ink: Colour | None = None) -> None:
        """Write lines as one text object."""
        colour = rgb(ink or self._style.colour)
        parts = [f"BT {colour} rg {colour} RG"]
        for x, y, placed in lines:
            if placed:
                parts.append(f"1 0 0 1 {x:.2f} {y:.2f} Tm")
                parts += shown(placed)
        parts.append("ET")
        self._canvas.draw("\n".join(parts))

    def _linked(self, line: _Row) -> None:
        """Write a line that has links in it: each is an element of its own."""
        x, y, placed = line
        for link, group in groupby(placed, key=lambda item: item.link):
            items = list(group)
            width = sum(item.piece.width for item in items)
            if link:
                self._link(link, x, y, items, width)
            else:
                with self._canvas.tagged(self._element):
                    self._write([(x, y, items)])
            x += width

    def _link(self, link: str, x: float, y: float, items: list[Placed], width: float) -> None:
        element = self._element.add("Link")
        with self._canvas.tagged(element):
            self._write([(x, y, items)], self._accent)
        with self._canvas.artifact():
            self._canvas.rule(x, y - _UNDERLINE_DOWN, width, self._accent, _UNDERLINE)
        size = self._style.size
        self._canvas.link(element, link, (x, y - size * 0.3, x + width, y + size * 0.9))


def shown(placed: list[Placed]) -> list[str]:
    """Return the operators that show pieces from where the pen stands."""
    parts: list[str] = []
    font = ""
    for (resource, size, heavy, spoken), group in groupby(placed, key=_look):
        items = list(group)
        wanted = f"/{resource} {size:g} Tf"
        if wanted != font:
            parts.append(wanted)
            font = wanted
        show = f"[{''.join(item.piece.show for item in items)}] TJ".replace("><", "")
        if heavy:
            show = f"2 Tr {size * _HEAVIER:.2f} w {show} 0 Tr"
        if spoken:
            said = hex_string("".join(item.piece.text for item in _logical(items)))
            show = f"/Span <</ActualText {said}>> BDC {show} EMC"
        parts.append(show)
    return parts


def _look(item: Placed) -> tuple[str, float, bool, bool]:
    """Return what pieces must share to be shown together."""
    piece = item.piece
    return piece.face.resource, piece.size, piece.face.face.heavy, piece.spoken


def _logical(items: list[Placed]) -> list[Placed]:
    """Return pieces in reading order from their order on the line."""
    return items[::-1] if items[0].piece.right_to_left else items
