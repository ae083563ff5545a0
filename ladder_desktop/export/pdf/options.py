"""What a person can choose about a PDF."""

from dataclasses import dataclass
from typing import Literal

Preset = Literal["full", "answers", "summary", "blank"]
PaperSize = Literal["letter", "a4"]


@dataclass(frozen=True, slots=True)
class PdfOptions:
    """The choices for one export.

    Attributes:
        preset: what is drawn how; `document.presets` chooses the nodes to go with it.
        paper: the paper's size.
        large: larger print, 14 pt.
        grey: no colour at all.
        mirrored: inner and outer margins change places on even pages, for binding.
        form: a fillable form; answers stand in its fields.
        password: asked for at opening; blank for none.
        carried: bytes of the JSON interchange to carry along as ``workbook.json``, or None.
    """

    preset: Preset = "full"
    paper: PaperSize = "letter"
    large: bool = False
    grey: bool = False
    mirrored: bool = False
    form: bool = False
    password: str = ""
    carried: bytes | None = None
