"""The pictures of a JSON interchange: checked, and put into the album of a workbook."""

import base64
import binascii
from typing import Any

import msgspec

from ladder_desktop.document.image_data import checked, identity_of, is_digest
from ladder_desktop.document.pictures import (
    LARGEST_PICTURE,
    Picture,
    is_identity,
    renamed,
)
from ladder_desktop.errors import N_, AnswerError, LadderError
from ladder_desktop.workbook.workbook import Workbook

MOST_PICTURES = 1000  # in one text
_LONGEST = LARGEST_PICTURE * 4 // 3 + 4  # letters


def taken_in(
    workbook: Workbook, whole: dict[str, Any], name: str
) -> tuple[Workbook, dict[str, Any]]:
    """Return the workbook with the pictures of an interchange, and the rest of that.

    Where the workbook has another picture under the same id, the given one gets an id of its own,
    and the given texts name it by that.

    Raises:
        AnswerError: one of them can't be kept; the message names it.
    """
    given: dict[str, Any] = whole["pictures"]
    if len(given) > MOST_PICTURES:
        raise AnswerError(
            N_("“{name}” holds more than {most} pictures. Fill them in in parts."),
            name=name,
            most=MOST_PICTURES,
        )
    album = workbook.pictures
    names: dict[str, str] = {}
    for identity, one in given.items():
        picture = _picture(identity, one, name)
        if is_digest(identity) and identity != identity_of(picture.data):
            names[identity] = identity_of(picture.data)
        elif identity in album and album.get(identity) != picture:
            names[identity] = _free(identity, frozenset(given) | album.ids)
        album = album.with_picture(names.get(identity, identity), picture)
    if names:
        rest = {key: whole[key] for key in ("answers", "no_longer_asked") if key in whole}
        whole = whole | {key: renamed(value, names) for key, value in rest.items()}
    return msgspec.structs.replace(workbook, pictures=album), whole


def _picture(identity: str, given: Any, name: str) -> Picture:
    try:
        if not is_identity(identity):
            raise AnswerError(
                N_("its name may hold letters, figures, “-” and “_” only, at most 64 of them.")
            )
        match given:
            case {"type": str() as kind, "data": str() as data} if len(given) == len("td"):
                return _checked(Picture(kind, _decoded(data)))
        raise AnswerError(N_("it has to be written as {{“type”: “image/jpeg”, “data”: “…”}}."))
    except LadderError as reason:
        raise AnswerError(
            N_("The picture “{picture}” in “{name}” can't be kept: {reason}"),
            picture=identity[:64],
            name=name,
            reason=reason,
        ) from None


def _checked(picture: Picture) -> Picture:
    kept, found = checked(picture)
    if not found.is_upright:
        raise AnswerError(
            N_("a remark in it says that it lies on its side. Turn it, and save it anew.")
        )
    return kept


def _decoded(data: str) -> bytes:
    if len(data) > _LONGEST:
        raise AnswerError(
            N_("it has more than {most} MB. Make it smaller."), most=LARGEST_PICTURE // 1_000_000
        )
    try:
        return base64.b64decode(data, validate=True)
    except (binascii.Error, ValueError):
        raise AnswerError(N_("its data is not written as Base64.")) from None


def _free(identity: str, taken: frozenset[str]) -> str:
    """Return an id like this one that no picture has."""
    number = 2
    while f"{identity[:56]}-{number}" in taken:
        number += 1
    return f"{identity[:56]}-{number}"
