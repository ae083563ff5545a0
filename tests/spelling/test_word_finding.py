"""Which words of a text are checked, and which are left in peace."""

import pytest

from ladder_desktop.spelling.word_finding import LONGEST, words_of


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We beleive, don't we?", ["We", "beleive", "don't", "we"]),
        ("We don’t (yet).", ["We", "don't", "yet"]),
        ("l'amitié", ["l'amitié"]),
        ("cafe\u0301 niño", ["café", "niño"]),
        ("“Quoted” and ‘so’", ["Quoted", "and", "so"]),
        ("and/or well-being", ["and", "or", "well", "being"]),
        ("- an item", ["an", "item"]),
        ("**bold** and *so on*", ["bold", "and", "so", "on"]),
        ("[my page](https://exmaple.org/abuot)", ["my", "page"]),
    ],
)
def test_words_are_found(text: str, found: list[str]) -> None:
    """Signs around a word, and light marks, are no part of it."""
    assert [word.text for word in words_of(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "https://exmaple.org/abuot?x=y www.exmaple.org mailto:jo@exmaple.org",
        "jo.smiht@exmaple.org",
        "C:\\Usres\\jo report.dcox e.g. i.e.",
        "3rd abc12 12abc x_y snake_caes",
        "NASA PLCs LEA’S",
        "YouTube iPhone McGraw",
        "@jsmiht #edcuation",
        "un**likly**",
        "مرحبا بالعالم",
        "世界 こんにちは 안녕",
        "привет κόσμε",
        "a b c",
        "x" * (LONGEST + 1),
        "",
        "\x00\ud800",
    ],
)
def test_what_nobody_spells_is_left_in_peace(text: str) -> None:
    """Addresses, digits, acronyms, names of products and other scripts are never checked."""
    assert list(words_of(text)) == []


def test_a_word_knows_its_place() -> None:
    """Places are counted in characters of the text, whatever was composed."""
    text = "so 😀 cafe\u0301-bar"

    words = list(words_of(text))

    assert [text[word.start : word.end] for word in words] == ["so", "cafe\u0301", "bar"]
    assert words[-1].whole == "café-bar"


@pytest.mark.parametrize("part", ["x", "a-", "a.", "a'", "a@", "_", "1", "-", "www.", "a\u0301"])
def test_a_line_without_blanks_is_done_with(part: str) -> None:
    """A million letters in a row, such as a pasted picture's code, hold up nobody."""
    found = list(words_of(part * (1_000_000 // len(part))))

    assert all(len(word.whole) <= LONGEST for word in found)


@pytest.mark.parametrize(
    "text", ["(jo@exmaple.org)", "-reprot.dcox", "see:jo@exmaple.org", "a-reprot.dcox"]
)
def test_an_address_with_signs_around_it_is_one_still(text: str) -> None:
    """What stands right before an address, or in front of a name of a file, does not hide it."""
    assert not {word.text for word in words_of(text)} & {"jo", "exmaple", "reprot", "dcox"}
