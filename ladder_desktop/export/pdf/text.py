"""Text on the page: paragraphs that split over pages and tell what they say."""

from copy import copy
from dataclasses import dataclass, replace

from ladder_desktop.document.nodes import Place
from ladder_desktop.export.pdf.canvas import TaggedCanvas
from ladder_desktop.export.pdf.lines import Line, break_lines
from ladder_desktop.export.pdf.look import Colour, TextStyle
from ladder_desktop.export.pdf.pen import Pen
from ladder_desktop.export.pdf.shaping import Run, Typesetter
from ladder_desktop.export.pdf.tagging import Element

_BASELINE = 0.26
_BAR = 1.6
_FEWEST_LINES = 2


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
        pen = Pen(canvas, setting.element, setting.style, setting.accent)
        pen.lines(lines, left, y, room, right_to_left=right_to_left)

    def _draw_mark(self, canvas: TaggedCanvas, mark: Mark, x: float, y: float) -> None:
        """Draw what stands before the first line."""
        setting = self._setting
        _, placed = setting.typesetter.paragraph([Run(mark.text)], setting.style.size)
        line = Line(tuple(placed), sum(item.piece.width for item in placed))
        pen = Pen(canvas, mark.element, setting.style, setting.accent)
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
