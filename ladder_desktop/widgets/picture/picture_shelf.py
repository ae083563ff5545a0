"""The pictures of the open workbook, for those who show them and put in new ones.

Reading, decoding and packing happen on a thread of its own, so that typing never waits.
"""

from collections import OrderedDict
from collections.abc import Callable
from itertools import count
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any

from PySide6.QtCore import QObject, QSize, QStandardPaths, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialog, QLayout
from shiboken6 import isValid

from ladder_desktop.document.image_data import checked, identity_of
from ladder_desktop.document.pictures import Album, Picture
from ladder_desktop.errors import LadderError
from ladder_desktop.widgets.messenger import Messenger
from ladder_desktop.widgets.picture.picture_reading import (
    picture_of_file,
    picture_of_image,
    shown_image,
)

SMALL = 400  # px: images that are wanted larger are read anew each time
MOST_KEPT = 120  # of those that are small
Source = Path | QImage


class _Worker:
    """Does one piece of work after the other on a thread; what comes out waits to be taken.

    The thread holds no widget: one that it held last would end on it.
    """

    def __init__(self, tell: Callable[[], None]) -> None:
        """Begin without a thread; `tell` is called on it whenever something waits to be taken."""
        self._tell = tell
        self._done: SimpleQueue[tuple[int, Any]] = SimpleQueue()
        self._waiting: SimpleQueue[tuple[int, Callable[[], Any]] | None] = SimpleQueue()
        self._thread: Thread | None = None
        self._is_over = False

    def add(self, number: int, work: Callable[[], Any]) -> None:
        """Take work to be done soon."""
        if self._thread is None:
            self._thread = Thread(target=self._run, name="pictures", daemon=True)
            self._thread.start()
        self._waiting.put((number, work))

    def done(self) -> tuple[int, Any] | None:
        """Return what came out next, with its number; None where nothing waits."""
        try:
            return self._done.get_nowait()
        except Empty:
            return None

    def stop(self) -> None:
        """End the thread when it is done with what it is at; a picture may take it seconds."""
        self._is_over = True
        self._waiting.put(None)

    def _run(self) -> None:
        while (one := self._waiting.get()) and not self._is_over:
            number, work = one
            self._done.put((number, work()))
            self._tell()


class PictureShelf(QObject):
    """Gives and takes the pictures of one open workbook.

    Attributes:
        folder: where the next picture is looked for.
        fit_to_texts: gives a window that asks something its size.
        keep_on_screen: gives a window that shows something its size.

    Signals:
        refused: a picture can't be taken or read; carries the LadderError.
    """

    refused = Signal(object)

    def __init__(
        self,
        album: Callable[[], Album],
        put: Callable[[str, Picture], None],
        parent: QObject | None = None,
    ) -> None:
        """Begin with nothing read.

        Args:
            album: returns the pictures that there are now.
            put: takes a new picture under its id.
            parent: ends the thread when it goes.
        """
        super().__init__(parent)
        place = QStandardPaths.StandardLocation.PicturesLocation
        self.folder = QStandardPaths.writableLocation(place)
        self.fit_to_texts: Callable[[QDialog, QLayout, int], None] = _fit_width
        self.keep_on_screen: Callable[[QDialog, int, int], None] = QDialog.resize
        self._album = album
        self._put = put
        self._small: OrderedDict[tuple[str, int], QImage] = OrderedDict()
        self._numbers = count()
        self._asked: dict[int, tuple[Callable[[Any], None], QObject]] = {}
        worker = self._worker = _Worker(Messenger(self._take))
        self.destroyed.connect(worker.stop)

    def show_image(
        self, identity: str, most: QSize, show: Callable[[QImage], None], asker: QObject
    ) -> None:
        """Have an image shown, at most so large: at once where it is known, else soon.

        A picture that can't be read is shown as a null image; nothing is when the asker is gone.
        """
        key = identity, most.width()
        if image := self._small.get(key):
            self._small.move_to_end(key)
            show(image)
            return

        def keep(image: QImage) -> None:
            if most.width() <= SMALL:
                self._small[key] = image
            while len(self._small) > MOST_KEPT:
                self._small.popitem(last=False)
            show(image)

        album, size = self._album(), QSize(most)
        self._ask(lambda: _image(album.get(identity), size), keep, asker)

    def give(self, identity: str, take: Callable[[Picture | None], None], asker: QObject) -> None:
        """Have a picture taken as it is kept, soon; None where it can't be read."""
        album = self._album()
        self._ask(lambda: album.get(identity), take, asker)

    def prepare(self, source: Source, take: Callable[[Picture], None], asker: QObject) -> None:
        """Make a picture ready, and have it taken; `refused` tells when that can't be."""

        def tell(made: Picture | LadderError) -> None:
            if isinstance(made, LadderError):
                self.refused.emit(made)
            else:
                take(made)

        self._ask(lambda: _ready(source), tell, asker)

    def put(self, picture: Picture) -> str:
        """Keep a picture in the workbook; return its id. A text has to name it."""
        identity = identity_of(picture.data)
        self._put(identity, picture)
        return identity

    def _ask(self, work: Callable[[], Any], take: Callable[[Any], None], asker: QObject) -> None:
        number = next(self._numbers)
        self._asked[number] = take, asker
        self._worker.add(number, work)

    @Slot()
    def _take(self) -> None:
        while one := self._worker.done():
            take, asker = self._asked.pop(one[0])
            if isValid(asker):
                take(one[1])


def _fit_width(window: QDialog, _column: QLayout, width: int) -> None:
    window.setFixedWidth(width)


def _image(picture: Picture | None, most: QSize) -> QImage:
    return shown_image(picture.data, most) if picture else QImage()


def _ready(source: Source) -> Picture | LadderError:
    try:
        made = picture_of_file(source) if isinstance(source, Path) else picture_of_image(source)
        return checked(made)[0]
    except LadderError as error:
        return error
