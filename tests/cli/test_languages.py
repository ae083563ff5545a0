"""What is printed is worded in the language of the workbook, whatever the computer speaks."""

import json
import zipfile
from pathlib import Path

import pikepdf
import pytest

from tests.cli.test_cli import Shell
from tests.reading_back import text_of

ANSWERS = {
    "details": {"name": "Ana", "date": "2026-11-21", "level": "school"},
    "answers": {
        "job-satisfaction": "Sí, mucho.",
        "practices": {"range-of-roles": {"rating": 2, "notes": "Crecieron por azar."}},
    },
}


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """Return a shell in a folder with a Spanish workbook that somebody wrote in."""
    shell = Shell(tmp_path)
    shell.done("new", "notas.ladder", "--language", "es", "--name", "Ana")
    shell.done("fill", "notas.ladder", "-", given=json.dumps(ANSWERS))
    return shell


def exported(shell: Shell, kind: str, *options: str) -> Path:
    """Export the workbook, and return the file."""
    shell.done("export", "notas.ladder", "--to", kind, "-o", f"out.{kind}", *options)
    return shell.folder / f"out.{kind}"


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("pdf", ["Página 1 de", "Calificación: 2 de 3", "21 de noviembre de 2026", "Escuela"]),
        ("docx", ["21 de noviembre de 2026", "Notas", "Sin calificar todavía"]),
        ("md", ["21 de noviembre de 2026", "Notas"]),
        ("csv", ["Sí, mucho."]),
    ],
)
def test_printed_words_are_spanish(shell: Shell, kind: str, expected: list[str]) -> None:
    """Feet of pages, ratings, days and empty answers are worded like the questions."""
    text = text_of(exported(shell, kind))

    assert [words for words in expected if words not in text] == []
    for word in ("Page ", "Rating", "Notes", "November", "Not rated", "Evidence"):
        assert word not in text


def test_readers_are_told_the_language(shell: Shell) -> None:
    """A screen reader reads the documents with a Spanish voice."""
    with pikepdf.open(exported(shell, "pdf")) as pdf:
        assert str(pdf.Root.Lang) == "es"
    with zipfile.ZipFile(exported(shell, "docx")) as package:
        assert 'w:val="es"' in package.read("word/styles.xml").decode()
        assert "<dc:language>es<" in package.read("docProps/core.xml").decode()


def test_a_language_survives_the_interchange(shell: Shell) -> None:
    """The data names the language, and a PDF that carries it becomes a Spanish workbook again."""
    whole = json.loads(exported(shell, "json").read_text(encoding="utf-8"))

    assert whole["template"] == {"id": "career-growth", "version": 1, "language": "es"}
    shell.done("new", "english.ladder")
    shell.done("fill", "english.ladder", "out.json")
    assert "Level: School" in shell.done("show", "english.ladder")
    assert "Nivel: Escuela" in shell.done("show", "notas.ladder")


def test_templates_are_listed_in_a_language(shell: Shell) -> None:
    """The same ids come with Spanish titles; what is not there in a language comes in English."""
    english = shell.done("templates").splitlines()
    spanish = shell.done("templates", "--language", "es").splitlines()

    assert [line.split("\t")[0] for line in english] == [line.split("\t")[0] for line in spanish]
    assert not set(english) & set(spanish)
    assert shell.done("templates", "--language", "xx").splitlines() == english
