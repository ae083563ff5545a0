"""Presents a workbook in a room: one question in large type, with its own box and undo."""

from collections.abc import Iterator

import msgspec
from PySide6.QtCore import QEvent, QKeyCombination, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from ladder_desktop.ui.main_window import MainWindow
from ladder_desktop.ui.menus import PRESENTED
from ladder_desktop.ui.pages import SectionPage
from ladder_desktop.ui.presenting.presentation import Presentation
from ladder_desktop.ui.workbook_view import WorkbookView
from ladder_desktop.widgets.announce import announce
from ladder_desktop.widgets.block_editor import BlockEditor
from ladder_desktop.widgets.card import Hairline
from ladder_desktop.widgets.reveal import reveal

TIMES = 1.6  # as large as usual
NO_LIMIT = 16_777_215  # Qt's own largest size
A_MOMENT = 250  # ms in which a window manager, where there is one, gives the window the screen
Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
PAGES = {Key.Key_PageDown: 1, Key.Key_PageUp: -1}
ARROWS = {Key.Key_Right: 1, Key.Key_Left: -1}
SECTIONS = {Key.Key_Tab: 1, Key.Key_Backtab: -1, **PAGES}  # with Control
NUMBERS = range(Key.Key_1.value, Key.Key_9.value + 1)
SIGNS = (Key.Key_Plus, Key.Key_Equal, Key.Key_Minus, Key.Key_0, Key.Key_Question, Key.Key_Slash)


class Shown(msgspec.Struct, frozen=True):
    """One question: the number of its section, from 0, its block, and its item there."""

    section: int
    block: str
    item: str


class Presenting(QObject):
    """Hides everything but one question, and brings everything back.

    The page's own editor is put onto the screen, so that saving and undoing go on as ever.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._screen: Presentation | None = None
        self._plan: list[Shown] = []
        self._at = 0
        self._lent: tuple[SectionPage, str, int] | None = None  # where the editor belongs
        self._shown: BlockEditor | None = None
        self._hidden: list[QWidget] = []
        self._state = window.windowState()
        self._geometry = QRect()
        window.workbook_shown.connect(self._forget)

    def is_on(self) -> bool:
        """Tell whether a question is presented."""
        return self._screen is not None

    def switch(self) -> None:
        """Begin, or leave."""
        if self.is_on():
            self.leave()
        else:
            # a menu gives the focus back when it is gone
            QTimer.singleShot(0, self, self.begin)

    def begin(self) -> None:
        """Present the question that has the focus, or else the first of the open section."""
        view = self._window.view
        if view is None or self.is_on():
            return
        view.session.flush()
        self._plan = list(_plan(view))
        if not self._plan:
            return
        self._at = _start(self._plan, view)
        self._screen = screen = Presentation(self._window.program.words)
        screen.turned.connect(self.turn)
        screen.left.connect(self.leave)
        view.session.replaced.connect(self.leave)
        _let_go_of_focus()
        self._take_screen(screen)
        self._window.program.look.magnify(TIMES)
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]
        self._show(view)

    def leave(self) -> None:
        """Show everything again, with the focus where it was."""
        screen, view = self._screen, self._window.view
        if screen is None:
            return
        control = screen.page.focusWidget()
        _let_go_of_focus()
        self._give_back()
        self._close()
        if view is None:
            return
        shown = self._plan[self._at]
        view.session.replaced.disconnect(self.leave)
        if control is not None:
            control.setFocus()  # or the page would put the caret where it was when it was opened
        if view.page() is not view.section_page(shown.section):
            view.open_section(shown.section)
        if control is not None and view.page().isAncestorOf(control):
            reveal(control)
        else:
            view.show_question(shown.section, shown.block, shown.item)

    def turn(self, by: int) -> None:
        """Present the next question, or the one before; at the ends nothing happens."""
        self._turn_to(self._at + by)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Turn and leave by keys wherever the focus is; let those rest that lead elsewhere."""
        kind = event.type()
        if kind == QEvent.Type.Close and watched is self._window:
            self.leave()  # or the window would be as large as the screen tomorrow
        if isinstance(event, QKeyEvent) and isinstance(watched, QWidget) and self._is_here(watched):
            if kind == QEvent.Type.ShortcutOverride and self._leads_elsewhere(event):
                event.accept()
                return True
            if kind == QEvent.Type.KeyPress:
                return self._took(watched, event)
        return False

    def _is_here(self, control: QWidget) -> bool:
        """Tell whether keys go to the presented question, and not to a list over it."""
        is_over = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        return not is_over and control.window() is self._window

    def _took(self, control: QWidget, event: QKeyEvent) -> bool:
        key, modifiers = Key(event.key()), event.modifiers()
        # what a control has no use for goes on to what is around it
        is_first = control is (QApplication.focusWidget() or self._window)
        if not is_first or (key == Key.Key_Escape and _is_busy(control)):
            return False
        if key in (Key.Key_Escape, Key.Key_F5):
            self.leave()
        elif key in PAGES and not modifiers:
            self.turn(PAGES[key])
        elif modifiers & CONTROL and (key in SECTIONS or key.value in NUMBERS):
            self._turn_to(self._first_of_section(key))
        elif key in ARROWS and (modifiers & ALT or (not modifiers and self._is_idle(control))):
            self.turn(ARROWS[key] * (-1 if self._is_mirrored() else 1))
        else:
            return False
        return True

    def _turn_to(self, at: int) -> None:
        view = self._window.view
        if view and self.is_on() and 0 <= at < len(self._plan):
            view.session.flush()
            _let_go_of_focus()
            self._give_back()
            self._at = at
            self._show(view)

    def _first_of_section(self, key: Key) -> int:
        """Return the place of the first question of the section that a key leads to."""
        sections = [shown.section for shown in self._plan]
        here = sections[self._at]
        if key.value in NUMBERS:
            wanted = [key.value - NUMBERS.start]
        elif SECTIONS[key] > 0:
            wanted = [each for each in sections if each > here][:1]
        else:
            wanted = [each for each in sections if each < here][-1:]
        return sections.index(wanted[0]) if wanted and wanted[0] in sections else self._at

    def _leads_elsewhere(self, event: QKeyEvent) -> bool:
        """Tell whether a key is a shortcut to something that is hidden now."""
        is_function = Key.Key_F1 <= Key(event.key()) <= Key.Key_F35
        if not (event.modifiers() & CONTROL or is_function):
            return False
        actions = (action for menu in self._window.menus.values() for action in menu.actions())
        stays = (action for action in actions if action.property(PRESENTED))
        return not any(_is_key_of(action, event) for action in stays)

    def _is_idle(self, control: QWidget) -> bool:
        """Tell whether a control has no use for arrow keys: all outside the question."""
        return self._screen is not None and not self._screen.page.isAncestorOf(control)

    def _is_mirrored(self) -> bool:
        return self._window.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _show(self, view: WorkbookView) -> None:
        screen = self._screen
        if screen is None:
            return
        shown = self._plan[self._at]
        page = view.section_page(shown.section)
        self._shown = editor = page.editors[shown.block]
        self._lent = page, shown.block, page.column.indexOf(editor)
        self._hide_others(editor, shown.item)
        screen.show_editor(editor)
        screen.show_place(view.section_titles()[shown.section], self._at + 1, len(self._plan))
        editor.show_item(shown.item)
        # once the screen has its size, and everything in it its place
        QTimer.singleShot(0, screen, screen.show_beginning)
        announce(screen, screen.place.text())

    def _give_back(self) -> None:
        """Put the editor back where it belongs, with all its parts."""
        for widget in self._hidden:
            widget.show()
        self._hidden.clear()
        if self._lent:
            page, block, place = self._lent
            editor = page.editors[block]
            if self._shown is not editor and self._shown is not None:
                self._shown.setParent(page.reading)  # undoing may bring it back
            editor.set_beyond(0)  # the page knows better, once it has its usual size again
            page.column.insertWidget(place, editor)
            editor.show()
        self._lent = None

    def _hide_others(self, editor: BlockEditor, item: str) -> None:
        parts = editor.parts()
        if item not in parts:
            return
        others = [part for name, part in parts.items() if name != item]
        lines = editor.findChildren(Hairline)
        self._hidden = [one for one in (*others, *lines) if not one.isHidden()]
        for widget in self._hidden:
            widget.hide()

    def _take_screen(self, screen: Presentation) -> None:
        window = self._window
        self._state, self._geometry = window.windowState(), window.geometry()
        window.set_alone(screen)
        # not hidden: keys of hidden menus are dead
        window.menuBar().setMaximumHeight(0)
        window.showFullScreen()
        QTimer.singleShot(A_MOMENT, self, self._fill_screen)

    def _fill_screen(self) -> None:
        """Take the screen oneself where no window manager gives it."""
        if self.is_on() and self._window.size() != self._window.screen().size():
            self._window.setGeometry(self._window.screen().geometry())

    def _close(self) -> None:
        screen, window = self._screen, self._window
        self._screen = None
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        window.program.look.magnify(1.0)
        window.menuBar().setMaximumHeight(NO_LIMIT)
        window.set_alone(None)
        window.setWindowState(self._state)
        if not self._state & (Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen):
            window.setGeometry(self._geometry)
        if screen is not None:
            screen.deleteLater()

    def _forget(self) -> None:
        """Leave when another workbook, or another view of this one, took the place."""
        if self.is_on():
            self._hidden.clear()
            self._lent = None  # it went with the former view
            self._close()


def _plan(view: WorkbookView) -> Iterator[Shown]:
    """Yield every question that counts, in order."""
    workbook = view.session.workbook
    for number, section in enumerate(workbook.template.sections):
        for block, question in workbook.questions(section):
            yield Shown(number, block.id, question.item)


def _let_go_of_focus() -> None:
    """Let nothing have the focus: it would wander over the buttons while a question goes."""
    if there := QApplication.focusWidget():
        there.clearFocus()


def _start(plan: list[Shown], view: WorkbookView) -> int:
    """Return the place of the question with the focus, or the first from here on."""
    page, block = view.page(), view.focused_block()
    control = page.focusWidget()
    if isinstance(page, SectionPage) and block and control is not None:
        parts = page.editors[block].parts()
        item = next((name for name, part in parts.items() if part.isAncestorOf(control)), "")
        here = Shown(view.tabs.current(), block, item)
        if here in plan:
            return plan.index(here)
    current = view.tabs.current()
    later = (number for number, shown in enumerate(plan) if shown.section >= current)
    return next(later, len(plan) - 1)


def _is_key_of(action: QAction, event: QKeyEvent) -> bool:
    """Tell whether a key is the shortcut of an action, wherever on the keyboard its sign is."""
    meant = [QKeySequence(event.keyCombination())]
    if event.key() in SIGNS and event.modifiers() & CONTROL:
        meant.append(QKeySequence(QKeyCombination(CONTROL, Key(event.key()))))
    return any(keys in meant for keys in action.shortcuts())


def _is_busy(control: QWidget) -> bool:
    """Tell whether Escape has something to close first: a cell, or a list over a box."""
    offers = getattr(control, "offers", None)
    parent = control.parentWidget()
    in_cell = parent is not None and parent.objectName() == "qt_scrollarea_viewport"
    return in_cell or (offers is not None and offers.isVisible())
