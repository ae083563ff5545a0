"""Slips of the keyboard that make a template unreadable, and what to write instead."""

import re

from ladder_desktop.errors import N_, LadderError

LONG_NUMBER = re.compile(r"\d[\d_]{4000}")


class Slip(LadderError):
    """What is wrong with a line that can't be read; stands inside a mistake."""


def slip_for(error: Exception, text: str) -> tuple[int, Slip]:
    """Return the line of what keeps a text from being read, from 1, and what to do about it."""
    if isinstance(error, RecursionError):
        return _deepest_line(text), Slip(N_("there are too many brackets inside each other."))
    if found := LONG_NUMBER.search(text):
        return text.count("\n", 0, found.start()) + 1, Slip(N_("the number is too long."))
    # tomllib's complaints end with “(at line 3, column 1)” or “(at end of document)”
    complaint, _, place = str(error).partition(" (at ")
    line = re.match(r"line (\d+)", place)
    return int(line[1]) if line else text.count("\n") + 1, _worded(complaint)


def _worded(complaint: str) -> Slip:
    for pattern, message in SENTENCES:
        if re.match(pattern, complaint):
            return Slip(message)
    return Slip(
        N_("this can't be read ({complaint}). Compare it with a built-in template."),
        complaint=complaint,
    )


def _deepest_line(text: str) -> int:
    lines = text.split("\n")
    return lines.index(max(lines, key=lambda line: line.count("[") + line.count("{"))) + 1


# the beginnings of what tomllib says from Python 3.11 on
SENTENCES = (
    (
        r"Invalid value",
        N_(
            "what stands after the “=” can't be read: text stands in straight quotes, as in "
            'title = "Goals"; true and false are written small.'
        ),
    ),
    (
        r"Illegal character '(\\r)?\\n'|Unterminated string|Expected \"'",
        N_("the closing quote is missing: text ends on its line, with the quote it began with."),
    ),
    (
        r"Illegal character",
        N_("there is a character that can't be seen. Delete what stands between the quotes."),
    ),
    (
        r"Expected newline or end of document",
        N_(
            'something stands behind the value: a quote inside text is written as “ or ” or \\", '
            "and every name has a line of its own."
        ),
    ),
    (
        r"Expected '='",
        N_('a line holds a name, an equals sign and a value, as in title = "Goals".'),
    ),
    (
        r"Invalid hex value|Unescaped|Escaped character",
        N_("a backslash in text is written twice, \\\\."),
    ),
    (
        r"Cannot (overwrite|declare|mutate)|Duplicate",
        N_(
            "this name stands here twice, or one of the headings with it has single brackets: "
            "[[sections]] and [[sections.blocks]] have two on each side."
        ),
    ),
    (
        r"Expected '\]",
        N_("a heading stands in two brackets on each side, as in [[sections]]."),
    ),
    (
        r"Invalid initial character",
        N_(
            "a name is expected here. Look for a bracket, a brace or a comma that is missing "
            "or too many."
        ),
    ),
    (
        r"Unclosed",
        N_("a comma between two entries is missing here, or the closing bracket or brace."),
    ),
    (
        r"Invalid statement",
        N_("a line can't begin like this: a remark begins with #, a heading with [[."),
    ),
)
