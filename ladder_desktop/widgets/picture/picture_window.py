"""A picture, large: as large as its window, with its description below."""

from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QPushButton, QSizePolicy, QWidget

from ladder_desktop.document.pictures import Picture
from ladder_desktop.errors import N_, ExportError, reason_of
from ladder_desktop.widgets.boxes import Column
from ladder_desktop.widgets.labels import Body
from ladder_desktop.widgets.picture.picture_shelf import PictureShelf
from ladder_desktop.widgets.scale import px
from ladder_desktop.widgets.wrapping import WrappingLine
from ladder_desktop.words import Words

WIDTH, HEIGHT = 1100, 800
MOST = QSize(2000, 2000)


class PictureView(QWidget):
    """Paints an image as large as there is room, and never larger than it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_image(self, image: QImage) -> None:
        """Show another image."""
        self.image = image
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Return little: the window decides."""
        return QSize(px(100), px(70))

    def shown_at(self) -> QRect:
        """Return where the image stands."""
        ratio = self.devicePixelRatio()
        own = QSize(round(self.image.width() / ratio), round(self.image.height() / ratio))
        size = own.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        if own.width() <= size.width():
            size = own
        place = QRect(0, 0, size.width(), size.height())
        place.moveCenter(self.rect().center())
        return place

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the image."""
        if not self.image.isNull():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(self.shown_at(), self.image)


class PictureWindow(QDialog):
    """Shows one picture large; Escape closes it.

    Attributes:
        view: the picture.
        description: what it shows.
        change, save, remove: buttons; the first and the last only where notes can be changed.

    Signals:
        change_asked: another description is wanted.
        remove_asked: the picture is to be taken out of its note.
    """

    change_asked = Signal()
    remove_asked = Signal()

    def __init__(
        self,
        shelf: PictureShelf,
        identity: str,
        description: str,
        words: Words,
        parent: QWidget,
        *,
        can_change: bool,
    ) -> None:
        super().__init__(parent)
        self._shelf, self._identity, self._words = shelf, identity, words
        self.setWindowTitle(words("Picture"))
        self.setAccessibleName(description)
        self.finished.connect(self.deleteLater)
        column = Column(self, gap=12, margins=(16, 16, 16, 16))
        self.view = PictureView(self)
        self.view.setAccessibleName(description)
        column.addWidget(self.view, 1)
        self.description = Body(description, self)
        column.addWidget(self.description)
        foot = WrappingLine()
        self.change = QPushButton(words("Change the description…"))
        self.save = QPushButton(words("Save the picture as…"))
        self.remove = QPushButton(words("Remove"))
        close = QPushButton(words("Close"))
        for button in (self.change, self.save, self.remove):
            foot.addWidget(button)
        self.change.setVisible(can_change)
        self.remove.setVisible(can_change)
        foot.addWidget(close)
        column.addLayout(foot)
        close.setDefault(True)
        close.setFocus()
        close.clicked.connect(self.accept)
        self.change.clicked.connect(self.accept)
        self.change.clicked.connect(self.change_asked)
        self.remove.clicked.connect(self.accept)
        self.remove.clicked.connect(self.remove_asked)
        self.save.clicked.connect(lambda: ask_where(shelf, identity, description, words, self))
        shelf.keep_on_screen(self, WIDTH, HEIGHT)
        shelf.show_image(identity, MOST, self._show, self)

    def _show(self, image: QImage) -> None:
        if image.isNull():
            self.description.setText(
                self._words(
                    "{description} (this picture can't be shown)",
                    description=self.description.text(),
                )
            )
        self.view.show_image(image)


def ask_where(
    shelf: PictureShelf, identity: str, description: str, words: Words, parent: QWidget
) -> None:
    """Ask where a picture is to be saved, and save it there."""

    def ask(picture: Picture | None) -> None:
        if picture is None:
            return
        ending = ".png" if picture.type == "image/png" else ".jpg"
        name = "".join(sign if sign.isalnum() or sign in " -" else " " for sign in description)
        proposed = f"{' '.join(name.split())[:60] or words('Picture')}{ending}"
        chosen, _filter = QFileDialog.getSaveFileName(
            parent, words("Save the picture as"), str(Path.home() / proposed)
        )
        if chosen:
            save_as(picture, Path(chosen), shelf)

    shelf.give(identity, ask, parent)


def save_as(picture: Picture, target: Path, shelf: PictureShelf) -> None:
    """Write a picture into a file of its own."""
    try:
        target.write_bytes(picture.data)
    except OSError as error:
        refusal = ExportError(
            N_("“{name}” can't be written in {folder}: {reason}. Choose another place."),
            name=target.name,
            folder=str(target.parent),
            reason=reason_of(error),
        )
        shelf.refused.emit(refusal)
