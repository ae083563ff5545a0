"""Names of workbook files."""

from pathlib import Path

import pytest

from ladder_desktop.ui.naming import clean_name, unused, workbook_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ana Ruiz", "Ana Ruiz"),
        ('a/b\\c:d*e?f"g<h>i|j', "a b c d e f g h i j"),
        ("  dots and spaces. . ", "dots and spaces"),
        ("CON", "CON_"),
        ("nul.txt", "nul.txt_"),
        ("line\nbreak\x00", "line break"),
        ("Zoë 李", "Zoë 李"),
        ("/", ""),
    ],
)
def test_a_name_is_one_that_every_system_keeps(text: str, name: str) -> None:
    """What Windows, macOS or Linux would refuse or change is taken out."""
    assert clean_name(text) == name


def test_a_long_name_is_cut_between_letters() -> None:
    """A name of any length fits a file system, and stays valid text."""
    name = clean_name("é" * 300)

    assert len(name.encode()) <= 200
    assert set(name) == {"é"}


def test_parts_that_are_blank_are_left_out() -> None:
    """Without a person the name is template and date."""
    assert workbook_name("Career: growth", "", "2026-11-21") == "Career growth - 2026-11-21"


def test_a_taken_name_gets_a_number(tmp_path: Path) -> None:
    """The first free number is used."""
    (tmp_path / "a.ladder").touch()
    (tmp_path / "a (2).ladder").touch()

    assert unused(tmp_path, "a") == tmp_path / "a (3).ladder"
