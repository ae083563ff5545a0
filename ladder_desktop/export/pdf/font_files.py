"""Where the fonts lie: those that are installed with the program, then those of the computer."""

import importlib.util
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_WESTERN = "justmytype_western_core/fonts/ofl"
_RTL = "justmytype_intl_rtl/fonts/ofl"
_SOUTH_ASIA = "justmytype_intl_south_asia/fonts/ofl"
_SOUTH_EAST_ASIA = "justmytype_intl_sea/fonts/ofl"
_AFRICA = "justmytype_intl_africa/fonts/ofl"
_EAST_ASIA = "noto_cjk_sans_otc"

# Which of the faces in the East Asian collection goes with a language; the rest reads Simplified.
_EAST_ASIAN_FACES = {"ja": 0, "ko": 1, "zh-tw": 3, "zh-hant": 3, "zh-hk": 4, "zh-mo": 4}
_SIMPLIFIED = 2

# What fonts that draw emoji as outlines are called: Noto's, Windows' own, and Symbola.
_EMOJI_FONTS = ("emoji", "seguiemj", "symbola")

FONT_ENDINGS = (".ttf", ".otf", ".ttc", ".otc")


@dataclass(frozen=True, slots=True)
class FontFile:
    """A font file, the italic that goes with it, and which face of a collection it is."""

    upright: Path
    italic: Path | None = None
    index: int = 0


def installed_fonts(language: str) -> Iterator[FontFile]:
    """Yield the fonts that came with the program, the one for most letters first."""
    folder = f"{_WESTERN}/notosans"
    sans = _packaged(f"{folder}/NotoSans[wdth,wght].ttf")
    if sans is not None:
        yield FontFile(sans, _packaged(f"{folder}/NotoSans-Italic[wdth,wght].ttf"))
    for place in (
        f"{_RTL}/notosansarabic/NotoSansArabic[wdth,wght].ttf",
        f"{_RTL}/notosanshebrew/NotoSansHebrew[wdth,wght].ttf",
        f"{_SOUTH_ASIA}/notosansdevanagari/NotoSansDevanagari[wdth,wght].ttf",
        f"{_SOUTH_ASIA}/notosansbengali/NotoSansBengali[wdth,wght].ttf",
        f"{_SOUTH_ASIA}/notosanstamil/NotoSansTamil[wdth,wght].ttf",
        f"{_SOUTH_ASIA}/notosanstelugu/NotoSansTelugu[wdth,wght].ttf",
        f"{_SOUTH_EAST_ASIA}/notosansthai/NotoSansThai[wdth,wght].ttf",
        f"{_SOUTH_EAST_ASIA}/notosanslao/NotoSansLao[wdth,wght].ttf",
        f"{_SOUTH_EAST_ASIA}/notosanskhmer/NotoSansKhmer[wdth,wght].ttf",
        f"{_SOUTH_EAST_ASIA}/notosansmyanmar/NotoSansMyanmar[wdth,wght].ttf",
        f"{_AFRICA}/notosansethiopic/NotoSansEthiopic[wdth,wght].ttf",
        f"{_WESTERN}/notosanssymbols2/NotoSansSymbols2-Regular.ttf",
    ):
        found = _packaged(place)
        if found is not None:
            yield FontFile(found)
    east_asian = _packaged(f"{_EAST_ASIA}/NotoSansCJK-Regular.ttc")
    if east_asian is not None:
        yield FontFile(east_asian, index=_east_asian_face(language))
    mathematics = _packaged(f"{_WESTERN}/stixtwomath/STIXTwoMath-Regular.ttf")
    if mathematics is not None:
        yield FontFile(mathematics)


def computer_fonts() -> Iterator[Path]:
    """Yield the font files of this computer, emoji's and Noto's first, always in one order."""
    found = {
        path
        for folder in _font_folders()
        for path in sorted(folder.rglob("*"))
        if path.suffix.lower() in FONT_ENDINGS
    }
    yield from sorted(found, key=_rank)


def _rank(path: Path) -> tuple[bool, bool, Path]:
    """Return what puts a font before others.

    What the program's own fonts lack is mostly emoji; the rest is likely in one of Noto's.
    """
    name = path.name.lower()
    has_emoji = any(part in name for part in _EMOJI_FONTS)
    return not has_emoji, not name.startswith("notosans"), path


def _packaged(place: str) -> Path | None:
    """Return a file of an installed font package, without importing the package."""
    package, _, rest = place.partition("/")
    spec = importlib.util.find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        return None
    path = Path(spec.submodule_search_locations[0], rest)
    return path if path.is_file() else None


def _east_asian_face(language: str) -> int:
    """Return the face of the East Asian collection whose shapes the language's readers expect."""
    tag = language.lower()
    return _EAST_ASIAN_FACES.get(tag, _EAST_ASIAN_FACES.get(tag.split("-")[0], _SIMPLIFIED))


def _font_folders() -> list[Path]:
    """Return where this system keeps its fonts and the user's."""
    home = Path.home()
    if sys.platform == "win32":
        windows = Path(os.environ.get("WINDIR", r"C:\Windows"), "Fonts")
        own = home / "AppData" / "Local" / "Microsoft" / "Windows" / "Fonts"
        return [windows, own]
    if sys.platform == "darwin":
        return [Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts"]
    return [
        Path("/usr/share/fonts"),
        Path("/usr/local/share/fonts"),
        home / ".local/share/fonts",
        home / ".fonts",
    ]
