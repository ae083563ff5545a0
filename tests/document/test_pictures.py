"""Pictures stand in texts by their names."""

import pytest

from ladder_desktop.document.marks import Line, Span, parse_line
from ladder_desktop.document.pictures import (
    described,
    marker,
    named,
    named_in,
    parted,
    renamed,
    undescribed_in,
    with_pictures,
    with_pictures_kept,
)


@pytest.mark.parametrize(
    ("text", "before", "shown"),
    [
        ("Seen\n![a](picture:1)\n  ![b c](picture:2) ", "Seen", [("a", "1"), ("b c", "2")]),
        ("![a](picture:1)", "", [("a", "1")]),
        ("![a](picture:1)\nSeen", "![a](picture:1)\nSeen", []),
        ("so ![a](picture:1)", "so ![a](picture:1)", []),
        ("![a](picture:no way)", "![a](picture:no way)", []),
        ("", "", []),
    ],
)
def test_the_pictures_at_the_end(text: str, before: str, shown: list[tuple[str, str]]) -> None:
    """Those on lines of their own are parted from the text before them."""
    assert parted(text) == (before, shown)
    assert parted(with_pictures(before, shown)) == (before, shown)


def test_a_description_stays_in_its_marker() -> None:
    """Brackets and lines in it would end it."""
    assert marker("Ideas [old]\nof day 1", "ab") == "![Ideas (old) of day 1](picture:ab)"


def test_everything_that_names_a_picture_is_found_and_renamed() -> None:
    """In texts anywhere inside an answer."""
    plain = {"notes": "x ![a](picture:1)", "rows": [{"c": "![](picture:2)"}, 3, None]}

    assert named_in(plain) == ["1", "2"]
    assert named_in(renamed(plain, {"2": "two"})) == ["1", "two"]


def test_a_text_in_words_alone() -> None:
    """The description takes the picture's place."""
    assert described("so ![the board](picture:1)!") == "so the board!"
    assert named("no [link](picture-1)") == []


def test_a_line_knows_its_pictures() -> None:
    """Stars in a description mark nothing, and paper sets pictures on their own."""
    line = parse_line("- *so ![a* b](picture:1) is* it")

    assert [(one.text, one.italic, one.picture) for one in line.spans] == [
        ("so ", True, ""),
        ("a* b", False, "1"),
        (" is", True, ""),
        (" it", False, ""),
    ]
    assert [type(part) for part in line.parts()] == [Line, Span, Line]
    assert [type(part) for part in parse_line("![a](picture:1)").parts()] == [Span]
    assert [type(part) for part in parse_line("").parts()] == [Line]


def test_what_comes_back_without_pictures_keeps_those_that_stood_there() -> None:
    """At the ends of the same texts, behind those that came along."""
    own = {"a": "x\n![p](picture:1)", "rows": [{"c": "![q](picture:2)"}], "b": "![r](picture:3)"}
    plain = {"a": "new", "rows": [{"c": ""}, {"c": "more"}], "b": "![s](picture:4)"}

    assert with_pictures_kept(plain, own) == {
        "a": "new\n![p](picture:1)",
        "rows": [{"c": "![q](picture:2)"}, {"c": "more"}],
        "b": "![s](picture:4)\n![r](picture:3)",
    }


def test_pictures_without_a_description_are_counted() -> None:
    """Blanks are none."""
    plain = {"a": "![](picture:1) ![ ](picture:2)", "rows": [{"c": "![said](picture:3)"}, None]}

    assert undescribed_in(plain) == len("12")
