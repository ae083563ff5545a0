"""The theme in use: light or dark as the system has it, and as large as a person wants it."""

import msgspec
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from ladder_desktop.ui.settings.settings import LARGEST, SMALLEST, USUAL, Appearance, SettingsFile
from ladder_desktop.widgets.theme import Theme, system_mode

SCHEMES: dict[Appearance, Qt.ColorScheme] = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
    "contrast": Qt.ColorScheme.Dark,
}
STEPS = (80, 90, 100, 110, 125, 150, 175, 200, 250, 300)


class Look(QObject):
    """Puts the theme on the application, and changes it while the program runs.

    Attributes:
        theme: what is shown now.
        zoom: in percent.
        appearance: what the person chose: light, dark, high contrast, or as the system has it.

    Signals:
        changed: there is another theme.
    """

    changed = Signal()

    def __init__(self, application: QApplication, settings: SettingsFile) -> None:
        super().__init__(application)
        remembered = settings.read()
        self.zoom: int = remembered.zoom
        self.appearance: Appearance = remembered.appearance
        self._times = 1.0
        self._application = application
        self._settings = settings
        self._hints = application.styleHints()
        if self.appearance != "system":
            self._hints.setColorScheme(SCHEMES[self.appearance])
        self.theme = self._current()
        self.theme.apply(application)
        self._hints.colorSchemeChanged.connect(self._renew)

    def set_zoom(self, zoom: int) -> None:
        """Show everything larger or smaller, in percent."""
        zoom = min(max(zoom, SMALLEST), LARGEST)
        if zoom != self.zoom:
            self.zoom = zoom
            self._settings.change(lambda kept: msgspec.structs.replace(kept, zoom=zoom))
            self._renew()

    def zoom_in(self) -> None:
        """Show everything a step larger."""
        self.set_zoom(next((step for step in STEPS if step > self.zoom), LARGEST))

    def zoom_out(self) -> None:
        """Show everything a step smaller."""
        self.set_zoom(next((step for step in reversed(STEPS) if step < self.zoom), SMALLEST))

    def zoom_reset(self) -> None:
        """Show everything in its usual size."""
        self.set_zoom(USUAL)

    def magnify(self, times: float) -> None:
        """Show everything so many times as large for a while; nothing of it is remembered."""
        self._times = times
        self._renew()

    def set_appearance(self, appearance: Appearance) -> None:
        """Be light, dark or of high contrast, or follow the system."""
        self.appearance = appearance
        self._settings.change(lambda kept: msgspec.structs.replace(kept, appearance=appearance))
        self._hints.setColorScheme(SCHEMES[appearance])
        self._renew()

    def _current(self) -> Theme:
        mode = system_mode(self._hints) if self.appearance == "system" else self.appearance
        return Theme(mode, self.zoom / 100 * self._times)

    def _renew(self) -> None:
        theme = self._current()
        if (theme.mode, theme.zoom) != (self.theme.mode, self.theme.zoom):
            self.theme = theme
            theme.apply(self._application)
            self.changed.emit()
