"""The list of what may be meant by what is typed."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QStringListModel, Qt
from PySide6.QtWidgets import QCompleter


class Completions(QCompleter):
    """Offers all that holds what is typed; what begins with it comes first."""

    def __init__(self, offered: Sequence[str], most: int, parent: QObject) -> None:
        """Take what can be offered, and how many lines are shown at once."""
        self._offered = list(offered)
        self._list = QStringListModel(self._offered)
        super().__init__(self._list, parent)
        self._list.setParent(self)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setMaxVisibleItems(most)

    def splitPath(self, path: str) -> list[str]:  # noqa: N802 - Qt's name
        """Bring what begins with the text to the top, before Qt takes what holds it."""
        begun = path.casefold()
        ordered = sorted(self._offered, key=lambda one: not one.casefold().startswith(begun))
        if ordered != self._list.stringList():
            self._list.setStringList(ordered)
        return [path]
