"""Rows on the clipboard: tab-separated text, as every spreadsheet reads and writes it."""

import csv
import io
import re

RISKY = ("=", "+", "-", "@")
NUMBER = re.compile(r"[+-]?[\d.,]*%?")


def to_text(rows: list[list[str]]) -> str:
    """Return rows as tab-separated text; no spreadsheet takes a cell for a formula (CWE-1236)."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter="\t", lineterminator="\n")
    writer.writerows([[_guarded(cell) for cell in row] for row in rows])
    return text.getvalue().removesuffix("\n")


def from_text(text: str) -> list[list[str]]:
    """Return the rows of tab-separated text; cells in quotes may hold line breaks."""
    text = text.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    if "\t" not in text and not text.startswith('"'):
        return [[_bare(line)] for line in text.split("\n")]
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter="\t"))
    except csv.Error:  # a cell longer than the reader takes: it stands in no quotes
        rows = [line.split("\t") for line in text.split("\n")]
    return [[_bare(cell) for cell in row] for row in rows]


def _guarded(cell: str) -> str:
    return f"'{cell}" if cell.startswith(RISKY) and not NUMBER.fullmatch(cell) else cell


def _bare(cell: str) -> str:
    """Take away the guard that a copied cell was given."""
    return cell[1:] if cell[:1] == "'" and cell[1:].startswith(RISKY) else cell
