"""Versions of an answer are compared word by word and row by row."""

import pytest

from ladder_desktop.workbook.comparing import Change, Run, compare, compare_texts

TEXTS = [
    ("", "", ""),
    ("", "new", "+new"),
    ("old", "", "-old"),
    ("one two three", "one 2 three", "=one |-two|+2|= three"),
    ("a b\nc d\n", "a b\nx\nc d\n", "=a b\n|+x\n|=c d\n"),
    ("end", "end.", "=end|+."),
    ("中文字", "中文", "-中文字|+中文"),
]


@pytest.mark.parametrize(("old", "new", "marked"), TEXTS)
def test_texts(old: str, new: str, marked: str) -> None:
    """What was added and removed is marked by words."""
    signs = {"same": "=", "added": "+", "removed": "-"}

    runs = compare_texts(old, new)

    assert "|".join(signs[run.kind] + run.text for run in runs) == marked


def test_both_texts_can_be_read_from_the_runs() -> None:
    """Nothing is left out: the runs hold the whole older and the whole newer text."""
    old = "".join(f"Sentence {n} of many, with é and 👩‍🏫. \n" for n in range(300))
    new = old.replace("many", "few").replace("Sentence 7 ", "")

    runs = compare_texts(old, new)

    assert "".join(run.text for run in runs if run.kind != "added") == old
    assert "".join(run.text for run in runs if run.kind != "removed") == new


def test_one_long_paragraph() -> None:
    """A change inside 50,000 words of one paragraph is found without waiting for it."""
    words = [f"word{n % 700}" for n in range(50_000)]
    old = " ".join(words)
    words[25_000] = "changed"

    runs = compare_texts(old, " ".join(words))

    assert [run.text for run in runs if run.kind == "added"] == ["changed"]


def test_groups_and_rows() -> None:
    """Changes say where they are; a row put in leaves the rows below it alone."""
    old = {"notes": "a", "have": False, "rows": [{"goal": "x"}, {"goal": "y"}]}
    new = {"notes": "a b", "have": True, "rows": [{"goal": "new"}, {"goal": "x"}, {"goal": "z"}]}

    changes = compare(old, new)

    assert changes == [
        Change(("notes",), "a", "a b", (Run("same", "a"), Run("added", " b"))),
        Change(("have",), False, True),
        Change(("rows", 0), None, {"goal": "new"}),
        Change(("rows", 2, "goal"), "y", "z", (Run("removed", "y"), Run("added", "z"))),
    ]
