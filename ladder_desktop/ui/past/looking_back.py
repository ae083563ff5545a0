"""Looks back into the history of the open workbook, and goes back."""

from collections.abc import Iterator
from typing import Any

import msgspec
from PySide6.QtCore import QEvent, QObject, QRect, QTimer
from PySide6.QtWidgets import QApplication, QStyle

from ladder_desktop.blocks.block import Block
from ladder_desktop.errors import LadderError
from ladder_desktop.store.past import Moment, answer_at, moments, workbook_at
from ladder_desktop.ui.dialogs import say_error
from ladder_desktop.ui.main_window import MainWindow
from ladder_desktop.ui.pages import SectionPage
from ladder_desktop.ui.past.past_panel import BLOCK, WIDTH, PastPanel
from ladder_desktop.ui.workbook_view import WorkbookView
from ladder_desktop.widgets.announce import announce
from ladder_desktop.widgets.scale import px
from ladder_desktop.workbook.facts import Difference, differences
from ladder_desktop.workbook.former import title_of
from ladder_desktop.workbook.newer_template import moved
from ladder_desktop.workbook.workbook import Workbook

PATIENCE = 2.0  # seconds that looking back waits for what was just written
READING = 480  # px at 100 % that the pages keep beside the panel; else it lies over them
LEAST = 200  # px at 100 % of height; else it lies over head and tabs, too
SOON = 500  # milliseconds after a change until it is compared anew


class LookingBack(QObject):
    """Shows the panel for a view, and does what is asked for in it.

    Attributes:
        panel: the panel; it is there from its first use on.
        block_id: the block that is looked at.
    """

    def __init__(self, view: WorkbookView, window: MainWindow) -> None:
        super().__init__(view)
        self._view = view
        self._window = window
        self._words = window.program.words
        self._timer = QTimer(self, interval=SOON, singleShot=True)
        self._timer.timeout.connect(self._compare)
        self.block_id = ""
        self.panel = PastPanel(self._words, view)
        self.panel.hide()
        self.panel.scope_changed.connect(self.refresh)
        self.panel.marked.connect(self._compare)
        self.panel.restore_asked.connect(self._restore)
        self.panel.closed.connect(self.put_away)
        view.installEventFilter(self)
        view.session.progressed.connect(self._timer.start)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def show(self) -> None:
        """Show the panel for the block that has the focus."""
        self.block_id = self._view.focused_block() or self.block_id
        self._view.session.settle(PATIENCE)
        self._place()
        self.panel.show()
        self.panel.raise_()
        self.refresh()
        self.panel.focus_list()

    def toggle(self) -> None:
        """Show the panel, or put it away when the focus is in it."""
        focused = QApplication.focusWidget()
        if self.panel.isVisible() and focused and self.panel.isAncestorOf(focused):
            self.put_away()
        else:
            self.show()

    def put_away(self) -> None:
        """Go back to writing."""
        page = self._view.page()
        last = page.focusWidget()
        is_elsewhere = not isinstance(page, SectionPage) or (
            page.block_of(page.editor_of(last)) != self.block_id
        )
        if self.block_id and is_elsewhere:
            self._view.focus_block(self.block_id)
        else:
            self._view.focus_page()
        # last, or the focus would wander over the window first
        self.panel.hide()

    def refresh(self) -> None:
        """List the moments anew."""
        if self.panel.isHidden():
            return
        block = self._block()
        path = self._view.session.path
        about = title_of(block) if block else ""
        is_about_block = self.panel.scope.value() == BLOCK
        try:
            found = moments(path, self.block_id if is_about_block else None)
        except LadderError as error:
            self.panel.show_moments(about, [])
            self.panel.say_trouble(error.worded(self._words))
            return
        self.panel.show_moments(about if is_about_block else "", found)
        self.panel.about.setVisible(is_about_block)
        if is_about_block and block is None:
            self.panel.nothing.setText(self._words("Click into a question to see how it was."))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the panel at the edge when the view is resized."""
        if event.type() == QEvent.Type.Resize and self.panel.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        """Put the panel beside the pages where there is room, else over them."""
        beside, panel = self._view.beside, self.panel
        fits = self._view.width() >= px(READING) + px(WIDTH)
        if fits and beside.indexOf(panel) < 0:
            beside.addWidget(panel)
        elif not fits:
            beside.removeWidget(panel)
            area = beside.geometry()
            if area.height() < px(LEAST):
                area = self._view.rect()
            panel.fit_zoom()
            width = min(panel.width(), area.width())
            place = QRect(area.right() + 1 - width, area.top(), width, area.height())
            panel.setGeometry(QStyle.visualRect(self._view.layoutDirection(), area, place))
            panel.raise_()

    def _on_focus_changed(self) -> None:
        block_id = self._view.focused_block() if self.panel.isVisible() else ""
        if block_id and block_id != self.block_id:
            self.block_id = block_id
            self.refresh()

    def _block(self) -> Block | None:
        return self._view.session.workbook.template.block(self.block_id)

    def _compare(self) -> None:
        """Show the marked moment, against what is written now or by itself."""
        moment = self.panel.moment()
        if self.panel.isHidden():
            return
        if moment is None:
            self.panel.show_texts([], is_same=True)
            return
        self._view.session.flush()
        try:
            former = self._former(moment)
            then = self._then(moment, former)
        except LadderError as error:
            self.panel.show_texts([], is_same=True)
            self.panel.say_trouble(error.worded(self._words))
            return
        today = self._view.session.workbook.template
        self.panel.say_questions(
            are_others=former is not None and former.template.text != today.text
        )
        shown = list(self._shown(then))
        self.panel.show_texts(shown, is_same=not self._changed(then))

    def _former(self, moment: Moment) -> Workbook | None:
        """Return the workbook as it was, with its questions; None where one answer is wanted."""
        if self.panel.scope.value() == BLOCK:
            return None
        return workbook_at(self._view.session.path, moment.id)

    def _then(self, moment: Moment, former: Workbook | None) -> Workbook:
        """Return the workbook with what is looked at as it was, under the questions of today."""
        session = self._view.session
        if former is not None:
            former = moved(former, session.workbook.template).workbook
            aside = session.workbook.no_longer_asked | former.no_longer_asked
            return msgspec.structs.replace(former, no_longer_asked=aside)
        block = self._block()
        if block is None:
            return session.workbook
        answer = answer_at(session.path, moment.id, block.id)
        if answer is None:
            empty = session.workbook.answers | {block.id: block.empty()}
            return msgspec.structs.replace(session.workbook, answers=empty)
        return session.workbook.with_answer(block.id, answer)

    def _changed(self, then: Workbook) -> list[str]:
        now = self._view.session.workbook
        return [name for name in now.answers if then.answers.get(name) != now.answers[name]]

    def _shown(self, then: Workbook) -> Iterator[tuple[str, list[Difference]]]:
        now = self._view.session.workbook
        only = self.block_id if self.panel.scope.value() == BLOCK else None
        for block in now.template.blocks():
            if only is None or block.id == only:
                old, new = then.answers[block.id], now.answers[block.id]
                if found := self._found(block, old, new):
                    yield ("" if only else title_of(block)), found

    def _found(self, block: Block, old: Any, new: Any) -> list[Difference]:
        if self.panel.shows_changes():
            return differences(block, old, new, self._words)
        return differences(block, old, old, self._words, both=True)

    def _restore(self) -> None:
        moment = self.panel.moment()
        if moment is None:
            return
        session = self._view.session
        try:
            session.replace(self._then(moment, self._former(moment)), "restore")
        except LadderError as error:
            say_error(self._window, error, self._words)
            return
        session.settle(PATIENCE)
        self.refresh()
        announce(self.panel, self._words("Restored. Ctrl+Z in the question takes it back."))
        if self.panel.scope.value() == BLOCK and self.block_id:
            self._view.focus_block(self.block_id)
