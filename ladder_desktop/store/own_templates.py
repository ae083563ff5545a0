"""A person's own templates, installed for good in the program's data folder."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import msgspec

from ladder_desktop.errors import N_, TemplateError, reason_of
from ladder_desktop.paths import is_file, make_folder
from ladder_desktop.workbook.shelf import read_template_file
from ladder_desktop.workbook.template import Template

FOLDER = "templates"
START = "own-"  # an id may be a name that Windows keeps for devices, such as “con”


class OwnTemplate(msgspec.Struct, frozen=True):
    """An installed template.

    Attributes:
        path: where it lies.
        template: what it says; None where it can't be read any more.
        error: why it can't be read.
    """

    path: Path
    template: Template | None
    error: TemplateError | None = None


def own_templates(data: Path) -> list[OwnTemplate]:
    """Return the installed templates by their titles, those that can't be read at the end."""
    found = list(_read_all(data / FOLDER))
    return sorted(found, key=lambda one: (one.template is None, _title(one), one.path))


def own_template(template_id: str, data: Path) -> OwnTemplate | None:
    """Return the installed template with this id."""
    path = _path(template_id, data)
    return _read(path) if is_file(path) else None


def install(template: Template, data: Path) -> Path:
    """Keep a template for good; a former one with its id is replaced, whole or not at all.

    Raises:
        TemplateError: it can't be written there.
    """
    path = _path(template.id, data)
    try:
        make_folder(path.parent)
        _write(path, template.text.encode())
    except OSError as error:
        raise TemplateError(
            N_("“{name}” can't be kept in {folder}: {reason}. Check your rights to it."),
            name=template.title,
            folder=str(path.parent),
            reason=reason_of(error),
        ) from None
    return path


def remove(own: OwnTemplate) -> None:
    """Take an installed template away; workbooks made from it carry their own copy.

    Raises:
        TemplateError: it can't be removed.
    """
    try:
        own.path.unlink(missing_ok=True)
    except OSError as error:
        raise TemplateError(
            N_("{file} can't be removed: {reason}. Check your rights to it."),
            file=str(own.path),
            reason=reason_of(error),
        ) from None


def _path(template_id: str, data: Path) -> Path:
    return data / FOLDER / f"{START}{template_id}.toml"


def _read_all(folder: Path) -> Iterator[OwnTemplate]:
    for path in sorted(folder.glob(f"{START}*.toml")):
        yield _read(path)


def _read(path: Path) -> OwnTemplate:
    try:
        return OwnTemplate(path, read_template_file(path))
    except TemplateError as error:
        return OwnTemplate(path, None, error)


def _title(own: OwnTemplate) -> str:
    return own.template.title.casefold() if own.template else ""


def _write(path: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".template-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).replace(path)
    except OSError:
        with suppress(OSError):
            Path(name).unlink()
        raise
