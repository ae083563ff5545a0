"""Changes on their way into the file."""

from typing import NamedTuple

from ladder_desktop.store.history import Mark
from ladder_desktop.store.texts import Text, texts_of
from ladder_desktop.workbook.workbook import Workbook


class Batch(NamedTuple):
    """Texts to write, and the moment to keep once they are written.

    Attributes:
        texts: the newest of each name; None takes a text away.
        mark: closes the batch: what comes later belongs to the next one.
    """

    texts: dict[str, Text | None]
    mark: Mark | None = None


def merged(batches: list[Batch]) -> list[Batch]:
    """Return the batches with those joined that no moment parts; the newest text wins."""
    joined: list[Batch] = []
    for batch in batches:
        if joined and joined[-1].mark is None:
            batch = Batch(joined.pop().texts | batch.texts, batch.mark)  # noqa: PLW2901
        joined.append(batch)
    return joined


def differences(before: Workbook, after: Workbook) -> dict[str, Text | None]:
    """Return the texts that turn one workbook into the other."""
    old, new = ({text.name: text for text in texts_of(one)} for one in (before, after))
    changed: dict[str, Text | None] = {
        name: text for name, text in new.items() if old.get(name) != text
    }
    return changed | dict.fromkeys(old.keys() - new.keys())
