"""What every part of the story is made with: paragraphs, letters, links, bookmarks."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from urllib.parse import quote, urlsplit

from ladder_desktop.document import marks
from ladder_desktop.document.clean import cleaned, one_line
from ladder_desktop.document.pictures import NO_PICTURES, Album
from ladder_desktop.export.docx.anchors import Names
from ladder_desktop.export.docx.look import Look
from ladder_desktop.export.docx.numbering import Numbering
from ladder_desktop.export.docx.scripts import pieces, runs_right_to_left
from ladder_desktop.export.docx.xml import RELATIONS, Element, text, w
from ladder_desktop.words import Words

# Readers refuse a single text of ten million characters; Word slows down long before.
LONGEST_TEXT = 30_000
_LONGEST_LINK = 2_000
_URL_LETTERS = "%/:?#@!$&'()*+,;=~-._"
_BREAKS = re.compile(r"([\n\t])")
LONGEST_TITLE = 64  # Word calls a file damaged whose control has a longer name


@dataclass(frozen=True, slots=True)
class Letters:
    """How some letters differ from their paragraph's style."""

    bold: bool = False
    italic: bool = False
    style: str = ""
    link: str = ""


PLAIN = Letters()
PLACEHOLDER = Letters(style="PlaceholderText")


@dataclass(frozen=True, slots=True)
class Kit:
    """The tools of one document.

    Attributes:
        look: its measures.
        words: the language of the words it adds.
        rightward: False where the document's language is written from the right.
        names: names its bookmarks.
        numbering: numbers its lists.
        links: for each address its relation's id.
        pictures: those that the texts name.
        shown: for the id of each picture that stands in the document its relation's id.
    """

    look: Look
    words: Words
    rightward: bool = True
    names: Names = field(default_factory=Names)
    numbering: Numbering = field(default_factory=Numbering)
    links: dict[str, str] = field(default_factory=dict)
    pictures: Album = NO_PICTURES
    shown: dict[str, str] = field(default_factory=dict)

    def paragraph(
        self, style: str, inside: Iterable[Element], sample: str, *properties: Element
    ) -> Element:
        """Return a paragraph; its direction is that of the text `sample`.

        Args:
            style: the id of its style.
            inside: its runs and what else stands in it.
            sample: the text that decides whether it runs from the right.
            properties: what differs from the style, in the order of the standard: numbering
                before it, nothing after it.
        """
        given = [w("pStyle", val=style), *properties]
        if runs_right_to_left(sample):
            given.append(w("bidi"))
        return w("p", w("pPr", *given), *inside)

    def printed(self, style: str, content: str, name: str = "") -> Element:
        """Return a text of the template, or of the program, in a bookmark that says so."""
        shown = one_line(content)
        inside = self.marked(name or self.names.printed(), self.runs(shown))
        return self.paragraph(style, inside, shown)

    def printed_lines(self, style: str, content: str, name: str = "") -> list[Element]:
        """Return a longer text of the template, a paragraph a line; `name` is the last one's."""
        lines = [line for line in cleaned(content).split("\n") if line.strip()]
        last = len(lines) - 1
        return [
            self.printed(style, line, name if index == last else "")
            for index, line in enumerate(lines)
        ]

    def marked(self, name: str, inside: Iterable[Element]) -> list[Element]:
        """Return what is inside with a bookmark around it."""
        number = self.names.number()
        return [
            w("bookmarkStart", id=number, name=name),
            *inside,
            w("bookmarkEnd", id=number),
        ]

    def runs(self, content: str, letters: Letters = PLAIN) -> Iterator[Element]:
        """Yield a clean text as runs, one for each script in it."""
        for piece in pieces(content):
            for start in range(0, len(piece.text), LONGEST_TEXT):
                properties = _properties(letters, piece.script)
                part = piece.text[start : start + LONGEST_TEXT]
                yield w("r", *properties, *_content(part))

    def spans(self, spans: Iterable[marks.Span]) -> Iterator[Element]:
        """Yield the stretches of a note's line."""
        for span in spans:
            letters = Letters(span.bold, span.italic)
            if span.link:
                yield from self.link(span.text, span.link, letters)
            else:
                yield from self.runs(span.text, letters)

    def link(self, content: str, address: str, letters: Letters = PLAIN) -> Iterator[Element]:
        """Yield a text that leads somewhere; plain text where the address is none to follow."""
        target = _followed(address)
        if not target:
            yield from self.runs(content, letters)
            return
        relation = self.links.setdefault(target, f"rIdLink{len(self.links) + 1}")
        linked = Letters(letters.bold, letters.italic, "Hyperlink")
        link = w("hyperlink", *self.runs(content, linked), history=1)
        link.set(f"{{{RELATIONS}}}id", relation)
        yield link

    def placeholder(self, said: str, title: str) -> Element:
        """Return words in place of an answer, which typing replaces in Word and LibreOffice."""
        inside = w("sdtContent", *self.runs(said, PLACEHOLDER))
        properties = (*self.titled(title), w("temporary"), w("showingPlcHdr"))
        return w("sdt", w("sdtPr", *properties), inside)

    def titled(self, title: str) -> list[Element]:
        """Return the name and the number of a control."""
        shown = one_line(title)
        if len(shown) >= LONGEST_TITLE:
            shown = shown[: LONGEST_TITLE - 2] + "…"
        return [w("alias", val=shown), w("id", val=self.names.number())]


def _properties(letters: Letters, script: str) -> list[Element]:
    found: list[Element] = [w("rStyle", val=letters.style)] if letters.style else []
    if script == "east":
        found.append(w("rFonts", hint="eastAsia"))
    found += [w("b"), w("bCs")] if letters.bold else []
    found += [w("i"), w("iCs")] if letters.italic else []
    found += [w("rtl")] if script == "right" else []
    return [w("rPr", *found)] if found else []


def _content(content: str) -> Iterator[Element]:
    for part in _BREAKS.split(content):
        if part == "\n":
            yield w("br")
        elif part == "\t":
            yield w("tab")
        elif part:
            yield text("t", part)


def _followed(address: str) -> str:
    """Return an address as a file may hold it, or blank where it is none to follow."""
    if not address.lower().startswith(("http://", "https://", "mailto:")):
        return ""
    try:
        urlsplit(address)
    except ValueError:
        return ""
    target = quote(address, safe=_URL_LETTERS)
    return target if len(target) <= _LONGEST_LINK else ""
