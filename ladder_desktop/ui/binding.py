"""Imports PySide, and what else a window begins with, without what no right call ever needs.

Two things take more than half of the time in which PySide is imported and gets ready:

- It unpacks, compiles and runs fourteen modules of its own, which word what is wrong with a call
  and write the documentation of classes. Here they wait until somebody asks for that.
- It has `enum.Enum` make each enumeration of Qt, which goes a long way with every member. The
  standard library goes a shorter one for its own; here those of Qt go that one, too.

Everything is as it would be without this, only later or sooner; `tests/ui/test_binding.py` holds
it against PySide left alone.
"""

import enum
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

BOOTSTRAP = "signature_bootstrap"  # the first of PySide's own modules; it loads the others
MAPPING = "shibokensupport.signature.mapping"
UNUSED = "typing_extensions"  # where it is there, msgspec takes from it what Python has itself
# of the standard library, what PySide imports for its own modules, and nobody else so early
LATE = ("tempfile", "traceback", "zipfile")
# how PySide asks for an enumeration; who else does so gets the same one
ASKED = {
    "module": None,
    "qualname": None,
    "type": None,
    "start": 1,
    "boundary": enum.FlagBoundary.KEEP,
}


def import_msgspec() -> None:
    """Import msgspec without a module that takes longer than msgspec itself."""
    if UNUSED in sys.modules:
        return
    sys.modules[UNUSED] = None  # type: ignore[assignment]  # so Python is told that there is none
    try:
        import msgspec  # noqa: F401, PLC0415 - not before
    finally:
        del sys.modules[UNUSED]


def import_qt() -> None:
    """Import Qt's widgets.

    Raises:
        ImportError: a library that Qt needs is missing, as on some systems without a screen.
    """
    if "shiboken6" not in sys.modules:
        sys.modules[BOOTSTRAP] = _Bootstrap(BOOTSTRAP)
        _make_enums_quickly()
    with _late(LATE):
        import PySide6.QtWidgets  # noqa: F401, PLC0415 - not before


@contextmanager
def _late(names: Iterable[str]) -> Iterator[None]:
    """Have who imports one of these modules meanwhile get one that waits until it is used."""
    waiting = [name for name in names if name not in sys.modules]
    sys.modules.update({name: _LateModule(name) for name in waiting})
    try:
        yield
    finally:
        for name in waiting:
            sys.modules.pop(name, None)


class _LateModule(ModuleType):
    """Stands for a module, which is imported when somebody first asks for what it holds."""

    def __getattr__(self, name: str) -> Any:
        """Return what the module holds under this name."""
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(__import__(self.__name__), name)


class _Bootstrap(ModuleType):
    """Has PySide's library begin with a stand-in for its own modules.

    The library runs its source of this module in the one that is there already, and then calls
    the `bootstrap` that it finds: a property, which goes before what the source defined.
    """

    @property
    def bootstrap(self) -> Callable[[], "_LateSupport"]:
        """Return what gives the library its functions."""
        return lambda: _LateSupport(vars(self)["bootstrap"])


class _LateSupport:
    """The functions that PySide's library calls; the first call loads the modules behind them.

    Args:
        load: PySide's own `bootstrap`, which loads them.
    """

    def __init__(self, load: Callable[[], ModuleType]) -> None:
        self._load = load
        self._loader: ModuleType | None = None
        # before it asks what is wrong with a call, the library looks names up in this module
        self._names = ModuleType(MAPPING)
        vars(self._names)["update_mapping"] = self._update_names
        sys.modules[MAPPING] = self._names

    def __getattr__(self, name: str) -> Callable[..., Any]:
        """Return a function that is PySide's own from its first call on."""

        def call(*arguments: object) -> Any:
            return getattr(self._loaded(), name)(*arguments)

        return call

    def post_init(self) -> None:
        """Leave `import` as it is.

        PySide would put its own in place, which reads the source of every module that comes later
        to find out whether it wants methods in snake_case.
        """

    def finish_import(self, _module: ModuleType) -> None:
        """Leave a module of Qt as it is: this is for functions that went, and none did."""

    def _loaded(self) -> ModuleType:
        if self._loader is None:
            self._loader = self._load()
        return self._loader

    def _update_names(self) -> None:
        """Let the library find the names of all classes in the stand-in, which it goes on using."""
        self._loaded()
        real = sys.modules[MAPPING]
        real.update_mapping()
        vars(self._names).update(vars(real), update_mapping=self._update_names)


def _make_enums_quickly() -> None:
    """Have enumerations like those of Qt made as the standard library makes its own."""
    kinds: Any = enum.EnumType
    quick: Any = vars(enum)["_simple_enum"]
    usual = kinds._create_

    def create(kind: Any, class_name: str, names: Iterable[tuple[str, int]], **given: Any) -> Any:
        if given != ASKED:
            return usual(kind, class_name, names, **given)
        made = quick(kind, boundary=given["boundary"])(type(class_name, (), dict(names)))
        made.__doc__ = None
        return made

    kinds._create_ = create
