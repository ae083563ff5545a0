"""The fonts of one document: which face shows which character."""

import struct
from collections.abc import Iterator
from pathlib import Path

import uharfbuzz as hb

from ladder_desktop.errors import N_, ExportError
from ladder_desktop.export.pdf.font_files import FontFile, computer_fonts, installed_fonts

_REGULAR, _BOLD = 400, 700
# The operator of a CFF font whose glyphs have numbers, no names.
_ROS = b"\x0c\x1e"
# OS/2 table: fsType, bits 0 to 3; 2 means that the maker forbids embedding.
_FSTYPE_AT, _FSTYPE_MASK, _FORBIDDEN = 8, 0x000F, 2


class Face:
    """One font at one weight, ready to shape text.

    Attributes:
        name: its PostScript name with the weight.
        face: HarfBuzz's view of the file.
        font: the same at this weight.
        axes: where the axes of a variable font are set.
        upem: units to the em.
        outlines: ``glyf`` or ``CFF``.
        heavy: thicken the letters when drawing, for the font has no bold.
        has_blank: whether there is a blank in it.
    """

    def __init__(self, face: hb.Face, *, bold: bool, italic: bool) -> None:
        self.face = face
        self.font = hb.Font(face)
        self.axes = _axes(face, bold=bold)
        if self.axes:
            self.font.set_variations(self.axes)
        self.upem: int = face.upem
        self.outlines = "glyf" if "glyf" in face.table_tags else "CFF"
        self.heavy = bold and "wght" not in self.axes
        self.has_blank = self.font.get_nominal_glyph(ord(" ")) is not None
        style = ("Bold" if bold else "") + ("Italic" if italic else "")
        self.name = f"{_postscript_name(face)}-{style or 'Regular'}"


class Family:
    """A font file in every weight and slant that a document needs.

    Attributes:
        covered: the code points it has letters for.
    """

    def __init__(self, file: FontFile) -> None:
        self._upright = hb.Face(hb.Blob.from_file_path(str(file.upright)), file.index)
        self._italic_path = file.italic
        self.covered = self._upright.unicodes
        self._faces: dict[tuple[bool, bool], Face] = {}

    def face(self, *, bold: bool, italic: bool) -> Face:
        """Return the face in this weight and slant, as near as the files come to it."""
        italic = italic and self._italic_path is not None
        found = self._faces.get((bold, italic))
        if found is None:
            found = Face(self._file(italic=italic), bold=bold, italic=italic)
            self._faces[bold, italic] = found
        return found

    def _file(self, *, italic: bool) -> hb.Face:
        if italic and self._italic_path is not None:
            return hb.Face(hb.Blob.from_file_path(str(self._italic_path)))
        return self._upright


class FontBook:
    """The chain of fonts that a document is set in.

    The fonts that came with the program are asked first; those of the computer are only looked
    at when a character is in none of them.
    """

    def __init__(self, language: str, *, with_computer: bool = True) -> None:
        self._families = [Family(file) for file in installed_fonts(language)]
        self._computer = computer_fonts() if with_computer else iter(())
        self._chosen: dict[str, Family | None] = {}
        if not self._families:
            self._families.extend(self._from_computer(ord("n")))
        if not self._families:
            raise ExportError(
                N_("There is no font to print with. Install Ladder Desktop again, or any font.")
            )

    def face_for(self, character: str, *, bold: bool, italic: bool) -> Face | None:
        """Return the face that shows a character, or None if no font here does."""
        family = self._family_for(character)
        return family.face(bold=bold, italic=italic) if family else None

    def first_face(self, *, bold: bool, italic: bool) -> Face:
        """Return the face that most text is set in."""
        return self._families[0].face(bold=bold, italic=italic)

    def _family_for(self, character: str) -> Family | None:
        try:
            return self._chosen[character]
        except KeyError:
            found = self._search(ord(character))
            self._chosen[character] = found
            return found

    def _search(self, code: int) -> Family | None:
        for family in self._families:
            if code in family.covered:
                return family
        for family in self._from_computer(code):
            self._families.append(family)
            return family
        return None

    def _from_computer(self, code: int) -> Iterator[Family]:
        """Yield the first of the computer's fonts that has a character, if any."""
        for path in self._computer:
            family = _usable(path)
            if family is None:
                continue
            if code in family.covered:
                yield family
                return
            self._families.append(family)


def _usable(path: Path) -> Family | None:
    """Return the font in a file, or None if it can't be embedded."""
    try:
        family = Family(FontFile(path))
    except (hb.HarfBuzzError, OSError):
        return None
    face = family.face(bold=False, italic=False).face
    tags = set(face.table_tags)
    if not {"OS/2", "head", "hmtx"} <= tags or not _may_embed(face):
        return None
    drawn = "glyf" in tags or ("CFF " in tags and _is_keyed_by_cid(face))
    return family if drawn else None


def _may_embed(face: hb.Face) -> bool:
    """Tell whether the font's maker allows it to travel in a document."""
    table = face.reference_table("OS/2").data
    if len(table) < _FSTYPE_AT + 2:
        return False
    (rights,) = struct.unpack_from(">H", table, _FSTYPE_AT)
    return bool(rights & _FSTYPE_MASK != _FORBIDDEN)


def _is_keyed_by_cid(face: hb.Face) -> bool:
    """Tell whether PostScript outlines are numbered as a PDF numbers them.

    There are checkers that find no glyphs in those that are named instead. The operator that
    makes the difference stands in the second index of the table (Adobe note 5176, sections 5, 9).
    """
    table = bytes(face.reference_table("CFF ").data)
    try:
        _, start = _index(table, table[2])
        content, _ = _index(table, start)
    except (IndexError, struct.error):
        return False
    return _ROS in content


def _index(table: bytes, start: int) -> tuple[bytes, int]:
    """Return the data of one index of a CFF table, and where the next thing begins."""
    (count,) = struct.unpack_from(">H", table, start)
    if not count:
        return b"", start + 2
    size = table[start + 2]
    offsets = start + 3
    last = int.from_bytes(table[offsets + count * size : offsets + (count + 1) * size], "big")
    data = offsets + (count + 1) * size
    return table[data : data + last - 1], data + last - 1


def _axes(face: hb.Face, *, bold: bool) -> dict[str, float]:
    """Return the axis settings that make a variable font regular or bold."""
    settings = {axis.tag: axis.default_value for axis in face.axis_infos}
    if "wght" in settings:
        settings["wght"] = float(_BOLD if bold else _REGULAR)
    return settings


def _postscript_name(face: hb.Face) -> str:
    """Return the font's own name, cut to the letters that a PDF name may have."""
    name = face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or "Font"
    return "".join(sign for sign in name.split("-")[0] if sign.isascii() and sign.isalnum())
