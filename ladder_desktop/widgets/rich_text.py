"""Turns pasted rich text into plain text with light marks; everything else is left out."""

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
_TARGETS = ("http://", "https://", "mailto:")
_SQUARE = QTextListFormat.Style.ListSquare.value  # the last style with a sign, not a number


def marked_text(html: str, plain: str) -> str:
    """Return what was copied as text with marks, or `plain` where it has nothing to mark.

    Pictures and other files that it names are not looked at: nothing is laid out or shown.
    """
    if not html or len(html) > LONGEST:
        return plain
    document = QTextDocument()
    document.setHtml(html)
    has_tables = any(isinstance(one, QTextTable) for one in document.rootFrame().childFrames())
    if plain and has_tables:  # their tabs and lines are in the plain text
        return plain
    if plain and not any(_is_marked(block) for block in _blocks(document)):
        return plain
    return "\n".join(line for block in _blocks(document) for line in _block(block))


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


def _block(block: QTextBlock) -> Iterator[str]:
    """Yield the lines of one paragraph; a line break in it begins another."""
    is_heading = block.blockFormat().headingLevel() > 0
    prefix = _item(block)
    text, stretches = "", []
    for part in _fragments(block):
        shown = _link(part.text(), part.charFormat())
        stretches.append((len(text), len(text) + len(shown), _look(part.charFormat())))
        text += shown
    start = 0
    for line in text.split("\u2028"):
        end = start + len(line)
        looks = [] if is_heading else stretches
        yield _set(
            f"{prefix}{line}",
            [
                (max(a, start) - start + len(prefix), min(b, end) - start + len(prefix), look)
                for a, b, look in looks
                if look and a < end and b > start
            ],
        )
        start = end + 1


def _set(line: str, stretches: list[tuple[int, int, int]]) -> str:
    """Mark the stretches of a line, from its end, so that those before keep their places."""
    for stretch in reversed(_joined(line, stretches)):
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


def _item(block: QTextBlock) -> str:
    """Return the mark of a list's item; blank for a plain paragraph."""
    items = block.textList()
    # PySide gives no list as None, though its stubs say otherwise
    if not items:
        return ""
    shape = items.format()
    indent = "  " * max(shape.indent() - 1, 0)
    has_sign = shape.style().value >= _SQUARE
    return f"{indent}- " if has_sign else f"{indent}{items.itemNumber(block) + 1}. "
