"""Take out of a text what no paper and no file can show."""

import re

# The noncharacters are fixed for ever by the Unicode Standard, section 23.7.
_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    chr(plane << 16 | 0xFFFE) + chr(plane << 16 | 0xFFFF) for plane in range(17)
)
_BREAKS = "\r\n|[\r\x0b\x0c\x85\u2028\u2029]"
_UNPRINTABLE = f"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff{_NONCHARACTERS}]"


def cleaned(text: str) -> str:
    """Return the text with every line break as a newline, without what is no character.

    Gone are the control characters (C0 and C1) except newline and tab, lone surrogates and the
    66 noncharacters. Code points that are not assigned yet stay: a later font may show them.
    """
    return re.sub(_UNPRINTABLE, "", re.sub(_BREAKS, "\n", text))


def one_line(text: str) -> str:
    """Return the cleaned text on one line, for titles, bookmarks and metadata."""
    return " ".join(cleaned(text).split())
