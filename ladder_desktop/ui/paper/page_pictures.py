"""Pictures of the pages of a PDF, for the preview and the printer."""

from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Self

import pypdfium2
from PySide6.QtGui import QImage

POINTS = 72  # to the inch
_WHITE = (255, 255, 255, 255)


class PagePictures:
    """An open PDF that draws its pages; PDFium serves one thread at a time, so it needs a lock.

    Attributes:
        sizes: width and height of each page, in points.
    """

    def __init__(self, path: Path, lock: Lock) -> None:
        self._lock = lock
        with lock:
            self._pdf = pypdfium2.PdfDocument(path)
            self._pdf.init_forms()
            self.sizes = [self._pdf.get_page_size(number) for number in range(len(self._pdf))]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self.close()

    def picture(self, number: int, scale: float, *, for_print: bool = False) -> QImage:
        """Return a page as a picture.

        Args:
            number: which one, from 0.
            scale: dots to the point.
            for_print: drawn for a printer instead of a screen.
        """
        with self._lock:
            page = self._pdf[number]
            bitmap = page.render(
                scale=scale,
                fill_color=_WHITE,
                prefer_bgrx=True,
                optimize_mode="print" if for_print else None,
            )
            shape = QImage.Format.Format_RGB32
            data = bytes(bitmap.buffer)
            width, height, stride = bitmap.width, bitmap.height, bitmap.stride
            bitmap.close()
            page.close()
        return QImage(data, width, height, stride, shape).copy()

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._pdf.close()
