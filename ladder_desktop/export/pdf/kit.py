"""What every part of the story is made with."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ladder_desktop.document import marks
from ladder_desktop.document.clean import cleaned
from ladder_desktop.document.pictures import MARKER, NO_PICTURES, Album, with_pictures
from ladder_desktop.export.pdf import bidi
from ladder_desktop.export.pdf.flow import Flowable
from ladder_desktop.export.pdf.form import Form
from ladder_desktop.export.pdf.look import Look, TextStyle
from ladder_desktop.export.pdf.options import PdfOptions
from ladder_desktop.export.pdf.pictures import PictureBox
from ladder_desktop.export.pdf.pixels import pixels_of
from ladder_desktop.export.pdf.shaping import Run, Typesetter
from ladder_desktop.export.pdf.stack import Gap
from ladder_desktop.export.pdf.tagging import Element
from ladder_desktop.export.pdf.text import Mark, Text
from ladder_desktop.words import Words

_TAB = 4
_LIST = "/O /List /ListNumbering /{numbering}"
_DEEPEST = 8
_MEASURED = 3
_RIGHT_TO_LEFT = frozenset(
    {"ar", "arc", "dv", "fa", "he", "ks", "ku", "ps", "sd", "ug", "ur", "yi"}
)


@dataclass(frozen=True, slots=True)
class Kit:
    """The tools of one document.

    Attributes:
        typesetter: shapes its text.
        look: its styles.
        words: the language of the words it adds.
        options: what the person chose.
        column: the width of the text, in points.
        form: collects the fields of a fillable form; None where none is wanted.
        pictures: those that the texts name.
    """

    typesetter: Typesetter
    look: Look
    words: Words
    options: PdfOptions
    column: float
    form: Form | None = None
    pictures: Album = NO_PICTURES

    @property
    def blank(self) -> bool:
        """Tell whether the paper is to be written on by hand."""
        return self.options.preset == "blank" and self.form is None

    @property
    def right_to_left(self) -> bool:
        """Tell whether the workbook's language is written from right to left."""
        return self.typesetter.language.split("-")[0].lower() in _RIGHT_TO_LEFT

    def longest_word(self, text: str, style: TextStyle) -> float:
        """Return the width of the widest part of a text that no line breaks, in points.

        Only the words of most letters are measured; among these is the widest, or nearly.
        """
        words = sorted(dict.fromkeys(cleaned(text).split()), key=len, reverse=True)[:_MEASURED]
        _, placed = self.typesetter.paragraph(
            [Run(" ".join(words), style.bold, style.italic)], style.size
        )
        longest = width = 0.0
        for item in placed:
            width = width + item.piece.width if item.glued else item.piece.width
            longest = max(longest, width)
        return longest

    def text(
        self,
        text: str,
        style: TextStyle,
        element: Element,
        *,
        mark: Mark | None = None,
        outline: tuple[str, int] | None = None,
    ) -> Text:
        """Return a plain text as one paragraph of an element, its line breaks as blanks."""
        run = Run(" ".join(cleaned(text).split("\n")))
        accent = self.look.palette.accent
        return Text(self.typesetter, style, element, (run,), accent, mark=mark, outline=outline)

    def paragraphs(self, text: str, style: TextStyle, parent: Element) -> list[Flowable]:
        """Return a plain text, a paragraph for each of its lines."""
        lines = [line for line in cleaned(text).split("\n") if line.strip()]
        return [self.text(line, style, parent.add("P")) for line in lines]

    def note(self, text: str, style: TextStyle, parent: Element) -> list[Flowable]:
        """Return a note with its light marks set, every line and blank line as typed."""
        return list(_Note(self, style, parent).flowables(cleaned(text).strip("\n")))

    def figures(self, text: str, style: TextStyle, parent: Element) -> list[Flowable]:
        """Return the pictures of a note; a form has only the text in its boxes."""
        shown = [(one["said"], one["picture"]) for one in MARKER.finditer(cleaned(text))]
        return self.note(with_pictures("", shown), style, parent) if shown else []


def _shows_picture(lines: Sequence[marks.Line]) -> bool:
    """Tell whether the next line that is not blank begins with a picture."""
    following = next((line for line in lines if line.spans), None)
    first = None if following is None else next(iter(following.parts()), None)
    return isinstance(first, marks.Span)


class _Note:
    """Sets one note: follows its lists in and out.

    Lists stand inside the item they are indented under, in the structure as on the page.
    """

    def __init__(self, kit: Kit, style: TextStyle, parent: Element) -> None:
        self._kit = kit
        self._style = style
        self._parent = parent
        self._lists: list[tuple[int, Element, Element]] = []

    def flowables(self, text: str) -> Iterator[Flowable]:
        """Yield the note's paragraphs."""
        lines = marks.parse(text)
        turned = self._kit.right_to_left
        for index, line in enumerate(lines):
            last = index == len(lines) - 1
            if not line.spans and _shows_picture(lines[index + 1 :]):
                continue  # which has room of its own around it
            if not line.spans:
                bar = self._kit.look.palette.accent if self._style.bar else None
                yield Gap(self._style.leading * 0.6, bar, right_to_left=turned)
                continue
            turned = bool(bidi.levels("".join(span.text for span in line.spans))[0])
            yield from self._line(line, last=last)

    def _line(self, line: marks.Line, *, last: bool) -> Iterator[Flowable]:
        """Yield a line; a picture in it stands on its own, in the item of a list that names it."""
        parts = list(line.parts())
        for number, part in enumerate(parts, start=1):
            is_last = last and number == len(parts)
            if isinstance(part, marks.Span):
                yield from self._picture(part, within=bool(line.marker), last=is_last)
            elif part.kind == "text":
                if not line.marker:
                    self._lists.clear()
                yield self._text(part, self._style, self._parent.add("P"), last=is_last)
            else:
                yield self._item(part, last=is_last)

    def _picture(self, span: marks.Span, *, within: bool, last: bool) -> Iterator[Flowable]:
        """Yield a picture and what it shows below it, or a sentence where there is none."""
        kit, look = self._kit, self._kit.look
        indent, parent = self._style.indent, self._parent
        if within and self._lists:
            indent += len(self._lists) * look.points(16)
            parent = self._lists[-1][2]
        else:
            self._lists.clear()
        said = span.text or kit.words("Picture without a description")
        after = self._style.after if last else look.points(4)
        below = replace(look.guidance, indent=indent, before=0, after=after, keep=False)
        picture = kit.pictures.get(span.picture)
        pixels = pixels_of(picture) if picture else None
        if pixels is None:
            said = kit.words("{description} (this picture can't be shown)", description=said)
        else:
            element, around = parent.add("Figure", alternative=said), look.points(4)
            turned = kit.right_to_left
            yield PictureBox(element, span.picture, pixels, indent, around, right_to_left=turned)
        yield kit.text(said, below, parent.add("P"))

    def _text(
        self,
        line: marks.Line,
        style: TextStyle,
        element: Element,
        *,
        last: bool,
        mark: Mark | None = None,
    ) -> Text:
        kit = self._kit
        runs = tuple(runs_of(line.spans))
        accent = kit.look.palette.accent
        shown = style if last else replace(style, after=style.leading * 0.12)
        return Text(kit.typesetter, shown, element, runs, accent, mark=mark, joined=not last)

    def _item(self, line: marks.Line, *, last: bool) -> Text:
        """Return one item, in the list that its indent puts it in."""
        depth, parent = self._list_for(line)
        item = parent.add("LI")
        label = item.add("Lbl")
        body = item.add("LBody")
        self._lists[-1] = (*self._lists[-1][:2], body)
        step = self._kit.look.points(16)
        style = replace(self._style, indent=self._style.indent + depth * step)
        mark = Mark(line.marker, step, label)
        return self._text(line, style, body, last=last, mark=mark)

    def _list_for(self, line: marks.Line) -> tuple[int, Element]:
        """Return how deep the item's list is, and the list."""
        indent = len(line.indent.expandtabs(_TAB))
        while self._lists and indent < self._lists[-1][0]:
            self._lists.pop()
        if not self._lists or (indent > self._lists[-1][0] and len(self._lists) < _DEEPEST):
            parent = self._lists[-1][2] if self._lists else self._parent
            numbering = "Disc" if line.kind == "bullet" else "Decimal"
            made = parent.add("L", attributes=_LIST.format(numbering=numbering))
            self._lists.append((indent, made, made))
        return len(self._lists) - 1, self._lists[-1][1]


def runs_of(spans: Iterable[marks.Span]) -> Iterator[Run]:
    """Yield the stretches of a line as they are set."""
    for span in spans:
        yield Run(span.text, span.bold, span.italic, span.link)
