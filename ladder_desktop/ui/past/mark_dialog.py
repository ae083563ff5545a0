"""The small window that asks for the name of a moment."""

from PySide6.QtWidgets import QPushButton, QWidget

from ladder_desktop.errors import N_
from ladder_desktop.ui.naming_dialog import NamingDialog
from ladder_desktop.widgets.labels import Guidance
from ladder_desktop.widgets.note.spelt_line import SpeltLine
from ladder_desktop.widgets.wrapping import WrappingLine
from ladder_desktop.words import Words

LONGEST = 80  # characters
SUGGESTED = (N_("Start of the workshop"), N_("End of the day"), N_("90 days later"))


class MarkDialog(NamingDialog):
    """Asks what a moment is to be called; three names are one click away.

    Attributes:
        suggestions: buttons with names that fit most workshops.
    """

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words("Mark this moment"), SpeltLine(), words, parent)
        explained = words(
            "Everything is kept as it is now, under a name, to look back at and to compare "
            "ratings with later."
        )
        self._column.addWidget(Guidance(explained))
        self.name.setAccessibleName(words("Name of this moment"))
        self.name.setMaxLength(LONGEST)
        self._add_line(words("Name"))
        self.suggestions = [self._suggestion(words(text)) for text in SUGGESTED]
        row = WrappingLine(at_start=True)
        self._column.addLayout(row)
        for button in self.suggestions:
            row.addWidget(button)
        self._add_foot(words("Mark it"))

    def _suggestion(self, text: str) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(lambda: self._suggest(text))
        return button

    def _suggest(self, text: str) -> None:
        self.name.setText(text)
        self.name.setFocus()
