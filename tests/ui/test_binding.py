"""PySide that waits with its own modules does all that PySide left alone does."""

import os
import subprocess
import sys

import pytest

ALONE = "import PySide6.QtWidgets"
OURS = "from ladder_desktop.ui.binding import import_qt\nimport_qt()"
OWN_MODULES = "shibokensupport.signature.loader"

WRONG_CALLS = """
import inspect
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QLabel, QWidget

class Caller(QObject):
    called = Signal(int)

application = QApplication(["test", "-platform", "offscreen"])
widget, caller = QWidget(), Caller()
calls = [
    lambda: widget.resize("wide"),
    lambda: widget.setWindowTitle(7, 8),
    lambda: widget.setLayoutDirection(1),
    lambda: QWidget(3),
    lambda: QLabel(nonsense=3),
    lambda: widget.nonsense,
    lambda: caller.called.emit(1, 2),
    lambda: QObject.connect(1, 2),
    lambda: QWidget.resize.__doc__,
    lambda: inspect.signature(QWidget),
    lambda: inspect.getdoc(QLabel.setText),
]
for call in calls[{first}:] + calls[:{first}]:
    try:
        print(call())
    except Exception as error:
        print(type(error), error)
"""

EVERY_ENUM = """
import enum, importlib, pickle

def show(kind):
    print(kind.__module__, kind.__qualname__, kind.__bases__, kind.__doc__, len(kind))
    for name, member in kind.__members__.items():
        same = kind(member.value) is kind[name] is getattr(kind, name) is member
        print(name, member.name, member.value, repr(member), str(member), hash(member), same)
    members = list(kind)
    print([member.name for member in members], [kind(0), kind(1 << 30)] if wide(kind) else "")
    if issubclass(kind, enum.Flag) and members:
        first, both = members[0], kind(members[0].value | members[-1].value)
        print(repr(both), list(both), ~first, both == members[-1] | first, first in both)

def wide(kind):
    return issubclass(kind, enum.Flag) and len(kind.__members__) > 0

def walk(around, depth=3):
    for name in dir(around):
        inner = getattr(around, name, None)
        if isinstance(inner, enum.EnumType):
            show(inner)
        elif isinstance(inner, type) and depth and inner.__name__ == name:
            walk(inner, depth - 1)

for name in ("QtCore", "QtGui", "QtWidgets", "QtSvg", "QtPrintSupport"):
    walk(importlib.import_module(f"PySide6.{name}"))
"""


def told(*parts: str) -> str:
    """Return what a program prints that consists of these parts."""
    environment = {**os.environ, "PYTHONHASHSEED": "0"}
    program = "\n".join(parts)
    return subprocess.check_output([sys.executable, "-c", program], env=environment, text=True)


@pytest.mark.parametrize("first", [0, 3, 8, 9])
def test_wrong_calls_are_refused_in_the_same_words(first: int) -> None:
    """Errors and documentation are those of PySide, whichever is asked for first."""
    calls = WRONG_CALLS.replace("{first}", str(first))

    ours = told(OURS, calls)

    assert "called with wrong argument types" in ours
    assert ours == told(ALONE, calls)


def test_enumerations_are_the_same() -> None:
    """All enumerations have the same members, which do the same."""
    ours = told(OURS, EVERY_ENUM)

    assert len(ours.splitlines()) > 5000
    assert ours == told(ALONE, EVERY_ENUM)


def test_right_calls_load_none_of_the_own_modules() -> None:
    """A window is shown and painted without the modules that explain wrong calls."""
    shown = """
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication(["test", "-platform", "offscreen"])
label = QLabel("text")
label.show()
label.grab()
import sys
print("NAME" in sys.modules)
""".replace("NAME", OWN_MODULES)

    assert told(OURS, shown) == "False\n"
    assert told(ALONE, shown) == "True\n"


def test_no_function_waits_for_the_import_of_a_module() -> None:
    """PySide has nothing to bring back into modules, which is left out here."""
    brought = 'print([name for name in dir(deprecated) if name.startswith("fix_for")])'

    assert told("from PySide6.support import deprecated", brought) == "[]\n"


def test_msgspec_does_without_typing_extensions() -> None:
    """What takes longer than msgspec is left out, and is there for others afterwards."""
    imported = """
from ladder_desktop.ui.binding import import_msgspec
import_msgspec()
import sys
print("typing_extensions" in sys.modules)
import typing_extensions
print(typing_extensions.__name__)
"""

    assert told(imported) == "False\ntyping_extensions\n"


def test_what_pyside_hardly_uses_is_imported_when_somebody_does() -> None:
    """Its library begins without these modules, and gets the real ones when it asks."""
    asked = """
import sys
from ladder_desktop.ui.binding import LATE
print([name for name in LATE if name in sys.modules])
import shiboken6, zipfile
print(shiboken6.zipfile.ZipFile is zipfile.ZipFile, shiboken6.tempfile.gettempdir())
"""
    tempdir = told("import tempfile; print(tempfile.gettempdir())")

    assert told(OURS, asked) == f"[]\nTrue {tempdir}"
