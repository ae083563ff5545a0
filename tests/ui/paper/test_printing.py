"""Printing puts the PDF's own pages on paper, page by page."""

from pathlib import Path
from threading import Lock

import pypdfium2
import pytest
from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QColor, QImage, QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ladder_desktop.errors import ExportError
from ladder_desktop.export.options import ExportOptions, Paper
from ladder_desktop.export.writing import export
from ladder_desktop.ui.paper.page_pictures import PagePictures
from ladder_desktop.ui.paper.printing import Printing, chosen_pages, new_printer
from ladder_desktop.words import Words
from ladder_desktop.workbook.template import Template
from ladder_desktop.workbook.workbook import Workbook, new_workbook

SIZES: dict[Paper, tuple[int, int]] = {"letter": (612, 792), "a4": (595, 842)}
DARK = 225


@pytest.fixture
def workbook(career_growth: Template) -> Workbook:
    """Return a workbook with an answer."""
    return new_workbook(career_growth).with_answer("job-satisfaction", "On paper. " * 40)


def to_file(target: Path, paper: Paper) -> QPrinter:
    """Return a printer that prints into a file."""
    printer = new_printer(paper, "test")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    return printer


def ink(picture: QImage) -> tuple[int, int, int, int]:
    """Return the frame of all ink on a page: left, top, right, bottom."""
    dark = [
        (x, y)
        for y in range(picture.height())
        for x in range(picture.width())
        if QColor(picture.pixel(x, y)).lightness() < DARK
    ]
    return (
        min(x for x, _ in dark),
        min(y for _, y in dark),
        max(x for x, _ in dark),
        max(y for _, y in dark),
    )


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_paper_has_the_pages_of_the_pdf(
    qtbot: QtBot, workbook: Workbook, words: Words, tmp_path: Path, paper: Paper
) -> None:
    """As many pages, of the same size, with the same margins to a point."""
    options = ExportOptions(paper=paper)
    printed, written = tmp_path / "printed.pdf", tmp_path / "written.pdf"
    printing = Printing(workbook, options, words, to_file(printed, paper), Lock())

    with qtbot.waitSignal(printing.written, timeout=60_000):
        printing.start()
    printing.wait()
    export(workbook, "pdf", written, options, words)

    with PagePictures(printed, Lock()) as there, PagePictures(written, Lock()) as here:
        assert len(there.sizes) == len(here.sizes) > 1
        assert there.sizes[0] == pytest.approx(SIZES[paper], abs=1)
        for one, other in zip(ink(there.picture(0, 1)), ink(here.picture(0, 1)), strict=True):
            assert one == pytest.approx(other, abs=2)


def test_smaller_paper_shows_the_whole_page(
    qtbot: QtBot, workbook: Workbook, words: Words, tmp_path: Path
) -> None:
    """Chosen in the system's window, a smaller size scales the page down and cuts nothing off."""
    target = tmp_path / "small.pdf"
    printer = to_file(target, "letter")
    size = QPageSize(QPageSize.PageSizeId.A5)
    printer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))
    printing = Printing(workbook, ExportOptions(), words, printer, Lock())

    with qtbot.waitSignal(printing.written, timeout=60_000):
        printing.start()
    printing.wait()

    with PagePictures(target, Lock()) as pictures:
        left, top, right, bottom = ink(pictures.picture(0, 1))
        width, height = pictures.sizes[0]
    assert left > 20
    assert top > 20
    assert right < width - 20
    assert bottom < height - 20


def test_pages_are_sharp_enough_and_no_sharper(
    qtbot: QtBot, workbook: Workbook, words: Words, tmp_path: Path
) -> None:
    """A printer of 1200 dots to the inch gets pictures of 300."""
    target = tmp_path / "sharp.pdf"
    printer = to_file(target, "letter")
    printer.setResolution(1200)
    printing = Printing(workbook, ExportOptions(preset="summary"), words, printer, Lock())

    with qtbot.waitSignal(printing.written, timeout=60_000):
        printing.start()
    printing.wait()

    pdf = pypdfium2.PdfDocument(target)
    images = [one for one in pdf[0].get_objects() if isinstance(one, pypdfium2.PdfImage)]
    [(width, height)] = [image.get_px_size() for image in images]
    assert width == pytest.approx(2550, abs=1)
    assert height == pytest.approx(3300, abs=1)
    pdf.close()


def test_stopping_ends_it_without_a_word(
    qtbot: QtBot, workbook: Workbook, words: Words, tmp_path: Path
) -> None:
    """Whoever stops is told neither of success nor of failure."""
    printing = Printing(
        workbook, ExportOptions(), words, to_file(tmp_path / "stopped.pdf", "letter"), Lock()
    )
    told: list[object] = []
    printing.written.connect(lambda: told.append("written"))
    printing.failed.connect(told.append)

    with qtbot.waitSignal(printing.ended, timeout=60_000):
        printing.stop()
        printing.start()
    printing.wait()

    assert told == []


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_does_not_answer_gives_a_sentence(
    qtbot: QtBot, workbook: Workbook, words: Words, tmp_path: Path
) -> None:
    """What can't be begun is said in words."""
    printer = to_file(tmp_path / "missing" / "x.pdf", "letter")
    printing = Printing(workbook, ExportOptions(preset="summary"), words, printer, Lock())

    with qtbot.waitSignal(printing.failed, timeout=60_000) as failed:
        printing.start()
    printing.wait()

    assert failed.args is not None
    assert isinstance(failed.args[0], ExportError)


def test_chosen_pages_come_in_the_chosen_order(qapp: QApplication, tmp_path: Path) -> None:
    """A range, the last page first."""
    printer = to_file(tmp_path / "x.pdf", "letter")
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 4)
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)

    assert chosen_pages(printer, 9) == [3, 2, 1]
