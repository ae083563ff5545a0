"""Joining a workshop: its files are kept, new workbooks begin with it."""

from pathlib import Path

import pytest

from ladder_desktop.paths import resources
from ladder_desktop.stick import joining
from ladder_desktop.stick.names import StickError
from ladder_desktop.stick.workshop import Workshop, WorkshopFile, workshop_text
from ladder_desktop.workbook.shelf import built_in
from ladder_desktop.workbook.template import Template

PDF = b"%PDF-1.7\n"
WORKSHOP = Workshop(
    title="Growing",
    date="2026-12-01",
    facilitator="Ana",
    organization="School 7",
    survey="https://example.org/ours",
    templates=("career-growth",),
    files=(WorkshopFile("Read this", "texts/a.pdf"),),
)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """Return the folder of a stick."""
    folder = tmp_path / "stick"
    (folder / "texts").mkdir(parents=True)
    (folder / "texts" / "a.pdf").write_bytes(PDF)
    (folder / "workshop.toml").write_text(workshop_text(WORKSHOP), encoding="utf-8")
    return folder


def test_a_joined_workshop_stays_when_the_stick_goes(tmp_path: Path, stick: Path) -> None:
    """The files open without the stick, and without internet."""
    data = tmp_path / "data"

    joining.join(stick, data)
    stick.rename(tmp_path / "gone")

    found = joining.joined(data)
    assert found is not None
    assert found.workshop == WORKSHOP
    ((title, path),) = found.files()
    assert (title, path.read_bytes()) == ("Read this", PDF)


def test_joining_another_workshop_takes_the_place_of_the_former(
    tmp_path: Path, stick: Path
) -> None:
    """Nothing of a former workshop is mixed into the next."""
    data = tmp_path / "data"
    joining.join(stick, data)
    (stick / "workshop.toml").write_text("title = 'Second'", encoding="utf-8")

    joining.join(stick, data)

    found = joining.joined(data)
    assert found is not None
    assert found.workshop.title == "Second"
    assert [path.name for path in data.rglob("*") if path.is_file()] == ["workshop.toml"]


def test_a_bad_stick_leaves_the_former_workshop(tmp_path: Path, stick: Path) -> None:
    """A refused stick changes nothing."""
    data = tmp_path / "data"
    joining.join(stick, data)
    (stick / "texts" / "a.pdf").write_bytes(b"MZ")

    with pytest.raises(StickError):
        joining.join(stick, data)

    found = joining.joined(data)
    assert found is not None
    assert found.workshop == WORKSHOP


def test_a_workshop_can_be_left(tmp_path: Path, stick: Path) -> None:
    """Without a workshop, nothing is filled in."""
    data = tmp_path / "data"
    assert joining.joined(data) is None
    joining.join(stick, data)

    joining.leave(data)

    assert joining.joined(data) is None


def test_a_portable_program_finds_the_workshop_of_its_stick(stick: Path) -> None:
    """The folder of the portable program lies on the stick, beside workshop.toml."""
    program = stick / "Windows - without installing" / "program"
    program.mkdir(parents=True)

    found = joining.beside(program)

    assert found is not None
    assert found.folder == stick
    assert joining.beside(stick.parent) is None


def test_new_workbooks_begin_with_the_workshop() -> None:
    """Nobody types the workshop's title again, and a workshop without a date means today."""
    details = joining.details(WORKSHOP, "2026-12-24")

    assert (details.workshop, details.facilitator, details.organization, details.date) == (
        "Growing",
        "Ana",
        "School 7",
        "2026-12-01",
    )
    assert joining.details(Workshop(), "2026-12-24").date == "2026-12-24"


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_survey_of_the_workshop_replaces_the_built_in_one(language: str) -> None:
    """Participants answer the facilitator's survey, and the rest of the template stays."""
    usual = built_in("career-growth", resources(), language)

    template = joining.template_of(usual, WORKSHOP)

    assert "https://example.org/ours" in template.text
    assert "forms.gle" not in template.text
    assert template.id == usual.id
    assert len(template.text.splitlines()) == len(usual.text.splitlines())


def usual_template(name: str, language: str) -> Template:
    """Return a built-in template."""
    return built_in(name, resources(), language)


def test_a_template_of_the_stick_is_read_from_it(stick: Path) -> None:
    """Facilitators bring workbooks of their own."""
    own = stick / "Templates"
    own.mkdir()
    text = built_in("career-growth", resources()).text
    (own / "ours.toml").write_text(text.replace('title = "', 'title = "Our ', 1), encoding="utf-8")
    found = joining.Joined(Workshop(templates=("Templates/ours.toml",)), stick)

    (template,) = joining.templates(found, usual_template)

    assert template.title.startswith("Our ")
