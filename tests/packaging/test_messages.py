"""Messages are gathered from the code, and catalogues keep what was translated."""

from pathlib import Path

from babel.messages.catalog import Catalog
from development.messages import as_text, gathered, messages_in, untranslated, updated


def house(root: Path, source: str) -> Path:
    """Make a folder with a package of one module, and return it."""
    (root / "ladder_desktop").mkdir(exist_ok=True)
    (root / "ladder_desktop" / "one.py").write_text(source, encoding="utf-8")
    return root


def test_every_way_to_word_something_is_found() -> None:
    """Words, marked constants and plurals count, and texts for nobody don't."""
    source = (
        'A = N_("One")\nwords("Two " "{x}", x=1)\nself._words("Three")\nprint("no")\n'
        'add(words.plural("{number} row", "{number} rows", len(f(A))))\nwords(A)\n'
    )

    assert list(messages_in(source)) == [
        "One",
        "Two {x}",
        "Three",
        ("{number} row", "{number} rows"),
    ]


def test_a_catalogue_follows_the_code(tmp_path: Path) -> None:
    """New messages come in untranslated, old translations stay, and what is gone is gone."""
    catalogue = Catalog(locale="es", fuzzy=False)
    catalogue.add("Save", "Guardar")
    catalogue.add("Gone", "Ido")
    file = tmp_path / "es.po"
    file.write_bytes(as_text(catalogue))

    now = updated(file, gathered(house(tmp_path, 'words("Save")\nwords("Open")\n')))

    assert {message.id: message.string or "" for message in now if message.id} == {
        "Save": "Guardar",
        "Open": "",
    }
    assert [message.id for message in untranslated(now)] == ["Open"]
    assert b"Ido" not in as_text(now)


def test_a_message_that_became_a_plural_is_looked_at_again(tmp_path: Path) -> None:
    """The translation of one form is no translation of two."""
    catalogue = Catalog(locale="es", fuzzy=False)
    catalogue.add("{number} row", "{number} fila")
    file = tmp_path / "es.po"
    file.write_bytes(as_text(catalogue))

    source = 'words.plural("{number} row", "{number} rows", 2)\n'
    now = updated(file, gathered(house(tmp_path, source)))

    assert [message.id for message in untranslated(now)] == [("{number} row", "{number} rows")]
