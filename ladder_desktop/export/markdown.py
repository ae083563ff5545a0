"""Writes a workbook as Markdown (CommonMark, with tables as GitHub reads them)."""

import base64
import re
from collections.abc import Iterable, Iterator

from ladder_desktop.document.clean import cleaned, one_line
from ladder_desktop.document.marks import Line, Span, parse_line
from ladder_desktop.document.nodes import (
    Answer,
    Chart,
    Check,
    Checks,
    Document,
    Field,
    Grid,
    Heading,
    Link,
    Links,
    Node,
    Paragraph,
    Scale,
)
from ladder_desktop.document.pictures import ID, Album
from ladder_desktop.export.options import Job
from ladder_desktop.export.target import write_pieces
from ladder_desktop.words import Words

# What CommonMark would read as markup inside a line: chapter 2.4 of its specification.
INLINE = re.compile(r"[\\`*_\[\]<>&|~]")
# And what it would read as markup at the start of a line.
LINE_START = re.compile(r"^(?P<before>\d{0,9})(?P<mark>(?<=\d)[.)](?=\s|$)|(?<!\d)[#+=-])")
# A picture as it is first written: where its data stands is known at the end. Nothing else looks
# like this, since every bracket of a text is escaped.
_SHOWN = re.compile(rf"!\[(?P<said>(?:[^\[\]\\]|\\.)*)\]\[picture:(?P<picture>{ID})\]")


def write(job: Job) -> None:
    """Write the chosen sections as Markdown."""
    write_pieces(job.target, _pieces(job.document, job.words))


def markdown(document: Document, words: Words) -> str:
    """Return a document as Markdown."""
    return "".join(_pieces(document, words))


def _pieces(document: Document, words: Words) -> Iterator[str]:
    parts = [f"# {_text(document.title)}", *_details(document)]
    for section in document.sections:
        parts.append(f"## {_text(section.heading)}")
        for node in section.nodes:
            parts += _node(node, words)
    written = "\n\n".join(part for part in parts if part) + "\n"
    yield from _with_pictures(written, document.pictures, words)


def _with_pictures(written: str, album: Album, words: Words) -> Iterator[str]:
    """Yield the text, then its pictures one by one, where they leave it one to read.

    So the file stays one file, which shows its pictures wherever it is moved.
    """
    labels: dict[str, str] = {}

    def shown(found: re.Match[str]) -> str:
        name = found["picture"]
        if name not in labels and album.get(name):
            labels[name] = f"[picture-{len(labels) + 1}]"
        if name not in labels:
            return words("{description} (this picture can't be shown)", description=found["said"])
        return f"![{found['said']}]{labels[name]}"

    yield _SHOWN.sub(shown, written)
    before = "\n"
    for name, label in labels.items():
        if picture := album.get(name):
            data = base64.b64encode(picture.data).decode("ascii")
            yield f"{before}{label}: data:{picture.type};base64,{data}\n"
            before = ""


def _details(document: Document) -> Iterator[str]:
    lines = [
        f"- **{_text(detail.label)}:** {_text(detail.value)}"
        for detail in document.details
        if detail.value.strip()
    ]
    yield "\n".join(lines)


def _node(node: Node, words: Words) -> Iterator[str]:
    match node:
        case Heading():
            label = f" ({_text(node.label)})" if node.label else ""
            yield f"{'#' * (node.level + 2)} {_text(node.text)}{label}"
        case Paragraph(role="article"):
            yield _note(node.text)
        case Paragraph():
            yield _guidance(node.text) if node.role == "guidance" else _text(node.text)
        case Answer():
            yield f"**{_text(node.question)}**"
            yield _guidance(node.guidance)
            yield _note(node.text) or _unanswered(words)
        case Scale():
            yield from _scale(node, words)
        case Grid():
            yield from _grid(node)
        case Checks():
            yield _title(node.title)
            yield _guidance(node.guidance)
            yield "\n".join(_check(check) for check in node.items)
        case Links():
            yield _title(node.title)
            yield _guidance(node.guidance)
            yield "\n".join(_link(link) for link in node.items)
        case Chart():
            yield _title(node.title)
            yield "\n".join(f"- {_text(bar.label)}: {_text(bar.figure)}" for bar in node.bars)


def _scale(scale: Scale, words: Words) -> Iterator[str]:
    chosen = next((level for level in scale.levels if level.value == scale.chosen), None)
    if chosen is None:
        yield f"**{_text(scale.question)}:** *{_text(words('Not rated yet'))}*"
    else:
        figure = words("{rating} of {most}", rating=chosen.value, most=len(scale.levels))
        yield f"**{_text(scale.question)}:** {figure} – {_text(chosen.label)}"
        yield f"*{_text(chosen.meaning)}*"


def _grid(grid: Grid) -> Iterator[str]:
    yield _title(grid.caption)
    yield _guidance(grid.guidance)
    rows = [
        _row(_text(column.title) for column in grid.columns),
        "".join(["|", *(" ---: |" if one.align == "end" else " --- |" for one in grid.columns)]),
    ]
    rows += [_row(_cell(cell.text) for cell in row) for row in grid.rows]
    if grid.totals:
        totals = (_cell(cell.text) for cell in grid.totals)
        rows.append(_row(f"**{total}**" if total.strip() else total for total in totals))
    yield "\n".join(rows)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _check(check: Check) -> str:
    box = "x" if check.done else " "
    return "\n".join((f"- [{box}] {_text(check.text)}", *_fields(check.fields)))


def _link(link: Link) -> str:
    box = "x" if link.read else " "
    parts = (link.title, link.detail, link.publisher)
    text = ". ".join(_text(part) for part in parts if part)
    address = f" <{link.url}>" if link.url else ""
    return "\n".join((f"- [{box}] {text}{address}", *_fields(link.fields)))


def _fields(fields: tuple[Field, ...]) -> Iterator[str]:
    """Yield the filled remarks as a list inside the item they belong to."""
    for field in fields:
        if field.text.strip():
            lines = _note(field.text).split("\n")
            yield f"  - {_text(field.label)}: {lines[0]}"
            yield from (f"    {line}" for line in lines[1:])


def _title(text: str) -> str:
    return f"**{_text(text)}**" if text.strip() else ""


def _guidance(text: str) -> str:
    return f"*{_text(text)}*" if text.strip() else ""


def _unanswered(words: Words) -> str:
    return f"*{_text(words('No answer yet'))}*"


def _cell(text: str) -> str:
    """Return a note as one line of a table, its line breaks kept."""
    return "<br>".join(_inline(parse_line(line)) for line in cleaned(text).split("\n"))


def _note(text: str) -> str:
    """Return a note with its light marks kept and everything else as typed."""
    if not text.strip():
        return ""
    lines = [_line(parse_line(line)) for line in cleaned(text).split("\n")]
    return "\n".join(
        _with_break(line, after) for line, after in zip(lines, [*lines[1:], ""], strict=True)
    )


def _with_break(line: str, after: str) -> str:
    """End a line so that the next one starts below it; a blank line does so by itself."""
    return f"{line}  " if line.strip() and after.strip() else line


def _line(line: Line) -> str:
    if line.kind != "text":
        mark = "-" if line.kind == "bullet" else line.marker
        return f"{line.indent}{mark} {_spans(line.spans)}"
    text = _spans(line.spans)
    body = text.lstrip(" \t")
    indent = text[: len(text) - len(body)].expandtabs(4)
    return "&nbsp;" * len(indent) + LINE_START.sub(r"\g<before>\\\g<mark>", body, count=1)


def _inline(line: Line) -> str:
    mark = f"{line.indent}{line.marker} " if line.marker else ""
    return f"{mark}{_spans(line.spans)}"


def _spans(spans: tuple[Span, ...]) -> str:
    return "".join(_span(span) for span in spans)


def _span(span: Span) -> str:
    if span.picture:
        return f"![{_escaped(span.text)}][picture:{span.picture}]"
    if span.link:
        return _escaped(span.text)
    stars = "*" * (2 * span.bold + span.italic)
    return f"{stars}{_escaped(span.text)}{stars}"


def _text(text: str) -> str:
    """Return a text without light marks, on one line."""
    return _escaped(one_line(text))


def _escaped(text: str) -> str:
    return INLINE.sub(r"\\\g<0>", text)
