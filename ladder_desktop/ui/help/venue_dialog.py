"""The window that checks this computer before a workshop."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget

from ladder_desktop.ui.help.venue import Finding, findings, report
from ladder_desktop.ui.settings.program import Program
from ladder_desktop.ui.tall_dialog import TallDialog
from ladder_desktop.widgets.announce import announce
from ladder_desktop.widgets.boxes import Column
from ladder_desktop.widgets.labels import Body, Guidance, Question, Trouble

WIDTH, HEIGHT = 600, 600


class VenueDialog(TallDialog):
    """Checks as soon as it is shown, and says how things stand.

    Attributes:
        summary: whether all is well.
        copy: copies the report.
        report: the report; blank until everything was checked.
    """

    is_filled_later = True

    def __init__(self, program: Program, parent: QWidget | None = None) -> None:
        words = program.words
        super().__init__(words("Check this computer"), WIDTH, HEIGHT, words, parent)
        self._program, self._words = program, words
        self.report = ""
        said = words("Before a workshop: is everything here that is needed?")
        self.column.addWidget(Guidance(said))
        self.summary = Question(words("Looking…"))
        self.column.addWidget(self.summary)
        self._list = Column(gap=12)
        self.column.addLayout(self._list)
        self.column.addStretch(1)
        self.copy = QPushButton(words("Copy the report"))
        self.copy.setAutoDefault(False)
        self.copy.setEnabled(False)
        self.copy.setAccessibleDescription(words("It holds none of your answers."))
        self.copy.clicked.connect(self._copy)
        self.foot.insertWidget(0, self.copy)
        # printers may take a moment: the window is there first
        QTimer.singleShot(0, self, self._look)

    def _look(self) -> None:
        found = findings(self._program)
        bad = [one for one in found if not one.is_good]
        words = self._words
        self.summary.setText(
            words.plural("{number} thing to look at.", "{number} things to look at.", len(bad))
            if bad
            else words("Everything is ready.")
        )
        for one in (*bad, *(one for one in found if one.is_good)):
            self._list.addLayout(_shown(one))
        self.report = report(found)
        self.area.setAccessibleDescription(self.report)
        self.copy.setEnabled(True)
        announce(self.summary, self.summary.text())

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report)
        self.copy.setText(self._words("Copied"))
        announce(self.copy, self._words("Copied"))


def _shown(one: Finding) -> Column:
    part = Column(gap=0)
    sign = "✓" if one.is_good else "!"
    part.addWidget(Body(f"{sign}  {one.label}"))
    text = Guidance(one.text) if one.is_good else Trouble(one.text)
    part.addWidget(text)
    return part
