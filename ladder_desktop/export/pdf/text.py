"""Text on the page: paragraphs that split over pages and tell what they say."""

from copy import copy
from dataclasses import dataclass, replace
from itertools import groupby

from ladder_desktop.document.nodes import Place
from ladder_desktop.export.pdf.bidi import visual_order
from ladder_desktop.export.pdf.canvas import TaggedCanvas, rgb
from ladder_desktop.export.pdf.lines import Line, break_lines
from ladder_desktop.export.pdf.look import Colour, TextStyle
from ladder_desktop.export.pdf.shaping import Placed, Run, Typesetter
from ladder_desktop.export.pdf.tagging import Element, hex_string

_BASELINE = 0.26
_BAR = 1.6
_FEWEST_LINES = 2
_HEAVIER = 0.028
_UNDERLINE_DOWN, _UNDERLINE = 1.6, 0.4


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands before a paragraph's first line: a bullet, a number, a box to tick.

    Attributes:
        text: the mark.
        indent: how far the paragraph's text begins to the right of it.
        element: what the mark belongs to in the structure tree.
    """

    text: str
    indent: float
    element: Element


@dataclass(frozen=True, slots=True)
class _Setting:
    """What a paragraph's parts share."""

    typesetter: Typesetter
    style: TextStyle
    element: Element
    runs: tuple[Run, ...]
    accent: Colour
    mark: Mark | None
    outline: tuple[str, int] | None
    joined: bool


class Text:
    """One paragraph.

    Attributes:
        before: room above.
        after: room below.
        keep: stay with what follows.
        place: where in the workbook it is kept, if it is a part of an answer.
    """

    def __init__(
        self,
        typesetter: Typesetter,
        style: TextStyle,
        element: Element,
        runs: tuple[Run, ...],
        accent: Colour,
        *,
        mark: Mark | None = None,
        outline: tuple[str, int] | None = None,
        joined: bool = False,
    ) -> None:
        self._setting = _Setting(typesetter, style, element, runs, accent, mark, outline, joined)
        self.before = style.before
        self.after = style.after
        self.keep = style.keep
        self.place: Place | None = None
        self._width = -1.0
        self._base = 0
        self._lines: list[Line] = []
        self._start = 0
        self._end: int | None = None

    def height(self, width: float) -> float:
        """Return the height of all lines."""
        start, end = self._range(width)
        return (end - start) * self._setting.style.leading

    def least(self, width: float) -> float:
        """Return the height of the lines that stay together."""
        start, end = self._range(width)
        count = end - start
        fewest = count if count <= _FEWEST_LINES + 1 else _FEWEST_LINES
        return fewest * self._setting.style.leading

    def split(self, width: float, room: float) -> "tuple[Text, Text] | None":
        """Return the lines that fit and the others, at least two on either side."""
        start, end = self._range(width)
        fitting = int(room / self._setting.style.leading + 1e-6)
        fitting = min(fitting, end - start - _FEWEST_LINES)
        if fitting < _FEWEST_LINES:
            return None
        return self._part(start, start + fitting), self._part(start + fitting, end)

    def repeated(self) -> None:
        """Return nothing: a paragraph has no head."""
        return

    def _part(self, start: int, end: int) -> "Text":
        """Return some of the lines, which belong to the same paragraph."""
        part = copy(self)
        part.__dict__.update(_start=start, _end=end)
        first, last = start == self._start, end == self._range(self._width)[1]
        part.before = self.before if first else 0.0
        part.after = self.after if last else 0.0
        part.keep = self.keep and last
        return part

    def _range(self, width: float) -> tuple[int, int]:
        """Return the first line and the one behind the last; lines are broken once."""
        if self._width != width:
            self._break(width)
        return self._start, len(self._lines) if self._end is None else self._end

    def _break(self, width: float) -> None:
        """Break the paragraph into lines for a width."""
        style, typesetter = self._setting.style, self._setting.typesetter
        runs = [
            replace(run, bold=run.bold or style.bold, italic=run.italic or style.italic)
            for run in self._setting.runs
        ]
        self._base, placed = typesetter.paragraph(runs, style.size)
        self._lines = break_lines(placed, width - self._indent(), typesetter)
        self._width = width

    def natural(self) -> float:
        """Return the width of the paragraph on one line."""
        style = self._setting.style
        _, placed = self._setting.typesetter.paragraph(list(self._setting.runs), style.size)
        return sum(item.piece.width for item in placed)

    def _indent(self) -> float:
        mark = self._setting.mark
        return self._setting.style.indent + (mark.indent if mark else 0.0)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw the lines, tagged; the bar of an answer is an artifact."""
        setting = self._setting
        start, end = self._range(width)
        lines = self._lines[start:end]
        right_to_left = bool(self._base & 1)
        if setting.style.bar:
            height = len(lines) * setting.style.leading + (self.after if setting.joined else 0)
            draw_bar(
                canvas,
                (x, top - height, width, height),
                setting.accent,
                right_to_left=right_to_left,
            )
        if setting.outline and not start:
            canvas.bookmark(*setting.outline, top)
        y = top - setting.style.leading * (1 - _BASELINE)
        room = width - self._indent()
        left = x if right_to_left else x + self._indent()
        if setting.mark and not start:
            aside = x + room if right_to_left else left - setting.mark.indent
            self._draw_mark(canvas, setting.mark, aside, y)
        pen = _Pen(canvas, setting.element, setting.style, setting.accent)
        pen.lines(lines, left, y, room, right_to_left=right_to_left)

    def _draw_mark(self, canvas: TaggedCanvas, mark: Mark, x: float, y: float) -> None:
        """Draw what stands before the first line."""
        setting = self._setting
        _, placed = setting.typesetter.paragraph([Run(mark.text)], setting.style.size)
        line = Line(tuple(placed), sum(item.piece.width for item in placed))
        pen = _Pen(canvas, mark.element, setting.style, setting.accent)
        pen.lines([line], x, y, mark.indent, right_to_left=bool(self._base & 1))


def draw_bar(
    canvas: TaggedCanvas,
    box: tuple[float, float, float, float],
    colour: Colour,
    *,
    right_to_left: bool = False,
) -> None:
    """Draw the bar beside an answer in a box (left, bottom, width, height).

    It stands on the side where the answer's lines begin.
    """
    x, bottom, width, height = box
    left = x + width - _BAR if right_to_left else x
    with canvas.artifact():
        canvas.box(left, bottom, _BAR, height, fill=colour)


# Where a line starts, and its pieces from left to right.
_Row = tuple[float, float, list[Placed]]


class _Pen:
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
