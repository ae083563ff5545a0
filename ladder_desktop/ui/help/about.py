"""What this program is, where things lie, and whose work is in it."""

import importlib.metadata
import platform
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QPushButton, QWidget

from ladder_desktop import __version__
from ladder_desktop.paths import is_folder, is_frozen
from ladder_desktop.ui.launching import open_file
from ladder_desktop.ui.settings.program import Program
from ladder_desktop.ui.tall_dialog import TallDialog
from ladder_desktop.widgets.boxes import Column, Line
from ladder_desktop.widgets.directions import lead
from ladder_desktop.widgets.labels import Body, Caption, Guidance, Question

WIDTH, HEIGHT = 560, 600
PACKAGE = "ladder-desktop"
LICENCES = "licences"
LONGEST = 40  # characters; some libraries put a whole text where its name belongs
# What these libraries don't tell in a few words.
TOLD = {"pyside6-essentials": "LGPL-3.0", "uharfbuzz": "Apache-2.0", "pypdfium2": "BSD-3-Clause"}


class About(TallDialog):
    """Tells about the program."""

    def __init__(self, program: Program, parent: QWidget | None = None) -> None:
        words = program.words
        super().__init__(words("About Ladder Desktop"), WIDTH, HEIGHT, words, parent)
        said = words(
            "Workbooks for workshops, filled in without internet, saved by themselves, and "
            "printed well. Everything stays on this computer."
        )
        self.column.addWidget(Body(said))
        version = f"{__version__} (Qt {qVersion()}, Python {platform.python_version()})"
        self._add(words("Version"), version)
        for label, path in (
            (words("New workbooks"), program.documents()),
            (words("Settings"), program.places.config),
            (words("Backups and crash notes"), program.places.data),
            (words("The program"), program.resources.parent),
        ):
            self._add_place(label, path, words("Open"))
        self.column.addWidget(Question(words("Licenses")))
        own = words("Ladder Desktop is free to use, change and pass on under the MIT license.")
        self.column.addWidget(Body(own))
        if texts := licence_folder():
            self._add_place(words("Texts of all licenses"), texts, words("Open"))
        if parts := libraries():
            self.column.addWidget(Guidance(words("It is built with the work of others:")))
            self.column.addWidget(Guidance("\n".join(parts)))
        self.column.addStretch(1)
        self.close_button.setFocus()

    def _add(self, label: str, text: str) -> None:
        part = Column(gap=2)
        part.addWidget(Caption(label))
        part.addWidget(_to_copy(text))
        self.column.addLayout(part)

    def _add_place(self, label: str, path: Path, open_text: str) -> None:
        part = Column(gap=2)
        part.addWidget(Caption(label))
        line = Line(gap=8)
        line.addWidget(_to_copy(str(path)), 1)
        button = QPushButton(open_text)
        button.setAutoDefault(False)
        button.setAccessibleName(f"{open_text}: {label}")
        button.setEnabled(is_folder(path))
        button.clicked.connect(lambda: open_file(path))
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        part.addLayout(line)
        self.column.addLayout(part)


def _to_copy(text: str) -> Body:
    body = Body(text)
    lead(body)
    body.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return body


def licence_folder() -> Path | None:
    """Return where the texts of the licences lie; a program run from source has none."""
    if not is_frozen():
        return None
    home = Path(sys.executable).parent
    places = (home / LICENCES, home.parent / LICENCES, home.parent / "Resources" / LICENCES)
    return next((place for place in places if place.is_dir()), None)


def libraries() -> Sequence[str]:
    """Return the libraries that the program needs, each with its version and its licence."""
    try:
        needed = importlib.metadata.requires(PACKAGE) or []
    except importlib.metadata.PackageNotFoundError:
        return []
    names = {
        match[0].lower()
        for line in needed
        if "extra ==" not in line and (match := re.match(r"[\w.-]+", line))
    }
    return [told for name in sorted(names) if (told := _library(name))]


def _library(name: str) -> str:
    try:
        about = importlib.metadata.metadata(name)
    except importlib.metadata.PackageNotFoundError:
        return ""
    # an optional field is None where it is missing, whatever the types say
    fields = {field: about[field] for field in about}
    licence = fields.get("License-Expression") or TOLD.get(name) or fields.get("License") or ""
    if not licence or len(licence) > LONGEST:
        kinds = [kind for kind in about.get_all("Classifier") or [] if kind.startswith("License")]
        licence = kinds[0].rsplit(":: ", 1)[-1] if kinds else ""
    return f"{fields['Name']} {fields['Version']}" + (f" – {licence}" if licence else "")
