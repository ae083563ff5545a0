"""The page of a section: one column of reading width, a block after the other."""

from collections import deque
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QWidget,
)

from ladder_desktop.blocks import widget
from ladder_desktop.blocks.block import Block
from ladder_desktop.widgets.block_editor import BlockEditor
from ladder_desktop.widgets.boxes import Column, Zoomed, in_line, replace
from ladder_desktop.widgets.focus_chain import tabbed_after
from ladder_desktop.widgets.labels import Guidance, PageTitle
from ladder_desktop.widgets.scale import px
from ladder_desktop.widgets.tick_box import TickBox
from ladder_desktop.words import Words
from ladder_desktop.workbook.template import Section
from ladder_desktop.workbook.workbook import Workbook

WIDTH = 780  # a line of 15 px text that an eye can follow
MARGIN = 16
LINE = 16  # px in which controls stand beside each other
WIDE = 880  # a table that is wider than what is to be read is so by enough to look meant
ON_THE_PAGE = Qt.FindChildOption.FindDirectChildrenOnly
NEARLY = 24  # px at 100 % that are too few to move a text for
AT_ONCE = 1200  # px at 100 % of a page that are built before it is shown; the rest follows


class ReadingColumn(QWidget):
    """What stands in the middle of a page and never gets wider than is good to read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.column = Column(self, gap=18, margins=(0, 24, 0, 32))


class Around(QWidget):
    """The whole width of a page; its height follows from the width alone."""

    def minimumSizeHint(self) -> QSize:
        """Return next to nothing: wrapped texts would ask for the height of narrow ones."""
        return QSize(1, 1)


class Page(QScrollArea, Zoomed):
    """A scrolling page with a reading column in its middle.

    A table may be wider than the column: then it goes on beyond where lines end. Where that is not
    enough, all that stands on the page begins earlier than on other pages, for one edge is calm.

    Attributes:
        column: takes the parts of the page.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # the scroll area itself is no stop on the way from control to control
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        around = Around()
        self.setWidget(around)
        row = self._row = QHBoxLayout(around)
        row.setContentsMargins(0, 0, 0, 0)
        self.reading = ReadingColumn(around)
        row.addStretch(1)
        row.addWidget(self.reading, 10_000)
        row.addStretch(1)
        self._bar = 0  # px of the scroll bar
        self.column = self.reading.column
        self.reading.setFixedWidth(px(WIDTH))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column in the middle, with a margin on narrow windows."""
        # as wide as the scroll bar, so that the column stays in place when that comes and goes
        self._bar = self.width() - event.size().width()
        self._fit(event.size().width())  # which is the viewport's
        super().resizeEvent(event)

    def fit_zoom(self) -> None:
        """Keep the column in the middle at another size of letters."""
        self._fit(self.viewport().width())

    def place(self) -> int:
        """Return how far the page is scrolled, in px at 100 %."""
        return round(self.verticalScrollBar().value() / (px(100) / 100))

    def go_to(self, place: int) -> None:
        """Scroll to a place in px at 100 %, as soon as the page knows its height."""
        if place:
            QTimer.singleShot(0, self, lambda: self.verticalScrollBar().setValue(px(place)))

    def focus_first(self) -> None:
        """Put the focus into the first control of the page that takes more than a tick."""
        if control := self.first_control():
            control.setFocus(Qt.FocusReason.OtherFocusReason)

    def first_control(self) -> QWidget | None:
        """Return the first control of the page that takes more than a tick."""
        for control in _stops(self.reading):
            if control.isVisibleTo(self) and not isinstance(control, TickBox):
                return control
        return None

    def order_stops(self) -> None:
        """Let Tab come to what was put onto the page late where it stands."""
        QTimer.singleShot(0, self, self._order_stops)  # once everything has its place

    def _order_stops(self) -> None:
        tab = Qt.FocusPolicy.TabFocus
        stops = [
            one
            for one in self.reading.findChildren(QWidget)
            if one.focusPolicy() & tab and one.isVisibleTo(self.reading)
        ]
        for one, other in pairwise(sorted(stops, key=self._place_of)):
            QWidget.setTabOrder(one, other)

    def _place_of(self, control: QWidget) -> tuple[int, int]:
        """Return line and column of a control, as the eye finds it."""
        middle = control.mapTo(self.reading, control.rect().center())
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return middle.y() // px(LINE), -middle.x() if mirrored else middle.x()

    def widest(self) -> int:
        """Return the width in px of what does not wrap."""
        return 0

    def _fit(self, width: int) -> None:
        """Give what is to be read its width, and a wide table more where there is some."""
        room = max(width - 2 * px(MARGIN), 1)
        read = min(px(WIDTH), room)
        wide = min(max(read, self.widest()), room)
        beyond = wide - read
        earlier = max(beyond - (room - read) // 2, 0)
        if earlier < px(NEARLY):  # it would look like a slip, and a little narrower will do
            beyond, earlier = beyond - earlier, 0
        self.reading.setFixedWidth(read + beyond)
        self._row.setContentsMargins(*in_line(self, self._bar + beyond - 2 * earlier, 0))
        self._set_beyond(beyond)

    def _set_beyond(self, beyond: int) -> None:
        """Leave so many px free behind what is to be read; here nothing is wider."""


class SectionPage(Page):
    """The page of one section, with an editor for each of its blocks.

    What a screen shows of a long page is built at once, the rest whenever there is nothing else
    to do; whoever asks for it has it at once, too.

    Attributes:
        section: the section.

    Signals:
        answered: a block changed; carries its id and who knows its answer.
        removed: something was taken away; carries what, and how it comes back.
    """

    answered = Signal(str, object)
    removed = Signal(str, object)

    def __init__(
        self,
        section: Section,
        workbook: Workbook,
        words: Words,
        parent: QWidget | None = None,
        *,
        pictures: Callable[[], QObject] | None = None,
    ) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self.section = section
        self._workbook = workbook
        self._words = words
        self._is_read_only = False
        self.setAccessibleName(section.title)
        self._editors: dict[str, BlockEditor] = {}
        self._waiting = deque(section.blocks)
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._go_on)
        self._beyond = 0  # px that a wide table goes on behind what is to be read
        self.column.addWidget(PageTitle(section.heading, self.reading))
        if section.header.intro:
            self.column.addWidget(Guidance(section.header.intro, self.reading))
        self.column.addStretch(1)
        height = 0
        while self._waiting and height < px(AT_ONCE):
            height += self._build_next().sizeHint().height()

    @property
    def editors(self) -> Mapping[str, BlockEditor]:
        """The editors of all blocks, by the block's id; builds those that were not built yet."""
        self.complete()
        return self._editors

    def editor(self, block_id: str) -> BlockEditor | None:
        """Return the editor of a block; None where the page has no such block."""
        while self._waiting and block_id not in self._editors:
            self._build_next()
        return self._editors.get(block_id)

    def complete(self) -> None:
        """Build what was not built yet."""
        if self._waiting:
            while self._waiting:
                self._build_next()
            self._fit(self.viewport().width())

    def showEvent(self, event: QShowEvent) -> None:
        """Build the rest once it is seen."""
        super().showEvent(event)
        self._soon.start()

    def focusNextPrevChild(self, is_next: bool) -> bool:  # noqa: FBT001, N802 - Qt's own
        """Let Tab come to everything, however soon it is pressed."""
        self.complete()
        return super().focusNextPrevChild(is_next)

    def go_to(self, place: int) -> None:
        """Scroll to a place in px at 100 %, as soon as the page knows its height."""
        if place:
            self.complete()
            super().go_to(place)

    def first_control(self) -> QWidget | None:
        """Return the first control, wherever on the page it is."""
        control = super().first_control()
        while control is None and self._waiting:
            self._build_next()
            control = super().first_control()
        return control

    def block_of(self, editor: BlockEditor | None) -> str:
        """Return the id of the block that an editor fills in; blank where it is none of these."""
        return next((name for name, one in self._editors.items() if one is editor), "")

    def widest(self) -> int:
        """Return the width of the widest table, which all tables of the page share."""
        wanted = max((editor.wanted_width() for editor in self._editors.values()), default=0)
        return max(wanted, px(WIDE)) if wanted > px(WIDTH) else wanted

    def show_item(self, block_id: str, item: str) -> None:
        """Scroll to the control that answers a question, and focus it."""
        if editor := self.editor(block_id):
            editor.show_item(item)

    def restore(self, block_id: str, workbook: Workbook) -> None:
        """Show another answer in a block, as a step that its undo stack can take back.

        The former editor lives on, with all its steps, behind the first step of the new one.
        """
        # restoring is rare
        from ladder_desktop.ui.restoring import swap_in  # noqa: PLC0415

        block = next(block for block in self.section.blocks if block.id == block_id)
        former, new = self.editors[block_id], self._build_editor(block, workbook)
        new.setParent(self.reading)
        swap_in(former, new, lambda editor: self.show_editor(block_id, editor))

    def take_steps(self, before: "SectionPage") -> None:
        """Let what was done on the page that stood here before be undone here, too."""
        # a page is seldom built anew
        from ladder_desktop.ui.restoring import link  # noqa: PLC0415

        shown = list(before.editors.values())
        if any(editor not in shown for editor in before.findChildren(BlockEditor)):
            return  # its steps lead to editors that go with that page
        for block_id, former in before.editors.items():
            if former.undo_stack.canUndo() and block_id in self.editors:
                former.answered.disconnect()
                former.removed.disconnect()
                self._connect(former, block_id)
                former.setParent(self.reading)
                former.hide()
                link(former, self.editors[block_id], partial(self.show_editor, block_id))

    def show_editor(self, block_id: str, editor: BlockEditor) -> None:
        """Put another editor of the same block in the place of the one that is shown."""
        former = self.editors[block_id]
        had_focus = self.editor_of(self.focusWidget()) is former
        replace(self.column, former, editor)
        self._editors[block_id] = editor
        self._fit(self.viewport().width())
        former.hide()
        editor.show()
        if had_focus:
            editor.show_item("")

    def editor_of(self, control: QWidget | None) -> BlockEditor | None:
        """Return the editor that a control belongs to."""
        if control is None:
            return None
        editors = self._editors.values()
        return next((one for one in editors if one is control or one.isAncestorOf(control)), None)

    def set_read_only(self) -> None:
        """Let everything be read and copied, and nothing be changed."""
        self._is_read_only = True
        for editor in self._editors.values():
            editor.set_read_only()

    def _set_beyond(self, beyond: int) -> None:
        """Leave so many px free behind what is to be read."""
        if beyond == self._beyond == 0:
            return
        self._beyond = beyond
        for part in self.reading.findChildren(QWidget, options=ON_THE_PAGE):
            if isinstance(part, BlockEditor):
                part.set_beyond(beyond)
            else:
                # not a largest width: a layout would ask for the height of texts without it
                part.setContentsMargins(*in_line(part, 0, beyond))

    def _go_on(self) -> None:
        """Build one more block, and go on when the window has done what else there is to do."""
        if self._waiting and self.isVisible():
            self._build_next()
            self._fit(self.viewport().width())
            self._soon.start()

    def _build_next(self) -> BlockEditor:
        """Build the next block below those that are there; Tab comes to it after all else."""
        block = self._waiting.popleft()
        editor = self._build_editor(block, self._workbook)
        self._editors[block.id] = editor
        self.column.insertWidget(self.column.count() - 1, editor)
        editor.show()  # a layout would do so only later, and Tab would pass over it
        return editor

    def _build_editor(self, block: Block, workbook: Workbook) -> BlockEditor:
        editor: BlockEditor = widget(block.kind)(block, self._words, self.reading)
        editor.set_level(workbook.details.level)
        editor.set_language(workbook.template.header.language)
        editor.load(workbook.answers[block.id])
        self._connect(editor, block.id)
        if self._is_read_only:
            editor.set_read_only()
        return editor

    def _connect(self, editor: BlockEditor, block_id: str) -> None:
        editor.pictures = self._pictures
        editor.answered.connect(self._report(block_id, editor.answer))
        editor.removed.connect(self._report_removed(editor))

    def _report(self, block_id: str, source: Callable[[], Any]) -> Callable[[], None]:
        return lambda: self.answered.emit(block_id, source)

    def _report_removed(self, editor: BlockEditor) -> Callable[[str], None]:
        return lambda what: self.removed.emit(what, editor.undo_stack.undo)


def _stops(around: QWidget) -> Iterator[QWidget]:
    """Yield the controls in a widget that Tab comes to, as long as they follow each other."""
    control = tabbed_after(around)
    while control is not None and around.isAncestorOf(control):
        if control.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield control
        control = tabbed_after(control)
