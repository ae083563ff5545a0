"""Puts pictures into a note, shows them below its text, and takes them out again."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from ladder_desktop.document.pictures import LONGEST_DESCRIPTION, Picture, marker, parted
from ladder_desktop.errors import AnswerError
from ladder_desktop.widgets.announce import announce
from ladder_desktop.widgets.block_editor import BlockEditor
from ladder_desktop.widgets.note.commands import change
from ladder_desktop.widgets.note.long_lines import LONGEST_TEXT
from ladder_desktop.widgets.picture.picture_describing import SHOWN, DescribingDialog
from ladder_desktop.widgets.picture.picture_reading import shown_image
from ladder_desktop.widgets.picture.picture_shelf import PictureShelf
from ladder_desktop.widgets.picture.picture_strip import PictureStrip
from ladder_desktop.widgets.picture.picture_window import PictureWindow, ask_where
from ladder_desktop.widgets.picture.pictured_box import PicturedBox
from ladder_desktop.widgets.reveal import keep_visible
from ladder_desktop.words import Words
from ladder_desktop.workbook.text_files import read_any_text

# Those that can't be read here are taken, too: a sentence says what to do with them.
PICTURES = (
    ".jpg", ".jpeg", ".jpe", ".png", ".gif", ".webp", ".bmp",
    ".heic", ".heif", ".avif", ".tif", ".tiff",
)  # fmt: skip
CHOOSABLE = "*.jpg *.jpeg *.png *.gif *.bmp"
TEXTS = (".txt", ".md", ".text", ".markdown")
Shown = tuple[str, str]


class NotePictures(QObject):
    """The pictures of one note.

    Attributes:
        strip: shows them; None until there is one.
    """

    def __init__(self, note: PicturedBox, words: Words) -> None:
        super().__init__(note)
        self._note = note
        self._words = words
        self.strip: PictureStrip | None = None
        self._undescribed: list[Picture] = []
        self._dialog: DescribingDialog | None = None

    def shelf(self) -> PictureShelf | None:
        """Return the pictures of the workbook that the note belongs to."""
        around: QWidget | None = self._note
        while around is not None and not isinstance(around, BlockEditor):
            around = around.parentWidget()
        found = around.pictures() if around is not None and around.pictures else None
        return found if isinstance(found, PictureShelf) else None

    def show(self) -> None:
        """Show the pictures that the note has now."""
        note = self._note
        if self.strip is None and not note.shown:
            return
        if self.strip is None:
            self.strip = PictureStrip(
                self._words, note.accessibleName, self.shelf, self._can_change, note
            )
            self.strip.wanted.connect(self._on_wanted)
        self.strip.show_pictures(note.shown, note)
        self.strip.setVisible(bool(note.shown))
        note.set_foot(self.strip if note.shown else None)

    def are_kept(self) -> bool:
        """Tell whether a picture can be put in here."""
        return self._can_change() and self.shelf() is not None

    def takes(self, source: QMimeData) -> bool:
        """Tell whether there is something that goes in as a picture, or as a file's text."""
        if self._note.isReadOnly():
            return False
        files = _files(source)
        if files:
            known = (*PICTURES, *TEXTS) if self.shelf() else TEXTS
            return all(file.suffix.lower() in known for file in files)
        # programs for texts and tables copy a picture of them along
        return source.hasImage() and not source.hasText() and self.shelf() is not None

    def take(self, source: QMimeData) -> None:
        """Put in the texts of files, and ask for the description of each picture."""
        files = _files(source)
        for file in files:
            if file.suffix.lower() in TEXTS:
                self._take_text(file)
            else:
                self.add(file)
        if not files and isinstance(image := source.imageData(), QImage):
            self.add(image)

    def choose(self) -> None:
        """Have the person choose a file with a picture."""
        shelf, words = self.shelf(), self._words
        if shelf is None or not self.are_kept():
            return
        chosen, _filter = QFileDialog.getOpenFileNames(
            self._note.window(),
            words("Add a picture"),
            shelf.folder,
            words("Pictures ({endings})", endings=CHOOSABLE),
        )
        for one in chosen:
            shelf.folder = str(Path(one).parent)
            self.add(Path(one))

    def refuse(self, error: AnswerError) -> None:
        """Tell why something was not put in."""
        if shelf := self.shelf():
            shelf.refused.emit(error)

    def add(self, source: Path | QImage) -> None:
        """Make a picture ready, then ask what it shows; only then it stands in the note."""
        if shelf := self.shelf():
            shelf.prepare(source, self._ask, self)

    def _ask(self, picture: Picture) -> None:
        self._undescribed.append(picture)
        if self._dialog is None:
            self._ask_next()

    def _ask_next(self) -> None:
        """Ask what the next picture shows; the question is done with one way or the other."""
        self._dialog = None
        if not self._undescribed or not self._note.window().isVisible():  # else it was closed
            return
        shelf, picture = self.shelf(), self._undescribed.pop(0)
        if shelf is None:
            return
        fit = shelf.fit_to_texts
        self._dialog = dialog = DescribingDialog(self._words, self._note.window(), fit)
        dialog.show_image(shown_image(picture.data, SHOWN * 2))
        dialog.described.connect(lambda description: self._put(picture, description))
        dialog.finished.connect(self._ask_next)
        dialog.open()

    def _put(self, picture: Picture, description: str) -> None:
        if shelf := self.shelf():
            shown = _shown(description, shelf.put(picture))
            self._step([*self._note.shown, shown])
            announce(self._note, self._words("The picture is below the text."))

    def _step(self, shown: Sequence[Shown]) -> None:
        """Show other pictures, as a step that can be taken back."""
        note = self._note
        note.undo_stack.push(change(note.set_shown, note.shown, tuple(shown), note))
        keep_visible(note)

    def _on_wanted(self, number: int, wish: str) -> None:
        description, identity = self._note.shown[number]
        if wish == "open":
            self._open(number)
        elif wish == "remove":
            self._remove(number)
        elif wish == "describe":
            self._describe(number)
        elif shelf := self.shelf():
            ask_where(shelf, identity, description, self._words, self._note.window())

    def _open(self, number: int) -> None:
        shelf = self.shelf()
        if shelf is None:
            return
        description, identity = self._note.shown[number]
        window = PictureWindow(
            shelf,
            identity,
            description or self._words("Picture without a description"),
            self._words,
            self._note.window(),
            can_change=self._can_change(),
        )
        window.change_asked.connect(lambda: self._describe(number))
        window.remove_asked.connect(lambda: self._remove(number))
        window.open()

    def _describe(self, number: int) -> None:
        shelf, shown = self.shelf(), self._note.shown
        if shelf is None or not self._can_change():
            return
        former, identity = shown[number]
        dialog = DescribingDialog(
            self._words, self._note.window(), shelf.fit_to_texts, former=former
        )

        def put(description: str) -> None:
            self._step([*shown[:number], _shown(description, identity), *shown[number + 1 :]])

        dialog.described.connect(put)
        dialog.open()
        shelf.show_image(identity, SHOWN * 2, dialog.show_image, dialog)

    def _remove(self, number: int) -> None:
        if not self._can_change():
            return
        shown = self._note.shown
        self._step([*shown[:number], *shown[number + 1 :]])
        announce(self._note, self._words("The picture is taken out. Ctrl+Z brings it back."))

    def _can_change(self) -> bool:
        return not self._note.isReadOnly()

    def _take_text(self, file: Path) -> None:
        """Put in what a text file holds."""
        try:
            self._note.take_text(read_any_text(file, LONGEST_TEXT, AnswerError))
        except AnswerError as error:
            self.refuse(error)


def goes_in(source: QMimeData) -> bool:
    """Tell whether what is dropped is for a note: a picture, or files with pictures or texts."""
    if files := _files(source):
        return all(file.suffix.lower() in (*PICTURES, *TEXTS) for file in files)
    return source.hasImage() and not source.hasText()


def _files(source: QMimeData) -> list[Path]:
    """Return the local files, none where anything else is among them."""
    urls = source.urls()
    paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    return paths if len(paths) == len(urls) else []


def _shown(description: str, identity: str) -> Shown:
    """Return a picture as its marker will read."""
    return parted(marker(description[:LONGEST_DESCRIPTION], identity))[1][0]
