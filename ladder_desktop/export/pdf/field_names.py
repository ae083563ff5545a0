"""The names of a form's fields: the place in the workbook that each one fills."""

from urllib.parse import quote, unquote

from ladder_desktop.document.nodes import Place

_PARTS = 4
_LONGEST = 2000


def field_name(place: Place) -> str:
    """Return the name of the field for a place.

    A full stop would part a name from its parent's (PDF 32000-1, 12.7.3.2), so that none is
    left standing.
    """
    parts = (place.block, place.item, str(place.row), place.column)
    return "/".join(quote(part, safe="").replace(".", "%2E") for part in parts)


def place_of(name: str) -> Place | None:
    """Return the place that a field fills, or None if the name is none of ours."""
    parts = name.split("/")
    if len(parts) != _PARTS or len(name) > _LONGEST or not parts[2].isdecimal():
        return None
    block, item, row, column = (unquote(part) for part in parts)
    place = Place(block, item, int(row), column)
    return place if field_name(place) == name else None
