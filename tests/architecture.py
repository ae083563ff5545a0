"""The rules of the house, as functions that name each breach in a sentence.

They read imports out of the source with `ast`, those within functions and under TYPE_CHECKING
too, and never import what they judge.
"""

import ast
import graphlib
import subprocess
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = "ladder_desktop"
# Each room may import from itself and from those above it.
ROOMS = (
    "ground",  # errors, words, paths
    "document",
    "spelling",  # knows words, and nothing of where they stand
    "blocks",
    "workbook",
    "store",
    "export",
    "intake",  # reads what others wrote: documents, forms
    "stick",  # what a facilitator hands out
    "widgets",
    "editors",  # blocks/*/widget.py
    "ui",
    "entrance",  # cli, __main__
)
GROUND = {"errors", "words", "paths"}
ENTRANCE = {"cli", "__main__"}
QT = {"PySide6", "shiboken6"}
QT_ROOMS = {"widgets", "editors", "ui"}
STORES = {"sqlite3", "_sqlite3", "sqlite_utils", "apsw"}
# What opens connections, and Qt's parts that bring QtNetwork with them.
NETWORK = {
    "_socket", "_ssl", "aiohttp", "ftplib", "http", "httpx", "imaplib", "nntplib", "poplib",
    "requests", "smtplib", "socket", "socketserver", "ssl", "telnetlib", "urllib.error",
    "urllib.request", "urllib.robotparser", "urllib3", "websockets", "wsgiref", "xmlrpc",
    "PySide6.QtHttpServer", "PySide6.QtNetwork", "PySide6.QtNetworkAuth", "PySide6.QtPdf",
    "PySide6.QtPdfWidgets", "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtQuickWidgets",
    "PySide6.QtWebChannel", "PySide6.QtWebEngineCore", "PySide6.QtWebEngineWidgets",
    "PySide6.QtWebSockets",
}  # fmt: skip
# Only these find parts by name, and nearly all of them only parts of their own package.
FINDERS = {
    f"{PACKAGE}.blocks": f"{PACKAGE}.blocks.",
    f"{PACKAGE}.blocks.sheets": f"{PACKAGE}.blocks.",
    f"{PACKAGE}.export.writing": f"{PACKAGE}.export.",
    f"{PACKAGE}.ui.binding": "",  # what PySide imported, later
}
SLICE = {"__init__.py", "model.py", "sheet.py", "widget.py"}
TOP = {"ladder_desktop", "resources", "tests", "packaging", "pyproject.toml", "README.md"}
DRAWERS = {"util", "utils", "misc", "common", "helper", "helpers"}
LEFT_BEHIND = {
    ".venv", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis", "__pycache__", "dist",
}  # fmt: skip
LONGEST_FUNCTION = 60
LONGEST_FILE = 450


@dataclass(frozen=True)
class Import:
    """One import of one module by another.

    Attributes:
        importer: the importing module's full name.
        imported: what it imports: a module, or a name in one.
        line: where.
        by_name: whether a function imports it (`importlib.import_module`), given its name.
    """

    importer: str
    imported: str
    line: int
    by_name: bool = False

    def told(self, rule: str) -> str:
        """Word a breach."""
        return f"{self.importer}, line {self.line}: imports {self.imported}; {rule}"


def modules(package: Path) -> dict[str, Path]:
    """Return the modules of a package's folder by their full names."""
    return {
        ".".join(path.relative_to(package.parent).with_suffix("").parts).removesuffix(
            ".__init__"
        ): path
        for path in sorted(package.rglob("*.py"))
    }


def imports_of(module: str, source: str, *, is_package: bool = False) -> list[Import]:
    """Return every import that stands anywhere in a module's source."""
    found: list[Import] = []
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Import():
                found += [Import(module, name.name, node.lineno) for name in node.names]
            case ast.ImportFrom():
                start = _start(module, node, is_package=is_package)
                found += [
                    Import(module, f"{start}.{name.name}", node.lineno) for name in node.names
                ]
            case ast.Call() if _imports_by_name(node.func):
                found.append(Import(module, _name_given(node), node.lineno, by_name=True))
    return found


def _start(module: str, node: ast.ImportFrom, *, is_package: bool) -> str:
    if not node.level:
        return node.module or ""
    parts = module.split(".")
    above = parts[: len(parts) - node.level + is_package]
    return ".".join([*above, node.module] if node.module else above)


def _imports_by_name(function: ast.expr) -> bool:
    match function:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name in {"import_module", "__import__", "exec_module", "run_module"}
    return False


def _name_given(call: ast.Call) -> str:
    """Return the name that an import by name is given, as far as the source tells it."""
    match call.args[:1]:
        case [ast.Constant(value=str(name))]:
            return name
        case [ast.JoinedStr(values=[ast.Constant(value=str(start)), *_])]:
            return start + "…"
    return "…"


def room_of(module: str) -> str | None:
    """Return the room that a module belongs to; nothing for one that the plan does not know."""
    parts = module.split(".")[1:]
    match parts:
        case [] | [""]:
            return "ground"
        case [name] if name in GROUND:
            return "ground"
        case [name, *_] if name in ENTRANCE:
            return "entrance"
        case ["blocks", _, "widget"]:
            return "editors"
        case [name, *_] if name in ROOMS and name not in {"ground", "editors", "entrance"}:
            return name
    return None


def kind_of(module: str, kinds: Iterable[str]) -> str | None:
    """Return the kind of block whose slice a module belongs to."""
    match module.split("."):
        case [_, "blocks", name, *_] if name in kinds:
            return name
    return None


def is_within(name: str, packages: Iterable[str]) -> bool:
    """Tell whether a module, or a name in it, belongs to one of some packages."""
    return any(name == package or name.startswith(package + ".") for package in packages)


def own(imports: Iterable[Import], known: Iterable[str]) -> Iterator[Import]:
    """Return the imports of the program's own modules, names in them cut off."""
    names = set(known)
    for found in imports:
        if is_within(found.imported, [PACKAGE]) and not found.by_name:
            target = found.imported
            while target not in names and "." in target:
                target = target.rpartition(".")[0]
            yield Import(found.importer, target, found.line)


def breaches_of_rooms(imports: Iterable[Import], known: Iterable[str]) -> list[str]:
    """Name imports of a room that stands further on, and modules that have no room."""
    names = set(known)
    homeless = [f"{name} stands in no room of the plan" for name in names if not room_of(name)]
    return homeless + [
        found.told("only what stands to its left may be imported")
        for found in own(imports, names)
        if _rank(found.imported) > _rank(found.importer)
    ]


def _rank(module: str) -> int:
    room = room_of(module)
    return ROOMS.index(room) if room else -1


def breaches_of_kinds(imports: Iterable[Import], kinds: Iterable[str]) -> list[str]:
    """Name imports between kinds, and imports of a kind by what all kinds share."""
    names = set(kinds)
    return [
        found.told("kinds never import each other, nor does what they share import a kind")
        for found in imports
        if found.importer.startswith(f"{PACKAGE}.blocks")
        and (imported := kind_of(found.imported, names))
        and imported != kind_of(found.importer, names)
    ]


def breaches_of_libraries(imports: Iterable[Import]) -> list[str]:
    """Name imports of libraries that belong to other rooms."""
    return [found.told(rule) for found in imports if (rule := _library_rule(found)) is not None]


def _library_rule(found: Import) -> str | None:
    for libraries, is_allowed, rule in _LIBRARY_RULES:
        if is_within(found.imported, libraries) and not is_allowed(found.importer):
            return rule
    return None


def _is_in(*rooms: str) -> Callable[[str], bool]:
    return lambda importer: room_of(importer) in rooms


def _is_below(*packages: str) -> Callable[[str], bool]:
    return lambda importer: is_within(importer, [f"{PACKAGE}.{name}" for name in packages])


_LIBRARY_RULES: tuple[tuple[Collection[str], Callable[[str], bool], str], ...] = (
    (NETWORK, lambda _: False, "the program never reaches for a network"),
    (
        QT,
        lambda importer: room_of(importer) in QT_ROOMS or importer == f"{PACKAGE}.__main__",
        "Qt belongs to widgets/, blocks/*/widget.py, ui/ and __main__.py",
    ),
    (STORES, _is_in("store"), "SQLite belongs to store/"),
    (["reportlab"], _is_below("export.pdf"), "ReportLab belongs to export/pdf/"),
    (
        ["docx", "lxml"],
        _is_below("export.docx", "intake"),
        "python-docx and lxml belong to export/docx/ and intake/",
    ),
    (["hunspell"], _is_in("spelling"), "Hunspell belongs to spelling/"),
)


def breaches_of_finding(imports: Iterable[Import]) -> list[str]:
    """Name imports by name outside of the places that find their own package's parts."""
    return [
        found.told("modules are imported by name only where a package finds its own parts")
        for found in imports
        if found.by_name and not found.imported.startswith(FINDERS.get(found.importer, "nowhere"))
    ]


def circles(imports: Iterable[Import], known: Iterable[str]) -> list[str]:
    """Name a circle of imports, if there is one."""
    graph: dict[str, set[str]] = defaultdict(set)
    for found in own(imports, known):
        graph[found.importer].add(found.imported)
    try:
        graphlib.TopologicalSorter(graph).prepare()
    except graphlib.CycleError as error:
        return ["imports in a circle: " + " -> ".join(reversed(error.args[1]))]
    return []


def breaches_of_slices(files: Iterable[str]) -> list[str]:
    """Name kinds whose folder holds other files than every kind's does."""
    slices: dict[str, set[str]] = defaultdict(set)
    for name in files:
        match PurePosixPath(name).parts:
            case ("ladder_desktop", "blocks", kind, *rest) if rest:
                slices[kind].add("/".join(rest))
    return [
        f"the kind {kind} holds {sorted(held)} instead of {sorted(SLICE)}"
        for kind, held in slices.items()
        if held != SLICE
    ]


def breaches_of_top(files: Iterable[str]) -> list[str]:
    """Name what stands at the top level and does not belong there."""
    names = {PurePosixPath(name).parts[0] for name in files}
    strange = {name for name in names - TOP if not name.startswith(".")}
    return [f"{name} does not belong at the top level" for name in sorted(strange)]


def breaches_of_names(files: Iterable[str]) -> list[str]:
    """Name files and folders that are drawers for anything."""
    return [
        f"{name} is named after no thing"
        for name in files
        if any(part.partition(".")[0] in DRAWERS for part in PurePosixPath(name).parts)
    ]


def breaches_of_packaging(files: Iterable[str]) -> list[str]:
    """Name what would make our folder `packaging` hide the library of that name."""
    return [
        f"{name} would hide the library packaging from Python"
        for name in files
        if name == "packaging/__init__.py"
    ]


def breaches_of_measure(name: str, source: str) -> list[str]:
    """Name functions and files that are too long."""
    length = len(source.splitlines())
    found = [f"{name} has {length} lines"] if length > LONGEST_FILE else []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > LONGEST_FUNCTION:
                found.append(f"{name}: {node.name} has {lines} lines")
    return found


def all_imports(found: Mapping[str, Path]) -> list[Import]:
    """Return every import of some modules."""
    return [
        entry
        for module, path in found.items()
        for entry in imports_of(
            module, path.read_text(encoding="utf-8"), is_package=path.name == "__init__.py"
        )
    ]


def tracked_files(root: Path = ROOT) -> list[str]:
    """Return the files that belong to the project, as git knows them.

    In a copy without git all files count, but for what tools leave behind.
    """
    if not (root / ".git").exists():
        paths = (path.relative_to(root) for path in sorted(root.rglob("*")) if path.is_file())
        return [path.as_posix() for path in paths if not LEFT_BEHIND & set(path.parts)]
    # a checkout may belong to somebody else than the one who tests it
    command = ["git", "-c", "safe.directory=*", "ls-files", "-z"]
    listed = subprocess.run(command, cwd=root, check=True, capture_output=True).stdout
    return [name for name in listed.decode().split("\0") if name and (root / name).exists()]
