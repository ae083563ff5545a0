"""The Windows installer under Wine 10, where that is there: installed, started, taken away."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from development.trouble import Trouble

from building.job import Job


def run(job: Job, environment: Mapping[str, str]) -> None:
    """Try setup.exe and the portable ZIP."""
    del environment, job
    raise Trouble(f"Not yet {os.name} {shutil.which('wine')} {Path()}")
