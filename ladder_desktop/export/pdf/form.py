"""The fields of a fillable form, made so that people who can't see them can fill them in too."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from reportlab.pdfbase import pdfdoc

from ladder_desktop.document.clean import cleaned, one_line
from ladder_desktop.document.nodes import Place
from ladder_desktop.export.pdf.canvas import TaggedCanvas, TextString, rgb
from ladder_desktop.export.pdf.field_names import field_name
from ladder_desktop.export.pdf.fonts import Face
from ladder_desktop.export.pdf.lines import break_lines
from ladder_desktop.export.pdf.look import Colour, Palette
from ladder_desktop.export.pdf.pen import shown
from ladder_desktop.export.pdf.shaping import Run, Typesetter
from ladder_desktop.export.pdf.tagging import Element
from ladder_desktop.export.pdf.typing_font import FONT, typing_font

Box = tuple[float, float, float, float]

_PRINTED = 4
_MULTILINE = 1 << 12
_RADIO = 1 << 15
_LIST_TO_TYPE_IN = 1 << 17 | 1 << 18
PADDING = 4.0  # between a field's edge and its text
_LEADING = 1.4


@dataclass(frozen=True, slots=True)
class Entry:
    """What is typed into one field.

    Attributes:
        place: where in the workbook it is kept.
        label: what is asked, for those who hear the form.
        value: what stands there from the start.
        choices: what can be chosen instead of typing; nothing for a text.
        size: of the letters, in points; 0 for that of the form.
    """

    place: Place
    label: str
    value: str
    choices: tuple[str, ...] = ()
    size: float = 0.0


class Form:
    """Collects the fields of one document.

    Attributes:
        size: of the letters in text fields, in points.
    """

    def __init__(self, typesetter: Typesetter, palette: Palette, size: float) -> None:
        self.size = size
        self._typesetter = typesetter
        self._palette = palette
        self._fields: list[pdfdoc.PDFObjectReference] = []
        self._groups: dict[str, list[pdfdoc.PDFObjectReference]] = {}
        self._group_values: dict[str, tuple[str, int | None]] = {}

    def height(self, entry: Entry, width: float) -> float:
        """Return the height of a text field in which all of its value is seen."""
        size = entry.size or self.size
        lines = self._lines(entry.value, width - 2 * PADDING, size)
        return 2 * PADDING + len(lines) * size * _LEADING

    def text(self, canvas: TaggedCanvas, parent: Element, entry: Entry, box: Box) -> None:
        """Put a text field, or a list that opens, into a box of the page; long texts scroll."""
        value, size = entry.value, entry.size or self.size
        entries = self._widget(entry.label, entry.place, box)
        entries |= {
            "T": TextString(field_name(entry.place)),
            "DA": pdfdoc.PDFString(f"/{FONT} {size:g} Tf {rgb(self._palette.ink)} rg"),
            "AP": self._appearances(canvas, {"N": self._written(value, box, size)}),
        }
        if entry.choices:
            choices = pdfdoc.PDFArray([TextString(choice) for choice in entry.choices])
            entries |= {"FT": pdfdoc.PDFName("Ch"), "Ff": _LIST_TO_TYPE_IN, "Opt": choices}
        else:
            entries |= {"FT": pdfdoc.PDFName("Tx"), "Ff": _MULTILINE}
        if value:
            entries["V"] = TextString(value)
        self._fields.append(self._put(canvas, parent, entries))

    def tick(
        self, canvas: TaggedCanvas, parent: Element, place: Place, label: str, box: Box, *, on: bool
    ) -> None:
        """Put a box to tick on the page."""
        state = "Yes" if on else "Off"
        entries = self._widget(label, place, box)
        entries |= {
            "FT": pdfdoc.PDFName("Btn"),
            "T": TextString(field_name(place)),
            "V": pdfdoc.PDFName(state),
            "AS": pdfdoc.PDFName(state),
            "AP": self._states(canvas, "Yes", box, _tick(box, self._palette.accent)),
        }
        self._fields.append(self._put(canvas, parent, entries))

    def choice(
        self,
        canvas: TaggedCanvas,
        parent: Element,
        place: Place,
        labels: tuple[str, str],
        box: Box,
        *,
        value: int,
        chosen: int | None,
    ) -> None:
        """Put one button of a rating on the page; `labels` are the question's and the level's."""
        name, state = field_name(place), str(value)
        group = f"radio:{name}"
        entries = self._widget(f"{labels[0]} {labels[1]}", place, box)
        entries |= {
            "Parent": pdfdoc.PDFObjectReference(group),
            "AS": pdfdoc.PDFName(state if chosen == value else "Off"),
            "AP": self._states(canvas, state, box, _dot(box, self._palette.accent)),
        }
        self._group_values[name] = (labels[0], chosen)
        self._groups.setdefault(name, []).append(self._put(canvas, parent, entries))

    def ring(self, canvas: TaggedCanvas, box: Box) -> None:
        """Draw the ring that a rating's button stands in."""
        x, bottom, side, _ = box
        with canvas.artifact():
            canvas.draw(
                f"q 1 0 0 1 {x:.2f} {bottom:.2f} cm {rgb(self._palette.border)} RG 0.8 w "
                f"{_circle(side / 2, side / 2 - 0.4)} S Q"
            )

    def finish(self, canvas: TaggedCanvas, face: Face) -> None:
        """Add the form itself to the document."""
        document = canvas.document
        for name, kids in self._groups.items():
            label, chosen = self._group_values[name]
            state = "Off" if chosen is None else str(chosen)
            entries = {
                "FT": pdfdoc.PDFName("Btn"),
                "Ff": _RADIO,
                "T": TextString(name),
                "TU": TextString(one_line(label) or name),
                "V": pdfdoc.PDFName(state),
                "Kids": pdfdoc.PDFArray(kids),
            }
            group = document.Reference(pdfdoc.PDFDictionary(entries), f"radio:{name}")
            self._fields.append(group)
        fonts = pdfdoc.PDFDictionary({FONT: typing_font(document, face)})
        form = {
            "Fields": pdfdoc.PDFArray(self._fields),
            "DR": pdfdoc.PDFDictionary({"Font": fonts}),
            "DA": pdfdoc.PDFString(f"/{FONT} {self.size:g} Tf 0 g"),
        }
        canvas.set_form(pdfdoc.PDFDictionary(form))

    def _widget(self, label: str, place: Place, box: Box) -> dict[str, object]:
        """Return what every field has; one without a label is called by its place."""
        x, bottom, width, height = box
        edges = (x, bottom, x + width, bottom + height)
        return {
            "Type": pdfdoc.PDFName("Annot"),
            "Subtype": pdfdoc.PDFName("Widget"),
            "Rect": pdfdoc.PDFArray([round(edge, 2) for edge in edges]),
            "F": _PRINTED,
            "TU": TextString(one_line(label) or field_name(place)),
        }

    def _put(
        self, canvas: TaggedCanvas, parent: Element, entries: dict[str, object]
    ) -> pdfdoc.PDFObjectReference:
        name = canvas.annotate(parent.add("Form"), pdfdoc.PDFDictionary(entries))
        return pdfdoc.PDFObjectReference(name)

    def _states(
        self, canvas: TaggedCanvas, state: str, box: Box, drawing: str
    ) -> pdfdoc.PDFDictionary:
        """Return the looks of a button: with its sign, and empty."""
        looks = {
            state: canvas.document.Reference(_appearance(drawing, box)),
            "Off": canvas.document.Reference(_appearance("", box)),
        }
        return pdfdoc.PDFDictionary({"N": pdfdoc.PDFDictionary(looks)})

    def _appearances(
        self, canvas: TaggedCanvas, looks: dict[str, pdfdoc.PDFStream]
    ) -> pdfdoc.PDFDictionary:
        return pdfdoc.PDFDictionary(
            {state: canvas.document.Reference(look) for state, look in looks.items()}
        )

    def _written(self, value: str, box: Box, size: float) -> pdfdoc.PDFStream:
        """Return the look of a text field with its value, as much of it as the box shows."""
        width, height = box[2], box[3]
        if not value:
            return _appearance("/Tx BMC EMC", box)
        parts = [
            f"/Tx BMC q 1 1 {width - 2:.2f} {height - 2:.2f} re W n BT {rgb(self._palette.ink)} rg"
        ]
        y = height - PADDING - size
        for operators in self._lines(value, width - 2 * PADDING, size):
            parts += [f"1 0 0 1 {PADDING:g} {y:.2f} Tm", *operators]
            y -= size * _LEADING
            if y < -size:
                break
        parts.append("ET Q EMC")
        return _appearance("\n".join(parts), box)

    def _lines(self, value: str, width: float, size: float) -> Sequence[list[str]]:
        lines: list[list[str]] = []
        for paragraph in cleaned(value).split("\n"):
            _, placed = self._typesetter.paragraph([Run(paragraph)], size)
            broken = break_lines(placed, width, self._typesetter)
            lines += [shown(list(line.placed)) for line in broken]
        return lines


def _appearance(drawing: str, box: Box) -> pdfdoc.PDFStream:
    entries = {
        "Type": pdfdoc.PDFName("XObject"),
        "Subtype": pdfdoc.PDFName("Form"),
        "BBox": pdfdoc.PDFArray([0, 0, round(box[2], 2), round(box[3], 2)]),
        "Resources": pdfdoc.PDFDictionary({"Font": pdfdoc.PDFObjectReference("BasicFonts")}),
    }
    return pdfdoc.PDFStream(pdfdoc.PDFDictionary(entries), drawing.encode("ascii"), filters=[])


def _tick(box: Box, colour: Colour) -> str:
    side = box[2]
    points = [(0.2, 0.52), (0.42, 0.26), (0.8, 0.76)]
    path = " ".join(
        f"{x * side:.2f} {y * side:.2f} {'l' if index else 'm'}"
        for index, (x, y) in enumerate(points)
    )
    return f"q {rgb(colour)} RG {side * 0.13:.2f} w 1 J 1 j {path} S Q"


def _dot(box: Box, colour: Colour) -> str:
    """Return a disc in the middle of a box."""
    return f"q {rgb(colour)} rg {_circle(box[2] / 2, box[2] * 0.27)} f Q"


def _circle(centre: float, radius: float) -> str:
    """Return the path of a circle, as four curves."""
    pull = radius * 0.5523
    turns = ((1, 0), (0, 1), (-1, 0), (0, -1), (1, 0))
    path = [f"{centre + radius:.2f} {centre:.2f} m"]
    for (x, y), (to_x, to_y) in pairwise(turns):
        points = (
            (x * radius + to_x * pull, y * radius + to_y * pull),
            (to_x * radius + x * pull, to_y * radius + y * pull),
            (to_x * radius, to_y * radius),
        )
        path.append(" ".join(f"{centre + a:.2f} {centre + b:.2f}" for a, b in points) + " c")
    return " ".join(path)
