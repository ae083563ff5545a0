"""Changes on their way into the file."""

from collections.abc import Mapping
from typing import NamedTuple

from ladder_desktop.document.pictures import Picture
from ladder_desktop.store.history import Mark
from ladder_desktop.store.texts import Text, texts_of
from ladder_desktop.workbook.workbook import Workbook


class Batch(NamedTuple):
    """Texts and pictures to write, and the moment to keep once they are written.

    Attributes:
        texts: the newest of each name; None takes a text away.
        mark: closes the batch: what comes later belongs to the next one.
        pictures: those that the texts name and the file may not have yet, by their ids.
    """

    texts: dict[str, Text | None]
    mark: Mark | None = None
    pictures: Mapping[str, Picture] = {}


def merged(batches: list[Batch]) -> list[Batch]:
    """Return the batches with those joined that no moment parts; the newest text wins."""
    joined: list[Batch] = []
    for batch in batches:
        if joined and joined[-1].mark is None:
            former = joined.pop()
            pictures = {**former.pictures, **batch.pictures}
            batch = Batch(former.texts | batch.texts, batch.mark, pictures)  # noqa: PLW2901
        joined.append(batch)
    return joined


def differences(before: Workbook, after: Workbook) -> Batch:
    """Return the texts that turn one workbook into the other, with the pictures they need."""
    old, new = ({text.name: text for text in texts_of(one)} for one in (before, after))
    changed: dict[str, Text | None] = {
        name: text for name, text in new.items() if old.get(name) != text
    }
    changed |= dict.fromkeys(old.keys() - new.keys())
    missing = [one for one in after.named_pictures() if one not in before.pictures]
    pictures = {one: found for one in missing if (found := after.pictures.get(one))}
    return Batch(changed, pictures=pictures)
