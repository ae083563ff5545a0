"""Makes the preview of an export on a thread of its own; a new choice ends the former work."""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Condition, Lock, Thread

from PySide6.QtCore import QObject, Signal

from ladder_desktop.errors import ExportError
from ladder_desktop.export.options import ExportOptions
from ladder_desktop.export.pdf.job import pdf_options
from ladder_desktop.export.pdf.writer import forecast
from ladder_desktop.export.writing import export, prepared
from ladder_desktop.ui.paper.page_pictures import PagePictures
from ladder_desktop.words import Words
from ladder_desktop.workbook.workbook import Workbook

TEXT_SHOWN = 20_000  # characters of a plain text


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be previewed.

    Attributes:
        number: tells wishes apart.
        workbook: what is exported.
        kind: the format.
        options: what was chosen, without password and carried workbook.
    """

    number: int
    workbook: Workbook
    kind: str
    options: ExportOptions


class Previewing(QObject):
    """The thread behind a preview.

    Signals:
        laid_out: the pages are known; carries the wish's number and the size of each page.
        pictured: a page is drawn; carries the wish's number, the page's, and the picture.
        written: a plain text is there; carries the wish's number and its beginning.
        foretold: carries the wish's number and its Forecast.
        failed: carries the wish's number and the ExportError.
    """

    laid_out = Signal(int, object)
    pictured = Signal(int, int, object)
    written = Signal(int, str)
    foretold = Signal(int, object)
    failed = Signal(int, object)

    def __init__(self, words: Words, lock: Lock) -> None:
        super().__init__()
        self._words = words
        self._lock = lock
        self._changed = Condition()
        self._wish: Wish | None = None
        self._newest = 0
        self._pages: dict[int, float] = {}
        self._is_over = False
        self._thread = Thread(target=self._run, name="preview", daemon=True)
        self._thread.start()

    def ask(self, workbook: Workbook, kind: str, options: ExportOptions) -> int:
        """Begin another preview and forget the former one; return its number."""
        with self._changed:
            self._newest += 1
            self._wish = Wish(self._newest, workbook, kind, options)
            self._pages.clear()
            self._changed.notify()
            return self._newest

    def ask_pages(self, pages: dict[int, float]) -> None:
        """Ask for these pages in place of those asked before: dots to the point, by number."""
        with self._changed:
            self._pages = dict(pages)
            self._changed.notify()

    def rest(self) -> None:
        """Drop what is being made; a later wish goes on."""
        with self._changed:
            self._newest += 1
            self._wish = None
            self._pages.clear()

    def stop(self) -> None:
        """End the thread and wait for it."""
        with self._changed:
            self._is_over = True
            self._newest += 1
            self._changed.notify()
        self._thread.join()

    def _run(self) -> None:
        with tempfile.TemporaryDirectory(prefix="ladder-") as folder:
            while wish := self._next_wish():
                try:
                    self._serve(wish, Path(folder, f"preview.{wish.kind}"))
                except ExportError as error:
                    if not self._is_stale(wish):
                        self.failed.emit(wish.number, error)

    def _next_wish(self) -> Wish | None:
        with self._changed:
            self._changed.wait_for(lambda: self._is_over or self._wish)
            wish, self._wish = self._wish, None
            return None if self._is_over else wish

    def _serve(self, wish: Wish, target: Path) -> None:
        stale = self._asker(wish)
        export(wish.workbook, wish.kind, target, wish.options, self._words, cancelled=stale)
        if stale():
            return
        if wish.kind != "pdf":
            text = target.read_text("utf-8-sig", "replace")[:TEXT_SHOWN]
            self.written.emit(wish.number, text)
            return
        with PagePictures(target, self._lock) as pictures:
            self.laid_out.emit(wish.number, pictures.sizes)
            self._draw(wish, pictures)

    def _draw(self, wish: Wish, pictures: PagePictures) -> None:
        """Draw what is asked for, until there is another wish; foretell when there is time."""
        is_foretold = False
        while True:
            with self._changed:
                if is_foretold:
                    self._changed.wait_for(lambda: self._pages or self._is_stale(wish))
                if self._is_stale(wish):
                    return
                page = next(iter(self._pages), None)
                scale = self._pages.pop(page) if page is not None else 1.0
            if page is not None:
                self.pictured.emit(wish.number, page, pictures.picture(page, scale))
            elif not is_foretold:
                is_foretold = True
                self._foretell(wish)

    def _foretell(self, wish: Wish) -> None:
        document = prepared(wish.workbook, wish.options, self._words)
        told = forecast(document, pdf_options(wish.options), self._words, self._asker(wish))
        self.foretold.emit(wish.number, told)

    def _asker(self, wish: Wish) -> Callable[[], bool]:
        return lambda: self._is_stale(wish)

    def _is_stale(self, wish: Wish) -> bool:
        return self._is_over or wish.number != self._newest
