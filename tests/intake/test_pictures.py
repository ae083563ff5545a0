"""Pictures stay where they are when a form or a Word document brings answers back."""

from pathlib import Path

import pytest

from ladder_desktop.blocks.block import plain
from ladder_desktop.document.pictures import named_in
from ladder_desktop.export.options import ExportOptions
from ladder_desktop.export.writing import export
from ladder_desktop.intake.bringing import bring
from ladder_desktop.words import Words
from ladder_desktop.workbook.workbook import Workbook
from tests.pictured import pictured


@pytest.fixture(scope="module")
def workbook() -> Workbook:
    """Return a workbook with pictures at the ends of its texts."""
    whole = pictured()
    return whole.with_answer("why", plain(whole.answers["why"]).removesuffix(" and on"))


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("out.docx", ExportOptions()),
        ("form.pdf", ExportOptions(form=True)),
        ("carrying.pdf", ExportOptions(carry=True)),
    ],
)
def test_what_comes_back_names_every_picture(
    name: str, options: ExportOptions, workbook: Workbook, words: Words, tmp_path: Path
) -> None:
    """No description becomes a text of its own, and no picture goes."""
    target = tmp_path / name
    export(workbook, target.suffix[1:], target, options, words)

    brought = bring(target, workbook, words)

    before, after = (plain(one.answers) for one in (workbook, brought.workbook))
    assert named_in(after) == named_in(before)
    assert "pic-one" not in str(after).replace("![pic-one]", "")
    assert brought.unplaced == ()
