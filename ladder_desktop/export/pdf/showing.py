"""Write shaped glyphs the way a PDF shows them.

A run of glyphs becomes the inside of a TJ array: codes of the embedded font, and numbers that
move the pen where HarfBuzz wants it elsewhere than the font would have it.
"""

from dataclasses import dataclass
from itertools import groupby

import uharfbuzz as hb

from ladder_desktop.export.pdf.embedding import EmbeddedFace
from ladder_desktop.export.pdf.program import Part, Shape

# A glyph that stands for no character of its own must still say something in PDF/UA.
_SILENT = "\u200b"
_HUSH = "/Span <</ActualText <FEFF>>> BDC"
_NEGLIGIBLE = 0.05


@dataclass(frozen=True, slots=True)
class Glyph:
    """One glyph as HarfBuzz places it, in units of the font."""

    parts: tuple[Part, ...]
    cluster: int
    advance: int
    right: int
    up: int


def glyphs_of(shaped: hb.Buffer) -> list[Glyph]:
    """Return HarfBuzz's glyphs from left to right."""
    return [
        Glyph(
            ((info.codepoint, 0, 0),), info.cluster, place.x_advance, place.x_offset, place.y_offset
        )
        for info, place in zip(shaped.glyph_infos, shaped.glyph_positions, strict=True)
    ]


def simple(shaped: hb.Buffer, text: str, embedded: EmbeddedFace) -> str | None:
    """Return the inside of a TJ array where each character is one glyph on the line.

    Most text is so, and there is much of it: this is the short way through `show`.
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


def show(
    glyphs: list[Glyph], text: str, embedded: EmbeddedFace, size: float, *, right_to_left: bool
) -> tuple[str, bool]:
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
        means = text[cluster : ends[cluster]][:: -1 if right_to_left else 1]
        together = list(group)
        if len(together) > 1 and embedded.composes:
            parts.append(
                _drawn(_composed(together), means, embedded, size, right_to_left=right_to_left)
            )
            continue
        silent = [""] * (len(together) - 1)
        texts = [*silent, means] if right_to_left else [means, *silent]
        spoken = spoken or bool(silent)
        parts += [
            _drawn(glyph, said, embedded, size, right_to_left=right_to_left)
            for glyph, said in zip(together, texts, strict=True)
        ]
    return "".join(parts).replace("><", ""), spoken and not right_to_left


def advance_of(shaped: hb.Buffer) -> int:
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


def _composed(glyphs: list[Glyph]) -> Glyph:
    """Return several glyphs as one."""
    parts: list[Part] = []
    pen = 0
    # A skin colour or an accent that the font lacks is left out, as its letter is there.
    for glyph in [each for each in glyphs if each.parts[0][0]] or glyphs:
        parts += [(number, pen + glyph.right + x, glyph.up + y) for number, x, y in glyph.parts]
        pen += glyph.advance
    return Glyph(tuple(parts), glyphs[0].cluster, pen, 0, 0)


def _drawn(
    glyph: Glyph, means: str, embedded: EmbeddedFace, size: float, *, right_to_left: bool
) -> str:
    """Return what draws one glyph and moves the pen as far as HarfBuzz wants it moved."""
    thousandth = 1000 / embedded.face.upem
    shape = Shape(glyph.parts, embedded.advance(glyph.parts, glyph.advance))
    right = glyph.right * thousandth
    moved = right + shape.advance * thousandth
    shown = f"<{embedded.code(shape, means or _SILENT)}>"
    if glyph.up:
        rise = glyph.up * size / embedded.face.upem
        shown = f"] TJ {rise:.2f} Ts [{shown}] TJ 0 Ts ["
    if not means and right_to_left:
        shown = f"] TJ {_HUSH} [{shown}] TJ EMC ["
    return _shift(right) + shown + _shift(glyph.advance * thousandth - moved)


def _shift(distance: float) -> str:
    """Return the number that moves the pen to the right inside a TJ array."""
    return "" if abs(distance) < _NEGLIGIBLE else f"{-round(distance, 2):g}"
