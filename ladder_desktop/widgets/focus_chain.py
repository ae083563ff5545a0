"""The order in which Tab goes through a window, control by control.

PySide takes what `QWidget.nextInFocusChain` returns for a child of the control that was asked. A
window that stands at the end of its own chain would then belong to one of its labels: the two hold
each other only, and Python's next tidying takes a dialog off the screen. And a control would fall
with the one before it. So each is given back to its parent, which for Qt changes nothing.
"""

from PySide6.QtWidgets import QScrollArea, QWidget
from shiboken6 import Shiboken


def tabbed_after(control: QWidget) -> QWidget | None:
    """Return what comes next; behind the last control of a window that is the window itself."""
    return _given_back(control.nextInFocusChain())


def tabbed_before(control: QWidget) -> QWidget | None:
    """Return what comes before; before the first control of a window that is the window itself."""
    return _given_back(control.previousInFocusChain())


def _given_back(found: QWidget | None) -> QWidget | None:
    """Return a control that belongs to its parent again; Qt's own parts are left where they are.

    Those have no lasting object in Python, and what belonged to one would fall with it.
    """
    if found is None or not Shiboken.createdByPython(found):
        return found
    around = found.parentWidget()
    if found.isWindow() or (around is not None and Shiboken.createdByPython(around)):
        found.setParent(around)
        return found
    area = around.parentWidget() if around is not None else None
    if isinstance(area, QScrollArea):
        area.widget()  # which takes it for its child, as rightly it is
    return found
