"""A person's own templates on the start page."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ladder_desktop.store.own_templates import OwnTemplate
from ladder_desktop.ui.start_page.card_button import CardButton
from ladder_desktop.widgets.boxes import Column, Line
from ladder_desktop.widgets.buttons import LongButton, QuietButton
from ladder_desktop.widgets.labels import Caption, Guidance, Question, Title
from ladder_desktop.widgets.wrapping import WrappingLine
from ladder_desktop.words import Words


class OwnCard(CardButton):
    """An installed template: a click begins a workbook, a button takes it away.

    Attributes:
        own: the template.
        remove: asks for it to be taken away.
    """

    def __init__(self, own: OwnTemplate, words: Words, parent: QWidget | None = None) -> None:
        template = own.template
        title = template.title if template else own.path.name
        super().__init__(words("New workbook: {title}", title=title), parent)
        self.own = own
        top = Line(gap=12)
        top.addWidget(Question(title), 1)
        self.remove = QuietButton(words("Remove…"))
        self.remove.setAccessibleName(words("Remove the template “{title}”", title=title))
        top.addWidget(self.remove)
        self.column.addLayout(top)
        if template is None:
            said = words("It can't be read any more. Choose it to see why.")
            self.column.addWidget(Guidance(said))
            return
        if template.header.summary:
            self.column.addWidget(Guidance(template.header.summary))
        self.column.addWidget(Caption(" · ".join(part.title for part in template.sections)))


class OwnCards(QWidget):
    """The installed templates, and the ways to get more.

    Attributes:
        cards: in the order they are shown.
        add: asks for a template file.
        from_word: asks for a Word document.

    Signals:
        chosen: the person wants a workbook of one; carries the OwnTemplate.
        remove_asked: the person wants one taken away; carries the OwnTemplate.
    """

    chosen = Signal(object)
    remove_asked = Signal(object)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.cards: list[OwnCard] = []
        column = Column(self, gap=18)
        self._title = Title(words("Your own templates"))
        column.addWidget(self._title)
        self._list = Column(gap=18)
        column.addLayout(self._list)
        self._hint = Guidance(
            words(
                "Drop a template file here, or a Word document to make one from it. What you "
                "add stays on this computer."
            )
        )
        column.addWidget(self._hint)
        foot = WrappingLine(gap=12, at_start=True)
        self.add = LongButton(words("Add a template file…"))
        self.from_word = LongButton(words("Make one from a Word document…"))
        foot.addWidget(self.add)
        foot.addWidget(self.from_word)
        column.addLayout(foot)

    def show_templates(self, found: Sequence[OwnTemplate]) -> None:
        """Show these templates in place of the former."""
        for card in self.cards:
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [self._build_card(own) for own in found]
        for card in self.cards:
            self._list.addWidget(card)
            card.show()  # now, so that it can take the focus

    def card(self, template_id: str) -> OwnCard | None:
        """Return the card of an installed template."""
        pairs = ((card, card.own.template) for card in self.cards)
        found = (card for card, template in pairs if template and template.id == template_id)
        return next(found, None)

    def _build_card(self, own: OwnTemplate) -> OwnCard:
        card = OwnCard(own, self._words)
        card.clicked.connect(lambda: self.chosen.emit(own))
        card.remove.clicked.connect(lambda: self.remove_asked.emit(own))
        return card
