"""Asks where a copy of a workbook is to be put."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from ladder_desktop.ui.naming import SUFFIX
from ladder_desktop.words import Words


def ask_for_place(
    window: QWidget, title: str, proposed: Path, words: Words, *, replaces: bool
) -> Path | None:
    """Ask with the system's own window; return the place, with the ending of workbooks, or None.

    Args:
        window: the window it is asked over.
        title: says what for.
        proposed: where it could be.
        words: the words of the interface.
        replaces: whether a file that lies there gives way; the system's window asks so.
    """
    chosen, _filter = QFileDialog.getSaveFileName(
        window,
        title,
        str(proposed),
        words("Workbooks (*{suffix})", suffix=SUFFIX),
        "",
        QFileDialog.Option(0) if replaces else QFileDialog.Option.DontConfirmOverwrite,
    )
    if not chosen:
        return None
    place = Path(chosen)
    return place if place.suffix == SUFFIX else Path(f"{chosen}{SUFFIX}")
