"""The guide to writing a template tells the truth, and all of it."""

import re
from typing import Any

import msgspec
import pytest

from ladder_desktop.blocks import KINDS, definition
from ladder_desktop.blocks.cells import CELL_TYPES
from ladder_desktop.blocks.columns import Column
from ladder_desktop.export.options import ExportOptions
from ladder_desktop.export.writing import export
from ladder_desktop.paths import edition, resources
from ladder_desktop.words import Words
from ladder_desktop.workbook.interchange import filled
from ladder_desktop.workbook.template import Header, SectionHeader, Template, read_template
from ladder_desktop.workbook.workbook import new_workbook


@pytest.fixture(scope="module", params=["en", "es"])
def guide(request: pytest.FixtureRequest) -> str:
    """Return the guide in each language it is written in."""
    path = edition(resources() / "help" / "writing-a-template.md", request.param)
    return path.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def example(guide: str) -> Template:
    """Return the example that stands in the guide."""
    found = re.findall(r"```toml\n(.*?)```", guide, re.DOTALL)
    assert len(found) == 1
    return read_template(found[0], "the example in the guide")


def names(shape: Any) -> list[str]:
    """Return the fields of a definition."""
    return [field.encode_name for field in msgspec.structs.fields(shape)]


def test_the_example_shows_every_kind(example: Template) -> None:
    """Nobody has to guess how a kind is written."""
    assert {block.kind for block in example.blocks()} == set(KINDS)


def test_the_example_works(example: Template, words: Words, tmp_path: Any) -> None:
    """A workbook made from it is filled and printed like any other."""
    rows = [{"subject": "Reading", "hours": 10, "rate": "25.50", "paid-by": "school"}]
    workbook = filled(new_workbook(example), {"answers": {"mentors": rows}}, "answers")
    target = tmp_path / "out.md"

    export(workbook, "md", target, ExportOptions(), words)

    text = target.read_text(encoding="utf-8")
    assert "| **Total** |  |  | **10** |  | **$255.00** |  |" in text
    heading = "Listening first" if example.header.language == "en" else "Primero, escuchar"
    assert f"**{heading}**" in text or f"### {heading}" in text


def test_every_field_is_explained(guide: str) -> None:
    """What a template may say stands in the guide, and what stands there is true."""
    fields = {*names(Header), *names(SectionHeader), *names(Column)} - {"heading", "intro"}
    for kind in KINDS:
        fields |= set(names(definition(kind)))

    explained = " ".join(re.findall(r"`[^`\n]+`", guide))
    missing = [field for field in fields if not re.search(rf"\b{field}\b", explained)]

    assert missing == []


def test_every_type_of_column_is_explained(guide: str) -> None:
    """The table of types is complete."""
    listed = re.findall(r'^\| `"(\w+)"` \|', guide, re.MULTILINE)

    assert tuple(listed) == CELL_TYPES
