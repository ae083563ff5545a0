"""What to begin a workbook with, asked over one that is open."""

from collections.abc import Iterator, Sequence
from contextlib import suppress

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ladder_desktop.errors import TemplateError
from ladder_desktop.store.own_templates import own_templates
from ladder_desktop.ui.settings.program import Program
from ladder_desktop.ui.start_page.template_card import TemplateCard
from ladder_desktop.ui.tall_dialog import TallDialog
from ladder_desktop.widgets.buttons import LongButton
from ladder_desktop.widgets.labels import Guidance
from ladder_desktop.words import Words
from ladder_desktop.workbook.shelf import read_template_file, template_files
from ladder_desktop.workbook.template import Template

WIDTH, HEIGHT = 660, 640


class NewDialog(TallDialog):
    """Offers templates, as the start page does.

    Attributes:
        cards: one for each template.
        more: asks for the start page.

    Signals:
        chosen: the person wants a workbook of a template; carries the template.
        more_asked: the person wants the start page.
    """

    chosen = Signal(object)
    more_asked = Signal()

    def __init__(
        self, templates: Sequence[Template], words: Words, parent: QWidget | None = None
    ) -> None:
        super().__init__(words("New workbook"), WIDTH, HEIGHT, words, parent)
        told = words("It opens in a window of its own. The one that is open stays as it is.")
        self.column.addWidget(Guidance(told))
        self.cards = [TemplateCard(one, words) for one in templates]
        for card, template in zip(self.cards, templates, strict=True):
            card.clicked.connect(lambda _on=False, one=template: self._choose(one))
            self.column.addWidget(card)
        self.column.addStretch(1)
        self.more = LongButton(words("Open the start page"))
        self.more.setAutoDefault(False)
        self.more.clicked.connect(self.accept)
        self.more.clicked.connect(self.more_asked)
        self.foot.insertWidget(0, self.more)
        self.close_button.setText(words("Cancel"))
        if self.cards:
            self.cards[0].setFocus()

    def _choose(self, template: Template) -> None:
        self.accept()
        self.chosen.emit(template)


def offered(program: Program) -> list[Template]:
    """Return the built-in templates in the language of the interface, and a person's own."""
    own = (one.template for one in own_templates(program.places.data) if one.template)
    return [*_built_in(program), *own]


def _built_in(program: Program) -> Iterator[Template]:
    language = program.words.language.partition("-")[0]
    for path in template_files(program.resources, language):
        with suppress(TemplateError):  # the start page says what is wrong with it
            yield read_template_file(path)
