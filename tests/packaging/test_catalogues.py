"""Translations are compiled when they changed, and only then."""

import gettext
import os
import sys
from pathlib import Path

import pytest
from development import catalogues
from development.house import House
from development.trouble import Trouble

from tests.packaging.conftest import CATALOGUE


@pytest.fixture
def translated(house: House, monkeypatch: pytest.MonkeyPatch) -> House:
    """Return a house with one catalogue, and these tests' Python as its own."""
    source_in(house).parent.mkdir(parents=True)
    source_in(house).write_text(CATALOGUE, encoding="utf-8")
    monkeypatch.setattr(House, "python", Path(sys.executable))
    return house


def source_in(house: House) -> Path:
    """Return the catalogue as its translator wrote it."""
    return house.catalogues / "xx" / "LC_MESSAGES" / "ladder-desktop.po"


def test_a_catalogue_is_compiled(translated: House) -> None:
    """What the translator wrote is what the program reads."""
    catalogues.compile_stale(translated)

    words = gettext.translation("ladder-desktop", translated.catalogues, ["xx"])
    assert words.gettext("Saved {time}") == "Gemt {time}"


def test_a_catalogue_is_compiled_once(translated: House) -> None:
    """Only a change makes a catalogue stale."""
    catalogues.compile_stale(translated)
    assert catalogues.stale(translated) == []

    later = source_in(translated).stat().st_mtime_ns + 10**9
    os.utime(source_in(translated), ns=(later, later))

    assert catalogues.stale(translated) == [source_in(translated)]


def test_a_mistake_in_a_catalogue_is_told_with_its_place(translated: House) -> None:
    """A translator learns which file is wrong, and nothing half compiled stays."""
    source_in(translated).write_bytes(b'msgid "a\xff"\nmsgstr "b"\n')

    with pytest.raises(Trouble, match=r"ladder-desktop\.po"):
        catalogues.compile_stale(translated)

    assert [path.name for path in source_in(translated).parent.iterdir()] == ["ladder-desktop.po"]
