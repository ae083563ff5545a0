"""Fill pages from top to bottom."""

from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from ladder_desktop.errors import N_, ExportError
from ladder_desktop.export.pdf.canvas import TaggedCanvas

MOST_PAGES = 20_000
MUCH = 1 / 3  # of a page: more than that is not left empty for what should stay together
_ROUNDING = 0.01


class Flowable(Protocol):
    """Something that stands in the column of a page.

    Attributes:
        before: room above, shared with the room below what stands there.
        after: room below, shared likewise.
        keep: stay on the page of what follows.
    """

    before: float
    after: float
    keep: bool

    def height(self, width: float, /) -> float:
        """Return the height in a column of this width, without the room around."""
        ...

    def least(self, width: float, /) -> float:
        """Return the height of the smallest first part; all of it where it can't be split."""
        ...

    def split(self, width: float, room: float, /) -> "tuple[Flowable, Flowable | None] | None":
        """Return a part that fits into the room, and the rest, None if none is needed.

        There may be no such part; then None is all.
        """
        ...

    def repeated(self) -> "Flowable | None":
        """Return what is drawn again above this at the top of a page, such as a table's head."""
        ...

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float, /) -> None:
        """Draw with the upper left corner at the point."""
        ...


class Whole(ABC):
    """A flowable that goes on a page in one piece.

    Attributes:
        before: room above.
        after: room below.
        keep: stay on the page of what follows.
    """

    def __init__(self, before: float = 0.0, after: float = 0.0, *, keep: bool = False) -> None:
        self.before = before
        self.after = after
        self.keep = keep

    @abstractmethod
    def height(self, width: float, /) -> float:
        """Return the height in a column of this width."""

    def least(self, width: float, /) -> float:
        """Return the whole height."""
        return self.height(width)

    def split(self, _width: float, _room: float, /) -> "tuple[Flowable, Flowable | None] | None":
        """Return nothing: it can't be split."""
        return None

    def repeated(self) -> None:
        """Return nothing: it has no head."""
        return

    @abstractmethod
    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float, /) -> None:
        """Draw with the upper left corner at the point."""


class Shrinking(Whole):
    """A flowable that may be drawn smaller rather than leave the end of a page empty."""

    @abstractmethod
    def shrunk(self, width: float, by: float, /) -> "Shrinking | None":
        """Return it so much lower, None where it would be too small then."""


class Break:
    """Parts two sections: by a new page unless at least `room` is left on this one.

    Attributes:
        room: what the next section wants at least.
        between: what stands between the two where they share a page.
    """

    def __init__(self, room: float, between: Flowable) -> None:
        self.room = room
        self.between = between


@dataclass(frozen=True, slots=True)
class Put:
    """A flowable at its place: `down` from the top of the column."""

    flowable: Flowable
    down: float


Pages = list[list[Put]]


class Pager:
    """Puts flowables on pages, once each and in order; linear in their number."""

    def __init__(self, width: float, room: float, stopped: Callable[[], None]) -> None:
        self._width = width
        self._room = room
        self._stopped = stopped
        self._pages: Pages = [[]]
        self._down = 0.0
        self._gap = 0.0
        self._fresh = True

    def pages(self, story: Sequence[Flowable | Break]) -> Pages:
        """Return the pages of a story; raise ExportError if there are far too many."""
        queue = deque(story)
        while queue:
            first = queue[0]
            if isinstance(first, Break):
                queue.popleft()
                if self._page and self._has_room(first, queue):
                    self._place(first.between)
                elif self._page:
                    self._turn()
                continue
            self._place_group(queue)
        if not self._page and len(self._pages) > 1:
            self._pages.pop()
        return self._pages

    @property
    def _page(self) -> list[Put]:
        return self._pages[-1]

    def _place_group(self, queue: "deque[Flowable | Break]") -> None:
        """Place what must stay together, on a new page where this one has no room for it."""
        kept = _leading_kept(queue)
        missing = self._needed(kept) - (self._room - self._down)
        if self._page and missing > _ROUNDING:
            fitting = self._shrunk(kept, missing) or self._loosened(kept)
            if fitting is None:
                self._turn()
            kept = fitting or kept
        for flowable in kept:
            queue.popleft()
            rest = self._place(flowable)
            if rest is not None:
                queue.appendleft(rest)
                self._turn()
                return

    def _shrunk(self, kept: list[Flowable], missing: float) -> list[Flowable] | None:
        """Return what must stay together with its first picture so small that it fits."""
        for place, flowable in enumerate(kept):
            if isinstance(flowable, Shrinking):
                smaller = flowable.shrunk(self._width, missing)
                return None if smaller is None else [*kept[:place], smaller, *kept[place + 1 :]]
        return None

    def _loosened(self, kept: list[Flowable]) -> list[Flowable] | None:
        """Return what should stay together up to its first long text, if that fits.

        A heading with some lines may end a page of which much would be empty otherwise.
        """
        left, gap = self._room - self._down, self._gap
        if left < self._room * MUCH:
            return None
        for place, flowable in enumerate(kept[:-1], start=1):
            height = flowable.height(self._width)
            left -= max(gap, flowable.before) + height
            gap = flowable.after
            if left < -_ROUNDING:
                return None
            if flowable.least(self._width) < height - _ROUNDING:  # which is no heading
                return kept[:place]
        return None

    def _has_room(self, between: Break, queue: "deque[Flowable | Break]") -> bool:
        """Tell whether the next section may begin on this page, with what must stay together."""
        kept = [between.between, *_leading_kept(queue)]
        left = self._room - self._down + _ROUNDING
        fits = self._needed(kept) <= left or self._loosened(kept) is not None
        return between.room <= left and fits

    def _needed(self, kept: list[Flowable]) -> float:
        """Return the room that the flowables take, of the last one only what must be."""
        total = 0.0
        gap = self._gap
        for flowable in kept[:-1]:
            total += max(gap, flowable.before) + flowable.height(self._width)
            gap = flowable.after
        last = kept[-1]
        return total + max(gap, last.before) + last.least(self._width)

    def _place(self, flowable: Flowable) -> Flowable | None:
        """Put a flowable on the page; return what is left of it for the next one."""
        if not self._page:
            self._repeat(flowable)
        gap = max(self._gap, flowable.before) if self._page else 0.0
        top = self._down + gap
        height = flowable.height(self._width)
        room = self._room - top
        if height <= room + _ROUNDING:
            self._put(flowable, top, height)
            return None
        parts = flowable.split(self._width, room)
        if parts is not None:
            self._put(parts[0], top, parts[0].height(self._width))
            return parts[1]
        if self._fresh:
            self._put(flowable, top, height)
            return None
        return flowable

    def _repeat(self, flowable: Flowable) -> None:
        head = flowable.repeated()
        if head is not None:
            self._put(head, 0.0, head.height(self._width))
            self._fresh = True

    def _put(self, flowable: Flowable, top: float, height: float) -> None:
        self._page.append(Put(flowable, top))
        self._down = top + height
        self._gap = flowable.after
        self._fresh = False

    def _turn(self) -> None:
        """Start a new page."""
        self._stopped()
        if len(self._pages) >= MOST_PAGES:
            raise ExportError(
                N_("This would be more than {most} pages. Export some of the sections instead."),
                most=MOST_PAGES,
            )
        self._pages.append([])
        self._down = self._gap = 0.0
        self._fresh = True


def _leading_kept(queue: "deque[Flowable | Break]") -> list[Flowable]:
    """Return the first flowables up to one that need not stay with the next."""
    kept: list[Flowable] = []
    for item in queue:
        if isinstance(item, Break):
            break
        kept.append(item)
        if not item.keep:
            break
    return kept
