"""The command line does the same work without a screen."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.reading_back import text_of
from tests.samples import answers, template_text

ORDINARY = ("setpriv", "--bounding-set=-all", "--inh-caps=-all")
WITH_RIGHTS = pytest.mark.skipif(
    os.name == "nt" or (os.geteuid() == 0 and shutil.which(ORDINARY[0]) is None),
    reason="Windows has rights of another kind, and root obeys none by itself",
)


class Shell:
    """Runs the program as a person would, in a folder of its own and without a display."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment = {
            name: value
            for name, value in os.environ.items()
            if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
        } | {"HOME": str(folder / "home"), "XDG_DATA_HOME": str(folder / "home")}

    def run(
        self,
        *arguments: str,
        given: str = "",
        without_rights: bool = False,
        before: str = "",
        redirected: str = "",
        encoding: str = "utf-8",
    ) -> subprocess.CompletedProcess[str]:
        """Run the program and return what came of it; root can be made to obey rights, too."""
        command = [sys.executable, "-m", "ladder_desktop", *arguments]
        if before or redirected:
            command = ["bash", "-c", f'{before} exec "$@" {redirected}', "bash", *command]
        if without_rights and os.geteuid() == 0:
            command = [*ORDINARY, *command]
        return subprocess.run(
            command,
            cwd=self.folder,
            env=self.environment,
            input=given,
            capture_output=True,
            encoding=encoding,
            check=False,
            timeout=60,
        )

    def done(self, *arguments: str, given: str = "", redirected: str = "") -> str:
        """Run the program, make sure that it worked, and return its standard output."""
        result = self.run(*arguments, given=given, redirected=redirected)
        assert (result.returncode, result.stderr.count("Traceback")) == (0, 0), result.stderr
        return result.stdout

    def refused(self, *arguments: str, given: str = "", redirected: str = "") -> str:
        """Run the program, make sure that it refused in one line, and return that line."""
        result = self.run(*arguments, given=given, redirected=redirected)
        assert (result.returncode, result.stdout) == (1, "")
        assert result.stderr.startswith("error: ")
        assert result.stderr.count("\n") == 1
        return result.stderr


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """Return a shell in an empty folder."""
    return Shell(tmp_path)


def test_from_new_to_paper_and_back(shell: Shell) -> None:
    """A workbook is made, filled, exported and filled into another one without loss."""
    (shell.folder / "mine.toml").write_text(template_text(), encoding="utf-8")
    given = json.dumps({"answers": answers(), "details": {"level": "lea"}})

    shell.done("new", "a.ladder", "--template", "mine.toml", "--name", "Ada")
    shell.done("fill", "a.ladder", "-", given=given)
    first = shell.done("export", "a.ladder", "--to", "json", "-o", "-")
    shell.done("new", "b.ladder", "--template", "mine.toml")
    shell.done("fill", "b.ladder", "-", given=first)
    shell.done("export", "b.ladder", "--to", "pdf", "-o", "b.pdf")

    assert shell.done("export", "b.ladder", "--to", "json", "-o", "-") == first
    assert json.loads(first)["answers"] == answers()
    assert json.loads(first)["template"]["text"] == template_text()
    text = text_of(shell.folder / "b.pdf")
    assert [text.count(word) for word in ("answer-goal", "answer-added", "Ada")] >= [1, 1, 1]


def test_show_tells_who_what_and_how_far(shell: Shell) -> None:
    """The progress of each section counts as on screen."""
    shell.done("new", "a.ladder", "--name", "Ada", "--level", "school")
    shell.done("fill", "a.ladder", "-", given='{"answers": {"job-satisfaction": "yes"}}')

    shown = shell.done("show", "a.ladder")

    assert "Name: Ada" in shown
    assert "Reflection: 1/3\nSelf-assessment: 0/1\nGoals and roles: 0/1" in shown
    assert "Resources: –" in shown


def test_templates_are_listed_with_tabs(shell: Shell) -> None:
    """A script reads the id from the first field of each line."""
    lines = [line.split("\t") for line in shell.done("templates").splitlines()]

    assert [line for line in lines if line[0] == "career-growth"]
    assert {len(line) for line in lines} == {3}


def test_fill_puts_in_all_or_none(shell: Shell) -> None:
    """One answer that does not fit keeps the others out, too."""
    shell.done("new", "a.ladder")
    before = (shell.folder / "a.ladder").read_bytes()

    said = shell.refused(
        "fill", "a.ladder", "-", given='{"answers": {"job-satisfaction": "x", "nowhere": "y"}}'
    )

    assert "“nowhere”" in said
    assert (shell.folder / "a.ladder").read_bytes() == before


def test_nothing_is_overwritten_unasked(shell: Shell) -> None:
    """Neither a workbook nor a document is replaced without a word."""
    shell.done("new", "a.ladder")
    shell.done("export", "a.ladder", "--to", "md")

    assert "Choose another name" in shell.refused("new", "a.ladder")
    assert "--force" in shell.refused("export", "a.ladder", "--to", "md")
    assert "itself" in shell.refused("export", "a.ladder", "--to", "md", "-o", "a.ladder")
    shell.done("export", "a.ladder", "--to", "md", "--force")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("show", "none.ladder"), "none.ladder"),
        (("show", "."), "folder"),
        (("show", "text.txt"), "not a workbook"),
        (("fill", "a.ladder", "none.json"), "none.json can't be read"),
        (("fill", "a.ladder", "text.txt"), "can't be read as JSON"),
        (("new", "b.ladder", "--template", "nothing"), "no built-in template “nothing”"),
        (("new", "b.ladder", "--template", "none.toml"), "none.toml can't be read"),
        (("new", "b.ladder", "--date", "tomorrow"), "2026-11-21"),
        (("new", "no/b.ladder"), "no"),
        (("export", "a.ladder", "--to", "pdf", "-o", "no/x.pdf"), "no"),
        (("export", "a.ladder", "--to", "pdf", "--sections", "x,y"), "no section “x”"),
        (("export", "a.ladder", "--to", "pdf", "--password-file", "none"), "none can't be read"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    shell: Shell, arguments: tuple[str, ...], said: str
) -> None:
    """Every refusal names the thing and ends with status 1, without a stack trace."""
    (shell.folder / "text.txt").write_text("no workbook" * 100, encoding="utf-8")
    shell.done("new", "a.ladder")

    assert said in shell.refused(*arguments)


def test_check_tells_every_mistake_of_a_template(shell: Shell) -> None:
    """A facilitator reads all mistakes at once, each with its line, and status 1."""
    text = template_text("prompt").replace("version = 1", 'version = "1"').replace("prompt", "x")
    (shell.folder / "mine.toml").write_text(text, encoding="utf-8")

    result = shell.run("check", "mine.toml")

    assert result.returncode == 1
    assert [line.split(",")[0].split(":")[1] for line in result.stdout.splitlines()] == [
        " Line 3",
        " Line 10",
    ]


def test_check_tells_of_pictures_that_are_not_there(shell: Shell) -> None:
    """A template carries none, and a file can lack one that an answer names."""
    lost = "![A map](picture:abc)"
    template = template_text("prompt").replace("Why do you ask?", f"Why? {lost}")
    (shell.folder / "mine.toml").write_text(template, encoding="utf-8")
    shell.done("new", "a.ladder")
    shell.done("fill", "a.ladder", "-", given=f'{{"answers": {{"job-satisfaction": "{lost}"}}}}')

    said = [shell.run("check", name).stdout for name in ("mine.toml", "a.ladder")]

    assert "“why” names a picture" in said[0]
    assert "“job-satisfaction” names a picture" in said[1]


def test_check_finds_no_problem_where_there_is_none(shell: Shell) -> None:
    """A sound workbook and a sound template end with status 0."""
    (shell.folder / "mine.toml").write_text(template_text(), encoding="utf-8")
    shell.done("new", "a.ladder")

    assert shell.done("check", "a.ladder") == ""
    assert shell.done("check", "mine.toml") == ""


@pytest.mark.parametrize("arguments", [("nonsense",), ("export", "a.ladder"), ("new",)])
def test_wrong_usage_ends_with_status_2(shell: Shell, arguments: tuple[str, ...]) -> None:
    """A script can tell wrong usage from work that failed."""
    assert shell.run(*arguments).returncode == 2


@pytest.mark.parametrize("arguments", [(), ("open",), ("open", "a.ladder")])
def test_the_window_without_a_display_is_refused_with_words(
    shell: Shell, arguments: tuple[str, ...]
) -> None:
    """One sentence says what works without a display; nothing aborts."""
    result = shell.run(*arguments)

    assert result.returncode == 1
    assert "--help" in result.stderr
    assert "Traceback" not in result.stderr


def test_the_next_round_begins_from_another_workbook(shell: Shell) -> None:
    """What carries over goes along, details can be given anew, and the old file stays as it is."""
    shell.done("new", "one.ladder", "--template", "six-steps", "--name", "Ada", "--workshop", "A")
    goals = '[{"goal": "Stay", "baseline": "80%", "finding": "85%"}]'
    given = f'{{"answers": {{"goals": {goals}, "heard": "Ask parents"}}}}'
    shell.done("fill", "one.ladder", "-", given=given)
    before = (shell.folder / "one.ladder").read_bytes()

    shell.done("new", "two.ladder", "--from", "one.ladder", "--workshop", "B")

    shell.done("export", "two.ladder", "--to", "json", "-o", "two.json")
    whole = json.loads((shell.folder / "two.json").read_text(encoding="utf-8"))
    assert whole["template"]["id"] == "six-steps"
    assert (whole["details"]["name"], whole["details"]["workshop"]) == ("Ada", "B")
    assert whole["answers"]["goals"][0]["baseline"] == "85%"
    assert whole["answers"]["heard"] == ""
    assert (shell.folder / "one.ladder").read_bytes() == before


@pytest.mark.parametrize(
    "arguments",
    [
        ("export", ".", "--to", "pdf"),
        ("export", "", "--to", "md"),
        ("check", "."),
        ("fill", "a.ladder", "."),
    ],
)
def test_a_folder_in_the_place_of_a_file_is_refused(
    arguments: tuple[str, ...], shell: Shell
) -> None:
    """A folder, or a name left blank, gets a sentence and no stack trace."""
    shell.done("new", "a.ladder")

    result = shell.run(*arguments)

    assert (result.returncode, "Traceback" in result.stderr) == (1, False)
    assert "folder" in result.stdout + result.stderr


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
def test_a_document_never_takes_the_place_of_a_device(shell: Shell) -> None:
    """Even with --force, only an ordinary file is replaced."""
    shell.done("new", "a.ladder")
    pipe = shell.folder / "pipe"
    os.mkfifo(pipe)

    said = shell.refused("export", "a.ladder", "--to", "md", "--force", "-o", "pipe")

    assert "not an ordinary file" in said
    assert pipe.is_fifo()


@WITH_RIGHTS
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("show", "hidden.ladder"), "not allowed to read it"),
        (("check", "hidden.toml"), "can't be read"),
        (("fill", "a.ladder", "hidden.json"), "can't be read"),
        (("fill", "closed/a.ladder", "new.json"), "It was left as it is"),
        (("new", "closed/b.ladder"), "write-protected"),
        (("show", "shut/a.ladder"), "not allowed to look into"),
    ],
)
def test_missing_rights_are_told_as_such(
    arguments: tuple[str, ...], said: str, shell: Shell
) -> None:
    """Nobody reads that a file is gone, or is saved later, when the rights are missing."""
    for folder in ("closed", "shut"):
        (shell.folder / folder).mkdir()
        shell.done("new", f"{folder}/a.ladder")
    shell.done("new", "a.ladder")
    (shell.folder / "new.json").write_text('{"answers": {"weakest": "none"}}', encoding="utf-8")
    shell.done("new", "hidden.ladder")
    for hidden in ("hidden.ladder", "hidden.toml", "hidden.json"):
        (shell.folder / hidden).touch()
        (shell.folder / hidden).chmod(0)
    (shell.folder / "closed").chmod(0o555)
    (shell.folder / "shut").chmod(0)

    result = shell.run(*arguments, without_rights=True)

    for folder in ("closed", "shut"):
        (shell.folder / folder).chmod(0o755)
    assert result.returncode == 1
    assert said in result.stdout + result.stderr


@pytest.mark.skipif(os.name == "nt", reason="Windows gives no names of half characters")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("checkpoint", "a.ladder", "half \udcff"), "half a character"),
        (("new", "b.ladder", "--name", "half \udcff"), "“details” holds half a character"),
        (("export", "x" * 300 + ".ladder", "--to", "md"), "can't be written"),
        (("history", "a.ladder", "nope"), "no question “nope”"),
    ],
)
def test_odd_names_are_refused_with_words(
    arguments: tuple[str, ...], said: str, shell: Shell
) -> None:
    """Half a character, a name that is too long, and a question nobody asks get a sentence."""
    shell.done("new", "a.ladder")

    assert said in shell.refused(*arguments)


def test_a_moment_takes_one_line_of_the_history(shell: Shell) -> None:
    """A name with a line break or a tab in it breaks no list."""
    shell.done("new", "a.ladder")

    shell.done("checkpoint", "a.ladder", "first\nday\tdone")

    assert "checkpoint: first day done\t" in shell.done("history", "a.ladder")


@pytest.mark.parametrize("day", ["20261121", "2026-W47-6", "2026-02-30"])
def test_a_date_is_written_in_one_way(day: str, shell: Shell) -> None:
    """What no workbook can hold is refused before there is one."""
    assert "2026-11-21" in shell.refused("new", "a.ladder", "--date", day)
    assert not (shell.folder / "a.ladder").exists()


def test_a_blank_date_is_none(shell: Shell) -> None:
    """A script that has no date makes a sound workbook."""
    shell.done("new", "a.ladder", "--date", "")

    shell.done("check", "a.ladder")
