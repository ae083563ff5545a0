"""The program's icon in the formats of Windows and macOS, drawn from its SVG at every build."""

import os
from pathlib import Path

from building import libraries
from building.job import Job
from building.linux_files import ICON
from building.tools import done

SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
DRAW = """\
import sys
from PIL import Image
from PySide6.QtCore import QByteArray, QBuffer, QIODevice
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
import io

source, target, *sizes = sys.argv[1:]
application = QGuiApplication([])
renderer = QSvgRenderer(source)
pictures = []
for size in map(int, sizes):
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    pictures.append(Image.open(io.BytesIO(data.data())).convert("RGBA"))
largest = pictures[-1]
largest.save(target, sizes=[one.size for one in pictures], append_images=pictures[:-1])
"""


def write_ico(job: Job, source: Path, target: Path) -> None:
    """Draw Windows' icon file."""
    _draw(job, source, target, SIZES)


def write_icns(job: Job, source: Path, target: Path) -> None:
    """Draw macOS' icon file."""
    _draw(job, source, target, (32, 64, 128, 256, 512, 1024))


def _draw(job: Job, source: Path, target: Path, sizes: tuple[int, ...]) -> None:
    python = libraries.environment(job)
    environment = {**job.environment(), "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("DISPLAY", None)
    words = [os.fspath(source / ICON), os.fspath(target), *map(str, sizes)]
    done([python, "-c", DRAW, *words], env=environment)
