"""Everything that sees to it that nothing is lost, for the workbook of one window."""

from contextlib import suppress
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, QTimer

from ladder_desktop.errors import LadderError, TemplateError
from ladder_desktop.store.faults import DamagedError, TakenError
from ladder_desktop.store.lock import call_to_front
from ladder_desktop.store.own_templates import own_templates
from ladder_desktop.ui.bringing.joining import Joining
from ladder_desktop.ui.dialogs import ask, say_error
from ladder_desktop.ui.files import Files
from ladder_desktop.ui.filing.filing import Filing
from ladder_desktop.ui.main_window import MainWindow
from ladder_desktop.ui.moving_on import MovingOn
from ladder_desktop.ui.opening import Opened
from ladder_desktop.ui.past.looking_back import LookingBack
from ladder_desktop.ui.past.mark_dialog import MarkDialog
from ladder_desktop.ui.reading import TakeOver, is_only_taken, open_for_reading
from ladder_desktop.ui.session import Session
from ladder_desktop.ui.start_page.found_workbooks import FoundWorkbooks
from ladder_desktop.ui.trouble.damage import DamageDialog
from ladder_desktop.ui.trouble.guardian import Guardian
from ladder_desktop.ui.trouble.trouble import TroubleLine
from ladder_desktop.ui.workbook_view import WorkbookView
from ladder_desktop.widgets.announce import announce
from ladder_desktop.words import words_for
from ladder_desktop.workbook.shelf import read_template_file, shelf
from ladder_desktop.workbook.template import Template

LATER = 800  # milliseconds
A_MOMENT = 2.0  # seconds that closing waits for a backup copy that is being made


class Keeping(QObject):
    """Checks, copies, rescues and salvages.

    Attributes:
        trouble: the line that tells of trouble with saving; None on the start page.
        guardian: checks and copies the open file; None on the start page.
        joining: brings copies together.
        moving_on: offers newer versions of the template.
        looking_back: the panel with earlier versions, from its first use on.
    """

    def __init__(self, window: MainWindow, files: Files, filing: Filing) -> None:
        super().__init__(window)
        self._window = window
        self._files = files
        self._filing = filing
        self._words = window.program.words
        self.trouble: TroubleLine | None = None
        self.guardian: Guardian | None = None
        self.joining = Joining(window)
        self.moving_on = MovingOn(window)
        self.looking_back: LookingBack | None = None
        window.closing.connect(self._on_closing)
        files.refused.connect(self.tell)
        files.find_asked.connect(self.find)

    def tell(self, path: Path, error: LadderError) -> None:
        """Say why a file can't be opened; what can be read of a damaged one can be salvaged."""
        if isinstance(error, TakenError):
            self._offer_reading(path, error)
            return
        if not isinstance(error, DamagedError):
            say_error(self._window, error, self._words)
            return
        dialog = DamageDialog(
            path,
            self._words,
            self._files.open,
            find=self.find,
            templates=self._templates,
            elsewhere=self._window.program.documents(),
            parent=self._window,
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def find(self) -> None:
        """Find workbooks on this computer."""
        program = self._window.program
        # also where the workbooks are kept that this person chose a folder for
        places = msgspec.structs.replace(program.places, documents=program.documents())
        dialog = FoundWorkbooks(places, self._words, self._files.open, self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def look_back(self) -> None:
        """Show the earlier versions of the question that has the focus, or put them away."""
        view = self._window.view
        if view is None:
            return
        if self.looking_back is None:
            self.looking_back = LookingBack(view, self._window)
            self.looking_back.panel.mark_asked.connect(self.mark_moment)
        self.looking_back.toggle()

    def mark_moment(self) -> None:
        """Ask for a name, and keep this moment under it."""
        opened = self._window.opened
        if opened is None or opened.session.read_only:
            return
        dialog = MarkDialog(self._words, self._window)
        dialog.named.connect(self._mark)
        dialog.open()

    def compare_ratings(self) -> None:
        """Show the ratings of two moments side by side."""
        opened = self._window.opened
        if opened is None:
            return
        # few look at this, and it loads what prints every kind of block
        from ladder_desktop.ui.past.ratings_dialog import RatingsDialog  # noqa: PLC0415

        opened.session.settle(A_MOMENT)
        program = self._window.program
        language = opened.session.workbook.template.header.language
        paper = words_for(language, program.resources / "translations")
        dialog = RatingsDialog(opened.session, self._words, paper, self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def can_compare_ratings(self) -> bool:
        """Tell whether anything is rated in the open workbook."""
        opened = self._window.opened
        if opened is None:
            return False
        return any(hasattr(one, "practices") for one in opened.session.workbook.template.blocks())

    def _mark(self, name: str) -> None:
        opened = self._window.opened
        if opened is None:
            return
        opened.session.keep_moment("checkpoint", name)
        opened.session.settle(A_MOMENT)
        announce(self._window, self._words("“{name}” is marked.", name=name))
        if self.looking_back:
            self.looking_back.refresh()

    def attend(self, view: WorkbookView, opened: Opened) -> None:
        """Look after a workbook that was just shown."""
        view.outdated.connect(lambda: QTimer.singleShot(0, self._window, self._show_anew))
        self.looking_back = self.trouble = None
        if self.guardian:
            self.guardian.stop()
        if is_only_taken(opened):
            view.banner.say(
                self._words(
                    "This workbook is open in another window, so here it is for reading. When "
                    "that window is closed, you can write here."
                )
            )
            TakeOver(
                opened.session.path, self._window.program.places, self._window.show_workbook, view
            )
            return
        self.trouble = TroubleLine(view, self._window, self._filing, self.joining.bring_together)
        if told := self.joining.put_back():
            view.banner.say(f"{view.banner.text.text()} {told}".strip())
        self._guard(view, opened)
        # reading every template takes a moment, and there is no hurry
        QTimer.singleShot(LATER, view, self.moving_on.look)

    def _templates(self) -> list[Template]:
        """Return the templates that are at hand here, the built-in ones first."""
        program, found = self._window.program, []
        for path in shelf(program.resources, self._words.language):
            with suppress(TemplateError):  # the start page tells of it
                found.append(read_template_file(path))
        own = [one.template for one in own_templates(program.places.data)]
        return [*found, *(one for one in own if one)]

    def _offer_reading(self, path: Path, error: TakenError) -> None:
        words, data = self._words, self._window.program.places.data
        text = words("This workbook is open in another window.")
        answers = [words("Go to that window"), words("Open it for reading"), words("Cancel")]
        match ask(self._window, text, error.worded(words), answers):
            case 0:
                call_to_front(path, data)
            case 1:
                self._read(path)

    def _read(self, path: Path) -> None:
        try:
            self._window.show_workbook(open_for_reading(path))
        except LadderError as error:
            self.tell(path, error)

    def _show_anew(self) -> None:
        """Build the pages for another template."""
        if opened := self._window.opened:
            self._window.show_workbook(opened)

    def _guard(self, view: WorkbookView, opened: Opened) -> None:
        session, program = opened.session, self._window.program
        self.guardian = Guardian(
            session, program.places, view, lambda: program.settings.read().backups
        )
        self.guardian.damaged.connect(lambda error: self._on_damaged(session, error))
        self.guardian.start()

    def _on_damaged(self, session: Session, error: DamagedError) -> None:
        session.condemn(error)
        self.tell(session.path, error)

    def _on_closing(self) -> None:
        if self.guardian:
            self.guardian.stop()
            self.guardian.wait(A_MOMENT)
