"""The bill of materials: a CycloneDX file that names everything that travels with the program."""

import json
import uuid
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from building.inside import INSIDE
from building.job import APP, Job
from building.licences import Part


def write(job: Job, parts: Iterable[Part], target: Path) -> None:
    """Write the bill of materials of one system's build."""
    listed = sorted(parts, key=lambda part: part.name)
    program = f"pkg:generic/{APP}@{job.version}"
    number = uuid.uuid5(uuid.NAMESPACE_URL, f"{program}/{target.name}")  # the same every time
    text = json.dumps(
        {
            "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
            "bomFormat": "CycloneDX",
            "specVersion": "1.6",
            "serialNumber": f"urn:uuid:{number}",
            "version": 1,
            "metadata": {
                "timestamp": datetime.fromtimestamp(job.epoch, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
                "component": {
                    "type": "application",
                    "bom-ref": program,
                    "name": APP,
                    "version": job.version,
                    "licenses": [{"license": {"id": "MIT"}}],
                },
            },
            "components": [_component(part) for part in listed],
            "dependencies": [{"ref": program, "dependsOn": [_reference(part) for part in listed]}],
        },
        indent=2,
    )
    target.write_text(text + "\n", encoding="utf-8", newline="\n")


def _component(part: Part) -> dict[str, Any]:
    component = {
        "type": "library",
        "bom-ref": _reference(part),
        "name": part.name,
        "version": part.version,
        "licenses": [{"expression": part.licence}],
    }
    inside = [_inside(part, *one) for one in INSIDE.get(part.name, {}).items()]
    more = {"purl": part.url, "components": inside}
    return component | {name: value for name, value in more.items() if value}


def _inside(holder: Part, name: str, licence: str) -> dict[str, Any]:
    """Return a library that another one was built with, which knows its version."""
    return {
        "type": "library",
        "bom-ref": f"{_reference(holder)}#{name}",
        "name": name,
        "licenses": [{"expression": licence}],
    }


def _reference(part: Part) -> str:
    return part.url or f"system/{part.name}@{part.version}"
