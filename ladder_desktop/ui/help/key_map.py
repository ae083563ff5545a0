"""The keyboard map: every key of the menus, and those that work in answers."""

import re
from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QGridLayout, QMenu, QWidget

from ladder_desktop.ui.tall_dialog import TallDialog
from ladder_desktop.widgets.directions import lead
from ladder_desktop.widgets.labels import Body, Caption, Question
from ladder_desktop.widgets.scale import px
from ladder_desktop.words import Words

WIDTH, HEIGHT = 560, 640
MOST_SHOWN = 2  # keys for one thing
USUAL = re.compile(r"(Ctrl|Alt|F[1-9]\b|F1[0-2]\b)")  # no keys called New or Save
Native = QKeySequence.SequenceFormat.NativeText
Row = tuple[str, str]  # keys, and what they do


class KeyMap(TallDialog):
    """Shows the keys, menu by menu.

    Attributes:
        rows: what is shown: keys, and what they do.
    """

    def __init__(self, menus: Sequence[QMenu], words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words("Keys"), WIDTH, HEIGHT, words, parent)
        self.rows: list[Row] = []
        self._add(words("In answers"), _in_answers(words))
        for menu in menus:
            self._add(menu.title().replace("&", ""), [*_rows(menu.actions(), words)])
        self.column.addStretch(1)
        self.close_button.setFocus()

    def _add(self, title: str, rows: Sequence[Row]) -> None:
        if not rows:
            return
        self.rows += rows
        self.column.addWidget(Question(title))
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(24))
        grid.setVerticalSpacing(px(6))
        grid.setColumnMinimumWidth(0, px(170))
        for number, (keys, what) in enumerate(rows):
            pressed = Caption(keys)
            lead(pressed)
            grid.addWidget(pressed, number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Body(what), number, 1, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 2)
        self.column.addLayout(grid)


def _in_answers(words: Words) -> list[Row]:
    return [
        (_key("Tab"), words("To the next box; with Shift to the one before")),
        (words("1, 2, 3 …"), words("Choose a level of a rating; again to take it back")),
        (_key("Space"), words("Tick, or open and close what folds")),
        ("- , 1.", words("Begin a list, at the start of a line")),
        (f"{_key('Alt+Up')}, {_key('Alt+Down')}", words("Move a row of a table")),
        (_key("Alt+Del"), words("Delete a row of a table")),
        (_key("Alt+Down"), words("Open the calendar, while a day is changed")),
        (words("Menu key"), words("What can be done here")),
    ]


def _rows(actions: Iterable[QAction], words: Words) -> Iterable[Row]:
    """Yield the keys of a menu; those of numbered sections as one."""
    has_numbers = False
    for action in actions:
        if isinstance(inner := action.menu(), QMenu):
            yield from _rows(inner.actions(), words)
        keys = action.shortcuts()
        if not keys:
            continue
        if keys[0].toString().removeprefix("Ctrl+") in [*"123456789"]:
            has_numbers = True
            continue
        usual = [key for key in keys if USUAL.match(key.toString())][:MOST_SHOWN]
        shown = ", ".join(key.toString(Native) for key in usual or keys[:1])
        yield shown, action.text().replace("&", "").rstrip("…")
    if has_numbers:
        yield f"{_key('Ctrl+1')} – {_key('Ctrl+9')}", words("To a section by its number")


def _key(text: str) -> str:
    return QKeySequence(text).toString(Native)
