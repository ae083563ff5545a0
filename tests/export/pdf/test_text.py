"""What is typed comes out of the PDF again, in every script."""

import unicodedata
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ladder_desktop.export.pdf.font_files import computer_fonts
from ladder_desktop.export.pdf.fonts import FontBook
from ladder_desktop.export.pdf.missing import missing_characters
from ladder_desktop.export.pdf.options import PdfOptions
from ladder_desktop.export.pdf.writer import write
from ladder_desktop.words import Words
from tests.export.pdf.conftest import Printed
from tests.export.pdf.paper import answer, document, table, text_of, words_of
from tests.reading_back import text_of as text_by_pdfium

SCRIPTS = {
    "Arabic": "السلام عليكم يا عالم",
    "Arabic with vowels": "مُحَمَّد كَتَبَ الكِتاب",
    "Hebrew": "שלום עולם",
    "Hebrew with points": "שָׁלוֹם",
    "Hindi": "हिन्दी में कि क्षेत्र ज्ञान प्रार्थना राष्ट्र",
    "Bengali": "বাংলা ভাষা কি",
    "Tamil": "தமிழ் மொழி கொண்டு",
    "Telugu": "తెలుగు భాష క్షేమం",
    "Thai": "สวัสดีชาวโลก ภาษาไทยไม่มีการเว้นวรรค น้ำ",
    "Lao": "ພາສາລາວ",
    "Khmer": "ភាសាខ្មែរ",
    "Burmese": "မြန်မာဘာသာ",
    "Amharic": "አማርኛ ቋንቋ",
    "Chinese": "中文测试，没有空格。",
    "Japanese": "日本語のテキスト、カタカナ。",
    "Korean": "한국어 텍스트입니다",
    "Vietnamese": "Tiếng Việt có dấu thanh điệu",
    "decomposed": unicodedata.normalize("NFD", "Tiếng Việt"),
    "Russian": "Русский текст",
    "Greek": "Ελληνικά",
    "ligatures": "office affine ﬁ ffl",
    "mathematics": "∑ ∫ 𝔸 ≤ √2 → ∞",
    "same shape": "⼀一 ⽅方 ΑA АA",
    "symbols": "done ☑ open ☐ star ★",
}


@pytest.mark.parametrize("text", SCRIPTS.values(), ids=SCRIPTS.keys())
def test_text_is_copied_out_unchanged(printed: Printed, text: str) -> None:
    """Poppler and PDFium both find the text as it was typed."""
    path = printed(document(answer(text)))

    assert text in " ".join(words_of(path))
    composed = unicodedata.normalize("NFC", " ".join(text_by_pdfium(path).split()))
    # PDFium writes compatibility characters as the ordinary ones.
    wanted = unicodedata.normalize("NFC", text)
    assert wanted in composed or unicodedata.normalize("NFKC", wanted) in unicodedata.normalize(
        "NFKC", composed
    )


@pytest.mark.parametrize(
    "text",
    [
        "Text with שלום in it",
        "مرحبا with English 123 داخل",
        "a \u202eb\u202c c",
        "\u2067isolate\u2069 after",
        "\u200fmark",
    ],
)
def test_mixed_directions_keep_every_word(printed: Printed, text: str) -> None:
    """Words of both directions on one line are all there, each the right way round."""
    path = printed(document(answer(text)))

    wanted = Counter(_letters_only(text).split())
    found = Counter(_letters_only(text_of(path, "-raw")).split())

    assert wanted <= found


def _letters_only(text: str) -> str:
    return "".join(sign if sign.isalnum() else " " for sign in text)


def test_a_sign_that_no_font_has_is_shown_by_its_number_and_copied_as_itself(
    printed: Printed,
) -> None:
    """The page shows ``[U+0378]``; what is copied is the sign that was typed."""
    path = printed(document(answer("before \u0378 after")))

    assert "\u0378" in text_of(path, "-raw")
    assert b"[U+" not in path.read_bytes()


@pytest.mark.parametrize(
    "text",
    [
        "<b>bold</b> &amp; <img src='/etc/passwd'/>",
        "<para><link href='javascript:alert(1)'>x</link>",
        "\\textbf{x} $x^2$ %s {0} {name}",
        "(unbalanced ) \\( \\) <dead>",
        "/Name << >> stream endstream endobj",
    ],
)
def test_markup_is_printed_as_typed(printed: Printed, text: str) -> None:
    """Nothing that people type is read as markup, a template or PDF."""
    assert text in " ".join(words_of(printed(document(answer(text), title=text))))


def test_only_harmless_addresses_become_links(printed: Printed) -> None:
    """A link leads to http, https or mailto, never to a script or a file."""
    path = printed(
        document(
            answer(
                "[a](javascript:alert(1)) [b](file:///etc/passwd) javascript:x\n"
                "[c](https://example.org/ok) mailto:ada@example.org"
            )
        )
    )

    data = _uncompressed(path)

    assert b"https://example.org/ok" in data
    assert b"mailto:ada@example.org" in data
    assert b"(javascript" not in data
    assert b"(file:" not in data


def _uncompressed(path: Path) -> bytes:
    """Return the links' actions of a file, written out."""
    import pikepdf  # noqa: PLC0415 - only this claim looks inside

    with pikepdf.open(path) as pdf:
        actions = [
            note.A.unparse()
            for page in pdf.pages
            for note in page.get("/Annots", [])
            if "/A" in note
        ]
    return b"\n".join(actions)


def test_marks_are_set_and_not_printed(printed: Printed) -> None:
    """Bold and italic words lose their stars, list items get a bullet."""
    path = printed(document(answer("**bold** and *italic*\n- item\n2*3*4")))

    text = text_of(path)

    assert "bold and italic" in text
    assert "•" in text
    assert "2*3*4" in text
    assert "**" not in text


def test_indents_and_blank_lines_stay(printed: Printed) -> None:
    """Lines stay lines, and an indent stays an indent."""
    path = printed(document(answer("first\n\n    second")))

    lines = text_of(path, "-layout").splitlines()
    first = next(line for line in lines if "first" in line)
    second = next(line for line in lines if "second" in line)

    assert lines.index(second) - lines.index(first) >= 2
    assert second.index("second") > first.index("first")


_LETTERS = {
    "latin": "abcdefghijk\u00e9\u00fc\u1ea5",
    "greek": "αβγδε",
    "cyrillic": "абвгд",
    "hebrew": "אבגדה",
    "arabic": "بتثجحدرسش",
    "devanagari": "कखगघङ",
    "thai": "กขคงจ",
    "han": "一二三四五",
    "hangul": "가나다라마",
    "digits": "0123456789",
}
_WORDS = st.sampled_from(sorted(_LETTERS)).flatmap(
    lambda script: st.text(alphabet=_LETTERS[script], min_size=1, max_size=7)
)


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.lists(_WORDS, min_size=1, max_size=5), min_size=1, max_size=12))
def test_every_word_is_printed_exactly_once(
    tmp_path: Path, words: Words, lines: list[list[str]]
) -> None:
    """Words of all scripts, line by line, come out as often as they went in."""
    target = tmp_path / "words.pdf"
    text = "\n".join(" ".join(line) for line in lines)

    write(document(answer(text)), target, PdfOptions(), words)
    write(document(), tmp_path / "none.pdf", PdfOptions(), words)

    # As they stand in the content: by their places alone, single letters might be taken for one
    # word that is set wide.
    around = Counter(words_of(tmp_path / "none.pdf", "-raw")) + Counter(["Why?"])
    assert Counter(words_of(target, "-raw")) - around == Counter(text.split())


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(max_size=300), st.text(max_size=40))
def test_any_text_can_be_printed(tmp_path: Path, words: Words, text: str, title: str) -> None:
    """No text stops the export: controls, surrogates, unassigned code points, anything."""
    target = tmp_path / "any.pdf"

    write(document(answer(text), table([(text, text)]), title=title), target, PdfOptions(), words)

    assert target.read_bytes().startswith(b"%PDF-1.7")


def test_emoji_are_printed_and_copied_or_named(printed: Printed) -> None:
    """Each emoji is copied as it was typed; what no font shows is named before the export."""
    made = document(answer("😀 👍🏽 ❤️ 🎉 👨‍👩‍👧 🇺🇸 🥹 ☑ ★"))

    said = text_of(printed(made))

    signs = "😀👍🏽❤🎉👨👩👧🇺🇸🥹☑★"
    assert [sign for sign in signs if sign not in said] == []
    book = FontBook("en")
    lacking = {sign for sign in signs if not book.face_for(sign, bold=False, italic=False)}
    assert {sign for sign in missing_characters(made) if sign in signs} == lacking - {"🏽"}


@pytest.mark.skipif(
    not any("symbola" in path.name.lower() for path in computer_fonts()),
    reason="set-up finds no font with emoji for this system; what is done then is claimed above",
)
def test_an_emoji_font_is_used_where_there_is_one(printed: Printed) -> None:
    """With a font for emoji on the computer, the usual ones are outlines on the page."""
    made = document(answer("😀👍🎉"))

    assert missing_characters(made) == ()
    assert "😀👍🎉" in text_of(printed(made))
