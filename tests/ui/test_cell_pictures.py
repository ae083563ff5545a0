"""Pictures go into the long texts of typed tables as they go into all notes."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ladder_desktop.export.options import ExportOptions
from ladder_desktop.export.writing import FORMATS, export
from ladder_desktop.store.file import read
from ladder_desktop.ui.menu_plan import Doers
from ladder_desktop.widgets.grid.cell_editors import CellNote
from ladder_desktop.widgets.grid.grid_editor import GridEditor
from ladder_desktop.widgets.picture.picture_strip import PictureThumb
from ladder_desktop.words import Words
from tests.photos import drawing
from tests.ui.role_table import doers, grid
from tests.ui.test_pictures import describe

__all__ = ["doers", "grid"]
Key = Qt.Key
DUTIES, PAY = 1, 4


def drop(grid: GridEditor, column: int, *paths: Path) -> bool:
    """Drop files on a cell of the first row; tell whether the table takes them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    place = grid.view.shown_at(0, column).center()
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    viewport = grid.view.viewport()
    enter = QDragEnterEvent(place, Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(viewport, enter)
    if not enter.isAccepted():
        return False
    event = QDropEvent(QPointF(place), Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(viewport, event)
    return True


def copy_picture() -> None:
    """Put a picture onto the clipboard."""
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.blue)
    QGuiApplication.clipboard().setImage(image)


def open_note(qtbot: QtBot) -> CellNote:
    """Wait until the text of a cell has the focus, and return its box."""
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), CellNote))
    note = QApplication.focusWidget()
    assert isinstance(note, CellNote)
    return note


def test_a_pasted_picture_is_kept_shown_and_printed(
    doers: Doers, grid: GridEditor, qtbot: QtBot, words: Words, tmp_path: Path
) -> None:
    """It asks for its description, stands small below the text, and is in every export."""
    copy_picture()
    grid.go_to(0, DUTIES)

    qtbot.keyClick(grid.view, Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    describe(qtbot, "The board")
    note = open_note(qtbot)
    qtbot.keyClicks(note, "Plans")
    qtbot.waitUntil(lambda: any(one.isVisible() for one in note.findChildren(PictureThumb)))
    row = grid.view.visualRect(grid.model.index(0, DUTIES))
    assert row.height() >= note.height()
    qtbot.keyClick(note, Key.Key_Backtab)
    qtbot.waitUntil(lambda: grid.delegate.note() is None)

    assert doers.window.opened is not None
    session = doers.window.opened.session
    assert session.settle(20)
    kept = read(session.path).workbook
    text = kept.answers["roles"][0]["duties"]
    assert text.startswith("Plans\n![The board](picture:")
    assert grid.model.index(0, DUTIES).data() == "Plans\n[Picture: The board]"
    for kind in sorted(FORMATS):
        paper = tmp_path / f"plan.{kind}"
        export(kept, kind, paper, ExportOptions(), words)
        assert paper.stat().st_size
    grid.setFocus()
    qtbot.keyClick(grid.view, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert grid.rows()[0]["duties"] == ""


def test_tab_comes_to_the_pictures_of_a_cell(
    grid: GridEditor, qtbot: QtBot, tmp_path: Path
) -> None:
    """From there it leads out, and what was written is taken over."""
    path = tmp_path / "board.png"
    path.write_bytes(drawing((400, 300)))

    assert drop(grid, DUTIES, path)
    describe(qtbot, "The board")
    note = open_note(qtbot)
    qtbot.keyClick(note, Key.Key_Tab)
    thumb = QApplication.focusWidget()
    assert isinstance(thumb, PictureThumb)
    qtbot.keyClick(thumb, Key.Key_Tab)

    qtbot.waitUntil(lambda: grid.delegate.note() is None)
    assert str(grid.rows()[0]["duties"]).startswith("![The board](picture:")


def test_a_text_file_goes_into_a_long_text(grid: GridEditor, qtbot: QtBot, tmp_path: Path) -> None:
    """As into every other note."""
    path = tmp_path / "duties.txt"
    path.write_text("Coaches four colleagues", encoding="utf-8")

    assert drop(grid, DUTIES, path)

    assert open_note(qtbot).text() == "Coaches four colleagues"


def test_elsewhere_a_sentence_says_where_pictures_go(
    grid: GridEditor, qtbot: QtBot, tmp_path: Path
) -> None:
    """Nothing is put into a figure, whichever way it comes."""
    path = tmp_path / "board.png"
    path.write_bytes(drawing((400, 300)))

    assert drop(grid, PAY, path)
    assert grid.trouble.text() == "Pictures and files go into “Duties”. Drop or paste it there."
    copy_picture()
    grid.go_to(0, PAY)
    qtbot.keyClick(grid.view, Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert grid.trouble.isVisible()
    assert not any(grid.rows()[0].values())
