"""A stick with all that was built, as a facilitator would prepare it."""

import sys
from pathlib import Path

from development.steps import step

from building.job import Job
from building.tools import done

NAME = "workshop-stick"


def build(job: Job, source: Path) -> list[Path]:
    """Prepare the stick with the installers that are in `dist`, and return its folder."""
    target = job.dist / NAME
    words = ["stick", str(target), "--installers", str(job.dist)]
    with step("workshop stick"):
        done([sys.executable, "-m", "ladder_desktop", *words], cwd=source, env=job.environment())
    return [target]
