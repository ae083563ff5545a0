"""Writes changes into a workbook file without end and says what is saved; made to be killed.

``python -m tests.torture.child FILE FIRST [LAST]`` writes the changes from number FIRST on, into a
file that it makes where there is none (and says ``created 0``). With LAST it does so in two
sessions and comes to a clean end. It
says ``submitted N`` before it hands change N to the writer, and ``saved N`` when it is committed.
"""

import itertools
import os
import random
import sys
from collections.abc import Iterator
from pathlib import Path

from ladder_desktop.store import committer
from ladder_desktop.store.file import read
from ladder_desktop.store.history import Mark
from ladder_desktop.store.writer import Changes, Writer
from tests.torture.answers import answer, block_of, start_file

TOGETHER = (1, 1, 2, 3)  # changes that go into one commit


def say(what: str, number: int) -> None:
    """Say something in one system call, so that a kill can't cut it."""
    os.write(1, f"{what} {number}\n".encode())


def main() -> None:
    """Write until killed, or until the last change and a clean end."""
    path, first = Path(sys.argv[1]), int(sys.argv[2])
    committer.STEADY_TYPING = 0.005  # the history grows fast, to be in the way of the kills
    if not path.exists():
        start_file(path)
        say("created", 0)
    if len(sys.argv) == 3:
        session(path, itertools.count(first), first)
    last = int(sys.argv[3])
    middle = (first + last) // 2
    session(path, iter(range(first, middle)), first)
    session(path, iter(range(middle, last + 1)), middle)


def session(path: Path, numbers: Iterator[int], seed: int) -> None:
    """Write changes from opening to closing."""
    writer = Writer(
        path,
        lambda _: None,
        lambda trouble: sys.exit(str(trouble)),
        path.parent / "data",
        last_commit=read(path).last_commit,
    )
    chance = random.Random(seed)
    while batch := list(itertools.islice(numbers, chance.choice(TOGETHER))):
        for number in batch:
            say("submitted", number)
            writer.submit(Changes({block_of(number): answer(number)}))
        if chance.random() < 0.1:
            writer.mark(Mark("checkpoint", f"after {batch[-1]}"))
        if not writer.flush(60):
            sys.exit("not saved within a minute")
        say("saved", batch[-1])
    if not writer.close(60):
        sys.exit("not closed within a minute")
    say("closed", seed)


if __name__ == "__main__":
    main()
