"""A text in which what was added and what was removed is marked."""

from collections.abc import Mapping, Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ladder_desktop.words import Words
from ladder_desktop.workbook.comparing import Run

AROUND = 120  # characters of what stayed that are shown beside what changed
LONGEST = 6000  # characters of one change that are shown


class MarkedText(QLabel):
    """Shows added text bold and underlined, removed text struck through; never by colour alone."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setMinimumWidth(1)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_runs(self, runs: Sequence[Run], added: str = "") -> None:
        """Show the runs; what stayed is shortened to what stands beside a change.

        Args:
            runs: the text.
            added: what a screen reader says before text that is marked as added.
        """
        shown = shortened(runs)
        self.setText("".join(self._marked(run) for run in shown))
        names = {
            "added": added or self._words("added:"),
            "removed": self._words("removed:"),
        }
        self.setAccessibleName(spoken(shown, names))

    def _marked(self, run: Run) -> str:
        text = escape(run.text).replace("\n", "<br>")
        role = QPalette.ColorRole
        if run.kind == "added":
            return self._span(text, role.Highlight, "font-weight:600; text-decoration:underline")
        if run.kind == "removed":
            return self._span(text, role.BrightText, "text-decoration:line-through")
        return text

    def _span(self, text: str, role: QPalette.ColorRole, style: str) -> str:
        return f'<span style="color:{self.palette().color(role).name()}; {style}">{text}</span>'


def shortened(runs: Sequence[Run]) -> list[Run]:
    """Return runs with long unchanged stretches cut to what is near a change."""
    if all(run.kind == "same" for run in runs):
        return [Run(run.kind, _cut(run.text, LONGEST)) for run in runs]
    last = len(runs) - 1
    return [
        Run(run.kind, _near(run.text, is_first=place == 0, is_last=place == last))
        if run.kind == "same"
        else Run(run.kind, _cut(run.text, LONGEST))
        for place, run in enumerate(runs)
    ]


def spoken(runs: Sequence[Run], names: Mapping[str, str]) -> str:
    """Return the runs as a screen reader tells them, each change behind its name."""
    parts = (f"[{names[run.kind]} {run.text}]" if run.kind in names else run.text for run in runs)
    return "".join(parts)


def _near(text: str, *, is_first: bool, is_last: bool) -> str:
    """Return the beginning and the end of an unchanged stretch, where changes follow or precede."""
    if len(text) <= 2 * AROUND:
        return text
    start = "" if is_first else text[:AROUND]
    end = "" if is_last else text[-AROUND:]
    return f"{start} … {end}"


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[:longest]} …"
