"""Guidance stands between the title and what is to be filled in."""

from pathlib import Path

import pytest

from ladder_desktop.export.options import ExportOptions
from ladder_desktop.export.writing import export
from ladder_desktop.words import Words
from ladder_desktop.workbook.template import read_template
from ladder_desktop.workbook.workbook import new_workbook
from tests.reading_back import text_of
from tests.samples import DEFINITIONS, template_text

KINDS = ("table", "checklist", "resources", "survey", "reading")


def told() -> str:
    """Return a template in which every block that has a title has guidance, too."""
    text = template_text(*KINDS)
    for kind in KINDS:
        text = text.replace(f'kind = "{kind}"', f'kind = "{kind}"\nguidance = "Guide {kind}."')
    return text


@pytest.mark.parametrize("target_format", ["pdf", "docx", "md"])
def test_guidance_stands_under_its_title(target_format: str, tmp_path: Path, words: Words) -> None:
    """Every format prints title, guidance and what it is about in this order."""
    target = tmp_path / f"out.{target_format}"

    export(
        new_workbook(read_template(told(), "told")), target_format, target, ExportOptions(), words
    )

    text = text_of(target)
    for kind in KINDS:
        before, *after = text.split(f"Guide {kind}.")
        assert len(after) == 1
        title = "Reading" if kind == "reading" else str(DEFINITIONS[kind]["title"])
        assert before.rstrip(" *\r\n").endswith(title)


@pytest.mark.parametrize("target_format", ["pdf", "docx", "md"])
def test_answers_alone_have_no_guidance(target_format: str, tmp_path: Path, words: Words) -> None:
    """Who prints only the answers has read the guidance."""
    target = tmp_path / f"out.{target_format}"
    workbook = new_workbook(read_template(told(), "told"))

    export(workbook, target_format, target, ExportOptions(preset="answers"), words)

    assert "Guide" not in text_of(target).replace("The Guide", "")
