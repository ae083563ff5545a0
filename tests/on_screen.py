"""Put controls on a real page on the screen, and find what is on it."""

from PySide6.QtCore import QDeadlineTimer, QEventLoop, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ladder_desktop.widgets.theme import Theme


def page_with(qtbot: QtBot, *controls: QWidget, width: int = 900, height: int = 600) -> QScrollArea:
    """Return a scrolling page that shows the controls above each other, and is active."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    Theme("light").apply(app)
    page = QScrollArea()
    page.setWidgetResizable(True)
    page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    inside = QWidget()
    column = QVBoxLayout(inside)
    for control in controls:
        column.addWidget(control)
    column.addStretch(1)
    page.setWidget(inside)
    # qtbot itself holds the page only weakly; a test need not hold what it does not ask for
    qtbot.addWidget(page, before_close_func=lambda _: page.hide())
    page.resize(width, height)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    return page


def focused() -> QWidget:
    """Return what has the focus, as soon as something has it: what closes gives it away first."""
    patience = QDeadlineTimer(5000)
    while (control := QApplication.focusWidget()) is None and not patience.hasExpired():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
    assert control is not None
    return control


def press_on_screen(key: Qt.Key) -> None:
    """Press a key as the screen's server would: whoever has popped up or has the focus gets it."""
    window = (QApplication.activePopupWidget() or focused().window()).windowHandle()
    assert window is not None
    QTest.keyClick(window, key)


def name_and_role(control: QWidget) -> tuple[str, QAccessible.Role]:
    """Return what a screen reader says of a control."""
    read_out = QAccessible.queryAccessibleInterface(control)
    return read_out.text(QAccessible.Text.Name), read_out.role()


def is_in_view(control: QWidget, page: QScrollArea) -> bool:
    """Tell whether the whole of a control is to be seen on its page."""
    top = control.mapTo(page.viewport(), control.rect().topLeft())
    bottom = control.mapTo(page.viewport(), control.rect().bottomRight())
    return page.viewport().rect().contains(top) and page.viewport().rect().contains(bottom)
