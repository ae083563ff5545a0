"""Opens the window for printing and exporting."""

from PySide6.QtCore import QObject

from ladder_desktop.ui.main_window import MainWindow
from ladder_desktop.words import words_for


class Output(QObject):
    """Puts the workbook of a window on paper or into other files."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def ask(self) -> None:
        """Ask what to write, and where to."""
        opened = self._window.opened
        if opened is None:
            return
        # exporters are heavy, and most sessions end without one
        from ladder_desktop.ui.paper.export_dialog import ExportDialog  # noqa: PLC0415

        program = self._window.program
        language = opened.session.workbook.template.header.language
        paper_words = words_for(language, program.resources / "translations")
        dialog = ExportDialog(
            opened.session, program.words, paper_words, program.settings, self._window
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
