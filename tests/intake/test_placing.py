"""A value that is put into an answer is checked by itself, however long the answer is."""

from typing import Any

import pytest

from ladder_desktop.blocks.block import Block
from ladder_desktop.errors import AnswerError
from ladder_desktop.intake.placing import check_value_at, with_value
from ladder_desktop.paths import resources
from ladder_desktop.workbook.shelf import built_in

ROWS: list[dict[str, Any]] = [{"number": 1}, {"number": 2}]


@pytest.fixture
def roles() -> Block:
    """Return a table with figures."""
    block = built_in("career-advancement", resources()).block("roles")
    assert block is not None
    return block


def test_what_fits_is_taken(roles: Block) -> None:
    """In a table by row and column, elsewhere by its names."""
    check_value_at(roles, with_value(ROWS, (1, "number"), 3), (1, "number"))


def test_what_does_not_fit_is_told_with_its_row(roles: Block) -> None:
    """People look for it in the form."""
    changed = with_value(ROWS, (1, "number"), "many")

    with pytest.raises(AnswerError) as refused:
        check_value_at(roles, changed, (1, "number"))

    assert refused.value.arguments["row"] == 2
