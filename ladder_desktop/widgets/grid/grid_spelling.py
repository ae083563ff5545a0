"""Keeps what is misspelt in the cells of a table that can be seen."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QModelIndex

from ladder_desktop.blocks.cells import CellType
from ladder_desktop.spelling.proofreader import Mistake
from ladder_desktop.widgets.grid.cell_delegate import CellDelegate
from ladder_desktop.widgets.grid.grid_model import Index
from ladder_desktop.widgets.grid.grid_view import GridView
from ladder_desktop.widgets.note.spelling import Spelling
from ladder_desktop.widgets.note.spelt_box import Piece, units

PROSE: frozenset[CellType] = frozenset({"text", "long"})  # names of persons are in no dictionary
Cell = tuple[int, int]


class GridSpelling(Spelling[GridView]):
    """Has wavy lines painted under the misspelt words of cells."""

    def __init__(self, view: GridView, delegate: CellDelegate) -> None:
        super().__init__(view)
        self._delegate = delegate
        self._asked: list[tuple[Cell, int]] = []  # the cell of each piece, and its place there
        self._revision = 0
        view.model().dataChanged.connect(self._on_changed)
        view.model().modelReset.connect(self._on_reset)
        view.verticalScrollBar().valueChanged.connect(self.moved)

    def revision(self) -> int:
        """Return a number that other texts would not have."""
        return self._revision

    def pieces(self) -> list[Piece]:
        """Return the paragraphs of the cells that can be seen."""
        self._asked = []
        pieces: list[Piece] = []
        for index in self._seen():
            start = 0
            for paragraph in str(index.data() or "").split("\n"):
                self._asked.append(((index.row(), index.column()), start))
                pieces.append(Piece(len(pieces), paragraph))
                start += units(paragraph, len(paragraph)) + 1
        return pieces

    def show(self, pieces: Sequence[Piece], found: Sequence[Sequence[Mistake]]) -> None:
        """Show what was found in some pieces."""
        misspelt: dict[Cell, list[tuple[int, int]]] = {}
        for piece, mistakes in zip(pieces, found, strict=True):
            cell, start = self._asked[piece.start]
            for mistake in mistakes:
                first, last = (units(piece.text, at) for at in (mistake.start, mistake.end))
                misspelt.setdefault(cell, []).append((start + first, start + last))
        if misspelt != self._delegate.misspelt:
            self._delegate.misspelt = misspelt
            self.control.viewport().update()

    def clear(self) -> None:
        """Show no mistake."""
        self._delegate.misspelt = {}
        self.control.viewport().update()

    def renew(self) -> None:
        """Show all mistakes anew, in the colours of the theme."""
        self.control.viewport().update()

    def _seen(self) -> Iterator[Index]:
        """Yield the cells with prose that can be seen."""
        area = self.control.viewport().visibleRegion().boundingRect()
        model, columns = self.control.model(), self.control.columns_of(PROSE)
        row = max(self.control.rowAt(area.top()), 0)
        while row < model.rowCount() and self.control.rowViewportPosition(row) <= area.bottom():
            for column in columns:
                if self.control.free_text(row, column):
                    yield model.index(row, column)
            row += 1

    def _on_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        """Forget what was wrong in the rows that changed; whoever checks tells anew."""
        self._revision += 1
        kept = self._delegate.misspelt.items()
        self._delegate.misspelt = {
            cell: places for cell, places in kept if not first.row() <= cell[0] <= last.row()
        }
        self.typed.emit()

    def _on_reset(self) -> None:
        self._revision += 1
        self._delegate.misspelt = {}
        self.typed.emit()
