"""Offers a newer version of a workbook's template, previews it, and moves the workbook to it."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton, QWidget

from ladder_desktop.document.nodes import Answer
from ladder_desktop.errors import TemplateError
from ladder_desktop.store.own_templates import own_templates
from ladder_desktop.ui.main_window import MainWindow
from ladder_desktop.ui.tall_dialog import TallDialog
from ladder_desktop.widgets.boxes import Column
from ladder_desktop.widgets.buttons import PrimaryButton
from ladder_desktop.widgets.labels import Body, Caption, Guidance
from ladder_desktop.words import Words
from ladder_desktop.workbook.former import title_of
from ladder_desktop.workbook.newer_template import Moved, is_newer, moved
from ladder_desktop.workbook.printing import NO_LONGER_ASKED, printed
from ladder_desktop.workbook.shelf import read_template_file, template_files
from ladder_desktop.workbook.template import Template
from ladder_desktop.workbook.workbook import Workbook

WIDTH, HEIGHT = 620, 520
PATIENCE = 5.0  # seconds to wait for a slow disk before the page is built anew


class MovingOn(QObject):
    """Looks for a newer version of the open workbook's template, and does the move.

    Attributes:
        newer: the newer version, once one was found.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._words = window.program.words
        self.newer: Template | None = None

    def look(self) -> None:
        """Say in the banner of the view when there is a newer version."""
        opened, view = self._window.opened, self._window.view
        self.newer = None
        if opened is None or view is None or opened.session.read_only:
            return
        program = self._window.program
        self.newer = newest(opened.session.workbook, program.resources, program.places.data)
        if self.newer is None:
            return
        said = view.banner.text.text() if view.banner.isVisible() else ""
        button = QPushButton(self._words("See what is new…"))
        button.clicked.connect(self.preview)
        told = self._words("There is a newer version of these questions; your answers stay.")
        view.banner.say(f"{said} {told}".strip(), button)

    def preview(self) -> None:
        """Show what would be new and what would be set aside, before anything is done."""
        opened = self._window.opened
        if opened is None or self.newer is None:
            return
        opened.session.flush()
        before = opened.session.workbook
        dialog = MoveDialog(before, moved(before, self.newer), self._words, self._window)
        dialog.accepted.connect(self._move)
        dialog.open()

    def show_set_aside(self) -> None:
        """Show the answers whose questions are gone."""
        if opened := self._window.opened:
            dialog = SetAsideDialog(opened.session.workbook, self._words, self._window)
            dialog.open()

    def has_set_aside(self) -> bool:
        """Tell whether there are answers whose questions are gone."""
        opened = self._window.opened
        return opened is not None and bool(opened.session.workbook.no_longer_asked)

    def _move(self) -> None:
        opened = self._window.opened
        if opened is None or self.newer is None:
            return
        session = opened.session
        session.flush()  # somebody may have typed while the preview was open
        session.replace(moved(session.workbook, self.newer).workbook, "newer template")
        session.settle(PATIENCE)


class MoveDialog(TallDialog):
    """The preview of a move.

    Attributes:
        move_on: does it.
    """

    def __init__(
        self, before: Workbook, after: Moved, words: Words, parent: QWidget | None = None
    ) -> None:
        template = after.workbook.template
        title = words("A newer version of “{title}”", title=template.title)
        super().__init__(title, WIDTH, HEIGHT, words, parent)
        told = words("Every answer is kept. A copy of how it is now stays in the earlier versions.")
        self.column.addWidget(Guidance(told))
        parts = (
            (words("New questions"), _titles(template, after.added)),
            (words("No longer asked; the answers are kept"), _titles_of(before, after.set_aside)),
            (words("Asked again; the answers come back"), _titles(template, after.returned)),
        )
        shown = [(head, lines) for head, lines in parts if lines]
        _list(self.column, shown or [(words("Only the wording changes."), [])])
        self.move_on = PrimaryButton(words("Use it"))
        self.move_on.clicked.connect(self.accept)
        self.close_button.setText(words("Not now"))
        self.close_button.clicked.disconnect(self.accept)
        self.close_button.clicked.connect(self.reject)
        self.foot.addWidget(self.move_on)


class SetAsideDialog(TallDialog):
    """The answers whose questions are gone; they are printed, too."""

    def __init__(self, workbook: Workbook, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words("No longer asked"), WIDTH, HEIGHT, words, parent)
        told = words("These answers were given before the questions changed. They are printed.")
        self.column.addWidget(Guidance(told))
        _list(self.column, set_aside(workbook, words))


def newest(workbook: Workbook, resources: Path, data: Path) -> Template | None:
    """Return the newest version of a workbook's template that is here, if newer than its own.

    Built-in templates and those that the person installed in the data folder are looked at.
    """
    language = workbook.template.header.language
    own = (one.template for one in own_templates(data) if one.template)
    here = (*_built_in(resources, language), *own)
    found = [one for one in here if is_newer(one, workbook)]
    return max(found, key=lambda one: one.header.version, default=None)


def set_aside(workbook: Workbook, words: Words) -> list[tuple[str, list[str]]]:
    """Return the answers whose questions are gone, each under its name, as they are printed."""
    sections = printed(workbook, words).sections
    nodes = [node for one in sections if one.id == NO_LONGER_ASKED for node in one.nodes]
    return [(node.question, [node.text]) for node in nodes if isinstance(node, Answer)]


def _built_in(resources: Path, language: str) -> Iterable[Template]:
    for path in template_files(resources, language):
        try:
            yield read_template_file(path)
        except TemplateError:
            continue  # the start page tells of it


def _titles(template: Template, ids: Iterable[str]) -> list[str]:
    blocks = (template.block(name) for name in ids)
    return [title_of(block) for block in blocks if block]


def _titles_of(workbook: Workbook, ids: Iterable[str]) -> list[str]:
    return _titles(workbook.template, ids)


def _list(column: Column, parts: Iterable[tuple[str, list[str]]]) -> None:
    for head, lines in parts:
        part = Column(gap=6)
        part.addWidget(Caption(head))
        for line in lines:
            part.addWidget(Body(line))
        column.addLayout(part)
    column.addStretch(1)
