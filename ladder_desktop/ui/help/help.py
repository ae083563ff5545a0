"""Help, keys, a sample to try, a check of the computer, and About."""

from PySide6.QtCore import QObject, Signal

from ladder_desktop.errors import LadderError
from ladder_desktop.ui.dialogs import say_error
from ladder_desktop.ui.main_window import MainWindow


class Help(QObject):
    """Tells about the program; each window is imported and made when it is asked for.

    Signals:
        sample_made: a sample workbook is there to be opened; carries its path.
    """

    sample_made = Signal(object)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._program = window.program

    def guide(self) -> None:
        """Show how the program is used, beside the work."""
        self.show_page("using")

    def template_guide(self) -> None:
        """Show how a template is written, beside the work."""
        self.show_page("writing-a-template")

    def show_page(self, name: str) -> None:
        """Show a page of the help, by the name of its file without the ending."""
        from ladder_desktop.ui.help.help_window import HelpWindow, help_text  # noqa: PLC0415

        shown = self._window.findChild(HelpWindow, name)
        if shown is None:
            words = self._program.words
            text = help_text(self._program.resources, words.language, name)
            shown = HelpWindow(text, words, self._window)
            shown.setObjectName(name)
        shown.show()
        shown.raise_()
        shown.activateWindow()

    def keys(self) -> None:
        """Show all keys."""
        from ladder_desktop.ui.help.key_map import KeyMap  # noqa: PLC0415

        menus = list(self._window.menus.values())
        KeyMap(menus, self._program.words, self._window).open()

    def try_sample(self) -> None:
        """Make a workbook that is filled in already."""
        from ladder_desktop.ui.start_page.sampling import make_sample  # noqa: PLC0415

        try:
            path = make_sample(self._program)
        except LadderError as error:
            say_error(self._window, error, self._program.words)
        else:
            self.sample_made.emit(path)

    def check(self) -> None:
        """Check whether this computer is ready for a workshop."""
        # the system's printers come with a library of their own
        from ladder_desktop.ui.help.venue_dialog import VenueDialog  # noqa: PLC0415

        VenueDialog(self._program, self._window).open()

    def about(self) -> None:
        """Show what this program is, and where things lie."""
        from ladder_desktop.ui.help.about import About  # noqa: PLC0415

        About(self._program, self._window).open()
