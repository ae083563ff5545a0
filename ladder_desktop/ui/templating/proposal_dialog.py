"""The window that shows what a Word document becomes, before it is kept as a template."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from ladder_desktop.errors import LadderError
from ladder_desktop.intake.proposal import Proposal
from ladder_desktop.ui.dialogs import keep_on_screen
from ladder_desktop.ui.templating.kind_names import KIND_NAMES
from ladder_desktop.ui.templating.proposal_edits import Place, ProposalEdits
from ladder_desktop.ui.templating.proposed_part import ProposedPart
from ladder_desktop.widgets.boxes import Column
from ladder_desktop.widgets.buttons import PrimaryButton, press_by_enter
from ladder_desktop.widgets.labels import Caption, Guidance, Title, Trouble
from ladder_desktop.widgets.scale import px
from ladder_desktop.widgets.wrapped_rows import OrderedLines
from ladder_desktop.widgets.wrapping import WrappingLine
from ladder_desktop.words import Words
from ladder_desktop.workbook.template import Template

SIZE = (1100, 740)
LIST_WIDTH, PART_WIDTH = 480, 580
INDENT = 22  # px at 100 % that a question is set in, for the arrow of its section
NARROW = 700  # px at 100 % of a window in which these stand under each other
LONGEST = 160  # letters of a title in the list
CHECKED, UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked
PLACE = Qt.ItemDataRole.UserRole


class ProposalDialog(QDialog):
    """Lists sections and blocks; the chosen one can be changed beside the list.

    Attributes:
        edits: the proposal as it was changed so far.
        title: the title of the template.
        tree: the sections and their blocks; a tick says what is kept.
        part: what was chosen in the list.
        keep: keeps the template on the start page.
        save: saves it as a file.

    Signals:
        install_asked: the template is to be installed; carries it.
        save_asked: the template is to be saved as a file; carries it.
    """

    install_asked = Signal(object)
    save_asked = Signal(object)

    def __init__(
        self, proposal: Proposal, name: str, words: Words, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words = words
        self.edits = ProposalEdits(proposal)
        self.title = QLineEdit(proposal.title)
        self.tree = QTreeWidget()
        self.tree.setItemDelegate(OrderedLines(self.tree))
        self.part = ProposedPart(self.edits, words)
        self.trouble = Trouble()
        self.keep = PrimaryButton(words("Keep on the start page"))
        self.save = QPushButton(words("Save as a file…"))
        self.setWindowTitle(words("A template from “{file}”", file=name))
        self._build()
        self._fill()
        self._connect()
        self._choose_first()
        keep_on_screen(self, *SIZE)
        self.tree.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put list and part under each other where there is no room beside each other."""
        super().resizeEvent(event)
        is_narrow = self.width() < px(NARROW)
        way = Qt.Orientation.Vertical if is_narrow else Qt.Orientation.Horizontal
        self._both.setOrientation(way)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press with Enter the button that has the focus; elsewhere it finishes no window."""
        if not press_by_enter(event, self):
            super().keyPressEvent(event)

    def _build(self) -> None:
        words = self._words
        column = Column(self, gap=12, margins=(24, 20, 24, 20))
        column.addWidget(Title(words("This is what the document becomes")))
        said = words(
            "Untick what the template does without. Choose a line to change its title or its "
            "kind; every word of the document stays."
        )
        column.addWidget(Guidance(said))
        named = Column(gap=4)
        named.addWidget(Caption(words("Title of the template")))
        self.title.setAccessibleName(words("Title of the template"))
        named.addWidget(self.title)
        column.addLayout(named)
        both = self._both = QSplitter()
        both.setChildrenCollapsible(False)
        both.addWidget(self.tree)
        both.addWidget(self.part)
        both.setSizes([px(LIST_WIDTH), px(PART_WIDTH)])
        column.addWidget(both, 1)
        column.addWidget(self.trouble)
        self.trouble.hide()
        column.addLayout(self._build_foot())
        self.tree.setAccessibleName(words("Sections and questions"))
        self.tree.setHeaderHidden(True)
        self.tree.setIndentation(px(INDENT))
        self.tree.setColumnCount(2)
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)

    def _build_foot(self) -> WrappingLine:
        foot = WrappingLine(is_headed=True)
        cancel = QPushButton(self._words("Cancel"))
        cancel.clicked.connect(self.reject)
        for button in (cancel, self.save):
            button.setAutoDefault(False)
        foot.addWidget(self.save)
        foot.addWidget(cancel)
        foot.addWidget(self.keep)
        # Enter in a title finishes the title, not the window
        self.keep.setAutoDefault(False)
        return foot

    def _connect(self) -> None:
        self.title.textEdited.connect(self._on_title)
        self.tree.currentItemChanged.connect(self._on_chosen)
        self.tree.itemChanged.connect(self._on_ticked)
        self.part.changed.connect(self._on_changed)
        self.keep.clicked.connect(lambda: self._hand_over(self.install_asked.emit))
        self.save.clicked.connect(lambda: self._hand_over(self.save_asked.emit))

    def _fill(self) -> None:
        for number, section in enumerate(self.edits.proposal.sections):
            line = self._line((number, None))
            self.tree.addTopLevelItem(line)
            font = line.font(0)
            font.setBold(True)
            line.setFont(0, font)
            for place in range(len(section.blocks)):
                line.addChild(self._line((number, place)))
            line.setExpanded(True)

    def _choose_first(self) -> None:
        """Choose the first block, or else the first section."""
        top = self.tree.topLevelItem(0)
        if top is not None:
            first: QTreeWidgetItem | None = top.child(0)
            self.tree.setCurrentItem(first or top)

    def _line(self, place: Place) -> QTreeWidgetItem:
        line = QTreeWidgetItem()
        line.setData(0, PLACE, place)
        line.setFlags(line.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        self._show(line, place)
        return line

    def _show(self, line: QTreeWidgetItem, place: Place) -> None:
        section, block = place
        shown = self.edits.section(section) if block is None else self.edits.block(section, block)
        title = " ".join(shown.title.split())
        line.setText(0, title if len(title) <= LONGEST else f"{title[:LONGEST]}…")
        line.setToolTip(0, title)
        line.setCheckState(0, CHECKED if shown.keep else UNCHECKED)
        if block is not None:
            line.setText(1, self._words(KIND_NAMES[self.edits.block(section, block).kind]))

    def _on_title(self, text: str) -> None:
        self.edits.set_title(text)
        self._allow()

    def _on_chosen(self, line: QTreeWidgetItem | None, _former: object = None) -> None:
        if line is not None:
            self.part.show_place(tuple(line.data(0, PLACE)))

    def _on_ticked(self, line: QTreeWidgetItem, column: int) -> None:
        if column == 0:
            keep = line.checkState(0) == CHECKED
            self.edits.keep(tuple(line.data(0, PLACE)), keep=keep)
            self._allow()

    def _on_changed(self) -> None:
        line = self.tree.currentItem()
        if line is None:
            return
        self.tree.blockSignals(True)
        self._show(line, tuple(line.data(0, PLACE)))
        self.tree.blockSignals(False)
        self.tree.viewport().update()

    def _allow(self) -> None:
        """Let it be kept while there is something to keep, under some title."""
        possible = not self.edits.proposal.is_empty and bool(self.edits.proposal.title.strip())
        for button in (self.keep, self.save):
            button.setEnabled(possible)

    def _hand_over(self, take: Callable[[Template], object]) -> None:
        try:
            template = self.edits.template()
        except LadderError as error:
            self.trouble.setText(error.worded(self._words))
            self.trouble.show()
            return
        self.trouble.hide()
        take(template)
