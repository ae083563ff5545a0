"""Tells what a text looks like once it went through a Word document and back."""

from collections.abc import Iterable

from ladder_desktop.document.nodes import Place
from ladder_desktop.export.docx import notes
from ladder_desktop.export.docx.kit import Kit
from ladder_desktop.export.docx.look import Look
from ladder_desktop.export.docx.xml import Element, w
from ladder_desktop.export.options import ExportOptions
from ladder_desktop.intake.anchored import Finder, Written
from ladder_desktop.intake.word_file import WordFile
from ladder_desktop.intake.word_text import read_text
from ladder_desktop.words import Words


class ReadingBack:
    """Compares what was read with what would be read if nothing had been changed.

    A note's indents and control characters do not survive a Word document; where nothing else
    differs, the note is kept as it is.
    """

    def __init__(self, words: Words) -> None:
        self._words = words

    def is_unchanged(self, text: str, read: str) -> bool:
        """Tell whether `read` is what a document shows of the text of an answer."""
        if text == read or not (text.strip() or read.strip()):
            return True
        return read in (self._below(text), self._beside(text))

    def _below(self, text: str) -> str:
        kit = self._kit()
        question = kit.printed("Question", "?", kit.names.answer(Place("")))
        return _read(kit, [question, *notes.note(kit, text, "Answer")])

    def _beside(self, text: str) -> str:
        """Return how a remark is read, which begins on the line of its label."""
        kit = self._kit()
        label = kit.marked(kit.names.answer(Place("")), kit.runs("?"))
        return _read(kit, notes.note(kit, text, "ItemRemark", *label))

    def _kit(self) -> Kit:
        return Kit(Look(ExportOptions()), self._words)


def _read(kit: Kit, paragraphs: Iterable[Element]) -> str:
    body = w("body", *paragraphs)
    links = {relation: address for address, relation in kit.links.items()}
    file = WordFile("", body, None, w("numbering", *kit.numbering.children(kit.look)), links)
    found = list(Finder().find(read_text(file)))
    return next((each.text for each in found if isinstance(each, Written)), "")
