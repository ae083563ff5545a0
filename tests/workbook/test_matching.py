"""Finding a text in another one, whatever its capitals, accents and width."""

import pytest

from ladder_desktop.workbook.matching import places, terms, words_in


@pytest.mark.parametrize(
    ("text", "wanted", "expected"),
    [
        ("Un café noir", "CAFE", ["café"]),
        ("cafe\u0301 noir", "café", ["cafe\u0301"]),
        ("Straße und Strasse", "strasse", ["Straße", "Strasse"]),
        ("a\u00adb Straße", "ss", ["ß"]),
        ("学校の会議", "の会", ["の会"]),
        ("ＡＢＣ", "abc", ["ＡＢＣ"]),
        ("İstanbul", "istanbul", ["İstanbul"]),
        ("a.b a+b", "a.b", ["a.b"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("text", "", []),
        ("", "text", []),
        ("text", "\u0301", []),
        ("no", "nothing", []),
    ],
)
def test_a_text_is_found_where_it_stands(text: str, wanted: str, expected: list[str]) -> None:
    """The places are those of the text as it was written, with the marks of its last letter."""
    found = [text[start:end] for start, end in places(text, wanted)]

    assert found == expected


def test_words_are_parted_by_all_that_is_no_letter() -> None:
    """Scripts without blanks are taken letter by letter."""
    words = words_in("Ladder-Desktop’s café: x² 学校 ได้, हिन्दी\0\u00adend")

    assert words == [
        *("ladder", "desktop", "s", "cafe", "x2", "学", "校"),
        *("ไ", "ด", "้", "हिन्दी", "end"),
    ]


def test_quotes_hold_words_together() -> None:
    """What stands in quotes of any shape is one term, and its last word is whole."""
    found = terms('lit "school board" “a b” «c» "')

    assert [term.words for term in found] == [("lit",), ("school", "board"), ("a", "b"), ("c",)]
    assert [term.goes_on for term in found] == [True, False, False, False]
