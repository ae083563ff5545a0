"""Read a filled form back, whichever program filled it in."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pikepdf

from ladder_desktop.document.clean import cleaned
from ladder_desktop.document.nodes import Place
from ladder_desktop.errors import N_, ExportError
from ladder_desktop.export.pdf.field_names import place_of

_RADIO = 1 << 15
_DEEPEST = 16
_MOST_FIELDS = 100_000

# A text, a tick, or the value of the chosen level (None: none is chosen).
Value = str | bool | int | None


@dataclass(frozen=True, slots=True)
class FilledForm:
    """What a form says.

    Attributes:
        values: by place; a blank text is "", a rating that is not made is None.
        strange: names of fields that are none of ours, or whose value makes no sense.
    """

    values: dict[Place, Value]
    strange: tuple[str, ...]


def read_form(path: Path) -> FilledForm:
    """Return the values of a form's fields.

    Only a field's own value counts, never what its boxes look like: programs that fill in forms
    disagree about these.

    Raises:
        ExportError: if the file is no PDF that can be read, or holds no form.
    """
    try:
        with pikepdf.open(path) as pdf:
            form = pdf.Root.get("/AcroForm")
            if not isinstance(form, pikepdf.Dictionary) or "/Fields" not in form:
                raise ExportError(
                    N_("{file} holds no form to read. Choose a form that this program made."),
                    file=path.name,
                )
            return _read(form)
    except pikepdf.PasswordError as error:
        raise ExportError(
            N_("{file} is locked with a password. Save it without one first."), file=path.name
        ) from error
    except (pikepdf.PdfError, OSError) as error:
        raise ExportError(
            N_("{file} can't be read as a PDF. Ask for it to be saved again."), file=path.name
        ) from error


def _read(form: pikepdf.Dictionary) -> FilledForm:
    values: dict[Place, Value] = {}
    strange: list[str] = []
    for name, field in _fields(form):
        place = place_of(name)
        if place is None:
            strange.append(name)
            continue
        try:
            values[place] = _value(field)
        except ValueError:
            strange.append(name)
    return FilledForm(values, tuple(strange))


@dataclass(frozen=True, slots=True)
class _Field:
    """A field with what it inherits."""

    kind: str
    flags: int
    value: pikepdf.Object | None


def _fields(form: pikepdf.Dictionary) -> Iterator[tuple[str, _Field]]:
    """Yield every field with its full name, in the order of the file."""
    empty = _Field("", 0, None)
    stack = [(field, "", empty, 0) for field in reversed(_list(form.get("/Fields")))]
    seen = 0
    while stack and seen < _MOST_FIELDS:
        seen += 1
        node, above, inherited, depth = stack.pop()
        if not isinstance(node, pikepdf.Dictionary) or depth > _DEEPEST:
            continue
        own = _Field(
            str(node.get("/FT", inherited.kind)),
            int(node.get("/Ff", inherited.flags)),
            node.get("/V", inherited.value),
        )
        partial = str(node["/T"]) if "/T" in node else ""
        name = ".".join(part for part in (above, partial) if part)
        kids = [kid for kid in _list(node.get("/Kids")) if "/T" in kid]
        if kids:
            stack += [(kid, name, own, depth + 1) for kid in reversed(kids)]
        elif own.kind in {"/Tx", "/Btn", "/Ch"}:
            yield name, own


def _list(found: object) -> list[pikepdf.Dictionary]:
    if not isinstance(found, pikepdf.Array):
        return []
    return [item for item in found if isinstance(item, pikepdf.Dictionary)]


def _value(field: _Field) -> Value:
    """Return a field's value; raise ValueError if it makes no sense."""
    value = field.value
    if field.kind == "/Btn":
        state = str(value).removeprefix("/") if value is not None else "Off"
        if field.flags & _RADIO:
            return None if state in {"Off", ""} else int(state)
        return state not in {"Off", ""}
    if value is None:
        return ""
    if isinstance(value, pikepdf.Stream):
        return cleaned(str(pikepdf.String(value.read_bytes().decode("utf-8", "replace"))))
    return cleaned(str(value))
