"""Every Spanish edition asks what the English one asks, under the same ids, with other words."""

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ladder_desktop.paths import edition, resources
from ladder_desktop.ui.start_page.sampling import sample
from ladder_desktop.workbook.newer_template import moved
from ladder_desktop.workbook.shelf import built_in, languages, shelf, template_files

EDITIONS = sorted((resources() / "templates").glob("*/*.toml"))
# what stays as it is in every language: what answers are kept under, and what the program reads
FIXED = {
    *("format", "id", "kind", "level", "type", "suggest", "carries_as", "from", "url", "survey"),
    *("program", "picture", "source"),
}
NAMES = {"title", "label", "name", "publisher", "credits"}  # may be the same everywhere


def leaves(plain: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Return every value of plain data, with the path to it."""
    if isinstance(plain, dict):
        for key, value in plain.items():
            yield from leaves(value, f"{path}/{key}")
    elif isinstance(plain, list):
        for place, value in enumerate(plain):
            yield from leaves(value, f"{path}/{place}")
    else:
        yield path, plain


def read(path: Path) -> dict[str, Any]:
    """Return the values of a TOML or JSON file, each with its path."""
    text = path.read_text(encoding="utf-8")
    plain = tomllib.loads(text) if path.suffix == ".toml" else json.loads(text)
    return dict(leaves(plain))


@pytest.mark.parametrize("path", EDITIONS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_an_edition_asks_the_same(path: Path) -> None:
    """Ids, kinds, counts and figures agree, so that answers can be carried between languages."""
    own, english = read(path), read(path.parent.parent / path.name)

    assert own.pop("/language") == path.parent.name
    assert english.pop("/language") == "en"
    # an edition may add guidance, such as in what language a publication is
    added = {place for place in own if place.endswith("/guidance")} - set(english)
    assert [place for place in own if place not in added] == list(english)
    for place, value in english.items():
        if place.rsplit("/", 1)[-1] in FIXED or not isinstance(value, str):
            assert own[place] == value, place


@pytest.mark.parametrize("path", EDITIONS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_an_edition_is_translated(path: Path) -> None:
    """No sentence was left in English."""
    own, english = read(path), read(path.parent.parent / path.name)

    left = [
        place
        for place, value in english.items()
        if isinstance(value, str)
        and value == own[place]
        and " " in value
        and place.rsplit("/", 1)[-1] not in FIXED | NAMES
    ]
    assert left == []


@pytest.mark.parametrize("path", EDITIONS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_answers_go_from_one_language_to_the_other(path: Path) -> None:
    """Whoever began in English goes on in Spanish without losing a word."""
    english = sample(resources())
    if english.template.id != path.stem:
        pytest.skip("there is one sample, of one template")
    there = moved(english, built_in(path.stem, resources(), path.parent.name))
    back = moved(there.workbook, english.template)

    assert there.added == there.set_aside == ()
    assert back.workbook == english


def test_a_template_without_an_edition_comes_in_english() -> None:
    """Whoever asks for a language that is not there gets something to fill in."""
    assert template_files(resources(), "xx") == template_files(resources())
    assert built_in("career-growth", resources(), "../es").header.language == "en"


def test_the_shelf_begins_with_ones_own_language() -> None:
    """All templates are offered, each once, those of the interface's language first."""
    files = shelf(resources(), "es-MX")

    assert files[: len(template_files(resources()))] == template_files(resources(), "es")
    assert len(files) == len(set(files)) == len(template_files(resources())) + len(EDITIONS)
    assert languages(resources())[0] == "en"


@pytest.mark.parametrize("name", ["roles.toml", "samples/career-growth.json"])
def test_other_data_has_the_same_shape(name: str) -> None:
    """The roles and the sample are the same in every language, figures and all."""
    path = resources() / name
    own, english = read(edition(path, "es")), read(path)

    own.pop("/template/language", None)
    assert list(own) == list(english)
    for place, value in english.items():
        if not isinstance(value, str) or place.startswith("/template/"):
            assert own[place] == value, place
