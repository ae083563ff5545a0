"""The window that asks what a workshop stick is to hold, and writes it."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QProgressBar,
    QPushButton,
    QWidget,
)

from ladder_desktop.errors import N_, LadderError
from ladder_desktop.stick.installers import find
from ladder_desktop.stick.joining import template_of
from ladder_desktop.stick.names import StickError
from ladder_desktop.stick.preparing import Plan
from ladder_desktop.store.own_templates import own_templates
from ladder_desktop.ui.dialogs import fit_to_texts
from ladder_desktop.ui.launching import show_in_folder
from ladder_desktop.ui.settings.program import Program
from ladder_desktop.ui.workshop.labelled import beside
from ladder_desktop.ui.workshop.stick_files import StickFiles
from ladder_desktop.ui.workshop.stick_places import first_stick
from ladder_desktop.ui.workshop.stick_writing import Preparing
from ladder_desktop.ui.workshop.workshop_facts import AddressError, WorkshopFacts
from ladder_desktop.widgets.announce import announce
from ladder_desktop.widgets.boxes import Column, Line
from ladder_desktop.widgets.buttons import PrimaryButton
from ladder_desktop.widgets.directions import lead
from ladder_desktop.widgets.labels import Body, Caption, Guidance, Title, Trouble
from ladder_desktop.widgets.messenger import Messenger
from ladder_desktop.widgets.tick_box import TickBox
from ladder_desktop.widgets.wrapping import WrappingLine
from ladder_desktop.workbook.shelf import read_template_file, shelf
from ladder_desktop.workbook.template import Template

WIDTH = 880


class StickDialog(QDialog):
    """Asks for the workshop, its files and a folder, and writes the stick.

    Attributes:
        facts: where the workshop is described.
        files: those that are to be read without internet.
        prepare: starts writing.
        trouble: says what keeps the stick from being written.
        ready: says that it is written; the next one can be prepared with the same.

    Signals:
        prepared: a stick is written.
    """

    prepared = Signal()

    def __init__(self, program: Program, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._program = program
        self._words = program.words
        self._installers: Path | None = None
        self._target: Path | None = None
        self._preparing: Preparing | None = None
        self._choosers: dict[Body, QPushButton] = {}
        self._documents = program.places.documents.parent
        self.templates: list[tuple[TickBox, Template]] = []
        self._own: list[Template] = []
        self.setWindowTitle(self._words("Prepare a workshop stick"))
        self._column = Column(self, gap=14, margins=(24, 24, 24, 24))
        self._column.addWidget(Title(self._words("Prepare a workshop stick")))
        self._column.addWidget(Guidance(self._words(EXPLAINED)))
        self.facts = WorkshopFacts(self._words)
        self._column.addLayout(self.facts)
        self.files = StickFiles(self._words, self._documents)
        self._column.addLayout(beside(self._build_templates(), self.files))
        self._column.addLayout(beside(*self._build_places()))
        self._build_foot()
        self.files.taken.connect(self.trouble.hide)
        self.files.refused.connect(self._say)
        fit_to_texts(self, self._column, WIDTH)

    def reject(self) -> None:
        """Stop writing, or close."""
        if self._preparing:
            self._preparing.stop()
        else:
            super().reject()

    def done(self, result: int) -> None:
        """Close, also while a stick is written, when the program ends: that is stopped."""
        if self._preparing:
            self._preparing.stop()
        super().done(result)

    def showEvent(self, event: QShowEvent) -> None:
        """Fit the window, now that its parts have their fonts and margins."""
        super().showEvent(event)
        fit_to_texts(self, self._column, WIDTH)

    def set_target(self, folder: Path) -> None:
        """Write the stick into this folder."""
        self._target = folder
        self._show(self._shown_target, str(folder))
        self.prepare.setEnabled(True)

    def set_installers(self, folder: Path) -> None:
        """Take the installers of a release from this folder."""
        try:
            found = find(folder)
        except StickError as error:
            self._say(error)
            return
        self._installers = folder if found else None
        shown = "\n".join(one.name for one in found)
        nothing = self._words("There are no installers in “{folder}”.", folder=str(folder))
        self._show(self._shown_installers, shown or nothing)
        fit_to_texts(self, self._column, WIDTH)

    def _build_templates(self) -> Column:
        part = Column(gap=0)
        part.addWidget(Caption(self._words("Workbooks")))
        shelves = shelf(self._program.resources, self._words.language)
        built_in = [read_template_file(path) for path in shelves]
        found = own_templates(self._program.places.data)
        self._own = [own.template for own in found if own.template]
        for number, template in enumerate([*built_in, *self._own]):
            tick = TickBox(template.title, self._words("Workbooks"))
            tick.setChecked(number == 0)
            self.templates.append((tick, template))
            part.addWidget(tick)
        part.addStretch(1)
        return part

    def _build_places(self) -> list[Column]:
        self._shown_installers = Body(self._words("None: only workbooks and files."))
        self._shown_target = Body(self._words("Choose an empty stick or folder."))
        parts = []
        for label, shown, choose in (
            (self._words("Installers"), self._shown_installers, self._choose_installers),
            (self._words("Where to"), self._shown_target, self._choose_target),
        ):
            button = QPushButton(self._words("Choose…"))
            button.setAccessibleName(f"{label}: {button.text()}")
            button.setAccessibleDescription(shown.text())
            self._choosers[shown] = button
            button.clicked.connect(choose)
            line = Line(gap=12)
            lead(shown)
            line.addWidget(shown, 1)
            line.addWidget(button)
            part = Column(gap=4)
            part.addWidget(Caption(label))
            part.addLayout(line)
            part.addStretch(1)
            parts.append(part)
        return parts

    def _build_foot(self) -> None:
        self.progress = QProgressBar(textVisible=False)
        self.progress.hide()
        self.progress.setAccessibleName(self._words("Progress"))
        self.trouble, self.ready = Trouble(), Body()
        self.trouble.hide()
        self.ready.hide()
        self._cancel = QPushButton(self._words("Cancel"))
        self._cancel.clicked.connect(self.reject)
        self._folder = QPushButton(self._words("Show in folder"))
        self._folder.clicked.connect(self._show_folder)
        self._folder.hide()
        self.prepare = PrimaryButton(self._words("Prepare"))
        self.prepare.setDefault(True)
        self.prepare.setEnabled(False)
        self.prepare.clicked.connect(self._start)
        self._column.addWidget(self.progress)
        self._column.addWidget(self.trouble)
        self._column.addWidget(self.ready)
        self._column.addLayout(_foot(self._cancel, self._folder, self.prepare))

    def _choose_installers(self) -> None:
        title = self._words("The folder with the installers of a release")
        begin = str(self._installers or first_stick(self._documents))
        if chosen := QFileDialog.getExistingDirectory(self, title, begin):
            self.set_installers(Path(chosen))

    def _choose_target(self) -> None:
        title = self._words("An empty stick or folder")
        begin = str(self._target or first_stick(self._documents))
        if chosen := QFileDialog.getExistingDirectory(self, title, begin):
            self.set_target(Path(chosen))

    def _start(self) -> None:
        if self._target is None or self._preparing:
            return
        try:
            workshop = self.facts.workshop()
            installers = tuple(find(self._installers)) if self._installers else ()
        except StickError as error:
            if isinstance(error, AddressError):
                self.facts.fields["survey"].setFocus()
            self._say(error)
            return
        chosen = [template for tick, template in self.templates if tick.isChecked()]
        plan = Plan(
            workshop,
            tuple((template_of(one, workshop), one not in self._own) for one in chosen),
            tuple(self.files.files),
            installers,
            self._program.resources,
        )
        for told in (self.trouble, self.ready, self._folder):
            told.hide()
        self.progress.setRange(0, 0)
        self.progress.show()
        self.prepare.setEnabled(False)
        tell_progress, tell_end = Messenger(self._on_progressed), Messenger(self._on_ended)
        self._preparing = Preparing(plan, self._target, self._program, tell_progress, tell_end)
        self._preparing.start()

    def _on_progressed(self, done: int, total: int) -> None:
        # a bar counts in 32 bits, and a stick may hold more bytes than that
        self.progress.setRange(0, 1000)
        self.progress.setValue(round(1000 * done / max(total, 1)))

    def _on_ended(self, error: LadderError | None) -> None:
        self._preparing = None
        self.progress.hide()
        self.prepare.setEnabled(True)
        if error:
            self._say(error)
        elif self._target:
            self._on_prepared(self._target)

    def _on_prepared(self, stick: Path) -> None:
        """Say so, and stay: a facilitator has more sticks than one."""
        said = self._words(
            "The stick in “{folder}” is ready. For another one with the same on it, put that in, "
            "and choose “Prepare” again.",
            folder=str(stick),
        )
        self.ready.setText(said)
        self._cancel.setText(self._words("Close"))
        self.ready.show()
        self._folder.show()
        self.prepare.setFocus()
        fit_to_texts(self, self._column, WIDTH)
        announce(self.ready, said)
        self.prepared.emit()

    def _show_folder(self) -> None:
        if self._target:
            show_in_folder(self._target / "Start here.html")

    def _show(self, label: Body, text: str) -> None:
        """Show what was chosen, and have it told of the button that chooses."""
        label.setText(text)
        self._choosers[label].setAccessibleDescription(text)

    def _say(self, error: LadderError) -> None:
        self.trouble.setText(error.worded(self._words))
        self.trouble.show()
        fit_to_texts(self, self._column, WIDTH)


EXPLAINED = N_(
    "A stick to hand out in a room without internet: the installers, blank workbooks, your files, "
    "and a page that tells how to begin."
)


def _foot(*buttons: QPushButton) -> WrappingLine:
    line = WrappingLine()
    for button in buttons:
        line.addWidget(button)
    return line
