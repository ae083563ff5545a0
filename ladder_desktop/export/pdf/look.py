"""Colours, sizes and distances: how a printed workbook looks."""

from dataclasses import dataclass, replace

from ladder_desktop.export.pdf.options import PdfOptions

Colour = tuple[float, float, float]

PAPERS = {"letter": (612.0, 792.0), "a4": (595.28, 841.89)}
BODY = 10.5
LARGE_BODY = 14.0


def _colour(code: str) -> Colour:
    """Return the parts (0 to 1) of a colour such as ``0B6B69``."""
    red, green, blue = (round(int(code[at : at + 2], 16) / 255, 4) for at in (0, 2, 4))
    return red, green, blue


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a page; every text colour has at least 5.6:1 against white.

    Attributes:
        ink: texts.
        muted: guidance, labels, the foot of the page.
        accent: headings, the bar beside an answer, what was chosen.
        tint: the ground of what was chosen and of table heads.
        hairline: lines between things, decorative only.
        border: boxes to write or tick in.
    """

    ink: Colour
    muted: Colour
    accent: Colour
    tint: Colour
    hairline: Colour
    border: Colour


def _palette(*codes: str) -> Palette:
    return Palette(*map(_colour, codes))


COLOURS = _palette("1E242C", "5A6472", "0B6B69", "E9F3F1", "D9D3C8", "8A8578")
GREYS = _palette("1A1A1A", "595959", "333333", "EFEFEF", "CFCFCF", "808080")


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a text is set; lengths in points.

    Attributes:
        size: of the letters.
        leading: from line to line.
        colour: of the letters.
        bold: set in bold throughout.
        italic: set in italic throughout.
        before: room above, shared with what stands there.
        after: room below, shared likewise.
        indent: from the edge of the column.
        keep: stay on the page of what follows.
        bar: draw the accent bar of an answer to the left.
        end: flush with the end of the line, as figures are in a table.
    """

    size: float
    leading: float
    colour: Colour
    bold: bool = False
    italic: bool = False
    before: float = 0.0
    after: float = 0.0
    indent: float = 0.0
    keep: bool = False
    bar: bool = False
    end: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A page's measures in points.

    Attributes:
        width: of the paper.
        height: of the paper.
        inner: the margin at the binding, the left one where pages are not mirrored.
        outer: the other margin.
        top: the margin above.
        bottom: the margin below; the foot of the page stands in it.
        mirrored: whether even pages swap inner and outer.
    """

    width: float
    height: float
    inner: float
    outer: float
    top: float
    bottom: float
    mirrored: bool

    @property
    def column(self) -> float:
        """Return the width of the text."""
        return self.width - self.inner - self.outer

    @property
    def room(self) -> float:
        """Return the height of the text."""
        return self.height - self.top - self.bottom

    def left(self, number: int) -> float:
        """Return where the text of a page begins; pages count from 1."""
        return self.outer if self.mirrored and number % 2 == 0 else self.inner


def page_for(options: PdfOptions) -> Page:
    """Return the measures of the pages that the options ask for."""
    width, height = PAPERS[options.paper]
    inner, outer = (80.0, 56.0) if options.mirrored else (66.0, 66.0)
    return Page(width, height, inner, outer, 62.0, 66.0, options.mirrored)


def scaled(style: TextStyle, factor: float) -> TextStyle:
    """Return a style with letters and lines of another size."""
    return replace(
        style, size=round(style.size * factor, 2), leading=round(style.leading * factor, 2)
    )


class Look:
    """Every style of a document, at one scale.

    Attributes:
        palette: the colours.
        scale: 1 for 10.5 pt body text.
    """

    def __init__(self, options: PdfOptions, shrink: float = 1.0) -> None:
        self.palette = GREYS if options.grey else COLOURS
        self.scale = (LARGE_BODY / BODY if options.large else 1.0) * shrink
        ink, muted, accent = self.palette.ink, self.palette.muted, self.palette.accent
        style = self._style
        self.label = style(8.5, 12, accent, bold=True, after=4, keep=True)
        self.title = style(25, 31, ink, bold=True, after=10, keep=True)
        self.section = style(18, 23, accent, bold=True, before=30, after=9, keep=True)
        self.part = style(13, 17.5, ink, bold=True, before=20, after=5, keep=True)
        self.subpart = style(11, 15, accent, bold=True, before=14, after=4, keep=True)
        self.question = style(10.5, 14.5, ink, bold=True, before=14, after=4, keep=True)
        self.intro = style(10.5, 15.5, ink, before=7, after=7)
        self.guidance = style(9.25, 13.5, muted, after=5, keep=True)
        self.answer = style(10.5, 15, ink, indent=12, bar=True)
        self.unanswered = style(9.5, 15, muted, italic=True, indent=12, bar=True)
        self.small_label = style(8.5, 12, muted, bold=True, before=5, after=1, indent=12, keep=True)
        self.detail_label = style(9, 14, muted)
        self.detail = style(10.5, 14, ink)
        self.cell = style(9.75, 13.5, ink)
        self.cell_strong = style(9.75, 13.5, ink, bold=True)
        self.head = style(8.75, 12, accent, bold=True)
        self.caption = style(10.5, 14.5, ink, bold=True, before=14, after=4, keep=True)
        self.level = style(8.5, 11.5, muted)
        self.level_chosen = style(8.5, 11.5, ink)
        self.level_name = style(9.25, 12.5, ink, bold=True, after=2)
        self.rating = style(10.5, 15, accent, bold=True, after=5, keep=True)
        self.item = style(10.5, 14.5, ink)
        self.figure = style(9.5, 13, ink, bold=True)
        self.foot = style(8, 10, muted)

    def _style(
        self,
        size: float,
        leading: float,
        colour: Colour,
        *,
        bold: bool = False,
        italic: bool = False,
        before: float = 0,
        after: float = 0,
        indent: float = 0,
        keep: bool = False,
        bar: bool = False,
    ) -> TextStyle:
        """Return a style at this look's scale."""
        k = self.scale
        return TextStyle(
            round(size * k, 2),
            round(leading * k, 2),
            colour,
            bold,
            italic,
            before * k,
            after * k,
            indent * k,
            keep,
            bar,
        )

    def points(self, length: float) -> float:
        """Return a length at this look's scale."""
        return length * self.scale
