"""Pictures stand in every format with their descriptions, and come back from JSON."""

import json
import zipfile
from pathlib import Path

import msgspec
import pikepdf
import pytest

from ladder_desktop.document.image_data import identity_of
from ladder_desktop.document.pictures import Album, Fetch
from ladder_desktop.export.json_interchange import interchange_pieces
from ladder_desktop.export.options import ExportOptions
from ladder_desktop.export.writing import FORMATS, export
from ladder_desktop.intake.carried import carried_workbook
from ladder_desktop.paths import resources
from ladder_desktop.words import Words
from ladder_desktop.workbook.interchange import filled, parse_interchange, plain_workbook
from ladder_desktop.workbook.workbook import Workbook, new_workbook
from tests.photos import CAMERA
from tests.pictured import DESCRIBED, PHOTO, SCREEN, TALL, pictured
from tests.reading_back import text_of


@pytest.fixture
def workbook() -> Workbook:
    """Return a workbook with a picture in an answer of every kind, and two in the first."""
    return pictured()


@pytest.mark.parametrize("target_format", FORMATS)
def test_every_description_stands_once(
    target_format: str, workbook: Workbook, words: Words, tmp_path: Path
) -> None:
    """No format leaves out a picture's words or says them twice, or shows how they are kept."""
    target = tmp_path / f"out.{target_format}"

    export(workbook, target_format, target, ExportOptions(), words)

    text = text_of(target)
    assert {one: text.count(one) for one in DESCRIBED} == dict.fromkeys(DESCRIBED, 1)
    assert target_format == "json" or "(picture:" not in text


def test_json_holds_one_picture_at_a_time(workbook: Workbook) -> None:
    """A picture is read when the one before is written; the text is that of the whole."""
    read: list[str] = []

    def noted(name: str, fetch: Fetch) -> Fetch:
        return lambda: read.append(name) or fetch()  # type: ignore[func-returns-value] # None

    album = Album({name: noted(name, one) for name, one in workbook.pictures.fetches().items()})
    pieces = interchange_pieces(msgspec.structs.replace(workbook, pictures=album))
    written = [(piece, len(read)) for piece in pieces]

    whole = plain_workbook(workbook, built_in=False)
    assert [number for _, number in written] == [0, 1, 2, 3, 3]
    assert "".join(piece for piece, _ in written) == f"{json.dumps(whole, indent=2)}\n"


def test_paper_holds_a_photo_once_and_as_it_is(
    workbook: Workbook, words: Words, tmp_path: Path
) -> None:
    """A photo that stands in three places is one object, with the bytes of the workbook."""
    target = tmp_path / "out.pdf"

    export(workbook, "pdf", target, ExportOptions(), words)

    with pikepdf.open(target) as pdf:
        images = [
            one.read_raw_bytes()
            for one in pdf.objects
            if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"
        ]
    assert sorted(images).count(PHOTO.data) == 1
    assert len(images) == len({PHOTO.data, SCREEN.data, TALL.data, b"its mask"})


def test_word_gets_each_file_once_with_words_for_the_ear(
    workbook: Workbook, words: Words, tmp_path: Path
) -> None:
    """The description is the picture's alternative text, too."""
    target = tmp_path / "out.docx"

    export(workbook, "docx", target, ExportOptions(), words)

    with zipfile.ZipFile(target) as whole:
        media = [name for name in whole.namelist() if name.startswith("word/media/")]
        story = whole.read("word/document.xml").decode()
        held = [whole.read(name) for name in media]
    assert sorted(held) == sorted([PHOTO.data, SCREEN.data, TALL.data])
    assert story.count('descr="pic-one"') == len(("docPr", "cNvPr"))


def test_markdown_is_one_file_to_read(workbook: Workbook, words: Words, tmp_path: Path) -> None:
    """The data stands at the end, and nothing lies beside the file."""
    target = tmp_path / "out.md"

    export(workbook, "md", target, ExportOptions(), words)

    text = target.read_text(encoding="utf-8")
    assert "![pic-one][picture-2]" in text
    assert text.index("[picture-1]: data:image/jpeg;base64,") > text.index("pic-lost")
    assert [one.name for one in tmp_path.iterdir()] == ["out.md"]


def test_json_brings_every_picture_back(workbook: Workbook, words: Words, tmp_path: Path) -> None:
    """To the last byte, into a new workbook."""
    target, again = tmp_path / "out.json", tmp_path / "again.json"
    export(workbook, "json", target, ExportOptions(), words)

    plain = parse_interchange(target.read_text(encoding="utf-8"), "out.json")
    back = filled(new_workbook(workbook.template), plain, "out.json")
    export(back, "json", again, ExportOptions(), words)

    assert again.read_bytes() == target.read_bytes()
    assert back.pictures.get(identity_of(TALL.data)) is not None


def test_a_pdf_that_carries_its_workbook_carries_its_pictures(
    workbook: Workbook, words: Words, tmp_path: Path
) -> None:
    """Opened again, it has them all."""
    target = tmp_path / "out.pdf"
    export(workbook, "pdf", target, ExportOptions(carry=True), words)

    back = carried_workbook(target, resources())

    assert back.pictures.ids == workbook.pictures.ids
    assert back.answers == workbook.answers


@pytest.mark.parametrize("target_format", FORMATS)
def test_a_blank_document_shows_no_picture(
    target_format: str, workbook: Workbook, words: Words, tmp_path: Path
) -> None:
    """What others photographed is no part of empty paper."""
    if target_format == "json":
        pytest.skip("data is always whole")
    target = tmp_path / f"out.{target_format}"

    export(workbook, target_format, target, ExportOptions(preset="blank"), words)

    assert "pic-" not in text_of(target)
    assert CAMERA.encode() not in target.read_bytes()
