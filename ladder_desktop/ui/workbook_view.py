"""The open workbook: its head, its tabs and their pages, each built when it is first visited."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QResizeEvent, QUndoStack
from PySide6.QtWidgets import QApplication, QFrame, QMenu, QStackedWidget, QWidget

from ladder_desktop.ui.banner import Banner
from ladder_desktop.ui.carets import caret_on, put_caret
from ladder_desktop.ui.header import Header
from ladder_desktop.ui.pages import Page, SectionPage
from ladder_desktop.ui.session import Session
from ladder_desktop.ui.settings.program import Program
from ladder_desktop.ui.settings.settings import Spot
from ladder_desktop.ui.tab_bar import TabBar
from ladder_desktop.widgets.announce import announce
from ladder_desktop.widgets.boxes import Column, Line, Zoomed
from ladder_desktop.widgets.card import Hairline
from ladder_desktop.widgets.scale import px
from ladder_desktop.workbook.workbook import Workbook

LEAST_HEIGHT = 230  # px at 100 % from which on there is room for the head
LEAST_PAGE = 110  # px at 100 % from which on there is room for the tabs


class Foot(QFrame):
    """A bar under the pages."""

    def take_height(self, width: int, most: int) -> int:
        """Make itself small where it would be higher than most px, and return its height."""
        raise NotImplementedError


class WorkbookView(QWidget, Zoomed):
    """A workbook to fill in.

    Attributes:
        session: the open workbook.
        header: its head.
        tabs: one for each section.
        banner: says what is unusual.
        frame: takes what is put over or under the pages.
        beside: takes what is put beside the pages.

    Signals:
        rename_asked: the person wants the file named after the details.
        outdated: the workbook has another template now, and needs another view.
        page_built: a section is visited for the first time; carries its SectionPage.
    """

    rename_asked = Signal()
    outdated = Signal()
    page_built = Signal(object)

    def __init__(
        self,
        session: Session,
        program: Program,
        file_menu: QMenu,
        spot: Spot,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.session = session
        self._program = program
        self._sections = session.workbook.template.sections
        self._scrolled = dict(spot.scrolled)
        self._carets = dict(spot.carets)
        self._pages: dict[int, SectionPage] = {}
        self._details: Page | None = None
        self._snackbar: QWidget | None = None
        self._foot: Foot | None = None
        self._shelf: QObject | None = None
        self._level = session.workbook.details.level
        # in the order in which Tab goes round
        self.header = Header(session, program.words, file_menu, self)
        self.banner = Banner(self)
        self.tabs = TabBar(program.words, self)
        self._banners = [self.banner]
        self.banner.said.connect(self.fit_zoom)
        self._stack = QStackedWidget(self)
        # in a low window the page gives way, which scrolls, and not the head, which can't
        self._stack.setMinimumHeight(1)
        self._build()
        self._connect()
        self.open_section(self._index_of(spot.section))

    def open_section(self, index: int) -> None:
        """Open the tab of a section."""
        if index != self.tabs.current():
            self.tabs.open_section(index)  # which shows it through `chosen`
        else:
            self._show(index)

    def step(self, by: int) -> None:
        """Open the next tab, or the one before, and go round at the ends."""
        self.open_section((self.tabs.current() + by) % len(self._sections))
        self.focus_page()

    def show_question(self, index: int, block_id: str, item: str) -> None:
        """Open the section of a question and put the caret under it."""
        self.open_section(index)
        self._page(index).show_item(block_id, item)

    def show_details(self) -> None:
        """Show the page with the details in place of the open section."""
        page = self.details()
        self._hold_focus()
        self._stack.setCurrentWidget(page)
        page.focus_first()

    def details(self) -> Page:
        """Return the page with the details; builds it if nobody asked for it yet."""
        if self._details is None:
            # most visits to a workbook never open this page
            from ladder_desktop.ui.details_page import DetailsPage  # noqa: PLC0415

            page = DetailsPage(self.session, self._program.words)
            page.done.connect(self._leave_details)
            page.rename_asked.connect(self.rename_asked)
            self._details = page
            self._stack.addWidget(page)
        return self._details

    def is_on_details(self) -> bool:
        """Tell whether the page with the details is to be seen."""
        return self._stack.currentWidget() is self._details

    def page(self) -> Page:
        """Return the page that is to be seen."""
        page = self._stack.currentWidget()
        assert isinstance(page, Page)  # noqa: S101 - nothing else is ever put into the stack
        return page

    def pages(self) -> list[SectionPage]:
        """Return the pages of all sections in order, with everything that stands on them."""
        pages = [self._page(index) for index in range(len(self._sections))]
        for page in pages:
            page.complete()
        return pages

    def visited(self) -> list[SectionPage]:
        """Return the pages of the sections that were visited so far."""
        return list(self._pages.values())

    def section_page(self, index: int) -> SectionPage:
        """Return the page of a section; builds it when it was not visited yet."""
        return self._page(index)

    def retire(self) -> None:
        """Report nothing any more: what goes may change on its way, and another view is there."""
        for page in self._pages.values():
            page.answered.disconnect()
            page.removed.disconnect()

    def take_steps(self, before: "WorkbookView") -> None:
        """Let what was done in another view of the same workbook be undone here, too."""
        for page in before.visited():
            if any(editor.undo_stack.canUndo() for editor in page.editors.values()):
                self._page(self._index_of(page.section.id)).take_steps(page)

    def focus_page(self) -> None:
        """Put the focus where it was on this page last, or into its first control."""
        page = self.page()
        last = page.focusWidget()
        if last and page.isAncestorOf(last):
            last.setFocus()
        elif not self._put_caret(page):
            page.focus_first()

    def undo_stack(self) -> QUndoStack | None:
        """Return the undo stack of the block that has the focus."""
        page, block_id = self._stack.currentWidget(), self.focused_block()
        if not isinstance(page, SectionPage) or not block_id:
            return None
        return page.editors[block_id].undo_stack

    def focused_block(self) -> str:
        """Return the id of the block that has the focus; blank where none has."""
        page = self._stack.currentWidget()
        if not isinstance(page, SectionPage):
            return ""
        return page.block_of(page.editor_of(QApplication.focusWidget()))

    def focus_block(self, block_id: str) -> None:
        """Open the page of a block and put the focus into it."""
        for index, section in enumerate(self._sections):
            if any(block.id == block_id for block in section.blocks):
                self.show_question(index, block_id, "")

    def pictures(self) -> QObject:
        """Return the pictures of the workbook, for those who show them and put in new ones."""
        if self._shelf is None:
            # few workbooks hold any
            from ladder_desktop.ui.dialogs import (  # noqa: PLC0415
                fit_to_texts,
                keep_on_screen,
                say_error,
            )
            from ladder_desktop.widgets.picture.picture_shelf import PictureShelf  # noqa: PLC0415

            session, words = self.session, self._program.words
            shelf = PictureShelf(lambda: session.workbook.pictures, session.put_picture, self)
            shelf.fit_to_texts, shelf.keep_on_screen = fit_to_texts, keep_on_screen
            shelf.refused.connect(lambda error: say_error(self.window(), error, words))
            self._shelf = shelf
        return self._shelf

    def section_titles(self) -> list[str]:
        """Return the titles of the sections, in order."""
        return [section.title for section in self._sections]

    def spot(self) -> Spot:
        """Return where the person is."""
        for index, page in self._pages.items():
            section = self._sections[index].id
            self._scrolled[section] = page.place()
            if caret := caret_on(page):
                self._carets[section] = caret
        return Spot(self._sections[self.tabs.current()].id, self._scrolled, self._carets)

    def left_to_answer(self) -> list[tuple[int, str, str, str]]:
        """Return what is left to answer: section, block, item and text of each question."""
        workbook = self.session.workbook
        return [
            (index, block.id, question.item, question.text)
            for index, section in enumerate(self._sections)
            for block, question in workbook.questions(section)
            if not question.answered
        ]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave a low window to the questions: all that is in the head is in the menus, too."""
        super().resizeEvent(event)
        self.fit_zoom()

    def fit_zoom(self) -> None:
        """Show head and tabs where there is room for them and for what else stands there."""
        room = self.height()
        last: QWidget = self.header.export
        for banner in self._banners:
            if banner.isHidden():
                continue
            room -= banner.take_height(self.width(), room - px(LEAST_HEIGHT))
            for stop in banner.stops():
                QWidget.setTabOrder(last, stop)
                last = stop
        if self._foot and not self._foot.isHidden():
            room -= self._foot.take_height(self.width(), room - px(LEAST_PAGE))
        self.header.setVisible(room >= px(LEAST_HEIGHT))
        for part in (self.tabs, self._line):
            part.setVisible(room >= px(LEAST_PAGE))

    def add_banner(self, banner: Banner) -> None:
        """Put a line that says what is unusual over the pages, under those that are there."""
        self.frame.insertWidget(self.frame.indexOf(self._banners[-1]) + 1, banner)
        self._banners.append(banner)
        banner.said.connect(self.fit_zoom)

    def set_foot(self, foot: Foot) -> None:
        """Put a bar under the pages."""
        self._foot = foot
        self.frame.addWidget(foot)

    def _build(self) -> None:
        column = Column(self, gap=0)
        self._line = Hairline(self)
        for widget in (self.header, self.banner, self.tabs, self._line):
            column.addWidget(widget)
        self.beside = Line(gap=0)
        self.beside.addWidget(self._stack, 1)
        column.addLayout(self.beside, 1)
        self.frame = column
        self.tabs.set_sections(self.section_titles())
        self._show_progress()

    def _connect(self) -> None:
        self.tabs.chosen.connect(self._show)
        self._stack.currentChanged.connect(self._mark_place)
        self.header.details_asked.connect(self.show_details)
        self.session.progressed.connect(self._show_progress)
        self.session.details_changed.connect(self._on_details_changed)
        self.session.replaced.connect(self._on_replaced)

    def _index_of(self, section_id: str) -> int:
        ids = [section.id for section in self._sections]
        return ids.index(section_id) if section_id in ids else 0

    def _show(self, index: int) -> None:
        self.session.flush()
        is_new = index not in self._pages
        page = self._page(index)
        is_on_tabs = self.tabs.tabs.hasFocus()
        comes_along = self._hold_focus()
        self._stack.setCurrentWidget(page)
        if is_new:
            page.go_to(self._scrolled.get(self._sections[index].id, 0))
        if is_on_tabs:
            return
        if not (is_new and self._put_caret(page)):
            self.focus_page()
        if comes_along:
            announce(self.tabs, self._sections[index].title)

    def _hold_focus(self) -> bool:
        """Take the focus off a page that goes, and tell whether it was there.

        By itself it would wander over the window, and a screen reader would tell of each stop.
        """
        there = QApplication.focusWidget()
        is_there = there is not None and self._stack.isAncestorOf(there)
        if is_there:
            self.tabs.tabs.setFocus()
        return is_there

    def _page(self, index: int) -> SectionPage:
        if index not in self._pages:
            page = SectionPage(
                self._sections[index],
                self.session.workbook,
                self._program.words,
                self._stack,  # a page that moves in later has all its parts dressed again
                pictures=self.pictures,
            )
            page.answered.connect(self.session.touch)
            page.removed.connect(self._on_removed)
            if self.session.read_only:
                page.set_read_only()
            self._pages[index] = page
            self._stack.addWidget(page)
            self.page_built.emit(page)
        return self._pages[index]

    def _mark_place(self) -> None:
        """Mark what is to be seen: a section's tab, or the way to the details."""
        is_on_details = self._details is not None and self.is_on_details()
        self.tabs.tabs.set_aside(is_aside=is_on_details)
        self.header.show_place(is_on_details=is_on_details)

    def _put_caret(self, page: Page) -> bool:
        """Put the caret where it was on this page another day; tell whether that went."""
        for index, one in self._pages.items():
            caret = self._carets.get(self._sections[index].id)
            if one is page and caret:
                return put_caret(one, caret)
        return False

    def _leave_details(self) -> None:
        self._show(self.tabs.current())

    def _on_removed(self, what: str, undo: Callable[[], None]) -> None:
        # the writer has not heard of it yet, so this is how it was before
        self.session.mark("before", "delete")
        self.offer_undo(what, undo)

    def offer_undo(self, what: str, undo: Callable[[], None]) -> None:
        """Say what was done, with a button that takes it back."""
        # few do such things: the snackbar is made when it is first needed
        from ladder_desktop.widgets.snackbar import Snackbar  # noqa: PLC0415

        snackbar = Snackbar(self._stack)
        snackbar.accepted.connect(undo)
        snackbar.offer(what, self._program.words("Undo"))
        if self._snackbar:
            self._snackbar.deleteLater()
        self._snackbar = snackbar

    def _is_current(self) -> bool:
        """Tell whether the pages ask what the workbook asks."""
        return bool(self._sections == self.session.workbook.template.sections)

    def _show_progress(self) -> None:
        if not self._is_current():
            return
        progress = map(self.session.workbook.progress, self._sections)
        self.tabs.show_progress(dict(enumerate(progress)))

    def _on_replaced(self, before: Workbook) -> None:
        """Show answers that changed other than on their page; each can be undone in its block."""
        if not self._is_current():
            self.outdated.emit()
            return
        answers = self.session.workbook.answers
        for page in self._pages.values():
            for block_id in list(page.editors):
                if answers.get(block_id) != before.answers.get(block_id):
                    page.restore(block_id, self.session.workbook)

    def _on_details_changed(self) -> None:
        level = self.session.workbook.details.level
        if level != self._level:
            self._level = level
            for page in self._pages.values():
                for editor in page.editors.values():
                    editor.set_level(level)
