"""Pictures travel in the JSON interchange, exactly or with a sentence."""

import base64
from typing import Any

import pytest

from ladder_desktop.document.image_data import identity_of
from ladder_desktop.document.pictures import Picture
from ladder_desktop.errors import AnswerError
from ladder_desktop.workbook.interchange import filled, plain_workbook
from ladder_desktop.workbook.template import read_template
from ladder_desktop.workbook.workbook import Workbook, new_workbook
from tests.photos import CAMERA, TURNED_RIGHT, drawing, given, photo, png
from tests.samples import template_text

TEXT = "Look: ![the board](picture:board)"


@pytest.fixture
def workbook() -> Workbook:
    """Return an empty workbook with one question."""
    return new_workbook(read_template(template_text("prompt"), "sample"))


def whole(picture: Picture, name: str = "board") -> dict[str, Any]:
    """Return an interchange whose answer shows a picture."""
    data = {"type": picture.type, "data": base64.b64encode(picture.data).decode()}
    return {"answers": {"why": f"![the board](picture:{name})"}, "pictures": {name: data}}


def test_the_round_trip_is_exact(workbook: Workbook) -> None:
    """Names and bytes come out as they went in."""
    one = filled(workbook, whole(png()), "a.json")

    plain = plain_workbook(one, built_in=True)
    two = filled(workbook, plain, "b.json")

    assert plain["pictures"] == whole(png())["pictures"]
    assert plain_workbook(two, built_in=True) == plain | {}
    assert two.pictures.get("board") == png()


def test_only_what_a_text_names_travels(workbook: Workbook) -> None:
    """An answer that shows nothing any more takes no picture along."""
    one = filled(workbook, whole(png()), "a.json").with_answer("why", "Nothing.")

    assert "pictures" not in plain_workbook(one, built_in=True)


def test_camera_and_place_stay_behind(workbook: Workbook) -> None:
    """Remarks in a photo that a script gives are left out."""
    one = filled(workbook, whole(Picture("image/jpeg", photo())), "a.json")

    kept = one.pictures.get("board")

    assert kept is not None
    assert CAMERA.encode() not in kept.data


def test_two_pictures_of_one_name_both_stay(workbook: Workbook) -> None:
    """What is there keeps its name, and what comes gets one of its own."""
    one = filled(workbook, whole(png(1)), "a.json")

    two = filled(one, whole(png(2)), "b.json")

    assert two.pictures.get("board") == png(1)
    assert two.answers["why"] == "![the board](picture:board-2)"
    assert two.pictures.get("board-2") == png(2)


def test_a_name_that_claims_to_be_of_these_bytes_has_to(workbook: Workbook) -> None:
    """Under the program's own kind of name any other bytes would count as damaged."""
    name = identity_of(b"something else")

    one = filled(workbook, whole(png(), name), "a.json")

    assert one.named_pictures() == list(given(png()))


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [
        ("../up", {"type": "image/png", "data": ""}, "letters, figures"),
        ("a", "x", "written as"),
        ("a", {"type": "image/png"}, "written as"),
        ("a", {"type": "image/png", "data": "€"}, "Base64"),
        ("a", {"type": "image/png", "data": "aGVsbG8="}, "no JPEG or PNG"),
        ("a", {"type": "image/png", "data": "A" * 17_000_000}, "12 MB"),
        (
            "a",
            {
                "type": "image/jpeg",
                "data": base64.b64encode(photo(orientation=TURNED_RIGHT)).decode(),
            },
            "on its side",
        ),
        (
            "a",
            {"type": "image/png", "data": base64.b64encode(drawing((9000, 9000))).decode()},
            "9000",
        ),
    ],
)
def test_what_can_not_be_kept_is_named(
    workbook: Workbook, name: str, value: object, reason: str
) -> None:
    """All or none: the sentence says which picture, of which file, and why."""
    with pytest.raises(AnswerError, match=reason) as refusal:
        filled(workbook, {"pictures": {name: value}}, "a.json")

    assert "a.json" in str(refusal.value)
