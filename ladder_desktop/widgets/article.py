"""A text to read right here, with its light marks shown."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ladder_desktop.document.marks import Line, Span, parse
from ladder_desktop.widgets.boxes import Column
from ladder_desktop.widgets.fold import Fold
from ladder_desktop.widgets.labels import Body, Question
from ladder_desktop.words import Words

WORDS_A_MINUTE = 200


class Article(Fold):
    """A text that unfolds to be read; its paragraphs are made when it is first opened.

    A line that is bold as a whole is a heading. Addresses are text here: nothing opens them.
    """

    def __init__(self, text: str, title: str, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words("Read it here"), words, parent, question=title)
        self._text = text
        minutes = max(1, round(len(text.split()) / WORDS_A_MINUTE))
        self.set_counts(words.plural("about {number} minute", "about {number} minutes", minutes))
        self.opened.connect(self._build)

    def _build(self) -> None:
        self.opened.disconnect(self._build)
        text = Column(gap=8)
        for line in parse(self._text.strip()):
            if line.spans or line.marker:
                label = self._label(line)
                text.addWidget(label)
                label.show()
        self.column.addLayout(text)

    def _label(self, line: Line) -> Body:
        if not line.marker and all(span.bold for span in line.spans):
            heading = Question("".join(span.text for span in line.spans), self.body)
            heading.setIndent(0)  # the room above would be taken for a frame
            return heading
        label = Body(parent=self.body)
        label.setTextFormat(Qt.TextFormat.RichText)
        marker = f"{escape(line.marker)}&nbsp;" if line.marker else ""
        label.setText(marker + "".join(_html(span) for span in line.spans))
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label


def _html(span: Span) -> str:
    text = escape(span.text)
    if span.bold:
        text = f"<b>{text}</b>"
    return f"<i>{text}</i>" if span.italic else text
