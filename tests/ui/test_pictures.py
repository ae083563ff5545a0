"""Pictures in the window: dropped, pasted, described, opened large, taken out, saved."""

import io
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox
from pytestqt.qtbot import QtBot

from ladder_desktop.document.image_data import facts
from ladder_desktop.document.pictures import named
from ladder_desktop.export.options import ExportOptions
from ladder_desktop.store.file import read
from ladder_desktop.ui.menu_plan import Doers
from ladder_desktop.ui.paper.before_export import undescribed
from ladder_desktop.widgets.note.note_editor import NoteEditor
from ladder_desktop.widgets.note.note_pictures import NotePictures
from ladder_desktop.widgets.picture.picture_describing import DescribingDialog
from ladder_desktop.widgets.picture.picture_strip import PictureThumb
from ladder_desktop.widgets.picture.picture_window import PictureWindow, save_as
from ladder_desktop.words import Words
from ladder_desktop.workbook.workbook import Workbook
from tests.on_screen import name_and_role
from tests.photos import CAMERA, TURNED_RIGHT, drawing, photo
from tests.ui.conftest import OpenWindow

FIRST = "job-satisfaction"  # the question that has the focus in a new workbook
Key = Qt.Key


@pytest.fixture
def doers(open_window: OpenWindow, file: Path) -> Doers:
    """Return a window with an empty workbook."""
    return open_window(file)


@pytest.fixture
def note(doers: Doers) -> NoteEditor:
    """Return the note that has the focus."""
    found = QApplication.focusWidget()
    assert isinstance(found, NoteEditor)
    return found


@pytest.fixture
def taken(tmp_path: Path) -> Path:
    """Return a photo from a phone that was held upright."""
    path = tmp_path / "IMG_0001.JPG"
    path.write_bytes(photo((3000, 2000), orientation=TURNED_RIGHT))
    return path


def drop(note: NoteEditor, *paths: Path) -> bool:
    """Drop files on a note, as a person does from a folder; tell whether it takes them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    middle = note.viewport().rect().center()
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(middle, Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(note.viewport(), enter)
    if not enter.isAccepted():
        return False
    event = QDropEvent(QPointF(middle), Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(note.viewport(), event)
    return True


def shown(kind: type, qtbot: QtBot) -> object:
    """Wait for a window of a class and return it."""
    found: list[object] = []

    def is_there() -> bool:
        found[:] = [one for one in QApplication.topLevelWidgets()
                    if isinstance(one, kind) and one.isVisible()]  # fmt: skip
        return bool(found)

    qtbot.waitUntil(is_there)
    return found[0]


def describe(qtbot: QtBot, words: str) -> None:
    """Answer what the picture shows, with keys."""
    dialog = shown(DescribingDialog, qtbot)
    assert isinstance(dialog, DescribingDialog)
    qtbot.keyClicks(dialog.description, words)
    qtbot.keyClick(dialog.description, Key.Key_Return)
    qtbot.waitUntil(lambda: not _is_alive(dialog))


def _is_alive(dialog: QDialog) -> bool:
    return dialog in QApplication.topLevelWidgets()


def thumbs(note: NoteEditor) -> list[PictureThumb]:
    """Return the pictures that stand below a note."""
    return [one for one in note.findChildren(PictureThumb) if one.isVisible()]


def saved(doers: Doers) -> str:
    """Return the answer in the file."""
    assert doers.window.opened is not None
    session = doers.window.opened.session
    assert session.settle(20)
    return str(read(session.path).workbook.answers[FIRST])


def test_a_dropped_photo_is_kept_in_the_file(
    doers: Doers, note: NoteEditor, taken: Path, qtbot: QtBot
) -> None:
    """Upright, of at most 2,000 px, without place and camera, under the words of the person."""
    qtbot.keyClicks(note, "Before")

    assert drop(note, taken)
    describe(qtbot, "Our board")

    text = saved(doers)
    assert doers.window.opened is not None
    kept = read(doers.window.opened.session.path).workbook.pictures.get(named(text)[0])
    assert text.startswith("Before\n![Our board](picture:")
    assert kept is not None
    found = facts(kept.data)
    assert found is not None
    assert (found.width, found.height) == (1333, 2000)
    assert b"Exif" not in kept.data
    assert CAMERA.encode() not in kept.data
    image = Image.open(io.BytesIO(kept.data)).convert("RGB")
    red, _, blue = image.getpixel((600, 200))  # type: ignore[misc]
    assert red > blue + 60  # what was left is above once it is turned


@pytest.mark.parametrize("way", ["paste", "button"])
def test_other_ways_in(  # noqa: PLR0917 - fixtures and cases
    doers: Doers, note: NoteEditor, qtbot: QtBot, way: str, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """From the clipboard, and from a file that is chosen."""
    if way == "paste":
        image = QImage(300, 200, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.blue)
        QGuiApplication.clipboard().setImage(image)
        qtbot.keyClick(note, Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    else:
        path = tmp_path / "screen.png"
        path.write_bytes(drawing((300, 200)))
        monkeypatch.setattr(
            "ladder_desktop.widgets.note.note_pictures.QFileDialog.getOpenFileNames",
            lambda *_: ([str(path)], ""),
        )
        qtbot.mouseClick(doers.formatting.tools.buttons[-1], Qt.MouseButton.LeftButton)
    describe(qtbot, "The screen")

    assert saved(doers).startswith("![The screen](picture:")
    assert len(thumbs(note)) == 1


def test_without_a_description_nothing_goes_in(note: NoteEditor, taken: Path, qtbot: QtBot) -> None:
    """Blanks are none, and Escape leaves the picture out."""
    drop(note, taken)
    dialog = shown(DescribingDialog, qtbot)
    assert isinstance(dialog, DescribingDialog)
    before = dialog.accept_button.isEnabled()
    qtbot.keyClicks(dialog.description, "   ")
    blank = dialog.accept_button.isEnabled()
    qtbot.keyClick(dialog, Key.Key_Escape)

    assert (before, blank) == (False, False)
    assert note.text() == ""
    assert thumbs(note) == []


def test_several_are_asked_about_one_after_the_other(
    note: NoteEditor, tmp_path: Path, qtbot: QtBot
) -> None:
    """They stand in the order in which they were dropped."""
    paths = []
    for number in range(3):
        paths.append(tmp_path / f"{number}.png")
        paths[-1].write_bytes(drawing((100 + number, 100)))

    drop(note, *paths)
    for number in range(3):
        describe(qtbot, f"Number {number}")

    assert [one.description for one in thumbs(note)] == ["Number 0", "Number 1", "Number 2"]


@pytest.fixture
def filled(note: NoteEditor, tmp_path: Path, qtbot: QtBot) -> NoteEditor:
    """Return the note with two pictures."""
    for number in range(2):
        path = tmp_path / f"{number}.png"
        path.write_bytes(drawing((400 + number, 300)))
        drop(note, path)
        describe(qtbot, f"Number {number}")
    return note


def test_undo_takes_a_picture_back_and_redo_brings_it(
    doers: Doers, filled: NoteEditor, qtbot: QtBot
) -> None:
    """In one order with what was typed."""
    filled.setFocus()
    qtbot.keyClicks(filled, "after")
    texts = [filled.text()]

    for _ in range(3):
        qtbot.keyClick(filled, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        texts.append(filled.text())
    for _ in range(3):
        qtbot.keyClick(
            filled,
            Key.Key_Z,
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
        )

    assert [len(named(text)) for text in texts] == [2, 2, 1, 0]
    assert texts[1].startswith("![Number 0]")
    assert filled.text() == texts[0]
    assert saved(doers) == texts[0]


def test_keys_reach_everything(doers: Doers, filled: NoteEditor, qtbot: QtBot) -> None:
    """Tab goes from the text to its pictures, Enter opens, Escape closes, Delete takes out."""
    filled.setFocus()
    qtbot.keyClick(filled, Key.Key_Tab)
    first = QApplication.focusWidget()
    assert isinstance(first, PictureThumb)
    name = name_and_role(first)[0]
    qtbot.keyClick(first, Key.Key_Return)
    window = shown(PictureWindow, qtbot)
    assert isinstance(window, PictureWindow)
    qtbot.waitUntil(lambda: not window.view.image.isNull())
    about = window.view.accessibleName(), window.description.text()
    inside = window.view.rect().contains(window.view.shown_at())
    qtbot.keyClick(window, Key.Key_Escape)
    qtbot.waitUntil(lambda: not _is_alive(window))
    first.setFocus()
    qtbot.keyClick(first, Key.Key_Right)
    second = QApplication.focusWidget()
    assert isinstance(second, PictureThumb)
    qtbot.keyClick(second, Key.Key_Delete)

    assert "Number 0" in name
    assert filled.accessibleName() in name
    assert about == ("Number 0", "Number 0")
    assert inside
    assert [one.description for one in thumbs(filled)] == ["Number 0"]
    assert QApplication.focusWidget() is thumbs(filled)[0]
    assert len(named(saved(doers))) == 1


def test_a_description_can_be_changed(doers: Doers, filled: NoteEditor, qtbot: QtBot) -> None:
    """From the large view; that is a step to undo, too."""
    qtbot.mouseClick(thumbs(filled)[0], Qt.MouseButton.LeftButton)
    window = shown(PictureWindow, qtbot)
    assert isinstance(window, PictureWindow)
    qtbot.mouseClick(window.change, Qt.MouseButton.LeftButton)
    dialog = shown(DescribingDialog, qtbot)
    assert isinstance(dialog, DescribingDialog)
    dialog.description.selectAll()
    describe(qtbot, "Better [words]")

    changed = saved(doers)
    filled.undo_stack.undo()

    assert changed.startswith("![Better (words)](picture:")
    assert filled.text().startswith("![Number 0](picture:")


def test_a_picture_can_be_saved_as_a_file(
    doers: Doers, filled: NoteEditor, tmp_path: Path, qtbot: QtBot
) -> None:
    """With the bytes that are kept; where that can't be, a sentence says why."""
    notes = filled.pictures()
    assert isinstance(notes, NotePictures)
    shelf = notes.shelf()
    assert shelf is not None
    assert doers.window.opened is not None
    picture = doers.window.opened.session.workbook.pictures.get(named(filled.text())[0])
    assert picture is not None

    save_as(picture, tmp_path / "out.png", shelf)
    save_as(picture, tmp_path / "nowhere" / "out.png", shelf)

    box = shown(QMessageBox, qtbot)
    assert isinstance(box, QMessageBox)
    assert "nowhere" in box.text()
    assert "No such file" not in box.text()  # the system's words are in no catalogue
    box.close()
    assert (tmp_path / "out.png").read_bytes() == picture.data


def test_a_reopened_workbook_shows_its_pictures(
    doers: Doers, filled: NoteEditor, open_window: OpenWindow, qtbot: QtBot
) -> None:
    """Small, from the file, and the text comes back exactly."""
    text = saved(doers)
    assert doers.window.opened is not None
    path = doers.window.opened.session.path
    doers.window.close()

    open_window(path)
    note = QApplication.focusWidget()

    assert isinstance(note, NoteEditor)
    assert note.text() == text
    assert note.toPlainText() == ""
    qtbot.waitUntil(lambda: all(not one.image.isNull() for one in thumbs(note)))
    assert len(thumbs(note)) == len(("Number 0", "Number 1"))
    stops = []
    for _ in range(3):
        focused = QApplication.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, Key.Key_Tab)
        stops.append(QApplication.focusWidget())
    assert stops[:2] == thumbs(note)
    assert isinstance(stops[2], NoteEditor)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("photo.heic", b"\x00\x00\x00\x18ftypheic", "JPEG or PNG"),
        ("broken.jpg", photo()[:200], "JPEG or PNG"),
        ("lie.png", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "JPEG or PNG"),
        ("bomb.png", None, "large"),
    ],
)
def test_what_is_no_picture_gets_a_sentence(  # noqa: PLR0917 - fixtures and cases
    doers: Doers, note: NoteEditor, tmp_path: Path, qtbot: QtBot, name: str, data: bytes | None,
    said: str,
) -> None:  # fmt: skip
    """Nothing crashes and nothing goes in."""
    path = tmp_path / name
    if data is None:
        Image.new("1", (60_000, 60_000)).save(path)
    else:
        path.write_bytes(data)

    drop(note, path)

    box = shown(QMessageBox, qtbot)
    assert isinstance(box, QMessageBox)
    assert said in box.text()
    assert name in box.text()
    box.close()
    assert note.text() == ""


@pytest.mark.parametrize(
    ("data", "text"),
    [("Zwölf\nzwei".encode(), "Zwölf\nzwei"), ("caf\xe9".encode("cp1252"), "café")],
)
def test_the_text_of_a_dropped_file_goes_in(
    doers: Doers, note: NoteEditor, tmp_path: Path, data: bytes, text: str
) -> None:
    """In whichever of the usual ways it was written; one step takes it back."""
    path = tmp_path / "list.txt"
    path.write_bytes(data)

    drop(note, path)
    put_in = saved(doers)
    note.undo_stack.undo()

    assert put_in == text
    assert note.text() == ""


def test_other_files_are_for_the_window(note: NoteEditor, tmp_path: Path) -> None:
    """A workbook that is dropped on a note is no text of it, and neither is anything unknown."""
    workbook, unknown = QMimeData(), tmp_path / "other.xyz"
    workbook.setUrls([QUrl.fromLocalFile(str(tmp_path / "other.ladder"))])
    unknown.write_bytes(b"anything")

    assert not note.canInsertFromMimeData(workbook)
    assert not drop(note, unknown)


def test_a_read_only_workbook_shows_and_changes_nothing(
    doers: Doers, filled: NoteEditor, taken: Path, qtbot: QtBot
) -> None:
    """Pictures open large; none goes in or out."""
    assert doers.window.view is not None
    page = doers.window.view.pages()[0]
    page.set_read_only()

    takes = drop(filled, taken)
    qtbot.mouseClick(thumbs(filled)[0], Qt.MouseButton.LeftButton)
    window = shown(PictureWindow, qtbot)
    assert isinstance(window, PictureWindow)
    buttons = (window.change.isVisible(), window.remove.isVisible(), window.save.isVisible())
    window.close()
    qtbot.keyClick(thumbs(filled)[0], Key.Key_Delete)

    assert not takes
    assert buttons == (False, False, True)
    assert len(thumbs(filled)) == len(("Number 0", "Number 1"))


def test_a_picture_that_is_lost_is_told(note: NoteEditor, qtbot: QtBot) -> None:
    """Its description stays, and a sentence stands in its place."""
    note.set_text("![The board](picture:nowhere)")

    qtbot.waitUntil(lambda: bool(thumbs(note)) and thumbs(note)[0]._is_lost)

    assert note.text() == "![The board](picture:nowhere)"


def test_a_picture_without_a_description_is_named_before_an_export(
    empty_workbook: Workbook, words: Words
) -> None:
    """A script may have put it in; of other sections nothing is said."""
    workbook = empty_workbook.with_answer(FIRST, "![](picture:a)\n![b](picture:b)")
    section = workbook.template.sections[1].id

    lines = undescribed(workbook, ExportOptions(), words)
    others = undescribed(workbook, ExportOptions(sections=(section,)), words)

    assert lines == ["1 picture has no description. Open it large to give it one."]
    assert others == []


def test_a_row_of_a_table_says_its_number_with_its_picture(
    doers: Doers, qtbot: QtBot, tmp_path: Path
) -> None:
    """Also when the row has moved on."""
    view = doers.window.view
    assert view is not None
    goals = next(number for number, page in enumerate(view.pages()) if "goals" in page.editors)
    view.open_section(goals)
    note = view.pages()[goals].editors["goals"].findChildren(NoteEditor)[0]
    path = tmp_path / "one.png"
    path.write_bytes(drawing((200, 100)))

    drop(note, path)
    describe(qtbot, "Goals on the wall")
    name = name_and_role(thumbs(note)[0])[0]
    note.setAccessibleName("Another row")
    strip = thumbs(note)[0].parentWidget()
    assert strip is not None
    strip.update()

    assert "1: picture: Goals on the wall" in name
    qtbot.waitUntil(lambda: name_and_role(thumbs(note)[0])[0].startswith("Another row: "))
