"""The titles over the columns of a table."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QHeaderView

from ladder_desktop.widgets.scale import px

HEADER_SIZE = 13
HEADER_PADDING = 16


class GridHeader(QHeaderView):
    """The titles of the columns, on as many lines as they need."""

    def sectionSizeFromContents(self, section: int) -> QSize:  # noqa: N802 - Qt's name
        """Return the room that a title needs at the width of its column."""
        size = super().sectionSizeFromContents(section)
        titles = self.model()  # there is none while the window is being taken down
        title = str(titles.headerData(section, self.orientation())) if titles else ""
        inside = QRect(0, 0, max(self.sectionSize(section) - px(HEADER_PADDING), 1), 1 << 20)
        font = QFont(self.font())
        font.setPixelSize(px(HEADER_SIZE))
        wrapped = QFontMetrics(font).boundingRect(inside, Qt.TextFlag.TextWordWrap, title)
        return QSize(size.width(), wrapped.height() + px(HEADER_PADDING))
