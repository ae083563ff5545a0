"""Turn text into glyphs: fonts chosen letter by letter, words shaped by HarfBuzz.

The unit is the piece: what stands between two places where a line may break, in one font and
one direction. Words come again and again, so pieces are kept and shaped once for a document.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import uharfbuzz as hb

from ladder_desktop.export.pdf import bidi, breaking
from ladder_desktop.export.pdf.embedding import EmbeddedFace, Embedder
from ladder_desktop.export.pdf.fonts import Face, FontBook
from ladder_desktop.export.pdf.showing import advance_of, glyphs_of, show, simple

BLANKS = " \t\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000"
_TOKENS = re.compile(f"[{BLANKS}]|[^{BLANKS}]+")
_TAB_BLANKS = 4
_LONGEST_KEPT = 64
_SHOW_NOTHING = {"Cf", "Mn", "Me", "Mc", "Sk"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A shaped piece of text.

    Attributes:
        text: what it says, in reading order.
        face: the embedded face that its codes belong to.
        size: of the letters, in points.
        width: in points.
        show: the inside of a TJ array that draws it from left to right.
        spoken: whether readers must be told its text, as its codes alone would not say it.
        right_to_left: its direction.
        bold: as it was asked for.
        italic: as it was asked for.
        blank: whether it is white space.
    """

    text: str
    face: EmbeddedFace
    size: float
    width: float
    show: str
    spoken: bool
    right_to_left: bool
    bold: bool
    italic: bool
    blank: bool


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece at its place in a paragraph.

    Attributes:
        piece: what is drawn.
        level: its embedding level.
        glued: no line break before it.
        link: where it leads, or blank.
    """

    piece: Piece
    level: int
    glued: bool
    link: str


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a paragraph in one look."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class _Way:
    """How a token is shaped: part of the key under which it is kept."""

    size: float
    bold: bool
    italic: bool
    right_to_left: bool


class Typesetter:
    """Shapes the text of one document.

    Attributes:
        book: the fonts to choose from.
        embedder: the fonts of the document.
        language: the document's BCP 47 tag.
    """

    def __init__(self, book: FontBook, embedder: Embedder, language: str) -> None:
        self.book = book
        self.embedder = embedder
        self.language = language
        self._tokens: dict[tuple[str, _Way], tuple[tuple[Piece, bool], ...]] = {}
        self._pieces: dict[tuple[str, Face, _Way], Piece] = {}
        self._letters: dict[tuple[str, Face, bool], dict[int, int]] = {}
        self._ways: dict[tuple[float, bool, bool, bool], _Way] = {}

    def paragraph(self, runs: list[Run], size: float) -> tuple[int, list[Placed]]:
        """Return a paragraph's base level and its pieces in reading order."""
        base, levels = bidi.levels("".join(run.text for run in runs))
        placed: list[Placed] = []
        at = 0
        for run in runs:
            part = levels[at : at + len(run.text)] if levels else None
            placed += self._run(run, size, part)
            at += len(run.text)
        return base, placed

    def _run(self, run: Run, size: float, levels: list[int] | None) -> Iterator[Placed]:
        """Yield the pieces of one look."""
        if levels is None:
            yield from self._left_to_right(run, size)
            return
        before: Face | None = None
        for match in _TOKENS.finditer(run.text):
            glued = False
            for text, level in _by_level(match[0], levels[match.start() : match.end()]):
                way = self._way(size, run, right_to_left=bool(level & 1))
                for piece, joined in self._token(text, way, before):
                    yield Placed(piece, level, joined or glued, run.link)
                    glued = False
                    before = piece.face.face
                glued = True

    def _left_to_right(self, run: Run, size: float) -> Iterator[Placed]:
        """Yield the pieces of a look that has one direction, as most have."""
        way = self._way(size, run, right_to_left=False)
        before: Face | None = None
        for token in _TOKENS.findall(run.text):
            for piece, joined in self._token(token, way, before):
                yield Placed(piece, 0, joined, run.link)
                before = piece.face.face

    def _way(self, size: float, run: Run, *, right_to_left: bool) -> _Way:
        key = (size, run.bold, run.italic, right_to_left)
        way = self._ways.get(key)
        if way is None:
            way = self._ways[key] = _Way(*key)
        return way

    def _token(self, text: str, way: _Way, before: Face | None) -> tuple[tuple[Piece, bool], ...]:
        """Return a token's pieces, each with whether it is glued to the one before.

        A blank is taken from the font of the word before it, for it has that script's width.
        """
        if text == " " and before is not None and before.has_blank:
            return ((self._piece(text, before, way), False),)
        key = (text, way)
        found = self._tokens.get(key)
        if found is None:
            found = tuple(self._shaped(text, way))
            if len(text) <= _LONGEST_KEPT:
                self._tokens[key] = found
        return found

    def _shaped(self, token: str, way: _Way) -> Iterator[tuple[Piece, bool]]:
        for part in breaking.parts(token):
            glued = False
            for chunk in breaking.chunks(part):
                for text, face in self._by_face(chunk, way):
                    yield self._piece(text, face, way), glued
                    glued = True

    def _by_face(self, text: str, way: _Way) -> Iterator[tuple[str, Face | None]]:
        """Yield the text cut where the font changes; None is for a sign that no font has."""
        if text.isascii():
            yield text, self.book.first_face(bold=way.bold, italic=way.italic)
            return
        start = 0
        current: Face | None = None
        for index, sign in enumerate(text):
            if index and breaking.extends(sign, text[index - 1]):
                continue
            face = self._face(sign, current, way)
            if index > start and (face is not current or face is None):
                yield text[start:index], current
                start = index
            current = face
        yield text[start:], current

    def _face(self, sign: str, current: Face | None, way: _Way) -> Face | None:
        """Return the face for a sign; one that shows nothing stays with its neighbour."""
        face = self.book.face_for(sign, bold=way.bold, italic=way.italic)
        if face is None and unicodedata.category(sign) in _SHOW_NOTHING:
            return current or self.book.first_face(bold=way.bold, italic=way.italic)
        return face

    def _piece(self, text: str, face: Face | None, way: _Way) -> Piece:
        """Return a piece; a sign without a font is shown as its code point."""
        if face is None:
            shown = "".join(
                f"[U+{ord(sign):04X}]"
                for sign in text
                if sign == text[0] or unicodedata.category(sign) not in _SHOW_NOTHING
            )
            first = self.book.first_face(bold=way.bold, italic=way.italic)
            return self._shape(shown, first, way, means=text)
        key = (text, face, way)
        piece = self._pieces.get(key)
        if piece is None:
            piece = self._shape(text, face, way, means=text)
            if len(text) <= _LONGEST_KEPT:
                self._pieces[key] = piece
        return piece

    def _shape(self, text: str, face: Face, way: _Way, *, means: str) -> Piece:
        """Return the piece that HarfBuzz makes of a text."""
        embedded = self.embedder.embedded(face)
        shaped = self._hb(text.replace("\t", " "), face, right_to_left=way.right_to_left)
        line = None if way.right_to_left else simple(shaped, text, embedded)
        spoken = False
        if line is None:
            line, spoken = show(
                glyphs_of(shaped), text, embedded, way.size, right_to_left=way.right_to_left
            )
            advance = advance_of(shaped)
        else:
            advance = sum(place.x_advance for place in shaped.glyph_positions)
        width = advance * way.size / face.upem
        if text == "\t":
            width *= _TAB_BLANKS
            line += f"{-round(width * 1000 / way.size * (1 - 1 / _TAB_BLANKS))}"
        return Piece(
            means,
            embedded,
            way.size,
            width,
            line,
            spoken or means != text,
            way.right_to_left,
            way.bold,
            way.italic,
            text.isspace(),
        )

    def _hb(self, text: str, face: Face, *, right_to_left: bool) -> hb.Buffer:
        """Return the text shaped, its glyphs from left to right."""
        buffer = hb.Buffer()
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_GRAPHEMES
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if right_to_left else "ltr"
        buffer.language = self.language
        hb.shape(face.font, buffer)
        return buffer

    def split(self, piece: Piece, width: float) -> tuple[Piece, Piece] | None:
        """Return a piece cut between two letters so that the first part fits, or None.

        At least one letter stays in the first part; None means that there is only one.
        """
        face = piece.face.face
        advances = self._advances(piece)
        starts = sorted(advances)
        if len(starts) == 1:
            return None
        cut, used = starts[1], 0.0
        for start, following in pairwise(starts):
            used += advances[start] * piece.size / face.upem
            if used > width:
                break
            cut = following
        way = _Way(piece.size, piece.bold, piece.italic, piece.right_to_left)
        return (
            self._piece(piece.text[:cut], face, way),
            self._piece(piece.text[cut:], face, way),
        )

    def _advances(self, piece: Piece) -> dict[int, int]:
        """Return how far each letter of a piece moves the pen, by where it starts."""
        key = (piece.text, piece.face.face, piece.right_to_left)
        advances = self._letters.get(key)
        if advances is None:
            advances = {}
            for glyph in glyphs_of(self._hb(piece.text, key[1], right_to_left=key[2])):
                advances[glyph.cluster] = advances.get(glyph.cluster, 0) + glyph.advance
            self._letters[key] = advances
        return advances


def _by_level(token: str, levels: list[int]) -> list[tuple[str, int]]:
    """Return a token cut where the embedding level changes."""
    result: list[tuple[str, int]] = []
    start = 0
    for index in range(1, len(token) + 1):
        if index == len(token) or levels[index] != levels[start]:
            result.append((token[start:index], levels[start]))
            start = index
    return result
