"""Where a form is filled in: boxes to type in, and buttons beside a text."""

from collections.abc import Callable

from ladder_desktop.export.pdf.canvas import TaggedCanvas
from ladder_desktop.export.pdf.flow import Flowable, Whole
from ladder_desktop.export.pdf.form import Box, Entry, Form
from ladder_desktop.export.pdf.look import Palette
from ladder_desktop.export.pdf.tagging import Element

Button = Callable[[TaggedCanvas, Box], None]
_HIGHEST = 480.0


class TextBox(Whole):
    """A box to type in, as high as it is asked to be, or as what stands in it from the start."""

    def __init__(
        self,
        form: Form,
        entry: Entry,
        parent: Element,
        palette: Palette,
        *,
        height: float,
        indent: float = 0.0,
        after: float = 0.0,
    ) -> None:
        super().__init__(after=after)
        self._form = form
        self._entry = entry
        self._parent = parent
        self._palette = palette
        self._height = height
        self._indent = indent
        self._known: tuple[float, float] | None = None

    def height(self, width: float, /) -> float:
        """Return the height of the box; a text that would fill a page scrolls in it."""
        inner = width - self._indent
        if self._known is None or self._known[0] != inner:
            taken = min(self._form.height(self._entry, inner), _HIGHEST)
            self._known = inner, max(self._height, taken)
        return self._known[1]

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float, /) -> None:
        """Draw the frame and put the field into it."""
        height = self.height(width)
        box = (x + self._indent, top - height, width - self._indent, height)
        with canvas.artifact():
            canvas.box(*box, stroke=self._palette.border)
        self._form.text(canvas, self._parent, self._entry, box)


class WithButton:
    """A text with a button to its left, in the indent that the text leaves.

    Attributes:
        before: room above.
        after: room below.
        keep: stay with what follows.
    """

    def __init__(self, text: Flowable, button: Button | None, side: float, down: float) -> None:
        self._text = text
        self._button = button
        self._side = side
        self._down = down
        self.before = text.before
        self.after = text.after
        self.keep = text.keep

    def height(self, width: float, /) -> float:
        """Return the height of the text."""
        return self._text.height(width)

    def least(self, width: float, /) -> float:
        """Return the height of the text's smallest first part."""
        return self._text.least(width)

    def split(self, width: float, room: float, /) -> "tuple[Flowable, Flowable | None] | None":
        """Return the first part with the button, and the rest without."""
        parts = self._text.split(width, room)
        if parts is None:
            return None
        return WithButton(parts[0], self._button, self._side, self._down), parts[1]

    def repeated(self) -> None:
        """Return nothing."""
        return

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float, /) -> None:
        """Draw the button, then the text."""
        if self._button:
            self._button(canvas, (x, top - self._down - self._side, self._side, self._side))
        self._text.draw(canvas, x, top, width)
