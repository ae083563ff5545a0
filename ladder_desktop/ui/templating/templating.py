"""What a window does with templates that are not built in."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from ladder_desktop.errors import N_, LadderError, TemplateError
from ladder_desktop.store.own_templates import (
    OwnTemplate,
    install,
    own_template,
    own_templates,
    remove,
)
from ladder_desktop.ui.dialogs import ask, say_error
from ladder_desktop.ui.files import Files
from ladder_desktop.ui.main_window import MainWindow
from ladder_desktop.ui.start_page.own_cards import OwnCards
from ladder_desktop.ui.start_page.start_page import StartPage
from ladder_desktop.ui.templating.mistakes_dialog import MistakesDialog
from ladder_desktop.widgets.announce import announce
from ladder_desktop.workbook.shelf import read_template_file, template_files
from ladder_desktop.workbook.template import Template

WORD = ".docx"


class Templating(QObject):
    """Begins workbooks of template files, installs templates, and previews them.

    Attributes:
        cards: the installed templates on the start page; None while a workbook is open.
    """

    def __init__(self, window: MainWindow, files: Files) -> None:
        super().__init__(window)
        self._window = window
        self._files = files
        self._words = window.program.words
        self._data = window.program.places.data
        self.cards: OwnCards | None = None
        window.template_dropped.connect(self.take)
        window.workbook_shown.connect(self._forget_cards)

    def new_from_file(self) -> None:
        """Let the person name a template file, and begin a workbook of it."""
        path = self._choose(self._words("New from template file"))
        if path and (template := self._read(path)):
            self._files.new(template)

    def add(self) -> None:
        """Let the person name a template file, and install it."""
        if path := self._choose(self._words("Add a template")):
            self.take(path)

    def take(self, path: Path) -> None:
        """Install a template file, or propose a template for a Word document."""
        if path.suffix.lower() == WORD:
            self.make_from_word(path)
        elif template := self._read(path):
            self.install(template)

    def install(self, template: Template) -> bool:
        """Install a template for good; ask before one with its id is replaced."""
        try:
            if not self._may_install(template):
                return False
            install(template, self._data)
        except LadderError as error:
            say_error(self._window, error, self._words)
            return False
        self.show_templates()
        card = self.cards.card(template.id) if self.cards else None
        if card:
            card.setFocus()
            announce(card, self._words("“{title}” is on the start page.", title=template.title))
        return True

    def show_templates(self) -> None:
        """Show on the start page what is installed now."""
        if self.cards:
            self.cards.show_templates(own_templates(self._data))
            if isinstance(self._window.page, StartPage):
                self._window.page.order_stops()

    def preview(self) -> None:
        """Let the person name a template file, and show what it becomes while it is written."""
        if path := self._choose(self._words("Preview a template")):
            self.preview_file(path)

    def preview_file(self, path: Path) -> None:
        """Show what a template file becomes, and follow its changes."""
        # only whoever writes templates needs it
        from ladder_desktop.ui.templating.template_preview import TemplatePreview  # noqa: PLC0415

        preview = TemplatePreview(path, self._words, self._window)
        preview.show()

    def choose_word(self) -> None:
        """Let the person name a Word document, and propose a template for it."""
        words = self._words
        chosen, _filter = QFileDialog.getOpenFileName(
            self._window,
            words("Make a template from a Word document"),
            str(self._window.program.places.documents.parent),
            words("Word documents (*{suffix})", suffix=WORD),
        )
        if chosen:
            self.make_from_word(Path(chosen))

    def make_from_word(self, path: Path) -> None:
        """Propose a template for a Word document, to be changed before it is kept."""
        # reading Word documents brings lxml along
        from ladder_desktop.ui.templating.word_templates import WordTemplates  # noqa: PLC0415

        WordTemplates(self._window, self._files, self.install).open(path)

    def furnish(self, page: StartPage) -> None:
        """Put the installed templates on the start page."""
        self.cards = OwnCards(self._words)
        self.cards.chosen.connect(self._begin)
        self.cards.remove_asked.connect(self._remove)
        self.cards.add.clicked.connect(self.add)
        self.cards.from_word.clicked.connect(self.choose_word)
        page.own.addWidget(self.cards)
        self.show_templates()

    def _forget_cards(self) -> None:
        self.cards = None  # they went with the page they stood on

    def _begin(self, own: OwnTemplate) -> None:
        if own.template:
            self._files.new(own.template)
        elif own.error:
            self._say_mistakes(own.path, own.error)

    def _remove(self, own: OwnTemplate) -> None:
        words = self._words
        title = own.template.title if own.template else own.path.name
        chosen = ask(
            self._window,
            words("Remove the template “{title}”?", title=title),
            words("Workbooks made from it keep all of their questions and answers."),
            [words("Remove"), words("Keep it")],
        )
        if chosen:
            return
        try:
            remove(own)
        except TemplateError as error:
            say_error(self._window, error, words)
        self.show_templates()
        if self.cards:
            self.cards.add.setFocus()

    def _may_install(self, template: Template) -> bool:
        """Tell whether the place of a template is free, or its owner gives it up.

        Raises:
            TemplateError: a built-in template has its id.
        """
        if template.id in {path.stem for path in template_files(self._window.program.resources)}:
            raise TemplateError(
                N_(
                    "The id “{id}” belongs to a template that comes with the program. Give "
                    "“{title}” another id, in one of its first lines."
                ),
                id=template.id,
                title=template.title,
            )
        former = own_template(template.id, self._data)
        if former is None or former.template is None or former.template.text == template.text:
            return True
        return self._asks_to_replace(former.template, template)

    def _asks_to_replace(self, former: Template, template: Template) -> bool:
        words = self._words
        chosen = ask(
            self._window,
            words("Replace the template “{title}”?", title=former.title),
            words(
                "One with the id “{id}” is there already: its version is {old}, that of the new "
                "one {new}. Workbooks made from the former keep their questions.",
                id=template.id,
                old=former.header.version,
                new=template.header.version,
            ),
            [words("Replace"), words("Keep the former")],
        )
        return chosen == 0

    def _read(self, path: Path) -> Template | None:
        try:
            return read_template_file(path)
        except TemplateError as error:
            self._say_mistakes(path, error)
            return None

    def _say_mistakes(self, path: Path, error: TemplateError) -> None:
        dialog = MistakesDialog(path, error, self._words, self._window)
        dialog.preview_asked.connect(self.preview_file)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _choose(self, title: str) -> Path | None:
        words = self._words
        chosen, _filter = QFileDialog.getOpenFileName(
            self._window,
            title,
            str(self._window.program.places.documents.parent),
            words("Templates (*{suffix})", suffix=".toml"),
        )
        return Path(chosen) if chosen else None
