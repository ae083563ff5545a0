"""Where the program's own data and the user's files lie."""

import os
import sys
import tempfile
from pathlib import Path

import msgspec

APP = "ladder-desktop"
WORKBOOKS_FOLDER = "Ladder Workbooks"
PORTABLE = "portable.txt"  # beside the program: keep everything with it
ENGLISH = "en"  # what the program's own data is written in first


def resources() -> Path:
    """Return the folder of the program's own data: from source, from a wheel or frozen."""
    package = Path(__file__).resolve().parent
    inside = package / "resources"
    return inside if inside.is_dir() else package.parent / "resources"


def edition(path: Path, language: str) -> Path:
    """Return one of the program's own files in a language, or in English where it is not there.

    The editions lie beside the English file, each in a folder named after its language.
    """
    folder = language.partition("-")[0]
    own = path.parent / folder / path.name
    # the language may come from a file that somebody sent: it leads nowhere else
    return own if folder.isalpha() and own.is_file() else path


def is_there(path: Path) -> bool:
    """Tell whether anything lies at a path that came from somewhere else.

    Where nobody may look, and where a disk does not answer, nothing is there; asking the path
    itself fails then, up to Python 3.13.
    """
    return os.path.exists(path)  # noqa: PTH110 - see above


def is_file(path: Path) -> bool:
    """Tell whether an ordinary file lies there, as `is_there` does."""
    return os.path.isfile(path)  # noqa: PTH113 - see above


def is_folder(path: Path) -> bool:
    """Tell whether a folder lies there, as `is_there` does."""
    return os.path.isdir(path)  # noqa: PTH112 - see above


def make_folder(folder: Path) -> None:
    """Make a folder, and those around it, unless they are there; however deep it lies.

    Raises:
        OSError: it can't be made, or a file has its name.
    """
    try:
        folder.mkdir(exist_ok=True)
    except FileNotFoundError:
        # the path itself would ask each folder to have the one around it made first, and a folder
        # may lie deeper than a program may call
        for one in (*reversed(folder.parents), folder):
            one.mkdir(exist_ok=True)


class Places(msgspec.Struct, frozen=True):
    """The folders of the person who uses the program.

    Attributes:
        documents: new workbooks appear here.
        data: locks, backups, rescue files, the index of all workbooks: kept by the program, for
            this person.
        config: settings and what was open last.
        is_portable: all of these lie beside the program, which leaves nothing on the computer.
    """

    documents: Path
    data: Path
    config: Path
    is_portable: bool = False

    @property
    def rescues(self) -> Path:
        """Return where what can't be saved is kept meanwhile.

        A portable program lies on the very stick that may be gone.
        """
        return Path(tempfile.gettempdir(), APP) if self.is_portable else self.data


def user_places() -> Places:
    """Return the usual folders of this system for the person who started the program.

    A portable program keeps everything in the folder that holds its own.
    """
    if home := portable_home(Path(sys.executable)):
        settings = home / "Settings"
        return Places(home / WORKBOOKS_FOLDER, settings / "data", settings, is_portable=True)
    # 10 ms of imports that a plain `--help` has no use for
    import platformdirs  # noqa: PLC0415

    return Places(
        documents=Path(platformdirs.user_documents_dir()) / WORKBOOKS_FOLDER,
        data=Path(platformdirs.user_data_dir(APP, appauthor=False)),
        config=Path(platformdirs.user_config_dir(APP, appauthor=False)),
    )


def portable_home(program: Path) -> Path | None:
    """Return the folder that a portable program keeps everything in; None for any other.

    Args:
        program: the file that was started; its folder lies in the one that is carried around.
    """
    folder = program.parent
    return folder.parent if (folder / PORTABLE).is_file() else None


def is_frozen() -> bool:
    """Tell whether the program runs from an installer's bundle instead of from source."""
    return bool(getattr(sys, "frozen", False))
