"""Proposes a template for a Word document: its sections, and what each of them asks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from ladder_desktop.document.clean import one_line
from ladder_desktop.errors import N_
from ladder_desktop.export.docx.xml import qualified
from ladder_desktop.intake.choice_reading import block_of_choices, run_of_choices, with_lists
from ladder_desktop.intake.outlining import Part, parts_of, with_headings
from ladder_desktop.intake.portions import asked_in, in_portions
from ladder_desktop.intake.proposal import (
    Entry,
    Level,
    Proposal,
    ProposedBlock,
    ProposedSection,
    Source,
)
from ladder_desktop.intake.table_reading import block_of_table, questions_of_table
from ladder_desktop.intake.word_file import DocumentError, WordFile, open_word
from ladder_desktop.intake.word_text import read_text
from ladder_desktop.intake.wording import (
    address_in,
    asks,
    is_question,
    level_in,
    names_sources,
    names_steps,
    reading_in,
    source_in,
)

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_LONGEST_TAB = 60
_SHORT = 80  # letters of a line that may stand over what follows it
_EXCERPT = 200
_LEAST_LEVELS = 2
MOST_QUESTIONS = 2_000


def propose(path: Path) -> Proposal:
    """Propose a template for a Word document, every text word for word as it stands there.

    Raises:
        DocumentError: it can't be read, holds nothing to fill in, or asks too much.
    """
    return proposal_for(open_word(path), path.stem)


def proposal_for(file: WordFile, name: str) -> Proposal:
    """Return the proposal for a document that was opened; `name` is its title where it has none.

    Raises:
        DocumentError: it holds nothing to fill in, or asks too much.
    """
    found = _proposal(file, name)
    count = sum(asked_in(block) for section in found.sections for block in section.blocks)
    if count > MOST_QUESTIONS:
        raise DocumentError(
            N_(
                "“{file}” seems to ask {count} questions, which is more than a template holds. "
                "Take a part of it, in a document of its own."
            ),
            file=file.name,
            count=count,
        )
    if not count:
        raise DocumentError(
            N_(
                "Nothing to fill in was found in “{file}”. A question needs a list, a question "
                "mark, or an empty table cell beside it."
            ),
            file=file.name,
        )
    return found


def _proposal(file: WordFile, name: str) -> Proposal:
    parts = with_lists(with_headings(parts_of(read_text(file))))
    title, parts = _title(parts)
    top = min((part.level for part in parts if part.role == "heading"), default=0)
    before, chunks = _chunks(parts, top)
    title = title or file.properties.get("title", "").strip() or name
    sections = [_section(heading, inside) for heading, inside in chunks]
    summary = [part.text for part in before if part.role == "text"]
    first = _section(Part(1, "heading", title), before)
    if first.blocks:
        sections.insert(0, first)
        summary = []
    return Proposal(
        one_line(title),
        "\n".join(summary),
        _language(file),
        tuple(section for section in sections if section.blocks or section.intro),
    )


def _title(parts: list[Part]) -> tuple[str, list[Part]]:
    """Return the document's title, and the parts after it.

    A title is what is set as one, or a heading above all others that nothing else shares.
    """
    first = next((place for place, part in enumerate(parts) if part.role != "space"), None)
    if first is None:
        return "", parts
    part = parts[first]
    rest = parts[first + 1 :]
    if part.role == "title":
        return part.text, rest
    headings = [each for each in rest if each.role in ("heading", "title")]
    is_alone = not any(each.level <= part.level for each in headings)
    if part.role == "heading" and headings and (is_alone or _has_no_text(rest)):
        return part.text, rest
    is_line = part.role == "text" and len(part.text) <= _SHORT * 2 and not asks(part.text)
    if is_line and headings and not part.text.endswith((".", ":")):
        return part.text, rest
    return "", parts


def _has_no_text(parts: list[Part]) -> bool:
    """Tell whether at most a remark stands before the next heading."""
    for count, part in enumerate(part for part in parts if part.role != "space"):
        if part.role == "heading":
            return True
        if part.role != "text" or count > 0 or asks(part.text):
            return False
    return False


def _chunks(parts: list[Part], top: int) -> tuple[list[Part], list[tuple[Part, list[Part]]]]:
    """Return what stands before the first heading, then each heading with what is under it."""
    before: list[Part] = []
    chunks: list[tuple[Part, list[Part]]] = []
    for part in parts:
        if part.role == "title" or (part.role == "heading" and part.level <= top):
            chunks.append((part, []))
        elif chunks:
            chunks[-1][1].append(part)
        else:
            before.append(part)
    return before, chunks


def _section(heading: Part, parts: list[Part]) -> ProposedSection:
    found = _Blocks(heading.text).read(parts)
    text = one_line(heading.text)
    return ProposedSection(
        _tab(text),
        text,
        found.intro,
        tuple(in_portions(found.blocks)),
        Source(heading.number, text[:_EXCERPT]),
    )


def _tab(text: str) -> str:
    """Return a heading as short as a tab's title has to be."""
    if len(text) <= _LONGEST_TAB:
        return text
    cut = text[: _LONGEST_TAB - 1]
    return f"{cut.rpartition(' ')[0] or cut}…"


def _language(file: WordFile) -> str:
    given = file.properties.get("language", "")
    if not given and file.styles is not None:
        spoken = file.styles.find("{*}docDefaults/{*}rPrDefault/{*}rPr/{*}lang")
        given = "" if spoken is None else str(spoken.get(qualified("val"), ""))
    return given if _LANGUAGE.fullmatch(given) else "en"


@dataclass(slots=True)
class _Blocks:
    """Reads the blocks of one section.

    Attributes:
        heading: what stands over the section.
        blocks: what was found.
        intro: the text before the first block.
    """

    heading: str
    blocks: list[ProposedBlock] = field(default_factory=list)
    intro: str = ""
    _texts: list[Part] = field(default_factory=list)
    _levels: list[Level] = field(default_factory=list)
    _title: str = ""

    def read(self, parts: list[Part]) -> "_Blocks":
        """Read the parts under the heading."""
        place = 0
        while place < len(parts):
            place += self._take(parts, place)
        self._settle()
        return self

    def _take(self, parts: list[Part], place: int) -> int:
        """Take the part at a place; return how many parts went with it."""
        part = parts[place]
        if places := run_of_choices(parts, place):
            self._settle_levels()
            self._add(block_of_choices([parts[each] for each in places], self._over()), part)
            return places[-1] - place + 1
        level = level_in(part.text) if part.role in ("text", "item") else None
        if level is not None and level.value == (self._levels[-1].value + 1 if self._levels else 1):
            self._levels.append(level)
        elif part.role == "heading":
            self._settle_levels()
            self._title = part.text
        elif part.role == "item":
            return self._take_list(parts, place)
        elif part.role == "table":
            self._take_table(part)
        elif part.role == "text":
            self._take_text(part, has_space=_has_space(parts, place))
        return 1

    def _take_text(self, part: Part, *, has_space: bool) -> None:
        reading = reading_in(part)
        if reading is not None:
            self._add(ProposedBlock("reading", reading.text, entries=(reading,)), part)
        elif address_in(part):
            self._add_link(part)
        elif part.is_ruled or is_question(part.text) or (has_space and asks(part.text)):
            self._add(ProposedBlock("prompt", part.text), part)
        else:
            self._texts.append(part)

    def _add_link(self, part: Part) -> None:
        """Take a line with an address: a source under what stands right before it."""
        title = self._title or self.heading
        if self._texts and len(self._texts[-1].text) <= _SHORT:
            title = self._texts.pop().text
        self._add(ProposedBlock("resources", title, entries=(source_in(part),)), part)

    def _take_list(self, parts: list[Part], place: int) -> int:
        """Take a list up to its end; blank lines between its items are room for answers."""
        end = place
        for after in range(place, len(parts)):
            if parts[after].role == "item" and not parts[after].lists:
                end = after
            elif parts[after].role != "space":
                break
        listed = parts[place : end + 1]
        items = [part for part in listed if part.role == "item"]
        has_space = _has_space(parts, end) or any(part.role == "space" for part in listed)
        self._add_list(items, has_space=has_space)
        return end - place + 1

    def _add_list(self, items: list[Part], *, has_space: bool) -> None:
        over = self._over()
        linked = sum(bool(address_in(item)) for item in items)
        if linked * 2 > len(items) or (names_sources(over) and not _mostly_ask(items)):
            entries = tuple(source_in(item) for item in items)
            self._add(ProposedBlock("resources", over, entries=entries), items[0])
        elif (
            any(item.has_box for item in items)
            or not (_mostly_ask(items) or has_space)
            or (names_steps(over) and not _mostly_ask(items))
        ):
            self._add_steps(items, over)
        else:
            for title, guidance, part in _questions(items):
                self._add(ProposedBlock("prompt", title, guidance), part)

    def _add_steps(self, items: list[Part], over: str) -> None:
        entries = tuple(Entry(item.text) for item in items)
        self._add(ProposedBlock("checklist", over, entries=entries), items[0])

    def _take_table(self, part: Part) -> None:
        questions = list(questions_of_table(part))
        for question in questions:
            prompt = ProposedBlock("prompt", question.text)
            self._add(block_of_choices([question], "") if question.lists else prompt, question)
        if questions:
            return
        levels = tuple(self._levels) if len(self._levels) >= _LEAST_LEVELS else ()
        block = block_of_table(part, self._title or self.heading, levels)
        if block is None:
            return
        if levels and block.kind == "rubric":
            self._levels.clear()
        self._add(block, part)

    def _over(self) -> str:
        """Return what stands over a list: a heading of its own, a short line, or the section's."""
        if self._title:
            return self._title
        if self._texts and len(self._texts[-1].text) <= _SHORT:
            return self._texts[-1].text.rstrip(" :")
        return self.heading

    def _add(self, block: ProposedBlock, part: Part) -> None:
        """Add a block; the texts before it introduce the section, or tell how to answer it."""
        self._settle_levels()
        before = "\n".join(each.text for each in self._texts)
        if self.blocks:
            guidance = "\n".join(text for text in (before, block.guidance) if text)
            block = msgspec.structs.replace(block, guidance=guidance)
        else:
            self.intro = "\n".join(text for text in (self.intro, before) if text)
        if self._title not in ("", block.title):
            guidance = "\n".join(text for text in (self._title, block.guidance) if text)
            block = msgspec.structs.replace(block, guidance=guidance)
        if not block.source.number:
            source = Source(part.number, part.text[:_EXCERPT])
            block = msgspec.structs.replace(block, source=source)
        self.blocks.append(block)
        self._texts.clear()
        self._title = ""

    def _settle_levels(self) -> None:
        """Let levels that no rating followed be text again."""
        self._levels_as_text()

    def _levels_as_text(self) -> None:
        for level in self._levels:
            self._texts.append(Part(0, "text", f"{level.value} = {level.meaning}"))
        self._levels.clear()

    def _settle(self) -> None:
        """Give what is left over to the last block, or to the introduction."""
        self._settle_levels()
        left = "\n".join(
            text for text in (self._title, *(each.text for each in self._texts)) if text
        )
        if left and self.blocks:
            last = self.blocks[-1]
            guidance = "\n".join(text for text in (last.guidance, left) if text)
            self.blocks[-1] = msgspec.structs.replace(last, guidance=guidance)
        elif left:
            self.intro = "\n".join(text for text in (self.intro, left) if text)


def _has_space(parts: list[Part], place: int) -> bool:
    """Tell whether room for an answer follows: a blank line, or a line to write on."""
    return parts[place].is_ruled or (place + 1 < len(parts) and parts[place + 1].role == "space")


def _mostly_ask(items: list[Part]) -> bool:
    return sum(asks(item.text) for item in items) * 2 >= len(items)


def _questions(items: list[Part]) -> Iterator[tuple[str, str, Part]]:
    """Yield each question of a list; what is listed below one tells how to answer it."""
    least = min(item.level for item in items)
    place = 0
    while place < len(items):
        below = place + 1
        while below < len(items) and items[below].level > least:
            below += 1
        guidance = "\n".join(item.text for item in items[place + 1 : below])
        yield items[place].text, guidance, items[place]
        place = below
