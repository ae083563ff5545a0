"""What a screen is to those who look at all of them."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ladder_desktop.ui.menu_plan import Doers


@dataclass(frozen=True)
class Files:
    """What the screens are opened with.

    Attributes:
        workbook: a filled workbook.
        copy: a copy of it that was written in.
        template: the text of a template.
        mistaken: one with mistakes.
    """

    workbook: Path
    copy: Path
    template: Path
    mistaken: Path


@dataclass(frozen=True)
class Screen:
    """One screen.

    Attributes:
        open: opens it.
        template: what the open workbook is made of; blank is the start page, without a workbook.
    """

    open: Callable[[Doers, Files], object]
    template: str = "career-growth"
