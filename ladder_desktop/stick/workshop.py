"""`workshop.toml`: what a workshop brings along. It comes from elsewhere and is not trusted."""

import json
from pathlib import Path
from typing import Annotated, Any

import msgspec

from ladder_desktop.errors import N_, reason_of
from ladder_desktop.paths import ENGLISH
from ladder_desktop.stick.contents import KINDS, check_content, place_within
from ladder_desktop.stick.names import WORKSHOP, StickError
from ladder_desktop.workbook.details import Day
from ladder_desktop.workbook.template import Template

LARGEST = 64_000  # bytes
Line = Annotated[str, msgspec.Meta(max_length=300, pattern=r"^[^\x00-\x1f\x7f]*$")]
Place = Annotated[str, msgspec.Meta(min_length=1, max_length=250)]
WebAddress = Annotated[
    str, msgspec.Meta(max_length=2000, pattern=r"^https?://[^\s<>\"\x00-\x1f]+$")
]
Version = Annotated[str, msgspec.Meta(pattern=r"^(\d{1,4}\.\d{1,4}\.\d{1,4})?$")]


class WorkshopFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A file that participants get: how it is called, and where it lies beside `workshop.toml`."""

    title: Line
    file: Place


class Workshop(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A workshop.

    Attributes:
        title: of the workshop.
        date: its first day, ISO.
        facilitator: who leads it.
        organization: where participants come from.
        survey: a web address that replaces the built-in one.
        templates: ids of built-in templates, after the language and a slash where that is not
            English (``es/career-growth``), or files beside `workshop.toml`.
        files: what is read without internet.
        program: the version of the installers beside it; blank without any.
    """

    title: Line = ""
    date: Day | None = None
    facilitator: Line = ""
    organization: Line = ""
    survey: WebAddress | None = None
    templates: Annotated[tuple[Place, ...], msgspec.Meta(max_length=20)] = ()
    files: Annotated[tuple[WorkshopFile, ...], msgspec.Meta(max_length=100)] = ()
    program: Version = ""


def read_workshop(folder: Path) -> Workshop:
    """Read the workshop that lies in a folder and check all that it names.

    Raises:
        StickError: it is not there, can't be read, or names what must not be used.
    """
    workshop = _parsed(folder, _text(folder / WORKSHOP))
    for one in workshop.files:
        path = place_within(folder, one.file)
        if path.suffix.lower() not in KINDS:
            raise StickError(
                N_("The workshop's file “{place}” is of a kind that is not opened."), place=one.file
            )
        check_content(path)
    for template in own_templates(workshop):
        place_within(folder, template)
    return workshop


def own_templates(workshop: Workshop) -> list[str]:
    """Return the templates that lie beside `workshop.toml`."""
    return [name for name in workshop.templates if name.endswith(".toml")]


def name_of(template: Template) -> str:
    """Return the name under which a workshop lists a built-in template."""
    language = template.header.language
    return template.id if language == ENGLISH else f"{language}/{template.id}"


def named(name: str) -> tuple[str, str]:
    """Return the id and the language of the built-in template that a workshop lists."""
    language, _, template_id = name.rpartition("/")
    return template_id, language or ENGLISH


def workshop_text(workshop: Workshop) -> str:
    """Return a workshop as the text of its file."""
    plain: dict[str, Any] = msgspec.to_builtins(workshop)
    files = plain.pop("files")
    lines = ["# Read by Ladder Desktop. Places are relative to this file.\n"]
    lines += [f"{key} = {_toml(value)}\n" for key, value in plain.items() if value]
    lines += [
        f"\n[[files]]\ntitle = {_toml(one['title'])}\nfile = {_toml(one['file'])}\n"
        for one in files
    ]
    return "".join(lines)


def _text(path: Path) -> str:
    try:
        if path.is_symlink() or not path.is_file():
            raise StickError(
                N_("There is no workshop in “{folder}”: it holds no file workshop.toml."),
                folder=str(path.parent),
            )
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise StickError(N_("“{file}” is far too large for a workshop."), file=str(path))
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise StickError(N_("“{file}” is not UTF-8 text."), file=str(path)) from None
    except OSError as error:
        raise StickError(
            N_("“{file}” can't be read: {reason}. Is the stick still in its place?"),
            file=str(path),
            reason=reason_of(error),
        ) from None


def _parsed(folder: Path, text: str) -> Workshop:
    try:
        return msgspec.toml.decode(text, type=Workshop)
    except (msgspec.DecodeError, RecursionError) as error:
        raise StickError(
            N_("“{file}” can't be used: {reason}. Ask whoever prepared the stick."),
            file=str(folder / WORKSHOP),
            reason=str(error),
        ) from None


def _toml(value: str | list[str]) -> str:
    # a JSON text is a TOML text, but for one control letter
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
