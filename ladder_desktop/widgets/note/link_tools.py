"""What can be done with a link where there is no internet: copy it, scan it."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ladder_desktop.widgets.announce import announce
from ladder_desktop.widgets.boxes import Column, Line
from ladder_desktop.widgets.buttons import LongButton
from ladder_desktop.widgets.labels import Caption
from ladder_desktop.widgets.qr_code import QrCode
from ladder_desktop.words import Words

THANKS_MS = 2000
ZERO_WIDTH_SPACE = "\u200b"


class LinkTools(QWidget):
    """A link, and buttons that copy it or show it as a QR code; nothing here opens it."""

    def __init__(self, words: Words, title: str, link: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._title = title
        self._link = link
        self.code: QrCode | None = None
        self.copy = LongButton(words("Copy link"), self)
        self.show_code = LongButton(words("Show QR code"), self)
        self._column = Column(self, gap=8)
        self._build()

    def _build(self) -> None:
        self.copy.setAccessibleName(self._words("Copy the link to {title}", title=self._title))
        self.show_code.setAccessibleName(
            self._words("Show the link to {title} as a QR code", title=self._title)
        )
        self.show_code.setCheckable(True)
        self.copy.clicked.connect(self._on_copy)
        self.show_code.toggled.connect(self._on_show_code)
        self._column.addWidget(Caption(_breakable(self._link), self))
        line = Line(gap=8)
        line.addWidget(self.copy)
        line.addWidget(self.show_code)
        line.addStretch(1)
        self._column.addLayout(line)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._link)
        self.copy.setMinimumWidth(self.copy.width())
        self.copy.setText(self._words("Copied"))
        announce(self, self._words("Link copied"))
        QTimer.singleShot(THANKS_MS, self, lambda: self.copy.setText(self._words("Copy link")))

    def _on_show_code(self, shown: bool) -> None:  # noqa: FBT001 - what the signal carries
        hide, show = self._words("Hide QR code"), self._words("Show QR code")
        self.show_code.setText(hide if shown else show)
        if self.code is None:
            name = self._words("QR code of the link to {title}", title=self._title)
            self.code = QrCode(self._link, name, self)
            self._column.addWidget(self.code, 0, Qt.AlignmentFlag.AlignLeft)
        self.code.setVisible(shown)


def _breakable(link: str) -> str:
    """Return a link that can wrap after each part."""
    for sign in "/?&=#.":
        link = link.replace(sign, sign + ZERO_WIDTH_SPACE)
    return link
