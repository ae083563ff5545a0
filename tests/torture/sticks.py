"""Takes a real disk away from under the window: full, pulled out, failing, gone for good.

The disk is a small image that is mounted, so this needs the rights to mount.
"""

import contextlib
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple, Self

from ladder_desktop.store.file import read
from ladder_desktop.store.making import create
from ladder_desktop.store.rescue import find_rescue
from ladder_desktop.workbook.workbook import new_workbook
from tests.torture.answers import template
from tests.torture.screen_reader import Node, ScreenReader
from tests.torture.window_kills import (
    BLOCK,
    KEY_MS,
    LETTERS,
    PATIENCE,
    REPOSITORY,
    focus,
    found,
    reader_on,
    screen,
)

SIZE = 8_000_000  # bytes of the disk
TOOLS = ("mke2fs", "losetup", "mount", "umount")
MOST_WINDOWS = 1  # faults are told in the window, never by one dialog after the other
SENTENCES = {
    "full": "no room left",
    "pulled": "not there any more",
    "failing": "can't be saved just now",
    "gone": "not there any more",
}


class StickFigures(NamedTuple):
    """What a run of faults of a real disk came to.

    Attributes:
        faults: times that the disk was taken away in some way.
        typed: characters that were typed meanwhile; all of them were found in the end.
        longest: seconds from the disk's return until “Saved” was shown, at most.
    """

    faults: int
    typed: int
    longest: float


def can_mount(folder: Path) -> bool:
    """Tell whether this machine lets us mount a disk; it is tried in a folder."""
    if os.name != "posix" or os.geteuid() != 0 or any(shutil.which(tool) is None for tool in TOOLS):
        return False
    try:
        Stick(folder / "trial").give_up()
    except subprocess.CalledProcessError:
        return False
    return True


class Stick:
    """A small disk on a folder.

    Attributes:
        folder: where it is mounted.
    """

    def __init__(self, place: Path) -> None:
        self.folder = place / "stick"
        place.mkdir()
        image = place / "image"
        image.write_bytes(bytes(SIZE))
        _run("mke2fs", "-q", "-t", "ext4", "-F", image)
        self._device = _run("losetup", "-f", "--show", image).strip()
        try:
            self.put_in()
        except subprocess.CalledProcessError:
            self.give_up()
            raise

    def put_in(self) -> None:
        """Put it in, also again."""
        self.folder.mkdir(parents=True)
        _run("mount", self._device, self.folder)

    def pull_out(self) -> None:
        """Pull it out, whoever has files open on it."""
        _run("umount", "-l", self.folder)
        self.folder.rmdir()

    def fail(self) -> None:
        """Let it fail, as the system does after an error: from now on nothing can be written."""
        _run("mount", "-o", "remount,abort", self.folder)

    def mend(self) -> None:
        """Put it in anew after it failed; what was not on it by then is lost."""
        end = time.monotonic() + PATIENCE
        while subprocess.run(["umount", self.folder], capture_output=True, check=False).returncode:
            assert time.monotonic() < end, "somebody holds the failed disk"
            time.sleep(0.05)
        self.folder.rmdir()
        self.put_in()

    def fill(self) -> None:
        """Write until there is no room left, also not when the system has counted anew."""
        with (self.folder / "filler").open("wb", buffering=0) as file:
            before = -1
            while before < file.tell():
                before = file.tell()
                with contextlib.suppress(OSError):
                    while True:
                        file.write(bytes(512))
                os.fsync(file.fileno())

    def make_room(self) -> None:
        """Take away what fills it."""
        (self.folder / "filler").unlink()

    def give_up(self) -> None:
        """Leave nothing of it on the machine."""
        subprocess.run(["umount", "-l", self.folder], capture_output=True, check=False)
        _run("losetup", "-d", self._device)


def run_stick_faults(times: int, folder: Path, seed: int = 1) -> StickFigures:
    """Take the disk away in each way, so many times; all that is typed has to be there at last."""
    chance = random.Random(seed)
    faults, typed, longest = 0, 0, 0.0
    with screen() as display, reader_on(display, folder) as reader, _stick(folder) as stick:
        for number in range(times):
            path = stick.folder / f"typed-{number}.ladder"
            create(path, new_workbook(template()))
            with _Window(path, reader) as window:
                for name, break_it, mend_it in (
                    ("full", stick.fill, stick.make_room),
                    ("pulled", stick.pull_out, stick.put_in),
                    ("failing", stick.fail, stick.mend),
                ):
                    took = window.endure(name, break_it, mend_it, chance)
                    longest = max(longest, took)
                    _check(path, window.typed)
                window.suffer("gone", stick.pull_out, chance)
            # what the killed program had open of it is let go of by now
            stick.put_in()
            with _Window(path, reader, window.typed) as again:
                again.await_saved()
                _check(path, again.typed)
            faults += len(SENTENCES)
            typed += len(window.typed)
            path.unlink()
    return StickFigures(faults, typed, round(longest, 1))


class _Window:
    """The program on a file, seen and used from outside.

    Attributes:
        typed: everything that was typed into the first box.
    """

    def __init__(self, path: Path, reader: ScreenReader, typed: str = "") -> None:
        self._path = path
        self._reader = reader
        self.typed = typed
        self._data = Path(reader.environment["XDG_DATA_HOME"], "ladder-desktop")

    def __enter__(self) -> Self:
        self._program = subprocess.Popen(
            [sys.executable, "-m", "ladder_desktop", str(self._path)],
            env=self._reader.environment,
            cwd=REPOSITORY,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._status, self._box = found(self._reader, self._program)
        if not self.typed:  # else it is only looked at
            focus(self._reader, self._box, 0)
        return self

    def __exit__(self, *_: object) -> None:
        self._program.send_signal(signal.SIGKILL)
        self._program.wait()

    def endure(
        self,
        name: str,
        break_it: Callable[[], None],
        mend_it: Callable[[], None],
        chance: random.Random,
    ) -> float:
        """Go on typing through a fault and its end; return the seconds until all was saved."""
        self._type(chance)
        self.await_saved()
        self.suffer(name, break_it, chance)
        mend_it()
        start = time.monotonic()
        self.await_saved()
        took = time.monotonic() - start
        self._await(lambda: find_rescue(self._path, self._data) is None, "the rescue file stays")
        return took

    def suffer(self, name: str, break_it: Callable[[], None], chance: random.Random) -> None:
        """Go on typing through a fault until it is told and all is in the rescue file."""
        break_it()
        self._type(chance)
        self._await(lambda: self._is_told(SENTENCES[name]), f"nothing is said of “{name}”")
        self._type(chance)
        self._await(self._is_rescued, f"{name}: not in the rescue file")
        assert self._shows_all(), name
        (program,) = self._reader.programs()
        assert len(self._reader.children(program)) <= MOST_WINDOWS, name

    def await_saved(self) -> None:
        """Wait until the window shows all and says that it is saved."""
        self._await(self._shows_all, "a key was lost")
        self._await(self._is_saved, "it is not saved")

    def _type(self, chance: random.Random) -> None:
        text = "".join(chance.choices(LETTERS, k=40))
        keys = ["type", "--delay", str(KEY_MS), text]
        subprocess.run(["xdotool", *keys], env=self._reader.environment, check=True)
        self.typed += text

    def _shows_all(self) -> bool:
        """Tell whether a box shows what was typed; putting back makes another box of it."""
        (program,) = self._reader.programs()
        boxes = (one for one in self._reader.all_in(program) if self._reader.role(one) == "text")
        return any(self._reader.text(box) == self.typed for box in boxes)

    def _is_saved(self) -> bool:
        return self._reader.name(self._status).startswith("Saved")

    def _is_rescued(self) -> bool:
        rescued = find_rescue(self._path, self._data)
        return rescued is not None and rescued.changed.get(BLOCK) == f'"{self.typed}"'

    def _is_told(self, part: str) -> bool:
        (program,) = self._reader.programs()
        return any(part in self._reader.name(node) for node in self._labels(program))

    def _labels(self, program: Node) -> Iterator[Node]:
        return (one for one in self._reader.all_in(program) if self._reader.role(one) == "label")

    def _await(self, is_so: Callable[[], bool], message: str) -> None:
        end = time.monotonic() + PATIENCE
        while not is_so():
            assert time.monotonic() < end, message
            assert self._program.poll() is None, "the program ended by itself"
            time.sleep(0.02)


@contextlib.contextmanager
def _stick(folder: Path) -> Iterator[Stick]:
    stick = Stick(folder / "disk")
    try:
        yield stick
    finally:
        stick.give_up()


def _check(path: Path, typed: str) -> None:
    assert read(path, thoroughly=True).workbook.answers[BLOCK] == typed
    with contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as conn:
        assert conn.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def _run(*words: str | Path) -> str:
    return subprocess.run(words, capture_output=True, check=True, text=True).stdout
