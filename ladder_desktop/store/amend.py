"""Changes a workbook file in one go, for work without a window."""

import contextlib
from pathlib import Path

from ladder_desktop.errors import N_, WorkbookFileError
from ladder_desktop.store import lock
from ladder_desktop.store.batch import Batch, differences
from ladder_desktop.store.committer import Committer
from ladder_desktop.store.faults import DamagedError, ReplacedError
from ladder_desktop.store.file import Stored
from ladder_desktop.store.history import Mark
from ladder_desktop.workbook.workbook import Workbook


def amend(path: Path, before: Stored, after: Workbook, mark: Mark, data: Path) -> None:
    """Put a workbook's values into its file, all or none; the former ones stay in its history.

    Args:
        path: the workbook file.
        before: what was read from it, so that nothing newer is lost.
        after: the workbook as it is to be.
        mark: the moment to keep in the history before the change.
        data: the person's data folder, where locks are kept.

    Raises:
        TakenError: the file is open in a window.
        WorkbookFileError: nothing was changed; the message says why.
    """
    changes = differences(before.workbook, after)
    with contextlib.ExitStack() as stack:
        stack.callback(lock.take(path, data).release)
        committer = Committer(path, before.last_commit, data)
        stack.callback(committer.disconnect)
        try:
            committer.commit([Batch({}, mark), changes])
        except (DamagedError, ReplacedError):
            raise
        except WorkbookFileError as error:
            raise _unchanged(error, path) from None
        committer.finish()


def _unchanged(error: WorkbookFileError, path: Path) -> WorkbookFileError:
    """Return why nothing was changed: what a window says of trying again is not true here."""
    reason = error.arguments.get("reason")
    if reason is None:
        return error
    return WorkbookFileError(
        N_("“{file}” can't be changed: {reason} It was left as it is."),
        file=path.name,
        reason=reason,
    )
