"""Turns pasted rich text into plain text with light marks; everything else is left out."""

import re
from collections import Counter
from collections.abc import Iterator

from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextCharFormat,
    QTextDocument,
    QTextFragment,
    QTextListFormat,
    QTextTable,
)

from ladder_desktop.document.marking import BOLD, ITALIC, with_look

LONGEST = 1_000_000  # characters of HTML; more is taken as the plain text that comes with it
DEEPEST = 200  # elements within each other; nobody writes so, and Qt takes long over more
MOST_ITEMS = 2000  # of lists
MOST_LOOKS = 200  # stretches of bold and italic in one line; more are left out
MOST_IN_LINES = 200_000  # stretches times lines of one paragraph
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)")
# elements that need no end
_OPEN = frozenset(
    ("br", "img", "hr", "meta", "link", "input", "col", "p", "li", "td", "th", "tr", "dt", "dd")
)
# Word writes lists as paragraphs that begin with a sign and a gap.
_WORD_LIST = re.compile(r"mso-list:\s*l\d+\s+level(\d)")
_WORD_ITEM = re.compile(
    "(?:(?P<number>[0-9]{1,3})[.)]|[a-z]{1,4}[.)]|[·•o§\uf0b7\uf0a7\uf0d8\u2013-])\u00a0+ *"
)
_TARGETS = ("http://", "https://", "mailto:")
_SQUARE = QTextListFormat.Style.ListSquare.value  # the last style with a sign, not a number


def marked_text(html: str, plain: str) -> str:
    """Return what was copied as text with marks, or `plain` where it has nothing to mark.

    Pictures and other files that it names are not looked at: nothing is laid out or shown.
    """
    if not html or len(html) > LONGEST or _is_too_much(html):
        return plain
    document = QTextDocument()
    # which level an item is of goes through Qt as what Qt calls it
    html, from_word = _WORD_LIST.subn(r"-qt-block-indent:\1", html)
    document.setHtml(html)
    has_tables = any(isinstance(one, QTextTable) for one in document.rootFrame().childFrames())
    if plain and has_tables:  # their tabs and lines are in the plain text
        return plain
    if plain and not from_word and not any(map(_is_marked, _blocks(document))):
        return plain
    numbers: Counter[int] = Counter()
    lines = (_block(block, numbers, from_word=from_word > 0) for block in _blocks(document))
    return "\n".join(line for paragraph in lines for line in paragraph)


def _is_too_much(html: str) -> bool:
    """Tell whether there are more elements within each other, or items, than a person writes."""
    depth = items = 0
    for end, name in _TAG.findall(html.lower()):
        items += name == "li" and not end
        if name not in _OPEN:
            depth = max(depth - 1, 0) if end else depth + 1
        if depth > DEEPEST or items > MOST_ITEMS:
            return True
    return False


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _fragments(block: QTextBlock) -> Iterator[QTextFragment]:
    """Yield the parts of a paragraph that have a look each."""
    place = block.begin()
    while not place.atEnd():
        yield place.fragment()
        place += 1


def _is_marked(block: QTextBlock) -> bool:
    """Tell whether a paragraph has a look that marks can say."""
    is_heading = block.blockFormat().headingLevel() > 0
    looks = (part.charFormat() for part in _fragments(block))
    return bool(block.textList()) or any(
        look.anchorHref() or (_look(look) and not is_heading) for look in looks
    )


def _block(block: QTextBlock, numbers: Counter[int], *, from_word: bool) -> Iterator[str]:
    """Yield the lines of one paragraph; a line break in it begins another."""
    is_heading = block.blockFormat().headingLevel() > 0
    prefix = _item(block, numbers)
    text, stretches = "", []
    for part in _fragments(block):
        shown = _link(part.text(), part.charFormat())
        stretches.append((len(text), len(text) + len(shown), _look(part.charFormat())))
        text += shown
    if from_word and (item := _WORD_ITEM.match(text)):
        prefix, cut = _word_item(block, item), item.end()
        text = text[cut:]
        stretches = [(max(a - cut, 0), max(b - cut, 0), look) for a, b, look in stretches]
    lines = text.split("\u2028")
    looks = [stretch for stretch in stretches if stretch[2] and not is_heading]
    if len(looks) * len(lines) > MOST_IN_LINES:
        looks = []
    start = 0
    for line in lines:
        end = start + len(line)
        yield _set(
            f"{prefix}{line}",
            [
                (max(a, start) - start + len(prefix), min(b, end) - start + len(prefix), look)
                for a, b, look in looks
                if a < end and b > start
            ],
        )
        start = end + 1


def _set(line: str, stretches: list[tuple[int, int, int]]) -> str:
    """Mark the stretches of a line, from its end, so that those before keep their places."""
    joined = _joined(line, stretches)
    for stretch in reversed(joined if len(joined) <= MOST_LOOKS else []):
        begin, stop, look = stretch
        for one in (BOLD, ITALIC):
            if look & one and line[begin:stop].strip():
                marked = with_look(line, begin, stop, one, wanted=True)
                if marked:
                    line, begin, stop = marked.line, marked.start, marked.end
    return line


def _joined(line: str, stretches: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Return the stretches with neighbours of one look made one."""
    joined: list[tuple[int, int, int]] = []
    for start, end, look in stretches:
        is_same = joined and joined[-1][2] == look and not line[joined[-1][1] : start].strip()
        joined.append((joined.pop()[0] if is_same else start, end, look))
    return joined


def _look(look: QTextCharFormat) -> int:
    bold = look.fontWeight() >= QFont.Weight.DemiBold.value
    return (BOLD if bold else 0) | (ITALIC if look.fontItalic() else 0)


def _link(text: str, look: QTextCharFormat) -> str:
    """Return a link the way it is marked; one that leads elsewhere is its text alone."""
    target = look.anchorHref()
    unsafe = not target.startswith(_TARGETS) or any(sign in target for sign in ' ()<>"')
    if unsafe or not text.strip() or any(sign in text for sign in "[]\u2028"):
        return text
    return text if text.strip() == target else f"[{text}]({target})"


def _item(block: QTextBlock, numbers: Counter[int]) -> str:
    """Return the mark of a list's item; blank for a plain paragraph.

    Args:
        block: the paragraph.
        numbers: how many items each list had so far.
    """
    items = block.textList()
    # PySide gives no list as None, though its stubs say otherwise
    if not items:
        return ""
    shape = items.format()
    indent = "  " * max(shape.indent() - 1, 0)
    numbers[items.objectIndex()] += 1
    has_sign = shape.style().value >= _SQUARE
    return f"{indent}- " if has_sign else f"{indent}{numbers[items.objectIndex()]}. "


def _word_item(block: QTextBlock, item: re.Match[str]) -> str:
    """Return the mark of an item that Word wrote as a paragraph."""
    indent = "  " * max(block.blockFormat().indent() - 1, 0)
    return f"{indent}{item['number']}. " if item["number"] else f"{indent}- "
