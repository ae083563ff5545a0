"""Keeps what comes into a note such that each key shows at once: lines and texts with an end."""

from collections.abc import Iterator

from ladder_desktop.errors import N_, AnswerError

# At each key Qt shapes the whole line again that it falls in: this much takes 20 ms.
LONGEST_LINE = 100_000
# A text file that is dropped may have as many bytes.
LONGEST_TEXT = 1_000_000  # the sentence below says so, too
MOST_LINES = 50_000


def with_breaks(text: str) -> str:
    """Return a text with its endless lines broken, at a blank where there is one."""
    if len(text) <= LONGEST_LINE:
        return text
    lines = text.split("\n")
    if max(map(len, lines)) <= LONGEST_LINE:
        return text
    return "\n".join(part for line in lines for part in _parts(line))


def check_room(length: int, lines: int, new: str) -> None:
    """Check that a text may get longer by another.

    Raises:
        AnswerError: it would be longer than anybody reads, and slow to write in.
    """
    if length + len(new) > LONGEST_TEXT:
        raise AnswerError(
            N_(
                "That text is too long: one answer holds up to a million characters. Nothing was "
                "put in. Copy only the part that matters here."
            )
        )
    if lines + new.count("\n") > MOST_LINES:
        raise AnswerError(
            N_(
                "That text has too many lines: one answer holds up to {most} thousand. Nothing "
                "was put in. Copy only the part that matters here."
            ),
            most=MOST_LINES // 1_000,
        )


def _parts(line: str) -> Iterator[str]:
    start = 0
    while len(line) - start > LONGEST_LINE:
        end = start + LONGEST_LINE
        # the second half only: else a word without end would leave a scrap before it
        blank = line.rfind(" ", end - LONGEST_LINE // 2, end)
        yield line[start : end if blank < 0 else blank]
        start = end if blank < 0 else blank + 1
    yield line[start:]
