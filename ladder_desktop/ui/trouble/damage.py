"""A damaged workbook file: what can be read of it goes into a new one beside it."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from ladder_desktop.errors import LadderError, WorkbookFileError
from ladder_desktop.paths import is_folder
from ladder_desktop.store.faults import DamagedError
from ladder_desktop.store.file import read
from ladder_desktop.store.salvage import Salvaged, salvage
from ladder_desktop.ui.dialogs import fit_to_texts
from ladder_desktop.ui.naming import unused
from ladder_desktop.ui.status import clock
from ladder_desktop.widgets.boxes import Column
from ladder_desktop.widgets.buttons import PrimaryButton
from ladder_desktop.widgets.labels import Body, Guidance, Title, Trouble
from ladder_desktop.widgets.wrapping import WrappingLine
from ladder_desktop.words import Words
from ladder_desktop.workbook.former import title_of
from ladder_desktop.workbook.template import Template
from ladder_desktop.workbook.workbook import Workbook

WIDTH = 600
MOST_NAMED = 12  # questions; who lost more knows enough


class DamageDialog(QDialog):
    """Says calmly that a file is damaged, salvages it, and lists what is missing.

    Attributes:
        salvage: makes the new workbook.
        look: leads to other copies and backups.
        open_button: opens the new workbook, once it is made.
    """

    def __init__(
        self,
        path: Path,
        words: Words,
        open_file: Callable[[Path], None],
        *,
        find: Callable[[], None],
        templates: Callable[[], Sequence[Template]],
        elsewhere: Path,
        parent: QWidget | None = None,
    ) -> None:
        """Take what the buttons do.

        Args:
            path: the damaged file.
            words: the words of the interface.
            open_file: opens the new workbook.
            find: looks for other copies.
            templates: return what serves where the file's own questions can't be read.
            elsewhere: the folder that takes the new workbook where nothing can be put beside it.
            parent: the window.
        """
        super().__init__(parent)
        self._path = path
        self._words = words
        self._open_file = open_file
        self._find = find
        self._templates = templates
        self._elsewhere = elsewhere
        self._target = path
        self.setWindowTitle(words("A damaged file"))
        self._column = Column(self, gap=18, margins=(24, 24, 24, 24))
        self.title = Title(words("“{file}” is damaged", file=path.name))
        self.text = Body(
            words(
                "Nothing was changed in it. Most of what you wrote can probably still be read: it "
                "can be put into a new workbook beside it, and you are told what is missing."
            )
        )
        self.missing = Guidance()
        self.trouble = Trouble()
        self.salvage = PrimaryButton(words("Save what can be read"))
        self.open_button = PrimaryButton(words("Open the new workbook"))
        self.look = QPushButton(words("Look for other copies…"))
        self.close_button = QPushButton(words("Close"))
        self._build()

    def _build(self) -> None:
        for part in (self.title, self.text, self.missing, self.trouble):
            self._column.addWidget(part)
        foot = WrappingLine()
        for button in (self.close_button, self.look, self.salvage, self.open_button):
            foot.addWidget(button)
        self._column.addLayout(foot)
        for hidden in (self.missing, self.trouble, self.open_button):
            hidden.hide()
        self.salvage.clicked.connect(self._salvage)
        self.open_button.clicked.connect(self._open)
        self.look.clicked.connect(self._look)
        self.close_button.clicked.connect(self.reject)
        self.salvage.setDefault(True)
        fit_to_texts(self, self._column, WIDTH)

    def _salvage(self) -> None:
        try:
            found = self._salvaged()
            workbook = read(found.path).workbook
        except LadderError as error:
            self.text.hide()
            self.trouble.setText(error.worded(self._words))
            self.trouble.show()
            self.look.setFocus()
        else:
            self._tell(found, workbook)
        self.salvage.hide()
        fit_to_texts(self, self._column, WIDTH)

    def _salvaged(self) -> Salvaged:
        """Make the new workbook beside the damaged one, or else where workbooks are kept.

        Raises:
            LadderError: it can be made nowhere, or nothing can be read.
        """
        try:
            return self._salvaged_in(self._path.parent)
        except DamagedError:
            raise
        except WorkbookFileError:
            if not is_folder(self._elsewhere):
                raise
            return self._salvaged_in(self._elsewhere)

    def _salvaged_in(self, folder: Path) -> Salvaged:
        name = self._words("{file} (what could be read)", file=self._path.stem)
        self._target = unused(folder, name)
        return salvage(self._path, self._target, self._templates())

    def _tell(self, found: Salvaged, workbook: Workbook) -> None:
        words = self._words
        folder = found.path.parent
        self.title.setText(
            words("A new workbook is beside it")
            if folder == self._path.parent
            else words("A new workbook is in “{folder}”", folder=str(folder))
        )
        self.text.setText(
            words("“{file}” holds everything that could be read.", file=found.path.name)
            if found.missing or found.older
            else words("“{file}” holds everything: no answer is missing.", file=found.path.name)
        )
        self.missing.setText(missing_text(found, workbook, words))
        self.missing.setVisible(bool(self.missing.text()))
        self.open_button.show()
        self.open_button.setDefault(True)
        self.open_button.setFocus()

    def _open(self) -> None:
        self.accept()
        self._open_file(self._target)

    def _look(self) -> None:
        self.reject()
        self._find()


def missing_text(found: Salvaged, workbook: Workbook, words: Words) -> str:
    """Return what is missing in a salvaged workbook, and what is older, a line each."""
    lines = []
    if found.borrowed:
        lines.append(
            words(
                "Its own questions could not be read: those of the template “{title}” are taken.",
                title=found.borrowed,
            )
        )
    lines += [
        words("Missing: {question}", question=block_title(workbook, name))
        for name in found.missing[:MOST_NAMED]
    ]
    if (rest := len(found.missing) - MOST_NAMED) > 0:
        lines.append(words.plural("and {number} more", "and {number} more", rest))
    for name, time in found.older.items():
        title = block_title(workbook, name)
        if time is None:
            lines.append(words("An earlier version: {question}", question=title))
        else:
            shown = clock(time.astimezone())
            day = words.date(time.astimezone().date())
            lines.append(
                words("As of {day}, {time}: {question}", day=day, time=shown, question=title)
            )
    return "\n".join(lines)


def block_title(workbook: Workbook, name: str) -> str:
    """Return how a block is called on screen; other texts of the store by their own names."""
    block = workbook.template.block(name)
    return title_of(block) if block else name.strip("/")
