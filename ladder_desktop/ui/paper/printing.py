"""Prints the pages of the PDF on paper, on a thread of its own."""

import tempfile
from pathlib import Path
from threading import Lock

from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from ladder_desktop.errors import N_, ExportError
from ladder_desktop.export.options import ExportOptions, Paper
from ladder_desktop.export.writing import export
from ladder_desktop.ui.paper.page_pictures import POINTS, PagePictures
from ladder_desktop.ui.work import Work
from ladder_desktop.words import Words
from ladder_desktop.workbook.workbook import Workbook

SHARP = 300  # dots to the inch; more only costs time and memory
SIZES: dict[Paper, QPageSize.PageSizeId] = {
    "letter": QPageSize.PageSizeId.Letter,
    "a4": QPageSize.PageSizeId.A4,
}


def new_printer(paper: Paper, title: str) -> QPrinter:
    """Return the system's usual printer, set for the paper that the pages are made for."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    layout = QPageLayout(QPageSize(SIZES[paper]), QPageLayout.Orientation.Portrait, QMarginsF())
    printer.setPageLayout(layout)
    return printer


class Printing(Work):
    """One print; what is on paper when it is stopped stays there."""

    def __init__(
        self,
        workbook: Workbook,
        options: ExportOptions,
        words: Words,
        printer: QPrinter,
        lock: Lock,
    ) -> None:
        super().__init__()
        self._work = workbook, options, words
        self._printer = printer
        self._lock = lock

    def do(self) -> None:
        """Print the chosen pages."""
        workbook, options, words = self._work
        with tempfile.TemporaryDirectory(prefix="ladder-") as folder:
            target = Path(folder, "print.pdf")
            export(workbook, "pdf", target, options, words, cancelled=self._stopped.is_set)
            with PagePictures(target, self._lock) as pictures:
                self._paint(pictures)

    def _paint(self, pictures: PagePictures) -> None:
        """Paint the chosen pages, each when the one before is done."""
        painter = QPainter()
        self._printer.setFullPage(True)  # the pages have their own margins
        if not painter.begin(self._printer):
            raise ExportError(
                N_("The printer “{name}” does not answer. See whether it is on, or export a PDF."),
                name=self._printer.printerName(),
            )
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        pages = chosen_pages(self._printer, len(pictures.sizes))
        for done, page in enumerate(pages):
            if self._stopped.is_set():
                self._printer.abort()
                break
            if done and not self._printer.newPage():
                painter.end()
                raise ExportError(N_("The printer took no more pages. Look after it."))
            self._paint_page(painter, pictures, page)
            self.progressed.emit(done + 1, len(pages))
        painter.end()

    def _paint_page(self, painter: QPainter, pictures: PagePictures, page: int) -> None:
        dots = min(self._printer.resolution(), SHARP)
        picture = pictures.picture(page, dots / POINTS, for_print=True)
        painter.drawImage(page_area(self._printer, pictures.sizes[page]), picture)


def page_area(printer: QPrinter, size: tuple[float, float]) -> QRectF:
    """Return where a page goes, in dots: in its own size; smaller on paper that is smaller.

    Args:
        printer: whose paper is painted on, from its very corner.
        size: the page's width and height, in points.
    """
    paper = printer.paperRect(QPrinter.Unit.DevicePixel)
    dots = printer.resolution() / POINTS
    # a page for Letter on Letter may come out a fraction of a dot wider
    room = (paper.width() + 1) / (size[0] * dots), (paper.height() + 1) / (size[1] * dots)
    fitting = min(1.0, *room)
    width, height = (side * dots * fitting for side in size)
    return QRectF((paper.width() - width) / 2, (paper.height() - height) / 2, width, height)


def chosen_pages(printer: QPrinter, count: int) -> list[int]:
    """Return the pages that were chosen in the system's dialog, from 0, in their order."""
    pages = list(range(count))
    if printer.printRange() == QPrinter.PrintRange.PageRange and printer.fromPage():
        pages = pages[printer.fromPage() - 1 : printer.toPage()]
    if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        pages.reverse()
    return pages if printer.supportsMultipleCopies() else pages * printer.copyCount()
