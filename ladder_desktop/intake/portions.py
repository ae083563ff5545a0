"""Parts what a document lists in one go, so that a page comes to it bit by bit."""

from collections.abc import Iterable, Iterator

import msgspec

from ladder_desktop.intake.proposal import ProposedBlock

MOST_ENTRIES = 50  # of a list: a page builds a block in one go


def in_portions(blocks: Iterable[ProposedBlock]) -> Iterator[ProposedBlock]:
    """Yield the blocks, long lists in portions under the same title."""
    for block in blocks:
        yield msgspec.structs.replace(block, entries=block.entries[:MOST_ENTRIES])
        for start in range(MOST_ENTRIES, len(block.entries), MOST_ENTRIES):
            entries = block.entries[start : start + MOST_ENTRIES]
            yield msgspec.structs.replace(block, entries=entries, guidance="")


def asked_in(block: ProposedBlock) -> int:
    """Return how many things a block asks to fill in."""
    inside = sum(len(entry.questions) + len(entry.evidence) for entry in block.entries)
    return max(1, len(block.entries) + inside, len(block.start))
