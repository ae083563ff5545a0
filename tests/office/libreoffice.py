"""Calls LibreOffice without its window."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

PATIENCE = 300  # seconds, for all the files of one call


def convert(paths: Sequence[Path], kind: str, folder: Path) -> list[Path]:
    """Let LibreOffice open files and save them in `folder` as another kind."""
    folder.mkdir(parents=True, exist_ok=True)
    profile = folder / "profile"
    subprocess.run(  # a program that is missing has to fail the test, not to skip it
        [
            "soffice",
            f"-env:UserInstallation={profile.as_uri()}",
            "--headless",
            "--convert-to",
            kind,
            "--outdir",
            str(folder),
            *map(str, paths),
        ],
        check=True,
        capture_output=True,
        timeout=PATIENCE,
    )
    return [folder / f"{path.stem}.{kind}" for path in paths]
