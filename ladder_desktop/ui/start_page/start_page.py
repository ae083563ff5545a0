"""The first page: begin a workbook, go on with one, or open one from elsewhere."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from ladder_desktop.errors import TemplateError
from ladder_desktop.paths import ENGLISH
from ladder_desktop.ui.pages import Page
from ladder_desktop.ui.settings.program import Program
from ladder_desktop.ui.settings.settings import Recent
from ladder_desktop.ui.start_page.recent_card import RecentCard
from ladder_desktop.ui.start_page.search_part import SearchPart
from ladder_desktop.ui.start_page.template_card import TemplateCard
from ladder_desktop.widgets.boxes import Column, clear
from ladder_desktop.widgets.buttons import LongButton
from ladder_desktop.widgets.labels import Guidance, PageTitle, Title
from ladder_desktop.widgets.wrapping import WrappingLine
from ladder_desktop.words import LANGUAGES
from ladder_desktop.workbook.shelf import languages, read_template_file, template_files
from ladder_desktop.workbook.template import Template

SHOWN = 4  # recent workbooks; the menu has the others


class StartPage(Page):
    """What is seen when no workbook is open.

    Attributes:
        brought: takes the templates of a workshop once the page is painted.
        own: takes the person's own templates once the page is painted.
        languages: what language the built-in templates come in, where there is a choice.

    Signals:
        new_asked: the person wants a workbook of a template; carries the template.
        open_asked: the person wants to look for a file.
        find_asked: the person wants the program to look for files.
        sample_asked: the person wants to try a workbook that is filled in already.
        recent_asked: the person wants to go on with a workbook; carries its path.
        forget_asked: the person wants a workbook off the list; carries its path.
        folder_asked: the person wants to see a file's folder; carries its path.
    """

    new_asked = Signal(object)
    open_asked = Signal()
    find_asked = Signal()
    sample_asked = Signal()
    recent_asked = Signal(str)
    forget_asked = Signal(str)
    folder_asked = Signal(str)

    def __init__(self, program: Program, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._program = program
        self._words = program.words
        words = program.words
        self.setAccessibleName(words("Start"))
        self.brought = Column(gap=18)
        self._brought: list[QWidget] = []
        self._offered: list[QWidget] = []
        self.own = Column(gap=18)
        settings = program.settings.read()
        self.column.addWidget(PageTitle(words("Welcome to Ladder Desktop")))
        self.search = SearchPart(words)
        self.search.setVisible(settings.search and bool(settings.recent))
        self.column.addWidget(self.search)
        self.choices = QWidget()
        self._choices = Column(self.choices, gap=18)
        self.column.addWidget(self.choices)
        self.search.asked.connect(lambda _typed: self.choices.hide())
        self.search.emptied.connect(self.choices.show)
        # who was here before mostly comes to go on; who is new finds what to begin with on top
        if settings.recent:
            self._build_recent(settings.recent)
            self._build_new()
        else:
            self._choices.addWidget(self._build_hint())
            self._build_new()
            self._build_recent(())
        self.column.addStretch(1)

    def offer_brought(self, workshop: str, templates: Sequence[Template]) -> None:
        """Show the templates that a workshop brought, in place of the former."""
        clear(self._brought)
        if templates:
            title = self._words("From the workshop “{title}”", title=workshop)
            self._brought.append(Title(title))
        for template in templates:
            self._brought.append(self._build_template(template))
        for part in self._brought:
            self.brought.addWidget(part)
        self.order_stops()

    def focus_first(self) -> None:
        """Put the focus on the newest workbook that is there, or on what to begin with."""
        cards = self.choices.findChildren(RecentCard)
        if card := next((card for card in cards if card.is_there), None):
            card.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.focus_new()

    def focus_new(self) -> None:
        """Put the focus on what to begin a workbook with."""
        self.search.line.clear()  # or what it found stands in place of them
        cards = (one for one in self.findChildren(TemplateCard) if self._shelf.indexOf(one) >= 0)
        if card := min(cards, key=self._shelf.indexOf, default=None):
            card.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(card)

    def _build_new(self) -> None:
        own = self._words.language.partition("-")[0]
        offered = languages(self._program.resources)
        language = own if own in offered else ENGLISH
        self._choices.addLayout(self.brought)
        head = self._build_head(self._words("New workbook"))
        sample = LongButton(self._words("Try it with a sample workbook"))
        sample.clicked.connect(self.sample_asked)
        head.addWidget(sample)
        if len(offered) > 1:
            head.addWidget(self._build_languages(offered, language))
        self._choices.addLayout(head)
        self._shelf = Column(gap=18)
        self._choices.addLayout(self._shelf)
        self._show_templates(language)
        self._choices.addLayout(self.own)

    def _build_languages(self, offered: Sequence[str], language: str) -> QComboBox:
        """Return the choice of what language the built-in templates come in."""
        self.languages = QComboBox()
        self.languages.setAccessibleName(self._words("Language of the workbooks"))
        self.languages.setToolTip(self._words("Language of the workbooks"))
        for each in offered:
            self.languages.addItem(LANGUAGES.get(each, each), each)
        self.languages.setCurrentIndex(offered.index(language))
        self.languages.activated.connect(
            lambda _row: self._show_templates(self.languages.currentData())
        )
        return self.languages

    def _show_templates(self, language: str) -> None:
        clear(self._offered)
        self._offered += [self._build_template(template) for template in self._templates(language)]
        for part in self._offered:
            self._shelf.addWidget(part)

    def _build_recent(self, recent: Sequence[Recent]) -> None:
        self._recent = Column(gap=8)
        self._choices.addLayout(self._build_recent_head(bool(recent)))
        self._choices.addLayout(self._recent)
        for one in recent[:SHOWN]:
            self._recent.addWidget(self._build_card(one))

    def _build_hint(self) -> Guidance:
        return Guidance(
            self._words(
                "Choose a workbook below and start writing: it is saved by itself while you type, "
                "in one file on this computer. Nothing is sent anywhere. When you are done, print "
                "it or export it as a PDF."
            )
        )

    def _templates(self, language: str) -> list[Template]:
        """Return the built-in templates; a broken one does not keep the others away."""
        found = []
        for path in template_files(self._program.resources, language):
            try:
                found.append(read_template_file(path))
            except TemplateError as error:
                self._shelf.addWidget(Guidance(error.worded(self._words)))
        return found

    def _build_template(self, template: Template) -> TemplateCard:
        card = TemplateCard(template, self._words)
        card.clicked.connect(lambda: self.new_asked.emit(template))
        return card

    def _build_card(self, recent: Recent) -> RecentCard:
        card = RecentCard(recent, self._words)
        card.clicked.connect(lambda: self.recent_asked.emit(recent.path))
        card.folder_asked.connect(lambda: self.folder_asked.emit(recent.path))
        card.forget_asked.connect(lambda: self._forget(card, recent.path))
        return card

    def _forget(self, card: RecentCard, path: str) -> None:
        self._recent.removeWidget(card)
        card.deleteLater()
        self.forget_asked.emit(path)

    def _build_head(self, text: str) -> WrappingLine:
        """Return a heading, for buttons to follow at the end of its line."""
        head = WrappingLine(gap=12, is_headed=True)
        title = Title(text)
        title.setWordWrap(False)
        title.setMinimumWidth(0)
        head.addWidget(title)
        return head

    def _build_recent_head(self, has_recent: bool) -> WrappingLine:  # noqa: FBT001 - a plain fact
        head = self._build_head(
            self._words("Recent workbooks") if has_recent else self._words("Your workbooks")
        )
        button = QPushButton(self._words("Open a workbook…"))
        button.clicked.connect(self.open_asked)
        head.addWidget(button)
        find = QPushButton(self._words("Find workbooks…"))
        find.clicked.connect(self.find_asked)
        head.addWidget(find)
        return head
