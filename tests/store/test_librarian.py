"""The index is kept up to date, and asked, on threads."""

import queue
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ladder_desktop.store.index import SearchError
from ladder_desktop.store.librarian import Librarian
from ladder_desktop.store.making import create
from ladder_desktop.store.searching import FoundIn
from ladder_desktop.words import Words
from ladder_desktop.workbook.template import Template
from ladder_desktop.workbook.workbook import new_workbook

SOON = 20  # seconds
Answers = queue.Queue[tuple[str, list[FoundIn] | SearchError]]


@pytest.fixture
def answers() -> Answers:
    """Return where answers come."""
    return queue.Queue()


@pytest.fixture
def rounds() -> queue.Queue[int]:
    """Return where it is told that everything was looked through."""
    return queue.Queue()


@pytest.fixture
def librarian(
    tmp_path: Path, words: Words, answers: Answers, rounds: queue.Queue[int]
) -> Iterator[Librarian]:
    """Return a librarian of an empty index."""
    one = Librarian(
        tmp_path / "data", words, lambda typed, found: answers.put((typed, found)), rounds.put
    )
    yield one
    one.close(SOON)


@pytest.fixture
def make_file(tmp_path: Path, career_growth: Template) -> Callable[[str], Path]:
    """Return what makes a workbook with an answer of one word in the folder of workbooks."""

    def make(word: str) -> Path:
        path = tmp_path / "documents" / "deeper" / f"{word}.ladder"
        path.parent.mkdir(parents=True, exist_ok=True)
        create(path, new_workbook(career_growth).with_answer("job-satisfaction", word))
        return path

    return make


def found_for(typed: str, librarian: Librarian, answers: Answers) -> list[Path]:
    """Return the workbooks in which something is found."""
    librarian.ask(typed)
    while True:
        asked, found = answers.get(timeout=SOON)
        if asked == typed:
            assert not isinstance(found, SearchError)
            return [one.path for one in found]


def test_workbooks_in_the_folder_are_taken_in(
    librarian: Librarian,
    answers: Answers,
    rounds: queue.Queue[int],
    make_file: Callable[[str], Path],
    tmp_path: Path,
) -> None:
    """A round takes in the folder and what is listed, and forgets what is gone."""
    kept, gone = make_file("zebra"), make_file("giraffe")
    listed = make_file("marmot").rename(tmp_path / "listed.ladder")
    librarian.look_through([listed], tmp_path / "documents")
    first = rounds.get(timeout=SOON)
    gone.unlink()

    librarian.look_through([], tmp_path / "documents")

    assert (first, rounds.get(timeout=SOON)) == (3, 2)
    assert found_for("zebra", librarian, answers) == [kept]
    assert found_for("marmot", librarian, answers) == [listed]
    assert found_for("giraffe", librarian, answers) == []


def test_what_changed_is_taken_in_before_closing(
    librarian: Librarian, answers: Answers, make_file: Callable[[str], Path]
) -> None:
    """Closing waits for what was saved last."""
    path = make_file("last")
    librarian.take_in(path)

    librarian.close(SOON)

    assert librarian.index.exists()
    assert found_for("last", librarian, answers) == [path]


def test_only_the_newest_question_is_answered(
    librarian: Librarian, answers: Answers, make_file: Callable[[str], Path]
) -> None:
    """Whoever types on is not kept waiting by what was typed before."""
    path = make_file("literacy")
    librarian.take_in(path)
    librarian.close(SOON)

    for length in range(1, 9):
        librarian.ask("literacy"[:length])
    last = None
    while last != "literacy":
        last, found = answers.get(timeout=SOON)

    assert not isinstance(found, SearchError)
    assert [one.path for one in found] == [path]
    assert answers.empty()


def test_no_thread_stays(librarian: Librarian, make_file: Callable[[str], Path]) -> None:
    """When there is nothing to do, there is nobody to do it."""
    librarian.take_in(make_file("word"))
    librarian.ask("word")

    librarian.close(SOON)

    names = {thread.name for thread in threading.enumerate()}
    assert names.isdisjoint({"indexing", "searching"})


def test_nobody_is_told_after_closing(
    librarian: Librarian,
    rounds: queue.Queue[int],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A folder on a slow disk is given up: whoever would have heard of it may be gone."""
    begun, slow = threading.Event(), threading.Event()

    def files(folder: Path, _patience: float) -> Iterator[Path]:
        begun.set()
        assert slow.wait(SOON)
        yield folder / "one.ladder"

    monkeypatch.setattr("ladder_desktop.store.librarian.workbook_files", files)
    librarian.look_through([], tmp_path)
    assert begun.wait(SOON)
    looking = next(one for one in threading.enumerate() if one.name == "indexing")

    librarian.close(0)
    slow.set()
    looking.join(SOON)

    assert not looking.is_alive()
    assert rounds.empty()


def test_a_dropped_index_is_gone(
    librarian: Librarian, answers: Answers, make_file: Callable[[str], Path]
) -> None:
    """Nothing is found any more, and the file is deleted."""
    librarian.take_in(make_file("word"))

    librarian.drop()

    assert not librarian.index.exists()
