"""One large picture of many small ones, with a line for each screen and a column for each look."""

from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

CELL = (440, 300)
GAP = 14
HEAD = 34  # px over a column, and over each row
LARGEST = 60_000  # bytes of a picture that is kept
ROUNDS = 4  # of bringing the few colours nearer to those that they stand for
COLOURS = (128, 96, 64, 48, 32, 24, 16)
GROUND, INK = "#c9ced6", "#15181c"


def contact_sheet(folder: Path, rows: Sequence[str], columns: Sequence[str]) -> Image.Image:
    """Return the sheet of the pictures COLUMN/ROW.png in a folder; what is missing stays blank."""
    width = GAP + len(columns) * (CELL[0] + GAP)
    height = HEAD + len(rows) * (HEAD + CELL[1] + GAP)
    sheet = Image.new("RGB", (width, height), GROUND)
    pen, font = ImageDraw.Draw(sheet), ImageFont.load_default(size=20)
    for number, column in enumerate(columns):
        left = GAP + number * (CELL[0] + GAP)
        pen.text((left, 8), column, INK, font)
        for line, row in enumerate(rows):
            top = HEAD + line * (HEAD + CELL[1] + GAP)
            pen.text((left, top + 8), row, INK, font)
            path = folder / column / f"{row}.png"
            if path.exists():
                with Image.open(path) as picture:
                    sheet.paste(small(picture, CELL), (left, top + HEAD))
    return sheet


def small(picture: Image.Image, most: tuple[int, int]) -> Image.Image:
    """Return a picture that fits into a size, with nothing of it cut off."""
    shrunk = picture.convert("RGB")
    shrunk.thumbnail(most, Image.Resampling.LANCZOS)
    return shrunk


def save_small(picture: Image.Image, path: Path, width: int) -> None:
    """Save a picture in as many colours as it can have without being large."""
    height = round(picture.height * width / picture.width)
    shrunk = small(picture, (width, height))
    for colours in COLOURS:
        # its first choice of colours alone makes a dark ground greenish
        kind, no_dots = Image.Quantize.MAXCOVERAGE, Image.Dither.NONE
        few = shrunk.quantize(colours, kind, ROUNDS, dither=no_dots)
        few.save(path, optimize=True)
        if path.stat().st_size <= LARGEST:
            return
