"""The small window that asks for another name of the workbook's file."""

from PySide6.QtWidgets import QLineEdit, QWidget

from ladder_desktop.ui.naming_dialog import NamingDialog
from ladder_desktop.words import Words


class NameDialog(NamingDialog):
    """Asks what the file is to be called, with all of a proposal marked."""

    def __init__(self, proposed: str, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words("Rename the workbook"), QLineEdit(proposed), words, parent)
        label = words("Name of the file")
        self.name.setAccessibleName(label)
        self.name.selectAll()
        self._add_line(label)
        self._add_foot(words("Rename"))
