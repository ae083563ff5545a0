"""Measures the search over all workbooks: how long filling the index takes, and each question."""

import random
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import msgspec

from ladder_desktop.paths import resources
from ladder_desktop.store.index import Index
from ladder_desktop.store.indexing import Indexer
from ladder_desktop.store.searching import search
from ladder_desktop.words import words_for
from ladder_desktop.workbook.workbook import Workbook
from tests.bench.sample import make, usual

WORKBOOKS = 2000
DIFFERENT = 100  # of them; the others are copies, which an index does not know
WORDS = 8000  # that people use, the first ones most
LETTERS = "etaoinshrdlcumwfgypbvk"
TIMES = 5  # that each question is asked

Row = tuple[str, str, str]


def rows(folder: Path) -> Iterator[Row]:
    """Yield how long it takes to fill an index and to ask it."""
    chance = random.Random(1)  # the same words in each run
    vocabulary = _vocabulary(chance)
    files = _workbooks(folder, vocabulary, chance)
    index = Index(folder)
    indexer = Indexer(index, words_for("en", resources() / "translations"), lambda: True)
    start = time.perf_counter()
    indexer.refresh(files)
    took, size = time.perf_counter() - start, index.path.stat().st_size / 1e6
    yield f"index of {WORKBOOKS:,} workbooks, filled", f"{took:.1f} s, {size:.0f} MB", ""
    start = time.perf_counter()
    indexer.refresh(files)
    yield "the same, when nothing changed", f"{(time.perf_counter() - start) * 1000:.0f} ms", ""
    asked = [_asked(index, typed) for typed in _questions(vocabulary)]
    shown = f"median {median(asked):.0f}, slowest {max(asked):.0f} ms"
    yield f"find over {WORKBOOKS:,} workbooks", shown, "< 100 ms"


def _vocabulary(chance: random.Random) -> list[str]:
    lengths = (chance.randint(2, 11) for _ in range(WORDS))
    return ["".join(chance.choices(LETTERS, k=length)) for length in lengths]


def _workbooks(folder: Path, vocabulary: list[str], chance: random.Random) -> list[Path]:
    files: list[Path] = []
    for number in range(WORKBOOKS):
        path = folder / f"{number}.ladder"
        if number < DIFFERENT:
            make(path, _written(usual(), vocabulary, chance))
        else:
            shutil.copyfile(files[number % DIFFERENT], path)
        files.append(path)
    return files


def _written(workbook: Workbook, vocabulary: list[str], chance: random.Random) -> Workbook:
    """Return a workbook with as many words in each answer, but others."""
    weights = [1 / place for place in range(1, len(vocabulary) + 1)]

    def anew(plain: object) -> object:
        match plain:
            case str() if " " in plain:
                return " ".join(chance.choices(vocabulary, weights, k=len(plain.split())))
            case dict():
                return {name: anew(value) for name, value in plain.items()}
            case list():
                return [anew(value) for value in plain]
        return plain

    for block_id, answer in msgspec.to_builtins(workbook.answers).items():
        workbook = workbook.with_answer(block_id, anew(answer))
    return workbook


def _questions(vocabulary: list[str]) -> Iterator[str]:
    """Yield what people type on the way to a word, frequent words and rare ones, and several."""
    for place in (0, 5, 50, 500, 5000):
        word = vocabulary[place]
        yield from (word[:length] for length in range(2, len(word) + 1))
    yield f"{vocabulary[0]} {vocabulary[1]}"
    yield f"{vocabulary[3]} {vocabulary[30]} {vocabulary[300]}"
    yield f'"{vocabulary[0]} {vocabulary[1]}"'
    yield "Career Growth"
    yield "nothing at all"


def _asked(index: Index, typed: str) -> float:
    took = []
    for _ in range(TIMES):
        start = time.perf_counter()
        search(index, typed)
        took.append((time.perf_counter() - start) * 1000)
    return median(took)
