"""Puts a finished file in its place; until then the former one stays as it was."""

import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ladder_desktop.errors import N_, ExportError, reason_of
from ladder_desktop.paths import is_file, is_folder, is_there

MODE = 0o666


@contextmanager
def appearing(target: Path) -> Iterator[Path]:
    """Give a path to write to, and move what was written to `target` at the end.

    Raises:
        ExportError: the folder or the file can't be written; says why and what to do.
    """
    if is_folder(target):
        message = N_("“{folder}” is a folder. Name a file in it.")
        raise ExportError(message, folder=str(target.resolve()))
    if is_there(target) and not is_file(target):
        # what is moved there would take a device away from the whole system
        raise ExportError(
            N_("“{name}” in {folder} is not an ordinary file. Choose another name."),
            name=target.name,
            folder=str(target.parent),
        )
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.stem[:40]}-")
        os.close(handle)
    except OSError as error:
        raise _refusal(target, error) from None
    temporary = Path(name)
    try:
        yield temporary
        _set_usual_mode(temporary)
        temporary.replace(target)
    except OSError as error:
        raise _refusal(target, error) from None
    finally:
        with suppress(OSError):
            temporary.unlink()


def write_text(target: Path, text: str) -> None:
    """Write a text as UTF-8, whole or not at all.

    Raises:
        ExportError: it can't be written.
    """
    write_pieces(target, (text,))


def write_pieces(target: Path, pieces: Iterable[str]) -> None:
    """Write a text of which each piece is made when the one before it is written.

    Raises:
        ExportError: it can't be written.
    """
    with appearing(target) as temporary, temporary.open("wb") as file:
        for piece in pieces:
            file.write(piece.encode())


def _set_usual_mode(path: Path) -> None:
    """Give the file the rights that any new file has; a temporary one is its owner's alone."""
    if os.name == "posix":
        mask = os.umask(0)
        os.umask(mask)
        path.chmod(MODE & ~mask)


def _refusal(target: Path, error: OSError) -> ExportError:
    if isinstance(error, FileNotFoundError):
        message = N_("The folder {folder} is not there. Choose another one for “{name}”.")
    elif isinstance(error, PermissionError):
        message = N_(
            "“{name}” can't be written in {folder}: another program has it open, or it is "
            "protected. Close it there, or choose another name."
        )
    else:
        message = N_("“{name}” can't be written in {folder}: {reason}. Choose another place.")
    return ExportError(
        message, name=target.name, folder=str(target.parent), reason=reason_of(error)
    )
