"""Bold, italic, lists and links for the note that has the focus: in the menu and as buttons."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from ladder_desktop.ui.main_window import MainWindow
from ladder_desktop.ui.menus import Entry, Line
from ladder_desktop.widgets.boxes import Line as LineOfWidgets
from ladder_desktop.widgets.boxes import replace
from ladder_desktop.widgets.icon_button import SIDE, IconButton
from ladder_desktop.widgets.note import note_marking
from ladder_desktop.widgets.note.note_editor import NoteEditor
from ladder_desktop.widgets.scale import px
from ladder_desktop.words import Words

GAP = 2  # px at 100 %
FEW = 3


@dataclass(frozen=True, slots=True)
class Mark:
    """One kind of mark.

    Attributes:
        text: the line in the menu.
        name: what the button is called.
        icon: what it shows.
        keys: the shortcut.
        do: sets it in a note.
    """

    text: str
    name: str
    icon: str
    keys: str
    do: Callable[[NoteEditor], None]


class Formatting(QObject):
    """Sets marks in the note that has the focus.

    Attributes:
        tools: the buttons in the status line.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._marks = _marks(window.program.words)
        self.tools = NoteTools(self._marks, self.set_mark, window.program.words)
        window.status.tools.addWidget(self.tools)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)
        self._on_focus_changed()

    def reword(self) -> None:
        """Say everything anew, in the language that counts now."""
        former, words = self.tools, self._window.program.words
        self._marks = _marks(words)
        self.tools = NoteTools(self._marks, self.set_mark, words)
        replace(self._window.status.tools, former, self.tools)
        former.deleteLater()
        self._on_focus_changed()

    def lines(self) -> list[Line]:
        """Return the lines of the Edit menu."""
        return [
            Entry(
                mark.text,
                partial(self.set_mark, mark),
                mark.keys,
                self.is_in_note,
                presented=True,
            )
            for mark in self._marks
        ]

    def set_mark(self, mark: Mark) -> None:
        """Set a mark in the note that has the focus."""
        if note := _note():
            mark.do(note)

    def is_in_note(self) -> bool:
        """Tell whether a note that can be changed has the focus."""
        return _note() is not None

    def _on_focus_changed(self) -> None:
        self.tools.setVisible(self.is_in_note())


class NoteTools(QWidget):
    """Buttons that leave the focus in the note; keys do the same.

    They give way where the line is short: the menu has the same.
    """

    def __init__(self, marks: list[Mark], do: Callable[[Mark], None], words: Words) -> None:
        super().__init__()
        self.setAccessibleName(words("Format"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        line = LineOfWidgets(self, gap=GAP)
        line.setSizeConstraint(LineOfWidgets.SizeConstraint.SetNoConstraint)
        self.buttons: list[IconButton] = []
        for mark in marks:
            button = IconButton(mark.icon)
            keys = QKeySequence(mark.keys).toString(QKeySequence.SequenceFormat.NativeText)
            button.set_meaning(words("{what} ({keys})", what=mark.name, keys=keys))
            button.setAccessibleName(mark.name)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _checked=False, mark=mark: do(mark))
            line.addWidget(button)
            self.buttons.append(button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many buttons as there is room for; one or two would look forgotten."""
        super().resizeEvent(event)
        fitting = (self.width() + px(GAP)) // (px(SIDE) + px(GAP))
        for number, button in enumerate(self.buttons, 1):
            button.setVisible(number <= fitting >= FEW)

    def sizeHint(self) -> QSize:
        """Return the room for all buttons, also for those that are hidden."""
        width = len(self.buttons) * (px(SIDE) + px(GAP)) - px(GAP)
        return QSize(max(width, 1), px(SIDE))

    def minimumSizeHint(self) -> QSize:
        """Return next to nothing, so that a narrow window stays narrow."""
        return QSize(1, self.sizeHint().height())


def _note() -> NoteEditor | None:
    focused = QApplication.focusWidget()
    return focused if isinstance(focused, NoteEditor) and not focused.isReadOnly() else None


def _marks(words: Words) -> list[Mark]:
    marking = note_marking
    return [
        Mark(words("&Bold"), words("Bold"), "bold", "Ctrl+B", marking.set_bold),
        Mark(words("&Italic"), words("Italic"), "italic", "Ctrl+I", marking.set_italic),
        Mark(words("&List"), words("List"), "list", "Ctrl+Shift+8", marking.set_list),
        Mark(
            words("Nu&mbered list"),
            words("Numbered list"),
            "numbers",
            "Ctrl+Shift+7",
            marking.set_numbers,
        ),
        Mark(words("Lin&k"), words("Link"), "link", "Ctrl+K", marking.set_link),
        Mark(
            words("A&dd a picture…"),
            words("Add a picture"),
            "picture",
            "Ctrl+Shift+P",
            NoteEditor.add_picture,
        ),
    ]
