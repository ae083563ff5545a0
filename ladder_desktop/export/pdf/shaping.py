"""Turn text into glyphs: fonts chosen letter by letter, words shaped by HarfBuzz.

The unit is the piece: what stands between two places where a line may break, in one font and
one direction. Words come again and again, so pieces are kept and shaped once for a document.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

import uharfbuzz as hb

from ladder_desktop.export.pdf import bidi, breaking
from ladder_desktop.export.pdf.embedding import EmbeddedFace, Embedder
from ladder_desktop.export.pdf.fonts import Face, FontBook
from ladder_desktop.export.pdf.program import Part, Shape

BLANKS = " \t\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000"
_TOKENS = re.compile(f"[{BLANKS}]|[^{BLANKS}]+")
_TAB_BLANKS = 4
_LONGEST_KEPT = 64
# A glyph that stands for no character of its own must still say something in PDF/UA.
_SILENT = "\u200b"
_HUSH = "/Span <</ActualText <FEFF>>> BDC"
_SHOW_NOTHING = {"Cf", "Mn", "Me", "Mc", "Sk"}
_NEGLIGIBLE = 0.05


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


@dataclass(frozen=True, slots=True)
class _Glyph:
    """One glyph as HarfBuzz places it, in units of the font."""

    parts: tuple[Part, ...]
    cluster: int
    advance: int
    right: int
    up: int


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
        line = None if way.right_to_left else _simple(shaped, text, embedded)
        spoken = False
        if line is None:
            line, spoken = _show(_glyphs(shaped), text, embedded, way)
            advance = _advance(shaped)
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
            for glyph in _glyphs(self._hb(piece.text, key[1], right_to_left=key[2])):
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


def _glyphs(shaped: hb.Buffer) -> list[_Glyph]:
    """Return HarfBuzz's glyphs from left to right."""
    return [
        _Glyph(
            ((info.codepoint, 0, 0),), info.cluster, place.x_advance, place.x_offset, place.y_offset
        )
        for info, place in zip(shaped.glyph_infos, shaped.glyph_positions, strict=True)
    ]


def _simple(shaped: hb.Buffer, text: str, embedded: EmbeddedFace) -> str | None:
    """Return the inside of a TJ array where each character is one glyph on the line.

    Most text is so, and there is much of it: this is the short way through `_show`.
    """
    infos, places = shaped.glyph_infos, shaped.glyph_positions
    if len(infos) != len(text):
        return None
    parts: list[str] = []
    for index, (info, place, sign) in enumerate(zip(infos, places, text, strict=True)):
        if info.cluster != index or place.x_offset or place.y_offset:
            return None
        code, advance = embedded.simple(info.codepoint, sign)
        parts.append(code)
        if place.x_advance != advance:
            shift = _shift((place.x_advance - advance) * 1000 / embedded.face.upem)
            parts.append(f">{shift}<")
    return f"<{''.join(parts)}>"


def _show(glyphs: list[_Glyph], text: str, embedded: EmbeddedFace, way: _Way) -> tuple[str, bool]:
    """Return the inside of a TJ array for glyphs, and whether its text must be told besides.

    What belongs together, a letter and its accents or its dots, becomes one shape that stands
    for all of its text. A font whose outlines can't be put together has its glyphs drawn one by
    one; then the text is told besides, but for text from right to left, where readers would
    turn round what is in reading order already.
    """
    starts = sorted({glyph.cluster for glyph in glyphs})
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    parts: list[str] = []
    spoken = False
    for cluster, group in groupby(glyphs, key=lambda glyph: glyph.cluster):
        # Readers turn the characters of a shape round as they do with the shapes of a line.
        means = text[cluster : ends[cluster]][:: -1 if way.right_to_left else 1]
        together = list(group)
        if len(together) > 1 and embedded.composes:
            parts.append(_drawn(_composed(together), means, embedded, way))
            continue
        silent = [""] * (len(together) - 1)
        texts = [*silent, means] if way.right_to_left else [means, *silent]
        spoken = spoken or bool(silent)
        parts += [
            _drawn(glyph, said, embedded, way) for glyph, said in zip(together, texts, strict=True)
        ]
    return "".join(parts).replace("><", ""), spoken and not way.right_to_left


def _advance(shaped: hb.Buffer) -> int:
    """Return how far shaped text moves the pen, in units of the font.

    What a letter's font lacks of its accents takes no room, as it is not drawn.
    """
    total = 0
    pairs = zip(shaped.glyph_infos, shaped.glyph_positions, strict=True)
    for _, group in groupby(pairs, key=lambda pair: pair[0].cluster):
        glyphs = list(group)
        drawn = [pair for pair in glyphs if pair[0].codepoint] or glyphs
        total += sum(place.x_advance for _, place in drawn)
    return total


def _composed(glyphs: list[_Glyph]) -> _Glyph:
    """Return several glyphs as one."""
    parts: list[Part] = []
    pen = 0
    # A skin colour or an accent that the font lacks is left out, as its letter is there.
    for glyph in [each for each in glyphs if each.parts[0][0]] or glyphs:
        parts += [(number, pen + glyph.right + x, glyph.up + y) for number, x, y in glyph.parts]
        pen += glyph.advance
    return _Glyph(tuple(parts), glyphs[0].cluster, pen, 0, 0)


def _drawn(glyph: _Glyph, means: str, embedded: EmbeddedFace, way: _Way) -> str:
    """Return what draws one glyph and moves the pen as far as HarfBuzz wants it moved."""
    thousandth = 1000 / embedded.face.upem
    shape = Shape(glyph.parts, embedded.advance(glyph.parts, glyph.advance))
    right = glyph.right * thousandth
    moved = right + shape.advance * thousandth
    shown = f"<{embedded.code(shape, means or _SILENT)}>"
    if glyph.up:
        rise = glyph.up * way.size / embedded.face.upem
        shown = f"] TJ {rise:.2f} Ts [{shown}] TJ 0 Ts ["
    if not means and way.right_to_left:
        shown = f"] TJ {_HUSH} [{shown}] TJ EMC ["
    return _shift(right) + shown + _shift(glyph.advance * thousandth - moved)


def _shift(distance: float) -> str:
    """Return the number that moves the pen to the right inside a TJ array."""
    return "" if abs(distance) < _NEGLIGIBLE else f"{-round(distance, 2):g}"
