"""A person's own words, in a plain file with one word on each line."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from ladder_desktop.paths import make_folder
from ladder_desktop.spelling.word_finding import LONGEST, plain

FILE = "dictionary.txt"
MOST_BYTES = 1_000_000  # more is no list of words that a person wrote
MOST_WORDS = 50_000


class OwnWords:
    """Words that count as right; a file that can't be written costs no word of this session.

    Several windows share the file, and people edit it: it is read anew when it changed.

    Attributes:
        words: all of them, without capitals.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._stamp: tuple[int, int] | None = None
        self.words: frozenset[str] = frozenset()

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and plain(word).casefold() in self.words

    def __bool__(self) -> bool:
        return bool(self.words)

    def refresh(self) -> bool:
        """Read the file again if it changed, and tell whether it did."""
        stamp = self._stamp_of_file()
        if stamp == self._stamp:
            return False
        self._stamp = stamp
        self.words = frozenset(word.casefold() for word in self._read())
        return True

    def add(self, word: str) -> None:
        """Count a word as right from now on."""
        self.refresh()
        if word in self:
            return
        self.words |= {plain(word).casefold()}
        with suppress(OSError):
            self._append(plain(word))
            self._stamp = self._stamp_of_file()

    def remove(self, word: str) -> None:
        """Count a word as any other again."""
        gone = plain(word).casefold()
        self.words -= {gone}
        with suppress(OSError):
            lines = self._lines()
            kept = [line for line in lines if plain(line.strip()).casefold() != gone]
            self._write("".join(f"{line}\n" for line in kept))
            self._stamp = self._stamp_of_file()

    def turn_to(self, path: Path) -> None:
        """Keep to the words of another file."""
        self._path, self._stamp, self.words = path, None, frozenset()

    def move(self, path: Path) -> None:
        """Keep the words in another file from now on, and put this one there."""
        with suppress(OSError):
            self._path.replace(path)
        self._path = path

    def _stamp_of_file(self) -> tuple[int, int] | None:
        try:
            found = self._path.stat()
        except OSError:
            return None
        return found.st_mtime_ns, found.st_size

    def _read(self) -> list[str]:
        """Return the words of the file, whatever else it holds."""
        try:
            words = [plain(line.strip()) for line in self._lines()[:MOST_WORDS]]
        except OSError:
            return []
        return [word for word in words if _is_word(word)]

    def _lines(self) -> list[str]:
        with self._path.open("rb") as file:
            return file.read(MOST_BYTES).decode("utf-8-sig", "replace").splitlines()

    def _append(self, word: str) -> None:
        make_folder(self._path.parent)
        with self._path.open("a+b") as file:
            if file.tell():
                file.seek(-1, os.SEEK_END)
                if file.read(1) != b"\n":
                    file.write(b"\n")
            file.write(f"{word}\n".encode())

    def _write(self, content: str) -> None:
        handle, name = tempfile.mkstemp(dir=self._path.parent, prefix=".dictionary-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content.encode())
            Path(name).replace(self._path)
        except OSError:
            with suppress(OSError):
                Path(name).unlink()
            raise


def _is_word(text: str) -> bool:
    return 0 < len(text) <= LONGEST and any(map(str.isalpha, text)) and text.isprintable()
