"""What a stick says about its workshop is checked before anything is done with it."""

import zipfile
from pathlib import Path

import pytest

from ladder_desktop.stick.names import StickError, check_name, plain_name
from ladder_desktop.stick.workshop import Workshop, WorkshopFile, read_workshop, workshop_text

PDF = b"%PDF-1.7\n%%EOF\n"


def stick(folder: Path, text: str, **files: bytes) -> Path:
    """Make a stick that holds a workshop.toml and files."""
    folder.mkdir(exist_ok=True)
    (folder / "workshop.toml").write_text(text, encoding="utf-8")
    for name, data in files.items():
        (folder / name.replace("_", ".")).write_bytes(data)
    return folder


def naming(place: str) -> str:
    """Return a workshop that names one file, its path as a literal text."""
    return f"[[files]]\ntitle = 'A text'\nfile = '{place}'\n"


def office(path: Path, *names: str) -> None:
    """Write a ZIP file with parts of these names."""
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(name, "x")


def test_a_workshop_comes_back_as_it_was_written(tmp_path: Path) -> None:
    """Quotes, foreign letters and backslashes survive the way through the file."""
    workshop = Workshop(
        title='Growing "up": año \\ 漢字',
        date="2026-12-01",
        facilitator="Ana O'Neill",
        organization="School 7",
        survey="https://example.org/s?a=1&b=2",
        templates=("career-growth",),
        files=(WorkshopFile("Read “this”", "a.pdf"),),
        program="1.2.3",
    )
    folder = stick(tmp_path / "stick", workshop_text(workshop), a_pdf=PDF)

    assert read_workshop(folder) == workshop


@pytest.mark.parametrize(
    "text",
    [
        "title = ",
        "title = 3",
        "unknown = 'x'",
        "date = '1 May'",
        "date = 2026-05-01",
        "survey = 'file:///etc/passwd'",
        "survey = 'javascript:alert(1)'",
        "title = 'a\\nb'\nx = 1",
        'title = "line\\nbreak"',
        "program = 'newest'",
        "templates = ['" + "', '".join("abcdefghijklmnopqrstuvwxyz") + "']",
        "title = '" + "x" * 301 + "'",
        "# " + "x" * 64_000,
        "a = " + "[" * 5000 + "]" * 5000,
    ],
)
def test_what_is_no_workshop_is_refused(tmp_path: Path, text: str) -> None:
    """A damaged or malicious workshop.toml leads to a sentence, never to half a workshop."""
    with pytest.raises(StickError):
        read_workshop(stick(tmp_path / "stick", text))


def test_a_folder_without_a_workshop_is_refused(tmp_path: Path) -> None:
    """Any folder can be named by mistake."""
    with pytest.raises(StickError, match=r"holds no file workshop\.toml"):
        read_workshop(tmp_path)


@pytest.mark.parametrize(
    "place",
    [
        "../secret.pdf",
        "a/../../secret.pdf",
        "/etc/passwd",
        "C:/secret.pdf",
        "..\\secret.pdf",
        "folder/missing.pdf",
        "folder",
        "con.pdf",
        "a.pdf ",
        "a?.pdf",
    ],
)
def test_a_path_that_leads_elsewhere_is_refused(tmp_path: Path, place: str) -> None:
    """A workshop can only name files of its own folder."""
    (tmp_path / "secret.pdf").write_bytes(PDF)
    folder = stick(tmp_path / "stick", naming(place), a_pdf=PDF)
    (folder / "folder").mkdir()

    with pytest.raises(StickError):
        read_workshop(folder)


@pytest.mark.parametrize("through", ["file", "folder", "workshop"])
def test_a_link_is_refused(tmp_path: Path, through: str) -> None:
    """A link could lead to any file of the person who joins."""
    secret = tmp_path / "elsewhere"
    secret.mkdir()
    (secret / "a.pdf").write_bytes(PDF)
    (secret / "workshop.toml").write_text("")
    folder = stick(tmp_path / "stick", naming("inside/a.pdf"))
    if through == "file":
        (folder / "inside").mkdir()
        (folder / "inside" / "a.pdf").symlink_to(secret / "a.pdf")
    elif through == "folder":
        (folder / "inside").symlink_to(secret)
    else:
        (folder / "workshop.toml").unlink()
        (folder / "workshop.toml").symlink_to(secret / "workshop.toml")

    with pytest.raises(StickError):
        read_workshop(folder)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a_pdf", b"MZ\x90\x00 a program"),
        ("a_png", b"%PDF-1.7"),
        ("a_jpg", b"GIF89a"),
        ("a_docx", b"PK\x03\x04 not really"),
        ("a_txt", b"\xff\xfe\x00"),
        ("a_txt", b"text\x00more"),
        ("a_exe", b"MZ"),
        ("a_html", b"<script>"),
        ("a_lnk", b"L\x00\x00\x00"),
        ("a_docm", b"PK\x03\x04"),
    ],
)
def test_a_file_that_is_not_what_its_name_says_is_refused(
    tmp_path: Path, name: str, data: bytes
) -> None:
    """A program in disguise never reaches the resources of a workbook."""
    place = name.replace("_", ".")
    folder = stick(tmp_path / "stick", naming(place), **{name: data})

    with pytest.raises(StickError, match="a"):
        read_workshop(folder)


def test_office_files_pass_only_without_macros(tmp_path: Path) -> None:
    """Macros are programs, whatever the ending of the file says."""
    folder = stick(tmp_path / "stick", naming("a.docx"))
    office(folder / "a.docx", "[Content_Types].xml", "word/document.xml")
    assert read_workshop(folder).files[0].file == "a.docx"

    office(folder / "a.docx", "[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")
    with pytest.raises(StickError, match="without macros"):
        read_workshop(folder)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a_pdf", PDF),
        ("a_png", b"\x89PNG\r\n\x1a\n"),
        ("a_jpg", b"\xff\xd8\xff\xe0"),
        ("a_txt", "año".encode()),
    ],
)
def test_files_of_the_allowed_kinds_pass(tmp_path: Path, name: str, data: bytes) -> None:
    """What facilitators hand out can be handed out."""
    folder = stick(tmp_path / "stick", naming(name.replace("_", ".")), **{name: data})

    assert len(read_workshop(folder).files) == 1


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Goals: what? / why", "Goals what why.pdf"),
        ("100 % & more!", "100 + + more+.pdf"),
        ("con", "_con.pdf"),
        ("  ...  ", "File.pdf"),
        ("x" * 300, "x" * 116 + ".pdf"),
    ],
)
def test_any_title_becomes_a_name_that_a_stick_keeps(text: str, name: str) -> None:
    """FAT32, exFAT and the checking script on Windows all agree with the names we write."""
    assert plain_name(text, ".pdf") == name
    check_name(plain_name(text, ".pdf"))
