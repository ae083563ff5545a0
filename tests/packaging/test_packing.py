"""Installers are small: what goes into them, and in which order."""

import io
import lzma
import tarfile
from pathlib import Path
from typing import Any

import pytest
from building import bytecode, packing


def test_docstrings_stay_behind_but_where_they_are_help() -> None:
    """Libraries work without them; the command line says its own, and assertions stay."""
    source = b'"""Top."""\ndef f():\n    """Say."""\n    assert 0\nclass C:\n    """It."""\n'

    theirs: dict[str, Any] = {}
    ours: dict[str, Any] = {}
    exec(bytecode.compiled(source, "lxml/etree.py"), theirs)  # noqa: S102 - written above
    exec(bytecode.compiled(source, "ladder_desktop/cli.py"), ours)  # noqa: S102 - as above

    assert (theirs.get("__doc__"), theirs["f"].__doc__, theirs["C"].__doc__) == (None, None, None)
    assert (ours["__doc__"], ours["f"].__doc__) == ("Top.", "Say.")
    with pytest.raises(AssertionError):
        theirs["f"]()


def test_what_is_packed_is_in_one_order_and_links_come_last(tmp_path: Path) -> None:
    """Alike files lie side by side, and what a link stands for is there before it."""
    for name in ("b.pyc", "a.txt", "lib.so.6", "a.pyc", "tool"):
        (tmp_path / name).write_text(name)
    (tmp_path / "0-link").symlink_to("lib.so.6")

    packed = packing.xz(packing.put_in_order(packing.tar(tmp_path, 0)))

    with tarfile.open(fileobj=io.BytesIO(lzma.decompress(packed))) as archive:
        names = archive.getnames()
    assert names == ["lib.so.6", "tool", "a.pyc", "b.pyc", "a.txt", "0-link"]
