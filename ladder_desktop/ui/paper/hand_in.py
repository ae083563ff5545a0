"""Saves a copy of chosen sections to hand in: without history, without anything left out."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ladder_desktop.errors import LadderError
from ladder_desktop.store.making import create
from ladder_desktop.ui.dialogs import say_error
from ladder_desktop.ui.filing.copy_place import ask_for_place
from ladder_desktop.ui.launching import show_in_folder
from ladder_desktop.ui.main_window import MainWindow
from ladder_desktop.ui.naming import unused
from ladder_desktop.ui.tall_dialog import TallDialog
from ladder_desktop.widgets.announce import announce
from ladder_desktop.widgets.boxes import Column
from ladder_desktop.widgets.buttons import PrimaryButton
from ladder_desktop.widgets.labels import Body, Guidance
from ladder_desktop.widgets.tick_box import TickBox
from ladder_desktop.words import Words
from ladder_desktop.workbook.parts import only_sections
from ladder_desktop.workbook.printing import NO_LONGER_ASKED
from ladder_desktop.workbook.workbook import Workbook

WIDTH, HEIGHT = 520, 520


class HandInDialog(TallDialog):
    """Asks which sections go along.

    Attributes:
        sections: a tick for each, by its id.
        save: goes on.

    Signals:
        decided: the person wants it; carries the ids of the sections.
    """

    decided = Signal(object)

    def __init__(self, workbook: Workbook, words: Words, parent: QWidget) -> None:
        super().__init__(words("Save a copy to hand in"), WIDTH, HEIGHT, words, parent)
        self.column.addWidget(
            Body(
                words(
                    "The copy holds the details and the sections you tick, as they are now. It "
                    "holds no earlier versions, and nothing of the sections you leave out."
                )
            )
        )
        self.sections: dict[str, TickBox] = {}
        names = {section.id: section.title for section in workbook.template.sections}
        if workbook.no_longer_asked:
            names[NO_LONGER_ASKED] = words("No longer asked")
        ticks = Column(gap=0)
        for name, title in names.items():
            tick = self.sections[name] = TickBox(title, words("Sections"))
            tick.setChecked(True)
            tick.toggled.connect(self._enable)
            ticks.addWidget(tick)
        self.column.addLayout(ticks)
        self.column.addWidget(Guidance(words("This workbook stays as it is.")))
        self.column.addStretch(1)
        self.close_button.setText(words("Cancel"))
        self.save = PrimaryButton(words("Save…"))
        self.save.setDefault(True)
        self.save.clicked.connect(self._decide)
        self.foot.addWidget(self.save)

    def chosen(self) -> tuple[str, ...]:
        """Return the ids of the ticked sections."""
        return tuple(name for name, tick in self.sections.items() if tick.isChecked())

    def _enable(self) -> None:
        self.save.setEnabled(bool(self.chosen()))

    def _decide(self) -> None:
        self.accept()
        self.decided.emit(self.chosen())


class HandingIn(QObject):
    """Saves copies to hand in."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._words = window.program.words

    def ask(self) -> None:
        """Ask which sections go along, then where to."""
        opened = self._window.opened
        if opened is None:
            return
        opened.session.flush()
        dialog = HandInDialog(opened.session.workbook, self._words, self._window)
        dialog.decided.connect(self._ask_where)
        dialog.open()

    def save(self, target: Path, sections: tuple[str, ...]) -> bool:
        """Write the copy, and tell whether it is there; a file in the way stays."""
        opened = self._window.opened
        if opened is None:
            return False
        opened.session.flush()
        part = only_sections(
            opened.session.workbook, sections, no_longer_asked=NO_LONGER_ASKED in sections
        )
        try:
            create(target, part)
        except LadderError as error:
            say_error(self._window, error, self._words)
            return False
        announce(self._window, self._words("“{name}” is saved.", name=target.name))
        return True

    def _ask_where(self, sections: tuple[str, ...]) -> None:
        opened = self._window.opened
        if opened is None:
            return
        words, path = self._words, opened.session.path
        proposed = unused(path.parent, words("{name} - to hand in", name=path.stem))
        title = words("Save a copy to hand in")
        target = ask_for_place(self._window, title, proposed, words, replaces=False)
        if target and self.save(target, sections):
            show_in_folder(target)
