"""A document from elsewhere is read, or refused in a sentence; nothing in it is followed."""

import tracemalloc
from pathlib import Path

import pytest

from ladder_desktop.intake.word_file import DocumentError, open_word, parsed
from ladder_desktop.intake.word_text import Line, read_text
from tests.intake.samples import MAIN, package, text, types

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LOCKED = "EncryptedPackage".encode("utf-16-le")
ENTITIES = (
    '<!DOCTYPE w:document [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
)
OUTSIDE = '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"


def lines(path: Path) -> list[str]:
    """Return the lines of a document."""
    return [each.text for each in read_text(open_word(path)) if isinstance(each, Line)]


def test_a_small_document_is_read(tmp_path: Path) -> None:
    """The fewest parts that make a document are enough."""
    assert lines(package(tmp_path / "good.docx")) == ["Hello"]


def test_the_strict_form_is_read(tmp_path: Path) -> None:
    """Word's "Strict Open XML Document" differs in names alone."""
    strict = text().replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )

    assert lines(package(tmp_path / "strict.docx", {"word/document.xml": strict})) == ["Hello"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b"Hello, this is plain text.", "is not a Word document"),
        (b"%PDF-1.7\n", "is not a Word document"),
        (b"{\\rtf1 Hello}", "of an older kind"),
        (COMPOUND + b"W\0o\0r\0d\0", "of an older kind"),
        (COMPOUND + b"\0" * 600 + LOCKED, "locked with a password"),
        (b"PK\x03\x04 torn off", "is damaged"),
    ],
)
def test_what_is_no_package_is_named(tmp_path: Path, content: bytes, said: str) -> None:
    """A person learns what the file is and what to do."""
    path = tmp_path / "strange.docx"
    path.write_bytes(content)

    with pytest.raises(DocumentError, match=said) as raised:
        open_word(path)
    assert "strange.docx" in str(raised.value)


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"[Content_Types].xml": types(MACROS)}, "holds macros"),
        ({"word/vbaProject.bin": b"\0"}, "holds macros"),
        ({"[Content_Types].xml": types(SHEET)}, "is not a Word document"),
        ({"_rels/.rels": "<Relationships/>"}, "is not a Word document"),
        ({"word/document.xml": "<w:document"}, "is damaged"),
        ({"word/document.xml": "<html/>"}, "is not a Word document"),
        ({"word/document.xml": text(before=ENTITIES)}, "holds instructions"),
        ({"word/document.xml": text(before=OUTSIDE)}, "holds instructions"),
        ({"word/document.xml": text(before=OUTSIDE).encode("utf-16")}, "holds instructions"),
        ({"[Content_Types].xml": ENTITIES + types(MAIN)}, "holds instructions"),
        ({"word/document.xml": text("<w:sdt>" * 1000 + "</w:sdt>" * 1000)}, "is damaged"),
        ({"word/document.xml": text("<w:p/>" * 2_500_001)}, "is too large"),
        ({"word/document.xml": text(" " * 70_000_000)}, "is too large"),
    ],
    ids=range(13),
)
def test_a_trap_is_refused(tmp_path: Path, parts: dict[str, str | bytes], said: str) -> None:
    """Macros, entities, endless nesting and zip bombs end in a sentence."""
    path = package(tmp_path / "trap.docx", parts)

    with pytest.raises(DocumentError, match=said):
        open_word(path)


def test_a_bomb_is_not_unpacked_to_its_end(tmp_path: Path) -> None:
    """A part is given up once it is larger than any document's text."""
    path = package(tmp_path / "bomb.docx", {"word/document.xml": b" " * 150_000_000})

    tracemalloc.start()
    with pytest.raises(DocumentError, match="too large"):
        open_word(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 140_000_000


@pytest.mark.parametrize("cut", [10, 100, 300, 500, -1])
def test_a_torn_document_is_refused(tmp_path: Path, cut: int) -> None:
    """Wherever a download broke off, a sentence says so."""
    whole = package(tmp_path / "whole.docx").read_bytes()
    path = tmp_path / "torn.docx"
    path.write_bytes(whole[:cut])

    with pytest.raises(DocumentError):
        open_word(path)


def test_every_flipped_byte_ends_well(tmp_path: Path) -> None:
    """A document with one byte changed is read or refused, never more."""
    whole = package(tmp_path / "whole.docx").read_bytes()
    path = tmp_path / "flipped.docx"
    ends = set()
    for place in range(len(whole)):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0x55]) + whole[place + 1 :])
        try:
            read_text(open_word(path))
            ends.add("read")
        except DocumentError:
            ends.add("refused")
    assert ends == {"read", "refused"}


@pytest.mark.parametrize("name", ["nowhere.docx", "folder.docx"])
def test_what_can_not_be_opened_is_named(tmp_path: Path, name: str) -> None:
    """A missing file and a folder are told apart from a damaged one."""
    (tmp_path / "folder.docx").mkdir()

    with pytest.raises(DocumentError, match="can't be read"):
        open_word(tmp_path / name)


def test_nothing_outside_is_fetched(tmp_path: Path) -> None:
    """What a document refers to elsewhere stays there; its text is read all the same."""
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" TargetMode="External" Target="file:///etc/passwd" Type="http://'
        'schemas.openxmlformats.org/officeDocument/2006/relationships/styles"/></Relationships>'
    )
    path = package(tmp_path / "out.docx", {"word/_rels/document.xml.rels": relations})

    found = open_word(path)

    assert found.styles is None
    assert found.links == {}


def test_too_many_paragraphs_are_refused(tmp_path: Path) -> None:
    """What would take minutes is given up early, with a sentence."""
    path = package(tmp_path / "long.docx", {"word/document.xml": text("<w:p/>" * 100_001)})

    with pytest.raises(DocumentError, match="too large"):
        lines(path)


def test_a_comment_is_no_text() -> None:
    """Comments and instructions for other programs are left out."""
    root = parsed(b"<a>x<!-- y --><?z?></a>", "a.docx")

    assert len(root) == 0
