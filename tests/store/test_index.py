"""The index of all workbooks: what is found, and what is forgotten."""

import contextlib
import os
import shutil
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from ladder_desktop.store.index import Index, SearchError
from ladder_desktop.store.indexing import Indexer
from ladder_desktop.store.making import create
from ladder_desktop.store.searching import FoundIn, search
from ladder_desktop.store.writer import Changes, Writer
from ladder_desktop.words import Words
from ladder_desktop.workbook.template import Template
from ladder_desktop.workbook.workbook import Workbook, new_workbook

MakeFile = Callable[..., Path]


@pytest.fixture
def index(tmp_path: Path) -> Index:
    """Return the index of a person who has none yet."""
    return Index(tmp_path / "data")


@pytest.fixture
def indexer(index: Index, words: Words) -> Indexer:
    """Return what fills it."""
    return Indexer(index, words, lambda: True)


@pytest.fixture
def make_file(tmp_path: Path, career_growth: Template) -> MakeFile:
    """Return what makes a workbook file with an answer, of a person."""

    def make(name: str, answer: str, person: str = "Maria Lopez") -> Path:
        path = tmp_path / f"{name}.ladder"
        path.unlink(missing_ok=True)
        create(path, written(career_growth, answer, person))
        return path

    return make


def written(template: Template, answer: str, person: str = "") -> Workbook:
    """Return a workbook with an answer to its first question."""
    workbook = new_workbook(template)
    details = msgspec.structs.replace(workbook.details, name=person)
    workbook = msgspec.structs.replace(workbook, details=details)
    return workbook.with_answer("job-satisfaction", answer)


def excerpts(found: list[FoundIn]) -> list[str]:
    """Return what is shown of every place."""
    return [hit.excerpt for one in found for hit in one.hits]


def marked(found: list[FoundIn]) -> list[str]:
    """Return the words that are marked in the first place."""
    hit = found[0].hits[0]
    return [hit.excerpt[start:end] for start, end in hit.marks]


@pytest.mark.parametrize(
    ("answer", "typed", "expected"),
    [
        ("The Literacy committee met", "literacy", ["Literacy"]),
        ("The Literacy committee met", "lit comm", ["Literacy", "committee"]),
        ("The Literacy committee met", '"committee met"', ["committee met"]),
        ("Un café à Łódź", "CAFE lodz", ["café", "Łódź"]),
        ("Die Straße", "strasse", ["Straße"]),
        ("我们的学校会议很好", "学校", ["学校"]),
        ("我们的学校会议很好", "校会", ["校会"]),
        ("การประชุมครูที่โรงเรียน", "ประชุม", ["ประชุม"]),
        ("학교에서 만났다", "학교", ["학교에서"]),
        ("اجتماع المُعَلِّمين", "المعلمين", ["المُعَلِّمين"]),
        ("शिक्षक की बैठक", "शिक्षक", ["शिक्षक"]),
        ("we don’t know", "don't", ["don’t"]),
    ],
)
def test_words_are_found_in_every_script(
    make_file: MakeFile, indexer: Indexer, answer: str, typed: str, expected: list[str]
) -> None:
    """Capitals and accents make no difference, and scripts without blanks hold any part."""
    indexer.refresh([make_file("one", answer)])

    found = search(indexer.index, typed)

    assert marked(found) == expected
    assert found[0].name == "Maria Lopez"
    assert found[0].hits[0].section == "Reflection"
    assert found[0].hits[0].block == "job-satisfaction"


@pytest.mark.parametrize(
    "typed",
    ['"', '""', "*", "NEAR(a b)", "text:lit", "lit AND", "(lit", "^lit", "lit + -", "\0", "{x}:y",
     "' OR 1=1 --", "😀", "“", "a" * 5000, " ".join(["lit"] * 200)],
)  # fmt: skip
def test_whatever_is_typed_is_a_question(
    make_file: MakeFile, indexer: Indexer, index: Index, typed: str
) -> None:
    """Signs that mean something to the index are only signs, and all words have to be there."""
    indexer.refresh([make_file("one", "Literacy, text and lit")])

    found = search(index, typed)

    assert len(found) <= 1


def test_an_operator_is_a_word(make_file: MakeFile, indexer: Indexer, index: Index) -> None:
    """“not” is looked for like any other word."""
    indexer.refresh([make_file("one", "red, not blue"), make_file("two", "red")])

    found = search(index, "red NOT blue")

    assert excerpts(found) == ["red, not blue"]


def test_words_of_one_place_may_tell_whose_it_is(
    make_file: MakeFile, indexer: Indexer, index: Index
) -> None:
    """A name and a word of an answer lead to the answers of that person."""
    one = make_file("one", "literacy first", "Ana Ruiz")
    two = make_file("two", "literacy later", "Maria Lopez")
    indexer.refresh([one, two])

    assert excerpts(search(index, "ruiz literacy")) == ["literacy first"]
    assert [found.path for found in search(index, "lopez")] == [two]
    assert [len(found.hits) for found in search(index, "lopez")] == [1]


def test_what_the_template_says_comes_after_what_people_wrote(
    make_file: MakeFile, indexer: Indexer, index: Index
) -> None:
    """A word of a question leads to its answer, where no answer holds it."""
    indexer.refresh([make_file("one", "very much")])

    found = search(index, "satisfied")

    assert excerpts(found) == ["very much"]
    assert found[0].hits[0].marks == ()


def test_the_newest_workbook_comes_first(
    make_file: MakeFile, indexer: Indexer, index: Index
) -> None:
    """Workbooks stand in the order of their last save, in whatever order they were indexed."""
    first, second = make_file("b", "same words"), make_file("a", "same words")
    indexer.refresh([second, first])

    assert [found.path for found in search(index, "same words")] == [second, first]


def test_a_change_takes_the_place_of_what_was_there(
    make_file: MakeFile, indexer: Indexer, index: Index, tmp_path: Path
) -> None:
    """After a save the new words are found, and the old ones are not."""
    path = make_file("one", "old words")
    indexer.refresh([path])
    writer = Writer(path, lambda _moment: None, lambda _error: None, tmp_path / "data")
    writer.submit(Changes({"job-satisfaction": "fresh words"}))
    assert writer.close(5)

    indexer.refresh([path])

    assert search(index, "old") == []
    assert excerpts(search(index, "fresh")) == ["fresh words"]


def test_a_deleted_workbook_is_forgotten(
    make_file: MakeFile, indexer: Indexer, index: Index
) -> None:
    """Nothing of it stays in the index, not even between its lines."""
    path, other = make_file("one", "zebracadabra"), make_file("two", "otherwise")
    indexer.refresh([path, other])
    path.unlink()

    unrefreshed = search(index, "zebracadabra")
    indexer.refresh(indexer.known())
    indexer.tidy()

    assert unrefreshed == []
    assert indexer.known() == [other]
    assert b"zebra" not in index.path.read_bytes()
    assert b"otherwise" in index.path.read_bytes()


def test_a_moved_workbook_is_found_where_it_lies(
    make_file: MakeFile, indexer: Indexer, index: Index, tmp_path: Path
) -> None:
    """The old place is forgotten when the new one is told."""
    path = make_file("one", "wanderer")
    indexer.refresh([path])
    there = path.rename(tmp_path / "elsewhere.ladder")

    indexer.refresh([path, there])

    assert [found.path for found in search(index, "wanderer")] == [there]


def test_a_file_that_did_not_change_is_not_read_again(
    make_file: MakeFile, indexer: Indexer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Size and time of a file tell that it is known already."""
    path = make_file("one", "words")
    indexer.refresh([path])
    monkeypatch.setattr(
        "ladder_desktop.store.indexing.read", lambda path: pytest.fail(f"{path} was read")
    )

    indexer.refresh([path])

    assert indexer.known() == [path]


@pytest.mark.parametrize("junk", [b"", b"no workbook", b"SQLite format 3\0" + b"x" * 5000])
def test_strange_files_are_passed_over(
    make_file: MakeFile, indexer: Indexer, index: Index, tmp_path: Path, junk: bytes
) -> None:
    """A file that is no workbook changes nothing, and those after it are taken in."""
    strange = tmp_path / "strange.ladder"
    strange.write_bytes(junk)

    indexer.refresh([strange, tmp_path, tmp_path / "nothing.ladder", make_file("one", "words")])

    assert len(search(index, "words")) == 1


def test_a_damaged_workbook_is_not_found(
    make_file: MakeFile, indexer: Indexer, index: Index
) -> None:
    """What can't be trusted is not shown, until somebody mended it."""
    path = make_file("one", "words")
    indexer.refresh([path])
    with contextlib.closing(sqlite3.connect(path)) as conn:
        conn.execute("UPDATE texts SET crc = 1")
        conn.commit()

    indexer.refresh([path])

    assert search(index, "words") == []


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no such names")
def test_a_name_that_is_no_text_is_passed_over(
    make_file: MakeFile, indexer: Indexer, index: Index
) -> None:
    """A file name of arbitrary bytes stops nothing."""
    path = make_file("one", "words")
    odd = Path(os.fsdecode(os.fsencode(path.parent) + b"/\xff.ladder"))
    shutil.copyfile(path, odd)

    indexer.refresh([odd, path])

    assert [found.path for found in search(index, "words")] == [path]


@pytest.mark.parametrize("damage", ["cut", "junk", "empty", "other tables"])
def test_a_damaged_index_is_made_anew(
    make_file: MakeFile, indexer: Indexer, index: Index, damage: str
) -> None:
    """Whatever lies in its place, the next look fills it again."""
    path = make_file("one", "words " * 2000)
    indexer.refresh([path])
    whole = index.path.read_bytes()
    if damage == "other tables":
        index.drop()
        with contextlib.closing(sqlite3.connect(index.path)) as conn:
            conn.execute("CREATE TABLE workbooks (a)")
            conn.execute("CREATE VIEW found AS SELECT 1")
            conn.commit()
    else:
        shown = {"cut": whole[: len(whole) // 2], "junk": b"x" * 9000, "empty": b""}
        index.path.write_bytes(shown[damage])

    search(index, "words")
    indexer.refresh([path])

    assert len(search(index, "words")) == 1


def test_an_index_that_cannot_be_made_says_why(tmp_path: Path, words: Words) -> None:
    """A file in the place of the folder is no reason to stop, and is told in a sentence."""
    (tmp_path / "data").write_text("in the way")
    index = Index(tmp_path / "data")

    with pytest.raises(SearchError) as caught:
        search(index, "words")

    assert caught.value.worded(words).startswith("All workbooks can't be searched just now")


def test_two_windows_fill_one_index(make_file: MakeFile, index: Index, words: Words) -> None:
    """Both look through the same workbooks at once, and each is there once."""
    paths = [make_file(f"n{number}", f"shared {number}") for number in range(20)]
    both = [
        threading.Thread(target=Indexer(index, words, lambda: True).refresh, args=(paths,))
        for _ in range(2)
    ]

    for one in both:
        one.start()
    for one in both:
        one.join()

    assert sum(found.total for found in search(index, "shared")) == len(paths)


def test_an_ended_round_goes_on_another_time(
    make_file: MakeFile, index: Index, words: Words
) -> None:
    """What was looked at stays, and the rest comes with the next round."""
    paths = [make_file(f"n{number}", "words") for number in range(4)]
    turns = iter([True, False])

    Indexer(index, words, lambda: next(turns)).refresh(paths)
    known = len(search(index, "words"))
    Indexer(index, words, lambda: True).refresh(paths)

    assert known == 2
    assert len(search(index, "words")) == 4


def test_a_dropped_index_leaves_nothing(
    make_file: MakeFile, indexer: Indexer, index: Index
) -> None:
    """Switching it off takes the file away."""
    indexer.refresh([make_file("one", "words")])

    index.drop()

    assert list(index.path.parent.iterdir()) == []
    assert not index.exists()
