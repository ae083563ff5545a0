"""Measures a workbook full of photos: what it takes to write it in each format, and memory."""

import io
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec
from PIL import Image

from ladder_desktop.document.image_data import identity_of
from ladder_desktop.document.pictures import NO_PICTURES, Picture, marker
from ladder_desktop.workbook.workbook import Workbook
from tests.bench.paper import run
from tests.bench.sample import make, usual

PHOTOS = 60
SIZE = (2000, 1500)
AIMS = {"json": "< 250 MB", "md": "< 250 MB"}

Row = tuple[str, str, str]


def rows(folder: Path) -> Iterator[Row]:
    """Yield how long the program takes for each format, and its memory at the most."""
    file = make(folder / "pictures.ladder", photographed())
    megabytes = file.stat().st_size / 1e6
    for kind in ("pdf", "docx", "md", "json"):
        target = folder / f"pictures.{kind}"
        call = [sys.executable, "-m", "ladder_desktop", "export", str(file), "--to", kind]
        used = run([*call, "-o", str(target)])
        what = f"{PHOTOS} photos ({megabytes:.0f} MB) to {kind}"
        shown = f"{used.seconds:.1f} s, {used.memory:.0f} MB"
        yield what, "failed" if used.failed else shown, AIMS.get(kind, "reported")
        target.unlink(missing_ok=True)


def photographed() -> Workbook:
    """Return a workbook with many photos under its first question."""
    album, lines = NO_PICTURES, []
    for number in range(PHOTOS):
        photo = Picture("image/jpeg", _photo(number))
        album = album.with_picture(identity_of(photo.data), photo)
        lines.append(marker(f"Photo {number + 1}", identity_of(photo.data)))
    workbook = msgspec.structs.replace(usual(), pictures=album)
    return workbook.with_answer("job-satisfaction", "\n".join(lines))


def _photo(number: int) -> bytes:
    """Return a JPEG as large as those of phones, each another one."""
    noise = Image.effect_noise(SIZE, 60 + number / 10)
    out = io.BytesIO()
    Image.merge("RGB", (noise, noise.transpose(Image.Transpose.ROTATE_180), noise)).save(
        out, "JPEG", quality=72
    )
    return out.getvalue()
