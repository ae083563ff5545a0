"""Pictures inside texts: `![description](picture:ID)` names one, the album holds it.

The text stays plain. Whoever shows it finds the picture by its id in the album of the workbook.
"""

import itertools
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import msgspec

from ladder_desktop.document.clean import one_line

ID = r"[A-Za-z0-9_-]{1,64}"
MARKER = re.compile(rf"!\[(?P<said>[^\[\]\n]*)\]\(picture:(?P<picture>{ID})\)")
_NAMED = re.compile(rf"\]\(picture:({ID})\)")
_BRACKETS = str.maketrans("[]", "()")
LONGEST_DESCRIPTION = 300
LARGEST_PICTURE = 12_000_000  # bytes


class Picture(msgspec.Struct, frozen=True):
    """A picture as it is kept.

    Attributes:
        type: image/jpeg or image/png.
        data: the bytes of such a file.
    """

    type: str
    data: bytes


Fetch = Callable[[], Picture | None]


class Album:
    """The pictures of a workbook by their ids; each is read when it is asked for.

    Albums are all equal: what makes two workbooks differ is which pictures their texts name.
    """

    def __init__(self, fetches: Mapping[str, Fetch] | None = None) -> None:
        self._fetches: dict[str, Fetch] = dict(fetches or {})

    @property
    def ids(self) -> frozenset[str]:
        """Return the ids of all pictures."""
        return frozenset(self._fetches)

    def get(self, identity: str) -> Picture | None:
        """Return a picture; None where there is none, or it can't be read."""
        fetch = self._fetches.get(identity)
        return fetch() if fetch else None

    def fetches(self) -> dict[str, Fetch]:
        """Return what reads each picture, by its id."""
        return dict(self._fetches)

    def joined(self, other: "Album") -> "Album":
        """Return an album with the pictures of both; ours where both have one."""
        return Album(other.fetches() | self._fetches)

    def with_picture(self, identity: str, picture: Picture) -> "Album":
        """Return an album with one more picture, which is kept in memory."""
        return Album(self._fetches | {identity: lambda: picture})

    def __contains__(self, identity: object) -> bool:
        """Tell whether there is a picture with this id."""
        return identity in self._fetches

    def __eq__(self, other: object) -> bool:
        """Tell that another album makes no difference."""
        return isinstance(other, Album)

    def __hash__(self) -> int:
        """Return the same for all albums."""
        return hash(Album)


NO_PICTURES = Album()


def is_identity(name: str) -> bool:
    """Tell whether a text may be the id of a picture."""
    return re.fullmatch(ID, name) is not None


def marker(description: str, identity: str) -> str:
    """Return what stands for a picture in a text; brackets in its description become round."""
    said = one_line(description).translate(_BRACKETS)[:LONGEST_DESCRIPTION]
    return f"![{said}](picture:{identity})"


def named(text: str) -> list[str]:
    """Return the ids that a text, or its JSON, names, in their order; each once."""
    return list(dict.fromkeys(_NAMED.findall(text))) if "](picture:" in text else []


def parted(text: str) -> tuple[str, list[tuple[str, str]]]:
    """Part a text from the pictures that stand on lines of their own at its end.

    Returns:
        The text before them, and the description and the id of each picture.
    """
    if "](picture:" not in text:
        return text, []
    lines = text.split("\n")
    shown: list[tuple[str, str]] = []
    while lines and (found := MARKER.fullmatch(lines[-1].strip(" \t"))):
        shown.insert(0, (found["said"], found["picture"]))
        lines.pop()
    return "\n".join(lines), shown


def with_pictures(text: str, shown: Iterable[tuple[str, str]]) -> str:
    """Return a text with pictures on lines of their own at its end."""
    lines = [marker(*one) for one in shown]
    return "\n".join([text, *lines] if text else lines)


def with_pictures_kept(plain: Any, own: Any) -> Any:
    """Return a plain answer with the pictures that end the same texts of another one."""
    match plain, own:
        case str(), str():
            there = named(plain)
            shown = [one for one in parted(own)[1] if one[1] not in there]
            return with_pictures(plain, shown) if shown else plain
        case dict(), dict():
            return {key: with_pictures_kept(value, own.get(key)) for key, value in plain.items()}
        case list(), list():
            kept = itertools.zip_longest(plain, own[: len(plain)])
            return [with_pictures_kept(one, other) for one, other in kept]
    return plain


def described(text: str) -> str:
    """Return a text with the description of each picture in its place."""
    return MARKER.sub(lambda one: one["said"], text) if "](picture:" in text else text


def renamed(plain: object, names: Mapping[str, str]) -> object:
    """Return a plain answer in which pictures have other ids."""
    match plain:
        case str():
            return _NAMED.sub(lambda one: f"](picture:{names.get(one[1], one[1])})", plain)
        case dict():
            return {key: renamed(value, names) for key, value in plain.items()}
        case list():
            return [renamed(value, names) for value in plain]
    return plain


def undescribed_in(plain: object) -> int:
    """Return how many pictures in a plain answer have no description."""
    match plain:
        case str() as text if "](picture:" in text:
            return sum(not one["said"].strip() for one in MARKER.finditer(text))
        case dict():
            return sum(undescribed_in(value) for value in plain.values())
        case list():
            return sum(undescribed_in(value) for value in plain)
    return 0


def named_in(plain: object) -> list[str]:
    """Return the ids that a plain answer names anywhere, in their order; each once."""
    found: dict[str, None] = {}
    waiting = [plain]
    while waiting:
        match waiting.pop():
            case str() as text:
                found.update(dict.fromkeys(named(text)))
            case dict() as group:
                waiting += reversed(group.values())
            case list() | tuple() as rows:
                waiting += reversed(rows)
    return list(found)
