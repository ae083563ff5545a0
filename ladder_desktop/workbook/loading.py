"""Puts a workbook together from stored parts; what does not fit is kept aside."""

import re
from typing import Any

import msgspec

from ladder_desktop.blocks.block import Block
from ladder_desktop.errors import N_, AnswerError, LadderError, TemplateError, Wording
from ladder_desktop.workbook.details import DETAILS, Details, read_details
from ladder_desktop.workbook.template import Template, read_template
from ladder_desktop.workbook.workbook import Workbook

MOST_PARTS = 2_000_000  # in one answer
QUOTED = re.compile(r'"(?:[^"\\]++|\\.)*+(?:"|\Z)', re.DOTALL)


class Parts(msgspec.Struct, frozen=True):
    """The stored parts of a workbook, each value as JSON text.

    Attributes:
        identity: the short id.
        template: the template's TOML text.
        details: the details.
        answers: for each block's id its answer.
        no_longer_asked: answers whose question is gone.
        misfits: answers that were set aside before.
    """

    identity: str
    template: str
    details: str
    answers: dict[str, str]
    no_longer_asked: dict[str, str] = {}
    misfits: dict[str, str] = {}


class Misfit(msgspec.Struct, frozen=True):
    """Something stored that fits nowhere; it is kept as it is and reported.

    Attributes:
        name: the block's id, or “details”.
        json: what is stored.
        reason: why it does not fit.
    """

    name: str
    json: str
    reason: LadderError

    def worded(self, words: Wording) -> str:
        """Return the reason in the language of `words`."""
        return self.reason.worded(words)


class Loaded(msgspec.Struct, frozen=True):
    """A workbook and what did not fit into it."""

    workbook: Workbook
    misfits: tuple[Misfit, ...]


def load(parts: Parts, name: str) -> Loaded:
    """Put a workbook together; `name` is what errors about its template call it.

    Raises:
        TemplateError: the template can't be used, without which nothing can be shown.
    """
    template = read_template(_template_text(parts.template, name), name)
    misfits: list[Misfit] = []
    answers = {
        block.id: _answer(block, parts.answers.get(block.id), misfits)
        for block in template.blocks()
    }
    workbook = Workbook(
        identity=_identity(parts.identity),
        template=template,
        details=_details(parts.details, misfits),
        answers=answers,
        no_longer_asked=_no_longer_asked(parts, template, misfits),
    )
    # the same answer may lie aside and still in its place
    here = {(misfit.name, misfit.json) for misfit in misfits}
    earlier = (_earlier_misfit(name, json) for name, json in parts.misfits.items())
    aside = [misfit for misfit in earlier if (misfit.name, misfit.json) not in here]
    return Loaded(workbook, (*misfits, *aside))


def _template_text(json: str, name: str) -> str:
    try:
        return msgspec.json.decode(json, type=str)
    except (msgspec.DecodeError, RecursionError):
        raise TemplateError(N_("The template of “{name}” can't be read."), name=name) from None


def _identity(json: str) -> str:
    try:
        return msgspec.json.decode(json, type=str)[:40]
    except (msgspec.DecodeError, RecursionError):
        return ""


def _details(json: str, misfits: list[Misfit]) -> Details:
    try:
        return read_details(unpacked(json, DETAILS))
    except AnswerError as error:
        misfits.append(Misfit(DETAILS, json, error))
        return Details()


def _answer(block: Block, json: str | None, misfits: list[Misfit]) -> Any:
    if json is None:
        return block.empty()
    try:
        return block.read(unpacked(json, block.id))
    except AnswerError as error:
        misfits.append(Misfit(block.id, json, error))
        return block.empty()


def _no_longer_asked(parts: Parts, template: Template, misfits: list[Misfit]) -> dict[str, Any]:
    """Return what has no question: set aside before, or now met without one."""
    asked = {block.id for block in template.blocks()}
    waiting = dict(parts.no_longer_asked)
    waiting |= {name: json for name, json in parts.answers.items() if name not in asked}
    found: dict[str, Any] = {}
    for name, json in waiting.items():
        try:
            found[name] = unpacked(json, name)
        except AnswerError as error:
            misfits.append(Misfit(name, json, error))
    return found


def _earlier_misfit(name: str, json: str) -> Misfit:
    block = name.partition("/")[0]
    reason = AnswerError(
        N_("An earlier answer to “{block}” did not fit it and was set aside."), block=block
    )
    return Misfit(block, json, reason)


def unpacked(json: str, name: str) -> Any:
    """Return the plain value of stored JSON; `name` is what errors call it.

    Raises:
        AnswerError: it is no JSON, nested without end, or a trap that would fill the memory.
    """
    try:
        if _parts(json) > MOST_PARTS and _parts(QUOTED.sub("", json)) > MOST_PARTS:
            raise AnswerError(N_("The answer to “{block}” has too many parts."), block=name)
        return msgspec.json.decode(json)
    except (msgspec.DecodeError, RecursionError):
        raise AnswerError(
            N_("The answer to “{block}” is stored in a way that can't be read."), block=name
        ) from None


def _parts(json: str) -> int:
    """Return how many parts a value has at most; commas inside texts count, too."""
    return json.count("[") + json.count("{") + json.count(",")
