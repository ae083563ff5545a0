"""What whoever helps with spelling asks of the boxes that texts are written in."""

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from ladder_desktop.spelling.proofreader import Mistake

LAST_OF_ONE_UNIT = "\uffff"


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, or the part of a long one that can be seen.

    Attributes:
        start: where it begins in the text, in Qt's units.
        text: what stands there.
    """

    start: int
    text: str


class Spot(Protocol):
    """A misspelt word where it stands, wherever edits around it move it."""

    def word(self) -> str:
        """Return what stands there now, as a dictionary would have it."""
        ...

    def choose(self) -> None:
        """Mark it."""
        ...

    def put(self, better: str) -> None:
        """Put a better word in its place, as one step."""
        ...


class SpeltBox(Protocol):
    """Whoever keeps what is misspelt in a box."""

    @property
    def control(self) -> QWidget:
        """Return the box."""
        ...

    def revision(self) -> int:
        """Return a number that another text would not have."""
        ...

    def mistake_at(self, place: int) -> tuple[Mistake, Spot] | None:
        """Return the misspelt word at a place of the text, also at its end."""
        ...

    def paragraph_at(self, place: int) -> Piece:
        """Return the paragraph in which a place is."""
        ...

    def spot(self, piece: Piece, mistake: Mistake) -> Spot:
        """Return where a mistake in a piece of the text stands."""
        ...

    def under(self) -> QPoint:
        """Return the place on the screen right under the caret."""
        ...

    def usual_menu(self) -> QMenu:
        """Return a menu with the usual entries."""
        ...


class Offer(Protocol):
    """Whoever knows better words."""

    def open_menu(self, box: SpeltBox, place: int, point: QPoint, *, by_keys: bool = False) -> bool:
        """Show a menu for what stands at a place of a text; tell whether there is anything."""
        ...


def units(text: str, place: int) -> int:
    """Return a place of a text in Qt's units; Qt counts a sign beyond the first plane twice."""
    if text.isascii():
        return place
    return place + sum(sign > LAST_OF_ONE_UNIT for sign in text[:place])


def signs(text: str, place: int) -> int:
    """Return a place of a text in characters, given in Qt's units."""
    if text.isascii():
        return place
    return len(
        text.encode("utf-16-le", "surrogatepass")[: place * 2].decode("utf-16-le", "replace")
    )
