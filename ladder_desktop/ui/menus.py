"""What stands in menus, and what can be done of it just now."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

Keys = QKeySequence.StandardKey | str | None
PRESENTED = "presented"  # the property that says so of an action


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
        presented: whether its shortcut works while one question is presented: all else that is
            around it is hidden then.
    """

    text: str | Callable[[], str]
    do: Callable[[], object]
    keys: Keys = None
    possible: Callable[[], bool] | None = None
    checked: Callable[[], bool] | None = None
    presented: bool = False

    def is_possible(self) -> bool:
        """Tell whether it can be done now."""
        return self.possible is None or self.possible()


@dataclass(frozen=True, slots=True)
class Submenu:
    """A menu in a menu, filled whenever it is opened."""

    text: str
    entries: Callable[[], Sequence[Entry]]


Line = Entry | Submenu | None  # None is a line between groups


class Menus:
    """The menus of a window, filled once, and true to what can be done whenever they are seen.

    A line is grey only while its menu is open: shortcuts of grey lines are dead, and nobody tells
    a closed menu that a workbook was opened or the focus moved. So every shortcut asks anew.
    """

    def __init__(self) -> None:
        self._entries: list[tuple[QAction, Entry]] = []
        self._filled: list[QMenu] = []

    def fill(self, menu: QMenu, lines: Sequence[Line]) -> None:
        """Fill a menu; from now on its shortcuts work."""
        for line in lines:
            self._add(menu, line)
        if menu in self._filled:
            return
        self._filled.append(menu)
        menu.aboutToShow.connect(self.refresh)
        # after the chosen line was done: the menu hides first
        menu.aboutToHide.connect(lambda: QTimer.singleShot(0, menu, self._revive))

    def clear(self) -> None:
        """Empty all menus, to be filled anew."""
        self._entries.clear()
        for menu in self._filled:
            for action in menu.actions():
                if inner := action.menu():
                    inner.deleteLater()
            menu.clear()

    def refresh(self) -> None:
        """Enable what can be done now, and tick what holds."""
        for action, entry in self._entries:
            action.setEnabled(entry.is_possible())
            if entry.checked:
                action.setChecked(entry.checked())
            if callable(entry.text):
                action.setText(entry.text())
                action.setVisible(bool(action.text()))

    def _revive(self) -> None:
        for action, _ in self._entries:
            action.setEnabled(True)

    def _add(self, menu: QMenu, line: Line) -> None:
        if line is None:
            menu.addSeparator()
        elif isinstance(line, Submenu):
            inner = menu.addMenu(line.text)
            inner.aboutToShow.connect(lambda: fill_menu(inner, line.entries()))
        else:
            action = add_entry(menu, line)
            action.setEnabled(True)
            self._entries.append((action, line))


def add_entry(menu: QMenu, entry: Entry) -> QAction:
    """Add one entry to a menu."""
    action = menu.addAction(entry.text() if callable(entry.text) else entry.text)
    action.triggered.connect(lambda _checked=False: entry.is_possible() and entry.do())
    if entry.keys is not None:
        action.setShortcuts(_sequences(entry.keys))
    action.setProperty(PRESENTED, entry.presented)
    action.setEnabled(entry.is_possible())
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
