"""The help: one page that is read beside the work, with its chapters at the side."""

from pathlib import Path

from PySide6.QtCore import QEvent, QSignalBlocker, Qt
from PySide6.QtGui import QResizeEvent, QTextBlock, QTextCursor
from PySide6.QtWidgets import QDialog, QFrame, QListWidget, QPushButton, QTextBrowser, QWidget

from ladder_desktop.paths import edition
from ladder_desktop.ui.dialogs import keep_on_screen
from ladder_desktop.widgets.boxes import Column, Line
from ladder_desktop.widgets.scale import px
from ladder_desktop.words import Words

WIDTH, HEIGHT = 860, 640
SIDE = 264
NARROW = 640  # px at 100 %; below it the chapters make room for the text
CHAPTER = 2  # the level of its headings


class HelpWindow(QDialog):
    """Shows the help; the window behind can be used meanwhile.

    Attributes:
        page: the text.
        chapters: its headings; choosing one leads there.
    """

    def __init__(self, text: str, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(words("Help"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._text = text
        self._places: list[int] = []
        self.chapters = QListWidget()
        self.chapters.setAccessibleName(words("Chapters"))
        self.chapters.setFixedWidth(px(SIDE))
        self.chapters.setWordWrap(True)
        self.page = QTextBrowser()
        self.page.setAccessibleName(words("Help"))
        self.page.setOpenLinks(False)
        self.page.setFrameShape(QFrame.Shape.NoFrame)
        self._close = QPushButton(words("Close"))
        self._close.clicked.connect(self.close)
        self._build()
        self._show_text()
        self.chapters.currentRowChanged.connect(self._go_to)
        self._take_size()
        self.page.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave a narrow window to the text."""
        super().resizeEvent(event)
        self.chapters.setVisible(event.size().width() >= px(NARROW))

    def changeEvent(self, event: QEvent) -> None:
        """Show the text in the letters and colours of another theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange) and self._places:
            self.chapters.setFixedWidth(px(SIDE))
            self._show_text()

    def _build(self) -> None:
        column = Column(self, gap=12, margins=(16, 16, 16, 16))
        line = Line(gap=16)
        line.addWidget(self.chapters)
        line.addWidget(self.page, 1)
        column.addLayout(line, 1)
        foot = Line()
        foot.addStretch(1)
        foot.addWidget(self._close)
        column.addLayout(foot)

    def _show_text(self) -> None:
        document = self.page.document()
        document.setDocumentMargin(px(8))
        document.setIndentWidth(px(18))
        self.page.setMarkdown(self._text)
        self._places.clear()
        row = max(self.chapters.currentRow(), 0)
        others = QSignalBlocker(self.chapters)
        self.chapters.clear()
        block = document.begin()
        while block.isValid():
            self._space(block)
            if block.blockFormat().headingLevel() == CHAPTER:
                self._places.append(block.position())
                self.chapters.addItem(block.text())
            block = block.next()
        self.chapters.setCurrentRow(row)
        others.unblock()
        if row:  # above the first chapter stands what the page is about
            self._go_to(row)

    def _space(self, block: QTextBlock) -> None:
        """Part paragraphs as the rest of the program does."""
        form = block.blockFormat()
        is_head = bool(form.headingLevel())
        form.setTopMargin(px(18 if is_head else 0))
        form.setBottomMargin(px(4 if block.textList() else 8))
        form.setNonBreakableLines(False)  # an example is read whole, not by scrolling sideways
        QTextCursor(block).setBlockFormat(form)

    def _go_to(self, row: int) -> None:
        if 0 <= row < len(self._places):
            cursor = QTextCursor(self.page.document())
            cursor.movePosition(QTextCursor.MoveOperation.End)
            self.page.setTextCursor(cursor)  # from below, so that the heading comes to the top
            cursor.setPosition(self._places[row])
            self.page.setTextCursor(cursor)

    def _take_size(self) -> None:
        keep_on_screen(self, WIDTH, HEIGHT)


def help_text(folder: Path, language: str, name: str = "using") -> str:
    """Return a help page in a language, or in English where there is none.

    Args:
        folder: the program's own data.
        language: a BCP 47 tag.
        name: of the page's file, without its ending.
    """
    return edition(folder / "help" / f"{name}.md", language).read_text(encoding="utf-8")
