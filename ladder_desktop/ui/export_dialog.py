"""The window that asks what to write and where to, shows how far it is, and what came of it."""

from enum import Enum
from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QProgressBar,
    QPushButton,
    QWidget,
)

from ladder_desktop.errors import N_, ExportError
from ladder_desktop.export.options import ExportOptions, Paper
from ladder_desktop.export.writing import FORMATS
from ladder_desktop.ui.choice import Choice
from ladder_desktop.ui.dialogs import fit_to_texts
from ladder_desktop.ui.exporting import Exporting
from ladder_desktop.ui.launching import open_file, show_in_folder
from ladder_desktop.ui.naming import unused
from ladder_desktop.ui.session import Session
from ladder_desktop.widgets.boxes import Column, Line
from ladder_desktop.widgets.buttons import PrimaryButton
from ladder_desktop.widgets.labels import Body, Caption, Guidance, Title, Trouble
from ladder_desktop.words import Words

WIDTH = 520
NAMES = {
    "pdf": (N_("PDF"), N_("To print, or to send. To print it, open it when it is ready.")),
    "docx": (N_("Word"), N_("A document to go on with in Word or LibreOffice.")),
    "md": (N_("Text"), N_("Plain text with headings (Markdown).")),
    "csv": (N_("Table"), N_("All answers in one long table (CSV), for a spreadsheet.")),
    "json": (N_("Data"), N_("Everything, for programs (JSON); it can be read back in.")),
}
PAPERS: dict[Paper, str] = {"letter": N_("US Letter"), "a4": N_("A4")}


class Stage(Enum):
    """What the window shows."""

    ASKING = 0
    WRITING = 1
    DONE = 2


class ExportDialog(QDialog):
    """Asks, writes, and then offers to open what was written."""

    def __init__(
        self, session: Session, words: Words, paper_words: Words, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._words = words
        self._paper_words = paper_words
        self._exporting: Exporting | None = None
        self._target = session.path.with_suffix(".pdf")
        self.setWindowTitle(words("Print or export"))
        self._column = Column(self, gap=18, margins=(24, 24, 24, 24))
        self._column.addWidget(Title(words("Print or export")))
        self._stages = {
            Stage.ASKING: self._build_asking(),
            Stage.WRITING: self._build_writing(),
            Stage.DONE: self._build_done(),
        }
        for stage in self._stages.values():
            self._column.addWidget(stage)
        self._on_format_changed()
        self._show(Stage.ASKING)

    def reject(self) -> None:
        """Stop writing, or close."""
        if self._exporting:
            self._exporting.stop()
        super().reject()

    def _build_asking(self) -> QWidget:
        words = self._words
        page = QWidget()
        column = Column(page, gap=12)
        names = {kind: words(name) for kind, (name, _) in NAMES.items() if kind in FORMATS}
        self.format = Choice(words("Format"), names)
        self.format.set_value(next(iter(names)))
        self.format.chosen.connect(self._on_format_changed)
        column.addLayout(_field(words("Format"), self.format))
        self._explained = Guidance()
        column.addWidget(self._explained)
        self.paper = Choice(words("Paper"), {paper: words(name) for paper, name in PAPERS.items()})
        us = QLocale.system().measurementSystem() == QLocale.MeasurementSystem.ImperialUSSystem
        self.paper.set_value("letter" if us else "a4")
        self._paper_field = QWidget()
        self._paper_field.setLayout(_field(words("Paper"), self.paper))
        column.addWidget(self._paper_field)
        column.addLayout(self._build_target())
        self.trouble = Trouble()
        self.trouble.hide()
        column.addWidget(self.trouble)
        column.addStretch(1)
        cancel = QPushButton(words("Cancel"))
        cancel.clicked.connect(self.reject)
        self.export = PrimaryButton(words("Export"))
        self.export.setDefault(True)
        self.export.clicked.connect(self._start)
        column.addLayout(_foot(cancel, self.export))
        return page

    def _build_target(self) -> Column:
        part = Column(gap=4)
        part.addWidget(Caption(self._words("File")))
        line = Line(gap=12)
        self._shown_target = Body()
        line.addWidget(self._shown_target, 1)
        self.change = QPushButton(self._words("Change…"))
        self.change.setAutoDefault(False)
        self.change.clicked.connect(self._choose_target)
        line.addWidget(self.change)
        part.addLayout(line)
        self._replaces = Guidance()
        part.addWidget(self._replaces)
        return part

    def _build_writing(self) -> QWidget:
        page = QWidget()
        column = Column(page, gap=12)
        self._writing = Body()
        column.addWidget(self._writing)
        self.progress = QProgressBar(textVisible=False)
        self.progress.setRange(0, 0)
        column.addWidget(self.progress)
        column.addStretch(1)
        stop = QPushButton(self._words("Stop"))
        stop.clicked.connect(self.reject)
        column.addLayout(_foot(stop))
        return page

    def _build_done(self) -> QWidget:
        words = self._words
        page = QWidget()
        column = Column(page, gap=12)
        self._done = Body()
        column.addWidget(self._done)
        self._done_folder = Guidance()
        column.addWidget(self._done_folder)
        column.addStretch(1)
        close = QPushButton(words("Close"))
        close.clicked.connect(self.accept)
        folder = QPushButton(words("Show in folder"))
        folder.clicked.connect(lambda: show_in_folder(self._target))
        self.open_written = PrimaryButton(words("Open"))
        self.open_written.clicked.connect(lambda: open_file(self._target))
        column.addLayout(_foot(close, folder, self.open_written))
        return page

    def _on_format_changed(self) -> None:
        kind = self._kind()
        self._explained.setText(self._words(NAMES[kind][1]))
        self._paper_field.setVisible(kind == "pdf")
        self._show_target(self._target.with_suffix(f".{kind}"))

    def _kind(self) -> str:
        return self.format.value() or "pdf"

    def _show_target(self, target: Path) -> None:
        self._target = target
        self._shown_target.setText(
            self._words("{file} in {folder}", file=target.name, folder=str(target.parent))
        )
        there = target.exists()
        self._replaces.setVisible(there)
        self._replaces.setText(
            self._words("A file of this name is there already; it will be replaced.")
        )
        self.export.setText(self._words("Replace it") if there else self._words("Export"))
        self.trouble.hide()

    def _choose_target(self) -> None:
        kind = self._kind()
        start = self._target
        if start.exists():
            start = unused(start.parent, start.stem, start.suffix)
        chosen, _filter = QFileDialog.getSaveFileName(
            self,
            self._words("Export to"),
            str(start),
            f"{self._words(NAMES[kind][0])} (*.{kind})",
            options=QFileDialog.Option.DontConfirmOverwrite,  # this window says so itself
        )
        if chosen:
            target = Path(chosen)
            self._show_target(target if target.suffix else target.with_suffix(f".{kind}"))

    def _start(self) -> None:
        self._session.flush()
        self._writing.setText(self._words("Writing {file}…", file=self._target.name))
        self.progress.setRange(0, 0)
        self._show(Stage.WRITING)
        exporting = Exporting(
            self._session.workbook,
            self._kind(),
            self._target,
            ExportOptions(paper="letter" if self.paper.value() == "letter" else "a4"),
            self._paper_words,
        )
        exporting.progressed.connect(self._on_progressed)
        exporting.failed.connect(self._on_failed)
        exporting.written.connect(self._on_written)
        exporting.ended.connect(self._on_ended)
        self._exporting = exporting
        exporting.start()

    def _on_progressed(self, done: int, total: int) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)

    def _on_failed(self, error: ExportError) -> None:
        self._show(Stage.ASKING)
        self.trouble.setText(error.worded(self._words))
        self.trouble.show()

    def _on_written(self) -> None:
        self._done.setText(self._words("{file} is ready.", file=self._target.name))
        self._done_folder.setText(str(self._target.parent))
        self._show(Stage.DONE)
        self.open_written.setFocus()

    def _on_ended(self) -> None:
        self._exporting = None
        if self._stage is Stage.WRITING:
            self._show(Stage.ASKING)

    def _show(self, stage: Stage) -> None:
        self._stage = stage
        for each, page in self._stages.items():
            page.setVisible(each is stage)
        fit_to_texts(self, self._column, WIDTH)


def _field(label: str, control: QWidget) -> Column:
    part = Column(gap=4)
    part.addWidget(Caption(label))
    part.addWidget(control)
    return part


def _foot(*buttons: QPushButton) -> Line:
    line = Line(gap=8)
    line.addStretch(1)
    for button in buttons:
        button.setAutoDefault(isinstance(button, PrimaryButton))
        line.addWidget(button)
    return line
