"""Writes a proposal as the TOML text of a template."""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator

from ladder_desktop.document.clean import cleaned, one_line
from ladder_desktop.intake.proposal import (
    Entry,
    Proposal,
    ProposedBlock,
    ProposedSection,
    levels_of_rubric,
)
from ladder_desktop.workbook.template import FORMAT, RESERVED

_LONGEST_ID = 40
_LONGEST_LINE, _LONGEST_TEXT, _LONGEST_TAB = 2_000, 20_000, 60
_MOST_ROWS = 100
_NO_LETTER = re.compile(r"[^a-z0-9]+")
_URL = re.compile(r"(https?|mailto):\S{1,1990}")
_ROW = "row"


class _Ids:
    """Gives ids made from titles; the same titles in the same order get the same ids."""

    def __init__(self, fallback: str, taken: Iterable[str] = ()) -> None:
        self._fallback = fallback
        self._taken = set(taken)
        self._counts: dict[str, int] = {}

    def take(self, title: str) -> str:
        """Return an id that nothing else in this place has."""
        stem = id_from(title) or self._fallback
        found, count = stem, self._counts.get(stem, 1)
        while found in self._taken:
            count += 1
            found = f"{stem}-{count}"
        self._counts[stem] = count
        self._taken.add(found)
        return found


def id_from(title: str) -> str:
    """Return a title as an id, blank where it has no Latin letter."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    found = _NO_LETTER.sub("-", plain).strip("-")
    if len(found) <= _LONGEST_ID:
        return found
    return found[: _LONGEST_ID + 1].rpartition("-")[0] or found[:_LONGEST_ID]


def template_text(proposal: Proposal) -> str:
    """Return the TOML text of the template that a proposal describes, what is left out aside."""
    lines = [
        f"format = {_quoted(FORMAT)}",
        f"id = {_quoted(_Ids('template').take(proposal.title))}",
        "version = 1",
        f"title = {_line(proposal.title)}",
    ]
    if proposal.summary:
        lines.append(f"summary = {_text(proposal.summary)}")
    lines.append(f"language = {_quoted(proposal.language)}")
    section_ids, block_ids = _Ids("section"), _Ids("question", RESERVED)
    for section in proposal.sections:
        if section.keep and any(block.keep for block in section.blocks):
            lines += ["", "", *_section(section, section_ids, block_ids)]
    return "\n".join(lines) + "\n"


def _section(section: ProposedSection, ids: _Ids, block_ids: _Ids) -> Iterator[str]:
    title = one_line(section.title)[:_LONGEST_TAB] or "–"
    yield "[[sections]]"
    yield f"id = {_quoted(ids.take(title))}"
    yield f"title = {_quoted(title)}"
    if section.heading and one_line(section.heading) != title:
        yield f"heading = {_quoted(one_line(section.heading)[:_LONGEST_TEXT])}"
    if section.intro:
        yield f"intro = {_text(section.intro)}"
    for block in section.blocks:
        if block.keep:
            yield ""
            yield "[[sections.blocks]]"
            yield f"kind = {_quoted(block.kind)}"
            yield f"id = {_quoted(block_ids.take(block.title))}"
            yield from _block(block)


def _block(block: ProposedBlock) -> Iterator[str]:
    guidance = block.guidance
    if len(one_line(block.title)) > _LONGEST_LINE:
        guidance = "\n".join(text for text in (block.title, guidance) if text)
    if guidance:
        yield f"guidance = {_text(guidance)}"
    match block.kind:
        case "prompt":
            yield f"question = {_line(block.title)}"
        case "rubric":
            yield from _rubric(block)
        case "table":
            yield from _table(block)
        case "checklist":
            yield f"title = {_line(block.title)}"
            yield from _list("items", _items(entry.text for entry in block.entries))
        case "resources":
            yield f"title = {_line(block.title)}"
            yield from _list("items", _sources(block.entries))
        case "reading":
            yield from _reading(block)


def _rubric(block: ProposedBlock) -> Iterator[str]:
    levels = levels_of_rubric(block)
    yield from _list(
        "levels",
        (
            f"{{ value = {value}, label = {_line(level.label)}, meaning = {_line(level.meaning)} }}"
            for value, level in enumerate(levels, start=1)
        ),
    )
    ids = _Ids("practice")
    for place, entry in enumerate(block.entries, start=1):
        yield ""
        yield "[[sections.blocks.practices]]"
        yield f"id = {_quoted(ids.take(entry.text))}"
        yield f"number = {entry.number or place}"
        if entry.level:
            yield f"level = {_quoted(entry.level)}"
        yield f"title = {_line(entry.text)}"
        yield from _list("questions", _items(entry.questions))
        yield from _list("evidence", _items(entry.evidence))


def _table(block: ProposedBlock) -> Iterator[str]:
    yield f"title = {_line(block.title)}"
    yield f"row_name = {_line(block.columns[0].title if block.columns else _ROW)}"
    # all that stand in `start` come in any case
    yield f"rows = {min(max(block.rows, len(block.start)), _MOST_ROWS)}"
    ids = _Ids("column")
    names = [ids.take(column.title) for column in block.columns]
    yield from _list("columns", _columns(block, names))
    yield from _list("start", _start(block, names))


def _columns(block: ProposedBlock, names: list[str]) -> Iterator[str]:
    for name, column in zip(names, block.columns, strict=True):
        text = f"id = {_quoted(name)}, title = {_line(column.title)}"
        if column.choices:
            ids = _Ids("choice")
            choices = ", ".join(
                f"{{ id = {_quoted(ids.take(choice))}, title = {_line(choice)} }}"
                for choice in column.choices[:100]
            )
            text += f', type = "choice", choices = [{choices}]'
        elif column.holds_days:
            text += ', type = "date"'
        yield f"{{ {text} }}"


def _start(block: ProposedBlock, names: list[str]) -> Iterator[str]:
    """Yield what stands in the first rows; no choice is made, and no day picked, from there."""
    for row in block.start:
        filled = ", ".join(
            f"{_quoted(name)} = {_quoted(cleaned(text))}"
            for name, column, text in zip(names, block.columns, row, strict=False)
            if text.strip() and not (column.choices or column.holds_days)
        )
        yield f"{{ {filled} }}" if filled else "{}"


def _reading(block: ProposedBlock) -> Iterator[str]:
    yield f"title = {_line(block.title)}"
    for entry in block.entries[:1]:
        if entry.part:
            yield f"part = {_text(entry.part)}"
        yield from _fields(entry)


def _fields(entry: Entry) -> Iterator[str]:
    if entry.publisher:
        yield f"publisher = {_text(entry.publisher)}"
    if _URL.fullmatch(entry.url):
        yield f"url = {_quoted(entry.url)}"


def _sources(entries: Iterable[Entry]) -> Iterator[str]:
    ids = _Ids("source")
    for entry in entries:
        fields = [f"id = {_quoted(ids.take(entry.text))}", f"title = {_line(entry.text)}"]
        yield f"{{ {', '.join([*fields, *_fields(entry)])} }}"


def _items(texts: Iterable[str]) -> Iterator[str]:
    ids = _Ids("item")
    for text in texts:
        yield f"{{ id = {_quoted(ids.take(text))}, text = {_line(text)} }}"


def _list(name: str, entries: Iterable[str]) -> Iterator[str]:
    """Yield a list with an entry a line, as the built-in templates have it."""
    lines = [f"  {entry}," for entry in entries]
    if lines:
        yield from (f"{name} = [", *lines, "]")


def _line(text: str) -> str:
    """Return a text as one line that is never blank and never too long."""
    shown = one_line(text) or "–"
    return _quoted(shown if len(shown) <= _LONGEST_LINE else f"{shown[: _LONGEST_LINE - 1]}…")


def _text(text: str) -> str:
    return _quoted(cleaned(text)[:_LONGEST_TEXT])


def _quoted(text: str) -> str:
    """Return a text as TOML's basic string, which JSON's is too but for U+007F."""
    return json.dumps(text, ensure_ascii=False)
