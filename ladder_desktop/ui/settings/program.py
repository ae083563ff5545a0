"""What all parts of the window share, handed down through their constructors."""

from pathlib import Path

import msgspec

from ladder_desktop.paths import Places
from ladder_desktop.ui.settings.language import Language
from ladder_desktop.ui.settings.look import Look
from ladder_desktop.ui.settings.settings import SettingsFile
from ladder_desktop.words import Words


class Program(msgspec.Struct, frozen=True):
    """The running program.

    Attributes:
        places: where the person's files lie.
        resources: the folder of the program's own data.
        settings: what is remembered.
        look: the theme and the zoom.
        language: what language the words are of.
    """

    places: Places
    resources: Path
    settings: SettingsFile
    look: Look
    language: Language

    @property
    def words(self) -> Words:
        """Return the words of the interface, the same ones in whatever language."""
        return self.language.words

    def documents(self) -> Path:
        """Return where new workbooks are kept: the chosen folder, or the usual one.

        A portable program leaves nothing on the computer, whatever was chosen elsewhere.
        """
        chosen = "" if self.places.is_portable else self.settings.read().folder
        return Path(chosen) if chosen else self.places.documents
