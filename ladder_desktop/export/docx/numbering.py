"""Lists inside answers: bullets, and numbers exactly as they were typed."""

from ladder_desktop.export.docx.look import Look
from ladder_desktop.export.docx.xml import Element, w

DEEPEST = 8
_BULLETS, _NUMBERS = 1, 2
_STEP = 17.0  # points from one level to the next
_MARKS = ("•", "–", "▪")


class Numbering:
    """Hands out the lists of one document and describes them at its end."""

    def __init__(self) -> None:
        self._starts: list[tuple[int, int]] = []

    def bullets(self) -> int:
        """Return the number of the one list of bullets."""
        return _BULLETS

    def numbers_from(self, start: int, level: int) -> int:
        """Return the number of a new list that counts from `start` at one level."""
        self._starts.append((start, level))
        return _NUMBERS + len(self._starts)

    def children(self, look: Look) -> list[Element]:
        """Return the children of `w:numbering`, in their order."""
        return [
            _definition(_BULLETS, look, "bullet"),
            _definition(_NUMBERS, look, "decimal"),
            w("num", w("abstractNumId", val=_BULLETS), numId=_BULLETS),
            w("num", w("abstractNumId", val=_NUMBERS), numId=_NUMBERS),
            *(_restarted(index, *start) for index, start in enumerate(self._starts, _NUMBERS + 1)),
        ]


def _restarted(number: int, start: int, level: int) -> Element:
    change = w("lvlOverride", w("startOverride", val=start), ilvl=level)
    return w("num", w("abstractNumId", val=_NUMBERS), change, numId=number)


def _definition(number: int, look: Look, shape: str) -> Element:
    levels = [_level(level, look, shape) for level in range(DEEPEST + 1)]
    kind = w("multiLevelType", val="hybridMultilevel")
    return w("abstractNum", kind, *levels, abstractNumId=number)


def _level(level: int, look: Look, shape: str) -> Element:
    mark = _MARKS[level % len(_MARKS)] if shape == "bullet" else f"%{level + 1}."
    step = look.length(_STEP)
    start = look.length(11) + step * (level + 1)
    return w(
        "lvl",
        w("start", val=1),
        w("numFmt", val=shape),
        w("lvlText", val=mark),
        w("lvlJc", val="left"),
        w("pPr", w("ind", left=start, hanging=step)),
        ilvl=level,
    )
