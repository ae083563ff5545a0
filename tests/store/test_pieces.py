"""Texts are cut where their content says, so that versions share what they have in common."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladder_desktop.store.pieces import LONGEST, SHORTEST, cut, packed, unpacked


@given(st.binary(max_size=60_000))
def test_nothing_is_lost(data: bytes) -> None:
    """The pieces, packed and unpacked, make up the text again; none is too long."""
    pieces = list(cut(data))

    assert b"".join(unpacked(packed(piece)) for piece in pieces) == data
    assert all(0 < len(piece) <= LONGEST + SHORTEST for piece in pieces)


TEXTS = {
    "latin": "abcdefghijklmnopqrstuvwxyz     ",
    "cyrillic": "абвгдежзийклмнопрстуфхцчшщъыьэюя   ",
    "chinese": "".join(chr(0x4E00 + 7 * step) for step in range(600)),
}


@pytest.mark.parametrize("letters", TEXTS.values(), ids=TEXTS)
def test_a_word_put_in_changes_few_pieces(letters: str) -> None:
    """Whatever the script, a word put in at the start leaves nearly all pieces as they were."""
    text = "".join(random.Random(1).choices(letters, k=100_000)).encode()

    before, after = set(cut(text)), set(cut(b"word " + text))

    assert len(before) > 10
    assert len(after - before) <= 2


def test_damaged_piece() -> None:
    """A damaged piece is told as such, and one that claims to be endless is cut short."""
    with pytest.raises(ValueError, match="Error"):
        unpacked(b"nonsense")

    assert len(unpacked(packed(b"x" * 10_000_000))) <= LONGEST + SHORTEST
