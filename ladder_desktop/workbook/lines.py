"""Which line of a TOML text a value stands on; tomllib does not tell."""

import re

TABLE = r"\s*(\[\[?)\s*([^\]]+?)\s*\]\]?\s*(#.*)?$"
KEY = r"""\s*([A-Za-z0-9_-]+|"[^"]*"|'[^']*')\s*="""

TEXT = r""""(?:\\.|[^"\\])*"|'[^']*'|#.*"""

Path = tuple[str | int, ...]


class Lines:
    """The lines of a TOML text's tables, keys and entries of lists written one to a line.

    A place that can't be found is given the line of the nearest thing around it, which is where
    a person looks anyway.
    """

    def __init__(self, text: str) -> None:
        self._found: dict[Path, int] = {(): 1}
        self._counts: dict[Path, int] = {}
        self._table: Path = ()
        self._list: Path | None = None
        self._depth = 0
        self._quotes: str | None = None
        self._unread = text  # until somebody asks; few templates have a mistake

    def line(self, path: Path) -> int:
        """Return the line, counted from 1, where the value at `path` stands."""
        text, self._unread = self._unread, ""
        for number, line in enumerate(text.splitlines(), start=1):
            self._note(line, number)
        while path not in self._found:
            path = path[:-1]
        return self._found[path]

    def _note(self, line: str, number: int) -> None:
        if self._quotes:
            if self._quotes in line:
                self._quotes = None
        elif self._list is not None:
            self._note_entry(line, number)
        elif table := re.match(TABLE, line):
            self._open_table(table[2], number, is_list=table[1] == "[[")
        elif key := re.match(KEY, line):
            self._note_key(key[1].strip("\"'"), line[key.end() :], number)

    def _note_key(self, key: str, value: str, number: int) -> None:
        path = (*self._table, key)
        self._found[path] = number
        for quotes in ('"""', "'''"):
            if value.count(quotes) == 1:
                self._quotes = quotes
        if value.strip().startswith("[") and not value.rstrip().endswith("]"):
            self._list = path
            self._depth = _opened(value) - 1
            self._counts[path] = 0

    def _note_entry(self, line: str, number: int) -> None:
        assert self._list is not None  # noqa: S101 - only called inside a list
        is_closing = line.strip().startswith("]")
        if self._depth == 0 and not is_closing and line.strip()[:1] not in ("", "#"):
            self._found[(*self._list, self._counts[self._list])] = number
            self._counts[self._list] += 1
        self._depth += _opened(line)
        if self._depth < 0:
            self._list = None

    def _open_table(self, name: str, number: int, *, is_list: bool) -> None:
        keys = [key.strip().strip("\"'") for key in name.split(".")]
        path: Path = ()
        for key in keys[:-1]:
            path = (*path, key)
            if path in self._counts:
                path = (*path, self._counts[path] - 1)
        path = (*path, keys[-1])
        if is_list:
            self._found.setdefault(path, number)
            count = self._counts.get(path, 0)
            self._counts[path] = count + 1
            path = (*path, count)
        self._table = path
        self._found[path] = number


def _opened(line: str) -> int:
    """Return how many lists a line opens and leaves open; below 0 where it closes more."""
    bare = re.sub(TEXT, "", line)
    return bare.count("[") - bare.count("]")
