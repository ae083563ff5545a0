"""The role catalogue is complete, and found by what people type."""

import pytest

from ladder_desktop.paths import resources
from ladder_desktop.workbook.roles import Role, matching, read_roles


@pytest.fixture(scope="module")
def roles() -> tuple[Role, ...]:
    """Return the roles that are shipped."""
    return read_roles(resources())


def test_every_name_stands_once(roles: tuple[Role, ...]) -> None:
    """Nobody has to choose between two entries of the same name."""
    names = [role.name.casefold() for role in roles]

    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    "source",
    [
        "Note-Taking Template",
        "Creating Career Advancement Opportunities for Teachers",
        "Recommended Steps in Design and Implementation",
        "Invest in a Culture of Teacher Leadership",
        "Teacher-Leader Career Track",
    ],
)
def test_every_source_gave_roles(roles: tuple[Role, ...], source: str) -> None:
    """The catalogue is gathered from all the documents behind the templates."""
    assert [role for role in roles if source in role.source]


def test_pay_and_time_are_kept(roles: tuple[Role, ...]) -> None:
    """What a source says about pay or time stands with its role."""
    known = {role.name: role for role in roles}

    assert known["Consulting teacher"].time.startswith("Two years")
    assert "achievement units" in known["Lead teacher"].pay
    assert known["Mentor of new teachers"].pay == "A stipend"


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("consult", "Consulting teacher"),
        ("MENTOR OF NEW", "Mentor of new teachers"),
        ("board", "Advisor to the school board"),
        ("peer", "Peer coach"),
    ],
)
def test_a_role_is_found_by_its_words(roles: tuple[Role, ...], typed: str, first: str) -> None:
    """Names that begin with what was typed come first; capitals do not matter."""
    assert matching(roles, typed)[0].name == first


def test_what_nobody_named_finds_nothing(roles: tuple[Role, ...]) -> None:
    """A role of one's own gets no suggestion in its way."""
    assert matching(roles, "keeper of the school goat") == ()
