"""What a screen is looked at in: a language, colours, and a size."""

from dataclasses import dataclass
from itertools import product

from ladder_desktop.words import LANGUAGES
from tests.pseudo import MIRRORED

MODES = ("light", "dark", "contrast")
ZOOMS = (100, 200)
ALL_LANGUAGES = (*LANGUAGES, MIRRORED)


@dataclass(frozen=True)
class View:
    """One look at all screens.

    Attributes:
        language: of the interface and of the workbooks; or one that nobody speaks.
        mode: the colours.
        zoom: in percent.
    """

    language: str
    mode: str
    zoom: int

    @property
    def name(self) -> str:
        """Return what its pictures are called."""
        return f"{self.language}-{self.mode}-{self.zoom}"


def few() -> list[View]:
    """Return so many looks that each two things are seen together once, and English in all."""
    usual = [View("en", mode, zoom) for mode, zoom in product(MODES, ZOOMS)]
    others = [
        View(language, MODES[(number + place) % len(MODES)], zoom)
        for number, language in enumerate(one for one in ALL_LANGUAGES if one != "en")
        for place, zoom in enumerate(ZOOMS)
    ]
    return usual + others


def every() -> list[View]:
    """Return all looks."""
    return [View(*each) for each in product(ALL_LANGUAGES, MODES, ZOOMS)]
