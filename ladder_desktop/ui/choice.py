"""A few things to choose from, all in sight: side by side where there is room."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ladder_desktop.widgets.buttons import LongButton
from ladder_desktop.widgets.wrapping import WrappingLine


class Choice(QWidget):
    """A button for each thing; the chosen one is lit.

    Attributes:
        buttons: by what they stand for.

    Signals:
        chosen: the person chose; `value` has what.
    """

    chosen = Signal()

    def __init__(
        self,
        label: str,
        names: Mapping[str, str],
        *,
        may_be_none: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._may_be_none = may_be_none
        self.buttons: dict[str, QPushButton] = {}
        line = WrappingLine(at_start=True)
        self.setLayout(line)
        for value, name in names.items():
            button = LongButton(name)
            button.setCheckable(True)
            button.setAccessibleName(f"{label}: {name}")
            button.clicked.connect(lambda _on, value=value: self._on_clicked(value))
            self.buttons[value] = button
            line.addWidget(button)

    def value(self) -> str | None:
        """Return what is chosen."""
        chosen = (value for value, button in self.buttons.items() if button.isChecked())
        return next(chosen, None)

    def set_value(self, value: str | None) -> None:
        """Show a choice, without a signal."""
        for each, button in self.buttons.items():
            button.setChecked(each == value)

    def _on_clicked(self, value: str) -> None:
        """Choose; choosing again takes it back where there may be no choice."""
        taken_back = self._may_be_none and not self.buttons[value].isChecked()
        self.set_value(None if taken_back else value)
        self.chosen.emit()
