"""The texts of a workbook: JSON under a name, with a checksum."""

import zlib
from typing import Any, NamedTuple

import msgspec

from ladder_desktop.errors import N_, AnswerError
from ladder_desktop.store.connection import LARGEST_VALUE
from ladder_desktop.workbook.loading import Parts
from ladder_desktop.workbook.workbook import Workbook

IDENTITY = "/identity"
TEMPLATE = "/template"
DETAILS = "/details"
NO_LONGER_ASKED = "/no-longer-asked/"  # followed by the id of the block that is gone
MOST_TEMPLATES = 20  # nobody moves on more often
LARGEST_TEXT = LARGEST_VALUE - 10_000  # bytes of JSON; the rest of its row needs some
FORMER = "/former/"  # followed by a number: a template of which only the questions are told
MISFIT = "/misfit/"  # followed by the id of the block and a checksum


class Text(NamedTuple):
    """One stored text.

    Attributes:
        name: a block's id, or one of the names above.
        json: the value as JSON.
    """

    name: str
    json: str

    @property
    def crc(self) -> int:
        """Return the checksum that tells a damaged or misplaced text."""
        return zlib.crc32(f"{self.name}\0{self.json}".encode())

    def value(self) -> Any:
        """Return the plain value.

        Raises:
            msgspec.DecodeError, RecursionError: it is not JSON, or nested without end.
        """
        return msgspec.json.decode(self.json)


def text(name: str, plain: object) -> Text:
    """Return a plain value as the text that is stored.

    Raises:
        AnswerError: it holds half a character, or more than a file takes or gives back.
    """
    try:
        data = msgspec.json.encode(plain)
        if len(data) > LARGEST_TEXT:
            raise AnswerError(
                N_("The answer to “{block}” is longer than {most} million characters. Shorten it."),
                block=name,
                most=LARGEST_TEXT // 1_000_000,
            )
        return Text(name, data.decode())
    except UnicodeEncodeError:
        raise AnswerError(
            N_("The answer to “{block}” holds half a character, which can't be stored."),
            block=name.strip("/"),  # such as “/details”
        ) from None


def texts_of(workbook: Workbook) -> list[Text]:
    """Return everything a workbook holds as texts."""
    return [
        text(IDENTITY, workbook.identity),
        text(TEMPLATE, workbook.template.text),
        text(DETAILS, workbook.details),
        *(text(name, answer) for name, answer in workbook.answers.items()),
        *(
            text(NO_LONGER_ASKED + name, answer)
            for name, answer in workbook.no_longer_asked.items()
        ),
    ]


def former_texts(workbook: Workbook) -> list[Text]:
    """Return the templates that tell what the answers set aside were given to, newest first."""
    needed = workbook.former.needed(workbook.no_longer_asked) if workbook.no_longer_asked else ()
    return [
        text(f"{FORMER}{number:02}", one.text)
        for number, one in enumerate(needed[:MOST_TEMPLATES])
        if one.text != workbook.template.text
    ]


def is_answer(name: str) -> bool:
    """Tell whether a text is the answer to a block."""
    return not name.startswith("/")


def parts_of(texts: dict[str, str]) -> Parts:
    """Sort stored texts by what they are; values stay JSON until they meet their block."""
    return Parts(
        identity=texts.get(IDENTITY, '""'),
        template=texts.get(TEMPLATE, '""'),
        details=texts.get(DETAILS, "{}"),
        answers={name: json for name, json in texts.items() if is_answer(name)},
        no_longer_asked=_under(NO_LONGER_ASKED, texts),
        misfits=_under(MISFIT, texts),
    )


def _under(prefix: str, texts: dict[str, str]) -> dict[str, str]:
    return {
        name.removeprefix(prefix): json for name, json in texts.items() if name.startswith(prefix)
    }
