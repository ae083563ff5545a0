"""Opens the window with the settings, and tells what was changed in it."""

from PySide6.QtCore import QObject, Signal

from ladder_desktop.ui.main_window import MainWindow


class Preferring(QObject):
    """Lets a person have things their own way.

    Signals:
        changed: a setting was changed and is kept already.
    """

    changed = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def ask(self) -> None:
        """Show what can be set."""
        # most sessions never open it
        from ladder_desktop.ui.settings.settings_dialog import SettingsDialog  # noqa: PLC0415

        dialog = SettingsDialog(self._window.program, self._window)
        dialog.changed.connect(self.changed)
        dialog.open()
