"""Lines, directions, pages and fonts by themselves."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladder_desktop.errors import ExportError
from ladder_desktop.export.columns import widths
from ladder_desktop.export.pdf import bidi, breaking
from ladder_desktop.export.pdf.embedding import Embedder
from ladder_desktop.export.pdf.font_files import computer_fonts, installed_fonts
from ladder_desktop.export.pdf.fonts import FontBook, _usable
from ladder_desktop.export.pdf.lines import break_lines
from ladder_desktop.export.pdf.missing import missing_characters
from ladder_desktop.export.pdf.shaping import Run, Typesetter
from tests.export.pdf.paper import answer, document


@pytest.fixture(scope="module")
def typesetter() -> Typesetter:
    """Return a typesetter with the fonts that came with the program."""
    return Typesetter(FontBook("en", with_computer=False), Embedder(), "en")


@pytest.mark.parametrize(
    ("token", "parts"),
    [
        ("well-known", ["well-", "known"]),
        ("-5", ["-5"]),
        ("and/or", ["and/", "or"]),
        ("1/2", ["1/2"]),
        ("中文，（好）。", ["中", "文，", "（好）。"]),
        ("カーッ", ["カーッ"]),
        ("กเข", ["ก", "เข"]),
        ("น้ำ", ["น้ำ"]),
        ("a\u00a0b", ["a\u00a0b"]),
        ("a\u200bb", ["a\u200b", "b"]),
        ("👩\u200d👧😀", ["👩\u200d👧", "😀"]),
        ("👍🏽", ["👍🏽"]),
    ],
)
def test_lines_break_where_each_script_allows(token: str, parts: list[str]) -> None:
    """Hyphens, ideographs, Thai clusters and emoji break; what belongs together does not."""
    assert breaking.parts(token) == parts


@given(st.text(min_size=1, max_size=400))
def test_chunks_are_short_and_whole(part: str) -> None:
    """A long word is cut into short pieces that make it up again."""
    chunks = breaking.chunks(part)

    assert "".join(chunks) == part
    assert all(0 < len(chunk) <= 64 for chunk in chunks)


@pytest.mark.parametrize(
    ("text", "base", "levels"),
    [
        ("abc", 0, None),
        ("a א", 0, [0, 0, 1]),
        ("א a", 1, [1, 1, 2]),
        ("א 12", 1, [1, 1, 2, 2]),
    ],
)
def test_levels_follow_the_standard(text: str, base: int, levels: list[int] | None) -> None:
    """Words get the level of their direction, numbers one above."""
    assert bidi.levels(text) == (base, levels)


@given(st.text())
def test_every_text_has_levels(text: str) -> None:
    """Unassigned code points, isolates and marks don't stop the algorithm."""
    text = text.replace("\n", "").encode("utf-8", "ignore").decode()

    _, levels = bidi.levels("א" + text)

    assert levels is not None
    assert len(levels) == len(text) + 1


@pytest.mark.parametrize(
    ("levels", "order"),
    [
        ([0, 0, 0], [0, 1, 2]),
        ([1, 1, 1], [2, 1, 0]),
        ([0, 1, 1, 0], [0, 2, 1, 3]),
        ([1, 2, 2, 1], [3, 1, 2, 0]),
        ([], []),
    ],
)
def test_runs_are_turned_round_for_the_eye(levels: list[int], order: list[int]) -> None:
    """Right-to-left runs are reversed, numbers in them not."""
    assert bidi.visual_order(levels) == order


@given(
    st.lists(st.text(alphabet="abc中文ก\u0301-", min_size=1, max_size=90), max_size=20),
    st.integers(20, 300),
)
def test_lines_hold_every_piece_and_none_is_too_wide(
    typesetter: Typesetter, words: list[str], width: int
) -> None:
    """Broken lines make up the text again, and fit."""
    text = " ".join(words)
    _, placed = typesetter.paragraph([Run(text)], 10.0)

    lines = break_lines(placed, float(width), typesetter)

    said = "".join(item.piece.text for line in lines for item in line.placed)
    assert said.replace(" ", "") == text.replace(" ", "")
    assert all(line.width <= width + 0.01 for line in lines)


def test_the_first_fonts_cover_what_is_promised() -> None:
    """The fonts that come with the program show the great scripts without the computer's."""
    book = FontBook("en", with_computer=False)

    for sign in "aéßЖΩאعकবதతกລខမአ中日한あカ☑★∑𝔸€":
        assert book.face_for(sign, bold=False, italic=False) is not None, sign


def test_bold_and_italic_are_faces_of_their_own() -> None:
    """The font has each look, and they differ."""
    book = FontBook("en", with_computer=False)

    names = {
        book.first_face(bold=bold, italic=italic).name
        for bold in (False, True)
        for italic in (False, True)
    }

    assert len(names) == 4


def test_missing_characters_are_named_beforehand() -> None:
    """Only signs that no font shows are listed, each once, joiners and accents not."""
    made = document(answer("a\u0378b\u0378 \U000e0fff c\u200d\u0301 \u202e 中"), title="\u0379")

    assert missing_characters(made) == ("\u0378", "\u0379", "\U000e0fff")


@pytest.mark.parametrize(
    ("shares", "least", "expected"),
    [
        ([1, 1], [10, 10], (50, 50)),
        ([1, 3], [10, 10], (25, 75)),
        ([1, 1], [80, 10], (80, 20)),
        ([1, 1, 2], [40, 10, 10], (40, 20, 40)),
        ([1, 1], [300, 100], (75, 25)),
    ],
)
def test_columns_hold_their_longest_words(
    shares: list[float], least: list[float], expected: tuple[float, ...]
) -> None:
    """A column has its share of the room, but first of all room for its words."""
    assert widths(shares, least, 100) == pytest.approx(expected)


@given(
    st.lists(st.tuples(st.floats(0.1, 9), st.floats(1, 400)), min_size=1, max_size=12),
    st.floats(100, 900),
)
def test_columns_fill_the_room(columns: list[tuple[float, float]], room: float) -> None:
    """Widths make up the room, whatever the shares."""
    found = widths([share for share, _ in columns], [need for _, need in columns], room)

    assert sum(found) == pytest.approx(room)
    assert all(width > 0 for width in found)


def test_a_font_of_the_computer_serves_for_what_the_programs_fonts_lack(tmp_path: Path) -> None:
    """Fonts in the computer's folders are taken if they can be embedded, broken ones passed by."""
    (tmp_path / "broken.ttf").write_bytes(b"no font at all")
    (tmp_path / "empty.otf").write_bytes(b"")

    usable = [path for path in tmp_path.iterdir() if _usable(path)]

    assert usable == []


def test_outlines_with_numbers_are_told_from_those_with_names() -> None:
    """The East Asian font has numbered glyphs; a font with TrueType outlines needs none."""
    files = list(installed_fonts("en"))
    east_asian = next(file for file in files if "CJK" in file.upright.name)

    assert _usable(east_asian.upright) is not None
    assert _usable(files[0].upright) is not None


@pytest.mark.parametrize(("language", "index"), [("ja", 0), ("ko-KR", 1), ("zh", 2), ("zh-TW", 3)])
def test_east_asian_shapes_follow_the_language(language: str, index: int) -> None:
    """Each language's readers get the shapes they expect."""
    chosen = next(file for file in installed_fonts(language) if "CJK" in file.upright.name)

    assert chosen.index == index


def test_an_accent_that_the_font_lacks_takes_no_room(typesetter: Typesetter) -> None:
    """A letter is drawn without what its font can't put on it, and copied with it."""
    _, plain = typesetter.paragraph([Run("中")], 10.0)
    _, marked = typesetter.paragraph([Run("中\U0001f3fd")], 10.0)

    assert marked[0].piece.text == "中\U0001f3fd"
    assert marked[0].piece.width == pytest.approx(plain[0].piece.width)


def test_without_any_font_there_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer without fonts, and a program that lost its own, get words instead of a crash."""
    monkeypatch.setattr("ladder_desktop.export.pdf.fonts.installed_fonts", lambda _: iter(()))

    with pytest.raises(ExportError, match="no font"):
        FontBook("en", with_computer=False)


def test_the_computers_fonts_do_where_the_programs_are_lost(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Paper comes out also when the program's own fonts are gone."""
    own = [file.upright for file in installed_fonts("en")]
    monkeypatch.setattr("ladder_desktop.export.pdf.fonts.installed_fonts", lambda _: iter(()))
    monkeypatch.setattr("ladder_desktop.export.pdf.fonts.computer_fonts", lambda: iter(own))

    book = FontBook("en")

    assert book.first_face(bold=False, italic=False).name.startswith("NotoSans")
    assert book.face_for("\u05d0", bold=False, italic=False) is not None


def test_emoji_fonts_of_the_computer_are_asked_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the program's fonts lack is mostly emoji."""
    for name in ("a.ttf", "NotoSansRunic.ttf", "seguiemj.ttf", "readme.txt", "Symbola_hint.ttf"):
        (tmp_path / name).touch()
    monkeypatch.setattr("ladder_desktop.export.pdf.font_files._font_folders", lambda: [tmp_path])

    names = [path.name for path in computer_fonts()]

    assert names == ["Symbola_hint.ttf", "seguiemj.ttf", "NotoSansRunic.ttf", "a.ttf"]
