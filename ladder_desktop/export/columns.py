"""How wide the columns of a table are."""

from collections.abc import Sequence


def widths(shares: Sequence[float], least: Sequence[float], room: float) -> tuple[float, ...]:
    """Return each column's width: its share of the room, but no less than its longest word.

    Columns that would be too narrow get what they need from those that have more to spare. Where
    there is no room for all words, the widths go by need.
    """
    if sum(least) >= room:
        return tuple(need * room / sum(least) for need in least)
    fixed: dict[int, float] = {}
    while True:
        free = room - sum(fixed.values())
        total = sum(share for index, share in enumerate(shares) if index not in fixed)
        tight = {
            index: need
            for index, (share, need) in enumerate(zip(shares, least, strict=True))
            if index not in fixed and free * share / total < need
        }
        if not tight:
            return tuple(
                fixed.get(index, free * share / total) for index, share in enumerate(shares)
            )
        fixed |= tight
