"""Colours and measures: how a workbook looks in Word."""

from dataclasses import dataclass

from ladder_desktop.export.options import ExportOptions

_SMALLEST = 8.0  # points
_SUMMARY = 0.84  # a summary is meant for one page
TWENTIETHS = 20  # Word counts lengths in twentieths of a point
PAPERS = {"letter": (12240, 15840), "a4": (11906, 16838)}
_BODY, _LARGE_BODY = 10.5, 14.0
_MARGIN, _WIDE_MARGIN, _NARROW_MARGIN = 1320, 1600, 1120


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours; every text colour has at least 5.6:1 against white."""

    ink: str = "1E242C"
    muted: str = "5A6472"
    accent: str = "0B6B69"
    tint: str = "E9F3F1"
    hairline: str = "D9D3C8"
    border: str = "8A8578"


GREYS = Palette("1A1A1A", "595959", "333333", "EFEFEF", "CFCFCF", "808080")


class Look:
    """Every measure of a document.

    Attributes:
        palette: the colours.
        paper: width and height in twentieths of a point.
        mirrored: whether even pages swap their margins.
        inner: the margin at the binding, in twentieths of a point.
        outer: the other margin, likewise.
        blank: whether the paper is for handwriting.
        invites: whether remarks that nobody made are asked for.
    """

    def __init__(self, options: ExportOptions) -> None:
        self.palette = GREYS if options.grey else Palette()
        self.paper = PAPERS[options.paper]
        self.mirrored = options.mirrored
        self.inner = _WIDE_MARGIN if options.mirrored else _MARGIN
        self.outer = _NARROW_MARGIN if options.mirrored else _MARGIN
        self.blank = options.preset == "blank"
        is_short = options.preset in ("answers", "summary") or options.without_unanswered
        self.invites = self.blank or not is_short
        self._scale = _LARGE_BODY / _BODY if options.large else 1.0
        if options.preset == "summary":
            self._scale *= _SUMMARY

    @property
    def column(self) -> int:
        """Return the width of the text in twentieths of a point."""
        return self.paper[0] - self.inner - self.outer

    def size(self, points: float) -> int:
        """Return a size of letters in half points, as Word counts it."""
        return round(max(points * self._scale, _SMALLEST) * 2)

    def length(self, points: float) -> int:
        """Return a length in twentieths of a point, at this look's scale."""
        return round(points * self._scale * TWENTIETHS)
