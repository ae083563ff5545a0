"""What a menu offers for a misspelt word, above the usual entries."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

Entry = tuple[str, Callable[[], object]]


def put_on_top(
    menu: QMenu, suggestions: Sequence[Entry], others: Sequence[Entry], nothing: str
) -> None:
    """Put better words over the entries of a menu, and what else can be done under them.

    Args:
        menu: a menu with entries.
        suggestions: the words, the best first, each with what taking it does.
        others: what can be done about the word itself.
        nothing: said where there is no better word.
    """
    first = menu.actions()[0]
    offered = [_action(menu, text.replace("&", "&&"), do) for text, do in suggestions]
    for action in offered:
        look = action.font()
        look.setBold(True)
        action.setFont(look)
    if nothing and not offered:
        offered = [QAction(nothing, menu, enabled=False)]
    for group in (offered, [_action(menu, text, do) for text, do in others]):
        menu.insertActions(first, group)
        if group:
            menu.insertSeparator(first)


def choose_first(menu: QMenu) -> None:
    """Choose the first entry that can be done, as for who came here with the keys."""
    possible = (action for action in menu.actions() if action.isEnabled())
    if action := next(possible, None):
        menu.setActiveAction(action)


def _action(menu: QMenu, text: str, do: Callable[[], object]) -> QAction:
    action = QAction(text, menu)
    action.triggered.connect(lambda _checked=False: do())
    return action
