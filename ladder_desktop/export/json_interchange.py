"""Writes the JSON interchange, which `fill` reads again without loss."""

import json
from typing import Any

import msgspec

from ladder_desktop.export.options import Job
from ladder_desktop.export.target import write_text
from ladder_desktop.paths import resources
from ladder_desktop.workbook.interchange import plain_workbook
from ladder_desktop.workbook.printing import NO_LONGER_ASKED
from ladder_desktop.workbook.shelf import is_built_in
from ladder_desktop.workbook.workbook import Workbook


def write(job: Job) -> None:
    """Write the workbook's data; of the options only the sections matter."""
    write_text(job.target, interchange_text(job.workbook, job.options.sections))


def interchange_text(workbook: Workbook, sections: tuple[str, ...] | None = None) -> str:
    """Return the JSON interchange of a workbook, or of some of its sections."""
    built_in = is_built_in(workbook.template, resources())
    plain = plain_workbook(_chosen(workbook, sections), built_in=built_in)
    return json.dumps(plain, ensure_ascii=False, indent=2) + "\n"


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
