"""A workbook: a template plus its answers plus its details."""

from random import SystemRandom
from typing import Any

import msgspec

from ladder_desktop.blocks.block import Block, Progress, Question, plain, progress
from ladder_desktop.document.pictures import NO_PICTURES, Album, named_in
from ladder_desktop.errors import N_, AnswerError
from ladder_desktop.workbook.details import Details
from ladder_desktop.workbook.former import NO_FORMER, Former
from ladder_desktop.workbook.template import Section, Template

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # no letter that is mistaken for a figure on paper


class Workbook(msgspec.Struct, frozen=True):
    """A whole workbook, as values; changing it makes a new one.

    Attributes:
        identity: a short id that stays for life and stands at the foot of each page.
        template: its definition.
        details: who, where, which workshop.
        answers: for each block's id its answer, typed by the block's kind and complete.
        no_longer_asked: plain answers whose question is gone; kept and printed.
        pictures: those that its texts may name, by their ids.
        former: the templates that it had before.
    """

    identity: str
    template: Template
    details: Details
    answers: dict[str, Any]
    no_longer_asked: dict[str, Any] = {}
    pictures: Album = NO_PICTURES
    former: Former = NO_FORMER

    def with_answer(self, block_id: str, plain: object) -> "Workbook":
        """Return the workbook with one block's answer put in place of the former.

        Raises:
            AnswerError: there is no such block, or the answer does not fit it.
        """
        block = self.template.block(block_id)
        if block is None:
            known = ", ".join(block.id for block in self.template.blocks())
            raise AnswerError(
                N_("There is no question “{block}” in this workbook. It has: {known}."),
                block=block_id,
                known=known,
            )
        answers = self.answers | {block_id: block.read(plain)}
        return msgspec.structs.replace(self, answers=answers)

    def questions(self, section: Section) -> list[tuple[Block, Question]]:
        """Return what counts in the progress of a section, with the block that asks it."""
        return [
            (block, question)
            for block in section.blocks
            for question in block.questions(self.answers[block.id], self.details.level)
        ]

    def named_pictures(self) -> list[str]:
        """Return the ids of the pictures that stand in a text, in order; each once."""
        shown = named_in(plain([self.answers, self.no_longer_asked]))
        return [one for one in shown if one in self.pictures]

    def progress(self, section: Section) -> Progress:
        """Return how much of a section is answered."""
        parts = (
            progress(block, self.answers[block.id], self.details.level) for block in section.blocks
        )
        return sum(parts, Progress())


def new_workbook(template: Template, details: Details | None = None) -> Workbook:
    """Return an empty workbook made from a template."""
    return Workbook(
        identity="".join(SystemRandom().choices(ALPHABET, k=8)),
        template=template,
        details=details or Details(),
        answers={block.id: block.empty() for block in template.blocks()},
    )
