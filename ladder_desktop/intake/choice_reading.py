"""Makes blocks of a form's lists to choose from that stand outside of tables."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ladder_desktop.intake.outlining import Part
from ladder_desktop.intake.proposal import Column, ProposedBlock


def with_lists(parts: Iterable[Part]) -> list[Part]:
    """Return the parts with each list in the line that asks for it, not in a line of its own."""
    found: list[Part] = []
    for part in parts:
        before = found[-1] if found else None
        asks = before is not None and before.role in ("text", "item") and not before.lists
        if before is not None and asks and part.role == "space" and part.lists:
            found[-1] = replace(before, lists=part.lists)
        else:
            found.append(part)
    return found


def run_of_choices(parts: Sequence[Part], start: int) -> list[int]:
    """Return the places of the lines from one on that offer the same choices, side by side.

    Empty where nothing is to be chosen; a line that offers several lists stands alone.
    """
    first = parts[start]
    if len(first.lists) != 1:
        return [start] if first.lists else []
    found: list[int] = []
    for place, part in enumerate(parts[start:], start):
        if part.lists == first.lists and (part.text or not found):
            found.append(place)
        elif part.role != "space" or part.lists:
            break
    return found


def block_of_choices(parts: Sequence[Part], over: str) -> ProposedBlock:
    """Return a table in which something is chosen for each line; one line is its only column."""
    if len(parts) == 1:
        title = _label(parts[0].text) or over
        columns = tuple(Column(title, choices) for choices in parts[0].lists)
        return ProposedBlock("table", title, columns=columns, rows=1)
    rows = tuple((_label(part.text), "") for part in parts)
    return ProposedBlock(
        "table", over, columns=(Column(over), Column(over, parts[0].lists[0])), start=rows
    )


def _label(text: str) -> str:
    return text.rstrip(" :")
