"""Ratings of two moments side by side: a rating is an estimate for now, so people come back.

What a survey's people chose in the mean counts as a rating, too.
"""

from collections.abc import Iterator, Sequence
from textwrap import shorten

import msgspec

from ladder_desktop.blocks.sheets import sheet
from ladder_desktop.document.nodes import (
    Bar,
    Cell,
    Chart,
    Column,
    Document,
    Grid,
    Heading,
    Node,
    Paragraph,
    Place,
    Scale,
    Section,
)
from ladder_desktop.errors import N_
from ladder_desktop.words import Words
from ladder_desktop.workbook.printing import printed_details
from ladder_desktop.workbook.workbook import Workbook

RATINGS = "ratings"
NOTHING = "–"
NOTHING_RATED = N_("Nothing was rated at either of these moments.")
LONGEST_LABEL = 70  # characters of what was rated, in the chart; the table has all of them


class Rating(msgspec.Struct, frozen=True):
    """What one thing was rated.

    Attributes:
        key: the same for the same thing at another moment.
        title: what was rated.
        value: the rating, None where there is none; a mean has one decimal.
        label: what it is called; blank for a mean.
        most: the highest rating.
    """

    key: str
    title: str
    value: float | None
    label: str
    most: float


class Compared(msgspec.Struct, frozen=True):
    """One thing at two moments."""

    title: str
    first: Rating | None
    second: Rating | None

    @property
    def change(self) -> float | None:
        """Return by how much it went up; None where one of them is missing."""
        values = [one.value if one else None for one in (self.first, self.second)]
        before, after = values
        return None if before is None or after is None else round(after - before, 1)


def ratings(workbook: Workbook, words: Words) -> list[Rating]:
    """Return everything that is rated in a workbook, in its order."""
    found = []
    for block in workbook.template.blocks():
        asked = {one.item for one in block.questions(workbook.answers[block.id], None)}
        title = ""
        for node in sheet(block.kind).sheet(block, workbook.answers[block.id], words):
            if isinstance(node, Heading) and node.level == 1:
                title = node.text
            elif isinstance(node, Scale) and node.place.item in asked:
                found.append(_rating(title or node.question, node))
            elif isinstance(node, Chart):
                found.extend(_mean(block.id, bar, node.maximum) for bar in node.bars)
    return found


def compared(first: Workbook, second: Workbook, words: Words) -> list[Compared]:
    """Return what was rated at either of two moments; what the second asks comes first."""
    before = {one.key: one for one in ratings(first, words)}
    after = {one.key: one for one in ratings(second, words)}
    keys = [*after, *(key for key in before if key not in after)]
    return [
        Compared((after.get(key) or before[key]).title, before.get(key), after.get(key))
        for key in keys
    ]


def comparison(first: Workbook, second: Workbook, names: tuple[str, str], words: Words) -> Document:
    """Return the document with the ratings of two moments: a table and a chart.

    Args:
        first: the earlier workbook.
        second: the later one; details and language are its.
        names: what the two moments are called.
        words: the words of the workbook's language.
    """
    return Document(
        title=second.template.title,
        author=second.details.name,
        identity=second.identity,
        language=second.template.header.language,
        details=tuple(one for one in printed_details(second.details, words) if one.value),
        sections=(side_by_side(first, second, names, words),),
    )


def side_by_side(
    first: Workbook, second: Workbook, names: tuple[str, str], words: Words
) -> Section:
    """Return the section that `comparison` is about, to be put into another document, too."""
    rows = compared(first, second, words)
    title = words("Ratings compared")
    intro = words(
        "Each rating is an estimate for its time: {first}; {second}.",
        first=names[0],
        second=names[1],
    )
    if not rows:
        return Section(RATINGS, title, title, (Paragraph(words(NOTHING_RATED), "intro"),))
    table, charts = _grid(rows, names, words), _charts(rows, names, words)
    nodes: tuple[Node, ...] = (Paragraph(intro, "intro"), table, *charts)
    return Section(RATINGS, title, title, nodes)


def rating_text(rating: Rating | None) -> str:
    """Return a rating as people read it; a dash where there is none."""
    if rating is None or rating.value is None:
        return NOTHING
    return f"{rating.value:g} – {rating.label}" if rating.label else f"{rating.value:.1f}"


def row_texts(row: Compared) -> tuple[str, str, str, str]:
    """Return what was rated, both ratings, and the change."""
    return row.title, rating_text(row.first), rating_text(row.second), change_text(row)


def change_text(row: Compared) -> str:
    """Return by how much a rating changed, with a sign; a dash where that can't be told."""
    if row.change is None:
        return NOTHING
    places = 0 if row.second and row.second.label else 1  # a mean has one
    return "=" if row.change == 0 else f"{row.change:+.{places}f}".replace("-", "\u2212")


def _rating(title: str, node: Scale) -> Rating:
    level = next((one for one in node.levels if one.value == node.chosen), None)
    most = max(one.value for one in node.levels)
    key = f"{node.place.block}/{node.place.item}"
    return Rating(key, title, node.chosen, level.label if level else "", most)


def _mean(block_id: str, bar: Bar, most: float) -> Rating:
    value = None if bar.value is None else round(bar.value, 1)
    return Rating(f"{block_id}/{bar.label}", bar.label, value, "", most)


def _grid(rows: Sequence[Compared], names: tuple[str, str], words: Words) -> Grid:
    columns = (
        Column("what", words("What was rated"), weight=3.0),
        Column("first", names[0], weight=1.4),
        Column("second", names[1], weight=1.4),
        Column("change", words("Change"), weight=0.7),
    )
    cells = tuple(tuple(Cell(text) for text in row_texts(row)) for row in rows)
    return Grid(Place(RATINGS), words("Side by side"), columns, cells)


def _charts(rows: Sequence[Compared], names: tuple[str, str], words: Words) -> Iterator[Chart]:
    """Yield a chart for each scale."""
    scales: dict[float, list[Bar]] = {}
    for row in rows:
        most = max(one.most for one in (row.first, row.second) if one)
        said = shorten(row.title, LONGEST_LABEL, placeholder=" …")
        labels = f"{said} – {names[0]}", names[1]  # they stand one below the other
        bars = scales.setdefault(most, [])
        bars += [
            _bar(label, one, words)
            for label, one in zip(labels, (row.first, row.second), strict=True)
        ]
    for most, bars in scales.items():
        yield Chart(words("Ratings"), tuple(bars), float(most))


def _bar(label: str, rating: Rating | None, words: Words) -> Bar:
    if rating is None or rating.value is None:
        return Bar(label, None, words("Not rated yet"))
    return Bar(label, float(rating.value), rating_text(rating))
