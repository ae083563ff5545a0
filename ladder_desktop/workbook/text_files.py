"""Text files that people bring: templates and answers, read with care."""

import codecs
import errno
from contextlib import suppress
from pathlib import Path

from ladder_desktop.errors import N_, LadderError, reason_of


def read_text_file(path: Path, most: int, trouble: type[LadderError]) -> str:
    """Return the text of a file, without the mark that some editors put before it.

    Args:
        path: where it lies.
        most: the bytes it may have.
        trouble: what is raised where it can't be read.
    """
    try:
        content = _content(path, most, trouble)
    except (OSError, ValueError) as error:
        raise _unreadable(path, error, trouble) from None
    return text_of(content, str(path), trouble)


def read_any_text(path: Path, most: int, trouble: type[LadderError]) -> str:
    """Return the text of a file that any editor may have written: in UTF-8, UTF-16 or as Windows.

    Args:
        path: where it lies.
        most: the bytes it may have.
        trouble: what is raised where it can't be read, or is no text.
    """
    try:
        content = _content(path, most, trouble)
    except (OSError, ValueError) as error:
        raise _unreadable(path, error, trouble) from None
    has_wide_mark = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for encoding in ["utf-16"] if has_wide_mark else ["utf-8-sig", "cp1252"]:
        with suppress(UnicodeDecodeError):
            text = content.decode(encoding)
            if "\0" not in text:
                return text.replace("\r\n", "\n").replace("\r", "\n")
    raise trouble(N_("{file} is no text, so nothing was put in."), file=path.name)


def text_of(content: bytes, name: str, trouble: type[LadderError]) -> str:
    """Return the text of what was read; `name` is what errors of the class `trouble` call it."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise trouble(
            N_("{file} is not UTF-8 text (line {line}). Save it as UTF-8 in your editor."),
            file=name,
            line=content.count(b"\n", 0, error.start) + 1,
        ) from None


def _content(path: Path, most: int, trouble: type[LadderError]) -> bytes:
    # a pipe waits for its other end, a device has no end: neither may be opened at all
    if path.is_dir():
        raise trouble(N_("{file} is a folder. Give a file in it instead."), file=str(path))
    if path.exists() and not path.is_file():
        raise trouble(N_("{file} is not an ordinary file."), file=str(path))
    with path.open("rb") as file:
        content = file.read(most + 1)
    if len(content) > most:
        raise trouble(
            N_("{file} is larger than {most} MB. Is it really the right file?"),
            file=str(path),
            most=most // 1_000_000,
        )
    return content


def _unreadable(path: Path, error: Exception, trouble: type[LadderError]) -> LadderError:
    code = getattr(error, "errno", None)
    if code in (errno.ENOENT, errno.ENOTDIR):
        return trouble(
            N_("{file} can't be read: there is no such file. Check its name and its folder."),
            file=str(path),
        )
    return trouble(
        N_("{file} can't be read: {reason}. Check its name and your rights to it."),
        file=str(path),
        reason=reason_of(error),
    )
