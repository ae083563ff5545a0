"""Every message is there in every language, with the same fields and the same signs."""

import ast
import datetime
import re
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po
from development.messages import PACKAGE, PLURAL, SINGLE, gathered, untranslated

from ladder_desktop.paths import resources
from ladder_desktop.words import LANGUAGES, TRANSLATIONS, words_for

ROOT = Path(__file__).parents[1]
SOURCES = sorted((resources() / TRANSLATIONS).glob("*/LC_MESSAGES/*.po"))
FIELD = re.compile(r"\{\w+\}")
# the same in Spanish: names, abbreviations, what people know by its English name
SAME = {
    *("Ladder Desktop", "PDF", "Word", "LEA", "A4", "Total", "PDF (*.pdf)", "{number} MB"),
    *("1,234.5", "{name} – Ladder Desktop", "Ctrl", "Tab"),
}
by_language = pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.parts[-3])


@cache
def catalogue(source: Path) -> Catalog:
    """Return a catalogue as its translator wrote it."""
    with source.open("rb") as file:
        return read_po(file)


def messages(source: Path) -> list[Message]:
    """Return all messages of a catalogue."""
    return [message for message in catalogue(source) if message.id]


def forms(message: Message) -> list[tuple[str, str]]:
    """Return each form of a message beside its translation."""
    if isinstance(message.id, tuple) and isinstance(message.string, tuple):
        return list(zip(message.id, message.string, strict=True))
    return [(str(message.id), str(message.string))]


def fields(text: str) -> set[str]:
    """Return the fields of a message."""
    return set(FIELD.findall(text))


def has_words(text: str) -> bool:
    """Tell whether there is something to translate: letters outside of fields."""
    return bool(re.search(r"[A-Za-z]{2}", FIELD.sub("", text)))


def test_every_language_has_a_catalogue() -> None:
    """What can be chosen in the settings can be spoken."""
    assert {source.parts[-3] for source in SOURCES} == set(LANGUAGES) - {"en"}


@by_language
def test_every_message_is_translated(source: Path) -> None:
    """The catalogue holds what the program says today; `dev.py translate` brings it up to date."""
    said = {message.id for message in gathered(ROOT) if message.id}
    known = {message.id for message in messages(source)}

    assert sorted(map(str, said - known)) == []
    assert sorted(map(str, known - said)) == []
    assert [message.id for message in untranslated(catalogue(source))] == []
    assert [message.id for message in messages(source) if message.fuzzy] == []


@by_language
def test_nothing_was_left_in_english(source: Path) -> None:
    """Only what is listed here is the same in both languages."""
    left = {
        english
        for message in messages(source)
        for english, own in forms(message)
        if english == own and has_words(english)
    }

    assert left <= SAME


@by_language
def test_fields_are_kept(source: Path) -> None:
    """A translation shows everything that the sentence is about, and nothing else."""
    for message in messages(source):
        for english, own in forms(message):
            assert fields(own) == fields(english), english
            assert own.count("{{") == english.count("{{"), english


@by_language
def test_ends_and_blanks_are_kept(source: Path) -> None:
    """Sentences end like sentences, and what opens a window says so."""
    for message in messages(source):
        for english, own in forms(message):
            assert (own == own.strip()) == (english == english.strip()), english
            assert own.count("“") == own.count("”"), own
            for end in (".", "…", ":"):
                assert own.endswith(end) == english.endswith(end), own
            assert own.count("¿") == own.count("?"), own


@by_language
def test_letters_that_choose_are_kept(source: Path) -> None:
    """A line of a menu that is chosen by a letter is so in every language."""
    for message in messages(source):
        for english, own in forms(message):
            assert len(re.findall("&(?!&)", own)) == len(re.findall("&(?!&)", english)), own


def test_plurals_are_written_where_they_are_gathered() -> None:
    """Both forms stand in the call: through a name they would never reach the catalogues."""
    for path in sorted((ROOT / PACKAGE).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == PLURAL:
                assert all(isinstance(part, ast.Constant) for part in node.args[:2]), (
                    f"{path}: {node.lineno}"
                )


def test_messages_are_written_where_they_are_gathered() -> None:
    """No text is worded that a name holds, unless it was marked for the catalogues."""
    for path in sorted((ROOT / PACKAGE).rglob("*.py")):
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(function, ast.FunctionDef):
                plain = {
                    target.id
                    for node in ast.walk(function)
                    if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
                    for target in node.targets
                    if isinstance(target, ast.Name)
                }
                assert not plain & worded_names(function), f"{path}: {function.name}"


def worded_names(function: ast.FunctionDef) -> set[str]:
    """Return the names whose values are worded in a function."""
    return {
        node.args[0].id
        for node in ast.walk(function)
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", getattr(node.func, "attr", "")) in SINGLE
        and node.args
        and isinstance(node.args[0], ast.Name)
    }


def test_spanish_days_and_numbers() -> None:
    """They are written as in the Spanish of the United States, and read in that way."""
    words = words_for("es-MX", resources() / TRANSLATIONS)

    assert words.date(datetime.date(2026, 11, 21)) == "21 de noviembre de 2026"
    assert words.short_date(datetime.date(2026, 9, 21)) == "21 sep 2026"
    assert words.number(Decimal("1234.5"), 2) == "1,234.50"
    assert words.read_number("1,234.5") == Decimal("1234.5")
    assert words.read_month("nov") == words.read_month("Noviembre") == 11
    assert not words.month_comes_first()


def test_spanish_numbers_of_things() -> None:
    """One thing is one, none and many are many."""
    words = words_for("es", resources() / TRANSLATIONS)

    said = [words.plural("{number} word", "{number} words", number) for number in (0, 1, 2)]
    assert said == ["0 palabras", "1 palabra", "2 palabras"]
