"""Gathers what people read from the code, for the translators' catalogues.

`dev.py translate` runs this with the environment's Python, which has Babel. Every catalogue in
`resources/translations/` then holds every message, new ones without a translation, and none that
is gone.
"""

import ast
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

from development.house import this_house
from development.steps import say

PACKAGE = "ladder_desktop"
SINGLE = {"words", "_words", "N_"}  # what a message is given to
PLURAL = "plural"
WIDTH = 100


def main() -> None:
    """Bring every catalogue up to date, and tell what is left to translate."""
    house = this_house()
    for source in sorted(house.catalogues.glob("*/LC_MESSAGES/*.po")):
        catalogue = updated(source, gathered(house.root))
        source.write_bytes(as_text(catalogue))
        left = untranslated(catalogue)
        say(f"{house.shown(source)}: {len(left)} to translate")
        for message in left:
            say(f"  {message.id}")


def gathered(root: Path) -> Catalog:
    """Return all messages of the package, in the order of its files."""
    catalogue = Catalog(fuzzy=False)
    for path in sorted((root / PACKAGE).rglob("*.py")):
        place = path.relative_to(root).as_posix()
        for message in messages_in(path.read_text(encoding="utf-8")):
            catalogue.add(message, locations=[(place, 1)])
    return catalogue


def messages_in(source: str) -> Iterator[str | tuple[str, str]]:
    """Return the messages of a module, a pair of forms where it depends on a number."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    for call in sorted(calls, key=lambda node: (node.lineno, node.col_offset)):
        name = getattr(call.func, "id", getattr(call.func, "attr", ""))
        texts = [text for text in map(_text, call.args) if text]
        if name in SINGLE and texts:
            yield texts[0]
        elif name == PLURAL and len(texts) > 1:
            yield texts[0], texts[1]


def updated(source: Path, template: Catalog) -> Catalog:
    """Return a catalogue with the messages of the template, as far as it has them translated."""
    with source.open("rb") as file:
        catalogue = read_po(file)
    catalogue.update(template, no_fuzzy_matching=True, update_creation_date=False)
    catalogue.obsolete.clear()
    return catalogue


def untranslated(catalogue: Catalog) -> list[Message]:
    """Return the messages that have no translation, not in every form, or one to look at again."""
    said = (message for message in catalogue if message.id)
    return [message for message in said if message.fuzzy or not all(_forms(message))]


def as_text(catalogue: Catalog) -> bytes:
    """Return the text of a catalogue, which names files but no lines: those move every day."""
    text = io.BytesIO()
    write_po(text, catalogue, width=WIDTH, include_lineno=False, ignore_obsolete=True)
    return text.getvalue()


def _forms(message: Message) -> Sequence[object]:
    return message.string if isinstance(message.string, list | tuple) else [message.string]


def _text(part: ast.expr) -> str:
    if isinstance(part, ast.Constant) and isinstance(part.value, str):
        return part.value
    return ""


if __name__ == "__main__":
    main()
