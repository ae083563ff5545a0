"""The card that begins a workbook of a template."""

from ladder_desktop.ui.start_page.card_button import CardButton
from ladder_desktop.widgets.labels import Caption, Guidance, Question
from ladder_desktop.words import Words
from ladder_desktop.workbook.template import Template


class TemplateCard(CardButton):
    """Says what a template is for, and of which sections it is made."""

    def __init__(self, template: Template, words: Words) -> None:
        super().__init__(words("New workbook: {title}", title=template.title))
        self.column.addWidget(Question(template.title))
        if template.header.summary:
            self.column.addWidget(Guidance(template.header.summary))
        self.column.addWidget(Caption(" · ".join(part.title for part in template.sections)))
