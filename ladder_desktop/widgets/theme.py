"""The one theme: colours, spacing and type sizes as named values, in three modes.

Where painted controls find the colours in their `QPalette`:

====================  ======================================================
`Window`              the background of pages and windows
`Base`                the surface of cards, boxes, menus and dialogs
`Text`, `WindowText`  text
`PlaceholderText`     muted text: guidance, captions, hints
`Highlight`           the accent: focus, what is chosen, links, primary buttons
`HighlightedText`     text and ticks on the accent
`AlternateBase`       the tint: the surface of what is chosen or pointed at
`Mid`                 hairlines between things, decorative only
`Dark`                borders of boxes and of what can be chosen
`BrightText`          warnings
====================  ======================================================

Sizes at 100 %: spacing 4-8-12-18-24-32 px, type 13-14-15-16-19-26 px. The zoom lives in the
application's font, whose pixel size is `BODY` times the zoom; `scale.px` reads it from there.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette, QStyleHints
from PySide6.QtWidgets import QApplication

from ladder_desktop.widgets.boxes import rescale
from ladder_desktop.widgets.colours import COLOURS, Colours, Mode
from ladder_desktop.widgets.scale import BODY
from ladder_desktop.widgets.style_sheet import style_sheet

STYLE = "Fusion"
SMALLEST_ZOOM = 0.8
LARGEST_ZOOM = 3.0


class Theme:
    """The look of the whole program in one mode and at one zoom.

    Attributes:
        mode: light, dark or high contrast.
        zoom: from 0.8 to 3.0; values outside are brought back to the nearest.
        colours: the colours of the mode.
    """

    def __init__(self, mode: Mode = "light", zoom: float = 1.0) -> None:
        self.mode = mode
        self.zoom = min(max(zoom, SMALLEST_ZOOM), LARGEST_ZOOM)
        self.colours = COLOURS[mode]

    def px(self, size: float) -> int:
        """Return a size given in px at 100 % as px at this zoom, at least 1."""
        return max(1, round(size * self.zoom))

    def font(self) -> QFont:
        """Return the system's interface font at the body size."""
        font = QFont(QApplication.font())
        font.setPixelSize(self.px(BODY))
        return font

    def palette(self) -> QPalette:
        """Return the palette; the module's table says which role holds what."""
        colours = self.colours
        palette = QPalette(QColor(colours.surface), QColor(colours.background))
        for role, colour in _roles(colours).items():
            palette.setColor(role, QColor(colour))
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.muted))
        return palette

    def style_sheet(self) -> str:
        """Return the one style sheet of the application."""
        return style_sheet(self.colours, self.px)

    def apply(self, app: QApplication) -> None:
        """Give the application this look, and every window that is already open.

        It takes every colour from the palette only in the style `STYLE`, in which it has to be
        started: asked for another style, PySide gets all of them ready, which takes 10 ms.
        """
        app.setPalette(self.palette())
        app.setFont(self.font())
        app.setStyleSheet(self.style_sheet())
        for window in app.topLevelWidgets():
            rescale(window)


def system_mode(hints: QStyleHints) -> Mode:
    """Return the mode that the system asks for."""
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return "contrast"
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"


def _roles(colours: Colours) -> dict[QPalette.ColorRole, str]:
    role = QPalette.ColorRole
    return {
        role.Window: colours.background,
        role.WindowText: colours.text,
        role.Base: colours.surface,
        role.AlternateBase: colours.tint,
        role.Text: colours.text,
        role.PlaceholderText: colours.muted,
        role.Button: colours.surface,
        role.ButtonText: colours.text,
        role.BrightText: colours.warning,
        role.Highlight: colours.accent,
        role.HighlightedText: colours.on_accent,
        role.Accent: colours.accent,
        role.Link: colours.accent,
        role.LinkVisited: colours.accent,
        role.ToolTipBase: colours.text,
        role.ToolTipText: colours.surface,
        role.Light: colours.surface,
        role.Midlight: colours.hairline,
        role.Mid: colours.hairline,
        role.Dark: colours.border,
        role.Shadow: colours.border,
    }
