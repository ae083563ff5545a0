"""A survey on paper: the counts with their shares, and the means as a chart."""

from ladder_desktop.blocks.survey.model import Counts, Survey, SurveyAnswer, share, total
from ladder_desktop.document.nodes import Bar, Cell, Chart, Column, Grid, Node, Place
from ladder_desktop.words import Words

STATEMENT, PEOPLE, MEAN = "item", "people", "mean"


def sheet(block: Survey, answer: SurveyAnswer, words: Words) -> tuple[Node, ...]:
    """Return the counts as a table, and the means as a chart once there are any."""
    nodes: list[Node] = [_grid(block, answer, words)]
    if any(total(counts) for counts in answer.values()):
        nodes.append(_chart(block, answer, words))
    return tuple(nodes)


def _grid(block: Survey, answer: SurveyAnswer, words: Words) -> Grid:
    columns = (
        Column(STATEMENT, words("Statement"), weight=3, is_fixed=True),
        *(Column(level.id, level.label, "end") for level in block.levels),
        Column(PEOPLE, words("People"), "end", is_fixed=True),
        Column(MEAN, words("Mean"), "end", is_fixed=True),
    )
    rows = tuple(_row(block, item.text, answer[item.id], words) for item in block.items)
    return Grid(Place(block.id), block.title, columns, rows, guidance=block.guidance)


def _row(block: Survey, text: str, counts: Counts, words: Words) -> tuple[Cell, ...]:
    mean = block.mean(counts)
    return (
        Cell(text, is_given=True),
        *(_count(counts, level.id, words) for level in block.levels),
        Cell(str(total(counts) or "")),
        Cell("" if mean is None else f"{mean:.1f}"),
    )


def _count(counts: Counts, level: str, words: Words) -> Cell:
    count = counts[level]
    if count is None:
        return Cell("")
    percent = share(counts, level)
    if percent is None:
        return Cell(f"{count}", str(count))
    said = words("{figure}%", figure=percent)
    return Cell(f"{count}\u00a0({said})", str(count))  # on one line, however narrow its column


def _chart(block: Survey, answer: SurveyAnswer, words: Words) -> Chart:
    bars = []
    for item in block.items:
        mean = block.mean(answer[item.id])
        figure = words("no answers") if mean is None else f"{mean:.1f}"
        bars.append(Bar(item.text, mean, figure))
    title = words("Mean from {least} to {most}", least=block.least, most=block.most)
    return Chart(title, tuple(bars), float(block.most))
