"""Sets the light marks of a note: bold, italic, lists and links, each as one step."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextBlock, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from ladder_desktop.document.marking import (
    BOLD,
    ITALIC,
    has_look,
    item_mark,
    listed,
    next_mark,
    with_look,
    word_at,
)
from ladder_desktop.widgets.reveal import keep_visible

LINK = "https://"
Keep = QTextCursor.MoveMode.KeepAnchor
Key = Qt.Key
_CONTROL = Qt.KeyboardModifier.ControlModifier
_CONTROL_SHIFT = _CONTROL | Qt.KeyboardModifier.ShiftModifier
Part = tuple[QTextBlock, int, int]


def set_bold(note: QPlainTextEdit) -> None:
    """Set what is chosen, or the word at the caret, in bold, or no longer so."""
    _toggle(note, BOLD)


def set_italic(note: QPlainTextEdit) -> None:
    """Set what is chosen, or the word at the caret, in italic, or no longer so."""
    _toggle(note, ITALIC)


def set_list(note: QPlainTextEdit) -> None:
    """Make the lines that are chosen items of a list, or plain lines again."""
    _list(note, numbered=False)


def set_numbers(note: QPlainTextEdit) -> None:
    """Make the lines that are chosen items of a numbered list, or plain lines again."""
    _list(note, numbered=True)


def set_link(note: QPlainTextEdit) -> None:
    """Make what is chosen, or the word at the caret, a link, and choose its address."""
    block, start, end = _parts(note)[0]
    if start == end:
        start, end = _units(block, *word_at(block.text(), _signs(block, start)))
    label = _between(block, start, end)
    if any(sign in label for sign in "[]"):
        return
    if label.startswith((LINK, "http://", "mailto:")):
        text, chosen, length = f"[]({label})", 1, 0
    else:
        text, chosen, length = f"[{label}]({LINK})", len(label) + 3, len(LINK)
    _replace(note, block.position() + start, block.position() + end, text)
    place = block.position() + start + _width(text[:chosen])
    _choose(note, place, place + length)


def go_on_with_list(note: QPlainTextEdit) -> bool:
    """Begin the next item of a list, or end the list at an empty one; tell whether it is one."""
    cursor = note.textCursor()
    block = cursor.block()
    line, mark = block.text(), item_mark(block.text())
    place = cursor.position() - block.position()
    if not mark or cursor.hasSelection() or _signs(block, place) < len(mark):
        return False
    if not line[len(mark) :].strip():
        _replace(note, block.position(), block.position() + block.length() - 1, "")
    else:
        _replace(note, cursor.position(), cursor.position(), f"\n{next_mark(line)}")
    return True


MARKS: dict[tuple[Qt.KeyboardModifier, Qt.Key], Callable[[QPlainTextEdit], None]] = {
    (_CONTROL, Key.Key_B): set_bold,
    (_CONTROL, Key.Key_I): set_italic,
    (_CONTROL, Key.Key_K): set_link,
    (_CONTROL_SHIFT, Key.Key_8): set_list,
    (_CONTROL_SHIFT, Key.Key_Asterisk): set_list,
    (_CONTROL_SHIFT, Key.Key_7): set_numbers,
    (_CONTROL_SHIFT, Key.Key_Ampersand): set_numbers,
}


def take_key(note: QPlainTextEdit, event: QKeyEvent) -> bool:
    """Do what a key asks for, if it is about marks or lists; tell whether it was."""
    if note.isReadOnly():
        return False
    if event.key() in (Key.Key_Return, Key.Key_Enter) and not event.modifiers() & _CONTROL_SHIFT:
        return go_on_with_list(note)
    do = MARKS.get((event.modifiers(), Key(event.key())))
    if do is None:
        return False
    do(note)
    return True


def _toggle(note: QPlainTextEdit, look: int) -> None:
    parts = _parts(note)
    if len(parts) == 1 and parts[0][1] == parts[0][2]:
        _toggle_word(note, parts[0], look)
        return
    wanted = not all(_has(part, look) for part in parts if _between(*part).strip())
    _set_looks(note, parts, look, wanted=wanted)


def _toggle_word(note: QPlainTextEdit, part: Part, look: int) -> None:
    """Change the word at the caret; where there is none, make room for one."""
    block, place, _ = part
    start, end = _units(block, *word_at(block.text(), _signs(block, place)))
    if start == end:
        _toggle_room(note, block, place, look)
        return
    _set_looks(note, [(block, start, end)], look, wanted=not _has((block, start, end), look))
    cursor = note.textCursor()
    cursor.setPosition(cursor.selectionEnd() - (end - place))
    note.setTextCursor(cursor)


def _toggle_room(note: QPlainTextEdit, block: QTextBlock, place: int, look: int) -> None:
    at, mark = block.position() + place, "*" * look
    around = _between(block, max(place - look, 0), place), _between(block, place, place + look)
    if around == (mark, mark):
        _replace(note, at - look, at + look, "")
        return
    _replace(note, at, at, mark * 2)
    _choose(note, at + look, at + look)


def _set_looks(note: QPlainTextEdit, parts: Sequence[Part], look: int, *, wanted: bool) -> None:
    """Give parts of lines a look, all in one step, and leave them chosen."""
    edit = _begun(note)
    chosen: list[int] = []
    for block, start, end in parts:
        line = block.text()
        begin, stop = _signs(block, start), _signs(block, end)
        marked = with_look(line, begin, stop, look, wanted=wanted) if line.strip() else None
        if marked is None:
            chosen += [block.position() + start, block.position() + end]
            continue
        _change_line(edit, block, marked.line)
        places = (_width(marked.line[:place]) for place in (marked.start, marked.end))
        chosen += [block.position() + place for place in places]
    _end(note, edit)
    _choose(note, chosen[0], chosen[-1])


def _list(note: QPlainTextEdit, *, numbered: bool) -> None:
    parts = _parts(note)
    lines = [block.text() for block, _, _ in parts]
    edit = _begun(note)
    for (block, _, _), line in zip(parts, listed(lines, numbered=numbered), strict=True):
        _change_line(edit, block, line)
    _end(note, edit)
    if len(parts) > 1:
        last = parts[-1][0]
        _choose(note, parts[0][0].position(), last.position() + last.length() - 1)


def _parts(note: QPlainTextEdit) -> list[Part]:
    """Return what is chosen of each line, in Qt's units."""
    cursor = note.textCursor()
    begin, stop = cursor.selectionStart(), cursor.selectionEnd()
    block = note.document().findBlock(begin)
    parts: list[Part] = []
    while block.isValid() and (block.position() < stop or not parts):
        first, last = block.position(), block.position() + block.length() - 1
        parts.append((block, max(begin, first) - first, min(stop, last) - first))
        block = block.next()
    return parts


def _has(part: Part, look: int) -> bool:
    block, start, end = part
    return has_look(block.text(), _signs(block, start), _signs(block, end), look)


def _between(block: QTextBlock, start: int, end: int) -> str:
    return block.text()[_signs(block, start) : _signs(block, end)]


def _change_line(edit: QTextCursor, block: QTextBlock, line: str) -> None:
    """Write a line anew where it differs, so that the caret stays where it is in the rest."""
    former = block.text()
    same = _common(former, line)
    rest = _common(former[same:][::-1], line[same:][::-1])
    start = block.position() + _width(former[:same])
    edit.setPosition(start)
    edit.setPosition(start + _width(former[same : len(former) - rest]), Keep)
    edit.insertText(line[same : len(line) - rest])


def _common(one: str, other: str) -> int:
    """Return how many characters two texts begin with in common."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _replace(note: QPlainTextEdit, start: int, end: int, text: str) -> None:
    """Write a text in place of another, as one step, with the caret behind it."""
    edit = _begun(note)
    edit.setPosition(start)
    edit.setPosition(end, Keep)
    edit.insertText(text)
    _end(note, edit)
    _choose(note, start + _width(text), start + _width(text))


def _begun(note: QPlainTextEdit) -> QTextCursor:
    """Begin a step of its own: a document joins edits to its newest step while it is modified."""
    note.document().setModified(False)
    edit = QTextCursor(note.document())
    edit.beginEditBlock()
    return edit


def _end(note: QPlainTextEdit, edit: QTextCursor) -> None:
    edit.endEditBlock()
    note.document().setModified(False)


def _choose(note: QPlainTextEdit, start: int, end: int) -> None:
    """Choose a part of the text, and bring its end into view."""
    cursor = note.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, Keep)
    note.setTextCursor(cursor)
    keep_visible(note, note.cursorRect().translated(note.viewport().pos()))


def _width(text: str) -> int:
    """Return how many units Qt counts for a text."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _signs(block: QTextBlock, units: int) -> int:
    """Return how many characters so many of Qt's units are in a line."""
    text = block.text()
    if text.isascii():
        return units
    cut = text.encode("utf-16-le", "surrogatepass")[: units * 2]
    return len(cut.decode("utf-16-le", "replace"))


def _units(block: QTextBlock, start: int, end: int) -> tuple[int, int]:
    """Return two places of a line in Qt's units."""
    text = block.text()
    return _width(text[:start]), _width(text[:end])
