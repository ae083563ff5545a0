"""Tests run apart from each other, and from the desktop of whoever runs them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from development.rooms import Room, rooms, without_session


def test_a_room_knows_nothing_of_the_desktop_around_it() -> None:
    """Colours, language and screens of the developer are none of the tests' business."""
    kept = without_session(
        {
            "PATH": "/bin",
            "PYTHONHASHSEED": "1",
            "DISPLAY": ":0",
            "WAYLAND_DISPLAY": "wayland-0",
            "XDG_CONFIG_HOME": "/home/me/.config",
            "QT_SCALE_FACTOR": "2",
            "LC_TIME": "de_DE.UTF-8",
            "LANG": "de_DE.UTF-8",
            "DBUS_SESSION_BUS_ADDRESS": "unix:path=/run/bus",
        }
    )

    assert kept == {"PATH": "/bin", "PYTHONHASHSEED": "1"}


def test_every_room_has_a_home_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests that run side by side do not find each other's files, nor the developer's."""
    monkeypatch.setenv("HOME", "/home/me")

    with rooms(2) as furnished:
        homes = {Path(room.environment()["HOME"]) for room in furnished}
        assert len(homes) == 2
        assert all(home.is_dir() for home in homes)
        assert Path("/home/me") not in homes

    assert not any(home.exists() for home in homes)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is one display for all")
def test_every_room_has_a_display_of_its_own() -> None:
    """A window that is opened there has the keyboard, whatever happens next door."""
    opens = (
        "from PySide6.QtWidgets import QApplication, QLineEdit\n"
        "from PySide6.QtTest import QTest\n"
        "application = QApplication([])\n"
        "box = QLineEdit()\n"
        "box.show()\n"
        "assert QTest.qWaitForWindowActive(box, 20_000)\n"
        "assert box.hasFocus()\n"
        "print(application.platformName(), flush=True)\n"
        "input()\n"
    )

    with rooms(2) as furnished:
        both = [
            subprocess.Popen(
                [sys.executable, "-c", opens],
                env=room.environment(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
            for room in furnished
        ]
        told = [process.communicate("\n")[0] for process in both]

    assert told == ["xcb\n", "xcb\n"]


def test_a_room_is_described_to_pytests_workers() -> None:
    """The worker that pytest starts finds itself in the room."""
    room = Room({"HOME": "/home/a room", "DISPLAY": ":7"})

    assert room.worker() == "popen//env:HOME=/home/a room//env:DISPLAY=:7"
    assert room.environment().items() >= room.variables.items()
    assert room.environment()["PATH"] == os.environ["PATH"]
