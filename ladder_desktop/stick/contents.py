"""Whether a file that came with a workshop is what its name says; nothing is ever executed."""

import zipfile
from contextlib import suppress
from pathlib import Path, PurePosixPath

from ladder_desktop.errors import N_
from ladder_desktop.paths import is_file
from ladder_desktop.stick.names import LARGEST, SUMS, StickError, check_name

PDF_HEAD = 1024  # bytes within which a PDF says that it is one
LARGEST_TEXT = 4_000_000
MOST_PARTS = 20_000  # of an Office file
OFFICE = {
    ".docx": "word/document.xml",
    ".xlsx": "xl/workbook.xml",
    ".pptx": "ppt/presentation.xml",
}
STARTS = {".png": b"\x89PNG\r\n\x1a\n", ".jpg": b"\xff\xd8\xff"}
KINDS = (".pdf", *OFFICE, *STARTS, ".txt")
MACROS = "vbaproject.bin"


def place_within(folder: Path, place: str) -> Path:
    """Return where a relative path of a workshop lies: in the folder, and reached by no link.

    Raises:
        StickError: it is absolute, leads out of the folder, passes a link, or is no file.
    """
    parts = PurePosixPath(place).parts
    if not parts or "\\" in place or place.startswith("/") or ":" in place or ".." in parts:
        raise StickError(
            N_("The workshop names the file “{place}”, which lies outside of it. It was left out."),
            place=place[:200],
        )
    for part in parts:
        check_name(part)
    wanted = folder.resolve().joinpath(*parts)
    # a link anywhere on the way makes this differ
    if wanted.resolve() != wanted or not is_file(wanted):
        raise StickError(
            N_("The workshop's file “{place}” is not there. Ask whoever prepared the stick."),
            place=place[:200],
        )
    return wanted


def list_of(stick: Path) -> list[str]:
    """Return the files that a stick's own list of sums names, as far as they lie on the stick."""
    listed = stick / SUMS
    if not is_file(listed) or listed.is_symlink() or listed.stat().st_size > LARGEST_TEXT:
        return []
    text = listed.read_text(encoding="utf-8", errors="replace")
    found = []
    for line in text.splitlines():
        _, parted, place = line.partition("  ")
        with suppress(StickError):
            if parted:
                place_within(stick, place)
                found.append(place)
    return found


def check_content(path: Path) -> None:
    """Refuse a file whose content is not what its name says.

    Raises:
        StickError: says which file, and what a workshop may hold.
    """
    kind = path.suffix.lower()
    try:
        fits = path.stat().st_size <= LARGEST and _fits(path, kind)
    except (OSError, zipfile.BadZipFile, UnicodeDecodeError, RuntimeError):
        fits = False
    if not fits:
        raise StickError(
            N_(
                "“{name}” can't be used in a workshop: it has to be a PDF, Word, Excel or "
                "PowerPoint file without macros, a PNG or JPEG picture, or a plain text."
            ),
            name=path.name,
        )


def _fits(path: Path, kind: str) -> bool:
    if kind in OFFICE:
        return _is_office(path, OFFICE[kind])
    with path.open("rb") as file:
        head = file.read(PDF_HEAD)
    if kind == ".pdf":
        return b"%PDF-" in head
    if kind == ".txt":
        return path.stat().st_size <= LARGEST_TEXT and _is_text(path.read_bytes())
    return kind in STARTS and head.startswith(STARTS[kind])


def _is_office(path: Path, heart: str) -> bool:
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
    has_macros = any(name.lower().endswith(MACROS) for name in names)
    return {"[Content_Types].xml", heart} <= set(names[:MOST_PARTS]) and not has_macros


def _is_text(data: bytes) -> bool:
    return "\x00" not in data.decode("utf-8-sig")
