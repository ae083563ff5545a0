"""Earlier answers come back from the command line, and copies are joined."""

import json
import shutil
from pathlib import Path

import pikepdf
import pytest

from tests.cli.test_cli import Shell

GIVEN = '{"answers": {"job-satisfaction": "%s"}}'


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """Return a shell in a folder with a workbook that was filled twice."""
    shell = Shell(tmp_path)
    shell.done("new", "a.ladder")
    shell.done("fill", "a.ladder", "-", given=GIVEN % "first")
    shell.done("fill", "a.ladder", "-", given=GIVEN % "second")
    return shell


def exported(shell: Shell, name: str = "a.ladder") -> str:
    """Return a workbook as JSON."""
    return shell.done("export", name, "--to", "json", "-o", "-")


def test_an_earlier_answer_comes_back(shell: Shell) -> None:
    """What `history` lists can be restored, and the restoring can be undone the same way."""
    before = exported(shell)
    moments = [line.split("\t") for line in shell.done("history", "a.ladder").splitlines()]
    first = next(moment for moment in reversed(moments) if moment[3] == "job-satisfaction")

    shell.done("restore", "a.ladder", first[0], "job-satisfaction")
    restored = exported(shell)
    newest = [line.split("\t") for line in shell.done("history", "a.ladder").splitlines()]
    undone = next(moment for moment in newest if moment[2] == "before: restore")
    shell.done("restore", "a.ladder", undone[0])

    assert '"job-satisfaction": "first"' in restored
    assert '"job-satisfaction": "second"' in before
    assert exported(shell) == before


def test_a_checkpoint_keeps_its_name(shell: Shell) -> None:
    """A moment marked by a person is found by its name."""
    shell.done("checkpoint", "a.ladder", "End of day 1")

    assert "checkpoint: End of day 1" in shell.done("history", "a.ladder")
    assert "blank" in shell.refused("checkpoint", "a.ladder", " ")


def test_copies_edited_apart_are_joined(shell: Shell) -> None:
    """What only the other copy changed is taken, what both changed stays and is named."""
    shutil.copy(shell.folder / "a.ladder", shell.folder / "b.ladder")
    shell.done("fill", "a.ladder", "-", given=GIVEN % "mine")
    theirs = '{"answers": {"job-satisfaction": "theirs", "weakest": "theirs alone"}}'
    shell.done("fill", "b.ladder", "-", given=theirs)

    result = shell.run("merge", "a.ladder", "b.ladder")

    assert result.returncode == 0
    assert "weakest" in result.stdout
    assert "job-satisfaction" in result.stderr
    assert '"job-satisfaction": "mine"' in exported(shell)
    assert '"weakest": "theirs alone"' in exported(shell)


def test_what_changed_since_a_moment_is_marked(shell: Shell) -> None:
    """Added and removed words are marked, one question or all; a checkpoint can be named."""
    shell.done("checkpoint", "a.ladder", "Lunch")
    shell.done("fill", "a.ladder", "-", given=GIVEN % "second thoughts")

    whole = shell.done("history", "a.ladder", "--at", "Lunch")
    other = shell.done("history", "a.ladder", "weakest", "--at", "Lunch")
    shell.done("restore", "a.ladder", "Lunch", "job-satisfaction")

    assert whole.splitlines()[0].startswith("job-satisfaction: ")
    assert whole.splitlines()[1:] == ["second{+ thoughts+}"]
    assert other == ""
    assert shell.done("history", "a.ladder", "--at", "Lunch") == ""
    assert "Supper" in shell.refused("history", "a.ladder", "--at", "Supper")


def test_a_moment_that_never_was_is_refused(shell: Shell) -> None:
    """Nothing is changed when the moment is unknown."""
    before = exported(shell)

    shell.refused("restore", "a.ladder", "0000")

    assert exported(shell) == before


def test_a_filled_form_comes_back(shell: Shell) -> None:
    """What was written into the PDF form lands under its questions; a strange field is named."""
    shell.done("export", "a.ladder", "--to", "pdf", "--form", "-o", "form.pdf")
    with pikepdf.open(shell.folder / "form.pdf", allow_overwriting_input=True) as pdf:
        fields = {str(field["/T"]): field for field in pdf.Root.AcroForm.Fields}
        fields["weakest//0/"].V = pikepdf.String("typed into the form: ü, 漢字")
        fields["goals//2/goal"].V = pikepdf.String("a second goal")
        fields["details/name/0/"].V = pikepdf.String("Ada")
        stranger = pikepdf.Dictionary(T=pikepdf.String("other"), FT=pikepdf.Name.Tx, V="x")
        pdf.Root.AcroForm.Fields.append(pdf.make_indirect(stranger))
        pdf.save()

    result = shell.run("bring-in", "a.ladder", "form.pdf")

    text = exported(shell)
    assert (result.returncode, "other" in result.stderr) == (0, True), result.stderr
    assert '"weakest": "typed into the form: ü, 漢字"' in text
    assert '"goal": "a second goal"' in text
    assert '"name": "Ada"' in text


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_a_document_brings_its_answers_into_a_new_workbook(shell: Shell, kind: str) -> None:
    """A mailed Word document, or a PDF that carries its workbook, can be opened as one again."""
    options = ["--carry"] if kind == "pdf" else []
    shell.done("export", "a.ladder", "--to", kind, "-o", f"a.{kind}", *options)
    shell.done("new", "b.ladder")

    shell.done("bring-in", "b.ladder", f"a.{kind}")

    assert '"job-satisfaction": "second"' in exported(shell, "b.ladder")


def test_a_document_of_another_kind_is_refused(shell: Shell) -> None:
    """The sentence says which documents can be brought in."""
    (shell.folder / "a.odt").write_bytes(b"x")
    (shell.folder / "bad.pdf").write_bytes(b"%PDF-1.7 nothing")

    assert ".docx, .pdf" in shell.refused("bring-in", "a.ladder", "a.odt")
    assert "bad.pdf" in shell.refused("bring-in", "a.ladder", "bad.pdf")


def test_ratings_of_two_moments_are_laid_side_by_side(shell: Shell) -> None:
    """An export compares a marked moment with another one, or with now."""
    answers = '{"answers": {"practices": {"%s": {"rating": %d}}}}'
    first = shell.done("export", "a.ladder", "--to", "json", "-o", "-")
    practice = next(iter(json.loads(first)["answers"]["practices"]))
    for rating, name in ((1, "Start"), (3, "End of day 1")):
        shell.done("fill", "a.ladder", "-", given=answers % (practice, rating))
        shell.done("checkpoint", "a.ladder", name)

    text = shell.done(
        "export",
        "a.ladder",
        "--to",
        "md",
        "-o",
        "-",
        "--compare",
        "End of day 1",
        "--compare",
        "Start",
    )
    now = shell.done("export", "a.ladder", "--to", "md", "-o", "-", "--compare", "Start")

    assert "Ratings compared" in text
    assert text.index("Start, ") < text.index("End of day 1, ")
    assert "+2" in text
    assert "+2" in now
    assert "End of day 1" not in now
    assert "Never" in shell.refused("export", "a.ladder", "--to", "md", "--compare", "Never")
