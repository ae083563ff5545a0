"""Reports of bugs, without a word of what anybody wrote."""

import datetime
import platform
import traceback
from pathlib import Path
from types import TracebackType

REPORTS = "reports"
MOST_KEPT = 20


def report(error: BaseException, version: str) -> str:
    """Return what a developer needs to know of a bug.

    It names places in the program and the types of errors alone: an error's message may quote
    an answer, and the folder of the program the person's name.
    """
    lines = [
        f"Ladder Desktop {version}",
        f"Python {platform.python_version()}, {platform.system()} {platform.release()}",
        f"{datetime.datetime.now(datetime.UTC):%Y-%m-%d %H:%M} UTC",
    ]
    seen: set[int] = set()
    waiting: BaseException | None = error
    while waiting is not None and id(waiting) not in seen:
        seen.add(id(waiting))
        lines += ["", type(waiting).__name__, *_places(waiting.__traceback__)]
        waiting = waiting.__cause__ or waiting.__context__
    return "\n".join(lines) + "\n"


def keep_report(text: str, data: Path) -> Path:
    """Put a report into the data folder, from where a person can send it; old ones go.

    Raises:
        OSError: the folder can't be written to.
    """
    folder = data / REPORTS
    folder.mkdir(parents=True, exist_ok=True)
    place = folder / f"{datetime.datetime.now(datetime.UTC):%Y%m%dT%H%M%S%f}.txt"
    place.write_text(text, encoding="utf-8")
    for old in sorted(folder.glob("*.txt"))[:-MOST_KEPT]:
        old.unlink(missing_ok=True)
    return place


def _places(trace: TracebackType | None) -> list[str]:
    """Return the frames of a traceback: file, line and function, without the source line."""
    return [
        f"  {'/'.join(Path(frame.filename).parts[-3:])}:{frame.lineno} in {frame.name}"
        for frame in traceback.extract_tb(trace)
    ]
