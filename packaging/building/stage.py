"""The program's own files, laid out as every installer carries them."""

import shutil
from pathlib import Path

from building.job import Job

# Python's XML library imports urllib.request, and with it all of http and ssl, for something that
# the program never asks of it. What is handed out holds none of that; an empty module stands in.
# ReportLab asks for Pillow before it knows whether there will be pictures; ours draws none with it.
START = """\
import sys
import types

sys.modules["urllib.request"] = types.ModuleType("urllib.request")
sys.modules["PIL"] = pillow = types.ModuleType("PIL")
sys.modules["PIL.Image"] = pillow.Image = types.ModuleType("PIL.Image")

from ladder_desktop.__main__ import main

sys.exit(main())
"""
LITTER = shutil.ignore_patterns("__pycache__", "*.pyc", "*.po", "*.pot", ".*")


def stage(job: Job) -> Path:
    """Copy the program and its data together, and return the folder that holds them."""
    folder = job.work / "source"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(job.house.root / "ladder_desktop", folder / "ladder_desktop", ignore=LITTER)
    resources = folder / "ladder_desktop" / "resources"
    shutil.copytree(job.house.root / "resources", resources, ignore=LITTER)
    (folder / "start.py").write_text(START, encoding="utf-8")
    return folder
