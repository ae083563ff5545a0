"""Where the caret is on a page, kept so that it can be put there again, also another day."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from ladder_desktop.ui.pages import SectionPage
from ladder_desktop.ui.settings.settings import Caret
from ladder_desktop.widgets.block_editor import BlockEditor


def caret_on(page: SectionPage) -> Caret | None:
    """Return which control of a page had the focus last, and where in its text."""
    control = page.focusWidget()
    editor = page.editor_of(control)
    if control is None or editor is None:
        return None
    controls = _controls(editor)
    if control not in controls:
        return None
    return Caret(page.block_of(editor), controls.index(control), _place(control))


def put_caret(page: SectionPage, caret: Caret) -> bool:
    """Put the focus and the caret where they were, without scrolling; tell whether that went."""
    editor = page.editor(caret.block)
    controls = _controls(editor) if editor else []
    if caret.control >= len(controls) or not controls[caret.control].isVisibleTo(page):
        return False
    control = controls[caret.control]
    if isinstance(control, QPlainTextEdit):
        cursor = QTextCursor(control.document())
        cursor.setPosition(min(caret.at, control.document().characterCount() - 1))
        control.setTextCursor(cursor)
    elif isinstance(control, QLineEdit):
        control.setCursorPosition(caret.at)
    control.setFocus(Qt.FocusReason.OtherFocusReason)
    return True


def _controls(editor: BlockEditor) -> list[QWidget]:
    """Return what can have the focus in a block, in the order in which it was built."""
    tab = Qt.FocusPolicy.TabFocus
    return [one for one in editor.findChildren(QWidget) if one.focusPolicy() & tab]


def _place(control: QWidget) -> int:
    if isinstance(control, QPlainTextEdit):
        return control.textCursor().position()
    return control.cursorPosition() if isinstance(control, QLineEdit) else 0
