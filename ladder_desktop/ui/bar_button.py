"""A button in a bar: its text or, in a low window, an icon that says the same."""

from PySide6.QtWidgets import QPushButton

from ladder_desktop.widgets.icon_button import SIDE, IconButton
from ladder_desktop.widgets.scale import px
from ladder_desktop.widgets.wrapping import WrappingLine

GAP = 8


class BarButton:
    """Two buttons that do the same, of which one is seen.

    Attributes:
        large: the one with the text.
        small: the one with the icon.
    """

    def __init__(self, large: QPushButton, icon: str, row: WrappingLine) -> None:
        self.large = large
        self.small = IconButton(icon)
        self.small.set_meaning(large.text().rstrip("…"))
        self.small.clicked.connect(large.click)
        self.small.hide()
        for button in (large, self.small):
            row.addWidget(button)

    def be_small(self, *, is_small: bool) -> None:
        """Show the icon, or the text."""
        self.large.setHidden(is_small)
        self.small.setVisible(is_small)

    def allow(self, *, is_allowed: bool) -> None:
        """Let it be pressed, or not."""
        for button in (self.large, self.small):
            button.setEnabled(is_allowed)


def beside(room: int, number: int) -> int:
    """Return how many of so many px a number of small buttons leaves for what is before them."""
    return room - number * px(SIDE + GAP)
