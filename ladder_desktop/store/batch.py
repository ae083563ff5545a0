"""Changes on their way into the file."""

from typing import NamedTuple

from ladder_desktop.store.history import Mark
from ladder_desktop.store.texts import Text


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
