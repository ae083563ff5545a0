"""How the parts of the window for a stick stand: under their labels, and beside each other."""

from PySide6.QtWidgets import QWidget

from ladder_desktop.widgets.boxes import Column, Line
from ladder_desktop.widgets.labels import Caption


def labelled(label: str, control: QWidget) -> Column:
    """Return a control under its label."""
    part = Column(gap=4)
    part.addWidget(Caption(label))
    part.addWidget(control)
    return part


def beside(*parts: Column) -> Line:
    """Return parts beside each other, none narrower than another."""
    line = Line(gap=24)
    for part in parts:
        holder = QWidget()
        holder.setLayout(part)
        # a list, or two lines of text, are never squeezed by what stands beside them
        holder.setMinimumHeight(part.totalSizeHint().height())
        line.addWidget(holder, 1)
    return line
