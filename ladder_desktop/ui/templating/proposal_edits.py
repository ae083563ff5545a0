"""What a person makes of a proposal: titles, kinds, and what is left out."""

import msgspec

from ladder_desktop.intake.proposal import (
    Kind,
    Proposal,
    ProposedBlock,
    ProposedSection,
    as_kind,
)
from ladder_desktop.intake.template_writing import template_text
from ladder_desktop.workbook.template import Template, read_template

SHOWN = 12  # entries or rows of a block: enough to know what it becomes
Place = tuple[int, int | None]  # a section, and a block in it or the section itself


class ProposalEdits:
    """A proposal, and the changes to it; each change begins from what the document says."""

    def __init__(self, proposal: Proposal) -> None:
        self._original = proposal
        self.proposal = proposal

    def section(self, number: int) -> ProposedSection:
        """Return a section as it is now."""
        return self.proposal.sections[number]

    def block(self, section: int, number: int) -> ProposedBlock:
        """Return a block as it is now."""
        return self.proposal.sections[section].blocks[number]

    def set_title(self, title: str) -> None:
        """Give the template another title."""
        self.proposal = msgspec.structs.replace(self.proposal, title=title)

    def rename(self, place: Place, title: str) -> None:
        """Give a section's tab or a block another title; a blank one is that of the document."""
        section, block = place
        if block is None:
            title = title.strip() or self._original.sections[section].title
            self._put(section, msgspec.structs.replace(self.section(section), title=title))
        else:
            title = title.strip() or self._original.sections[section].blocks[block].title
            self._put_block(place, msgspec.structs.replace(self.block(section, block), title=title))

    def keep(self, place: Place, *, keep: bool) -> None:
        """Take a section or a block into the template, or leave it out."""
        section, block = place
        if block is None:
            self._put(section, msgspec.structs.replace(self.section(section), keep=keep))
        else:
            self._put_block(place, msgspec.structs.replace(self.block(section, block), keep=keep))

    def set_kind(self, place: Place, kind: Kind) -> None:
        """Make a block another kind, from the document's words, so that none is lost on the way."""
        section, block = place
        if block is None:
            return
        now = self.block(section, block)
        made = as_kind(self._original.sections[section].blocks[block], kind)
        self._put_block(place, msgspec.structs.replace(made, title=now.title, keep=now.keep))

    def template(self) -> Template:
        """Return the template that all of it makes.

        Raises:
            TemplateError: it makes none.
        """
        return read_template(template_text(self.proposal), self.proposal.title)

    def alone(self, section: int, block: int) -> Template:
        """Return a template of the beginning of one block, to show what it becomes."""
        whole = self.block(section, block)
        one = msgspec.structs.replace(
            whole, keep=True, entries=whole.entries[:SHOWN], start=whole.start[:SHOWN]
        )
        part = msgspec.structs.replace(self.section(section), blocks=(one,), keep=True)
        proposal = msgspec.structs.replace(self.proposal, sections=(part,))
        return read_template(template_text(proposal), self.proposal.title)

    def left_out(self, section: int, block: int) -> int:
        """Return how many entries or rows of a block are not shown alone."""
        whole = self.block(section, block)
        return max(0, max(len(whole.entries), len(whole.start)) - SHOWN)

    def _put_block(self, place: Place, new: ProposedBlock) -> None:
        number, changed = place
        section = self.section(number)
        blocks = tuple(new if at == changed else old for at, old in enumerate(section.blocks))
        self._put(number, msgspec.structs.replace(section, blocks=blocks))

    def _put(self, number: int, new: ProposedSection) -> None:
        old = self.proposal.sections
        sections = tuple(new if at == number else each for at, each in enumerate(old))
        self.proposal = msgspec.structs.replace(self.proposal, sections=sections)
