"""What a thread tells is heard on the window's thread, or by nobody."""

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from ladder_desktop.widgets.messenger import Messenger


class Listener(QObject):
    """Keeps what it hears, and on which thread."""

    damaged = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[tuple[object, ...]] = []
        self.threads: set[threading.Thread] = set()

    def hear_one(self, told: str) -> None:
        """Take one thing."""
        self._keep(told)

    def hear_two(self, first: str, second: int) -> None:
        """Take two things."""
        self._keep(first, second)

    def hear_nothing(self) -> None:
        """Take only that something was told."""
        self._keep()

    def _keep(self, *told: object) -> None:
        self.heard.append(told)
        self.threads.add(threading.current_thread())


def on_a_thread(do: Callable[[], None]) -> None:
    """Do something on another thread, and wait for it."""
    thread = threading.Thread(target=do)
    thread.start()
    thread.join()


def test_what_is_told_is_heard_in_its_order(qtbot: QtBot) -> None:
    """Messengers beside each other don't overtake, and all are heard on the window's thread."""
    listener = Listener()
    one, two, none = (
        Messenger(hear) for hear in (listener.hear_one, listener.hear_two, listener.hear_nothing)
    )

    def tell() -> None:
        two("a", 1)
        one("b")
        none()
        two("c", 2)

    on_a_thread(tell)
    assert listener.heard == []

    qtbot.waitUntil(lambda: listener.heard == [("a", 1), ("b",), (), ("c", 2)])
    assert listener.threads == {threading.main_thread()}


def test_a_signal_hears_too(qtbot: QtBot) -> None:
    """What is told goes on as that signal."""
    listener = Listener()
    tell = Messenger(listener.damaged)

    with qtbot.waitSignal(listener.damaged) as waited:
        on_a_thread(lambda: tell("page 3"))

    assert waited.args == ["page 3"]


def test_what_is_told_too_late_is_nobodys(qapp: QApplication) -> None:
    """Who hears may be gone when it is told, and even between the telling and the hearing."""
    listener = Listener()
    tell = Messenger(listener.hear_one)

    on_a_thread(lambda: tell("on its way"))
    delete(listener)
    on_a_thread(lambda: tell("too late"))
    qapp.processEvents()

    assert listener.heard == []


def test_it_ends_on_the_windows_thread(qtbot: QtBot, qapp: QApplication) -> None:
    """Also where another thread held it last, with something still on its way."""
    listener = Listener()
    before = qapp.children()
    held = [Messenger(listener.hear_one)]
    (line,) = (one for one in qapp.children() if one not in before)
    ended: list[threading.Thread] = []
    line.destroyed.connect(
        lambda: ended.append(threading.current_thread()), Qt.ConnectionType.DirectConnection
    )
    del line

    on_a_thread(lambda: held.pop()("last words"))

    qtbot.waitUntil(lambda: ended == [threading.main_thread()])
    assert listener.heard == [("last words",)]
