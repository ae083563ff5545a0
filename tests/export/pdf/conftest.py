"""What the tests of paper share."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from ladder_desktop.document.nodes import Document
from ladder_desktop.export.pdf.options import PdfOptions
from ladder_desktop.export.pdf.writer import write
from ladder_desktop.words import Words
from tests.validators.verapdf import VeraPdf

Printed = Callable[..., Path]


@pytest.fixture
def printed(tmp_path: Path, words: Words) -> Printed:
    """Return what prints a document and gives the file."""

    def print_it(document: Document, name: str = "out.pdf", **options: Any) -> Path:
        target = tmp_path / name
        write(document, target, PdfOptions(**options), words)
        return target

    return print_it


@pytest.fixture(scope="session")
def verapdf() -> Iterator[VeraPdf]:
    """Start the veraPDF engine once for all files."""
    with VeraPdf() as engine:
        yield engine
