"""The window that asks what to write and where to, and shows the pages as they will be."""

from pathlib import Path
from threading import Lock

import msgspec
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QFileDialog, QFrame, QScrollArea, QWidget

from ladder_desktop.errors import N_, ExportError
from ladder_desktop.export.pdf.layout import Forecast
from ladder_desktop.export.writing import FORMATS
from ladder_desktop.paths import is_there
from ladder_desktop.ui.choice import Choice
from ladder_desktop.ui.launching import open_file, show_in_folder
from ladder_desktop.ui.naming import unused
from ladder_desktop.ui.paper.before_export import told, unanswered, undescribed
from ladder_desktop.ui.paper.export_choices import ExportChoices, open_preview
from ladder_desktop.ui.paper.export_foot import ExportFoot
from ladder_desktop.ui.paper.exporting import Exporting
from ladder_desktop.ui.paper.preview import Preview
from ladder_desktop.ui.paper.previewing import Previewing
from ladder_desktop.ui.past.ratings_choice import ratings_choice
from ladder_desktop.ui.session import Session
from ladder_desktop.ui.settings.settings import KeptExport, Settings, SettingsFile
from ladder_desktop.ui.work import Work
from ladder_desktop.widgets.boxes import Column, Line, fit
from ladder_desktop.widgets.card import Hairline
from ladder_desktop.widgets.labels import Guidance, Title
from ladder_desktop.widgets.scale import px, zoom
from ladder_desktop.words import Words

WIDTH, HEIGHT = 1120, 880
SIDE = 320
NARROW, LEAST = 720, 24  # px at 100 %
CLOSE = (16, 8, 16, 8)  # margins where there is little room
QWIDGETSIZE_MAX = 16777215  # Qt's word for no limit, which PySide lacks
PAUSE = 200  # milliseconds from the last choice to a new preview
NAMES = {
    "pdf": (N_("PDF"), ""),
    "docx": (
        N_("Word"),
        N_("A document to go on with in Word or LibreOffice. It is shown there, not here."),
    ),
    "md": (N_("Text"), ""),
    "csv": (N_("Table"), ""),
    "json": (N_("Data"), ""),
}
PREVIEWED = ("pdf", "md", "csv", "json")
WITH_PAGES = ("pdf", "docx")


class ChoicesArea(QScrollArea):
    """What can be chosen; scrolls in a low window."""


class ExportDialog(QDialog):
    """Asks, previews, writes or prints, and then offers to open what was written.

    Attributes:
        format: the format.
        choices: everything else that can be chosen.
        preview: the pages as they will be.
        notes: what is good to know before.
    """

    def __init__(
        self,
        session: Session,
        words: Words,
        paper_words: Words,
        settings: SettingsFile,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._words, self._paper_words = session, words, paper_words
        self._settings = settings
        self._work: Work | None = None
        self._lock = Lock()  # PDFium serves one thread at a time
        self._number = 0
        self._target = session.path.with_suffix(".pdf")
        session.flush()
        self.setWindowTitle(words("Print or export"))
        self._previewing = Previewing(paper_words, self._lock)
        self._soon = QTimer(self, interval=PAUSE, singleShot=True)
        self._soon.timeout.connect(self._preview)
        self._build(settings.read().export)
        self._connect()
        self._on_format_changed()
        self._take_size(parent)

    def done(self, result: int) -> None:
        """Stop everything that goes on, remember what was chosen, and close."""
        if self._work:
            self._work.stop()
        self._previewing.stop()
        kept = self.choices.kept(self._kind())

        def change(settings: Settings) -> Settings:
            return msgspec.structs.replace(settings, export=kept)

        self._settings.change(change)
        super().done(result)

    def _build(self, kept: KeptExport) -> None:
        words = self._words
        column = self._column = Column(self, gap=12, margins=(24, 20, 24, 16))
        head = Line(gap=16)
        column.addLayout(head)  # while it is empty: the format may leave it
        self._title = Title(words("Print or export"))
        self._title.setWordWrap(False)  # so that it takes the height of one line
        head.addWidget(self._title, 1)
        names = {kind: words(name) for kind, (name, _) in NAMES.items() if kind in FORMATS}
        self.format = Choice(words("Format"), names)
        self.format.set_value(kept.kind if kept.kind in names else "pdf")
        head.addWidget(self.format)
        self._body = QWidget()
        body = self._body_line = Line(self._body, gap=16)
        ratings = ratings_choice(self._session, words, self._paper_words)
        self.choices = ExportChoices(self._session.workbook, kept, words, ratings)
        area = self._area = ChoicesArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # whatever is in it can have it
        self.choices.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        area.setWidget(self.choices)
        area.setFixedWidth(px(SIDE))
        body.addWidget(area)
        self._preview_part = Column(gap=8)
        body.addLayout(self._preview_part, 1)  # while it is empty: the notes may leave it
        self._fill_preview()
        column.addWidget(self._body, 1)
        column.addWidget(Hairline())
        self.foot = ExportFoot(words)
        column.addWidget(self.foot.trouble)
        column.addWidget(self.foot)

    def _fill_preview(self) -> None:
        part = self._preview_part
        self.preview = Preview(self._previewing, self._words)
        part.addWidget(self.preview, 1)
        self.notes = Guidance()
        self.notes.setAccessibleName(self._words("Good to know"))
        part.addWidget(self.notes)

    def _connect(self) -> None:
        self.format.chosen.connect(self._on_format_changed)
        self.choices.changed.connect(self._on_chosen)
        self._previewing.foretold.connect(self._on_foretold)
        self._previewing.failed.connect(self._on_preview_failed)
        foot = self.foot
        foot.export_asked.connect(self._start)
        foot.print_asked.connect(self._print)
        foot.change_asked.connect(self._choose_target)
        foot.stop_asked.connect(self._stop)
        foot.closed.connect(self.reject)
        foot.open_asked.connect(lambda: open_file(self._target))
        foot.folder_asked.connect(lambda: show_in_folder(self._target))
        # the tests of this window, and whoever looks for its buttons, find them here
        self.export, self.change, self.progress = foot.export, foot.change, foot.progress
        self.open_written, self.trouble = foot.open_written, foot.trouble

    def _take_size(self, parent: QWidget | None) -> None:
        """Take as much room as there is, and is of use; with little of it, do without preview."""
        room = parent.size() if parent else self.screen().availableSize()
        if room.width() < px(NARROW):
            self._be_narrow()
        self.resize(min(px(WIDTH), room.width() - 24), min(px(HEIGHT), room.height() - 16))

    def _be_narrow(self) -> None:
        """Put everything under each other: the print is very large, or the window very small."""
        self._column.margins_at_100, self._column.gap = CLOSE, 6
        fit(self._column, zoom())
        self._title.hide()  # the window is called the same
        self.preview.hide()
        # in two layouts, it would keep the height that the first text had
        self._preview_part.removeWidget(self.notes)
        self._body_line.removeItem(self._preview_part)
        self._area.setMinimumSize(1, px(LEAST))
        self._area.setMaximumWidth(QWIDGETSIZE_MAX)
        self.choices.put_first(self.format)
        self.choices.put_last(self.notes)
        self.foot.be_narrow()

    def _kind(self) -> str:
        return self.format.value() or "pdf"

    def _on_format_changed(self) -> None:
        kind = self._kind()
        self.choices.show_format(kind)
        self.foot.print.setVisible(kind == "pdf")
        self._show_target(self._target.with_suffix(f".{kind}"))
        self._on_chosen()

    def _on_chosen(self) -> None:
        """Preview what is chosen now, in a moment, and ask again where to."""
        self.foot.ask()
        self._show_target(self._target)
        has_sections = self.choices.options().sections != ()
        for button in (self.foot.export, self.foot.print):
            button.setEnabled(has_sections)
        self._previewing.rest()
        self._notes(None)
        if not has_sections:
            self.preview.say(self._words("Tick at least one section."))
        elif self._kind() not in PREVIEWED:
            self.preview.say(self._words(NAMES[self._kind()][1]))
        else:
            self._soon.start()

    def _preview(self) -> None:
        options = open_preview(self.choices.options())
        if options.sections == () or self._work or self._kind() not in PREVIEWED:
            return
        self._number = self._previewing.ask(self._session.workbook, self._kind(), options)
        self.preview.expect(self._number)

    def _on_foretold(self, number: int, forecast: object) -> None:
        if number == self._number:
            self._notes(forecast)

    def _on_preview_failed(self, number: int, error: ExportError) -> None:
        if number == self._number:
            self.preview.say(error.worded(self._words))

    def _notes(self, forecast: object) -> None:
        """Tell what is good to know: what is left at once, the rest when it is found out."""
        lines = []
        if self._kind() in WITH_PAGES:
            lines += unanswered(self._session.workbook, self.choices.options(), self._words)
            lines += undescribed(self._session.workbook, self.choices.options(), self._words)
        if isinstance(forecast, Forecast):
            lines += told(forecast, self._words)
        self.notes.setText("\n".join(lines))
        self.notes.setVisible(bool(lines))

    def _show_target(self, target: Path) -> None:
        self._target = target
        self.foot.show_target(target)

    def _choose_target(self) -> None:
        kind = self._kind()
        start = self._target
        if is_there(start):
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
        self._session.keep_moment("export")
        self._previewing.rest()
        workbook, options = self._session.workbook, self.choices.options()
        work = Exporting(workbook, self._kind(), self._target, options, self._paper_words)
        done = self._words("{file} is ready.", file=self._target.name)
        self._follow(work, self._words("Writing {file}…", file=self._target.name), done)

    def _print(self) -> None:
        """Ask with the system's own window, then print."""
        # the printers' library is heavy, and most exports end in a file
        from ladder_desktop.ui.paper.print_dialog import asked_printer  # noqa: PLC0415
        from ladder_desktop.ui.paper.printing import Printing  # noqa: PLC0415

        options = open_preview(self.choices.options())
        printer = asked_printer(self, options.paper, self._target.stem, self.preview.page_count())
        if printer is None:
            return
        self._session.keep_moment("export")
        self._previewing.rest()
        work = Printing(self._session.workbook, options, self._paper_words, printer, self._lock)
        self._follow(work, self._words("Printing…"), self._words("Sent to the printer."))

    def _follow(self, work: Work, doing: str, done: str) -> None:
        """Show how far some work is, and what came of it."""
        work.progressed.connect(self.foot.show_progress)
        work.failed.connect(self._on_failed)
        is_file = isinstance(work, Exporting)
        work.written.connect(lambda: self.foot.show_done(done, is_file=is_file))
        work.ended.connect(self._on_ended)
        self._work = work
        self._body.setEnabled(False)
        self.format.setEnabled(False)
        self.foot.write(doing)
        work.start()

    def _stop(self) -> None:
        if self._work:
            self._work.stop()

    def _on_failed(self, error: ExportError) -> None:
        self.foot.ask(error.worded(self._words))

    def _on_ended(self) -> None:
        self._work = None
        self._body.setEnabled(True)
        self.format.setEnabled(True)
        if self.foot.is_writing():
            self.foot.ask()
        self._soon.start()
