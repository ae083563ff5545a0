"""What stands in menus, and what can be done of it just now."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

Keys = QKeySequence.StandardKey | str | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a menu.

    Attributes:
        text: what it says, with an & before the letter that chooses it; or who knows that just
            now, and returns a blank where the line has no place.
        do: what happens.
        keys: the shortcut.
        possible: tells whether it can be done now; None for what always can.
        checked: tells whether it has a tick; None for a line that never has one.
    """

    text: str | Callable[[], str]
    do: Callable[[], object]
    keys: Keys = None
    possible: Callable[[], bool] | None = None
    checked: Callable[[], bool] | None = None


@dataclass(frozen=True, slots=True)
class Submenu:
    """A menu in a menu, filled whenever it is opened."""

    text: str
    entries: Callable[[], Sequence[Entry]]


Line = Entry | Submenu | None  # None is a line between groups


class Menus:
    """The menus of a window, filled once, and kept true to what can be done now."""

    def __init__(self) -> None:
        self._entries: list[tuple[QAction, Entry]] = []

    def fill(self, menu: QMenu, lines: Sequence[Line]) -> None:
        """Fill a menu; from now on its shortcuts work."""
        for line in lines:
            self._add(menu, line)
        menu.aboutToShow.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Enable what can be done now, and tick what holds."""
        for action, entry in self._entries:
            action.setEnabled(entry.possible is None or entry.possible())
            if entry.checked:
                action.setChecked(entry.checked())
            if callable(entry.text):
                action.setText(entry.text())
                action.setVisible(bool(action.text()))

    def _add(self, menu: QMenu, line: Line) -> None:
        if line is None:
            menu.addSeparator()
        elif isinstance(line, Submenu):
            inner = menu.addMenu(line.text)
            inner.aboutToShow.connect(lambda: fill_menu(inner, line.entries()))
        else:
            self._entries.append((add_entry(menu, line), line))


def add_entry(menu: QMenu, entry: Entry) -> QAction:
    """Add one entry to a menu."""
    action = menu.addAction(entry.text() if callable(entry.text) else entry.text)
    action.triggered.connect(lambda _checked=False: entry.do())
    if entry.keys is not None:
        action.setShortcuts(_sequences(entry.keys))
    if entry.possible:
        action.setEnabled(entry.possible())
    if entry.checked:
        action.setCheckable(True)
        action.setChecked(entry.checked())
    return action


def fill_menu(menu: QMenu, entries: Sequence[Entry]) -> None:
    """Put entries into a menu in place of the former."""
    menu.clear()
    for entry in entries:
        add_entry(menu, entry)


def _sequences(keys: Keys) -> list[QKeySequence]:
    if isinstance(keys, str):
        return [QKeySequence(part) for part in keys.split(" or ")]
    return list(QKeySequence.keyBindings(keys)) if keys is not None else []
