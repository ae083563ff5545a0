"""Light marks are read as people type them, and everything else stays as typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladder_desktop.document.marks import Span, parse, parse_line, plain


def _looks(line: str) -> list[tuple[str, str]]:
    return [
        (span.text, ("b" if span.bold else "") + ("i" if span.italic else ""))
        for span in parse_line(line).spans
    ]


@pytest.mark.parametrize(
    ("line", "looks"),
    [
        ("**bold** word", [("bold", "b"), (" word", "")]),
        ("an *italic* word", [("an ", ""), ("italic", "i"), (" word", "")]),
        ("***both***", [("both", "bi")]),
        ("**bold *and* more**", [("bold ", "b"), ("and", "bi"), (" more", "b")]),
        ("(*note*)", [("(", ""), ("note", "i"), (")", "")]),
        ("*a* and *b*", [("a", "i"), (" and ", ""), ("b", "i")]),
    ],
)
def test_stars_at_word_borders_mark(line: str, looks: list[tuple[str, str]]) -> None:
    """Stars around words make them bold or italic."""
    assert _looks(line) == looks


@pytest.mark.parametrize(
    "line",
    [
        "2*3*4",
        "2 * 3 * 4",
        "*open",
        "**open*",
        "*****",
        "snake_case and _under_",
        "# no heading",
        "&amp; <b>x</b>",
        r"\*escaped\*",
        "1990. A year",
        "-no item",
        "[label](javascript:alert(1))",
        "[label](file:///etc/passwd)",
        "",
    ],
)
def test_what_is_no_mark_stays_as_typed(line: str) -> None:
    """Anything that is not exactly a mark is plain text."""
    parsed = parse_line(line)

    assert parsed.kind == "text"
    assert plain(line) == line or line == r"\*escaped\*"
    assert not any(span.link for span in parsed.spans)


@pytest.mark.parametrize(
    ("line", "kind", "indent", "marker"),
    [
        ("- item", "bullet", "", "•"),
        ("  - item", "bullet", "  ", "•"),
        ("1. item", "number", "", "1."),
        ("12. item", "number", "", "12."),
        ("- ", "text", "", ""),
    ],
)
def test_lists_begin_with_a_dash_or_a_number(
    line: str, kind: str, indent: str, marker: str
) -> None:
    """Only a dash or a short number with a blank behind it begins an item."""
    parsed = parse_line(line)

    assert (parsed.kind, parsed.indent, parsed.marker) == (kind, indent, marker)


def test_a_labelled_link_prints_label_and_address() -> None:
    """The address of a link is not lost on paper."""
    spans = parse_line("See [the guide](https://example.org/a).").spans

    assert [span.text for span in spans] == ["See ", "the guide", " (https://example.org/a)", "."]
    assert [bool(span.link) for span in spans] == [False, True, True, False]


def test_a_bare_address_is_a_link_without_its_full_stop() -> None:
    """Punctuation behind an address is no part of it."""
    spans = parse_line("Go to https://example.org/x, please").spans

    assert spans[1] == Span(
        "https://example.org/x", 6, 27, bold=False, italic=False, link="https://example.org/x"
    )


def test_spans_know_where_they_stand() -> None:
    """The editor finds each span in the line as typed."""
    line = "- a **b** c"

    places = [line[span.start : span.end] for span in parse_line(line).spans]

    assert places == ["a ", "b", " c"]


@given(st.text(alphabet="ab *-1.[]()\n_#<&"))
def test_nothing_is_lost_but_marks(text: str) -> None:
    """Every letter that was typed is printed, once and in its order."""
    printed = "".join(span.text for line in parse(text) for span in line.spans)

    assert [sign for sign in printed if sign in "ab_#<&[]("] == [
        sign for sign in text if sign in "ab_#<&[]("
    ]
    assert len(parse(text)) == text.count("\n") + 1


@pytest.mark.parametrize("text", ["*a " * 50_000, "[x](" * 50_000, "*a* " * 20_000, "[" * 100_000])
def test_long_lines_are_read_at_once(text: str) -> None:
    """A line of many marks is read whole; what it says comes out again."""
    assert len(plain(text)) <= len(text)
