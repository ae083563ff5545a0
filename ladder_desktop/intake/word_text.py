"""The text of a Word document as lines and tables, free of how it is kept."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from ladder_desktop.export.docx.xml import RELATIONS, WORD, Element, qualified
from ladder_desktop.intake.word_controls import (
    Control,
    control_of,
    is_contents,
    is_placeholder,
)
from ladder_desktop.intake.word_fields import TICKED, UNTICKED, Fields
from ladder_desktop.intake.word_file import WordFile, too_large
from ladder_desktop.intake.word_styles import (
    Item,
    Lists,
    Styles,
    is_on,
    is_shaded,
    shows_first_row,
    value_of,
    whole_number,
)

MOST_PARAGRAPHS = 100_000  # some 3,000 pages
# Signs of Wingdings and Symbol in the private use area: boxes, ticked boxes, bullets.
_SIGNS = {
    **dict.fromkeys(("F06F", "F0A8", "F071", "F072"), UNTICKED),
    **dict.fromkeys(("F0FE", "F0FD", "F078", "F054", "F053"), TICKED),
    **dict.fromkeys(("F0B7", "F0A7", "F0D8"), "•"),
}
_SPECIAL = {
    "tab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "\u2011",
    "ptab": "\t",
}
_INSIDE = ("ins", "moveTo", "smartTag", "customXml", "fldSimple", "dir", "bdo", "sdtContent")
_BODY_INSIDE = ("sdtContent", "customXml", "ins", "moveTo")
_DEEPEST_OUTLINE = 8
_HEADING = re.compile(r"heading (\d)")
_CONTENTS = re.compile(r"toc( heading| \d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line in one look.

    Attributes:
        link: the address it leads to, or blank.
        style: the id of its letters' style, or blank.
    """

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""
    style: str = ""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """The place where a bookmark begins or ends.

    Attributes:
        name: its name; blank where it ends.
        number: the number that its two ends share.
    """

    name: str
    number: str


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph.

    Attributes:
        parts: its letters and bookmarks, in order.
        style: its style's name as people see it.
        outline: how deep a heading it is, counted from 0; None for text.
        item: what makes it an item of a list, or None.
        is_bold: its style makes all its letters bold.
        is_italic: its style makes all its letters italic.
        controls: what can be filled in, in it or around it.
    """

    parts: tuple[Piece | Bookmark, ...]
    style: str = ""
    outline: int | None = None
    item: Item | None = None
    is_bold: bool = False
    is_italic: bool = False
    controls: tuple[Control, ...] = ()

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Return its letters."""
        return tuple(part for part in self.parts if isinstance(part, Piece))

    @property
    def text(self) -> str:
        """Return its text without any look."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: what it holds, over how many columns it reaches, if it has a ground."""

    content: tuple["Line | Table", ...]
    span: int = 1
    continues: bool = False
    is_shaded: bool = False

    @property
    def lines(self) -> tuple[Line, ...]:
        """Return its lines, those of tables inside it too."""
        return tuple(lines_of(self.content))


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; a head is repeated on every page, or set off from the other rows."""

    cells: tuple[Cell, ...]
    is_head: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table."""

    rows: tuple[Row, ...]


Content = Line | Table


def lines_of(content: Iterable[Content]) -> Iterator[Line]:
    """Yield all lines, those in tables cell by cell."""
    for each in content:
        if isinstance(each, Line):
            yield each
        else:
            for row in each.rows:
                for cell in row.cells:
                    yield from lines_of(cell.content)


def read_text(file: WordFile) -> tuple[Content, ...]:
    """Return the text of a Word document in reading order.

    Raises:
        DocumentError: it has too many paragraphs.
    """
    return tuple(_Reader(file).content(file.body))


@dataclass(slots=True)
class _Reader:
    """Reads one document from its start to its end."""

    file: WordFile
    styles: Styles = field(init=False)
    lists: Lists = field(init=False)
    fields: Fields = field(default_factory=Fields)
    controls: list[Control] = field(default_factory=list)
    count: int = 0

    def __post_init__(self) -> None:
        self.styles = Styles(self.file.styles)
        self.lists = Lists(self.file.numbering)

    def content(self, parent: Element) -> Iterator[Content]:
        """Yield the paragraphs and tables inside an element."""
        for child in parent:
            name = _name(child)
            if name == "p":
                yield from self.paragraph(child)
            elif name == "tbl":
                yield self.table(child)
            elif name == "sdt":
                if not is_contents(child):
                    yield from self.controlled(child)
            elif name in _BODY_INSIDE:
                yield from self.content(child)

    def controlled(self, element: Element) -> Iterator[Content]:
        """Yield what is in a control; an invitation to write is an empty line."""
        control = control_of(element)
        if is_placeholder(element):
            yield Line((), controls=() if control is None else (control,))
            return
        if control is not None and control.kind != "text":  # that holds what is written already
            self.controls.append(control)
        yield from self.content(element)
        self.controls.clear()

    def table(self, element: Element) -> Table:
        """Return a table; its first row is a head if it looks like one in Word."""
        rows = tuple(self.rows(element))
        if not rows or rows[0].is_head:
            return Table(rows)
        properties = element.find(qualified("tblPr"))
        look = None if properties is None else properties.find(qualified("tblLook"))
        style = value_of(properties, "tblStyle") or ""
        is_set_off = shows_first_row(look) and self.styles.sets_off_first_row(style)
        is_set_off = is_set_off or _is_shaded_alone(rows)
        is_head = len(rows) > 1 and is_set_off and _has_titles(rows[0])
        return Table((replace(rows[0], is_head=is_head), *rows[1:]))

    def rows(self, parent: Element) -> Iterator[Row]:
        """Yield the rows of a table, those inside controls too."""
        for child in parent:
            if _name(child) == "tr":
                properties = child.find(qualified("trPr"))
                cells = tuple(self.cells(child))
                yield Row(cells, is_head=bool(is_on(properties, "tblHeader")))
            elif _name(child) in ("sdt", *_BODY_INSIDE):
                yield from self.rows(child)

    def cells(self, parent: Element) -> Iterator[Cell]:
        """Yield the cells of a row, those inside controls too."""
        for child in parent:
            if _name(child) == "tc":
                properties = child.find(qualified("tcPr"))
                span = whole_number(value_of(properties, "gridSpan"), 100) or 1
                continues = value_of(properties, "vMerge") in ("", "continue")
                shaded = is_shaded(properties)
                yield Cell(tuple(self.content(child)), span, continues, shaded)
            elif _name(child) == "sdt":
                yield from self.controlled_cells(child)
            elif _name(child) in _BODY_INSIDE:
                yield from self.cells(child)

    def controlled_cells(self, element: Element) -> Iterator[Cell]:
        """Yield the cells that a control is around."""
        control = control_of(element)
        self.controls += [control] if control is not None else []
        for cell in self.cells(element):
            if is_placeholder(element):
                line = Line((), controls=() if control is None else (control,))
                yield replace(cell, content=(line,))
            else:
                yield cell
        self.controls.clear()

    def paragraph(self, element: Element) -> Iterator[Content]:
        """Yield a paragraph, then the text of boxes that hang on it."""
        self.count += 1
        if self.count > MOST_PARAGRAPHS:
            raise too_large(self.file.name)
        properties = element.find(qualified("pPr"))
        style = value_of(properties, "pStyle") or self.styles.default
        name = self.styles.name(style)
        looks = (bool(self.styles.switch(style, "b")), bool(self.styles.switch(style, "i")))
        parts = tuple(self.parts(element, *looks, ""))
        controls = tuple(self.controls)
        self.controls.clear()
        if not _CONTENTS.fullmatch(name):
            item = self.item(properties, style)
            outline = self.outline(properties, style, name)
            yield Line(parts, name, outline, item, *looks, controls)
        for box in element.iter(qualified("txbxContent")):
            # the same box stands there twice, the second time for older programs
            if next(box.iterancestors("{*}Fallback"), None) is None:
                yield from self.content(box)

    def outline(self, properties: Element | None, style: str, name: str) -> int | None:
        """Return how deep a heading a paragraph is, None for text."""
        given = None if properties is None else properties.find(qualified("outlineLvl"))
        given = self.styles.paragraph(style, "outlineLvl") if given is None else given
        if given is not None:
            level = whole_number(given.get(qualified("val")), 9)
            return level if level is not None and level <= _DEEPEST_OUTLINE else None
        found = _HEADING.match(name.lower())
        return int(found[1]) - 1 if found and found[1] != "0" else None

    def item(self, properties: Element | None, style: str) -> Item | None:
        """Return what makes a paragraph an item of a list."""
        given = None if properties is None else properties.find(qualified("numPr"))
        from_style = self.styles.paragraph(style, "numPr")
        number = value_of(given, "numId")
        number = value_of(from_style, "numId") if number is None else number
        if number is None:
            return None
        level = whole_number(value_of(given, "ilvl") or value_of(from_style, "ilvl"), 8)
        return self.lists.item(number, level or 0)

    def parts(
        self,
        parent: Element,
        bold: bool,  # noqa: FBT001 - how the letters look
        italic: bool,  # noqa: FBT001
        link: str,
    ) -> Iterator[Piece | Bookmark]:
        """Yield the letters and bookmarks inside an element."""
        for child in parent:
            name = _name(child)
            if name == "r":
                yield from self.run(child, bold, italic, link)
            elif name == "hyperlink":
                target = self.file.links.get(str(child.get(f"{{{RELATIONS}}}id")), link)
                yield from self.parts(child, bold, italic, target)
            elif name == "bookmarkStart":
                yield Bookmark(str(child.get(qualified("name"))), str(child.get(qualified("id"))))
            elif name == "bookmarkEnd":
                yield Bookmark("", str(child.get(qualified("id"))))
            elif name == "sdt":
                if (control := control_of(child)) is not None:
                    self.controls.append(control)
                if not is_placeholder(child):
                    yield from self.parts(child, bold, italic, link)
            elif name in _INSIDE:
                yield from self.parts(child, bold, italic, link)

    def run(
        self,
        run: Element,
        bold: bool,  # noqa: FBT001 - how the letters look
        italic: bool,  # noqa: FBT001
        link: str,
    ) -> Iterator[Piece]:
        """Yield the letters of a run."""
        text = "".join(self.letters(run))
        if not text or self.fields.is_instruction:
            return
        properties = run.find(qualified("rPr"))
        style = value_of(properties, "rStyle") or ""
        is_bold = _first(is_on(properties, "b"), self.styles.switch(style, "b"), bold)
        is_italic = _first(is_on(properties, "i"), self.styles.switch(style, "i"), italic)
        yield Piece(text, is_bold, is_italic, link or self.fields.link(), style)

    def letters(self, run: Element) -> Iterator[str]:
        """Yield the letters of a run, signs and breaks among them."""
        for child in run:
            name = _name(child)
            if name == "t":
                yield child.text or ""
            elif name in _SPECIAL:
                yield _SPECIAL[name]
            elif name == "sym":
                yield _SIGNS.get(str(child.get(qualified("char"))).upper(), "")
            elif name == "fldChar":
                yield from self.fields.follow(child)
            elif name == "instrText":
                self.fields.instruct(child.text or "")


def _first(*values: bool | None) -> bool:
    return next((value for value in values if value is not None), False)


def _name(element: Element) -> str:
    """Return the name of an element of Word's own namespace; blank for all others."""
    space, _, name = str(element.tag).rpartition("}")
    return name if space == f"{{{WORD}" else ""


def _is_shaded_alone(rows: tuple[Row, ...]) -> bool:
    """Tell whether the cells of the first row have a ground, and those of no other row."""
    shaded = [all(cell.is_shaded for cell in row.cells) for row in rows]
    return shaded[0] and not any(shaded[1:])


def _has_titles(row: Row) -> bool:
    """Tell whether something stands in every cell of a row, but for the corner at its start."""
    titles = row.cells[1:]
    return bool(titles) and all(any(line.text.strip() for line in cell.lines) for cell in titles)
