"""The places where words were found in all workbooks, as a view asks for them."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from ladder_desktop.store.searching import FoundIn, Hit
from ladder_desktop.ui.status import clock
from ladder_desktop.words import Words

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class FoundModel(QAbstractListModel):
    """One row for each place; the first one of a workbook tells whose it is."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._rows: list[tuple[FoundIn, Hit]] = []

    def show_found(self, found: Sequence[FoundIn]) -> None:
        """Show these in place of the former."""
        self.beginResetModel()
        self._rows = [(one, hit) for one in found for hit in one.hits]
        self.endResetModel()

    def row(self, number: int) -> tuple[FoundIn, Hit]:
        """Return a place, and the workbook it is in."""
        return self._rows[number]

    def is_first(self, number: int) -> bool:
        """Tell whether a place is the first one of its workbook."""
        return number == 0 or self._rows[number - 1][0] is not self._rows[number][0]

    def left_out(self, number: int) -> int:
        """Return how many places of its workbook are not shown, at the last that is."""
        found = self._rows[number][0]
        is_last = number + 1 == len(self._rows) or self.is_first(number + 1)
        return found.total - len(found.hits) if is_last else 0

    def name(self, number: int) -> str:
        """Return whose workbook it is; where nobody said, what its file is called."""
        found = self._rows[number][0]
        return found.name or found.path.stem

    def about(self, number: int) -> str:
        """Return what kind of workbook it is, and when it was saved."""
        found = self._rows[number][0]
        if found.changed is None:
            return found.title
        local = found.changed.astimezone()
        saved = f"{self._words.date(local.date())}, {clock(local)}"
        return " · ".join(part for part in (found.title, saved) if part)

    def where(self, number: int) -> str:
        """Return section and question of a place."""
        hit = self._rows[number][1]
        parts = (hit.section, hit.question)
        return " · ".join(part for part in parts if part) or self._words("Details")

    def rowCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Return how many places there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what is read out: the whole row; under the pointer, where the file lies."""
        if role == Qt.ItemDataRole.ToolTipRole:
            return str(self._rows[index.row()][0].path)
        if role not in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
            return None
        number = index.row()
        return self._words(
            "{name}, {workbook}. {place}: {text}",
            name=self.name(number),
            workbook=self._rows[number][0].title,
            place=self.where(number),
            text=self._rows[number][1].excerpt,
        )
