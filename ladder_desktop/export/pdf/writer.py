"""Write a document as a PDF: into a file beside the target, which it replaces at the end."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from ladder_desktop.document.nodes import Document
from ladder_desktop.errors import N_, ExportError
from ladder_desktop.export.pdf.canvas import TaggedCanvas
from ladder_desktop.export.pdf.finish import packed
from ladder_desktop.export.pdf.footer import Footer
from ladder_desktop.export.pdf.layout import Forecast, Layout, long_answers
from ladder_desktop.export.pdf.missing import missing_characters
from ladder_desktop.export.pdf.options import PdfOptions
from ladder_desktop.export.pdf.tagging import Tree
from ladder_desktop.export.target import appearing
from ladder_desktop.words import Words

Progress = Callable[[int, int], None]


class ExportCancelledError(ExportError):
    """The person stopped the export; the former file is as it was."""


def write(  # noqa: PLR0917 - the same for every format
    document: Document,
    target: Path,
    options: PdfOptions,
    words: Words,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> None:
    """Write a document as a tagged PDF that meets PDF/UA-1.

    The target is replaced in one step when everything is written; until then, and when the
    export fails or is cancelled, it stays as it was.

    Args:
        document: what to print.
        target: the file to write.
        options: how to print it.
        words: the language of the words that paper adds, such as "Page 1 of 3".
        progress: told the pages drawn and the pages in all, now and then.
        cancelled: asked now and then whether to stop.

    Raises:
        ExportCancelledError: if `cancelled` said so.
        ExportError: if the file can't be written, or would have far too many pages.
    """
    stopped = _stopper(cancelled)
    with appearing(target) as temporary:
        drawn = io.BytesIO()
        draw(Layout(document, options, words, stopped), drawn, progress)
        stopped()
        packed(drawn, temporary, options)
        stopped()


def forecast(
    document: Document,
    options: PdfOptions,
    words: Words,
    cancelled: Callable[[], bool] | None = None,
) -> Forecast:
    """Return what an export would come to, without writing anything.

    Raises:
        ExportCancelledError: if `cancelled` said so.
        ExportError: if it would have far too many pages.
    """
    layout = Layout(document, options, words, _stopper(cancelled))
    _, pages = layout.pages(Tree().root)
    return Forecast(len(pages), long_answers(document, pages), missing_characters(document))


def draw(layout: Layout, target: BinaryIO, progress: Progress | None = None) -> None:
    """Draw the pages of a document and write the file."""
    page, document = layout.page, layout.document
    title = document.title.strip() or layout.words("Workbook")
    canvas = TaggedCanvas(target, page.width, page.height, layout.language)
    canvas.describe(title, document.author, layout.language)
    kit, pages = layout.pages(canvas.tree.root)
    footer = Footer(kit, document, page)
    for number, puts in enumerate(pages, start=1):
        layout.stopped()
        for put in puts:
            top = page.height - page.top - put.down
            put.flowable.draw(canvas, page.left(number), top, page.column)
        footer.draw(canvas, number, len(pages))
        canvas.showPage()
        if progress is not None:
            progress(number, len(pages))
    if kit.form:
        kit.form.finish(canvas, layout.book.first_face(bold=False, italic=False))
    for face in layout.embedder.faces:
        face.add_to(canvas.document)
    canvas.finish()


def _stopper(cancelled: Callable[[], bool] | None) -> Callable[[], None]:
    """Return what ends the export once the person has asked for it."""

    def stopped() -> None:
        if cancelled is not None and cancelled():
            raise ExportCancelledError(N_("The export was stopped. Nothing was changed."))

    return stopped
