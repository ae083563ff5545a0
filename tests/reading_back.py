"""Reads the text out of what the program wrote, as a person would see it."""

from pathlib import Path

import pypdfium2


def text_of(path: Path) -> str:
    """Return the text of an exported file."""
    return _pdf_text(path) if path.suffix == ".pdf" else path.read_text(encoding="utf-8")


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
