"""The tabs: a section's title and its progress; too many for the width go into a menu."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QTabBar, QWidget

from ladder_desktop.blocks.block import Progress
from ladder_desktop.ui.link_button import LinkButton
from ladder_desktop.ui.marks import paint_tick
from ladder_desktop.widgets.directions import paint_text, placed
from ladder_desktop.widgets.scale import px
from ladder_desktop.words import Words

TITLE, FIGURES = 15, 14  # type sizes
SIDE, GAP = 20, 8  # inside a tab
HEIGHT = 44
UNDERLINE = 3


class SectionTabs(QTabBar):
    """The tabs that fit, painted by hand: no style draws an underlined tab with two texts.

    Attributes:
        is_aside: something else than a section is to be seen, so that no tab is marked as open.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._progress: list[Progress] = []
        self._totals: set[int] = set()
        self._titles: list[str] = []
        self._widths: dict[tuple[str, int, bool], int] = {}
        self.is_aside = False
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def add_section(self, title: str) -> None:
        """Add a tab at the end."""
        self._titles.append(title)
        self._progress.append(Progress())
        self.addTab(title.replace("&", "&&"))  # a lone & would underline the next letter

    def set_progress(self, index: int, progress: Progress, spoken: str) -> None:
        """Show how much of a section is answered; `spoken` is what a screen reader says."""
        if progress == self._progress[index]:
            return
        self._progress[index] = progress
        self._totals = {one.total for one in self._progress}
        self.setAccessibleTabName(index, f"{self._titles[index]}, {spoken}" if spoken else "")
        self.update(self.tabRect(index))

    def set_aside(self, *, is_aside: bool) -> None:
        """Mark no tab while something else is to be seen, or the open one again."""
        self.is_aside = is_aside
        self.update()

    def tabSizeHint(self, index: int) -> QSize:  # noqa: N802 - Qt's name
        """Return the room that a tab needs when it is the open one."""
        width = self._width(self._titles[index], TITLE, bold=True)
        if self._progress[index].total:
            width += px(GAP) + self._figures_width()
        return QSize(width + 2 * px(SIDE), px(HEIGHT))

    def minimumTabSizeHint(self, index: int) -> QSize:  # noqa: N802 - Qt's name
        """Return the same room: a tab is whole, or in the menu."""
        return self.tabSizeHint(index)

    def minimumSizeHint(self) -> QSize:
        """Return a width that never keeps the window from being narrow."""
        return QSize(px(HEIGHT), px(HEIGHT))

    def changeEvent(self, event: QEvent) -> None:
        """Measure all texts again when the font changes."""
        if event.type() == QEvent.Type.FontChange:
            self._widths.clear()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the tabs that are to be seen."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index in range(self.count()):
            if self.isTabVisible(index):
                self._paint_tab(painter, index)

    def _paint_tab(self, painter: QPainter, index: int) -> None:
        palette = self.palette()
        rect = self.tabRect(index)
        is_open = index == self.currentIndex() and not self.is_aside
        under_mouse = self.underMouse() and rect.contains(self.mapFromGlobal(self.cursor().pos()))
        strong = palette.color(QPalette.ColorRole.WindowText)
        muted = palette.color(QPalette.ColorRole.PlaceholderText)
        font = self._font(TITLE, bold=is_open)
        painter.setFont(font)
        painter.setPen(strong if is_open or under_mouse else muted)
        text = rect.adjusted(px(SIDE), 0, -px(SIDE), 0)
        paint_text(painter, text, self._titles[index])
        if self._progress[index].total:
            taken = self._width(self._titles[index], TITLE, bold=is_open) + px(GAP)
            rest = placed(text.adjusted(taken, 0, 0, 0), text)
            self._paint_progress(painter, index, rest, muted)
        if is_open:
            self._paint_open(painter, rect)
        if index == self.currentIndex() and self.hasFocus():
            self._paint_focus(painter, rect)

    def _paint_progress(self, painter: QPainter, index: int, rect: QRect, muted: QColor) -> None:
        progress = self._progress[index]
        if progress.done == progress.total:
            size = px(12)
            box = QRect(rect.left(), rect.center().y() - size // 2, size, size)
            box = placed(box, rect)
            paint_tick(painter, box, self.palette().color(QPalette.ColorRole.Highlight))
            return
        painter.setFont(self._font(FIGURES))
        painter.setPen(muted)
        start = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        painter.drawText(rect, start, f"{progress.done}/{progress.total}")

    def _paint_open(self, painter: QPainter, rect: QRect) -> None:
        line = QRect(rect)
        line.setTop(rect.bottom() + 1 - px(UNDERLINE))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().color(QPalette.ColorRole.Highlight))
        painter.drawRect(line)

    def _paint_focus(self, painter: QPainter, rect: QRect) -> None:
        inner = QRectF(rect).adjusted(px(4), px(4), -px(4), -px(UNDERLINE + 3))
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), px(2)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(inner, px(6), px(6))

    def _font(self, size: int, *, bold: bool = False) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(px(size))
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font

    def _figures_width(self) -> int:
        """Return the same width for all figures, so that tabs stay in place while they change."""
        return max(self._width(f"{total}/{total}", FIGURES) for total in self._totals)

    def _width(self, text: str, size: int, *, bold: bool = False) -> int:
        """Return how wide a text is; Qt asks for the same ones dozens of times."""
        asked = (text, px(size), bold)
        if asked not in self._widths:
            metrics = QFontMetrics(self._font(size, bold=bold))
            self._widths[asked] = metrics.horizontalAdvance(text)
        return self._widths[asked]


class TabBar(QWidget):
    """The tabs that fit the width, and a menu with the others.

    Signals:
        chosen: the person opened another section; carries its index.
    """

    chosen = Signal(int)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.tabs = SectionTabs(self)
        self.tabs.setAccessibleName(words("Sections"))
        self.tabs.currentChanged.connect(self._on_chosen)
        self.tabs.tabBarClicked.connect(self._on_clicked)
        self.more = LinkButton(None, self, fill=self._fill_menu)
        self.more.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.tabs)
        row.addWidget(self.more)
        row.addStretch(1)

    def set_sections(self, titles: list[str]) -> None:
        """Show a tab for each title, the first one open."""
        self.tabs.blockSignals(True)
        for title in titles:
            self.tabs.add_section(title)
        self.tabs.blockSignals(False)
        self._share_width()

    def set_progress(self, index: int, progress: Progress) -> None:
        """Show how much of a section is answered."""
        self.show_progress({index: progress})

    def show_progress(self, of_sections: Mapping[int, Progress]) -> None:
        """Show how much of some sections is answered."""
        before = self._widths()
        for index, progress in of_sections.items():
            done, total = progress.done, progress.total
            said = self._words("{done} of {total} answered", done=done, total=total)
            self.tabs.set_progress(index, progress, said if total else "")
        if self._widths() != before:
            self._share_width()

    def current(self) -> int:
        """Return the index of the open section."""
        return self.tabs.currentIndex()

    def open_section(self, index: int) -> None:
        """Open a section, in sight whatever the width."""
        self.tabs.setCurrentIndex(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put into the menu what does not fit any more."""
        super().resizeEvent(event)
        self._share_width()

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the font changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._share_width()

    def _on_clicked(self, index: int) -> None:
        """Open the open section again: the page with the details may lie over it."""
        if index == self.tabs.currentIndex():
            self.chosen.emit(index)

    def _on_chosen(self, index: int) -> None:
        self._share_width()
        self.chosen.emit(index)

    def _share_width(self) -> None:
        count = self.tabs.count()
        if not count:
            return
        shown = self._fitting()
        hidden = count - len(shown)
        self.more.show_text(
            self._words.plural("{number} more", "{number} more", hidden),
            self._words.plural("{number} more section", "{number} more sections", hidden),
        )
        self.more.setVisible(hidden > 0)
        for index in range(count):
            self.tabs.setTabVisible(index, index in shown)
        widths = sum(self.tabs.tabSizeHint(index).width() for index in shown)
        self.tabs.setFixedWidth(max(widths, 1))  # given more or less, the tabs would shift

    def _fitting(self) -> set[int]:
        """Return the tabs that fit: the open one, and the first ones that there is room for."""
        count, current = self.tabs.count(), self.tabs.currentIndex()
        widths = self._widths()
        if sum(widths) <= self.width():
            return set(range(count))
        room = self.width() - self.more.sizeHint().width() - widths[current]
        shown = {current}
        for index in range(count):
            if index == current:
                continue
            room -= widths[index]
            if room < 0:
                break
            shown.add(index)
        return shown

    def _widths(self) -> list[int]:
        """Return how wide each tab would be."""
        return [self.tabs.tabSizeHint(index).width() for index in range(self.tabs.count())]

    def _fill_menu(self, menu: QMenu) -> None:
        for index in range(self.tabs.count()):
            if not self.tabs.isTabVisible(index):
                name = self.tabs.accessibleTabName(index) or self.tabs.tabText(index)
                action = menu.addAction(name)
                action.triggered.connect(lambda _checked=False, to=index: self.open_section(to))
