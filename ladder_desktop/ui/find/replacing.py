"""Puts another text in the place of one that was found, in answers; every step can be undone."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from PySide6.QtGui import QTextCursor, QUndoStack
from PySide6.QtWidgets import QLineEdit, QWidget

from ladder_desktop.ui.find.finding import Hit
from ladder_desktop.widgets.block_editor import BlockEditor
from ladder_desktop.widgets.grid.grid_view import GridView
from ladder_desktop.widgets.note.note_editor import NoteEditor
from ladder_desktop.workbook.matching import places

Undo = Callable[[], None]


def is_answer(hit: Hit) -> bool:
    """Tell whether a place is in a text that a person wrote and may change."""
    match hit.control:
        case NoteEditor() as box:
            return not box.isReadOnly()
        case QLineEdit() as line:
            # those inside blocks take figures and days
            return line.isEnabled() and not line.isReadOnly() and _editor(line) is None
        case GridView() as table:
            return table.free_text(*hit.cell) is not None
    return False


def replace(hits: Sequence[Hit], wanted: str, by: str) -> tuple[int, Undo]:
    """Replace what was found at these places.

    Returns:
        How many places were changed, and what takes all of it back that nobody changed since.
    """
    total = 0
    undos: list[Undo] = []
    changing = [hit for hit in hits if is_answer(hit) and _changes(hit, wanted, by)]
    for editor, group in groupby(changing, key=lambda hit: _editor(hit.control)):
        of_block = list(group)
        total += len(of_block)
        if editor is None:
            undos += _in_lines(of_block, by)
        else:
            editor.undo_stack.beginMacro("")
            _in_block(of_block, wanted, by)
            editor.undo_stack.endMacro()
            undos.append(_undo_of(editor.undo_stack))
    return total, lambda: _do(undos)


def _changes(hit: Hit, wanted: str, by: str) -> bool:
    if not isinstance(hit.control, GridView):
        return True
    text = hit.control.free_text(*hit.cell) or ""
    return _replaced(text, wanted, by) != text


def _in_block(hits: list[Hit], wanted: str, by: str) -> None:
    for control, group in groupby(hits, key=lambda hit: hit.control):
        if isinstance(control, GridView):
            texts = {hit.cell: control.free_text(*hit.cell) or "" for hit in group}
            control.change_texts(
                {cell: _replaced(text, wanted, by) for cell, text in texts.items()}
            )
        elif isinstance(control, NoteEditor):
            _in_box(control, list(group), by)


def _in_box(box: NoteEditor, hits: list[Hit], by: str) -> None:
    cursor = QTextCursor(box.document())
    box.document().setModified(False)  # a step of its own
    cursor.beginEditBlock()
    for hit in reversed(hits):  # so that the places before stay where they are
        cursor.setPosition(hit.start)
        cursor.setPosition(hit.start + hit.length, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(by)
    cursor.endEditBlock()
    box.document().setModified(False)


def _in_lines(hits: list[Hit], by: str) -> Iterator[Undo]:
    """Replace in lines that belong to no block, such as the details."""
    for hit in reversed(hits):
        if isinstance(hit.control, QLineEdit):
            hit.control.setSelection(hit.start, hit.length)
            hit.control.insert(by)
            yield hit.control.undo


def _replaced(text: str, wanted: str, by: str) -> str:
    for start, end in reversed(places(text, wanted)):
        text = f"{text[:start]}{by}{text[end:]}"
    return text


def _editor(control: QWidget) -> BlockEditor | None:
    around: QWidget | None = control
    while around is not None and not isinstance(around, BlockEditor):
        around = around.parentWidget()
    return around


def _undo_of(stack: QUndoStack) -> Undo:
    done = stack.index()

    def undo() -> None:
        if stack.index() == done:
            stack.undo()

    return undo


def _do(undos: list[Undo]) -> None:
    for undo in reversed(undos):
        undo()
