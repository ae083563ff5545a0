"""The command line where things are missing, full, closed or ended: a sentence, no half file."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from ladder_desktop.store.lock import take
from tests.cli.test_cli import WITH_RIGHTS, Shell

GIVEN = '{"answers": {"weakest": "%s"}}'
STOPPED_WHILE_WRITING = """
import os, signal, sys
from ladder_desktop.export import target
number = signal.Signals[sys.argv.pop()]
signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in the background ignores it
target._set_usual_mode = lambda path: os.kill(os.getpid(), number)
from ladder_desktop.cli import run
sys.exit(run())
"""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no such places")


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """Return a shell in a folder with a workbook."""
    shell = Shell(tmp_path)
    shell.done("new", "a.ladder")
    return shell


def names(shell: Shell) -> set[str]:
    """Return what lies in the folder."""
    return {path.name for path in shell.folder.iterdir()} - {"home"}


@pytest.mark.parametrize(
    "arguments",
    [
        ("fill", "a.ladder", "-"),
        ("checkpoint", "a.ladder", "Lunch"),
        ("merge", "a.ladder", "a.ladder"),
        ("export", "a.ladder", "--to", "pdf"),  # ReportLab looks into the home
    ],
)
def test_without_a_folder_of_ones_own(shell: Shell, arguments: tuple[str, ...]) -> None:
    """Work goes on where nothing can be kept for this person, not even a lock."""
    shutil.rmtree(shell.folder / "home", ignore_errors=True)
    (shell.folder / "home").touch()

    shell.done(*arguments, given=GIVEN % "none")


@pytest.mark.parametrize(
    ("arguments", "redirected", "said"),
    [
        (("show", "a.ladder"), ">/dev/full", "no room left"),
        (("--help",), ">/dev/full", "no room left"),
        (("export", "a.ladder", "--to", "md", "-o", "-"), ">/dev/full", "no room left"),
        (("export", "a.ladder", "--to", "md", "-o", "-"), ">&-", "no standard output"),
        (("fill", "a.ladder", "-"), "<&-", "no standard input"),
    ],
)
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is full")
def test_what_cannot_be_printed_or_read(
    shell: Shell, arguments: tuple[str, ...], redirected: str, said: str
) -> None:
    """A full or closed stream gets a sentence, whoever meant to use it."""
    assert said in shell.refused(*arguments, redirected=redirected)


@pytest.mark.parametrize("redirected", ["2>&-", ">&-", ">&- 2>&- <&-"])
def test_closed_streams_that_nobody_needs(shell: Shell, redirected: str) -> None:
    """What writes a file does so, even where nothing can be said about it."""
    shell.done("export", "a.ladder", "--to", "md", redirected=redirected)

    assert (shell.folder / "a.md").is_file()


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "ascii"])
def test_a_poor_encoding_loses_no_line(shell: Shell, encoding: str) -> None:
    """Where a terminal or pipe lacks a letter it is told by its number."""
    shell.done("checkpoint", "a.ladder", "漢字 – 1")
    shell.environment["PYTHONIOENCODING"] = encoding

    result = shell.run("history", "a.ladder", encoding="latin-1")

    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.count("\n") == 2


@pytest.mark.parametrize("number", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_ended_in_the_midst_of_writing(shell: Shell, number: str) -> None:
    """A `kill`, a closed terminal and Ctrl+C leave the former document, and nothing beside it."""
    (shell.folder / "a.md").write_text("the former one", encoding="utf-8")
    before = names(shell)

    result = subprocess.run(
        [
            *(sys.executable, "-c", STOPPED_WHILE_WRITING),
            *("export", "a.ladder", "--to", "md", "--force", number),
        ],
        cwd=shell.folder,
        env=shell.environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )

    assert (result.returncode, result.stdout) == (128 + signal.SIGINT, "")
    assert result.stderr.strip() == "error: It was stopped before it was done."
    assert names(shell) == before
    assert (shell.folder / "a.md").read_text(encoding="utf-8") == "the former one"


def test_ended_before_anything_began(shell: Shell) -> None:
    """Ctrl+C while the program is still starting prints no stack trace."""
    begin = (
        "import sys; from ladder_desktop import __main__; sys.argv[1:] = ['templates'];"
        "sys.modules['click'] = None; import builtins; real = builtins.__import__\n"
        "def interrupted(name, *rest):\n"
        "    if name == 'ladder_desktop.cli': raise KeyboardInterrupt\n"
        "    return real(name, *rest)\n"
        "builtins.__import__ = interrupted; sys.exit(__main__.main())"
    )

    result = subprocess.run(
        [sys.executable, "-c", begin], capture_output=True, text=True, check=False, timeout=60
    )

    assert (result.returncode, result.stderr) == (128 + signal.SIGINT, "")


def test_a_full_disk_leaves_nothing_beside_the_workbook(shell: Shell) -> None:
    """A change that did not fit is taken back, and so is what SQLite wrote for it."""
    before = names(shell)
    content = (shell.folder / "a.ladder").read_bytes()

    result = shell.run(
        *("fill", "a.ladder", "-"),
        given=GIVEN % ("long " * 50_000),
        before=f"ulimit -f {len(content) // 1024 + 1};",
    )

    assert result.returncode == 1
    assert result.stderr.startswith("error: “a.ladder” can't be changed: ")
    assert result.stderr.count("\n") == 1
    assert names(shell) == before
    shell.done("check", "a.ladder")


def test_names_as_long_as_a_name_may_be(shell: Shell) -> None:
    """A workbook is made under a name that leaves room to save, and under no longer one."""
    longest = "😀" * 60 + ".ladder"

    shell.done("new", longest)
    shell.done("fill", longest, "-", given=GIVEN % "none")
    said = shell.refused("new", "x" * 245 + ".ladder")

    assert "too long to be saved" in said
    assert names(shell) == {"a.ladder", longest}


def test_a_workbook_with_too_long_a_name_says_what_is_wrong(shell: Shell) -> None:
    """Whoever renamed a file in the file manager reads why it can't be saved any more."""
    too_long = "x" * 245 + ".ladder"
    (shell.folder / "a.ladder").rename(shell.folder / too_long)

    said = shell.refused("fill", too_long, "-", given=GIVEN % "none")

    assert "too long to be saved" in said


@WITH_RIGHTS
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("show", "shut/below/a.ladder"), "not allowed to look into “shut”"),
        (("stick", "st", "--installers", "shut"), "can't be looked into"),
        (("stick", "st", "--file", "shut/x.pdf"), "There is no file"),
        (("export", "a.ladder", "--to", "md", "-o", "shut/x.md"), "can't be written"),
    ],
)
def test_folders_that_nobody_may_look_into(
    shell: Shell, arguments: tuple[str, ...], said: str
) -> None:
    """A path below a folder that is shut is refused as what it is."""
    (shell.folder / "shut").mkdir()
    (shell.folder / "shut").chmod(0)

    result = shell.run(*arguments, without_rights=True)

    (shell.folder / "shut").chmod(0o755)
    assert (result.returncode, "Traceback" in result.stderr) == (1, False)
    assert said in result.stderr


def reasons(shell: Shell) -> list[str]:
    """Return why each moment of the history was kept, newest first."""
    return [line.split("\t")[2] for line in shell.done("history", "a.ladder").splitlines()]


def test_an_export_is_a_moment_of_the_history(shell: Shell) -> None:
    """It is kept once until something changes; a second one leaves the file as it is."""
    shell.done("export", "a.ladder", "--to", "md", "-o", "-")
    first = (shell.folder / "a.ladder").read_bytes()
    shell.done("export", "a.ladder", "--to", "csv", "-o", "-")

    assert (shell.folder / "a.ladder").read_bytes() == first
    assert reasons(shell) == ["export", "created"]

    shell.done("fill", "a.ladder", "-", given=GIVEN % "none")
    shell.done("export", "a.ladder", "--to", "json", "-o", "-")

    assert reasons(shell)[0] == "export"
    assert reasons(shell).count("export") == 2


def test_an_export_of_a_workbook_that_is_open_in_a_window(shell: Shell) -> None:
    """The window's file is left alone, and the document written."""
    before = (shell.folder / "a.ladder").read_bytes()
    data = Path(shell.environment["XDG_DATA_HOME"], "ladder-desktop")
    lock = take(shell.folder / "a.ladder", data)

    shell.done("export", "a.ladder", "--to", "md")
    lock.release()

    assert (shell.folder / "a.ladder").read_bytes() == before
    assert (shell.folder / "a.md").is_file()


@WITH_RIGHTS
def test_an_export_of_a_workbook_that_may_only_be_read(shell: Shell) -> None:
    """A write-protected workbook is exported as any other."""
    (shell.folder / "a.ladder").chmod(0o444)

    result = shell.run("export", "a.ladder", "--to", "md", without_rights=True)

    assert (result.returncode, result.stderr) == (0, "a.md\n")
    assert reasons(shell) == ["created"]
