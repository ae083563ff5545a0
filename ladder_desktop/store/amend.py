"""Changes a workbook file in one go, for work without a window."""

import contextlib
from pathlib import Path

from ladder_desktop.errors import N_, WorkbookFileError
from ladder_desktop.store.batch import Batch, differences
from ladder_desktop.store.committer import Committer
from ladder_desktop.store.faults import DamagedError, ReplacedError
from ladder_desktop.store.file import Stored
from ladder_desktop.store.history import Mark, is_news
from ladder_desktop.store.lock import claim
from ladder_desktop.store.reading import look
from ladder_desktop.store.upgrade import is_older
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
        if lock := claim(path, data):
            stack.callback(lock.release)
        committer = Committer(path, before.last_commit, data)
        stack.callback(committer.leave)
        try:
            committer.commit([Batch({}, mark), changes])
        except (DamagedError, ReplacedError):
            raise
        except WorkbookFileError as error:
            raise _unchanged(error, path) from None
        committer.finish()


def keep_export(path: Path, before: Stored, data: Path) -> None:
    """Keep the moment of an export in the history where that is possible and news.

    An export only reads: it never fails for this, and brings no file of an earlier format up to
    date.

    Args:
        path: the workbook file.
        before: what was read from it and exported.
        data: the person's data folder, where locks are kept.
    """
    mark = Mark("export")
    with contextlib.suppress(WorkbookFileError):
        if not before.read_only and look(
            path, lambda conn: not is_older(conn) and is_news(conn, mark)
        ):
            amend(path, before, before.workbook, mark, data)


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
