"""Completions for a text box: offered while one types, never in the way."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor

from ladder_desktop.widgets.completions import Completions
from ladder_desktop.widgets.note.note_editor import NoteEditor
from ladder_desktop.widgets.scale import px

SHORTEST = 2
MOST_OFFERED = 8
# a role stands on a line of its own, or among others
PARTING = re.compile(r"[\n\u2029,;]\s*")
SPACE = 24


class Suggestions(QObject):
    """Offers completions for what is typed between the last comma or line break and the caret."""

    def __init__(self, note: NoteEditor, offered: Sequence[str]) -> None:
        super().__init__(note)
        self._note = note
        self._completer = Completions(offered, MOST_OFFERED, self)
        self._completer.setWidget(note)
        self._completer.activated.connect(self._insert)
        note.offers = self._completer.popup()
        note.edited.connect(self._offer)

    def _offer(self) -> None:
        begun = self._begun()
        popup = self._completer.popup()
        if popup is None:  # only before a completer has a model
            return
        if not self._note.hasFocus() or len(begun) < SHORTEST or self._is_whole(begun):
            popup.hide()
            return
        self._completer.setCompletionPrefix(begun)
        caret = self._note.cursorRect().translated(self._note.viewport().pos())
        caret.setWidth(popup.sizeHintForColumn(0) + px(SPACE))
        self._completer.complete(caret)

    def _begun(self) -> str:
        """Return what stands between the last parting sign and the caret."""
        cursor = self._note.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        return PARTING.split(before)[-1].lstrip()

    def _is_whole(self, begun: str) -> bool:
        self._completer.setCompletionPrefix(begun)
        only = self._completer.completionCount() == 1
        return only and self._completer.currentCompletion().casefold() == begun.casefold()

    def _insert(self, chosen: str) -> None:
        """Put a completion in the place of what was begun, as one step."""
        cursor = self._note.textCursor()
        units = len(self._begun().encode("utf-16-le")) // 2  # as Qt counts
        cursor.setPosition(cursor.position() - units, QTextCursor.MoveMode.KeepAnchor)
        self._note.setTextCursor(cursor)
        self._note.insert_text(chosen)
