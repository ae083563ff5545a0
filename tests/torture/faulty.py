"""Makes calls of SQLite to the system fail, in the very library that the program uses.

A copy of the default file system layer (VFS, https://sqlite.org/vfs.html) is registered as the
default; it hands each call on unless the call is to fail.
"""

import _sqlite3
import contextlib
import ctypes
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, ClassVar

OK = 0
METHODS = {  # the methods of an open file that can be made to fail, with their arguments
    "close": (),
    "read": (ctypes.c_void_p, ctypes.c_int, ctypes.c_int64),
    "write": (ctypes.c_void_p, ctypes.c_int, ctypes.c_int64),
    "truncate": (ctypes.c_int64,),
    "sync": (ctypes.c_int,),
    "size": (ctypes.c_void_p,),
    "lock": (ctypes.c_int,),
}
REST = 13  # further methods, handed on as they are


class _Methods(ctypes.Structure):
    _fields_ = [
        ("version", ctypes.c_int),
        *((name, ctypes.c_void_p) for name in METHODS),
        *((f"rest{n}", ctypes.c_void_p) for n in range(REST)),
    ]


class _File(ctypes.Structure):
    _fields_: ClassVar = [("methods", ctypes.POINTER(_Methods))]


class _Vfs(ctypes.Structure):
    _fields_: ClassVar = [
        ("version", ctypes.c_int),
        ("file_size", ctypes.c_int),
        ("path_size", ctypes.c_int),
        ("next", ctypes.c_void_p),
        ("name", ctypes.c_char_p),
        ("data", ctypes.c_void_p),
        ("open", ctypes.c_void_p),
        ("delete", ctypes.c_void_p),
        ("access", ctypes.c_void_p),
        *((f"rest{n}", ctypes.c_void_p) for n in range(12)),
    ]


_Open = ctypes.CFUNCTYPE(
    ctypes.c_int,
    ctypes.c_void_p,
    ctypes.c_void_p,
    ctypes.POINTER(_File),
    ctypes.c_int,
    ctypes.c_void_p,
)
_Named = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int, ctypes.c_void_p
)


class Faults:
    """Which calls fail, and how many there were.

    Attributes:
        counts: calls of each kind since the last `plan`.
        failed: how many of them were made to fail.
    """

    def __init__(self) -> None:
        self.counts: dict[str, int] = {}
        self.failed = 0
        self._plan = ("", 0, 0, 0)

    def plan(self, kind: str = "", first: int = 0, times: int = 0, code: int = OK) -> None:
        """Let some calls of a kind fail with a code: the one with number `first`, and so on."""
        self.counts = {}
        self.failed = 0
        self._plan = (kind, first, times, code)

    def end(self) -> None:
        """Let no further call fail; what was counted stays."""
        self._plan = ("", 0, 0, 0)

    def code_for(self, kind: str) -> int:
        """Count a call and return the code with which it fails, or OK."""
        number = self.counts.get(kind, 0)
        self.counts[kind] = number + 1
        wanted, first, times, code = self._plan
        if kind != wanted or not first <= number < first + times:
            return OK
        self.failed += 1
        return code


@contextlib.contextmanager
def faulty(folder: Path) -> Iterator[Faults]:
    """Have SQLite's calls about files in a folder fail as planned, for the length of a block."""
    library = ctypes.CDLL(_sqlite3.__file__)  # finds the names in what it is linked with
    library.sqlite3_vfs_find.restype = ctypes.POINTER(_Vfs)
    faults = Faults()
    layer = _Layer(library.sqlite3_vfs_find(None).contents, folder, faults)
    assert library.sqlite3_vfs_register(ctypes.byref(layer.vfs), 1) == OK
    try:
        yield faults
    finally:
        faults.plan()
        assert library.sqlite3_vfs_unregister(ctypes.byref(layer.vfs)) == OK


class _Layer:
    """The copy of the default layer; everything it points to lives as long as it does."""

    def __init__(self, default: _Vfs, folder: Path, faults: Faults) -> None:
        self._folder = bytes(folder) + b"/"
        self._faults = faults
        self._tables: dict[int, _Methods] = {}
        self._kept: list[Any] = []
        self.vfs = _Vfs.from_buffer_copy(default)
        self.vfs.name = b"faulty"
        self.vfs.open = self._pointer(_Open(self._open(_Open(default.open))))
        self.vfs.delete = self._named("delete", default.delete)
        self.vfs.access = self._named("access", default.access)

    def _pointer(self, function: Any) -> int | None:
        self._kept.append(function)
        return ctypes.cast(function, ctypes.c_void_p).value

    def _open(self, original: Any) -> Callable[..., int]:
        def wrapped(vfs: int, name: int | None, file: Any, flags: int, out: int) -> int:
            path = ctypes.string_at(name) if name else b""
            ours = path.startswith(self._folder)
            code = self._faults.code_for("open") if ours else OK
            if code != OK:
                file.contents.methods = ctypes.POINTER(_Methods)()
                return code
            result: int = original(vfs, name, file, flags, out)
            if result == OK and ours:
                file.contents.methods = ctypes.pointer(self._table(file.contents.methods))
            return result

        return wrapped

    def _named(self, kind: str, address: int) -> int | None:
        original = _Named(address)

        def wrapped(vfs: int, name: bytes, flag: int, out: int) -> int:
            code = self._faults.code_for(kind) if name.startswith(self._folder) else OK
            return code or original(vfs, name, flag, out)

        return self._pointer(_Named(wrapped))

    def _table(self, methods: Any) -> _Methods:
        """Return the methods of a kind of file, with those that can fail replaced."""
        address = ctypes.addressof(methods.contents)
        if address not in self._tables:
            table = _Methods.from_buffer_copy(methods.contents)
            for kind, arguments in METHODS.items():
                if kind != "close":
                    setattr(table, kind, self._method(kind, arguments, getattr(table, kind)))
            self._tables[address] = table
        return self._tables[address]

    def _method(self, kind: str, arguments: tuple[Any, ...], address: int) -> int | None:
        shape = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, *arguments)
        original = shape(address)
        return self._pointer(shape(lambda *given: self._faults.code_for(kind) or original(*given)))
