"""A QR code to scan with a phone."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ladder_desktop.widgets.scale import px

# ISO/IEC 18004 asks for four modules of white around a code.
QUIET_ZONE = 4
SIDE = 200


class QrCode(QWidget):
    """A link as a QR code, dark on white in every mode, on whole pixels."""

    def __init__(self, link: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._modules: list[list[bool]] = []
        self.setAccessibleName(name)
        self.setAccessibleDescription(link)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return a size that phones read from an arm's length."""
        return QSize(px(SIDE), px(SIDE))

    def modules(self) -> list[list[bool]]:
        """Return the code row by row, without its quiet zone: true is dark."""
        if not self._modules:
            # only people who ask for a code wait for the 20 ms of this import
            import segno  # noqa: PLC0415

            code = segno.make(self._link, error="m", micro=False)
            self._modules = [[bool(module) for module in row] for row in code.matrix]
        return self._modules

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the code in the middle, its modules all of one size."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        modules = self.modules()
        count = len(modules) + 2 * QUIET_ZONE
        side = max(1, min(self.width(), self.height()) // count)
        left = (self.width() - side * len(modules)) // 2
        top = (self.height() - side * len(modules)) // 2
        for y, row in enumerate(modules):
            for x, dark in enumerate(row):
                if dark:
                    area = QRect(left + x * side, top + y * side, side, side)
                    painter.fillRect(area, Qt.GlobalColor.black)
