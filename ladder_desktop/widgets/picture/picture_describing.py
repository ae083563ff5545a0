"""Asks what a picture shows, in a few words: for those who can't see it, and for paper."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QDialog, QLabel, QLayout, QPushButton, QWidget

from ladder_desktop.document.pictures import LONGEST_DESCRIPTION
from ladder_desktop.widgets.boxes import Column
from ladder_desktop.widgets.buttons import PrimaryButton
from ladder_desktop.widgets.labels import Caption, Guidance, Title
from ladder_desktop.widgets.note.spelt_line import SpeltLine
from ladder_desktop.widgets.scale import px
from ladder_desktop.widgets.wrapping import WrappingLine
from ladder_desktop.words import Words

WIDTH = 520
SHOWN = QSize(472, 200)
FitToTexts = Callable[[QDialog, QLayout, int], None]  # gives a window its size
LARGEST_SHARE = 0.3  # of the screen's height, when everything is large


class DescribingDialog(QDialog):
    """Shows a picture and asks for its description; without one nothing is put in.

    Attributes:
        image: shows the picture, at most `SHOWN` large at 100 %.
        description: the line with the words.
        accept_button: goes on.

    Signals:
        described: the picture is wanted; carries its description.
    """

    described = Signal(str)

    def __init__(self, words: Words, parent: QWidget, fit: FitToTexts, *, former: str = "") -> None:
        super().__init__(parent)
        self._words = words
        self._fit_to_texts = fit
        title = words("Change the description") if former else words("Add a picture")
        self.setWindowTitle(title)
        self.finished.connect(self.deleteLater)
        column = Column(self, gap=12, margins=(24, 20, 24, 20))
        column.addWidget(Title(title))
        self.image = QLabel()
        self.image.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.image.setAccessibleName(words("The picture"))
        column.addWidget(self.image)
        field = Column(gap=4)
        column.addLayout(field)
        field.addWidget(Caption(words("What does it show?")))
        self.description = SpeltLine(former)
        self.description.setMaxLength(LONGEST_DESCRIPTION)
        self.description.setAccessibleName(words("What does the picture show?"))
        self.description.setPlaceholderText(words("Such as: sticky notes with ideas for next year"))
        field.addWidget(self.description)
        hint = words(
            "A few words. They are printed below the picture, and read out to those who can't "
            "see it."
        )
        self.description.setAccessibleDescription(hint)
        column.addWidget(Guidance(hint))
        self.accept_button = PrimaryButton(
            words("Change it") if former else words("Add the picture")
        )
        column.addLayout(self._build_foot())
        self._column = column
        self.description.textChanged.connect(self._on_changed)
        self._on_changed()
        self._fit()
        self.description.setFocus()

    def show_image(self, image: QImage) -> None:
        """Show the picture."""
        if not image.isNull():
            shown = QPixmap.fromImage(image)
            share = round(self.screen().availableSize().height() * LARGEST_SHARE)
            most = QSize(px(SHOWN.width()), min(px(SHOWN.height()), share))
            if shown.width() > most.width() or shown.height() > most.height():
                shown = shown.scaled(
                    most,
                    Qt.AspectRatioMode.KeepAspectRatio,
                    Qt.TransformationMode.SmoothTransformation,
                )
            self.image.setPixmap(shown)
        self._fit()

    def _build_foot(self) -> WrappingLine:
        foot = WrappingLine()
        cancel = QPushButton(self._words("Cancel"))
        cancel.clicked.connect(self.reject)
        foot.addWidget(cancel)
        foot.addWidget(self.accept_button)
        self.accept_button.setDefault(True)
        self.accept_button.clicked.connect(self._accept)
        return foot

    def _fit(self) -> None:
        self._fit_to_texts(self, self._column, WIDTH)

    def _on_changed(self) -> None:
        self.accept_button.setEnabled(bool(self.description.text().strip()))

    def _accept(self) -> None:
        self.accept()
        self.described.emit(" ".join(self.description.text().split()))
