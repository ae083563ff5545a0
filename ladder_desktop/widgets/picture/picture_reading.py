"""Makes a picture ready to be kept: upright, of a size for paper, without what a camera adds."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QColorSpace, QImage, QImageReader, QImageWriter, QPainter

from ladder_desktop.document.image_data import JPEG, LARGEST_SIDE, PNG, Facts, facts, stripped
from ladder_desktop.document.pictures import Picture
from ladder_desktop.errors import N_, AnswerError, reason_of

_JPEG = (b"jpeg", b"jpg")
KNOWN = (*_JPEG, b"png", b"gif", b"bmp")
LARGEST_FILE = 100_000_000  # bytes
MOST_PIXELS = 64_000_000  # while it is read it takes up to six bytes for each
QUALITY = 85
_HEAD = 4_000_000  # bytes
SMALL = 700_000  # bytes: a drawing of up to this size stays sharp to the last pixel
CLEAR = 4_000_000  # bytes: up to here paper shines through what it shone through
_TOO_LARGE = N_("“{file}” is too large for a picture. Make it smaller, then add it again.")
_NEEDS_CHANGE = N_(
    "“{file}” can't be read as a picture. Save it as JPEG or PNG, then add that; a phone does so "
    "when it sends a picture by e-mail."
)


def picture_of_file(path: Path) -> Picture:
    """Return the picture in a file, ready to be kept.

    Raises:
        AnswerError: it is none that can be read here; the message says what to do.
    """
    try:
        size = path.stat().st_size
    except OSError as error:
        raise AnswerError(
            N_("“{file}” can't be read: {reason}. Is it still there?"),
            file=path.name,
            reason=reason_of(error),
        ) from None
    if size > LARGEST_FILE or not path.is_file():
        raise AnswerError(_TOO_LARGE, file=path.name)
    image, kind = _read(path)
    return picture_of_image(image, is_photo=kind in _JPEG)


def picture_of_image(image: QImage, *, is_photo: bool = False) -> Picture:
    """Return an image from the clipboard, or from a file, as it is kept.

    Args:
        image: of any size.
        is_photo: it was a photo before, so nothing is gained by keeping every pixel.

    Raises:
        AnswerError: there is nothing in it.
    """
    if image.isNull():
        raise AnswerError(N_("There is no picture to add."))
    small = _fitted(_in_usual_colours(image))
    is_clear = _is_see_through(small)
    if is_clear or not is_photo:
        data = _written(small, b"PNG", -1)
        if len(data) <= (CLEAR if is_clear else SMALL):
            return Picture(PNG, stripped(data))
    return Picture(JPEG, stripped(_written(_on_white(small), b"JPEG", QUALITY)))


def shown_image(data: bytes, most: QSize) -> QImage:
    """Return the picture in these bytes at most so large, null where it can't be read."""
    raw = QByteArray(data)
    buffer = QBuffer(raw)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    size = reader.size()
    if size.isValid() and (size.width() > most.width() or size.height() > most.height()):
        reader.setScaledSize(size.scaled(most, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


def _read(path: Path) -> tuple[QImage, bytes]:
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    kind = bytes(reader.format().data()).lower()
    if kind not in KNOWN or (kind in _JPEG and _facts(path) is None):
        raise AnswerError(_NEEDS_CHANGE, file=path.name)
    size = reader.size()
    if size.width() * size.height() > MOST_PIXELS:
        raise AnswerError(_TOO_LARGE, file=path.name)
    if size.isValid() and max(size.width(), size.height()) > LARGEST_SIDE:
        most = QSize(LARGEST_SIDE, LARGEST_SIDE)
        reader.setScaledSize(size.scaled(most, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        raise AnswerError(_NEEDS_CHANGE, file=path.name)
    return image, kind


def _facts(path: Path) -> Facts | None:
    """Return what the beginning of a file says; a camera's remarks stand before it."""
    try:
        with path.open("rb") as file:
            return facts(file.read(_HEAD))
    except OSError:
        return None


def _in_usual_colours(image: QImage) -> QImage:
    """Return the image in the colours that every screen means, and without any remark."""
    usual = QColorSpace(QColorSpace.NamedColorSpace.SRgb)
    space = image.colorSpace()
    if space.isValid() and space != usual:
        image = image.convertedToColorSpace(usual)
    image.setColorSpace(QColorSpace())
    for key in image.textKeys():
        image.setText(key, "")
    return image


def _fitted(image: QImage) -> QImage:
    if max(image.width(), image.height()) <= LARGEST_SIDE:
        return image
    return image.scaled(
        LARGEST_SIDE,
        LARGEST_SIDE,
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )


def _is_see_through(image: QImage) -> bool:
    """Tell whether any part of an image lets the paper shine through."""
    if not image.hasAlphaChannel():
        return False
    alpha = image.convertToFormat(QImage.Format.Format_Alpha8)
    solid = QImage(alpha.size(), QImage.Format.Format_Alpha8)
    solid.fill(Qt.GlobalColor.white)
    return alpha != solid


def _on_white(image: QImage) -> QImage:
    paper = QImage(image.size(), QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage(0, 0, image)
    painter.end()
    return paper


def _written(image: QImage, kind: bytes, quality: int) -> bytes:
    raw = QByteArray()
    buffer = QBuffer(raw)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, kind)
    writer.setQuality(quality)
    writer.write(image)
    buffer.close()
    return bytes(raw.data())
