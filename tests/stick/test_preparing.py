"""A stick is whole, or says that it is not."""

import errno
import hashlib
import os
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pikepdf
import pytest

from ladder_desktop.paths import resources
from ladder_desktop.stick import preparing
from ladder_desktop.stick.installers import Installer, find, newer
from ladder_desktop.stick.names import FILES, SUMS, UNFINISHED, VERIFY, StickError
from ladder_desktop.stick.preparing import Plan, prepare
from ladder_desktop.stick.workshop import Workshop, read_workshop
from ladder_desktop.words import words_for
from ladder_desktop.workbook.shelf import built_in

WORDS = words_for("en", Path())
WORKSHOP = Workshop(title="Growing <together>", date="2026-12-01", facilitator="Ana")


@pytest.fixture
def plan(tmp_path: Path) -> Plan:
    """Return a plan with a file, a template and two installers."""
    release = tmp_path / "release"
    release.mkdir()
    (release / "ladder-desktop_1.2.3_amd64.deb").write_bytes(b"deb" * 1000)
    (release / "ladder-desktop_1.2.2_amd64.deb").write_bytes(b"old")
    (release / "SHA256SUMS").write_text("")
    with zipfile.ZipFile(release / "ladder-desktop-1.2.3-windows-portable.zip", "w") as archive:
        archive.writestr("Ladder Desktop/Ladder Desktop.cmd", "start")
        archive.writestr("Ladder Desktop/program/portable.txt", "yes")
    text = tmp_path / "Read 100%.txt"
    text.write_text("Read this.")
    template = built_in("career-growth", resources())
    return Plan(WORKSHOP, ((template, True),), (text,), tuple(find(release)), resources())


def places(stick: Path) -> set[str]:
    """Return the paths of a stick's files."""
    return {path.relative_to(stick).as_posix() for path in stick.rglob("*") if path.is_file()}


def test_a_stick_holds_what_was_planned_and_proves_it(tmp_path: Path, plan: Plan) -> None:
    """Every file but the sums has its sum, and every sum is right."""
    stick = tmp_path / "stick"

    prepare(plan, stick, WORDS)

    lines = (stick / SUMS).read_text("utf-8").splitlines()
    sums = {line[66:]: line[:64] for line in lines}
    assert set(sums) == places(stick) - {SUMS}
    assert all(
        hashlib.sha256((stick / place).read_bytes()).hexdigest() == digest
        for place, digest in sums.items()
    )
    assert {
        "Start here.html",
        "Start here.pdf",
        "Linux - Debian, Ubuntu, Mint.deb",
        "Windows - without installing/Ladder Desktop.cmd",
        "Windows - without installing/program/portable.txt",
        f"{FILES}/Read 100+.txt",
    } <= sums.keys()
    assert sum(place.startswith("Blank workbooks/") for place in sums) == 2


def test_a_stick_comes_out_the_same_twice(
    tmp_path: Path, plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At a given time the same plan gives the same bytes, those of the blank workbooks too."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")

    prepare(plan, tmp_path / "one", WORDS)
    prepare(plan, tmp_path / "two", WORDS)

    assert (tmp_path / "one" / SUMS).read_text() == (tmp_path / "two" / SUMS).read_text()


def test_the_program_reads_the_stick_that_it_wrote(tmp_path: Path, plan: Plan) -> None:
    """The workshop on a stick is one that can be joined."""
    stick = tmp_path / "stick"

    written = prepare(plan, stick, WORDS)

    assert read_workshop(stick) == written
    assert written.program == "1.2.3"
    assert written.title == "Growing <together>"


def test_the_start_page_speaks_both_languages_and_fetches_nothing(
    tmp_path: Path, plan: Plan
) -> None:
    """The page is safe to open anywhere: no script, nothing from elsewhere, no markup let in."""
    stick = tmp_path / "stick"

    prepare(plan, stick, WORDS)

    page = (stick / "Start here.html").read_text("utf-8")
    assert "Empiece aquí" in page
    assert "Growing &lt;together&gt;" in page
    assert "<script" not in page
    assert "http" not in page.replace("http-equiv", "")
    with pikepdf.open(stick / "Start here.pdf") as document:
        assert len(document.pages) >= 2


@pytest.mark.parametrize("name", ["verify-linux.sh"])
@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="the script needs sha256sum")
def test_the_verify_script_finds_a_damaged_file(tmp_path: Path, plan: Plan, name: str) -> None:
    """A bad copy is noticed by whoever checks the stick."""
    stick = tmp_path / "a stick å"
    prepare(plan, stick, WORDS)
    script = ["sh", str(stick / VERIFY / name)]
    assert subprocess.run(script, check=False, capture_output=True).returncode == 0

    (stick / "Linux - Debian, Ubuntu, Mint.deb").write_bytes(b"damaged")

    assert subprocess.run(script, check=False, capture_output=True).returncode == 1


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.ENOENT])
@pytest.mark.parametrize("after", [1, 4, 9])
def test_a_stick_that_fails_in_the_middle_never_looks_whole(
    tmp_path: Path, plan: Plan, monkeypatch: pytest.MonkeyPatch, number: int, after: int
) -> None:
    """Full, broken or pulled out: there are no sums, no workshop, and a file that says so."""
    stick = tmp_path / "stick"
    written = 0

    def settle(_handle: int) -> None:
        nonlocal written
        written += 1
        if written > after:
            raise OSError(number, os.strerror(number))

    monkeypatch.setattr(preparing, "_settle", settle)
    with pytest.raises(StickError):
        prepare(plan, stick, WORDS)

    assert UNFINISHED in places(stick)
    assert SUMS not in places(stick)


def test_a_failed_stick_can_be_prepared_again(
    tmp_path: Path, plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The mark of an unfinished stick goes when it is finished, and an earlier one is renewed."""
    stick = tmp_path / "stick"
    stick.mkdir()
    (stick / UNFINISHED).write_text("x")

    prepare(plan, stick, WORDS)
    prepare(plan, stick, WORDS)

    assert UNFINISHED not in places(stick)
    assert SUMS in places(stick)


def test_what_only_an_earlier_stick_held_goes(tmp_path: Path, plan: Plan) -> None:
    """No file of the last workshop is handed out at the next; what people put there stays."""
    stick = tmp_path / "stick"
    prepare(plan, stick, WORDS)
    mine = stick / "Windows - without installing" / "Ladder Workbooks" / "Mine.ladder"
    mine.parent.mkdir()
    mine.write_bytes(b"x")

    prepare(replace(plan, files=()), stick, WORDS)

    assert not (stick / "Workshop files" / "Read 100+.txt").exists()
    assert mine.exists()


def test_a_list_of_sums_from_elsewhere_leads_nowhere_else(tmp_path: Path, plan: Plan) -> None:
    """Only what lies on the stick is taken away for the new one."""
    stick, other = tmp_path / "stick", tmp_path / "other.txt"
    stick.mkdir()
    other.write_text("keep me")
    (stick / "workshop.toml").write_text("")
    (stick / SUMS).write_text(f"{'0' * 64}  ../other.txt\n{'0' * 64}  {other}\nodd\n")

    prepare(plan, stick, WORDS)

    assert other.read_text() == "keep me"


def test_a_stick_has_room_for_what_it_holds_already(
    tmp_path: Path, plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A stick that is nearly full with a workshop can be prepared anew."""
    stick = tmp_path / "stick"
    prepare(plan, stick, WORDS)
    monkeypatch.setattr(shutil, "disk_usage", lambda _stick: _Usage(preparing.ROOM + 100))

    prepare(plan, stick, WORDS)

    assert SUMS in places(stick)


class _Usage(NamedTuple):
    """What is told of a disk."""

    free: int


def test_a_folder_with_other_files_is_left_alone(tmp_path: Path, plan: Plan) -> None:
    """Nobody's holiday pictures are mixed up with a workshop."""
    stick = tmp_path / "stick"
    stick.mkdir()
    (stick / "holiday.jpg").write_bytes(b"x")

    with pytest.raises(StickError, match="holds other files"):
        prepare(plan, stick, WORDS)

    assert places(stick) == {"holiday.jpg"}


def test_a_program_in_disguise_does_not_get_onto_a_stick(tmp_path: Path, plan: Plan) -> None:
    """What is refused when it is read is refused when it is written, before anything is."""
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(b"MZ")
    stick = tmp_path / "stick"

    with pytest.raises(StickError):
        prepare(Plan(WORKSHOP, (), (bad,), (), resources()), stick, WORDS)

    assert not stick.exists()


@pytest.mark.parametrize(
    ("version", "system", "offered"),
    [
        ("1.2.2", "linux", True),
        ("1.2.3", "linux", False),
        ("1.10.0", "linux", False),
        ("0.9.9", "win32", False),
        ("0.9.9", "darwin", False),
    ],
)
def test_a_newer_program_on_a_stick_is_offered(
    tmp_path: Path, plan: Plan, version: str, system: str, offered: bool
) -> None:
    """Only what is newer and made for this system is offered."""
    stick = tmp_path / "stick"
    prepare(plan, stick, WORDS)

    assert (newer(stick, version, system) is not None) is offered


def test_the_newest_installer_of_each_kind_is_taken(plan: Plan) -> None:
    """A folder that still holds the former release does not bring it onto the stick."""
    assert {one.version for one in plan.installers} == {"1.2.3"}
    assert all(isinstance(one, Installer) for one in plan.installers)
