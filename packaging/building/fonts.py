"""Makes the fonts smaller: what the program never draws with stays behind.

Run as a program of its own, by the interpreter that has fontTools and uharfbuzz:
``python fonts.py FROM TO`` for one font file.

Every letter stays. What goes: widths that no document uses, weights beyond regular and bold,
shapes that are for vertical lines or have to be asked for, tables for setting mathematics, and
hints for coarse screens, which neither PDF files nor printers look at.
"""

import sys
from io import BytesIO
from pathlib import Path
from typing import Any

REGULAR, BOLD = 400, 700
COLLECTIONS = {".ttc", ".otc"}
# Features of vertical lines; documents have none.
VERTICAL = ("valt", "vert", "vkrn", "vpal", "vrt2")
NOT_TABLES = ("BASE", "DSIG", "MATH", "VORG", "vhea", "vmtx")


def main(source: Path, target: Path) -> None:
    """Write a smaller font."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.suffix in COLLECTIONS:
        _shrink_collection(source, target)
    else:
        _shrink(source, target)


def _shrink(source: Path, target: Path) -> None:
    # only the build's own environment has these
    from fontTools.subset import Subsetter  # noqa: PLC0415
    from fontTools.ttLib import TTFont  # noqa: PLC0415
    from fontTools.varLib.instancer import instantiateVariableFont  # noqa: PLC0415

    font = TTFont(source, recalcTimestamp=False)
    if "fvar" in font:
        limits = {axis.axisTag: limit(axis) for axis in font["fvar"].axes}
        whole = BytesIO()
        instantiateVariableFont(font, limits).save(whole)
        font = TTFont(whole, recalcTimestamp=False)
    subsetter = Subsetter(_options())
    subsetter.populate(unicodes=set(font.getBestCmap()))
    subsetter.subset(font)
    font.save(target)


def limit(axis: Any) -> float | tuple[float, float]:
    """Return what remains of an axis: its weights from regular to bold, else its usual value."""
    if axis.axisTag != "wght":
        return float(axis.defaultValue)
    return max(axis.minValue, REGULAR), min(axis.maxValue, BOLD)


def features() -> list[str]:
    """Return the features that text is set with when nobody asks for special ones."""
    # as above
    from fontTools.subset import Options  # noqa: PLC0415

    return sorted(set(Options().layout_features) - set(VERTICAL))


def _options() -> Any:
    # as above
    from fontTools.subset import Options  # noqa: PLC0415

    options = Options(
        layout_features=features(),
        name_IDs=["*"],
        name_languages=["*"],
        notdef_outline=True,
        hinting=False,
        legacy_kern=True,
        recalc_timestamp=False,
        passthrough_tables=True,
    )
    options.drop_tables += NOT_TABLES
    return options


def _shrink_collection(source: Path, target: Path) -> None:
    """Write a collection whose faces have the same outlines, once for all of them.

    The outlines are written out, without the parts that they share: that packs better.
    """
    # as above
    import uharfbuzz as hb  # noqa: PLC0415
    from fontTools.ttLib import TTCollection, TTFont  # noqa: PLC0415

    listed = TTCollection(str(source), lazy=True).fonts
    blob = hb.Blob.from_file_path(str(source))
    faces = [hb.Face(blob, n) for n, font in enumerate(listed) if not is_monospaced(font)]
    glyphs: set[int] = set()
    for face in faces:
        glyphs |= set(hb.SubsetPlan(face, _wanted(hb, face)).old_to_new_glyph_mapping)
    collection = TTCollection()
    for face in faces:
        smaller = hb.SubsetPlan(face, _wanted(hb, face, glyphs)).execute()
        data = BytesIO(bytes(smaller.blob.data))
        collection.fonts.append(TTFont(data, lazy=True, recalcTimestamp=False))
    collection.save(str(target), shareTables=True)


def _wanted(hb: Any, face: Any, glyphs: set[int] | None = None) -> Any:
    """Return what is to be kept of a face: its letters, and these glyphs."""
    wanted = hb.SubsetInput()
    wanted.unicode_set.update(face.unicodes)
    wanted.glyph_set.update(glyphs or ())
    flags = hb.SubsetFlags
    wanted.flags = flags.NO_HINTING | flags.NOTDEF_OUTLINE | flags.DESUBROUTINIZE
    kept = wanted.layout_feature_tag_set
    kept.clear()
    kept.update(map(_number, features()))
    wanted.drop_table_tag_set.update(map(_number, NOT_TABLES))
    return wanted


def _number(tag: str) -> int:
    """Return a tag of four letters as OpenType counts it."""
    return int.from_bytes(tag.encode("ascii"), "big")


def is_monospaced(font: Any) -> bool:
    """Tell whether a face is one for typewriters, which documents have no use for."""
    return "Mono" in str(font["name"].getDebugName(1))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
