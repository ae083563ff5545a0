"""What the operating system lacks is found, installed where that is allowed, or named."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import PySide6
import pytest
from development import system
from development.system import Need
from elftools.elf.dynamic import DynamicSection
from elftools.elf.elffile import ELFFile

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has packages")

QT = Path(PySide6.__file__).parent / "Qt"
# What a program of widgets loads; the rest of the wheel is never touched.
LOADED = (
    "lib/libQt6Core.so.6",
    "lib/libQt6DBus.so.6",
    "lib/libQt6Gui.so.6",
    "lib/libQt6PrintSupport.so.6",
    "lib/libQt6Svg.so.6",
    "lib/libQt6Test.so.6",
    "lib/libQt6WaylandClient.so.6",
    "lib/libQt6Widgets.so.6",
    "lib/libQt6XcbQpa.so.6",
    "plugins/iconengines/*.so",
    "plugins/imageformats/*.so",
    "plugins/platforminputcontexts/lib[ci]*.so",
    "plugins/platforms/libqoffscreen.so",
    "plugins/platforms/libqwayland*.so",
    "plugins/platforms/libqxcb.so",
    "plugins/platformthemes/libqxdg*.so",
    "plugins/printsupport/*.so",
    "plugins/wayland-*-client/*.so",
    "plugins/wayland-shell-integration/*.so",
    "plugins/xcbglintegrations/*.so",
)
# On every Linux that has a Python.
BASE = {"libc.so.6", "libm.so.6", "libgcc_s.so.1", "libdl.so.2", "libpthread.so.0", "librt.so.1"}


def linked(path: Path) -> Iterator[str]:
    """Tell which libraries a library is linked with."""
    with path.open("rb") as file:
        for section in ELFFile(file).iter_sections():
            if isinstance(section, DynamicSection):
                for tag in section.iter_tags("DT_NEEDED"):
                    yield tag.needed  # type: ignore[attr-defined] # the library sets it by name


def test_every_library_that_qt_needs_is_listed() -> None:
    """What Qt does not bring along, set-up looks for."""
    files = [path for pattern in LOADED for path in QT.glob(pattern)]
    wanted = {name for path in files for name in linked(path)}

    brought = {path.name for path in (QT / "lib").iterdir()}
    # the loader is what every program is started with; a part of Qt that was left out is no loss
    others = {name for name in wanted if name.startswith(("ld-linux", "libQt6"))}

    assert len(files) > len(LOADED)
    assert wanted - brought - BASE - others == {need.library for need in system.WINDOW}


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a machine whose only program is an apt-get that notes down what it is told.

    What it installs is a program `thing`; it fails where a file `broken` stands.
    """
    apt = tmp_path / "apt-get"
    apt.write_text(
        "#!/bin/sh\n"
        f'echo "$@" >> {tmp_path}/calls\n'
        f"if [ -e {tmp_path}/broken ]; then echo 'E: no such package'; exit 100; fi\n"
        f'case "$*" in *install*) : > {tmp_path}/thing; /bin/chmod +x {tmp_path}/thing;; esac\n'
    )
    apt.chmod(0o755)
    (tmp_path / "env").symlink_to("/usr/bin/env")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(system, "has_font", lambda: True)
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    return tmp_path


THING = Need("thing-package", program="thing")


def calls(machine: Path) -> list[str]:
    """Return what apt was asked for, in short."""
    noted = machine / "calls"
    lines = noted.read_text().splitlines() if noted.exists() else []
    return [line.removeprefix("-o DPkg::Lock::Timeout=300 ") for line in lines]


def test_what_is_missing_is_installed(machine: Path) -> None:
    """On Debian, whoever may install packages has to do nothing."""
    assert system.provide([THING]) == []

    assert "install -y --no-install-recommends thing-package" in calls(machine)


def test_nothing_is_installed_where_nothing_is_missing(machine: Path) -> None:
    """Set-up looks before it calls apt."""
    system.provide([THING])
    before = calls(machine)

    assert system.provide([THING]) == []

    assert calls(machine) == before


def test_without_rights_the_command_is_told(
    machine: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever may not install packages can hand the command to somebody who may."""
    monkeypatch.setattr(os, "geteuid", lambda: 1000)

    assert system.provide([THING]) == [THING]

    assert "apt-get install -y --no-install-recommends thing-package\n" in capsys.readouterr().out
    assert calls(machine) == []


def test_without_apt_the_parts_are_told(machine: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """On another Linux the names of Debian's packages would be of no use."""
    (machine / "apt-get").unlink()

    assert system.provide([THING]) == [THING]

    assert "thing. Please" in capsys.readouterr().out


def test_a_failure_of_apt_is_told_and_survived(
    machine: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What apt can't do keeps nobody from what works without."""
    (machine / "broken").touch()

    assert system.provide([THING]) == [THING]

    told = capsys.readouterr().out
    assert "E: no such package" in told
    assert "thing-package" in told


def test_fresh_machines_fetch_apts_lists_first(tmp_path: Path) -> None:
    """Apt without lists knows no package."""
    assert not system.has_package_lists(tmp_path)

    (tmp_path / "mirror_debian_dists_trixie_main_binary-amd64_Packages.lz4").touch()

    assert system.has_package_lists(tmp_path)


def test_each_need_is_looked_for_in_its_own_way(tmp_path: Path) -> None:
    """Libraries, programs, modules and files are found where they are, and missed elsewhere."""
    met = [
        Need("p", library="libc.so.6"),
        Need("p", program="sh"),
        Need("p", module="json"),
        Need("p", file=str(tmp_path)),
    ]
    unmet = [
        Need("p", library="libnothing.so.0"),
        Need("p", program="no-such-program"),
        Need("p", module="no_such_module"),
        Need("p", file=str(tmp_path / "nothing")),
    ]

    assert [need.is_met() for need in met + unmet] == [True] * 4 + [False] * 4
    assert system.packages([*met, Need("q")]) == ["p", "q"]


def test_one_font_is_enough(tmp_path: Path) -> None:
    """Any font that Qt can show counts, wherever it lies."""
    folder = tmp_path / "truetype" / "some"
    folder.mkdir(parents=True)
    (folder / "readme.txt").touch()

    assert not system.has_font([tmp_path, tmp_path / "nothing"])

    (folder / "some.ttf").touch()

    assert system.has_font([tmp_path])
