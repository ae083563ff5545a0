"""Joining a workshop: what its stick brings is kept for this person, and new workbooks use it."""

import re
import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ladder_desktop.errors import N_, LadderError, reason_of
from ladder_desktop.paths import is_file, make_folder
from ladder_desktop.stick.contents import place_within
from ladder_desktop.stick.names import WORKSHOP, StickError
from ladder_desktop.stick.workshop import (
    Workshop,
    named,
    own_templates,
    read_workshop,
    workshop_text,
)
from ladder_desktop.workbook.details import Details
from ladder_desktop.workbook.template import Template, read_template

FOLDER = "workshop"
SURVEY = "survey"  # the id that the survey's link has in every template


@dataclass(frozen=True, slots=True)
class Joined:
    """A workshop, and the folder that its files lie in."""

    workshop: Workshop
    folder: Path

    def files(self) -> list[tuple[str, Path]]:
        """Return the workshop's files: title and path of each."""
        return [(one.title, place_within(self.folder, one.file)) for one in self.workshop.files]


def join(stick: Path, data: Path) -> Joined:
    """Keep a workshop and its files in the person's data, in place of a former one.

    Raises:
        StickError: the stick can't be used, or its files can't be kept.
    """
    workshop = read_workshop(stick)
    target = data / FOLDER
    try:
        make_folder(data)
        part = Path(tempfile.mkdtemp(prefix=".workshop-", dir=data))
        try:
            for place in [*(one.file for one in workshop.files), *own_templates(workshop)]:
                make_folder((part / place).parent)
                shutil.copyfile(place_within(stick, place), part / place)
            (part / WORKSHOP).write_text(workshop_text(workshop), encoding="utf-8")
            _replace(target, part)
        finally:
            shutil.rmtree(part, ignore_errors=True)
    except OSError as error:
        raise StickError(
            N_("The workshop's files can't be kept: {reason}. Is the stick still in its place?"),
            reason=reason_of(error),
        ) from None
    return Joined(workshop, target)


def leave(data: Path) -> None:
    """Forget the workshop that was joined."""
    shutil.rmtree(data / FOLDER, ignore_errors=True)


def joined(data: Path) -> Joined | None:
    """Return the workshop that was joined; None without one, or when it can't be used any more."""
    return _found(data / FOLDER)


def beside(program: Path) -> Joined | None:
    """Return the workshop on the stick that a portable program is started from."""
    for folder in (program, *program.parents[:2]):
        if found := _found(folder):
            return found
    return None


def details(workshop: Workshop, today: str) -> Details:
    """Return the details that a new workbook of a workshop begins with."""
    return Details(
        organization=workshop.organization,
        workshop=workshop.title,
        date=workshop.date or today,
        facilitator=workshop.facilitator,
    )


def template_of(template: Template, workshop: Workshop) -> Template:
    """Return a template with the workshop's survey in place of the built-in one."""
    if workshop.survey is None:
        return template
    address = workshop.survey
    pattern = rf'(id = "{SURVEY}",[^}}\n]*?url = )"[^"\n]*"'
    text = re.sub(pattern, lambda found: f'{found[1]}"{address}"', template.text)
    return read_template(text, template.id) if text != template.text else template


def templates(found: Joined, built_in: Callable[[str, str], Template]) -> list[Template]:
    """Return the workshop's templates, its own read from its folder.

    Args:
        found: the workshop.
        built_in: returns the built-in template with an id, in a language.

    Raises:
        LadderError: one of them can't be used.
    """
    own = set(own_templates(found.workshop))
    listed = [
        _own_template(found.folder, name) if name in own else built_in(*named(name))
        for name in found.workshop.templates
    ]
    return [template_of(template, found.workshop) for template in listed]


def _own_template(folder: Path, place: str) -> Template:
    text = place_within(folder, place).read_text(encoding="utf-8-sig")
    return read_template(text, place)


def _found(folder: Path) -> Joined | None:
    if is_file(folder / WORKSHOP):
        with suppress(LadderError):
            return Joined(read_workshop(folder), folder)
    return None


def _replace(target: Path, part: Path) -> None:
    former = part.with_name(f"{part.name}-former")
    if target.exists():
        target.rename(former)
    try:
        part.rename(target)
    except OSError:
        if former.exists():
            former.rename(target)
        raise
    shutil.rmtree(former, ignore_errors=True)
