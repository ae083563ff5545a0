"""Reads the text out of what the program wrote, as a person would see it."""

import zipfile
from pathlib import Path

import pypdfium2
from lxml import etree

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def text_of(path: Path) -> str:
    """Return the text of an exported file."""
    if path.suffix == ".pdf":
        return _pdf_text(path)
    if path.suffix == ".docx":
        return _word_text(path)
    return path.read_text(encoding="utf-8")


def _word_text(path: Path) -> str:
    """Return the letters, tabs and line breaks of a Word document, a line a paragraph."""
    signs = {f"{WORD}tab": "\t", f"{WORD}br": "\n"}
    with zipfile.ZipFile(path) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    lines = []
    for paragraph in body.iter(f"{WORD}p"):
        parts = paragraph.iter(f"{WORD}t", *signs)
        lines.append("".join(part.text or signs.get(str(part.tag), "") for part in parts))
    return "\n".join(lines)


def _pdf_text(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    try:
        pages = [_page_text(document, number) for number in range(len(document))]
    finally:
        document.close()
    return "\n".join(pages)


def _page_text(document: pypdfium2.PdfDocument, number: int) -> str:
    page = document[number]
    text_page = page.get_textpage()
    text = text_page.get_text_bounded()
    text_page.close()
    page.close()
    return str(text)
