"""The file that a start was asked for, read before there is a window."""

from pathlib import Path
from typing import NamedTuple

from ladder_desktop.errors import LadderError
from ladder_desktop.paths import Places
from ladder_desktop.store.claimed import Claimed, claim_and_read
from ladder_desktop.store.faults import TakenError
from ladder_desktop.store.lock import call_to_front


class Asked(NamedTuple):
    """The file that a start was asked for.

    Attributes:
        claimed: what it holds; None where none was asked for, or it can't be opened.
        refused: a file that can't be opened, and why.
        is_open: whether another window has it, which was called to the front.
    """

    claimed: Claimed | None = None
    refused: tuple[Path, LadderError] | None = None
    is_open: bool = False


def read_asked(files: list[str], places: Places) -> Asked:
    """Claim and read the file that was asked for.

    Args:
        files: at most one workbook file.
        places: where this person's files lie.
    """
    if not files:
        return Asked()
    path = Path(files[0])
    try:
        return Asked(claimed=claim_and_read(path, places.data))
    except TakenError:
        call_to_front(path, places.data)
        return Asked(is_open=True)
    except LadderError as error:
        return Asked(refused=(path, error))
