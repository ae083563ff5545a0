"""What can be chosen for an export: how much, on which paper, which sections."""

import msgspec
from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from ladder_desktop.errors import N_
from ladder_desktop.export.options import ExportOptions, Paper, Preset
from ladder_desktop.ui.choice import Choice
from ladder_desktop.ui.past.ratings_choice import RatingsChoice
from ladder_desktop.ui.settings.settings import KeptExport
from ladder_desktop.widgets.boxes import Column, Line
from ladder_desktop.widgets.buttons import QuietButton
from ladder_desktop.widgets.labels import Caption, Guidance
from ladder_desktop.widgets.tick_box import TickBox
from ladder_desktop.words import Words
from ladder_desktop.workbook.printing import NO_LONGER_ASKED
from ladder_desktop.workbook.workbook import Workbook

PRESETS: dict[Preset, tuple[str, str]] = {
    "full": (N_("Everything"), N_("Questions, guidance and answers.")),
    "answers": (N_("Answers only"), N_("Questions that are answered, without guidance.")),
    "summary": (N_("Summary"), N_("One page: ratings, goals, and what is left.")),
    "blank": (N_("Blank"), N_("To fill in by hand: lines in place of the answers.")),
}
PAPERS: dict[Paper, str] = {"letter": N_("US Letter"), "a4": N_("A4")}
# what is ticked, and the formats for which that means something
TICKS: dict[str, tuple[str, tuple[str, ...]]] = {
    "without_unanswered": (N_("Leave out what is unanswered"), ("pdf", "docx", "md", "csv")),
    "large": (N_("Larger print"), ("pdf", "docx")),
    "grey": (N_("Without color"), ("pdf", "docx")),
    "mirrored": (N_("Wide inner margins, for both sides"), ("pdf", "docx")),
    "form": (N_("As a form to fill in"), ("pdf",)),
    "carry": (N_("Can be opened as a workbook again"), ("pdf",)),
}
ON_PAPER: tuple[str, ...] = ("pdf", "docx")
WITH_PRESETS: tuple[str, ...] = ("pdf", "docx", "md", "csv")
# Countries that print on Letter; everywhere else A4 is usual.
LETTER = frozenset(
    ("US", "CA", "MX", "PH", "CL", "CO", "CR", "DO", "GT", "NI", "PA", "PR", "SV", "VE")
)


class ExportChoices(QWidget):
    """Asks for everything but the format and the file.

    Attributes:
        preset: how much is printed.
        paper: the size of the pages.
        ticks: the options that are on or off, by their names.
        sections: the sections, by their ids.
        ratings: the moment whose ratings are compared; None where there is none to choose.

    Signals:
        changed: something else is chosen.
    """

    changed = Signal()

    def __init__(
        self,
        workbook: Workbook,
        kept: KeptExport,
        words: Words,
        ratings: RatingsChoice | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.ratings = ratings
        self._words = words
        self._kind = "pdf"
        column = self._column = Column(self, gap=12, margins=(0, 0, 12, 12))
        column.addLayout(self._build_preset(kept))
        self._paper_field = self._build_paper(kept)
        column.addWidget(self._paper_field)
        self.sections = self._build_sections(column, workbook, kept)
        if ratings:
            column.addWidget(ratings)
            ratings.changed.connect(self._on_changed)
        self.ticks = self._build_ticks(column, kept)
        self._password_field = self._build_password()
        column.addWidget(self._password_field)
        column.addStretch(1)
        self.show_format("pdf")

    def put_first(self, format_choice: Choice) -> None:
        """Take the choice of the format."""
        self._column.insertWidget(0, format_choice)

    def put_last(self, notes: QWidget) -> None:
        """Take what is good to know."""
        self._column.addWidget(notes)

    def show_format(self, kind: str) -> None:
        """Offer what means something to a format."""
        self._kind = kind
        for field, kinds in (
            (self._preset_field, WITH_PRESETS),
            (self._paper_field, ON_PAPER),
            (self._password_field, ("pdf",)),
        ):
            field.setVisible(kind in kinds)
        for name, (_, kinds) in TICKS.items():
            self.ticks[name].setVisible(kind in kinds)
        if self.ratings:
            self.ratings.setVisible(kind in WITH_PRESETS)
        self._enable()

    def options(self) -> ExportOptions:
        """Return what is chosen, of that which means something to the format."""
        ticked = {name: self._is_on(name) for name in TICKS}
        chosen = tuple(name for name, tick in self.sections.items() if tick.isChecked())
        return ExportOptions(
            preset=self._preset() if self._kind in WITH_PRESETS else "full",
            paper="a4" if self.paper.value() == "a4" else "letter",
            sections=None if len(chosen) == len(self.sections) else chosen,
            password=self.password.text() if self._kind == "pdf" else "",
            compared=self.ratings.compared() if self.ratings and self._can_compare() else None,
            **ticked,
        )

    def kept(self, kind: str) -> KeptExport:
        """Return what is remembered of this for the next time."""
        return KeptExport(
            kind=kind,
            preset=self._preset(),
            paper=self.paper.value() or "",
            ticked=tuple(name for name, tick in self.ticks.items() if tick.isChecked()),
            left_out=tuple(name for name, one in self.sections.items() if not one.isChecked()),
        )

    def _preset(self) -> Preset:
        preset: Preset = self.preset.currentData()
        return preset

    def _can_compare(self) -> bool:
        return self._kind in WITH_PRESETS and self._preset() != "blank"

    def _is_on(self, name: str) -> bool:
        tick = self.ticks[name]
        return self._kind in TICKS[name][1] and tick.isEnabled() and tick.isChecked()

    def _enable(self) -> None:
        """Let nothing be ticked that means nothing with the rest."""
        preset = self._preset()
        self.ticks["without_unanswered"].setEnabled(preset == "full")
        self.ticks["form"].setEnabled(preset in ("full", "blank"))
        self.ticks["carry"].setEnabled(preset in ("full", "blank"))
        if self.ratings:
            self.ratings.setEnabled(preset != "blank")
        self._explained.setText(self._words(PRESETS[preset][1]))

    def _on_changed(self) -> None:
        self._enable()
        self.changed.emit()

    def _build_preset(self, kept: KeptExport) -> Column:
        words = self._words
        self.preset = QComboBox()
        for preset, (name, _) in PRESETS.items():
            self.preset.addItem(words(name), preset)
        self.preset.setCurrentIndex(max(self.preset.findData(kept.preset), 0))
        self.preset.currentIndexChanged.connect(self._on_changed)
        self._explained = Guidance()
        self._preset_field = QWidget()
        part = Column(self._preset_field, gap=4)
        part.addWidget(Caption(words("What to print")).over(self.preset))
        part.addWidget(self.preset)
        part.addWidget(self._explained)
        around = Column(gap=0)
        around.addWidget(self._preset_field)
        return around

    def _build_paper(self, kept: KeptExport) -> QWidget:
        words = self._words
        self.paper = Choice(words("Paper"), {paper: words(name) for paper, name in PAPERS.items()})
        self.paper.set_value(kept.paper if kept.paper in PAPERS else usual_paper())
        self.paper.chosen.connect(self._on_changed)
        field = QWidget()
        part = Column(field, gap=4)
        part.addWidget(Caption(words("Paper")))
        part.addWidget(self.paper)
        return field

    def _build_sections_head(self) -> Line:
        """Build what stands over the sections: their name, and what ticks all or none of them."""
        head = Line(gap=4)
        sections = self._words("Sections")
        head.addWidget(Caption(sections), 1)
        for text, is_on in ((self._words("All"), True), (self._words("None"), False)):
            button = QuietButton(text)
            button.setAccessibleName(f"{sections}: {text}")
            button.clicked.connect(lambda _=False, is_on=is_on: self._tick_sections(is_on=is_on))
            head.addWidget(button)
        return head

    def _tick_sections(self, *, is_on: bool) -> None:
        for tick in self.sections.values():
            tick.setChecked(is_on)

    def _build_sections(
        self, column: Column, workbook: Workbook, kept: KeptExport
    ) -> dict[str, TickBox]:
        words = self._words
        part = Column(gap=0)
        part.addLayout(self._build_sections_head())
        names = {section.id: section.title for section in workbook.template.sections}
        if workbook.no_longer_asked:
            names[NO_LONGER_ASKED] = words("No longer asked")
        ticks: dict[str, TickBox] = {}
        for name, title in names.items():
            tick = ticks[name] = TickBox(title, words("Sections"))
            tick.setChecked(name not in kept.left_out)
            tick.toggled.connect(self._on_changed)
            part.addWidget(tick)
        if not any(tick.isChecked() for tick in ticks.values()):
            for tick in ticks.values():
                tick.setChecked(True)
        column.addLayout(part)
        return ticks

    def _build_ticks(self, column: Column, kept: KeptExport) -> dict[str, TickBox]:
        words = self._words
        part = Column(gap=0)
        part.addWidget(Caption(words("Options")))
        ticks: dict[str, TickBox] = {}
        for name, (text, _) in TICKS.items():
            tick = ticks[name] = TickBox(words(text), words("Options"))
            tick.setChecked(name in kept.ticked)
            tick.toggled.connect(self._on_changed)
            part.addWidget(tick)
        column.addLayout(part)
        return ticks

    def _build_password(self) -> QWidget:
        words = self._words
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setAccessibleName(words("Password to open the PDF"))
        self.password.setPlaceholderText(words("None"))
        field = QWidget()
        part = Column(field, gap=4)
        part.addWidget(Caption(words("Password to open the PDF")))
        part.addWidget(self.password)
        return field


def usual_paper() -> Paper:
    """Return the paper that is usual where this computer stands; Letter where nobody knows."""
    code = QLocale.territoryToCode(QLocale.system().territory())
    return "letter" if not code or code in LETTER else "a4"


def open_preview(options: ExportOptions) -> ExportOptions:
    """Return options for pages that are only looked at: without lock and baggage."""
    return msgspec.structs.replace(options, password="", carry=False)
