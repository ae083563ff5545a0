"""What travels with the program, and under which licence: notices, and the licences' texts."""

import email.message
import importlib.metadata
import re
import shutil
import sys
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from development.steps import call
from development.trouble import Trouble

from building.job import Job

FOLDER = "licences"
FONT_LICENCE = "OFL.txt"  # lies beside each font
DICTIONARIES = {
    "en": "LicenseRef-SCOWL",
    "es": "GPL-3.0-or-later OR LGPL-3.0-or-later OR MPL-1.1",
}
TEXT = re.compile(r"(licen[cs]e|copying|notice|authors|ofl|third-party)", re.IGNORECASE)
# What the libraries themselves tell in too many words, or not at all.
TOLD = {
    "click-default-group": "LicenseRef-Public-Domain",
    "fonttools": "MIT",
    "justmytype-intl-africa": "OFL-1.1",
    "justmytype-intl-rtl": "OFL-1.1",
    "justmytype-intl-sea": "OFL-1.1",
    "justmytype-intl-south-asia": "OFL-1.1",
    "justmytype-western-core": "OFL-1.1",
    "noto-cjk-sans-otc": "OFL-1.1",
    "pyinstaller": "GPL-2.0-or-later WITH Bootloader-exception",
    "pypdfium2": "BSD-3-Clause AND Apache-2.0",
    "pyside6-essentials": "LGPL-3.0-only",
    "python-dateutil": "Apache-2.0 OR BSD-3-Clause",
    "shiboken6": "LGPL-3.0-only",
    "sqlite-fts4": "Apache-2.0",
    "uharfbuzz": "Apache-2.0",
}
CLASSIFIED = {
    "License :: OSI Approved :: Apache Software License": "Apache-2.0",
    "License :: OSI Approved :: BSD License": "BSD-3-Clause",
    "License :: OSI Approved :: GNU Library or Lesser General Public License (LGPL)": "LGPL-3.0",
    "License :: OSI Approved :: MIT License": "MIT",
}
# Libraries of the building machine that are carried along on Linux.
SYSTEM = {
    "libbz2": "bzip2-1.0.6",
    "libffi": "MIT",
    "liblzma": "0BSD",
    "libsqlite3": "blessing",
    "libuuid": "BSD-3-Clause",
    "libxcb": "X11",
    "libxkbcommon": "MIT",
}


@dataclass(frozen=True)
class Part:
    """Something of others that travels with the program.

    Attributes:
        name: what it is called.
        version: which one.
        licence: its licence, as an SPDX expression.
        texts: files with the licence's words and what else has to be told.
        url: where it comes from, as a package URL; blank where there is none.
    """

    name: str
    version: str
    licence: str
    texts: tuple[Path, ...] = ()
    url: str = ""


def write(job: Job, parts: Iterable[Part], target: Path) -> None:
    """Write the notices and all texts into a folder."""
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    listed = sorted(parts, key=lambda part: part.name.lower())
    qt = next(part.version for part in listed if part.name == "pyside6-essentials")
    for text in sorted((job.packaging / "licences").glob("*.txt")):
        words = text.read_text(encoding="utf-8").replace("@QT@", qt)
        (target / text.name).write_text(words, encoding="utf-8", newline="\n")
    shutil.copyfile(job.packaging / "LICENSE", target / "LICENSE.txt")
    lines = [f"  {part.name:<28} {part.version:<14} {part.licence}" for part in listed]
    head = (job.packaging / "licences" / "NOTICES.head").read_text(encoding="utf-8")
    notices = head + "\n" + "\n".join(lines) + "\n"
    (target / "NOTICES.txt").write_text(notices, encoding="utf-8", newline="\n")
    for part in listed:
        _copy_texts(part, target / _plain(part.name))


def libraries(site_packages: Path, carried: Collection[str]) -> list[Part]:
    """Return the libraries of which at least one file is carried.

    Args:
        site_packages: where they are installed.
        carried: paths in the program's folder, as in `site-packages`; ``.pyc`` for ``.py``.
    """
    known = set(carried)
    return [
        _part(found, known)
        for found in importlib.metadata.distributions(path=[str(site_packages)])
        if any(_as_carried(str(file)) in known for file in found.files or ())
    ]


def dictionaries(job: Job) -> list[Part]:
    """Return the dictionaries, which lie among the program's own data with their licences.

    Raises:
        Trouble: one is not there.
    """
    folder = job.house.dictionaries
    package, _, version = job.house.dictionaries_pin().partition("==")
    parts = []
    for language, licence in DICTIONARIES.items():
        texts = tuple(sorted(folder.glob(f"{language}-*.txt")))
        if not texts or not (folder / f"{language}.dic").is_file():
            raise Trouble(f"The dictionary {language} is missing: run dev.py setup.")
        url = f"pkg:pypi/{package}@{version}?language={language}"
        parts.append(Part(f"dictionary-{language}", version, licence, texts, url))
    return parts


def launcher(site_packages: Path) -> Part:
    """Return the launcher that PyInstaller puts into the folder for Linux."""
    (found,) = importlib.metadata.distributions(name="pyinstaller", path=[str(site_packages)])
    return _part(found)


def python(version: str, text: Path) -> Part:
    """Return Python itself."""
    if not text.is_file():
        raise Trouble(f"Python's licence is not where it should be: {text}")
    return Part("python", version, "PSF-2.0", (text,), f"pkg:generic/python@{version}")


def this_python() -> Part:
    """Return the Python that this is built with."""
    version = ".".join(map(str, sys.version_info[:3]))
    short = f"python{sys.version_info.major}.{sys.version_info.minor}"
    return python(version, Path(sys.base_prefix, "lib", short, "LICENSE.txt"))


def of_the_system(folder: Path) -> list[Part]:
    """Return the libraries of the building machine that lie in the folder for Linux."""
    parts: dict[str, Part] = {}
    for path in sorted(folder.glob("lib*.so*")):
        stem = next((stem for stem in SYSTEM if path.name.startswith(stem)), "")
        if stem:
            package, version = _package_of(path.name)
            text = Path("/usr/share/doc", package.partition(":")[0], "copyright")
            texts = (text,) if text.is_file() else ()
            parts[package] = Part(package.partition(":")[0], version, SYSTEM[stem], texts)
    return list(parts.values())


def _part(found: importlib.metadata.Distribution, carried: Collection[str] = ()) -> Part:
    meta = found.metadata
    name = re.sub(r"[-_.]+", "-", str(meta["Name"])).lower()
    texts = tuple(
        Path(str(found.locate_file(file)))
        for file in found.files or ()
        if _is_text(str(file), carried)
    )
    licence = TOLD.get(name) or _licence(meta)
    if not licence:
        raise Trouble(f"Under which licence is {name}? Add it to building/licences.py.")
    return Part(name, found.version, licence, texts, f"pkg:pypi/{name}@{found.version}")


def _is_text(file: str, carried: Collection[str]) -> bool:
    """Tell whether a file says under which licence something is that is carried."""
    folder, _, name = file.rpartition("/")
    if name == FONT_LICENCE:
        return any(one.startswith(f"{folder}/") for one in carried)
    return ".dist-info/" in file and bool(TEXT.search(file)) and not file.endswith(".py")


def _licence(meta: importlib.metadata.PackageMetadata) -> str:
    assert isinstance(meta, email.message.Message)  # noqa: S101 - so says the documentation
    told = str(meta.get("License-Expression") or "")
    if told:
        return told
    for classifier in meta.get_all("Classifier") or ():
        if str(classifier) in CLASSIFIED:
            return CLASSIFIED[str(classifier)]
    told = str(meta.get("License") or "").strip()
    return told if re.fullmatch(r"[\w.+ -]{2,40}", told) else ""


def _as_carried(file: str) -> str:
    return file.removesuffix(".py") + ".pyc" if file.endswith(".py") else file


def _copy_texts(part: Part, folder: Path) -> None:
    taken: set[str] = set()
    for text in part.texts:
        folder.mkdir(exist_ok=True)
        name = text.name if text.name not in taken else f"{text.parent.name}-{text.name}"
        taken.add(name)
        shutil.copyfile(text, folder / name)


def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9.+-]", "-", name.lower())


def _package_of(library: str) -> tuple[str, str]:
    """Return the package, and its version, that brought a library to this machine."""
    found = call(["dpkg-query", "-S", f"*/{library}"]).output
    package = found.partition(": ")[0] if ": " in found and "no path" not in found else library
    version = call(["dpkg-query", "-W", "-f", "${Version}", package])
    return package, version.output.strip() if version.code == 0 else ""
