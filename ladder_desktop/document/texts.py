"""Every text of a document, for checks that look at all of them."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from ladder_desktop.document.nodes import Document, Place


def every_text(document: Document) -> Iterator[str]:
    """Yield each text that stands in the document, ids among them, those of places not."""
    stack: list[object] = [document]
    while stack:
        found = stack.pop()
        if isinstance(found, str):
            yield found
        elif isinstance(found, tuple):
            stack += found
        elif is_dataclass(found) and not isinstance(found, Place):
            stack += [getattr(found, field.name) for field in fields(found)]
