"""A person's own words are kept in a plain file, and survive whatever else lies there."""

from pathlib import Path

import pytest

from ladder_desktop.spelling.own_words import MOST_BYTES, OwnWords


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return where the words are kept, in a folder that nobody made yet."""
    return tmp_path / "data" / "dictionary.txt"


def test_words_are_kept_one_on_a_line(file: Path) -> None:
    """The file is one that people can read and change."""
    own = OwnWords(file)

    own.add("Okonkwo")
    own.add("don’t")
    own.add("okonkwo")

    assert file.read_text(encoding="utf-8") == "Okonkwo\ndon't\n"


def test_words_survive_the_program(file: Path) -> None:
    """The next start knows them."""
    OwnWords(file).add("Okonkwo")
    own = OwnWords(file)

    assert own.refresh()
    assert "OKONKWO" in own
    assert not own.refresh()


def test_another_window_and_an_editor_are_heard(file: Path) -> None:
    """What somebody else put there counts, and nothing of theirs is lost."""
    own = OwnWords(file)
    own.add("first")
    file.write_text("\ufefffirst\r\n  second \nthird", encoding="utf-8")

    own.add("fourth")

    assert own.refresh() is False
    assert all(word in own for word in ("first", "second", "third", "fourth"))
    assert file.read_text(encoding="utf-8-sig").splitlines()[-2:] == ["third", "fourth"]


def test_a_word_can_be_taken_out(file: Path) -> None:
    """Only that word goes; what the program can't read stays in the file."""
    file.parent.mkdir()
    file.write_text("# my words\nOne\nTwo\n", encoding="utf-8")
    own = OwnWords(file)
    own.refresh()

    own.remove("one")

    assert "one" not in own
    assert file.read_text(encoding="utf-8") == "# my words\nTwo\n"


@pytest.mark.parametrize(
    "content",
    [
        b"\x00\xff\xfe\n\n\n",
        b"x" * (MOST_BYTES * 2),
        b"\n" * 100_000,
        b"(((((\n[[[\n%s%n\n",
        "word\x1b[31m\n\u202eword\n".encode(),
    ],
)
def test_a_hostile_file_does_no_harm(file: Path, content: bytes) -> None:
    """Whatever lies there, the words that are words count, and new ones are added."""
    file.parent.mkdir()
    file.write_bytes(content)
    own = OwnWords(file)

    own.refresh()
    own.add("Okonkwo")

    assert "okonkwo" in own
    assert "word" not in own


def test_words_that_cannot_be_kept_count_all_the_same(tmp_path: Path) -> None:
    """A folder that can't be written costs the words of no session."""
    (tmp_path / "data").write_text("a file where the folder should be")
    own = OwnWords(tmp_path / "data" / "dictionary.txt")

    own.add("Okonkwo")
    own.remove("other")

    assert "Okonkwo" in own


def test_words_follow_their_workbook(tmp_path: Path) -> None:
    """After a move the words are in the other file."""
    own = OwnWords(tmp_path / "one.txt")
    own.add("Okonkwo")

    own.move(tmp_path / "other.txt")
    own.add("Nsukka")

    assert (tmp_path / "other.txt").read_text() == "Okonkwo\nNsukka\n"
    assert not (tmp_path / "one.txt").exists()
