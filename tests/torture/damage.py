"""Damages workbook files in every way at hand, and opens them."""

import contextlib
import json
import random
import select
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from ladder_desktop.errors import LadderError
from ladder_desktop.store.amend import amend
from ladder_desktop.store.file import read
from ladder_desktop.store.history import Mark
from ladder_desktop.store.making import create
from ladder_desktop.store.past import answer_at, moments
from ladder_desktop.store.salvage import salvage
from ladder_desktop.store.texts import Text
from ladder_desktop.workbook.workbook import new_workbook
from tests.torture.answers import answer, template
from tests.torture.kills import ROOT

PAGE = 4096
LONGEST = 5.0  # seconds that a file may take
MOST_MEMORY = 500_000_000  # bytes
BLOCKS = 20

Damage = Callable[[Path, random.Random], None]


class DamageFigures(NamedTuple):
    """What a run over damaged files came to.

    Attributes:
        files: damaged files that were tried.
        opened: of these, those that opened all the same.
        refused: those that were refused with words.
        salvaged: those of the refused ones of which a new workbook could be made.
        slowest: seconds that the slowest file took.
        memory: bytes that the process held at most.
    """

    files: int
    opened: int
    refused: int
    salvaged: int
    slowest: float
    memory: int


class Tried(NamedTuple):
    """What came of opening one file.

    Attributes:
        words: with which it was refused; blank when it opened.
        salvaged: a new workbook could be made of it.
        seconds: of the processor that the slower of opening and salvaging took.
        memory: bytes that the process held at most so far.
    """

    words: str
    salvaged: bool
    seconds: float
    memory: int


def sound_file(path: Path) -> None:
    """Make a file of twenty answers with a history."""
    empty = new_workbook(template(BLOCKS))
    create(path, empty)
    workbook = empty
    for number in range(BLOCKS):
        workbook = workbook.with_answer(f"q{number}", answer(number + 1))
    for after in (workbook, workbook.with_answer("q3", "Last.")):
        amend(path, read(path), after, Mark("before", "fill"), path.parent / "data")


def _overwrite(path: Path, place: int, content: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(place)
        file.write(content)


def _flip(path: Path, chance: random.Random) -> None:
    content = bytearray(path.read_bytes())
    for _ in range(chance.choice((1, 1, 3, 50))):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    path.write_bytes(content)


def _flip_head(path: Path, chance: random.Random) -> None:
    _overwrite(path, chance.randrange(100), chance.randbytes(chance.choice((1, 2, 4))))


def _flip_structure(path: Path, chance: random.Random) -> None:
    """Change a byte among the first of a page, which say what is where on it."""
    page = chance.randrange(path.stat().st_size // PAGE)
    start = 100 if page == 0 else 0
    _overwrite(path, page * PAGE + start + chance.randrange(24), chance.randbytes(1))


def _cut(path: Path, chance: random.Random) -> None:
    size = path.stat().st_size
    shorter = chance.choice((chance.randrange(size), chance.randrange(size // PAGE) * PAGE))
    with path.open("r+b") as file:
        file.truncate(shorter)


def _lengthen(path: Path, chance: random.Random) -> None:
    with path.open("ab") as file:
        file.write(chance.randbytes(chance.choice((1, PAGE, 3 * PAGE))))


def _swap(path: Path, chance: random.Random) -> None:
    content = path.read_bytes()
    one, other = (chance.randrange(len(content) // PAGE) * PAGE for _ in range(2))
    _overwrite(path, one, content[other : other + PAGE])
    _overwrite(path, other, content[one : one + PAGE])


def _wipe(path: Path, chance: random.Random) -> None:
    page = chance.randrange(path.stat().st_size // PAGE)
    content = chance.choice((bytes(PAGE), b"\xff" * PAGE, chance.randbytes(PAGE)))
    _overwrite(path, page * PAGE, content)


def _noise(path: Path, chance: random.Random) -> None:
    path.write_bytes(chance.randbytes(chance.choice((0, 1, 99, 511, 512, 5000, 100_000))))


def _journal(path: Path, chance: random.Random) -> None:
    """Put a journal beside it that does not belong to it."""
    magic = bytes.fromhex("d9d505f920a163d7")
    content = chance.choice((b"", magic)) + chance.randbytes(chance.choice((20, 600, 20_000)))
    path.with_name(path.name + "-journal").write_bytes(content)
    if chance.random() < 0.5:
        _flip(path, chance)


HOSTILE = (
    "CREATE TRIGGER t AFTER UPDATE ON texts BEGIN DELETE FROM texts; END",
    "CREATE TRIGGER t AFTER INSERT ON entries BEGIN INSERT INTO entries SELECT * FROM entries; END",
    "CREATE VIEW more AS WITH RECURSIVE c(x) AS (SELECT 1 UNION SELECT x FROM c) SELECT * FROM c",
    "ALTER TABLE texts ADD COLUMN more AS (hex(zeroblob(900000000)))",
    "CREATE INDEX more ON texts (hex(text))",
    "CREATE VIRTUAL TABLE more USING fts5(a)",
    "CREATE TABLE more (a)",
    "DROP TABLE versions",
    "PRAGMA user_version = 77",
    "PRAGMA user_version = 0",
    "PRAGMA application_id = 1",
    "PRAGMA journal_mode = WAL",
    "PRAGMA auto_vacuum = 1",
    "DELETE FROM texts WHERE name = '/template'",
    "UPDATE state SET changed = 'yesterday', owner = '[[[['",
    "UPDATE entries SET made = 'never'",
    "UPDATE entries SET made = 17, title = x'ff'",
    "UPDATE versions SET pieces = 5",
    "UPDATE pieces SET packed = zeroblob(100000)",
    "UPDATE texts SET text = CAST(zeroblob(40000000) AS TEXT) WHERE name = 'q1'",
    "UPDATE texts SET text = x'ff', crc = 'x'",
    "UPDATE texts SET name = x'ff00' WHERE name = 'q1'",
    "UPDATE texts SET text = CAST(zeroblob(30000000) AS TEXT)",
)


def _schema(path: Path, chance: random.Random) -> None:
    with contextlib.closing(sqlite3.connect(path)) as conn:
        conn.execute(chance.choice(HOSTILE)).fetchall()
        conn.commit()


TRAPS = (
    lambda: "[" * 1_000_000 + "]" * 1_000_000,
    lambda: '{"a":' * 500_000 + "1" + "}" * 500_000,
    lambda: "[" + "{}," * 4_000_000 + "{}]",
    lambda: '"' + "[" * 10_000_000 + '"',
    lambda: '{"/": ' + '"' + "x" * 20_000_000 + '"}',
    lambda: "1e999999999",
    lambda: "9" * 4_000_000,
    lambda: '"\\ud800"',
    lambda: "{" + ",".join(f'"{n}":"{n}"' for n in range(300_000)) + "}",
)
TOML_TRAPS = (
    lambda: "a = " + "[" * 100_000,
    lambda: ".".join(["a"] * 100_000) + " = 1",
    lambda: "".join(f"[t{n}]\n" for n in range(200_000)),
    lambda: "a = '''" + "x" * 3_000_000,
    lambda: "[[a]]\n" * 100_000,
)


def _trap(path: Path, chance: random.Random) -> None:
    """Store JSON, or a template, that is made to fill the memory or to take for ever."""
    if chance.random() < 0.7:
        name = chance.choice(("q1", "/details", "/identity", "/no-longer-asked/x", "/template"))
        text = Text(name, chance.choice(TRAPS)())
    else:
        text = Text("/template", json.dumps(chance.choice(TOML_TRAPS)()))
    with contextlib.closing(sqlite3.connect(path)) as conn:
        row = (text.name, text.json, text.crc)
        conn.execute("INSERT OR REPLACE INTO texts VALUES (?, ?, ?)", row)
        conn.commit()


DAMAGES: tuple[Damage, ...] = (
    _flip,
    _flip,
    _flip_head,
    _flip_structure,
    _flip_structure,
    _cut,
    _lengthen,
    _swap,
    _wipe,
    _noise,
    _journal,
    _schema,
    _trap,
)


def run_damages(files: int, folder: Path, seed: int = 1) -> DamageFigures:
    """Damage so many files, and have a process of its own open each of them."""
    sound = folder / "sound.ladder"
    sound_file(sound)
    opened = refused = salvaged = memory = 0
    slowest = 0.0
    opener = _Opener()
    for number in range(files):
        path = folder / "damaged.ladder"
        path.unlink(missing_ok=True)
        path.with_name(path.name + "-journal").unlink(missing_ok=True)
        shutil.copyfile(sound, path)
        damage = DAMAGES[number % len(DAMAGES)]
        damage(path, random.Random(f"{seed} {number}"))
        before = _contents(folder)
        tried = opener.open(path)
        about = f"file {number} of seed {seed}, {damage.__name__}: {tried}"
        assert _contents(folder) == before, f"it was changed: {about}"
        assert tried.seconds < LONGEST, about
        assert tried.memory < MOST_MEMORY, about
        opened += not tried.words
        refused += bool(tried.words)
        salvaged += tried.salvaged
        slowest, memory = max(slowest, tried.seconds), max(memory, tried.memory)
    opener.close()
    assert opened + refused == files
    return DamageFigures(files, opened, refused, salvaged, slowest, memory)


def _contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("damaged*")}


class _Opener:
    """A process that opens files, so that a crash or a hang of it can be seen."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.torture.damage"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            bufsize=1,
        )

    def open(self, path: Path) -> Tried:
        """Have a file opened, and return what came of it."""
        process = self._process
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(f"{path}\n")
        ready, _, _ = select.select([process.stdout], [], [], 60)
        line = process.stdout.readline() if ready else ""
        if not line:
            process.kill()
            kept = shutil.copyfile(path, path.with_name("killer.ladder"))
            raise AssertionError(f"it hung or crashed on {kept}: {process.wait()}")
        return Tried(*json.loads(line))

    def close(self) -> None:
        """End the process."""
        self._process.communicate()


def _try(path: Path) -> Tried:
    """Open a file in every way the program has, and tell what came of it."""
    start = time.process_time()
    words = _words_of_refusal(path)
    middle = time.process_time()
    salvaged = bool(words) and path.is_file() and _is_salvaged(path)
    seconds = max(middle - start, time.process_time() - middle)
    return Tried(words, salvaged, seconds, _most_memory())


def _most_memory() -> int:
    """Return the bytes that this process held at most.

    `resource.getrusage` would count what the process held that started this one.
    """
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split(maxsplit=1)[0]) * 1024


def _words_of_refusal(path: Path) -> str:
    try:
        read(path)
        read(path, thoroughly=True)
        for moment in moments(path)[:1]:
            answer_at(path, moment.id, "q1")
    except LadderError as error:
        return str(error)
    return ""


def _is_salvaged(path: Path) -> bool:
    target = path.with_name("salvaged.ladder")
    try:
        salvage(path, target)
        read(target)
    except LadderError:
        return False
    finally:
        target.unlink(missing_ok=True)
    return True


def main() -> None:
    """Open the files whose names come in, and say what came of each."""
    for line in sys.stdin:
        print(json.dumps(_try(Path(line.rstrip("\n")))), flush=True)  # noqa: T201 - it talks so


if __name__ == "__main__":
    main()
