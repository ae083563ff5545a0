"""Checks whether a computer is ready for a workshop; what it finds holds no answers."""

import platform
import shutil
import time
from decimal import Decimal
from pathlib import Path

import msgspec
from PySide6.QtCore import QLocale, qVersion
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtPrintSupport import QPrinterInfo

from ladder_desktop import __version__
from ladder_desktop.errors import reason_of
from ladder_desktop.export.pdf.font_files import installed_fonts
from ladder_desktop.paths import is_folder
from ladder_desktop.ui.settings.program import Program
from ladder_desktop.ui.settings.trying import is_writable
from ladder_desktop.words import Words

LEAST_FREE = 200  # MB; installing, backups and a few PDFs need less
SLOW = 250  # ms; more for one write is felt while files are made
MB = 1024 * 1024
SAMPLE = "AaÉéÑñ¿¡"


class Finding(msgspec.Struct, frozen=True):
    """One thing that was checked.

    Attributes:
        label: what.
        text: how it stands.
        is_good: whether it will do.
    """

    label: str
    text: str
    is_good: bool


def findings(program: Program) -> list[Finding]:
    """Check the computer; takes a second where printers answer slowly."""
    words = program.words
    folders = (
        (words("Workbooks"), program.documents()),
        (words("Settings"), program.places.config),
        (words("Backups"), program.places.data),
    )
    return [
        *(_writing(label, folder, words) for label, folder in folders),
        _room(program.documents(), words),
        _printers(words),
        _screen_fonts(words),
        _paper_fonts(words),
        _screen(words),
    ]


def report(found: list[Finding]) -> str:
    """Return the findings as text for whoever helps; the person's own folder is not named."""
    lines = [
        f"Ladder Desktop {__version__}",
        f"Qt {qVersion()}, Python {platform.python_version()}, {platform.platform()}",
        f"{QLocale.system().bcp47Name()}, {QGuiApplication.platformName()}",
        *(f"[{'ok' if one.is_good else '!!'}] {one.label}: {one.text}" for one in found),
    ]
    return "\n".join(lines).replace(str(Path.home()), "~") + "\n"


def _writing(label: str, folder: Path, words: Words) -> Finding:
    """Write into a folder, made on trial where it is not there yet."""
    nearest = _nearest(folder)
    start = time.perf_counter()
    works = is_writable(nearest)
    took = round((time.perf_counter() - start) * 1000)
    if not works:
        said = words("nothing can be written into “{folder}”", folder=str(nearest))
    elif took > SLOW:
        said = words("works, but slowly: {number} ms ({folder})", number=took, folder=str(folder))
    else:
        said = words("can be written, in {number} ms ({folder})", number=took, folder=str(folder))
    return Finding(words("Writing: {what}", what=label), said, works)


def _room(folder: Path, words: Words) -> Finding:
    label = words("Free room")
    try:
        free = shutil.disk_usage(_nearest(folder)).free // MB
    except OSError as error:
        return Finding(label, reason_of(error).worded(words), is_good=False)
    shown = words.number(Decimal(free), 0)
    return Finding(label, words("{number} MB", number=shown), free >= LEAST_FREE)


def _printers(words: Words) -> Finding:
    names = QPrinterInfo.availablePrinterNames()
    usual = QPrinterInfo.defaultPrinterName()
    named = [words("{name} (usual)", name=name) if name == usual else name for name in names]
    said = ", ".join(named) or words("none; a PDF can be made and printed elsewhere")
    return Finding(words("Printers"), said, bool(names))


def _screen_fonts(words: Words) -> Finding:
    family = QGuiApplication.font().family()
    number = len(QFontDatabase.families())
    said = words.plural(
        "{number} font, shown in {name}", "{number} fonts, shown in {name}", number, name=family
    )
    return Finding(words("Letters on screen"), said, number > 0)


def _paper_fonts(words: Words) -> Finding:
    label = words("Letters on paper")
    found = sum(1 for font in installed_fonts("en") if font.upright.is_file())
    said = words.plural("{number} font", "{number} fonts", found)
    return Finding(label, said, found > 0)


def _screen(words: Words) -> Finding:
    screen = QGuiApplication.primaryScreen()
    size = screen.availableSize()
    said = words(
        "{width} × {height}, scaled {scale} %",
        width=size.width(),
        height=size.height(),
        scale=round(screen.devicePixelRatio() * 100),
    )
    return Finding(words("Screen"), said, size.width() >= 800)  # noqa: PLR2004


def _nearest(folder: Path) -> Path:
    """Return the folder, or the nearest one above it that is there."""
    return next((each for each in (folder, *folder.parents) if is_folder(each)), folder)
