"""Paints the cells of a table and opens the right editor in each."""

import math
import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPalette,
    QPen,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ladder_desktop.blocks.cells import FIGURES, CellError, Value
from ladder_desktop.blocks.columns import Column
from ladder_desktop.widgets.grid.cell_editors import CellChoice, CellDay, CellLine, CellNote
from ladder_desktop.widgets.grid.grid_model import PICTURE, GridModel, Index
from ladder_desktop.widgets.scale import px
from ladder_desktop.words import Words

PAD_X = 8
PAD_Y = 7
# what may be a light mark; whoever shows marks knows for sure
MARKED = re.compile(r"\*|://|mailto:|^\s*(?:[-+•]|\d+[.)])\s", re.MULTILINE)
SHORT = 60  # letters that may fit into one line
NOTE_WIDTH = 300
MOST_PAINTED = 20_000  # letters of a cell; whoever opens it sees them all
ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
HINT = QStyledItemDelegate.EndEditHint
ON = {Qt.Key.Key_Tab: HINT.EditNextItem, Qt.Key.Key_Backtab: HINT.EditPreviousItem}
Completions = Callable[[Column], Sequence[str]]


class CellDelegate(QStyledItemDelegate):
    """Paints cells with room around their texts; the editors say at once what does not fit.

    Attributes:
        misspelt: by row and column, where words with a wavy line begin and end, in Qt's units.

    Signals:
        typing: the text in the open editor was changed; `pending` has its value.
        grown: an open editor, or the cell that it was closed in, needs another height; carries
            the number of the row.
        reached: the caret of a long text is elsewhere.
        ended: an editor was closed, its text taken over or not.
    """

    typing = Signal()
    grown = Signal(int)
    reached = Signal()
    ended = Signal()

    def __init__(
        self, model: GridModel, words: Words, completions: Completions, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._words = words
        self._completions = completions
        self.misspelt: dict[tuple[int, int], list[tuple[int, int]]] = {}
        self._open: tuple[QWidget, QPersistentModelIndex] | None = None
        self.closeEditor.connect(self._on_closed)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    def editor(self) -> QWidget | None:
        """Return the open editor."""
        return self._open[0] if self._open else None

    def note(self) -> CellNote | None:
        """Return the open editor of a long text."""
        editor = self.editor()
        return editor if isinstance(editor, CellNote) else None

    def pending(self) -> tuple[int, str, Value] | None:
        """Return row, column and value of what is being typed, where it fits already."""
        if self._open is None or not self._open[1].isValid():
            return None
        editor, index = self._open
        try:
            value = self._model.typed(_text(editor), index)
        except CellError:
            return None
        return index.row(), self._model.column(index).id, value

    def createEditor(  # noqa: N802 - Qt's name
        self, parent: QWidget, _option: QStyleOptionViewItem, index: Index
    ) -> QWidget:
        """Open the editor for a cell's type."""
        editor = self._editor(parent, index)
        name = str(index.data(Qt.ItemDataRole.AccessibleTextRole))
        editor.setAccessibleName(name)
        if isinstance(editor, CellChoice):
            editor.say_question(name)
        self._open = editor, QPersistentModelIndex(index)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:  # noqa: N802 - Qt's name
        """Put the cell's text into its editor, once: later changes come from the editor."""
        if editor.property("filled"):
            return
        editor.setProperty("filled", True)
        text = str(index.data(Qt.ItemDataRole.EditRole))
        match editor:
            case CellChoice():
                editor.choose(str(self._model.value(index) or ""))
            case CellNote():
                editor.begin(text)
            case CellLine():
                editor.begin(text)

    def setModelData(  # noqa: N802 - Qt's name
        self, editor: QWidget, model: QAbstractItemModel, index: Index
    ) -> None:
        """Take the editor's text over."""
        model.setData(index, _text(editor), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(  # noqa: N802 - Qt's name
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Let what needs it open wider than its cell, without leaving the table."""
        area = QRect(option.rect)
        viewport = editor.parentWidget()
        if isinstance(editor, CellNote) and viewport is not None:
            more = max(min(px(NOTE_WIDTH), viewport.width()) - area.width(), 0)
            area.adjust(*((-more, 0, 0, 0) if editor.isRightToLeft() else (0, 0, more, 0)))
            area.moveRight(min(area.right(), viewport.width() - 1))
            area.moveLeft(max(area.left(), 0))
            area.setHeight(editor.minimumHeight())
        elif isinstance(editor, CellChoice):
            area.setWidth(max(area.width(), editor.sizeHint().width()))
        elif isinstance(editor, CellDay):
            day = str(index.data(Qt.ItemDataRole.EditRole))
            area = _widened(area, editor.width_for(day), editor.parentWidget())
        editor.setGeometry(area)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Keep the editor open while what stands in it can't be taken over, or asks something."""
        if event.type() == QEvent.Type.FocusOut and _is_asking(editor):
            return False
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(editor, event)
        if isinstance(editor, CellLine) and event.key() in ENDS and not self._fits(editor):
            return True
        if isinstance(editor, CellNote) and event.key() in ON:  # Qt leaves them to text boxes
            if editor.shown and event.key() == Qt.Key.Key_Tab:
                return False  # the pictures come next
            self._finish(editor, ON[Qt.Key(event.key())])
            return True
        return super().eventFilter(editor, event)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room that a cell's wrapped text needs at the width of its column."""
        if (note := self.note()) and self._open and self._open[1] == index:
            return QSize(option.rect.width(), note.minimumHeight())
        width = option.rect.width() - 2 * px(PAD_X)
        if width <= 0:
            return QSize(px(80), px(40))
        text = self._painted(index)
        height = _height(text, option.font, width, may_be_marked=self._is_prose(index))
        return QSize(option.rect.width(), math.ceil(height) + 2 * px(PAD_Y) + px(2))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint ground, text and the mark of the cell that has the focus."""
        painter.save()
        palette = option.palette
        painter.fillRect(option.rect, self._ground(option, index))
        text = self._painted(index)
        ink = index.data(Qt.ItemDataRole.ForegroundRole)
        painter.setPen(ink or palette.color(QPalette.ColorRole.Text))
        area = option.rect.adjusted(px(PAD_X), px(PAD_Y), -px(PAD_X), -px(PAD_Y))
        painter.setFont(option.font)
        self._paint_text(painter, area, text, index)
        if option.state & QStyle.StateFlag.State_HasFocus:
            width = 2 * px(1)
            # a style sheet makes a tint of the Highlight of tables
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Accent), width))
            painter.drawRect(option.rect.adjusted(1, 1, -width, -width))
        painter.restore()

    def _paint_text(self, painter: QPainter, area: QRect, text: str, index: Index) -> None:
        """Paint a text, with its marks and what is misspelt in it, if there is any of that."""
        places = self.misspelt.get((index.row(), index.column()), [])
        is_plain = not (self._is_prose(index) and MARKED.search(text)) and PICTURE not in text
        if not places and is_plain:
            painter.drawText(QRectF(area), text, _layout(index))
            return
        # most cells have one look, and the first paint of most tables does without
        from ladder_desktop.widgets.grid import cell_text  # noqa: PLC0415

        wave = cell_text.waves(places, QApplication.palette().color(QPalette.ColorRole.BrightText))
        looks = [*cell_text.marks_of(text), *wave]
        cell_text.paint(painter, area, text, _layout(index), looks)

    def _painted(self, index: Index) -> str:
        """Return what is painted of a cell: its text, with icons for pictures, or a hint."""
        text = self._model.painted(index) if self._is_prose(index) else ""
        return (text or str(index.data(Qt.ItemDataRole.DisplayRole) or ""))[:MOST_PAINTED]

    def _is_prose(self, index: Index) -> bool:
        return self._model.column(index).type in ("text", "long")

    def _editor(self, parent: QWidget, index: Index) -> QWidget:
        column = self._model.column(index)
        if column.type == "choice":
            return self._choice_editor(parent, column)
        # a line would lose the breaks of a text that has some, and show how a picture is kept
        value = str(self._model.value(index))
        if column.type == "long" or "\n" in value or "](picture:" in value:
            return self._note_editor(parent)
        return self._line_editor(parent, column, index)

    def _note_editor(self, parent: QWidget) -> CellNote:
        note = CellNote(self._words, parent)
        note.edited.connect(self.typing)
        note.grown.connect(self._on_grown)
        note.cursorPositionChanged.connect(self.reached)
        return note

    def _choice_editor(self, parent: QWidget, column: Column) -> CellChoice:
        editor = CellChoice(column.choices, self._words("Nothing chosen"), parent)
        editor.activated.connect(lambda: self._finish(editor))
        return editor

    def _line_editor(self, parent: QWidget, column: Column, index: Index) -> CellLine:
        if column.type == "date":
            day = self._model.value(index)
            editor: CellLine = CellDay(self._words, lambda: str(day or "") or None, parent)
            assert isinstance(editor, CellDay)  # noqa: S101 - for the type checker
            editor.picked.connect(lambda: self._finish(editor))
        else:
            editor = CellLine(parent)
            editor.is_prose = column.type == "text"
            editor.offer(self._completions(column))
        if column.type in FIGURES:
            editor.setAlignment(Qt.AlignmentFlag.AlignTrailing)
        editor.textEdited.connect(lambda _text: self.typing.emit())
        return editor

    def _finish(self, editor: QWidget, hint: QStyledItemDelegate.EndEditHint = HINT.NoHint) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, hint)

    def _fits(self, editor: CellLine) -> bool:
        if self._open is None or self._open[0] is not editor:
            return True
        try:
            self._model.typed(editor.text(), self._open[1])
        except CellError as error:
            self._model.refused.emit(error.worded(self._words))
            return False
        return True

    def _on_closed(self, editor: QWidget) -> None:
        if self._open is not None and self._open[0] is editor:
            row, self._open = self._open[1].row(), None
            self.grown.emit(row)
        self.ended.emit()

    def _on_grown(self) -> None:
        if self._open:
            self.grown.emit(self._open[1].row())

    def _on_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        """Take a long text over when the focus leaves one of the pictures below it."""
        note = self.note()
        if note is None or old is None or new is None or not note.isAncestorOf(old):
            return
        is_inside = new is note or note.isAncestorOf(new)
        if not is_inside and new.window() is note.window():
            self._finish(note)

    def _ground(self, option: QStyleOptionViewItem, index: Index) -> QColor:
        """Return the colour behind a cell: chosen, computed or ordinary."""
        if option.state & QStyle.StateFlag.State_Selected:
            return option.palette.color(QPalette.ColorRole.AlternateBase)
        computed = self._model.column(index).is_computed
        role = QPalette.ColorRole.Window if computed else QPalette.ColorRole.Base
        return option.palette.color(role)


def _widened(area: QRect, width: int, around: QWidget | None) -> QRect:
    """Return an area that is at least so wide, and in sight."""
    wider = QRect(area)
    wider.setWidth(max(area.width(), width))
    if around is not None and wider.right() >= around.width():
        wider.moveRight(max(around.width() - 1, area.right()))
    return wider


def _layout(index: Index) -> QTextOption:
    """Return how a cell's text is set: words too long for a line are parted, never cut."""
    return _wrapping(QTextOption(Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole))))


def _wrapping(option: QTextOption) -> QTextOption:
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def _height(text: str, font: QFont, width: int, *, may_be_marked: bool) -> float:
    """Return the height of a text that is wrapped at a width."""
    if may_be_marked and MARKED.search(text):
        from ladder_desktop.widgets.grid import cell_text  # noqa: PLC0415 - as above

        return cell_text.height(text, font, _wrapping(QTextOption()), width)
    metrics = QFontMetricsF(font)
    # most cells hold a word or a figure: those need not be set to be measured
    if len(text) < SHORT and "\n" not in text and metrics.horizontalAdvance(text) < width:
        return metrics.height()
    height = 0.0
    for paragraph in (text or "X").split("\n"):
        layout = QTextLayout(paragraph, font)
        layout.setTextOption(_wrapping(QTextOption()))
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            height += line.height()
        layout.endLayout()
    return height


def _is_asking(editor: QObject) -> bool:
    """Tell whether an editor has lost the focus only to a window that asks something for it."""
    is_waiting = isinstance(editor, CellNote) and editor.is_asking
    return is_waiting or QApplication.activeModalWidget() is not None


def _text(editor: QWidget) -> str:
    match editor:
        case CellChoice():
            return str(editor.currentData() or "")
        case CellNote() | CellLine():
            return editor.text()
    return ""
