"""Which files of the libraries travel with the program, on any system.

The folder is a Qt *Widgets* program that never talks to a network: all else of Qt stays behind.
Paths are those of a `site-packages` folder, with forward slashes.
"""

import re
from collections.abc import Collection
from pathlib import PurePosixPath

# What Python's own library and the libraries bring that this program has no use for.
NOT_MODULES = (
    # nothing that opens a connection
    "PySide6.QtNetwork",
    "_hashlib",
    "_ssl",
    "ftplib",
    "http",
    "imaplib",
    "smtplib",
    "ssl",
    "urllib.error",
    "urllib.request",
    "wsgiref",
    "xmlrpc",
    # nothing that was only dragged along
    "IPython",
    "attr",
    "attrs",
    "_distutils_hack",
    "asyncio",
    "charset_normalizer",
    "fontTools.colorLib",
    "fontTools.cu2qu",
    "fontTools.designspaceLib",
    "fontTools.diff",
    "fontTools.feaLib.ast",
    "fontTools.feaLib.builder",
    "fontTools.feaLib.lexer",
    "fontTools.feaLib.parser",
    "fontTools.feaLib.variableScalar",
    "fontTools.merge",
    "fontTools.mtiLib",
    "fontTools.otlLib",
    "fontTools.qu2cu",
    "fontTools.subset",
    "fontTools.t1Lib",
    "fontTools.tfmLib",
    "fontTools.ttLib.woff2",
    "fontTools.ttx",
    "fontTools.ufoLib",
    "fontTools.unicodedata",
    "fontTools.varLib",
    "fontTools.voltLib",
    "lxml.builder",
    "lxml.doctestcompare",
    "lxml.html",
    "lxml.isoschematron",
    "lxml.objectify",
    "lxml.sax",
    "PIL",
    "pypdfium2._cli",
    "pypdfium2_cli",
    "reportlab.graphics",
    "reportlab.lib.corp",
    "reportlab.lib.pdfencrypt",
    "reportlab.platypus",
    "sqlite_utils.cli",
    "_pydecimal",
    "_codecs_cn",
    "_codecs_hk",
    "_codecs_iso2022",
    "_codecs_jp",
    "_codecs_kr",
    "_codecs_tw",
    "_multibytecodec",
    "_tkinter",
    "babel",
    "curses",
    "distutils",
    "doctest",
    "ensurepip",
    "justmytype",
    "lib2to3",
    "multiprocessing",
    "numpy",
    "pip",
    "pydoc",
    "setuptools",
    "test",
    "tkinter",
    "tzdata",
    "unittest",
)
LANGUAGES = ("en", "es")
QT_MODULES = ("Core", "Gui", "Widgets", "Svg", "PrintSupport")
# Qt's own libraries on Linux; what its kept plugins need is held against this by a check.
QT_LIBRARIES = (*QT_MODULES, "DBus", "WaylandClient", "XcbQpa")
ONLY_LINUX = ("DBus", "WaylandClient", "XcbQpa")
PLUGINS = {
    "platforms": r"q(xcb|wayland|offscreen|minimal|windows|cocoa)",
    "imageformats": r"q(jpeg|gif|ico|icns|svg)",
    "iconengines": r"qsvgicon",
    "platformthemes": r"qxdgdesktopportal",
    "platforminputcontexts": r"(compose|ibus)platforminputcontextplugin",
    "printsupport": r".*printersupport",
    "styles": r".*",
    "wayland-shell-integration": r"xdg-shell",
    "wayland-decoration-client": r"(adwaita|bradient)",
}
QT_BINARY = re.compile(
    r"(?:lib)?(?:Qt6(?P<library>\w+)|Qt(?P<module>\w+)\.abi3|Qt(?P<windows>\w+))\."
    r"(?:so(?:\.\d+)*|dll|pyd)"
)
SUPPORT = re.compile(
    r"(lib)?(pyside6|shiboken6|icu(data|i18n|uc))\b.*|(concrt|msvcp|vcruntime)\d.*"
)
PYSIDE_CODE = re.compile(r"PySide6/(__init__|_config|_git_pyside_version|support/.*)\.pyc?")
# Windows and macOS always have fonts for East Asian texts; a Linux desktop may not.
EVERYWHERE_ELSE = "noto_cjk_sans_otc/"
# What no program that runs has a use for.
LUMBER = re.compile(
    r"(\.(pyi|pyx|pxd|h|hpp|lib|a|c|cpp|js|typed|rst|xsl)|/RECORD|/INSTALLER|/REQUESTED"
    r"|/entry_points\.txt|\.dist-info/top_level\.txt|\.dist-info/WHEEL)$"
)
TESTS = re.compile(r"(^|/)(tests?|testing|examples?|docs?)/")
# Pillow reads and writes pictures of many formats; documents hold none that it is asked for.
PILLOW = re.compile(r"^(PIL|pillow\.libs|pillow-[^/]+\.dist-info)/")
SUPPORT_CACHE = re.compile(r"__pycache__|generate_pyi")
FONTS = re.compile(r"^(justmytype_\w+|noto_cjk_sans_otc)/")
FONT_ENDINGS = {".ttf", ".otf", ".ttc", ".otc"}
# The program has its own, which come with their licences.
OTHER_DICTIONARIES = "hunspell/dictionaries/"
REPORTLAB_FONTS = re.compile(r"^reportlab/fonts/")


def is_kept(place: str, fonts: Collection[str]) -> bool:
    """Tell whether a file of the libraries travels with the program.

    Args:
        place: its path within `site-packages`.
        fonts: the fonts that the program asks for, by the same kind of path.
    """
    if place.startswith("PySide6/"):
        return _is_kept_of_qt(place)
    if LUMBER.search(place) or TESTS.search(place) or PILLOW.search(place):
        return False
    if place.startswith(OTHER_DICTIONARIES):
        return False
    if REPORTLAB_FONTS.match(place):
        return False  # documents are set in the fonts of the font packages only
    if FONTS.match(place) and PurePosixPath(place).suffix in FONT_ENDINGS:
        return place in fonts
    return True


def is_left_out(place: str) -> bool:
    """Tell whether a Python file belongs to a module that stays behind."""
    module = re.sub(r"(/__init__)?\.pyc?$", "", place).replace("/", ".")
    return any(module == name or module.startswith(f"{name}.") for name in NOT_MODULES)


def _is_kept_of_qt(place: str) -> bool:
    parts = PurePosixPath(place).parts
    if "plugins" in parts:
        return _is_kept_plugin(parts[parts.index("plugins") + 1 :])
    if "translations" in parts:
        return bool(re.fullmatch(rf"qtbase_({'|'.join(LANGUAGES)})\.qm", parts[-1]))
    if place.endswith((".py", ".pyc")):
        return bool(PYSIDE_CODE.fullmatch(place)) and not SUPPORT_CACHE.search(place)
    return _is_kept_binary(parts[-1])


def _is_kept_plugin(parts: tuple[str, ...]) -> bool:
    pattern = PLUGINS.get(parts[0])
    name = parts[-1].partition(".")[0].removeprefix("lib")
    return len(parts) > 1 and pattern is not None and bool(re.fullmatch(pattern, name))


def _is_kept_binary(name: str) -> bool:
    found = QT_BINARY.fullmatch(name)
    if found:
        part = found["library"] or found["module"] or found["windows"]
        if name.endswith(".dll") and part in ONLY_LINUX:
            return False
        return part in (QT_MODULES if found["module"] or found["windows"] else QT_LIBRARIES)
    return bool(SUPPORT.fullmatch(name))
