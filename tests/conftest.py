"""What tests of every room share."""

import pytest

from ladder_desktop.paths import resources
from ladder_desktop.words import Words, words_for
from ladder_desktop.workbook.shelf import built_in
from ladder_desktop.workbook.template import Template


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let a person ask for more than the ordinary run."""
    parser.addoption("--paper-examples", default="12", help="how many workbooks are made up")


@pytest.fixture(scope="session")
def words() -> Words:
    """Return the English words."""
    return words_for("en", resources() / "translations")


@pytest.fixture(scope="session")
def career_growth() -> Template:
    """Return the built-in template of the workshop."""
    return built_in("career-growth", resources())
