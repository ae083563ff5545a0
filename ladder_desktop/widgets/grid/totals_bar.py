"""The totals of a table: under its columns, and once more for each choice."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QStyle, QWidget

from ladder_desktop.blocks import cells
from ladder_desktop.blocks.columns import Column
from ladder_desktop.widgets.boxes import clear
from ladder_desktop.widgets.directions import lead, paint_text, trailing
from ladder_desktop.widgets.grid.cell_delegate import PAD_X, PAD_Y
from ladder_desktop.widgets.grid.grid_model import Row, Rules
from ladder_desktop.widgets.grid.grid_view import GridView
from ladder_desktop.widgets.labels import Body, Caption
from ladder_desktop.widgets.painting import colour
from ladder_desktop.widgets.scale import px
from ladder_desktop.words import Words


class TotalsBar(QWidget):
    """One line with the sums, each under its column, that stays while rows scroll.

    Under cards each sum has a line of its own, in the order of the columns.

    Attributes:
        totals: the sum of each column as it is shown, blank where there is none.
    """

    def __init__(self, view: GridView, rules: Rules, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = view
        self._rules = rules
        self._words = words
        self.totals: list[str] = []
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        view.scrolled.connect(self.update)
        view.carded.connect(self.updateGeometry)

    def show_rows(self, rows: list[Row]) -> None:
        """Sum up these rows; without any figure there is nothing to show."""
        self.totals = [
            total_text(self._rules, each, rows, self._words) for each in self._rules.columns
        ]
        named = ", ".join(f"{title}: {total}" for title, total in self._named())
        self.setAccessibleName(f"{self._words('Total')} – {named}")
        self.setVisible(any(self.totals))
        self.updateGeometry()
        self._make_room()
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the zoom."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._make_room()

    def sizeHint(self) -> QSize:
        """Return the height of one line, or of those under cards."""
        height = self.fontMetrics().lineSpacing() + 2 * px(PAD_Y)
        if self._view.is_carded:
            height += sum(self._height_of(*pair) + px(PAD_X) for pair in self._named())
        return QSize(px(120), height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the titles under cards at the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line above, then each sum under its column."""
        painter = QPainter(self)
        painter.setPen(QPen(colour(self, QPalette.ColorRole.Dark), px(1)))
        painter.drawLine(0, 0, self.width(), 0)
        painter.setFont(self._sum_font())
        painter.setPen(colour(self, QPalette.ColorRole.Text))
        if self._view.is_carded:
            self._paint_lines(painter)
        else:
            self._paint_columns(painter)

    def _paint_lines(self, painter: QPainter) -> None:
        """Paint “Total” over the sums, and each sum at the end of its line."""
        flag = Qt.AlignmentFlag
        area = self.rect().adjusted(px(PAD_X), px(PAD_Y), -px(PAD_X), 0)
        area.setHeight(self.fontMetrics().lineSpacing())
        painter.drawText(area, flag.AlignLeading | flag.AlignVCenter, self._words("Total"))
        for title, total in self._named():
            area.translate(0, area.height() + px(PAD_X))
            area.setHeight(self._height_of(title, total))
            painter.setFont(self._sum_font())
            painter.drawText(area, flag.AlignTrailing | flag.AlignTop, total)
            painter.setFont(self.font())
            place = QRect(area.topLeft(), QSize(self._beside(total), area.height()))
            place = QStyle.visualRect(self.layoutDirection(), area, place)
            paint_text(painter, place, title, wraps=True, at=flag.AlignTop)

    def _paint_columns(self, painter: QPainter) -> None:
        """Paint each sum under its column."""
        left = self._view.viewport().mapTo(self._view, self._view.viewport().rect().topLeft()).x()
        self._paint_label(painter, left)
        painter.setClipRect(QRect(left, 0, self._view.viewport().width(), self.height()))
        for number, total in enumerate(self.totals):
            place = left + self._view.columnViewportPosition(number)
            width = self._view.columnWidth(number)
            area = QRect(place, 0, width, self.height()).adjusted(px(PAD_X), 0, -px(PAD_X), 0)
            end = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(area, end, total)

    def _named(self) -> list[tuple[str, str]]:
        """Return the sums that there are, each after the title of its column."""
        pairs = zip(self._rules.columns, self.totals, strict=False)
        return [(column.title, total) for column, total in pairs if total]

    def _beside(self, total: str) -> int:
        """Return the width that a title has before a sum."""
        taken = QFontMetrics(self._sum_font()).horizontalAdvance(total) + 3 * px(PAD_X)
        return max(self.width() - taken, 1)

    def _height_of(self, title: str, total: str) -> int:
        room = QRect(0, 0, self._beside(total), 1 << 20)
        return self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, title).height()

    def _make_room(self) -> None:
        """Ask for columns in which no sum is cut."""
        metrics = QFontMetrics(self._sum_font(), self)
        around = 2 * px(PAD_X) + 1
        self._view.make_room([metrics.horizontalAdvance(sum_) + around for sum_ in self.totals])

    def _sum_font(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _paint_label(self, painter: QPainter, left: int) -> None:
        """Say “Total” in the first column, unless a sum stands there."""
        if self.totals and not self.totals[0]:
            width = self._view.columnWidth(0) + self._view.columnViewportPosition(0)
            area = QRect(left, 0, width, self.height()).adjusted(px(PAD_X), 0, 0, 0)
            start = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(area, start, self._words("Total"))


class Subtotals(QWidget):
    """The totals once more for each choice of one column.

    Attributes:
        lines: for each choice its title and its totals, as they are shown.
    """

    def __init__(self, rules: Rules, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._rules = rules
        self._words = words
        self._grid = QGridLayout(self)
        self._labels: list[Body] = []
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 1)
        self.lines: list[list[str]] = []

    def show_rows(self, rows: list[Row]) -> None:
        """Break the totals of these rows down."""
        groups = self._rules.broken_down(tuple(rows))
        lines = [
            [
                self._words("Not chosen yet") if group.choice is None else group.choice.title,
                *(
                    total_text(self._rules, column, list(group.rows), self._words)
                    for column in self._rules.totalled
                ),
            ]
            for group in groups
        ]
        lines = [line for line in lines if any(line[1:])]
        if lines != self.lines:
            self.lines = lines
            self._build()
        self.setVisible(bool(lines))

    def _build(self) -> None:
        clear(self._labels)
        self._grid.setHorizontalSpacing(px(18))
        self._grid.setVerticalSpacing(px(4))
        self._put(Caption(self._by(), self), 0, 0)
        for place, column in enumerate(self._rules.totalled, start=1):
            self._put(Caption(column.title, self), 0, place)
        for row, line in enumerate(self.lines, start=1):
            for place, text in enumerate(line):
                self._put(Body(text, self), row, place)

    def _by(self) -> str:
        """Return the title of the column that parts the rows."""
        by = [each.title for each in self._rules.columns if each.id == self._rules.subtotals]
        return self._words("Totals by {column}", column=by[0]) if by else ""

    def _put(self, label: Body, row: int, place: int) -> None:
        if place:
            label.setWordWrap(False)
            label.setAlignment(trailing() | Qt.AlignmentFlag.AlignTop)
        else:
            lead(label)
        self._labels.append(label)
        self._grid.addWidget(label, row, place)


def total_text(rules: Rules, column: Column, rows: list[Row], words: Words) -> str:
    """Return the sum of a column as it is shown, blank where there is none."""
    number = rules.total(column, tuple(rows)) if column.total else None
    return "" if number is None else cells.shown_figure(column.cell, number, words)
