"""Templates: the definition of a workbook, read from TOML and checked to the last word."""

import re
import tomllib
from collections.abc import Iterator
from typing import Annotated, Any

import msgspec

from ladder_desktop.blocks import KINDS, definition
from ladder_desktop.blocks.block import Block, Id, Line, Text
from ladder_desktop.errors import N_, LadderError, TemplateError
from ladder_desktop.workbook.lines import Lines
from ladder_desktop.workbook.mistakes import Mistake, faults_of, mistakes_in

FORMAT = "ladder-template"
LARGEST = 4_000_000  # characters; a template of 1 MB has to open, one of 100 MB is an accident
# a.b.c… with 20 parts: tomllib takes memory by the square of their number
ENDLESS_KEY = re.compile(
    r"""(?:^|[\[{,])[ \t]*+(?:(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){20}""",
    re.MULTILINE,
)
MOST_VERSIONS = 1_000_000_000  # more would not fit into every program that reads the file
RESERVED = ("details", "pictures", "no-longer-asked")
ROWS = "start"  # of a table: a column may be called “id”, and its cells may repeat
Language = Annotated[str, msgspec.Meta(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]


class Header(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What stands at the top of a template.

    Attributes:
        format: always ``ladder-template``.
        id: unique among templates, and never changed.
        version: grows with every change of the questions.
        title: over the window and the first page.
        summary: what it is for, in a sentence or two.
        language: the BCP 47 tag of its texts.
        credits: whose work it stands on.
    """

    format: Annotated[str, msgspec.Meta(pattern=f"^{FORMAT}$")]
    id: Id
    version: Annotated[int, msgspec.Meta(ge=1, le=MOST_VERSIONS)]
    title: Line
    summary: Text = ""
    language: Language = "en"
    credits: Text = ""


class SectionHeader(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What stands at the top of a section.

    Attributes:
        id: unique in the template.
        title: names the tab, in a word or three.
        heading: stands over the page; the title serves where it is blank.
        intro: what the section is about, and what to do.
    """

    id: Id
    title: Annotated[str, msgspec.Meta(min_length=1, max_length=60)]
    heading: Text = ""
    intro: Text = ""


class Section(msgspec.Struct, frozen=True):
    """One tab: its header and its blocks, in order."""

    header: SectionHeader
    blocks: tuple[Block, ...]

    @property
    def id(self) -> str:
        """Return the id of the section."""
        return self.header.id

    @property
    def title(self) -> str:
        """Return the title of the tab."""
        return self.header.title

    @property
    def heading(self) -> str:
        """Return the heading over the page."""
        return self.header.heading or self.header.title


class Template(msgspec.Struct, frozen=True):
    """A checked template, and the text it was read from.

    Attributes:
        header: what stands at its top.
        sections: in their order.
        text: the whole TOML text, which every workbook file carries.
    """

    header: Header
    sections: tuple[Section, ...]
    text: str

    @property
    def id(self) -> str:
        """Return the id of the template."""
        return self.header.id

    @property
    def title(self) -> str:
        """Return the title of the template."""
        return self.header.title

    def blocks(self) -> Iterator[Block]:
        """Yield the blocks of all sections, in order."""
        for section in self.sections:
            yield from section.blocks

    def block(self, block_id: str) -> Block | None:
        """Return the block with this id."""
        return next((block for block in self.blocks() if block.id == block_id), None)


def read_template(text: str, name: str) -> Template:
    """Read a template from its TOML text; `name` is what errors call it.

    Raises:
        TemplateError: it can't be used; `mistakes` holds every one found, with its line.
    """
    plain = _parse(text, name)
    if mistakes := _mistakes(plain, text):
        raise TemplateError(
            N_("The template “{name}” has mistakes. The first: {mistake}"),
            name=name,
            mistake=mistakes[0],
            mistakes=tuple(mistakes),
        )
    return _build(plain, text)


def _parse(text: str, name: str) -> dict[str, Any]:
    if len(text) > LARGEST:
        raise TemplateError(
            N_("The template “{name}” is larger than {most} MB. Is it really a template?"),
            name=name,
            most=LARGEST // 1_000_000,
        )
    if found := ENDLESS_KEY.search(text):
        mistake = Mistake(
            N_("Line {line}: the name before the “=” has too many parts."),
            line=text.count("\n", 0, found.end()) + 1,
        )
        raise _unreadable(name, mistake)
    try:
        return tomllib.loads(text)
    # a plain ValueError comes from a number with thousands of digits
    except (ValueError, RecursionError) as error:
        # most templates have none
        from ladder_desktop.workbook.toml_slips import slip_for  # noqa: PLC0415

        line, slip = slip_for(error, text)
        mistake = Mistake(N_("Line {line}: {slip}"), line=line, slip=slip)
        raise _unreadable(name, mistake) from None


def _unreadable(name: str, mistake: LadderError) -> TemplateError:
    return TemplateError(
        N_("The template “{name}” can't be read. {mistake}"),
        name=name,
        mistake=mistake,
        mistakes=(mistake,),
    )


def _mistakes(plain: dict[str, Any], text: str) -> list[LadderError]:
    """Return every mistake of a parsed template, in the order of its lines."""
    lines = Lines(text)
    header = {key: value for key, value in plain.items() if key != "sections"}
    found = mistakes_in(header, Header, (), lines)
    sections = plain.get("sections")
    if not isinstance(sections, list) or not sections:
        found.append(Mistake(N_("Line {line}: there is no section. Add [[sections]]."), line=1))
        sections = []
    for number, section in enumerate(sections):
        found += _section_mistakes(section, ("sections", number), lines)
    found += _repeated_ids(sections, lines)
    return sorted(found, key=lambda mistake: int(str(mistake.arguments["line"])))


def _section_mistakes(plain: Any, path: tuple[str | int, ...], lines: Lines) -> list[Mistake]:
    if not isinstance(plain, dict):
        return mistakes_in(plain, SectionHeader, path, lines)
    header = {key: value for key, value in plain.items() if key != "blocks"}
    found = mistakes_in(header, SectionHeader, path, lines)
    blocks = plain.get("blocks")
    if not isinstance(blocks, list) or not blocks:
        message = N_("Line {line}: the section has no block. Add [[sections.blocks]] below it.")
        return [*found, Mistake(message, line=lines.line(path))]
    for number, block in enumerate(blocks):
        found += _block_mistakes(block, (*path, "blocks", number), lines)
    return found


def _block_mistakes(plain: Any, path: tuple[str | int, ...], lines: Lines) -> list[Mistake]:
    kind = plain.get("kind") if isinstance(plain, dict) else None
    if kind not in KINDS:
        message = (
            N_("Line {line}: “kind” is missing. Write one of: {kinds}.")
            if kind is None
            else N_("Line {line}: “kind” is “{kind}”. Write one of: {kinds}.")
        )
        line = lines.line((*path, "kind"))
        return [Mistake(message, line=line, kind=kind, kinds=", ".join(KINDS))]
    if found := mistakes_in(plain, definition(kind), path, lines):
        return found
    return faults_of(msgspec.convert(plain, definition(kind)), path, lines)


def _repeated_ids(sections: list[Any], lines: Lines) -> list[Mistake]:
    """Return a mistake for each section's and block's id that stands there before it."""
    found: list[Mistake] = []
    seen: dict[str, set[str]] = {"section": set(), "block": set(RESERVED)}
    for number, section in enumerate(sections):
        if not isinstance(section, dict):
            continue
        path = ("sections", number)
        _note_id(section, seen["section"], path, lines, found)
        blocks = section.get("blocks")
        for place, block in enumerate(blocks if isinstance(blocks, list) else []):
            block_path = (*path, "blocks", place)
            _note_id(block, seen["block"], block_path, lines, found)
            found += _repeated_parts(block, block_path, lines)
    return found


def _repeated_parts(plain: Any, path: tuple[str | int, ...], lines: Lines) -> list[Mistake]:
    """Return a mistake for each repeated id inside a block, whatever its kind calls its parts."""
    found: list[Mistake] = []
    named = (
        {key: value for key, value in plain.items() if key != ROWS}
        if isinstance(plain, dict)
        else {}
    )
    for key, parts in named.items():
        seen: set[str] = set()
        for number, part in enumerate(parts if isinstance(parts, list) else []):
            _note_id(part, seen, (*path, key, number), lines, found)
            found += _repeated_parts(part, (*path, key, number), lines)
    return found


def _note_id(
    plain: Any,
    seen: set[str],
    path: tuple[str | int, ...],
    lines: Lines,
    found: list[Mistake],
) -> None:
    name = plain.get("id") if isinstance(plain, dict) else None
    if not isinstance(name, str):
        return
    if name in seen:
        message = N_("Line {line}: the id “{id}” is taken. Give this one another.")
        found.append(Mistake(message, line=lines.line((*path, "id")), id=name))
    seen.add(name)


def _build(plain: dict[str, Any], text: str) -> Template:
    """Return the template of plain data that was found to have no mistakes."""
    header = {key: value for key, value in plain.items() if key != "sections"}
    return Template(
        msgspec.convert(header, Header),
        tuple(_section(section) for section in plain["sections"]),
        text,
    )


def _section(plain: dict[str, Any]) -> Section:
    header = {key: value for key, value in plain.items() if key != "blocks"}
    blocks = tuple(msgspec.convert(block, definition(block["kind"])) for block in plain["blocks"])
    return Section(msgspec.convert(header, SectionHeader), blocks)
