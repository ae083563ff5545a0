"""A handout: on one sheet for each language, steps with a drawing beside each, and a picture."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from ladder_desktop.document.nodes import Document
from ladder_desktop.document.pictures import Picture
from ladder_desktop.export.pdf.canvas import TaggedCanvas, rgb
from ladder_desktop.export.pdf.finish import packed
from ladder_desktop.export.pdf.flow import Break, Flowable, Pager, Pages, Whole
from ladder_desktop.export.pdf.kit import Kit
from ladder_desktop.export.pdf.layout import Layout
from ladder_desktop.export.pdf.look import Colour
from ladder_desktop.export.pdf.options import PdfOptions
from ladder_desktop.export.pdf.pixels import pixels_of
from ladder_desktop.export.pdf.rows import CellBox, Row, RowShape
from ladder_desktop.export.pdf.stack import Rule, Stack
from ladder_desktop.export.pdf.tagging import Element, figure_box
from ladder_desktop.export.pdf.writer import draw
from ladder_desktop.export.target import appearing
from ladder_desktop.words import Words

SQUARE = 48.0  # the side of what a drawing is made in
_SIDE = 34.0
_SHARES = (0.1, 0.9)
_WHOLE_SHEET = 10_000.0
_SCALE = 0.92  # of the letters in a workbook, so that a sheet holds it all
_PICTURE, _LEAST_PICTURE, _ABOVE = 220.0, 110.0, 14.0


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what to do, and the path of its drawing as SVG has it, in a square of 48."""

    drawing: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """The handout in one language.

    Attributes:
        language: its BCP 47 tag.
        heading: stands on top.
        facts: whose it is and when, in one line; may be blank.
        intro: what it is about.
        steps: in the order in which they are taken.
        picture: a PNG file that shows what to expect.
        shows: what the picture shows, in words.
    """

    language: str
    heading: str
    facts: str
    intro: str
    steps: tuple[Step, ...]
    picture: Path
    shows: str


def write(title: str, sheets: tuple[Sheet, ...], target: Path, words: Words) -> None:
    """Write a handout as a tagged PDF that meets PDF/UA-1.

    Raises:
        ExportError: if the file can't be written.
    """
    with appearing(target) as temporary:
        drawn = io.BytesIO()
        draw(HandoutLayout(title, sheets, words), drawn)
        packed(drawn, temporary, PdfOptions())


class HandoutLayout(Layout):
    """The sheets, laid out on pages."""

    def __init__(self, title: str, sheets: tuple[Sheet, ...], words: Words) -> None:
        document = Document(title, "", "", sheets[0].language, (), ())
        super().__init__(document, PdfOptions(), words, lambda: None)
        self._sheets = sheets

    def pages(self, root: Element) -> tuple[Kit, Pages]:
        """Return the pages, their structure below `root`, and the kit that they are made with."""
        kit = self._kit(_SCALE)
        story: list[Flowable | Break] = []
        for sheet in self._sheets:
            if story:
                between = Rule(kit.look.palette.hairline)
                story.append(Break(_WHOLE_SHEET, between))
            part = root.add("Sect")
            steps = list(_steps(kit, sheet, part))
            frame = kit.look.palette.hairline
            figure = part.add("Figure", alternative=sheet.shows)
            height = self._room_below(steps)
            story += [*steps, Window(figure, sheet.picture, height, frame)]
        return kit, self._pager().pages(story)

    def _room_below(self, steps: list[Flowable]) -> float:
        """Return how high a picture may be under the steps; all it may be where it can't stay."""
        last = self._pager().pages(steps)[-1][-1]
        down = last.down + last.flowable.height(self.page.column) + _ABOVE
        left = self.page.room - down
        return min(_PICTURE, left) if left >= _LEAST_PICTURE else _PICTURE

    def _pager(self) -> Pager:
        return Pager(self.page.column, self.page.room, self.stopped)


def _steps(kit: Kit, sheet: Sheet, part: Element) -> Iterator[Flowable]:
    """Yield a sheet down to its last step."""
    look = kit.look
    heading = part.add("H1")
    yield kit.text(sheet.heading, look.title, heading, outline=(sheet.heading, 0))
    yield from kit.paragraphs(sheet.facts, replace(look.detail_label, after=4), part)
    yield from kit.paragraphs(sheet.intro, look.intro, part)
    shape = RowShape(_SHARES, 0, look.points(6), look.points(10), look.palette.hairline)
    for step in sheet.steps:
        title = part.add("H2")
        words: list[Flowable] = [
            kit.text(step.title, replace(look.question, before=0, after=2), title),
            *kit.paragraphs(step.text, replace(look.intro, before=0, after=0), part),
        ]
        drawn = Drawing(step.drawing, look.points(_SIDE), look.palette.accent)
        yield Row(shape, [CellBox(Stack([drawn])), CellBox(Stack(words))])


class Window(Whole):
    """A picture of a window in the middle of its column, in a frame."""

    def __init__(self, element: Element, path: Path, height: float, frame: Colour) -> None:
        super().__init__(_ABOVE)
        self._element = element
        self._name = path.as_posix()
        self._height = height
        self._frame = frame
        pixels = pixels_of(Picture("image/png", path.read_bytes()))
        if pixels is None:
            raise ValueError(self._name)  # it is the program's own, and damaged
        self._pixels = pixels

    def height(self, width: float, /) -> float:
        """Return the wanted height, or the one that goes with the width if that is less."""
        return min(self._height, width * self._pixels.height / self._pixels.width)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float, /) -> None:
        """Draw picture and frame."""
        height = self.height(width)
        own = height * self._pixels.width / self._pixels.height
        box = (x + (width - own) / 2, top - height, own, height)
        self._element.attributes = figure_box(*box)
        with canvas.tagged(self._element):
            canvas.picture(self._name, self._pixels, box)
        with canvas.artifact():
            canvas.box(*box, stroke=self._frame)


class Drawing(Whole):
    """A drawing in lines, which says nothing that the words beside it do not say."""

    def __init__(self, path: str, side: float, colour: Colour) -> None:
        super().__init__()
        self._path = path
        self._side = side
        self._colour = colour

    def height(self, _width: float, /) -> float:
        """Return its side."""
        return self._side

    def draw(self, canvas: TaggedCanvas, x: float, top: float, _width: float, /) -> None:
        """Draw it at the upper left corner of its column."""
        scale = self._side / SQUARE
        with canvas.artifact():
            canvas.draw(f"q {scale:.4f} 0 0 {-scale:.4f} {x:.2f} {top:.2f} cm 2.5 w 1 J 1 j")
            canvas.draw(f"{rgb(self._colour)} RG {' '.join(_operators(self._path))} S Q")


def _operators(path: str) -> Iterator[str]:
    """Yield PDF's operators for a path as SVG writes it."""
    # imported here, for only a workshop stick has drawings
    from fontTools.pens.recordingPen import RecordingPen  # noqa: PLC0415
    from fontTools.svgLib.path import parse_path  # noqa: PLC0415

    names = {"moveTo": "m", "lineTo": "l", "curveTo": "c", "closePath": "h"}
    pen = RecordingPen()
    parse_path(path, pen)
    for name, points in pen.value:
        if name in names:
            yield " ".join([*(f"{x:.3f} {y:.3f}" for x, y in points), names[name]])
