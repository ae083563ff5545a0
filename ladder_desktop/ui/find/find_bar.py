"""The line to find with, over the questions and answers of the whole workbook."""

from collections import Counter
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget
from shiboken6 import isValid

from ladder_desktop.ui.bar_button import BarButton, beside
from ladder_desktop.ui.find.bar_line import BarLine
from ladder_desktop.ui.find.finding import DETAILS, Frame, Hit, hide_hit, hits_on, show_hit
from ladder_desktop.ui.find.replace_line import ReplaceLine
from ladder_desktop.ui.find.replacing import is_answer, replace
from ladder_desktop.ui.link_button import LinkButton
from ladder_desktop.ui.pages import Page
from ladder_desktop.ui.workbook_view import Foot, WorkbookView
from ladder_desktop.widgets.announce import announce
from ladder_desktop.widgets.boxes import Column
from ladder_desktop.widgets.buttons import ENTER, QuietButton
from ladder_desktop.widgets.card import Hairline
from ladder_desktop.widgets.labels import Caption
from ladder_desktop.widgets.scale import px
from ladder_desktop.widgets.wrapping import WrappingLine
from ladder_desktop.words import Words

MARGIN = 20  # px at 100 %
STILL = 500  # milliseconds without a key, after which the place is said aloud


class FindBar(Foot):
    """Finds as one types; Enter goes on, Shift+Enter back, Escape closes.

    Attributes:
        line: what is looked for.
        count: which of how many places is shown.
        sections: in how many sections they are; its menu leads to each.
        replacing: the line with what to write instead.

    Signals:
        closed: the person is done with finding.
    """

    closed = Signal()

    def __init__(self, view: WorkbookView, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._words = words
        self._hits: list[Hit] = []
        self._at = -1
        self._frame: Frame | None = None
        self._shown: Hit | None = None
        self._still = QTimer(self, interval=STILL, singleShot=True)
        self._still.timeout.connect(self._say)
        column = Column(self, gap=0)
        column.addWidget(Hairline())
        column.addLayout(self._build_row())
        self.replacing = ReplaceLine(words)
        self.replacing.hide()
        self.replacing.one_asked.connect(self._replace_one)
        self.replacing.every_asked.connect(self._replace_all)
        column.addWidget(self.replacing)
        self._show_count()

    def _build_row(self) -> Column:
        words = self._words
        around = Column(margins=(MARGIN, 6, MARGIN, 6))
        row = WrappingLine(at_start=True)
        around.addLayout(row)
        self.line = BarLine(words("Find in questions and answers"))
        self.line.textChanged.connect(self._look)
        row.addWidget(self.line)
        self._steps: list[BarButton] = []
        for text, icon, by in (
            (words("Previous"), "chevron-up", -1),
            (words("Next"), "chevron-down", 1),
        ):
            button = QPushButton(text)
            button.clicked.connect(partial(self._on_step, by))
            self._steps.append(BarButton(button, icon, row))
        self.count = Caption()
        self.count.setWordWrap(False)
        row.addWidget(self.count)
        self.sections = LinkButton(fill=self._fill_menu)
        row.addWidget(self.sections)
        self._replace = QuietButton(words("Replace…"))
        self._replace.setCheckable(True)
        self._replace.toggled.connect(self._show_replacing)
        self._others: list[BarButton] = []
        if not self._view.session.read_only:
            self._others.append(BarButton(self._replace, "replace", row))
        close = QuietButton(words("Done"))
        close.clicked.connect(self.end)
        self._others.append(BarButton(close, "close", row))
        return around

    def wanted(self) -> str:
        """Return what is looked for."""
        return self.line.text()

    def begin(self) -> None:
        """Show the line, ready to type."""
        self.show()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()
        if self.wanted():
            self._look()

    def begin_replacing(self) -> None:
        """Show both lines; ready to type what to find, or where that is known, what instead."""
        self.begin()
        if not self._view.session.read_only:
            self._replace.setChecked(True)
            (self.replacing.line if self.wanted() else self.line).setFocus()

    def begin_in(self, block_id: str, wanted: str) -> None:
        """Show the first place in a block, among all others."""
        self.line.blockSignals(True)
        self.line.setText(wanted)
        self.line.blockSignals(False)
        self.show()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._collect()
        inside = [at for at, hit in enumerate(self._hits) if self._block_of(hit) == block_id]
        written = [at for at in inside if is_answer(self._hits[at])]
        if inside:
            self._show((written or inside)[0])

    def end(self) -> None:
        """Go back to writing, at the place that was found."""
        self._unframe()
        hit = self._hit()
        if hit and isValid(hit.control) and hit.control.focusPolicy() != Qt.FocusPolicy.NoFocus:
            hit.control.setFocus()
        else:
            self._view.focus_page()
        # last, or the focus would wander over the window first
        self.hide()
        self.closed.emit()

    def step(self, by: int) -> None:
        """Go on by one place, round at the ends; answers may have changed meanwhile."""
        at = self._at
        self._collect()
        if self._hits:
            self._show((at + by) % len(self._hits))

    def take_height(self, width: int, most: int) -> int:
        """Show icons in place of words where these take too many lines."""
        self._be_small(width, is_small=False)
        if (height := self.heightForWidth(width)) > most:
            self._be_small(width, is_small=True)
            height = self.heightForWidth(width)
        return height

    def showEvent(self, event: QShowEvent) -> None:
        """Take the room of the head in a low window."""
        super().showEvent(event)
        self._view.fit_zoom()

    def hideEvent(self, event: QHideEvent) -> None:
        """Give that room back."""
        super().hideEvent(event)
        self._view.fit_zoom()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on, back, or close."""
        if event.key() in ENTER and self.line.hasFocus():
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.step(-1 if back else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.end()
        else:
            super().keyPressEvent(event)

    def _be_small(self, width: int, *, is_small: bool) -> None:
        room = width - 2 * px(MARGIN)
        for button in (*self._steps, *self._others):
            button.be_small(is_small=is_small)
        self.line.fit(beside(room, len(self._steps)) if is_small else None)
        self.replacing.be_small(room if is_small else None)

    def _hit(self) -> Hit | None:
        return self._hits[self._at] if 0 <= self._at < len(self._hits) else None

    def _block_of(self, hit: Hit) -> str:
        page = self._view.pages()[hit.section] if hit.section != DETAILS else None
        return page.block_of(page.editor_of(hit.control)) if page else ""

    def _page(self, section: int) -> Page:
        return self._view.details() if section == DETAILS else self._view.pages()[section]

    def _title(self, section: int) -> str:
        if section == DETAILS:
            return self._words("Details")
        return self._view.section_titles()[section]

    def _on_step(self, by: int) -> None:
        self.step(by)

    def _unframe(self) -> None:
        if self._frame:
            self._frame.deleteLater()
        self._frame = None

    def _unmark(self) -> None:
        """Leave the place that is shown as it was before it was found."""
        self._unframe()
        if self._shown and isValid(self._shown.control):
            hide_hit(self._shown)
        self._shown = None

    def _look(self) -> None:
        self._collect()
        if self._hits:
            first = DETAILS if self._view.is_on_details() else self._view.tabs.current()
            here = (at for at, hit in enumerate(self._hits) if hit.section >= first)
            self._show(next(here, 0))

    def _collect(self) -> None:
        self._at = -1
        self._hits = []
        if self.wanted():
            self._hits += hits_on(self._view.details(), DETAILS, self.wanted())
            for index, page in enumerate(self._view.pages()):
                self._hits += hits_on(page, index, self.wanted())
        self._show_count()

    def _show(self, at: int) -> None:
        self._at = at
        hit = self._hits[at]
        has_focus = self.focusWidget() or self.line
        if hit.section == DETAILS:
            self._view.show_details()
        elif hit.section != self._view.tabs.current() or self._view.is_on_details():
            self._view.open_section(hit.section)
        has_focus.setFocus()
        self._unmark()
        self._frame, self._shown = show_hit(self._page(hit.section), hit), hit
        self._show_count()

    def _show_count(self) -> None:
        words, total = self._words, len(self._hits)
        hit = self._hit()
        if self.wanted() and not total:
            self.count.setText(words("Not found"))
        else:
            said = words("{at} of {total}", at=self._at + 1, total=total)
            self.count.setText(said if hit else "")
        number = len({one.section for one in self._hits})
        self.sections.setVisible(number > 0)
        self.sections.show_text(words.plural("in {number} section", "in {number} sections", number))
        may_replace = any(is_answer(one) for one in self._hits)
        self.replacing.allow(one=may_replace, every=may_replace)
        self._still.start()

    def _fill_menu(self, menu: QMenu) -> None:
        for section, number in Counter(hit.section for hit in self._hits).items():
            text = self._words("{section}: {number}", section=self._title(section), number=number)
            action = menu.addAction(text.replace("&", "&&"))
            action.triggered.connect(partial(self._go_to_section, section))

    def _go_to_section(self, section: int, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt says so
        here = (at for at, hit in enumerate(self._hits) if hit.section == section)
        if (at := next(here, None)) is not None:
            self._show(at)

    def _say(self) -> None:
        if not self.isVisible() or not self.count.text():
            return
        hit = self._hit()
        place = self._title(hit.section) if hit else ""
        announce(self, ", ".join(part for part in (self.count.text(), place) if part))

    def _show_replacing(self, is_wanted: bool) -> None:  # noqa: FBT001 - Qt's own signal
        self.replacing.setVisible(is_wanted)
        if is_wanted:
            self.replacing.line.setFocus()
        self._view.fit_zoom()
        # the page is lower or higher now, as soon as everything has its place
        QTimer.singleShot(0, self, self._keep_in_sight)

    def _keep_in_sight(self) -> None:
        if (hit := self._hit()) and isValid(hit.control):
            self._unframe()
            self._frame = show_hit(self._page(hit.section), hit)

    def _replace_one(self) -> None:
        """Replace the place that is shown; where that is no answer, go to the next that is."""
        hit = self._hit()
        self._collect()  # answers may have changed meanwhile
        if hit in self._hits and is_answer(hit):
            at, before = self._hits.index(hit), len(self._hits)
            replace([hit], self.wanted(), self.replacing.line.text())
            self._collect()
            # what was written may hold what is looked for: then the next place comes after it
            at += len(self._hits) - before + 1
        else:
            at = self._hits.index(hit) + 1 if hit in self._hits else 0
        order = [(at + step) % len(self._hits) for step in range(len(self._hits))]
        if (to := next((one for one in order if is_answer(self._hits[one])), None)) is not None:
            self._show(to)

    def _replace_all(self) -> None:
        self._view.session.flush()
        self._view.session.mark("before", "replace")
        self._collect()  # answers may have changed meanwhile
        total, undo = replace(self._hits, self.wanted(), self.replacing.line.text())
        self._unmark()
        self._collect()
        self.replacing.line.setFocus()  # its buttons may have nothing left to do
        said = self._words.plural(
            "Replaced in {number} place.", "Replaced in {number} places.", total
        )
        self._view.offer_undo(said, undo)
