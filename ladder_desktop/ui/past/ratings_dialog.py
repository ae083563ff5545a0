"""Ratings of two moments side by side, on screen and as a PDF."""

from pathlib import Path

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QGridLayout,
    QPushButton,
    QScrollArea,
    QWidget,
)

from ladder_desktop.errors import LadderError
from ladder_desktop.store.past import Moment, moments, workbook_at
from ladder_desktop.ui.dialogs import keep_on_screen
from ladder_desktop.ui.launching import open_file
from ladder_desktop.ui.naming import clean_name, unused
from ladder_desktop.ui.pages import Around
from ladder_desktop.ui.past.moment_words import what, when
from ladder_desktop.ui.session import Session
from ladder_desktop.widgets.boxes import Column, Line, clear
from ladder_desktop.widgets.buttons import PrimaryButton
from ladder_desktop.widgets.directions import lead
from ladder_desktop.widgets.labels import Body, Caption, Guidance, Title, Trouble
from ladder_desktop.widgets.scale import px
from ladder_desktop.widgets.wrapping import WrappingLine
from ladder_desktop.words import Words
from ladder_desktop.workbook.ratings import NOTHING_RATED, compared, row_texts
from ladder_desktop.workbook.workbook import Workbook

WIDTH, HEIGHT = 760, 560


class RatingsDialog(QDialog):
    """Lets a person choose two moments, or one and now, and shows what changed in between.

    Attributes:
        first: the earlier moment.
        second: the later one.
    """

    def __init__(
        self, session: Session, words: Words, paper_words: Words, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._words = words
        self._paper_words = paper_words
        self._moments: list[Moment] = []
        self.setWindowTitle(words("Compare ratings"))
        self.trouble = Trouble()
        self.trouble.hide()
        self._hint = Guidance()
        self._nothing = Guidance(words(NOTHING_RATED))
        self.first, self.second = QComboBox(), QComboBox()
        self._rows = QGridLayout()
        self._labels: list[list[Body]] = []
        self._heads: list[Caption] = []
        self._build()
        self._fill()
        for choice in (self.first, self.second):
            choice.currentIndexChanged.connect(self._show_rows)
        self._show_rows()

    def names(self) -> tuple[str, str]:
        """Return what the two chosen moments are called."""
        return self.first.currentText(), self.second.currentText()

    def texts(self) -> list[list[str]]:
        """Return what the table shows, row by row."""
        return [[label.text() for label in row] for row in self._labels]

    def _build(self) -> None:
        words = self._words
        column = Column(self, gap=12, margins=(24, 24, 24, 24))
        column.addWidget(Title(words("Compare ratings")))
        chosen = Line(gap=12)
        for label, choice in ((words("First"), self.first), (words("Then"), self.second)):
            part = Column(gap=4)
            part.addWidget(Caption(label).over(choice))
            part.addWidget(choice)
            chosen.addLayout(part, 1)
        column.addLayout(chosen)
        column.addWidget(self._hint)
        column.addWidget(self._nothing)
        column.addWidget(self._build_table(), 1)
        column.addWidget(self.trouble)
        foot = WrappingLine()
        close = QPushButton(words("Close"))
        close.clicked.connect(self.reject)
        self.export = PrimaryButton(words("Save as PDF…"))
        self.export.setDefault(True)
        self.export.clicked.connect(self._export)
        foot.addWidget(close)
        foot.addWidget(self.export)
        column.addLayout(foot)
        keep_on_screen(self, WIDTH, HEIGHT)

    def _build_table(self) -> QScrollArea:
        inside = Around()
        around = Column(inside, gap=0, margins=(0, 0, 14, 0))
        around.addLayout(self._rows)
        around.addStretch(1)
        for column, share in enumerate((5, 2, 2, 1)):
            self._rows.setColumnStretch(column, share)
        self._rows.setHorizontalSpacing(px(18))
        self._rows.setVerticalSpacing(px(10))
        area = QScrollArea()
        area.setAccessibleName(self._words("Ratings"))
        area.setWidgetResizable(True)
        area.setWidget(inside)
        return area

    def _fill(self) -> None:
        """Offer the moments with a name and the first one, and now."""
        words = self._words
        try:
            found = moments(self._session.path)
        except LadderError as error:
            self._say(error)
            found = []
        self._moments = [one for one in found if one.is_checkpoint or one.reason == "created"]
        for choice in (self.first, self.second):
            choice.addItem(words("Now"), None)
            for moment in self._moments:
                choice.addItem(f"{what(moment, words)} – {when(moment.made, words)}", moment)
        self.first.setCurrentIndex(min(1, self.first.count() - 1))
        self._hint.setText(
            words("Mark moments with a name to compare them: it is in the Workbook menu.")
        )
        self._hint.setVisible(not any(one.is_checkpoint for one in self._moments))

    def _workbooks(self) -> tuple[Workbook, Workbook]:
        return self._workbook(self.first), self._workbook(self.second)

    def _workbook(self, choice: QComboBox) -> Workbook:
        moment = choice.currentData()
        if not isinstance(moment, Moment):
            return self._session.workbook
        return workbook_at(self._session.path, moment.id)

    def _show_rows(self) -> None:
        clear(self._heads)
        for row in self._labels:
            clear(row)
        self._labels = []
        try:
            found = compared(*self._workbooks(), self._words)
        except LadderError as error:
            self._say(error)
            return
        self._nothing.setVisible(not found)
        heads = ("", *self.names(), self._words("Change")) if found else ()
        self._heads += [Caption(head) for head in heads]
        for column, caption in enumerate(self._heads):
            self._rows.addWidget(caption, 0, column)
        self._labels = [[Body(text) for text in row_texts(row)] for row in found]
        for number, row in enumerate(self._labels, start=1):
            for column, label in enumerate(row):
                text = label.text()
                label.setAccessibleName(f"{heads[column]}: {text}" if column else text)
                if column:
                    lead(label)
                self._rows.addWidget(label, number, column)

    def _export(self) -> None:
        # ReportLab is heavy, and most who look at ratings do not print them
        from ladder_desktop.export.comparison import as_now, export_comparison, then  # noqa: PLC0415
        from ladder_desktop.export.options import ExportOptions  # noqa: PLC0415

        words = self._words
        name = clean_name(words("{name} - ratings", name=self._session.path.stem))
        proposed = unused(self._session.path.parent, name, ".pdf")
        chosen, _filter = QFileDialog.getSaveFileName(
            self, words("Save as PDF"), str(proposed), words("PDF (*.pdf)")
        )
        if not chosen:
            return
        target = Path(chosen) if chosen.lower().endswith(".pdf") else Path(f"{chosen}.pdf")
        session, paper = self._session, self._paper_words
        moments = (self.first.currentData(), self.second.currentData())
        try:
            first, second = (
                then(session.path, one, paper) if one else as_now(session.workbook, paper)
                for one in moments
            )
            export_comparison((first, second), target, ExportOptions(), paper)
        except LadderError as error:
            self._say(error)
        else:
            open_file(target)

    def _say(self, error: LadderError) -> None:
        self.trouble.setText(error.worded(self._words))
        self.trouble.show()
