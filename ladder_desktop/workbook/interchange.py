"""The JSON interchange: a whole workbook as plain data, there and back without loss."""

import base64
import json
from collections.abc import Iterator
from typing import Any

import msgspec

from ladder_desktop.blocks.block import plain, refuse_surrogates
from ladder_desktop.errors import N_, AnswerError
from ladder_desktop.paths import ENGLISH
from ladder_desktop.workbook.details import given_details
from ladder_desktop.workbook.template import Template
from ladder_desktop.workbook.workbook import Workbook

FORMAT = "ladder-workbook"
VERSION = 1
KNOWN = ("format", "version", "template", "details", "answers", "no_longer_asked", "pictures")


def plain_workbook(workbook: Workbook, *, built_in: bool) -> dict[str, Any]:
    """Return a workbook as plain data; a template that is not built in travels whole."""
    template: dict[str, Any] = {
        "id": workbook.template.id,
        "version": workbook.template.header.version,
    }
    if not built_in:
        template["text"] = workbook.template.text
    elif workbook.template.header.language != ENGLISH:
        template["language"] = workbook.template.header.language
    whole: dict[str, Any] = {
        "format": FORMAT,
        "version": VERSION,
        "template": template,
        "details": plain(workbook.details),
        "answers": plain(workbook.answers),
    }
    if workbook.no_longer_asked:
        whole["no_longer_asked"] = workbook.no_longer_asked
    if pictures := dict(plain_pictures(workbook)):
        whole["pictures"] = pictures
    return whole


def parse_interchange(text: str, name: str) -> dict[str, Any]:
    """Return the checked top level of a JSON interchange text; `name` is what errors call it.

    Raises:
        AnswerError: it is not JSON, or not a workbook of a version this program knows.
    """
    try:
        whole = json.loads(
            text,
            object_pairs_hook=lambda pairs: _group(pairs, name),
            parse_constant=lambda word: _no_number(word, name),
        )
    except json.JSONDecodeError as error:
        raise AnswerError(
            N_("“{name}” can't be read as JSON (line {line}). Export a workbook to see how."),
            name=name,
            line=error.lineno,
        ) from None
    # a plain ValueError comes from a number with thousands of digits
    except (ValueError, RecursionError):
        raise AnswerError(
            N_(
                "“{name}” can't be read as JSON: it holds a number that is too long, or brackets "
                "without end. Export a workbook to see how."
            ),
            name=name,
        ) from None
    _check_top(whole, name)
    return dict(whole)


def _group(pairs: list[tuple[str, Any]], name: str) -> dict[str, Any]:
    """Return a group of named values; a name that comes twice would lose what stood there first."""
    group = dict(pairs)
    if len(group) < len(pairs):
        keys = [key for key, _ in pairs]
        raise AnswerError(
            N_("“{name}” names “{key}” twice in one place. Leave only one of them."),
            name=name,
            key=next(key for key in keys if keys.count(key) > 1),
        )
    return group


def _no_number(word: str, name: str) -> None:
    """Refuse what some programs write where a calculation went wrong."""
    raise AnswerError(N_("“{name}” holds {word}, which is no number."), name=name, word=word)


def _check_top(whole: Any, name: str) -> None:
    if not isinstance(whole, dict) or whole.get("format", FORMAT) != FORMAT:
        raise AnswerError(
            N_("“{name}” does not hold the answers of a workbook. Write “format”: “{format}”."),
            name=name,
            format=FORMAT,
        )
    version = whole.get("version", VERSION)
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise AnswerError(N_("“version” in “{name}” has to be {known}."), name=name, known=VERSION)
    if version > VERSION:
        raise AnswerError(
            N_("“{name}” was written by a newer program (version {version}). Update this one."),
            name=name,
            version=version,
        )
    for key, value in whole.items():
        if key not in KNOWN:
            raise AnswerError(
                N_("“{key}” in “{name}” is not known. Possible are: {known}."),
                key=key,
                name=name,
                known=", ".join(KNOWN),
            )
        if key not in ("format", "version") and not isinstance(value, dict):
            raise AnswerError(
                N_("“{key}” in “{name}” has to be a group of named values, {{…}}."),
                key=key,
                name=name,
            )


def plain_pictures(workbook: Workbook) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the pictures that a text names as plain data, each read when it is asked for."""
    for identity in workbook.named_pictures():
        if picture := workbook.pictures.get(identity):
            data = base64.b64encode(picture.data).decode("ascii")
            yield identity, {"type": picture.type, "data": data}


def filled(workbook: Workbook, whole: dict[str, Any], name: str) -> Workbook:
    """Return the workbook with the answers and details of plain data put in, all or none.

    What the data does not mention stays as it is; lists are taken whole.

    Raises:
        AnswerError: something does not fit; the message names it.
    """
    _check_template(workbook.template, whole.get("template", {}), name)
    if whole.get("pictures"):
        # few carry any
        from ladder_desktop.workbook.given_pictures import taken_in  # noqa: PLC0415

        workbook, whole = taken_in(workbook, whole, name)
    if "details" in whole:
        details = plain(workbook.details) | whole["details"]
        workbook = msgspec.structs.replace(workbook, details=given_details(details))
    for block_id, answer in whole.get("answers", {}).items():
        former = plain(workbook.answers.get(block_id))
        workbook = workbook.with_answer(block_id, _merged(former, answer))
    aside = whole.get("no_longer_asked", {})
    refuse_surrogates(aside, "no_longer_asked")
    kept = workbook.no_longer_asked | aside
    return msgspec.structs.replace(workbook, no_longer_asked=kept)


def _check_template(template: Template, given: dict[str, Any], name: str) -> None:
    if given.get("id", template.id) != template.id:
        raise AnswerError(
            N_("“{name}” belongs to the template “{given}”, but this workbook to “{own}”."),
            name=name,
            given=given["id"],
            own=template.id,
        )


def _merged(former: Any, given: Any) -> Any:
    """Return `given` laid over `former`: groups of named values join, all else is replaced."""
    if isinstance(former, dict) and isinstance(given, dict):
        return former | {key: _merged(former.get(key), value) for key, value in given.items()}
    return given
