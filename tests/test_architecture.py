"""The house is built as planned: who imports whom, what stands where, how long things are."""

from pathlib import Path

import pytest

from tests import architecture
from tests.architecture import Import, imports_of

MODULES = architecture.modules(architecture.ROOT / architecture.PACKAGE)
IMPORTS = architecture.all_imports(MODULES)
FILES = architecture.tracked_files()
KINDS = {name.split(".")[2] for name in MODULES if name.count(".") == 3 and ".blocks." in name}
# A small house for the proofs that every rule can fail.
SMALL = [
    "ladder_desktop",
    "ladder_desktop.__main__",
    "ladder_desktop.cli",
    "ladder_desktop.errors",
    "ladder_desktop.document.nodes",
    "ladder_desktop.blocks",
    "ladder_desktop.blocks.block",
    "ladder_desktop.blocks.prompt.model",
    "ladder_desktop.blocks.prompt.widget",
    "ladder_desktop.blocks.table.model",
    "ladder_desktop.workbook.workbook",
    "ladder_desktop.store.file",
    "ladder_desktop.export.writing",
    "ladder_desktop.export.pdf.pages",
    "ladder_desktop.export.docx.story",
    "ladder_desktop.intake.word_file",
    "ladder_desktop.widgets.note",
    "ladder_desktop.ui.window",
]


def small(module: str, source: str) -> list[Import]:
    """Return the imports of a module of the small house."""
    return imports_of(module, source, is_package=module == "ladder_desktop.blocks")


def test_modules_were_found() -> None:
    """The rules below are held against the real house, not against nothing."""
    assert {"ladder_desktop.errors", "ladder_desktop.document.nodes"} <= MODULES.keys()
    assert len(IMPORTS) > len(MODULES)
    assert "prompt" in KINDS
    assert "pyproject.toml" in FILES


def test_every_room_imports_only_from_its_left() -> None:
    """No module imports from a room that is built on top of its own."""
    assert architecture.breaches_of_rooms(IMPORTS, MODULES) == []


def test_kinds_do_not_know_each_other() -> None:
    """A kind can be added or taken away without touching another."""
    assert architecture.breaches_of_kinds(IMPORTS, KINDS) == []


def test_libraries_stay_in_their_rooms() -> None:
    """Qt, SQLite and ReportLab are used where they belong, and nothing reaches for a network."""
    assert architecture.breaches_of_libraries(IMPORTS) == []


def test_modules_are_found_by_name_in_few_places() -> None:
    """No import escapes these rules by being made from a text."""
    assert architecture.breaches_of_finding(IMPORTS) == []


def test_no_imports_run_in_a_circle() -> None:
    """No module needs itself, neither at once, nor later, nor for its types."""
    assert architecture.circles(IMPORTS, MODULES) == []


def test_every_kind_is_the_same_slice() -> None:
    """Whoever knows one kind's folder knows them all."""
    assert architecture.breaches_of_slices(FILES) == []


def test_the_top_level_is_tidy() -> None:
    """The top level holds the six things it is meant to, and files for tools."""
    assert architecture.breaches_of_top(FILES) == []


def test_files_are_named_after_one_thing() -> None:
    """There is no drawer for whatever fits nowhere else."""
    assert architecture.breaches_of_names(FILES) == []


def test_our_packaging_hides_no_library() -> None:
    """Our folder `packaging` is no package, so that the library of that name is found."""
    assert architecture.breaches_of_packaging(FILES) == []


@pytest.mark.parametrize("name", [name for name in FILES if name.endswith(".py")])
def test_functions_and_files_are_short(name: str) -> None:
    """A function fits on a page, a file in a head."""
    source = (architecture.ROOT / name).read_text(encoding="utf-8")

    assert architecture.breaches_of_measure(name, source) == []


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("ladder_desktop.errors", "from ladder_desktop.document import nodes"),
        ("ladder_desktop.document.nodes", "import ladder_desktop.blocks.block"),
        ("ladder_desktop.blocks.block", "from ladder_desktop.workbook.workbook import Workbook"),
        ("ladder_desktop.blocks.block", "from ladder_desktop.blocks.prompt.widget import Editor"),
        ("ladder_desktop.blocks.prompt.model", "from . import widget"),
        ("ladder_desktop.blocks.prompt.model", "from ...workbook import workbook"),
        ("ladder_desktop.blocks", "from .prompt import widget"),
        ("ladder_desktop.workbook.workbook", "from ladder_desktop.store import file"),
        ("ladder_desktop.store.file", "def late():\n    import ladder_desktop.export.writing"),
        ("ladder_desktop.export.writing", "from ladder_desktop.widgets.note import Note"),
        ("ladder_desktop.export.writing", "from ladder_desktop.intake import word_file"),
        (
            "ladder_desktop.widgets.note",
            "if TYPE_CHECKING:\n    from ladder_desktop.blocks.prompt.widget import Editor",
        ),
        ("ladder_desktop.blocks.prompt.widget", "from ladder_desktop.ui.window import Window"),
        ("ladder_desktop.ui.window", "from ladder_desktop import cli"),
        ("ladder_desktop.ui.window", "from ladder_desktop.cli import main"),
    ],
)
def test_an_import_from_the_right_is_a_breach(module: str, source: str) -> None:
    """The rule of the rooms can fail, wherever and however the import is written."""
    breaches = architecture.breaches_of_rooms(small(module, source), SMALL)

    assert len(breaches) == 1
    assert module in breaches[0]


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("ladder_desktop.blocks.prompt.model", "from ladder_desktop.errors import N_"),
        ("ladder_desktop.blocks.prompt.widget", "from ladder_desktop.widgets import note"),
        ("ladder_desktop.blocks.prompt.widget", "from . import model"),
        ("ladder_desktop.export.pdf.pages", "from ladder_desktop.workbook.workbook import W"),
        ("ladder_desktop.cli", "from ladder_desktop.ui.window import Window"),
        ("ladder_desktop.__main__", "from ladder_desktop import cli, errors"),
    ],
)
def test_an_import_from_the_left_is_fine(module: str, source: str) -> None:
    """The rule of the rooms lets pass what the plan allows."""
    assert architecture.breaches_of_rooms(small(module, source), SMALL) == []


@pytest.mark.parametrize(
    "module", ["ladder_desktop.network", "ladder_desktop.ground.x", "ladder_desktop.editors"]
)
def test_a_module_outside_of_the_plan_is_a_breach(module: str) -> None:
    """A new room has to be planned first."""
    assert architecture.breaches_of_rooms([], [module]) == [
        f"{module} stands in no room of the plan"
    ]


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("ladder_desktop.blocks.prompt.model", "from ladder_desktop.blocks.table import model"),
        ("ladder_desktop.blocks.prompt.model", "from ..table.model import Table"),
        ("ladder_desktop.blocks.block", "def f():\n    import ladder_desktop.blocks.table.model"),
        ("ladder_desktop.blocks", "from ladder_desktop.blocks.prompt.model import Prompt"),
    ],
)
def test_a_kind_that_is_imported_within_blocks_is_a_breach(module: str, source: str) -> None:
    """The rule that parts the kinds can fail."""
    breaches = architecture.breaches_of_kinds(small(module, source), {"prompt", "table"})

    assert len(breaches) == 1


def test_a_kind_may_import_its_own_parts_and_what_all_share() -> None:
    """The rule that parts the kinds lets pass what a kind needs."""
    source = "from . import model\nfrom ladder_desktop.blocks.block import Block"

    imports = small("ladder_desktop.blocks.prompt.widget", source)

    assert architecture.breaches_of_kinds(imports, {"prompt", "table"}) == []


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("ladder_desktop.document.nodes", "from PySide6.QtCore import QObject"),
        ("ladder_desktop.blocks.prompt.model", "import PySide6"),
        ("ladder_desktop.cli", "def f():\n    from PySide6 import QtWidgets"),
        ("ladder_desktop.export.pdf.pages", "import shiboken6"),
        ("ladder_desktop.ui.window", "import sqlite3"),
        ("ladder_desktop.workbook.workbook", "from sqlite_utils import Database"),
        ("ladder_desktop.export.writing", "from reportlab.platypus import Paragraph"),
        ("ladder_desktop.ui.window", "import reportlab"),
        ("ladder_desktop.ui.window", "from hunspell import Hunspell"),
        ("ladder_desktop.ui.window", "import docx"),
        ("ladder_desktop.export.writing", "from lxml import etree"),
        ("ladder_desktop.ui.window", "from PySide6.QtNetwork import QLocalServer"),
        ("ladder_desktop.ui.window", "from PySide6 import QtNetwork"),
        ("ladder_desktop.ui.window", "from PySide6 import QtPdf"),
        ("ladder_desktop.store.file", "import socket"),
        ("ladder_desktop.store.file", "import ssl"),
        ("ladder_desktop.store.file", "import http.client"),
        ("ladder_desktop.store.file", "from http import server"),
        ("ladder_desktop.store.file", "from urllib import request"),
        ("ladder_desktop.store.file", "from urllib.request import urlopen"),
        ("ladder_desktop.store.file", "import ftplib"),
        ("ladder_desktop.store.file", "if TYPE_CHECKING:\n    import smtplib"),
    ],
)
def test_a_library_in_the_wrong_room_is_a_breach(module: str, source: str) -> None:
    """The rule of the libraries can fail."""
    assert len(architecture.breaches_of_libraries(small(module, source))) == 1


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("ladder_desktop.ui.window", "from PySide6.QtWidgets import QWidget"),
        ("ladder_desktop.blocks.prompt.widget", "from PySide6 import QtCore"),
        ("ladder_desktop.__main__", "from PySide6.QtWidgets import QApplication"),
        ("ladder_desktop.store.file", "import sqlite3, sqlite_utils"),
        ("ladder_desktop.export.pdf.pages", "from reportlab import platypus"),
        ("ladder_desktop.export.docx.story", "import docx"),
        ("ladder_desktop.intake.word_file", "from lxml import etree"),
        ("ladder_desktop.blocks.prompt.model", "from urllib.parse import urlsplit"),
    ],
)
def test_a_library_in_its_room_is_fine(module: str, source: str) -> None:
    """The rule of the libraries lets pass what belongs where it is."""
    assert architecture.breaches_of_libraries(small(module, source)) == []


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("ladder_desktop.ui.window", "importlib.import_module('ladder_desktop.cli')"),
        ("ladder_desktop.blocks", "import_module('socket')"),
        ("ladder_desktop.blocks", "import_module(f'{package}.model')"),
        ("ladder_desktop.blocks", "import_module(name)"),
        ("ladder_desktop.export.writing", "__import__('reportlab')"),
        ("ladder_desktop.export.writing", "import_module(f'ladder_desktop.ui.{name}')"),
    ],
)
def test_an_import_by_name_is_a_breach(module: str, source: str) -> None:
    """The rule against imports in disguise can fail."""
    assert len(architecture.breaches_of_finding(small(module, source))) == 1


def test_a_package_may_find_its_own_parts() -> None:
    """The rule against imports in disguise lets kinds be found."""
    source = "importlib.import_module(f'ladder_desktop.blocks.{kind}.model')"

    assert architecture.breaches_of_finding(small("ladder_desktop.blocks", source)) == []


@pytest.mark.parametrize(
    "back",
    [
        "import ladder_desktop.store.file",
        "def late():\n    from ladder_desktop.store.file import File",
        "if TYPE_CHECKING:\n    from ladder_desktop.store import file",
    ],
)
def test_a_circle_is_a_breach(back: str) -> None:
    """The rule against circles can fail, for imports within functions and for types too."""
    imports = [
        *small("ladder_desktop.store.file", "from ladder_desktop.errors import LadderError"),
        *small("ladder_desktop.store.file", "from ladder_desktop.workbook import workbook"),
        *small("ladder_desktop.workbook.workbook", back),
    ]

    (told,) = architecture.circles(imports, SMALL)

    assert "ladder_desktop.store.file -> ladder_desktop.workbook.workbook" in told


def test_files_that_do_not_belong_are_breaches() -> None:
    """The rules of the files can fail."""
    kind = "ladder_desktop/blocks/prompt"
    whole = [f"{kind}/{name}" for name in sorted(architecture.SLICE)]

    assert architecture.breaches_of_top(["setup.py", ".ci/run", "tests/x.py"]) == [
        "setup.py does not belong at the top level"
    ]
    assert len(architecture.breaches_of_names(["tests/helpers.py", "a/utils/x.py", "b.py"])) == 2
    assert len(architecture.breaches_of_packaging(["packaging/__init__.py"])) == 1
    assert architecture.breaches_of_slices(whole) == []
    assert len(architecture.breaches_of_slices(whole[1:])) == 1
    assert len(architecture.breaches_of_slices([*whole, f"{kind}/painter.py"])) == 1


def test_a_copy_without_git_is_judged_too(tmp_path: Path) -> None:
    """The rules of the files hold in an unpacked archive, whatever tools left there."""
    for name in ("README.md", ".ci/run", "tests/test_x.py", "tests/__pycache__/x.pyc", ".venv/a"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()

    files = architecture.tracked_files(tmp_path)

    assert files == [".ci/run", "README.md", "tests/test_x.py"]


def test_what_is_too_long_is_a_breach() -> None:
    """The rule of the measure can fail, and fails by one line."""
    body = "    pass\n"
    page = "def f():\n" + body * (architecture.LONGEST_FUNCTION - 1)
    volume = "x = 1\n" * architecture.LONGEST_FILE

    assert architecture.breaches_of_measure("a.py", page) == []
    assert architecture.breaches_of_measure("a.py", page + body) == ["a.py: f has 61 lines"]
    assert architecture.breaches_of_measure("a.py", volume) == []
    assert architecture.breaches_of_measure("a.py", volume + "y = 1") == ["a.py has 451 lines"]
