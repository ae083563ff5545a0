"""Workbooks of any content: Hypothesis draws the template, what is written, and how it is printed.

Each text that is written is made of words that occur only once, in a script that is drawn.
"""

import json
from collections.abc import Iterator
from itertools import count
from typing import Any

from hypothesis import strategies as st

from ladder_desktop.export.options import ExportOptions
from ladder_desktop.workbook.template import read_template
from ladder_desktop.workbook.workbook import Workbook
from tests.filling import fill

# A sign that begins a word, then those that its number is written with. Those of the second
# group may be parted by lines: such a word is found again when blanks are taken out.
SPACED = {
    "latin": "zabcdefgh",
    "accents": "ÿéüñßøåçõ",
    "vietnamese": "ệấồữỷẵẩặố",
    "greek": "ωαβγδεζηθ",
    "cyrillic": "яабвгдежз",
    "hebrew": "תאבגדהוזח",
    "arabic": "يبتثجحدرس",
    "devanagari": "हकखगघङचछज",
    "bengali": "হকখগঘঙচছজ",
    "tamil": "ஹகஙசஞடணதந",
    "ethiopic": "ፐሀለሐመሠረሰሸ",
    "figures": "912345678",
}
UNSPACED = {
    "han": "龍一丁七万丈三上下",
    "kana": "んあいうえおかきく",
    "hangul": "힣가나다라마바사아",
    "thai": "ฮกขคงจฉชซ",
    "emoji": "😀🌍🌑🌒🌓🌔🌕🌖🌗",
}
SCRIPTS = SPACED | UNSPACED
_DIGITS = 5

_KINDS = ["prompt", "rubric", "table", "checklist", "resources", "reading", "survey"]
_COLUMNS = ["text", "long", "person", "integer", "money", "percent", "date"]


class Pen:
    """Writes words that occur once in a workbook.

    Attributes:
        written: the words so far.
    """

    def __init__(self, draw: st.DrawFn) -> None:
        self.written: list[str] = []
        self._draw = draw
        self._number = count(1)

    def say(self, most: int) -> str:
        """Return at most so many words, on one line or on many."""
        script = SCRIPTS[self._draw(st.sampled_from(sorted(SCRIPTS)))]
        words = [self._word(script) for _ in range(self._draw(st.integers(1, most)))]
        self.written += words
        return self._draw(st.sampled_from([" ", " ", "\n"])).join(words)

    def title(self) -> str:
        """Return a text for the template, from any script; it may occur again."""
        script = SCRIPTS[self._draw(st.sampled_from(sorted(SCRIPTS)))]
        return f"T{self._draw(st.integers(10, 99))} {script[2:5]}"

    def _word(self, script: str) -> str:
        first, signs = script[0], script[1:]
        number, letters = next(self._number), ""
        for _ in range(_DIGITS):
            number, digit = divmod(number, len(signs))
            letters += signs[digit]
        return first + letters


@st.composite
def workbooks(draw: st.DrawFn) -> tuple[Workbook, list[str]]:
    """Return a filled workbook of any kinds, and the words that were written into it."""
    pen = Pen(draw)
    language = draw(st.sampled_from(["en", "es", "ar", "he", "ja", "zh-Hant"]))
    lines = [
        'format = "ladder-template"',
        'id = "made"',
        "version = 1",
        f"title = {_quoted(pen.title())}",
        f'language = "{language}"',
    ]
    numbers = count(1)
    for section in range(draw(st.integers(1, 3))):
        lines += ["[[sections]]", f'id = "s{section}"', f"title = {_quoted(pen.title())}"]
        for kind in draw(st.lists(st.sampled_from(_KINDS), min_size=1, max_size=3)):
            lines.append("[[sections.blocks]]")
            block = _block(kind, f"b{next(numbers)}", pen, draw)
            lines += [f"{key} = {_quoted(value)}" for key, value in block.items()]
    template = read_template("\n".join(lines), "made")
    return fill(template, pen.say, rows=draw(st.integers(0, 9))), pen.written


def options() -> st.SearchStrategy[ExportOptions]:
    """Return any way to print a workbook that a PDF knows."""
    return st.builds(
        ExportOptions,
        preset=st.sampled_from(["full", "answers", "summary", "blank"]),
        paper=st.sampled_from(["letter", "a4"]),
        without_unanswered=st.booleans(),
        large=st.booleans(),
        grey=st.booleans(),
        mirrored=st.booleans(),
        carry=st.booleans(),
        form=st.booleans(),
    )


def _block(kind: str, name: str, pen: Pen, draw: st.DrawFn) -> dict[str, Any]:
    asked = "question" if kind == "prompt" else "title"
    block: dict[str, Any] = {"kind": kind, "id": name}
    if kind != "rubric":
        block[asked] = pen.title()
    if draw(st.booleans()):
        block["guidance"] = pen.title()
    if draw(st.booleans()):
        block["in_summary"] = True
    some = draw(st.integers(1, 4))
    match kind:
        case "rubric":
            block["levels"] = [
                {"value": value, "label": f"L{value}", "meaning": pen.title()}
                for value in (1, 2, 3)
            ]
            block["practices"] = list(_practices(some, pen))
        case "table":
            block |= {"row_name": "row", "rows": some}
            block["columns"] = [
                {"id": f"c{each}", "title": f"HEAD{name}x{each}", "type": column}
                for each, column in enumerate(
                    draw(st.lists(st.sampled_from(_COLUMNS), min_size=1, max_size=8))
                )
            ]
        case "checklist":
            block["remarks"] = ["owner", "due", "notes", "evidence"][:some]
            block["items"] = list(_items(some, "text", pen))
        case "resources":
            block["items"] = list(_items(some, "title", pen))
        case "survey":
            block["levels"] = [{"id": f"l{n}", "label": f"L{n}", "value": n} for n in (1, 2, 3)]
            block["items"] = list(_items(some, "text", pen))
    return block


def _practices(number: int, pen: Pen) -> Iterator[dict[str, Any]]:
    for each in range(1, number + 1):
        questions = list(_items(each, "text", pen))
        evidence = [{"id": f"e{n}", "text": pen.title()} for n in range(each)]
        yield {
            "id": f"p{each}",
            "number": each,
            "title": pen.title(),
            "questions": questions,
            "evidence": evidence,
        }


def _items(number: int, text: str, pen: Pen) -> Iterator[dict[str, Any]]:
    for each in range(number):
        yield {"id": f"i{each}", text: pen.title()}


def _quoted(value: Any) -> str:
    """Return a value as TOML writes it, with groups inline."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {_quoted(each)}" for key, each in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(_quoted, value)) + "]"
    return json.dumps(value, ensure_ascii=False)
