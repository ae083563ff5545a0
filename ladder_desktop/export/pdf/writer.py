"""Write a document as a PDF: into a file beside the target, which it replaces at the end."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from ladder_desktop.document.nodes import Document
from ladder_desktop.errors import N_, ExportError
from ladder_desktop.export.pdf.canvas import TaggedCanvas
from ladder_desktop.export.pdf.embedding import Embedder
from ladder_desktop.export.pdf.finish import packed
from ladder_desktop.export.pdf.flow import Pager, Pages
from ladder_desktop.export.pdf.fonts import FontBook
from ladder_desktop.export.pdf.footer import Footer
from ladder_desktop.export.pdf.form import Form
from ladder_desktop.export.pdf.kit import Kit
from ladder_desktop.export.pdf.look import Look, Page, page_for
from ladder_desktop.export.pdf.options import PdfOptions
from ladder_desktop.export.pdf.shaping import Typesetter
from ladder_desktop.export.pdf.story import Story
from ladder_desktop.export.target import appearing
from ladder_desktop.words import Words

Progress = Callable[[int, int], None]
_SUMMARY_SIZES = (1.0, 0.92, 0.85, 0.78, 0.72)


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
        _Drawing(document, options, words, stopped).draw(drawn, progress)
        stopped()
        packed(drawn, temporary, options)
        stopped()


class _Drawing:
    """Draws one document."""

    def __init__(
        self, document: Document, options: PdfOptions, words: Words, stopped: Callable[[], None]
    ) -> None:
        self._document = document
        self._options = options
        self._words = words
        self._stopped = stopped
        self._page = page_for(options)
        self._embedder = Embedder()
        self._typesetter = Typesetter(
            FontBook(document.language), self._embedder, document.language
        )

    def draw(self, target: BinaryIO, progress: Progress | None) -> None:
        """Lay the document out, draw its pages and write the file."""
        page, language = self._page, self._document.language
        canvas = TaggedCanvas(target, page.width, page.height, language)
        canvas.describe(self._document.title, self._document.author, language)
        kit, pages = self._laid_out(canvas)
        self._draw_pages(canvas, pages, Footer(kit, self._document, page), progress)
        if kit.form:
            kit.form.finish(canvas, self._typesetter.book.first_face(bold=False, italic=False))
        for face in self._embedder.faces:
            face.add_to(canvas.document)
        canvas.finish()

    def _laid_out(self, canvas: TaggedCanvas) -> tuple[Kit, Pages]:
        """Return the pages; a summary is set smaller until it fits on one, within reason."""
        shrinks = _SUMMARY_SIZES if self._options.preset == "summary" else (1.0,)
        for shrink in shrinks:
            root = canvas.tree.root
            root.kids.clear()
            kit = self._kit(shrink)
            story = list(Story(kit, root).flowables(self._document))
            pages = Pager(self._page.column, self._page.room, self._stopped).pages(story)
            if len(pages) == 1:
                break
        return kit, pages

    def _kit(self, shrink: float) -> Kit:
        look = Look(self._options, shrink)
        form = None
        if self._options.form:
            form = Form(self._typesetter, look.palette, look.answer.size)
        return Kit(self._typesetter, look, self._words, self._options, self._page.column, form)

    def _draw_pages(
        self, canvas: TaggedCanvas, pages: Pages, footer: Footer, progress: Progress | None
    ) -> None:
        page: Page = self._page
        for number, puts in enumerate(pages, start=1):
            self._stopped()
            for put in puts:
                top = page.height - page.top - put.down
                put.flowable.draw(canvas, page.left(number), top, page.column)
            footer.draw(canvas, number, len(pages))
            canvas.showPage()
            if progress is not None:
                progress(number, len(pages))


def _stopper(cancelled: Callable[[], bool] | None) -> Callable[[], None]:
    """Return what ends the export once the person has asked for it."""

    def stopped() -> None:
        if cancelled is not None and cancelled():
            raise ExportCancelledError(N_("The export was stopped. Nothing was changed."))

    return stopped
