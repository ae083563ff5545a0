"""Finds every mistake in plain data, not only the first one as msgspec does."""

from collections.abc import Iterator
from itertools import islice
from typing import Annotated, Any, Literal, get_args, get_origin

import msgspec

from ladder_desktop.blocks.block import Block
from ladder_desktop.blocks.reasons import Reason, reason_for
from ladder_desktop.errors import N_, LadderError
from ladder_desktop.workbook.lines import Lines, Path

MOST = 100  # mistakes are searched for in one place; a file that is no template has no end of them
MISTAKE = N_("Line {line}, {place}: {reason}")


class Mistake(LadderError):
    """One mistake in a template, with the line it stands on in `arguments["line"]`."""


def mistakes_in(plain: Any, shape: Any, path: Path, lines: Lines) -> list[Mistake]:
    """Return every mistake that keeps `plain` from being a `shape`.

    Args:
        plain: what stands at `path` of the parsed template.
        shape: the msgspec type that it should have.
        path: where it stands.
        lines: the lines of the template's text.
    """
    if _is_flawless(plain, shape):
        return []
    return [
        Mistake(MISTAKE, line=lines.line(place), place=_shown(place), reason=reason)
        for place, reason in islice(_search(plain, shape, path), MOST)
    ]


def _is_flawless(plain: Any, shape: Any) -> bool:
    """Tell at once of what has no mistake: every window waits for its template to be read."""
    try:
        msgspec.convert(plain, shape)
    except (msgspec.ValidationError, RecursionError):
        return False
    return True


def faults_of(block: Block, path: Path, lines: Lines) -> list[Mistake]:
    """Return what is wrong with a block as a whole, its fields having no mistake."""
    return [
        Mistake(
            MISTAKE, line=lines.line((*path, *place)), place=_shown((*path, *place)), reason=reason
        )
        for place, reason in block.faults()
    ]


def _search(plain: Any, shape: Any, path: Path) -> Iterator[tuple[Path, Reason]]:
    if entry := _entry_shape(shape):
        yield from _search_list(plain, shape, entry, path)
    elif isinstance(shape, type) and issubclass(shape, msgspec.Struct) and isinstance(plain, dict):
        yield from _search_group(plain, shape, path)
    else:
        yield from _try(plain, shape, path)


def _search_list(plain: Any, shape: Any, entry: Any, path: Path) -> Iterator[tuple[Path, Reason]]:
    yield from _try(plain, _any_entries(shape), path)
    for number, value in enumerate(plain if isinstance(plain, list) else []):
        yield from _search(value, entry, (*path, number))


def _search_group(
    plain: dict[str, Any], shape: type[msgspec.Struct], path: Path
) -> Iterator[tuple[Path, Reason]]:
    fields = {field.encode_name: field for field in msgspec.structs.fields(shape)}
    for name in plain:
        if name not in fields and name != shape.__struct_config__.tag_field:
            yield (*path, name), _unknown(name, list(fields))
    for name, field in fields.items():
        if name in plain:
            yield from _search(plain[name], field.type, (*path, name))
        elif field.required:
            yield path, reason_for(f"Object missing required field `{name}`")


def _try(plain: Any, shape: Any, path: Path) -> Iterator[tuple[Path, Reason]]:
    try:
        msgspec.convert(plain, shape)
    except msgspec.ValidationError as error:
        complaint = str(error).partition(" - at `$")[0]
        yield path, _not_chosen(plain, shape) or reason_for(complaint)


def _not_chosen(plain: Any, shape: Any) -> Reason | None:
    """Return what can be chosen where a text is none of it."""
    choices = [choice for choice in _choices(shape) if isinstance(choice, type(plain))]
    if not choices or isinstance(plain, bool):
        return None
    known = ", ".join(str(choice) for choice in choices)
    message = N_("“{value}” is not possible here. Write one of: {known}.")
    return Reason(message, value=plain, known=known)


def _choices(shape: Any) -> tuple[Any, ...]:
    """Return the values of a ``Literal``, alone or beside ``None``."""
    if get_origin(shape) is Literal:
        return get_args(shape)
    return tuple(each for part in get_args(shape) for each in _choices(part))


def _entry_shape(shape: Any) -> Any:
    """Return the shape of the entries of ``tuple[X, ...]``, bare or annotated; else None."""
    if get_origin(shape) is Annotated:
        shape = get_args(shape)[0]
    return get_args(shape)[0] if get_origin(shape) is tuple else None


def _any_entries(shape: Any) -> Any:
    """Return the shape of a list with the same bounds, whatever its entries are."""
    if get_origin(shape) is Annotated:
        return Annotated[tuple[Any, ...], *get_args(shape)[1:]]
    return tuple[Any, ...]


def _unknown(name: str, known: list[str]) -> Reason:
    # only a template with mistakes needs it, and every window would wait for it
    import difflib  # noqa: PLC0415

    if close := difflib.get_close_matches(name, known, n=1):
        message = N_("“{name}” is not known here. Did you mean “{close}”?")
        return Reason(message, name=name, close=close[0])
    message = N_("“{name}” is not known here. Take it out; possible are: {known}.")
    return Reason(message, name=name, known=", ".join(known))


def _shown(path: Path) -> str:
    """Return a path as people read it: ``sections 1, blocks 2, question``."""
    shown: list[str] = []
    for step in path:
        if isinstance(step, int):
            shown[-1] += f" {step + 1}"
        else:
            shown.append(step)
    return ", ".join(shown) or "template"
