"""Makes the fonts smaller: what the program never draws with stays behind.

Run as a program of its own, by the interpreter that has fontTools:
``python fonts.py FROM TO`` for one font file.

Every letter stays. What goes: widths that no document uses, weights beyond regular and bold, and
hints for coarse screens, which neither PDF files nor printers look at.
"""

import sys
from pathlib import Path
from typing import Any

REGULAR, BOLD = 400, 700
COLLECTIONS = {".ttc", ".otc"}


def main(source: Path, target: Path) -> None:
    """Write a smaller font."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.suffix in COLLECTIONS:
        _shrink_collection(source, target)
    else:
        _shrink(source, target)


def _shrink(source: Path, target: Path) -> None:
    # only the build's own environment has these
    from fontTools.ttLib import TTFont  # noqa: PLC0415
    from fontTools.varLib.instancer import instantiateVariableFont  # noqa: PLC0415

    font = TTFont(source, recalcTimestamp=False)
    if "fvar" in font:
        limits = {axis.axisTag: limit(axis) for axis in font["fvar"].axes}
        font = instantiateVariableFont(font, limits)
    font.save(target)


def limit(axis: Any) -> float | tuple[float, float]:
    """Return what remains of an axis: its weights from regular to bold, else its usual value."""
    if axis.axisTag != "wght":
        return float(axis.defaultValue)
    return max(axis.minValue, REGULAR), min(axis.maxValue, BOLD)


def _shrink_collection(source: Path, target: Path) -> None:
    # as above
    import fontTools.subset.cff  # noqa: F401, PLC0415 - gives the table its remove_hints
    from fontTools.ttLib import TTCollection  # noqa: PLC0415

    collection = TTCollection(str(source), shareTables=True, recalcTimestamp=False, lazy=True)
    collection.fonts = [font for font in collection.fonts if not is_monospaced(font)]
    _share_outlines(collection.fonts)
    collection.save(str(target), shareTables=True)


def is_monospaced(font: Any) -> bool:
    """Tell whether a face is one for typewriters, which documents have no use for."""
    return "Mono" in str(font["name"].getDebugName(1))


def _share_outlines(faces: list[Any]) -> None:
    """Take the hints out of the outlines, once for all faces, which have the same outlines."""
    # as above
    from fontTools.ttLib.tables.DefaultTable import DefaultTable  # noqa: PLC0415

    first = faces[0]
    if "CFF " not in first or len({face.reader["CFF "] for face in faces}) > 1:
        return
    outlines = first["CFF "]
    outlines.remove_hints()
    whole = outlines.compile(first)
    for face in faces:
        face.tables["CFF "] = DefaultTable("CFF ")
        face.tables["CFF "].data = whole


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
