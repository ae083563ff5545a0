"""Presents a workbook in a room: one question in large type, with its own box and undo."""

from collections.abc import Iterator

import msgspec
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from ladder_desktop.ui.main_window import MainWindow
from ladder_desktop.ui.pages import SectionPage
from ladder_desktop.ui.present_bar import PresentBar
from ladder_desktop.ui.workbook_view import WorkbookView
from ladder_desktop.widgets.announce import announce
from ladder_desktop.widgets.block_editor import BlockEditor
from ladder_desktop.widgets.card import Card

TIMES = 1.6  # as large as usual
NO_LIMIT = 16_777_215  # Qt's own largest size
# what remote controls for slides send as well
KEYS = {"PgDown": 1, "PgUp": -1}


class Shown(msgspec.Struct, frozen=True):
    """What is presented at a time.

    Attributes:
        section: the number of its section, from 0.
        block: the id of the block.
        card: which of the block's cards, from 0; a block without cards is shown whole.
    """

    section: int
    block: str
    card: int = 0


class Presenting(QObject):
    """Hides everything but one question, and brings everything back.

    The page's own editor stays where it is, so that saving and undoing go on as ever.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._bar: PresentBar | None = None
        self._plan: list[Shown] = []
        self._at = 0
        self._hidden: list[QWidget] = []
        self._around: list[QWidget] = []
        self._keys: list[QShortcut] = []
        self._is_turning = False
        window.workbook_shown.connect(self.leave)
        window.closing.connect(self.leave)

    def is_on(self) -> bool:
        """Tell whether a question is presented."""
        return self._bar is not None

    def switch(self) -> None:
        """Begin, or leave."""
        if self.is_on():
            self.leave()
        else:
            self.begin()

    def begin(self) -> None:
        """Present the question that has the focus, or else the first of the open section."""
        view = self._window.view
        if view is None:
            return
        here, block = view.tabs.current(), view.focused_block()
        plan = list(_plan(view))
        if not plan:
            return
        self._plan = plan
        self._at = _start(plan, here, block, _focused_card(view))
        self._bar = self._make_bar(view)
        self._hide_around(view)
        self._listen(view)
        self._window.program.look.magnify(TIMES)
        self._show(view)

    def leave(self) -> None:
        """Show everything again, the caret where it was last."""
        bar, view = self._bar, self._window.view
        if bar is None:
            return
        self._bar = None
        bar.hide()
        bar.deleteLater()
        for key in self._keys:
            key.setEnabled(False)
            key.deleteLater()
        self._keys.clear()
        self._show_hidden()
        for widget in self._around:
            widget.show()
        self._around.clear()
        self._window.menuBar().setMaximumHeight(NO_LIMIT)
        self._window.program.look.magnify(1.0)
        if view:
            view.focus_page()

    def turn(self, by: int) -> None:
        """Present the next question, or the one before; at the ends nothing happens."""
        view = self._window.view
        if view and self.is_on() and 0 <= self._at + by < len(self._plan):
            self._at += by
            self._show(view)

    def _show(self, view: WorkbookView) -> None:
        shown = self._plan[self._at]
        self._show_hidden()
        self._is_turning = True
        view.open_section(shown.section)
        self._is_turning = False
        page = view.pages()[shown.section]
        editor = page.editors[shown.block]
        self._hide_others(page, editor)
        cards = _cards(editor)
        self._hide(card for number, card in enumerate(cards) if number != shown.card)
        _focus_first(cards[shown.card] if cards else editor)
        page.verticalScrollBar().setValue(0)
        self._tell(view)

    def _tell(self, view: WorkbookView) -> None:
        if self._bar:
            shown, words = self._plan[self._at], self._window.program.words
            place = words("{number} of {total}", number=self._at + 1, total=len(self._plan))
            title = view.section_titles()[shown.section]
            self._bar.show_place(f"{place} · {title}", self._at, len(self._plan))
            announce(self._bar, place)

    def _make_bar(self, view: WorkbookView) -> PresentBar:
        bar = PresentBar(self._window.program.words)
        bar.turned.connect(self.turn)
        bar.left.connect(self.leave)
        view.frame.addWidget(bar)
        return bar

    def _hide_around(self, view: WorkbookView) -> None:
        around = [view.header, view.banner, view.tabs, self._window.status]
        self._around = [widget for widget in around if not widget.isHidden()]
        for widget in self._around:
            widget.hide()
        # not hidden: keys of hidden menus are dead
        self._window.menuBar().setMaximumHeight(0)

    def _listen(self, view: WorkbookView) -> None:
        for text, by in KEYS.items():
            key = QShortcut(QKeySequence(text), self._window)
            key.activated.connect(lambda by=by: self.turn(by))
            self._keys.append(key)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self._window)
        escape.activated.connect(self.leave)
        self._keys.append(escape)
        if stack := view.findChild(QStackedWidget):
            # whoever goes elsewhere, such as to the details, wants to see it
            stack.currentChanged.connect(self._on_page_changed, Qt.ConnectionType.UniqueConnection)

    def _on_page_changed(self, _index: int) -> None:
        if not self._is_turning:
            self.leave()

    def _hide_others(self, page: SectionPage, editor: BlockEditor) -> None:
        items = (page.column.itemAt(row) for row in range(page.column.count()))
        widgets = [widget for item in items if item and (widget := item.widget())]
        self._hide(widget for widget in widgets if widget is not editor)

    def _hide(self, widgets: Iterator[QWidget]) -> None:
        hidden = [widget for widget in widgets if not widget.isHidden()]
        for widget in hidden:
            widget.hide()
        self._hidden += hidden

    def _show_hidden(self) -> None:
        for widget in self._hidden:
            widget.show()
        self._hidden.clear()


def _plan(view: WorkbookView) -> Iterator[Shown]:
    """Yield what there is to present: blocks with questions, card by card."""
    workbook = view.session.workbook
    for number, (section, page) in enumerate(
        zip(workbook.template.sections, view.pages(), strict=True)
    ):
        asked = {block.id for block, _ in workbook.questions(section)}
        for block_id, editor in page.editors.items():
            if block_id in asked:
                yield from (
                    Shown(number, block_id, card) for card in range(max(len(_cards(editor)), 1))
                )


def _cards(editor: BlockEditor) -> list[Card]:
    """Return the cards of a block that are for this person, in their order."""
    items = (editor.column.itemAt(row) for row in range(editor.column.count()))
    widgets = [item.widget() for item in items if item]
    return [one for one in widgets if isinstance(one, Card) and not one.isHidden()]


def _start(plan: list[Shown], section: int, block: str, card: int) -> int:
    here = Shown(section, block, card)
    if here in plan:
        return plan.index(here)
    later = (number for number, shown in enumerate(plan) if shown.section >= section)
    return next(later, len(plan) - 1)


def _focused_card(view: WorkbookView) -> int:
    page = view.page()
    control = page.focusWidget()
    editor = page.editor_of(control) if isinstance(page, SectionPage) else None
    if editor is None or control is None:
        return 0
    cards = _cards(editor)
    return next((row for row, card in enumerate(cards) if card.isAncestorOf(control)), 0)


def _focus_first(part: QWidget) -> None:
    """Put the focus into the first control of a part."""
    control = part.nextInFocusChain()
    while control is not None and part.isAncestorOf(control):
        if control.focusPolicy() & Qt.FocusPolicy.TabFocus and control.isVisible():
            control.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        control = control.nextInFocusChain()
