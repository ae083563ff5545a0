"""The window with the settings: few, each with its effect at once."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QPushButton, QWidget

from ladder_desktop.errors import N_
from ladder_desktop.ui.settings.look import STEPS
from ladder_desktop.ui.settings.program import Program
from ladder_desktop.ui.settings.settings import Appearance, Settings, SpellingChoice
from ladder_desktop.ui.settings.trying import is_writable
from ladder_desktop.ui.tall_dialog import TallDialog
from ladder_desktop.widgets.boxes import Column
from ladder_desktop.widgets.directions import lead
from ladder_desktop.widgets.labels import Body, Caption, Guidance, Trouble
from ladder_desktop.widgets.tick_box import TickBox
from ladder_desktop.widgets.wrapping import WrappingLine
from ladder_desktop.words import LANGUAGES

WIDTH, HEIGHT = 560, 780
UNDER_THE_TEXT = (36, 0, 0, 0)
APPEARANCES: dict[Appearance, str] = {
    "system": N_("As the system has it"),
    "light": N_("Light"),
    "dark": N_("Dark"),
    "contrast": N_("High contrast"),
}
SPELLINGS: dict[SpellingChoice, str] = {
    "text": N_("In the language of the text"),
    "en": N_("In English"),
    "es": N_("In Spanish"),
    "off": N_("Not at all"),
}
PAPERS = {"": N_("As usual in this country"), "letter": N_("US Letter"), "a4": N_("A4")}
Chooser = Callable[[QWidget, Path], Path | None]


class SettingsDialog(TallDialog):
    """Asks how a person wants things; every choice holds at once and is kept in a plain file.

    Attributes:
        language: of the interface.
        appearance: light, dark, high contrast, or as the system has it.
        zoom: the size of everything.
        paper: the size of pages that exports begin with.
        folder: where new workbooks are kept.
        spelling: the language that spelling is checked in.
        backups: whether copies are kept.
        search: whether all workbooks are searched.
        trouble: why a folder can't be used.

    Signals:
        changed: something else is chosen, and kept.
    """

    changed = Signal()

    def __init__(
        self, program: Program, parent: QWidget | None = None, *, choose: Chooser | None = None
    ) -> None:
        super().__init__(program.words("Settings"), WIDTH, HEIGHT, program.words, parent)
        self._program, self._words = program, program.words
        self._choose = choose or self._ask_for_folder
        self.trouble = Trouble()
        self.trouble.hide()
        kept = program.settings.read()
        self._build_language()
        self._build_look()
        self._build_paper(kept)
        self._build_folder()
        self._build_spelling(kept)
        self._build_habits(kept)
        self.column.addStretch(1)
        self.language.setFocus()
        program.look.changed.connect(self._show_look)

    def _build_language(self) -> None:
        language = self._program.language
        names = {"": self._words("As the system has it"), **LANGUAGES}
        self.language = self._field(self._words("Language"), names, language.chosen)
        self.language.activated.connect(lambda _row: language.choose(self.language.currentData()))

    def _build_look(self) -> None:
        words, look = self._words, self._program.look
        names = {value: words(name) for value, name in APPEARANCES.items()}
        self.appearance = self._field(words("Appearance"), names, look.appearance)
        self.appearance.activated.connect(
            lambda _row: look.set_appearance(self.appearance.currentData())
        )
        steps = sorted({*STEPS, look.zoom})
        percent = {step: words("{zoom} %", zoom=step) for step in steps}
        self.zoom = self._field(words("Size of everything"), percent, look.zoom)
        self.zoom.activated.connect(lambda _row: look.set_zoom(self.zoom.currentData()))

    def _build_paper(self, kept: Settings) -> None:
        names = {value: self._words(name) for value, name in PAPERS.items()}
        self.paper = self._field(self._words("Paper"), names, kept.export.paper)
        self.paper.activated.connect(lambda _row: self._keep_paper(self.paper.currentData()))

    def _build_folder(self) -> None:
        words = self._words
        part = Column(gap=4)
        part.addWidget(Caption(words("New workbooks are kept in")))
        self.folder = Body()
        lead(self.folder)
        part.addWidget(self.folder)
        self.choose = QPushButton(words("Choose a folder…"))
        self.choose.clicked.connect(self._choose_folder)
        self.usual = QPushButton(words("Usual folder"))
        self.usual.clicked.connect(lambda: self._keep_folder(""))
        line = WrappingLine(at_start=True)
        for button in (self.choose, self.usual):
            button.setAutoDefault(False)
            button.setAccessibleDescription(words("Where new workbooks are kept"))
            line.addWidget(button)
        part.addLayout(line)
        part.addWidget(self.trouble)
        if self._program.places.is_portable:
            said = words("This program is carried around, so everything stays beside it.")
            part.addWidget(Guidance(said))
        self.column.addLayout(part)
        self._show_folder()

    def _build_spelling(self, kept: Settings) -> None:
        names = {value: self._words(name) for value, name in SPELLINGS.items()}
        self.spelling = self._field(self._words("Check spelling"), names, kept.spelling)
        self.spelling.activated.connect(
            lambda _row: self._keep(spelling=self.spelling.currentData())
        )

    def _build_habits(self, kept: Settings) -> None:
        words = self._words
        self.backups = self._tick(
            words("Keep backup copies"),
            words("Every half hour, if something changed. They help when a file gets damaged."),
            is_on=kept.backups,
        )
        self.backups.clicked.connect(lambda on: self._keep(backups=on))
        self.search = self._tick(
            words("Search in all workbooks"),
            words(
                "For that, the program keeps a list of the words in your workbooks on this "
                "computer. Without the tick the list is deleted."
            ),
            is_on=kept.search,
        )
        self.search.clicked.connect(lambda on: self._keep(search=on))

    def _field(self, label: str, names: Mapping[Any, str], value: object) -> QComboBox:
        box = QComboBox()
        for each, name in names.items():
            box.addItem(name, each)
        box.setCurrentIndex(list(names).index(value) if value in names else 0)
        part = Column(gap=2)
        part.addWidget(Caption(label).over(box))
        part.addWidget(box)
        self.column.addLayout(part)
        return box

    def _tick(self, label: str, said: str, *, is_on: bool) -> TickBox:
        tick = TickBox(label)
        tick.setChecked(is_on)
        tick.setAccessibleDescription(said)
        part = Column(gap=0)
        part.addWidget(tick)
        under = Column(margins=UNDER_THE_TEXT)
        under.addWidget(Guidance(said))
        part.addLayout(under)
        self.column.addLayout(part)
        return tick

    def _show_look(self) -> None:
        """Follow what is changed elsewhere, such as by the keys for the zoom."""
        look = self._program.look
        for box, value in ((self.appearance, look.appearance), (self.zoom, look.zoom)):
            with QSignalBlocker(box):
                box.setCurrentIndex(max(box.findData(value), 0))

    def _show_folder(self) -> None:
        self.folder.setText(str(self._program.documents()))
        may_choose = not self._program.places.is_portable
        self.choose.setEnabled(may_choose)
        self.usual.setEnabled(may_choose and bool(self._program.settings.read().folder))

    def _choose_folder(self) -> None:
        if (folder := self._choose(self, self._program.documents())) is None:
            return
        if is_writable(folder):
            self._keep_folder(str(folder))
        else:
            said = self._words("Nothing can be written into “{folder}”.", folder=str(folder))
            self.trouble.setText(said)
            self.trouble.show()

    def _keep_folder(self, folder: str) -> None:
        self.trouble.hide()
        self._keep(folder=folder)
        self._show_folder()

    def _keep_paper(self, paper: str) -> None:
        export = self._program.settings.read().export
        self._keep(export=msgspec.structs.replace(export, paper=paper))

    def _keep(self, **values: object) -> None:
        self._program.settings.change(lambda kept: msgspec.structs.replace(kept, **values))
        self.changed.emit()

    def _ask_for_folder(self, parent: QWidget, folder: Path) -> Path | None:
        title = self._words("Where new workbooks are kept")
        chosen = QFileDialog.getExistingDirectory(parent, title, str(folder))
        return Path(chosen) if chosen else None
