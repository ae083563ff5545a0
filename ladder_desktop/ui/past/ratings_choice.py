"""Chooses an earlier moment whose ratings are printed beside those of now."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from ladder_desktop.errors import LadderError
from ladder_desktop.export.comparison import as_now, then
from ladder_desktop.export.options import Then
from ladder_desktop.store.past import Moment, moments
from ladder_desktop.ui.past.moment_words import what, when
from ladder_desktop.ui.session import Session
from ladder_desktop.widgets.boxes import Column
from ladder_desktop.widgets.labels import Caption, Trouble
from ladder_desktop.words import Words

PATIENCE = 1.0  # seconds to wait for a slow disk before the moments are listed
RATED = ("rubric", "survey")


class RatingsChoice(QWidget):
    """Asks for one of the moments that were given a name, or for none.

    Attributes:
        moment: the choice.

    Signals:
        changed: another moment is chosen.
    """

    changed = Signal()

    def __init__(
        self, session: Session, marked: Sequence[Moment], words: Words, paper_words: Words
    ) -> None:
        super().__init__()
        self._session = session
        self._words, self._paper_words = words, paper_words
        self._then: Then | None = None
        label = words("Compare ratings with")
        self.moment = QComboBox()
        # long names are cut off, so that they don't widen the window
        self.moment.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.moment.addItem(words("Nothing"), None)
        for one in marked:
            self.moment.addItem(f"{what(one, words)}, {when(one.made, words)}", one)
        self.moment.currentIndexChanged.connect(self._on_chosen)
        self._trouble = Trouble()
        self._trouble.hide()
        column = Column(self, gap=4)
        for part in (Caption(label).over(self.moment), self.moment, self._trouble):
            column.addWidget(part)

    def compared(self) -> tuple[Then, Then] | None:
        """Return the chosen moment and now; None where nothing is to be compared."""
        now = as_now(self._session.workbook, self._paper_words)
        return (self._then, now) if self._then else None

    def _on_chosen(self) -> None:
        chosen = self.moment.currentData()
        self._then = None
        self._trouble.hide()
        try:
            if isinstance(chosen, Moment):
                self._then = then(self._session.path, chosen, self._paper_words)
        except LadderError as error:
            self._trouble.setText(error.worded(self._words))
            self._trouble.show()
        self.changed.emit()


def ratings_choice(session: Session, words: Words, paper_words: Words) -> RatingsChoice | None:
    """Return the choice; None where nothing can be rated, or no moment was given a name."""
    if not any(block.kind in RATED for block in session.workbook.template.blocks()):
        return None
    session.settle(PATIENCE)
    try:
        marked = [one for one in moments(session.path) if one.is_checkpoint]
    except LadderError:
        return None  # the file can't be reached just now, which the window tells
    return RatingsChoice(session, marked, words, paper_words) if marked else None
