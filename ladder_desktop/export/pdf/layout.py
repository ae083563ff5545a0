"""Lay a document out on pages."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ladder_desktop.document.nodes import Answer, Document, Place
from ladder_desktop.document.presets import tightened
from ladder_desktop.export.pdf.embedding import Embedder
from ladder_desktop.export.pdf.flow import Pager, Pages
from ladder_desktop.export.pdf.fonts import FontBook
from ladder_desktop.export.pdf.form import Form
from ladder_desktop.export.pdf.kit import Kit
from ladder_desktop.export.pdf.look import Look, page_for
from ladder_desktop.export.pdf.options import PdfOptions
from ladder_desktop.export.pdf.shaping import Typesetter
from ladder_desktop.export.pdf.story import Story
from ladder_desktop.export.pdf.tagging import Element
from ladder_desktop.export.pdf.text import Text
from ladder_desktop.words import Words

# How much smaller a summary may be set so that it fits on one page.
_SUMMARY_SIZES = (1.0, 0.92, 0.85, 0.78)
# And how long its answers may be where it still does not fit, in letters.
_SMALLEST = 0.72
_SUMMARY_LENGTHS = (240, 160, 110, 80, 60, 40, 20)
# Larger print stays larger than the usual: such a summary has both sides of a sheet.
_LARGE_SIZES, _SIDES = (1.0, 0.92, 0.85, 0.78), 2


@dataclass(frozen=True, slots=True)
class LongAnswer:
    """An answer that does not stay on one page.

    Attributes:
        place: where it is kept.
        question: what is asked.
        pages: on how many pages it stands.
    """

    place: Place
    question: str
    pages: int


@dataclass(frozen=True, slots=True)
class Forecast:
    """What an export would come to.

    Attributes:
        pages: how many there are.
        long_answers: answers that spill over pages, in the order of the document.
        missing: characters that no font here shows.
    """

    pages: int
    long_answers: tuple[LongAnswer, ...]
    missing: tuple[str, ...]


class Layout:
    """One document with what it is set in.

    Attributes:
        document: the document.
        page: the measures of its pages.
        book: the fonts to choose from.
        embedder: the fonts that are in use.
        language: the document's BCP 47 tag.
        words: the language of the words that paper adds.
        stopped: raises when the person wants no more.
    """

    def __init__(
        self, document: Document, options: PdfOptions, words: Words, stopped: Callable[[], None]
    ) -> None:
        self.document = document
        self.page = page_for(options)
        self.book = FontBook(document.language)
        self.embedder = Embedder()
        self.stopped = stopped
        self._options = options
        self.words = words
        self.language = document.language.strip() or words.language
        self._typesetter = Typesetter(self.book, self.embedder, self.language)

    def pages(self, root: Element) -> tuple[Kit, Pages]:
        """Return the pages, their structure below `root`, and the kit that they are made with.

        A summary is set smaller, then cut, until it fits on one page; in larger print until it
        fits on the two sides of a sheet. One that does not fit at all is not cut in vain.
        """
        for document, shrink in self._attempts():
            kit, pages = self._set(root, document, shrink)
            if len(pages) <= (_SIDES if self._options.large else 1):
                return kit, pages
        return self._set(root, self.document, 1.0) if shrink < 1 else (kit, pages)

    def _set(self, root: Element, document: Document, shrink: float) -> tuple[Kit, Pages]:
        root.kids.clear()
        kit = self._kit(shrink)
        story = list(Story(kit, root).flowables(document))
        return kit, Pager(self.page.column, self.page.room, self.stopped).pages(story)

    def _attempts(self) -> Iterator[tuple[Document, float]]:
        """Yield what to print at which size, until it fits."""
        if self._options.preset != "summary":
            yield self.document, 1.0
            return
        sizes = _LARGE_SIZES if self._options.large else _SUMMARY_SIZES
        for shrink in sizes:
            yield self.document, shrink
        smallest = sizes[-1] if self._options.large else _SMALLEST
        for most in _SUMMARY_LENGTHS:
            yield tightened(self.document, most), smallest

    def _kit(self, shrink: float) -> Kit:
        look = Look(self._options, shrink)
        form = None
        if self._options.form:
            form = Form(self._typesetter, look.palette, look.answer.size)
        return Kit(
            self._typesetter,
            look,
            self.words,
            self._options,
            self.page.column,
            form,
            self.document.pictures,
        )


def long_answers(document: Document, pages: Pages) -> tuple[LongAnswer, ...]:
    """Return the answers that stand on more than one page."""
    found: dict[Place, set[int]] = {}
    for number, puts in enumerate(pages):
        for put in puts:
            if isinstance(put.flowable, Text) and put.flowable.place:
                found.setdefault(put.flowable.place, set()).add(number)
    return tuple(
        LongAnswer(node.place, node.question, len(found[node.place]))
        for section in document.sections
        for node in section.nodes
        if isinstance(node, Answer) and len(found.get(node.place, ())) > 1
    )
