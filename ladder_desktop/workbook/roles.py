"""The role catalogue: roles that templates and their sources name, to be suggested."""

import tomllib
from pathlib import Path
from typing import Annotated

import msgspec

from ladder_desktop.blocks.block import Line, Text
from ladder_desktop.paths import ENGLISH, edition

FILE = "roles.toml"


class Role(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One role of the catalogue.

    Attributes:
        name: what is offered and put into the cell.
        does: what somebody in it does, in a sentence.
        source: the publication that names it, and the district or model where one is meant.
        pay: what the source says about pay, or blank.
        time: what the source says about time, or blank.
    """

    name: Line
    does: Line
    source: Line
    pay: Text = ""
    time: Text = ""


class _Catalogue(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    roles: Annotated[tuple[Role, ...], msgspec.Meta(min_length=1)]


def read_roles(resources: Path, language: str = ENGLISH) -> tuple[Role, ...]:
    """Return the roles of the catalogue in the folder of the program's data, in its order."""
    path = edition(resources / FILE, language)
    plain = tomllib.loads(path.read_text(encoding="utf-8"))
    return msgspec.convert(plain, _Catalogue).roles


def matching(roles: tuple[Role, ...], typed: str) -> tuple[Role, ...]:
    """Return the roles that have every typed word in them, those that begin with it first."""
    wanted = typed.casefold().split()
    found = [role for role in roles if all(word in _searched(role) for word in wanted)]
    beginning = " ".join(wanted)
    return tuple(sorted(found, key=lambda role: not role.name.casefold().startswith(beginning)))


def _searched(role: Role) -> str:
    return f"{role.name} {role.does}".casefold()
