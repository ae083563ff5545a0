"""Writes the JSON interchange, which `fill` reads again without loss."""

import json
import textwrap
from collections.abc import Iterator
from typing import Any

import msgspec

from ladder_desktop.document.pictures import NO_PICTURES
from ladder_desktop.export.options import Job
from ladder_desktop.export.target import write_pieces
from ladder_desktop.paths import resources
from ladder_desktop.workbook.interchange import plain_pictures, plain_workbook
from ladder_desktop.workbook.printing import NO_LONGER_ASKED
from ladder_desktop.workbook.shelf import is_built_in
from ladder_desktop.workbook.workbook import Workbook


def write(job: Job) -> None:
    """Write the workbook's data; of the options only the sections matter."""
    write_pieces(job.target, interchange_pieces(job.workbook, job.options.sections))


def interchange_text(workbook: Workbook, sections: tuple[str, ...] | None = None) -> str:
    """Return the JSON interchange of a workbook, or of some of its sections."""
    return "".join(interchange_pieces(workbook, sections))


def interchange_pieces(
    workbook: Workbook, sections: tuple[str, ...] | None = None
) -> Iterator[str]:
    """Yield the JSON interchange piece by piece: of all pictures, one is in memory at a time."""
    chosen = _chosen(workbook, sections)
    bare = msgspec.structs.replace(chosen, pictures=NO_PICTURES)
    plain = plain_workbook(bare, built_in=is_built_in(workbook.template, resources()))
    yield json.dumps(plain, ensure_ascii=False, indent=2).removesuffix("\n}")
    before, end = ',\n  "pictures": {\n', "\n}\n"
    for identity, picture in plain_pictures(chosen):
        entry = json.dumps({identity: picture}, indent=2)
        yield before + textwrap.indent(entry[len("{\n") : -len("\n}")], "  ")
        before, end = ",\n", "\n  }\n}\n"
    yield end


def _chosen(workbook: Workbook, sections: tuple[str, ...] | None) -> Workbook:
    if sections is None:
        return workbook
    answers: dict[str, Any] = {
        block.id: workbook.answers[block.id]
        for section in workbook.template.sections
        if section.id in sections
        for block in section.blocks
    }
    orphans = workbook.no_longer_asked if NO_LONGER_ASKED in sections else {}
    return msgspec.structs.replace(workbook, answers=answers, no_longer_asked=orphans)
