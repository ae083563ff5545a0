"""The window that takes goals, roles and practices into a table of another workbook."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QPushButton,
    QScrollArea,
    QWidget,
)

from ladder_desktop.errors import N_, LadderError
from ladder_desktop.store.amend import amend
from ladder_desktop.store.file import Stored, read
from ladder_desktop.store.history import Mark
from ladder_desktop.ui.dialogs import Inner, keep_on_screen
from ladder_desktop.ui.naming import SUFFIX
from ladder_desktop.widgets.boxes import Column, Line
from ladder_desktop.widgets.buttons import LongButton, PrimaryButton
from ladder_desktop.widgets.labels import Caption, Guidance, Title, Trouble
from ladder_desktop.widgets.tick_box import TickBox
from ladder_desktop.words import Words
from ladder_desktop.workbook.carry_over import Offer, Sort, tables, target_in, used

WIDTH, HEIGHT = 620, 560
LEAST = 160  # px at 100 % of what is offered
UNDER_THE_TEXT = (36, 0, 0, 0)
SORTS: dict[Sort, str] = {
    "entry": N_("Entry"),
    "role": N_("Role"),
    "practice": N_("Practice rated low"),
}
Chooser = Callable[[QWidget], Path | None]


class UseDialog(QDialog):
    """Asks what to use, in which workbook and in which of its tables.

    Attributes:
        offered: a box to tick for each thing that can be used.
        workbook: the files to choose from.
        table: the tables of the chosen workbook.
        trouble: why it can't be done.
        use: the button that does it.

    Signals:
        put: it was put into this file; carries its path and how many entries.
    """

    put = Signal(object, int)

    def __init__(
        self,
        offers: Sequence[Offer],
        recent: Sequence[Path],
        data: Path,
        words: Words,
        parent: QWidget | None = None,
        *,
        choose: Chooser | None = None,
    ) -> None:
        super().__init__(parent)
        self._offers = offers
        self._data = data
        self._words = words
        self._choose = choose or self._ask_for_file
        self._stored: Stored | None = None
        self.offered: list[TickBox] = []
        self.workbook = QComboBox(self)
        self.table = QComboBox(self)
        self.trouble = Trouble("", self)
        self.use = PrimaryButton(words("Use there"), self)
        self.setWindowTitle(words("Use in another workbook"))
        self._build()
        keep_on_screen(self, WIDTH, HEIGHT)
        for path in recent:
            self.workbook.addItem(path.stem, path)
        self._on_workbook_changed()

    def _build(self) -> None:
        words = self._words
        column = Column(self, gap=12, margins=(24, 24, 24, 24))
        column.addWidget(Title(words("Use in another workbook"), self))
        said = words("Tick what should stand in a table there, too. Here it stays as it is.")
        column.addWidget(Guidance(said, self))
        column.addWidget(self._build_offers(), 1)
        column.addLayout(self._build_where())
        column.addWidget(self.trouble)
        self.trouble.hide()
        foot = Line()
        foot.addStretch(1)
        cancel = QPushButton(words("Cancel"), self)
        cancel.clicked.connect(self.reject)
        foot.addWidget(cancel)
        foot.addWidget(self.use)
        column.addLayout(foot)
        self.workbook.currentIndexChanged.connect(self._on_workbook_changed)
        self.use.clicked.connect(self._use)

    def _build_where(self) -> Column:
        words = self._words
        where = Column(gap=4)
        where.addWidget(Caption(words("Workbook"), self).over(self.workbook))
        line = Line()
        line.addWidget(self.workbook, 1)
        other = LongButton(words("Another file…"), self)
        other.clicked.connect(self._on_other_file)
        line.addWidget(other)
        where.addLayout(line)
        where.addWidget(Caption(words("Table"), self).over(self.table))
        where.addWidget(self.table)
        return where

    def _build_offers(self) -> QScrollArea:
        page = Inner(self)
        page.setWidgetResizable(True)
        page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget(page)
        column = Column(inside, gap=12, margins=(12, 12, 12, 12))
        for offer in self._offers:
            tick = TickBox(offer.text, parent=inside)
            tick.clicked.connect(self._allow)
            self.offered.append(tick)
            about = Column(gap=0)
            about.addWidget(tick)
            said = f"{self._words(SORTS[offer.sort])} · {offer.section}"
            under = Line(margins=UNDER_THE_TEXT)
            under.addWidget(Caption(said, inside))
            about.addLayout(under)
            column.addLayout(about)
        column.addStretch(1)
        page.setWidget(inside)
        return page

    def _ticked(self) -> list[Offer]:
        pairs = zip(self._offers, self.offered, strict=True)
        return [offer for offer, tick in pairs if tick.isChecked()]

    def _allow(self) -> None:
        """Let it be done once something is ticked and there is a table for it."""
        self.use.setEnabled(bool(self._ticked()) and self.table.count() > 0)

    def _on_other_file(self) -> None:
        if path := self._choose(self):
            self.workbook.addItem(path.stem, path)
            self.workbook.setCurrentIndex(self.workbook.count() - 1)

    def _ask_for_file(self, parent: QWidget) -> Path | None:
        words = self._words
        kinds = words("Workbooks (*{suffix})", suffix=SUFFIX)
        there = self.workbook.currentData()
        begin = str(there.parent if there else Path.home())
        title = words("Open a workbook")
        chosen, _filter = QFileDialog.getOpenFileName(parent, title, begin, kinds)
        return Path(chosen) if chosen else None

    def _on_workbook_changed(self) -> None:
        """Offer the tables of the chosen workbook."""
        self.table.clear()
        self._stored = None
        self._say("")
        path = self.workbook.currentData()
        if path is not None:
            try:
                self._stored = read(path)
            except LadderError as error:
                self._say(error.worded(self._words))
            else:
                for table in tables(self._stored.workbook.template):
                    self.table.addItem(table.title, table.id)
        self._allow()

    def _use(self) -> None:
        """Put what is ticked into the chosen table, all or none."""
        path, stored = self.workbook.currentData(), self._stored
        if stored is None:
            return
        after, ticked = stored.workbook, self._ticked()
        for offer in ticked:
            target = target_in(after.template, self.table.currentData(), offer.sort)
            if target is not None:
                after = used(after, offer, target, self._words)
        try:
            amend(path, stored, after, Mark("before", "use"), self._data)
        except LadderError as error:
            self._say(error.worded(self._words))
            return
        self.put.emit(path, len(ticked))
        self.accept()

    def _say(self, message: str) -> None:
        self.trouble.setText(message)
        self.trouble.setVisible(bool(message))
