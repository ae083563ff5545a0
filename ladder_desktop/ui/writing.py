"""The store's writer, as the session wants it; imported when the window is painted."""

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ladder_desktop.document.pictures import Picture
from ladder_desktop.errors import LadderError
from ladder_desktop.store.faults import DamagedError
from ladder_desktop.store.history import Mark
from ladder_desktop.store.rescue import Rescue
from ladder_desktop.store.writer import Changes, Writer
from ladder_desktop.workbook.details import Details
from ladder_desktop.workbook.workbook import Workbook


class Writing:
    """Hands what the session knows to the writer's thread."""

    def __init__(
        self,
        path: Path,
        on_saved: Callable[[datetime.datetime], None],
        on_trouble: Callable[[LadderError], None],
        last_commit: str | None,
        *,
        data: Path,
        rescue: tuple[Path, Callable[[], Workbook]],
    ) -> None:
        folder, whole = rescue
        self._writer = Writer(
            path,
            on_saved,
            on_trouble,
            data,
            last_commit=last_commit,
            rescue=Rescue(path, folder, whole),
        )

    def submit(
        self, answers: dict[str, Any], details: Details | None, pictures: dict[str, Picture]
    ) -> None:
        """Hand changes over."""
        self._writer.submit(Changes(answers, details, pictures))

    def flush(self, timeout: float) -> bool:
        """Wait until everything is committed."""
        return self._writer.flush(timeout)

    def close(self, timeout: float) -> bool:
        """Commit everything and let go of the file."""
        return self._writer.close(timeout)

    def abandon(self) -> None:
        """Stop trying."""
        self._writer.abandon()

    def mark(self, reason: str, title: str) -> None:
        """Keep a moment in the history."""
        self._writer.mark(Mark(reason, title))

    def replace(self, before: Workbook, after: Workbook, step: str) -> None:
        """Turn the whole workbook into another one."""
        self._writer.replace(before, after, step)

    def go_on(self, last_commit: str, theirs: Workbook, merged: Workbook) -> None:
        """Go on with the copy that lies in the file's place."""
        self._writer.go_on(last_commit, theirs, merged)

    def condemn(self, damage: DamagedError) -> None:
        """Write nothing more into a damaged file."""
        self._writer.condemn(damage)

    def known(self) -> frozenset[str]:
        """Return the ids of the moments in the history."""
        return self._writer.known
