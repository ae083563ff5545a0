"""Whatever is typed is text: nothing is interpreted, followed, read from the disk or lost."""

import errno
import resource
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from lxml import etree

from ladder_desktop.errors import ExportError
from ladder_desktop.export.options import ExportOptions
from ladder_desktop.export.writing import FORMATS, export
from ladder_desktop.words import Words
from ladder_desktop.workbook.template import read_template
from ladder_desktop.workbook.workbook import Workbook, new_workbook
from tests.filling import fill
from tests.reading_back import text_of
from tests.samples import template_text

HIDDEN = "never to be printed"


def filled_with(text: str) -> Workbook:
    """Return a workbook of every kind in which every answer is this text."""
    return fill(read_template(template_text(), "sample"), lambda _: text)


def packed(path: Path) -> bytes:
    """Return everything in a file, unpacked."""
    if path.suffix == ".docx":
        with zipfile.ZipFile(path) as package:
            return b"".join(package.read(name) for name in package.namelist())
    if path.suffix == ".pdf":
        done = subprocess.run(["qpdf", "--qdf", path, "-"], check=True, capture_output=True)
        return done.stdout
    return path.read_bytes()


@pytest.mark.parametrize("target_format", FORMATS)
@pytest.mark.parametrize(
    "typed",
    [
        "<img src='{file}'/> <image href='file://{file}'/> &xxe; <!ENTITY x SYSTEM '{file}'>",
        "![a]({file}) [b](file://{file}) [c](javascript:alert(1)) javascript:alert(1)",
        "<para><link href='javascript:alert(1)'>x</link></para> ]]> --> */ %s {0}",
        "a\x00b\x1bcd\ufffee\u0378f\U000e0fffg",
        "=cmd|' /C calc'!A0 +1+1 @SUM(1) \\input{{{file}}} #include `id` $(id)",
    ],
    ids=["files", "links", "markup", "no characters", "commands"],
)
def test_what_is_typed_is_text(
    typed: str, target_format: str, words: Words, tmp_path: Path
) -> None:
    """Markup, links to files and scripts, and what is no character do nothing in any format."""
    secret, target = tmp_path / "secret.txt", tmp_path / f"out.{target_format}"
    secret.write_text(HIDDEN, encoding="utf-8")
    text = f"alpha7 {typed.replace('{file}', str(secret))} omega7"

    export(filled_with(text), target_format, target, ExportOptions(), words)

    assert HIDDEN.encode() not in packed(target)
    said = text_of(target)
    assert said.count("alpha7") == said.count("omega7") >= 10
    assert not _followed(target)


def _followed(path: Path) -> list[str]:
    """Return the addresses that a reader of the file could follow, but for the template's own."""
    found: list[str] = []
    if path.suffix == ".pdf":
        with pikepdf.open(path) as pdf:
            for page in pdf.pages:
                notes: list[Any] = list(page.get("/Annots", []))
                found += [str(note.A.get("/URI", note.A.S)) for note in notes if "/A" in note]
    elif path.suffix == ".docx":
        with zipfile.ZipFile(path) as package:
            relations = etree.fromstring(package.read("word/_rels/document.xml.rels"))
        outside = (each for each in relations if each.get("TargetMode") == "External")
        found += [str(each.get("Target")) for each in outside]
    return [address for address in found if not address.startswith("https://example.org")]


@pytest.mark.parametrize("target_format", FORMATS)
@pytest.mark.parametrize("sign", ["<", "x"])
def test_a_million_of_one_sign_are_kept(
    sign: str, target_format: str, words: Words, tmp_path: Path
) -> None:
    """One answer of a million signs without a blank is whole in every format."""
    template = read_template(template_text("prompt"), "sample")
    workbook = new_workbook(template).with_answer("why", sign * 1_000_000)
    target = tmp_path / f"out.{target_format}"

    export(workbook, target_format, target, ExportOptions(), words)

    said = text_of(target).replace("\\<", "<")
    assert 0 <= said.count(sign) - 1_000_000 < 100


@pytest.fixture
def full_disk() -> Iterator[None]:
    """Let no file grow beyond its first letters."""
    former = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (512, former[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, former)


@pytest.mark.parametrize("target_format", FORMATS)
def test_a_full_disk_leaves_the_former_file(
    full_disk: None, target_format: str, words: Words, tmp_path: Path
) -> None:
    """What can't be written is said, and the former file is as it was."""
    target = tmp_path / f"out.{target_format}"
    target.write_bytes(b"former")

    with pytest.raises(ExportError, match="can't be written"):
        export(filled_with("text"), target_format, target, ExportOptions(), words)

    assert target.read_bytes() == b"former"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("target_format", FORMATS)
def test_a_file_that_is_held_open_gets_a_sentence(
    target_format: str, words: Words, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows refuses to replace a file that is open or protected; the former one stays."""
    target = tmp_path / f"out.{target_format}"
    target.write_bytes(b"former")

    def refuse(_self: Path, other: Path) -> None:
        raise PermissionError(errno.EACCES, "Access is denied", str(other))

    monkeypatch.setattr(Path, "replace", refuse)

    with pytest.raises(ExportError, match="another program has it open"):
        export(filled_with("text"), target_format, target, ExportOptions(), words)

    assert target.read_bytes() == b"former"
    assert list(tmp_path.iterdir()) == [target]
