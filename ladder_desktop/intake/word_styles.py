"""What the styles and lists of a Word document say about its paragraphs."""

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import Literal

from ladder_desktop.export.docx.xml import Element, qualified

_VALUE = qualified("val")
_OFF = ("0", "false", "off", "none")
_MOST_ANCESTORS = 20
_DEEPEST = 8
_BULLETS = ("bullet", "none")
_NO_LIST = "0"
_FIRST_ROW = 0x0020
_WHITE = ("", "auto", "ffffff")


@dataclass(frozen=True, slots=True)
class Item:
    """What makes a paragraph an item of a list.

    Attributes:
        kind: with a bullet, or numbered.
        level: how deep it is, counted from 0.
        number: its number; 0 for bullets.
    """

    kind: Literal["bullet", "number"]
    level: int
    number: int = 0


def value_of(parent: Element | None, name: str) -> str | None:
    """Return the value of a property, None where it is not given."""
    found = None if parent is None else parent.find(qualified(name))
    return None if found is None else str(found.get(_VALUE, ""))


def is_on(parent: Element | None, name: str) -> bool | None:
    """Return whether a property is switched on, None where it is not given."""
    found = value_of(parent, name)
    return None if found is None else found.lower() not in _OFF


def whole_number(text: str | None, most: int) -> int | None:
    """Return a number written in few figures, None for anything else."""
    if text is None or not text.isascii() or not text.isdigit() or len(text) > len(str(most)):
        return None
    return min(int(text), most)


def is_shaded(properties: Element | None) -> bool:
    """Tell whether the properties of a cell give it a ground of its own."""
    shade = None if properties is None else properties.find(qualified("shd"))
    if shade is None:
        return False
    fill = str(shade.get(qualified("fill"), "")).lower()
    return fill not in _WHITE or shade.get(qualified("themeFill")) is not None


def shows_first_row(look: Element | None) -> bool:
    """Tell whether a table asks its style for a first row unlike the others."""
    if look is None:
        return False
    given = look.get(qualified("firstRow"))
    if given is None:  # older programs write a sum of bits: ISO/IEC 29500-4, 14.4.2
        bits = str(look.get(_VALUE, ""))
        return re.fullmatch("[0-9A-Fa-f]{4}", bits) is not None and bool(int(bits, 16) & _FIRST_ROW)
    return given in ("1", "true", "on")


class Styles:
    """Looks up what a style says, itself or through the styles it is based on."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Element] = {}
        self.default = ""
        for style in root.iter(qualified("style")) if root is not None else ():
            name = str(style.get(qualified("styleId")))
            self._styles[name] = style
            is_default = style.get(qualified("default")) in ("1", "true")
            if is_default and style.get(qualified("type")) == "paragraph":
                self.default = name
        self._switches: dict[tuple[str, str], bool | None] = {}

    def name(self, style: str) -> str:
        """Return a style's name as people see it."""
        return value_of(self._styles.get(style), "name") or style

    def switch(self, style: str, name: str) -> bool | None:
        """Return whether a style's letters are bold (``b``) or italic (``i``)."""
        key = (style, name)
        if key not in self._switches:
            self._switches[key] = self._find_switch(style, name)
        return self._switches[key]

    def paragraph(self, style: str, name: str) -> Element | None:
        """Return a property that a style gives to its paragraphs."""
        for each in self._line(style):
            properties = each.find(qualified("pPr"))
            found = None if properties is None else properties.find(qualified(name))
            if found is not None:
                return found
        return None

    def sets_off_first_row(self, style: str) -> bool:
        """Tell whether a style of tables gives their first row bold letters or a ground."""
        for each in self._line(style):
            for part in each.iter(qualified("tblStylePr")):
                if part.get(qualified("type")) == "firstRow":
                    is_bold = is_on(part.find(qualified("rPr")), "b")
                    return bool(is_bold) or is_shaded(part.find(qualified("tcPr")))
        return False

    def _find_switch(self, style: str, name: str) -> bool | None:
        for each in self._line(style):
            found = is_on(each.find(qualified("rPr")), name)
            if found is not None:
                return found
        return None

    def _line(self, style: str) -> list[Element]:
        """Return a style and those it is based on; circles are cut."""
        found: list[Element] = []
        while style in self._styles and len(found) < _MOST_ANCESTORS:
            found.append(self._styles[style])
            style = value_of(self._styles[style], "basedOn") or ""
        return found


class Lists:
    """Counts the items of lists as Word does."""

    def __init__(self, root: Element | None) -> None:
        self._levels: dict[tuple[str, int], tuple[str, int]] = {}
        self._abstract: dict[str, str] = {}
        self._starts: dict[tuple[str, int], int] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[tuple[str, int]] = set()
        if root is not None:
            self._read(root)

    def item(self, number: str, level: int) -> Item | None:
        """Return the next item of a list; nothing where there is no such list."""
        if number == _NO_LIST or number not in self._abstract:
            return None
        level = min(level, _DEEPEST)
        abstract = self._abstract[number]
        shape, start = self._levels.get((abstract, level), ("bullet", 1))
        if shape in _BULLETS:
            return Item("bullet", level)
        counts = self._counts[abstract]
        for deeper in [each for each in counts if each > level]:
            del counts[deeper]
        if (number, level) in self._starts and (number, level) not in self._begun:
            counts[level] = self._starts[number, level]
        else:
            counts[level] = counts[level] + 1 if level in counts else start
        self._begun.add((number, level))
        return Item("number", level, counts[level])

    def _read(self, root: Element) -> None:
        for abstract in root.iter(qualified("abstractNum")):
            name = str(abstract.get(qualified("abstractNumId")))
            for level in abstract.iter(qualified("lvl")):
                depth = whole_number(level.get(qualified("ilvl")), _DEEPEST) or 0
                start = whole_number(value_of(level, "start"), 100_000)
                shape = value_of(level, "numFmt") or "decimal"
                self._levels[name, depth] = (shape, 1 if start is None else start)
        for number in root.iter(qualified("num")):
            name = str(number.get(qualified("numId")))
            self._abstract[name] = value_of(number, "abstractNumId") or ""
            for change in number.iter(qualified("lvlOverride")):
                depth = whole_number(change.get(qualified("ilvl")), _DEEPEST) or 0
                start = whole_number(value_of(change, "startOverride"), 100_000)
                if start is not None:
                    self._starts[name, depth] = start
