"""Tables: heads that repeat on every page and say that they are heads."""

from collections.abc import Iterable, Iterator, Sequence

from ladder_desktop.document.clean import one_line
from ladder_desktop.document.nodes import Bar, Cell, Chart, Column, Detail, Grid, Place
from ladder_desktop.export.columns import widths
from ladder_desktop.export.docx.kit import Kit
from ladder_desktop.export.docx.look import TWENTIETHS
from ladder_desktop.export.docx.notes import note
from ladder_desktop.export.docx.xml import Element, qualified, w

_LEAST_SHARE = 0.1
_WRITING_ROOM = 44.0  # points of an empty row for handwriting
_DETAIL_SHARES = (0.26, 0.74)
_CHART_SHARES = (0.46, 0.36, 0.18)
_BAR_HEIGHT = 9.0
_PADDING, _NARROW_PADDING = 6.0, 4.0  # points at either side of a cell
# A table of more columns has smaller letters, less room around them, and part of the margins.
_MANY, _REACH = 5, 24.0
# What a letter or figure takes of its size, in any of the usual fonts.
_LETTER = 0.58
_LETTERS, _NARROW_LETTERS = 9.75, 8.25
# Letters of a cell that a page can hold whole, and those that a line break stands for.
_LOW, _LINE = 300, 30
_LOOKED_AT = 400  # enough rows, and enough of a long text, to know a column's words


def grid(kit: Kit, node: Grid) -> Iterator[Element]:
    """Yield a table's caption, its head, its rows and its totals."""
    if node.caption.strip():
        yield kit.printed("Caption", node.caption)
    yield from kit.printed_lines("Guidance", node.guidance)
    table = _Table(
        kit, [column.weight for column in node.columns], head_row=True, words=_longest_words(node)
    )
    made = table.element(node.caption)
    made.append(_head(table, node))
    rows = [_row(table, node.columns, cells) for cells in node.rows]
    made.extend(rows)
    if node.totals:
        for paragraph in rows[-1].iter(qualified("pPr")) if rows else ():
            paragraph.insert(1, w("keepNext"))  # with the totals
        made.append(_totals(table, node))
    yield made
    yield gap(kit)


def details(kit: Kit, nodes: Sequence[Detail], title: str) -> Iterator[Element]:
    """Yield who, where and which workshop as a table of two columns."""
    table = _Table(kit, _DETAIL_SHARES, head_row=False)
    made = table.element(title)
    for node in nodes:
        name = kit.names.answer(Place("details", node.id))
        label = [kit.printed("DetailLabel", node.label, name)]
        value = list(note(kit, node.value, "TableCell"))
        made.append(table.row((label, value)))
    yield made
    yield gap(kit)


def chart(kit: Kit, node: Chart) -> Iterator[Element]:
    """Yield a chart as a table: what, a bar, and the figure it stands for."""
    table = _Table(kit, _CHART_SHARES, head_row=False)
    said = "; ".join(f"{one_line(bar.label)}: {one_line(bar.figure)}" for bar in node.bars)
    made = table.element(node.title, said)
    made.extend(_bar(table, bar, node.maximum) for bar in node.bars)
    yield made
    yield gap(kit)


def columns(kit: Kit, cells: Sequence[tuple[str, str]], chosen: int | None) -> Iterator[Element]:
    """Yield a table with a head and a text in each column; one of them may be set off."""
    table = _Table(kit, [1.0] * len(cells), head_row=True)
    made = table.element("")
    heads = [[kit.printed("TableHead", head)] for head, _ in cells]
    texts = [[kit.printed("Level", text)] for _, text in cells]
    made.append(table.row(heads, is_head=True))
    fills = {chosen} if chosen is not None else ()
    made.append(table.row(texts, fills=fills, is_whole=True))
    yield made
    yield gap(kit)


def gap(kit: Kit) -> Element:
    """Return the empty line that Word wants between tables."""
    return kit.paragraph("Level", (), "")


class _Table:
    """Makes the rows of one table, whose columns share the width of the page.

    Attributes:
        kit: what makes paragraphs.
        widths: of the columns, in twentieths of a point.
        head: the style of heads.
        cell: the style of cells.
    """

    def __init__(
        self, kit: Kit, weights: Sequence[float], *, head_row: bool, words: Sequence[int] = ()
    ) -> None:
        self.kit = kit
        self._head_row = head_row
        is_narrow = len(weights) > _MANY
        self.head, self.cell = (
            ("NarrowTableHead", "NarrowTableCell") if is_narrow else ("TableHead", "TableCell")
        )
        self._padding = kit.look.length(_NARROW_PADDING if is_narrow else _PADDING)
        self._reach = kit.look.length(_REACH) if is_narrow else 0
        letter = kit.look.length(_LETTER * (_NARROW_LETTERS if is_narrow else _LETTERS))
        least = [word * letter + 2 * self._padding for word in words or [0] * len(weights)]
        shares = [max(weight, _LEAST_SHARE) for weight in weights]
        self.widths = [
            int(each) for each in widths(shares, least, kit.look.column + 2 * self._reach)
        ]

    def rooms(self) -> list[float]:
        """Return the width inside each cell in points."""
        return [max(width - 2 * self._padding, 1) / TWENTIETHS for width in self.widths]

    def element(self, title: str, description: str = "") -> Element:
        """Return the table without rows; title and description are its text alternative."""
        head = int(self._head_row)
        properties = [w("tblStyle", val="WorkbookTable")]
        if not self.kit.rightward:
            properties.append(w("bidiVisual"))
        properties += [
            w("tblW", w=sum(self.widths), type="dxa"),
            *([w("tblInd", w=-self._reach, type="dxa")] if self._reach else []),
            w("tblLayout", type="fixed"),
            *([self._margins()] if self._reach else []),
            w("tblLook", val="0620" if head else "0680", firstRow=head, lastRow=0,
              firstColumn=1 - head, lastColumn=0, noHBand=1, noVBand=1),
        ]  # fmt: skip
        if title.strip():
            properties.append(w("tblCaption", val=one_line(title)))
        if description.strip():
            properties.append(w("tblDescription", val=description))
        columns = w("tblGrid", *(w("gridCol", w=width) for width in self.widths))
        return w("tbl", w("tblPr", *properties), columns)

    def _margins(self) -> Element:
        sides = (w(side, w=self._padding, type="dxa") for side in ("left", "right"))
        return w("tblCellMar", *sides)

    def row(
        self,
        cells: Iterable[Sequence[Element]],
        *,
        is_head: bool = False,
        fills: Iterable[int] = (),
        least_height: int = 0,
        is_whole: bool = False,
    ) -> Element:
        """Return a row; each cell is a list of paragraphs.

        Args:
            cells: from the start of the line to its end.
            is_head: the row heads the columns, on every page.
            fills: which cells are tinted.
            least_height: room to write in, in twentieths of a point.
            is_whole: the row stays on one page.
        """
        made = w("tr")
        rules = [w("cantSplit")] if is_head or is_whole else []
        rules += [w("trHeight", val=least_height, hRule="atLeast")] if least_height else []
        rules += [w("tblHeader")] if is_head else []
        if rules:
            made.append(w("trPr", *rules))
        for index, (width, inside) in enumerate(zip(self.widths, cells, strict=True)):
            properties = w("tcPr", w("tcW", w=width, type="dxa"))
            if is_head or index in fills:
                tint = self.kit.look.palette.tint
                properties.append(w("shd", val="clear", color="auto", fill=tint))
            made.append(w("tc", properties, *inside))
        return made


def _head(table: _Table, node: Grid) -> Element:
    kit = table.kit
    cells = []
    for column in node.columns:
        name = kit.names.column(Place(node.place.block, node.place.item, column=column.id))
        cells.append([_aligned(kit.printed(table.head, column.title, name), column)])
    return table.row(cells, is_head=True)


def _row(table: _Table, heads: Sequence[Column], cells: Sequence[Cell]) -> Element:
    kit = table.kit
    made = [
        [_aligned(each, column) for each in note(kit, cell.text, table.cell, room=room)]
        for column, cell, room in zip(heads, cells, table.rooms(), strict=True)
    ]
    is_empty = not any(cell.text.strip() for cell in cells)
    room = kit.look.length(_WRITING_ROOM) if kit.look.blank and is_empty else 0
    most = max(len(cell.text) + _LINE * cell.text.count("\n") for cell in cells)
    return table.row(made, least_height=room, is_whole=most <= _LOW)


def _totals(table: _Table, node: Grid) -> Element:
    kit = table.kit
    cells = [
        [_aligned(kit.printed(table.head, cell.text), column)]
        for column, cell in zip(node.columns, node.totals, strict=True)
    ]
    return table.row(cells, fills=range(len(cells)), is_whole=True)


def _longest_words(node: Grid) -> list[int]:
    """Return how many letters the longest word of each column has."""
    rows = [*node.rows[:_LOOKED_AT], *([node.totals] if node.totals else [])]
    return [
        max(
            (len(word) for text in texts for word in text[:_LOOKED_AT].split()),
            default=0,
        )
        for texts in (
            [column.title, *(row[place].text for row in rows)]
            for place, column in enumerate(node.columns)
        )
    ]


def _aligned(paragraph: Element, column: Column) -> Element:
    if column.align == "end":
        paragraph[0].append(w("jc", val="right"))
    return paragraph


def _bar(table: _Table, bar: Bar, most: float) -> Element:
    kit = table.kit
    share = min(max((bar.value or 0) / most, 0), 1) if most else 0
    label = [kit.printed("TableCell", bar.label)]
    figure = [kit.printed("TableHead", bar.figure)]
    return table.row((label, [_beam(kit, share, table.widths[1])], figure))


def _beam(kit: Kit, share: float, width: int) -> Element:
    """Return an empty paragraph whose tinted ground is as long as the bar."""
    height = kit.look.length(_BAR_HEIGHT)
    inner = width - 2 * kit.look.length(6)
    made = w("pPr", w("pStyle", val="TableCell"))
    if share:
        made.append(w("shd", val="clear", color="auto", fill=kit.look.palette.accent))
    made.append(w("spacing", before=0, after=0, line=height, lineRule="exact"))
    made.append(w("ind", right=int(inner * (1 - share))))
    return w("p", made)
