"""Compiles Python files in their place, and leaves out what only people who write code read.

Run as a program of its own, by a Python of the version that the files are for:
``python -X no_debug_ranges bytecode.py FOLDER [SOURCES …]``.

Each ``.py`` in the folder becomes a ``.pyc``. A ``.pyc`` that is there already is made anew when
one of the folders with sources holds its source. Docstrings go, but for those that the command
line shows as help; assertions stay, for there are libraries that count on them.
"""

import ast
import importlib.util
import marshal
import sys
from pathlib import Path
from types import CodeType

SPOKEN = "ladder_desktop"  # the docstrings of its commands are their help
NEVER_CHECKED = (1).to_bytes(4, "little")  # a hash instead of a time, which nobody compares
DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


def main(folder: Path, sources: list[Path]) -> None:
    """Compile everything in a folder."""
    for path in sorted(folder.rglob("*.py")):
        _compile(path, path.relative_to(folder), path.with_suffix(".pyc"))
        path.unlink()
    for path in sorted(folder.rglob("*.pyc")):
        place = path.relative_to(folder).with_suffix(".py")
        found = next((root / place for root in sources if (root / place).is_file()), None)
        if found:
            _compile(found, place, path)


def compiled(source: bytes, name: str) -> CodeType:
    """Return a source compiled, without its docstrings."""
    tree = ast.parse(source, name)
    if SPOKEN not in Path(name).parts:
        for node in ast.walk(tree):
            if isinstance(node, DOCUMENTED):
                _leave_undocumented(node)
    return compile(tree, name, "exec", dont_inherit=True, optimize=0)


def _leave_undocumented(
    node: ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef,
) -> None:
    if ast.get_docstring(node, clean=False) is None:
        return
    first = node.body[0]
    assert isinstance(first, ast.Expr)  # noqa: S101 - so says the line above
    if isinstance(node, ast.ClassDef) and node.decorator_list:
        # without one, a data class would make one up, which takes long
        first.value = ast.copy_location(ast.Constant(node.name), first.value)
    elif len(node.body) > 1:
        del node.body[0]
    else:
        node.body[0] = ast.copy_location(ast.Pass(), first)


def _compile(source: Path, place: Path, target: Path) -> None:
    text = source.read_bytes()
    code = compiled(text, place.as_posix())
    head = importlib.util.MAGIC_NUMBER + NEVER_CHECKED + importlib.util.source_hash(text)
    target.write_bytes(head + marshal.dumps(code))


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(argument) for argument in sys.argv[2:]])
