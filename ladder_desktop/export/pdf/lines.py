"""Break a paragraph into lines."""

from dataclasses import dataclass

from ladder_desktop.export.pdf.shaping import Placed, Typesetter


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a paragraph.

    Attributes:
        placed: its pieces in reading order, the blanks at its end left out but one.
        width: in points, without the blank at its end.
    """

    placed: tuple[Placed, ...]
    width: float


def break_lines(placed: list[Placed], width: float, typesetter: Typesetter) -> list[Line]:
    """Return the lines of a paragraph, none wider than `width` unless one letter is.

    Every piece goes into exactly one line; linear in the length of the text.
    """
    return _Breaker(width, typesetter).lines(placed)


class _Breaker:
    """Fills one line after the other.

    Blanks never start a new line, except those at the very beginning of the paragraph, which
    are its indent.
    """

    def __init__(self, width: float, typesetter: Typesetter) -> None:
        self._room = width
        self._typesetter = typesetter
        self._done: list[Line] = []
        self._line: list[Placed] = []
        self._used = 0.0
        self._word: list[Placed] = []
        self._word_width = 0.0
        self._pouring = False

    def lines(self, placed: list[Placed]) -> list[Line]:
        """Return the lines that the pieces fill."""
        for item in placed:
            if not item.glued:
                self._end_word()
                self._pouring = False
            if self._pouring:
                self._pour(item)
            elif item.piece.blank and not item.glued:
                self._line.append(item)
                self._used += item.piece.width
            else:
                self._word.append(item)
                self._word_width += item.piece.width
                if self._word_width > self._room:
                    self._pour_word()
        self._end_word()
        if self._line or not self._done:
            self._end_line()
        return self._done

    def _end_word(self) -> None:
        """Put the word on the line, or on the next one where this is full."""
        if not self._word:
            return
        if self._used + self._word_width > self._room and self._has_word():
            self._end_line()
        if self._used + self._word_width > self._room:
            self._pour_word()
            return
        self._line += self._word
        self._used += self._word_width
        self._word, self._word_width = [], 0.0

    def _pour_word(self) -> None:
        """Fill lines with a word that is wider than any, letter by letter."""
        pieces, self._word, self._word_width = self._word, [], 0.0
        if self._has_word():
            self._end_line()
        self._pouring = True
        for item in pieces:
            self._pour(item)

    def _pour(self, item: Placed) -> None:
        while self._used + item.piece.width > self._room:
            cut = self._typesetter.split(item.piece, self._room - self._used)
            if cut is None or (self._line and self._room - self._used < cut[0].width):
                if not self._line:
                    break
                self._end_line()
                continue
            self._line.append(Placed(cut[0], item.level, item.glued, item.link))
            self._end_line()
            item = Placed(cut[1], item.level, True, item.link)
        self._line.append(item)
        self._used += item.piece.width

    def _has_word(self) -> bool:
        return any(not item.piece.blank for item in self._line)

    def _end_line(self) -> None:
        """Close the line; of the blanks at its end one stays, so that words don't fuse."""
        end = len(self._line)
        while end and self._line[end - 1].piece.blank:
            end -= 1
        width = sum(item.piece.width for item in self._line[:end])
        self._done.append(Line(tuple(self._line[: end + 1]), width))
        self._line, self._used = [], 0.0
